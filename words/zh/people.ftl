## 登录
sign-in = 登录
sign-in-lede = 您输入密码后，我们会向您的电子邮件地址发送一个链接，以确认该地址属于您。
sign-in-description = 先用电子邮件地址和密码登录，再打开我们发送的链接。
email = 电子邮件地址
password = 密码
sign-in-wrong = 电子邮件地址或密码不正确。
sign-in-too-often = 来自此网络或针对此地址的尝试次数过多。请在{ $span }后再试；除密码外，您填写的内容均已保留。
no-account-yet = 还没有账户？
no-account-lede = 您只需提供姓名、电子邮件地址和密码。
create-account = 创建账户
help = 帮助
help-forgotten = 如果您忘记了密码，
reset = 请设置新密码
help-no-mailbox = 如果您已无法使用该邮箱，请咨询秘书处。
busy = 目前登录的人过多。请在{ $count }秒后再试；除密码外，您填写的内容均已保留。
email-missing = 请填写您的电子邮件地址
email-bad = 请填写电子邮件地址，例如 name@ministry.example
password-missing = 请填写您的密码
problem = 出现问题
error-mark = 错误：

## 创建账户
sign-up-lede = 一个账户即可用于所有活动，以及您的所有注册和答复。
sign-up-description = 用姓名、电子邮件地址和密码创建账户。
name = 姓名
name-hint = 按希望他人看到的写法填写，例如 Mele Taufa
name-missing = 请填写您的姓名
new-password = 密码
show-password = 显示密码
rule-length = 8至128个字符；一句短话最容易记住
rule-own = 不能只有您的姓名、地址，或本网站、某项活动的名称
rule-common = 不能是最常用的密码；我们会在您发送时检查
password-common = 请另选密码：这是最常用的密码之一，或只是在其后加了几个数字，最先被人尝试的就是这类密码
password-own = 请另选密码：除去您的姓名、地址以及本网站及其活动的名称后，至少应剩8个字符，因为这些内容很容易被猜到
password-short = 请选择至少8个字符的密码
password-long = 请选择不超过128个字符的密码
password-odd = 请选择不含控制字符的密码
have-account = 您已有账户？

## 等待链接的页面
check-email = 请查看您的电子邮件
waiting-sent = 我们已将链接发送至
waiting-to-be-sent = 我们正在将链接发送至
waiting-no-link = 刚才已向此地址发送过一个链接，用于另一个浏览器的登录。您可从{ $time }起为此浏览器申请一个链接。地址为
waiting-open-here = 在此浏览器中打开链接即可登录。
waiting-valid = 链接有效期至{ $time }，仅可使用一次。
waiting-number = 要在其他设备上打开？那里的页面会要求输入此数字：
state-waiting = 正在等待您打开链接
state-approved = 已在另一设备上输入数字，正在为您登录
state-done = 您已登录
state-denied = 此次登录已在邮箱中被拒绝。
state-locked = 错误的验证码过多。请重新开始；您的账户没有被锁定。
state-expired = 此次登录已过期。请重新开始。
state-ended = 此次登录已终止。请重新开始。
state-undeliverable = 邮箱 { $address } 拒收了我们的邮件：邮箱已满或不存在。
start-again = 重新开始
code-label = 或输入邮件中的验证码
code-only-label = 邮件中的验证码
code-hint = 八个字母和数字；空格和连字符无关紧要
code-wrong = 这不是最近几封邮件中的验证码。还可再试{ $count }次。
code-closed = 今天错误的验证码过多，此浏览器在明天之前不再接受任何验证码。请改为在此打开邮件中的链接。
code-missing = 请输入邮件中的验证码
code-title = 输入邮件中的验证码
code-lede = 邮件中除链接外还有一个验证码，仅在您输入密码的浏览器中有效。
back-to-waiting = 返回等待链接的页面
other-ways = 其他登录方式
second-too-often = 错误的验证码过多。请在{ $span }后再试，或打开邮件中的链接。
recovery-use = 使用恢复代码
recovery-title = 用恢复代码登录
recovery-lede = 请输入您保存的十个恢复代码之一。用后即失效。我们会发送邮件告知。
recovery-label = 恢复代码
recovery-hint = 一个数字加十个字母或数字；空格和连字符无关紧要
recovery-missing = 请输入您的一个恢复代码
recovery-wrong = 这不是您仍可使用的恢复代码
totp-use = 使用身份验证器
totp-title = 用身份验证器登录
totp-lede = 请输入您的身份验证器此刻显示的六位数字。
totp-label = 身份验证器显示的数字
totp-hint = 六位数字；每30秒更换一次，每组仅可使用一次
totp-missing = 请输入六位数字
totp-wrong = 这不是此刻的数字，或已被使用。请等待下一组数字。
reloads = 本页每十秒钟重新加载一次。
stop-reloading = 停止重新加载
reloads-stopped = 本页不再重新加载。您打开链接之后，
look-again = 请刷新本页
nothing-yet = 还没有收到？
mail-handed-over = 我们的邮件服务器已于{ $time }发出邮件。请刷新收件箱，并在垃圾邮件中查找 { $sender }。有些政府系统会将邮件滞留最多十分钟。
mail-waiting = 邮件即将发出。请刷新收件箱，并在一两分钟后查看垃圾邮件。
mail-slow = 我们的邮件系统目前较慢。邮件自{ $time }起等待发送；它会尽快发出，20分钟有效期从发出时才开始计算。
mail-refused = 最近一封邮件被邮箱拒收。此前的链接在到期之前仍然有效。
mail-none = 尚未为此浏览器发送任何邮件。
new-link = 发送新链接
new-link-from = 可从{ $time }起申请。您已有的链接仍然有效。
too-early = { $count }秒前已发送过链接。
too-early-wait = 您可在{ $count }秒后再次申请。
ask-help = 请秘书处协助
cancel = 放弃此次登录
unknown-browser-title = 未找到登录
unknown-browser = 您的浏览器已不再识别此次登录。请重新开始，或在您开始登录的屏幕上输入验证码。

## 邮件中的链接
link-title = 正在为您登录
link-go = 继续以 { $address } 登录。
link-button = 在此登录
link-as-other = 您目前以{ $name }的身份登录。要改为以 { $address } 继续吗？
link-continue = 继续
link-stay = 保持{ $name }的登录
other-title = 是您在登录吗？
other-lede = 您打开链接的浏览器，不是您输入密码的浏览器。目前尚未进行任何操作。
other-account = 账户
other-where = 登录位置
other-where-what = { $agent }，{ $time }
other-ip = 来自地址 { $ip }
number-label = 该屏幕上显示的数字
number-hint = 三位数字。您可以试两次。
number-button = 在该屏幕上登录
number-wrong-once = 数字不正确。还可再试一次。
number-wrong = 数字不正确。请在您开始登录的屏幕上输入邮件中的验证码。
number-off = 此处已不能再用数字登录。请在您开始登录的屏幕上输入邮件中的验证码。
number-bad = 请输入您开始登录的屏幕上显示的三位数字
here-instead = 改为在此设备上登录
or-code-there = 或在该屏幕上输入邮件中的验证码。
not-me = 不是我本人
approved-title = 已完成
approved-lede = 您开始登录的屏幕将在几秒钟内为您登录。您可以关闭本页。
deny-title = 您没有申请此链接？
deny-lede = 这说明有其他人输入了您的密码。您可以在此终止其登录；没有链接、验证码或数字，任何人都无法登录。
deny-word = 不是我
deny-label = 要终止该次登录，请输入“{ $word }”
deny-wrong = 请输入“{ $word }”以终止登录，或关闭本页
deny-button = 终止该次登录
denied-title = 该次登录已终止
denied-lede = 没有人登录。但有人知道您的密码：请立即在此处以及您使用该密码的其他各处设置新密码。
used-title = 此链接已被使用
used-when = { $ago }，此链接在{ $agent }中被使用过。
used-not-you = 如果不是您本人，请登录并告知秘书处：可能有人在读取您的邮件。
expired-title = 此链接已失效
expired-when = 其有效期至{ $time }。
expired-elsewhere = 请回到您开始登录的屏幕，在那里申请新链接。
ended-title = 此次登录已终止
ended-lede = 此链接所属的登录已被放弃、拒绝或取代。请重新开始以获取新链接。
incomplete-title = 链接似乎不完整
incomplete-lede = 请复制完整的链接，直至最后一个字母，或在您开始登录的屏幕上输入邮件中的验证码。
unknown-link-title = 无法识别此链接
unknown-link-lede = 链接可能已超过一天，或不完整。请登录以获取新链接。

## 服务器控制台生成的链接
console-title = 用服务器生成的链接登录
console-lede = 此链接是在服务器上为 { $address } 生成的。在{ $time }之前可使用一次，并须输入账户密码。
console-ended = 输错密码次数过多，或账户在链接生成后有所更改。
console-ask-again = 请向服务器管理人员另外索取链接。

## 账户
account = 账户
account-description = 您的姓名、地址和退出登录。
sessions-hint = 已登录的浏览器，以及如何退出登录。
tokens-hint = 供程序以您的名义读写。
sign-out = 退出登录
session-over = 由于一段时间没有操作，您已被退出登录。请重新登录：您填写的内容会保留一小时。

## 浏览器和系统的称呼
agent-on = { $system }上的{ $browser }
agent-unknown-browser = 未知浏览器
agent-unknown-system = 未知系统

## 邮件
letter-hello = 您好，{ $name }：
letter-sign-in-subject = 您的登录链接
letter-sign-in-fact = 请打开此链接以登录{ $site }：
letter-sign-in-button = 登录
letter-sign-up-subject = 请确认您的地址并登录
letter-sign-up-fact = 欢迎。请打开此链接，以确认您的地址并登录{ $site }：
letter-sign-up-button = 确认并登录
letter-valid = 链接在{ $time }之前可使用一次。
letter-where = 此链接供您输入密码的浏览器使用。如在其他设备上打开，页面会要求输入该浏览器中显示的数字。
letter-code = 或在等待链接的页面上输入此验证码：
letter-account = 账户：{ $address }
letter-when = 申请时间：{ $time }
letter-agent = 浏览器：{ $agent }
letter-ip = 互联网地址：{ $ip }
letter-never = 我们绝不会通过电话或聊天工具索要此验证码或数字。
letter-wasnt-you = 不是您本人？这说明有人知道您的密码。请勿打开链接；请自行访问 { $url } 登录，并请秘书处更改密码。
letter-wasnt-you-sign-up = 不是您本人？那么无需任何操作：不打开链接就不会创建账户。
letter-known-subject = 您已有账户
letter-known-fact = 有人（很可能是您本人）用此地址在{ $site }申请新账户。此地址已有账户；没有任何更改。
letter-known-do = 如需登录，请打开此页面并使用您的密码：
letter-known-button = 前往登录页面
letter-known-forgotten = 如果您忘记了密码，请在该页面设置新密码。
letter-known-wasnt-you = 如果不是您本人，您无需任何操作。
letter-console-subject = 服务器上生成了登录链接
letter-console-fact = 在{ $site }的服务器上生成了一个链接，{ $name }可凭此登录而无需邮件。链接十分钟内可使用一次，并须输入账户密码。
letter-console-do = 您收到本邮件，是因为您是管理员。人员列表显示谁拥有何种角色：
letter-console-button = 打开人员列表
letter-console-when = 生成时间：{ $time }
letter-console-reason = 所述理由：{ $reason }
letter-console-last = 如果您知悉此事，则无需任何操作。否则，请立即询问服务器管理人员。

# 供程序使用的令牌。
scope-read = 读取您可以读取的内容，工作台的注册除外
scope-account-write = 终止令牌
tokens = 程序令牌
tokens-lede = 程序凭令牌以您的名义读写您所允许的内容，直至令牌终止。设置新密码后，所有令牌随之终止。
tokens-reference = 程序可以做什么
tokens-count = { $count }个令牌
token-made = 令牌已创建。请立即复制：只显示这一次。
token-made-label = 您的新令牌
token-name = 用途
token-name-hint = 例如使用此令牌的程序名称。
token-name-wrong = 请说明用途，不超过100个字符。
token-for = 允许：{ $scopes }
token-scopes = 可用于
token-scopes-hint = 令牌的权限始终不会超过您当时自己的角色。
token-scopes-missing = 请至少选择一项。
token-used = 最近使用：{ $when }
token-never-used = 从未使用
token-ends = 终止时间：{ $when }
token-ended = 已终止：{ $when }
token-lasts = 有效期
token-days = { $count }天
token-days-missing = 请选择有效期。
token-too-many = 您有{ $count }个令牌仍然有效；请先终止其中一个。
token-new = 新令牌
token-make = 创建令牌
token-revoke = 终止

## 通过邮件设置新密码
reset-title = 设置新密码
reset-lede = 请填写您账户的地址。我们会向该地址发送一个链接，您可在链接页面上设置新密码。
reset-send = 发送链接
reset-sent = 如果 { $address } 在此有账户，链接正在发往该地址。链接60分钟内有效，仅可使用一次。
reset-sent-more = 几分钟后仍未收到？请查看垃圾邮件。每分钟最多发送一个链接，每天最多十个。
reset-again = 申请新链接
reset-page-lede = 此账户的所有登录都将退出。之后请照常用新密码和邮件登录。
reset-address = 账户的电子邮件地址
reset-address-hint = 请再输入一次，这样仅凭链接，任何人都无法使用。
reset-address-wrong = 此链接不是发送至该地址的。请输入账户的地址。
reset-ended = 输错地址次数过多，或账户在邮件发出后有所更改。
reset-done = 您的新密码已设置。请用新密码登录。
password-set = 设置新密码
letter-reset-subject = 您的新密码链接
letter-reset-fact = 请打开此链接，为{ $site }设置新密码：
letter-reset-button = 设置新密码
letter-reset-asks = 链接页面会要求您再次输入地址。在您设置新密码之前，旧密码仍然有效。
letter-reset-wasnt-you = 不是您本人？那么无需任何操作：不打开此链接就不会有任何更改。

## 账户通知邮件
notice-act = 如果是您本人，您无需任何操作。如果不是，请立即在此页面设置新密码，并告知秘书处：
notice-last = 凡是保护您账户的设置有所更改，都会发送本邮件。此项通知无法关闭。
notice-password-subject = 您的密码已更改
notice-password-reset = 有人通过发送至此地址的链接，为您在{ $site }的账户设置了新密码。所有登录均已退出。
notice-password-changed = 您在{ $site }的账户密码已更改。所有其他浏览器均已退出登录。
notice-limit-subject = 您已在一个浏览器中被退出登录
notice-limit = 您登录{ $site }的浏览器数量超过了一个账户的上限。最久未使用的一个已退出登录。
notice-ended-subject = 您已在各处退出登录
notice-ended = { $site }的一名管理员已使您的账户在所有浏览器中退出登录。
notice-paused-subject = 有人在猜测您的密码
notice-paused = 今天有人在您{ $site }的账户上输错密码一百次。在明天之前，只有您曾登录过的浏览器才接受密码。设置新密码可立即解除此限制。
notice-unfinished-subject = 有人输入了您的密码，但没有人登录
notice-unfinished = 有人在您从未登录过的浏览器中输入了您在{ $site }的账户的正确密码，之后没有继续。没有人登录：登录还需要使用此邮箱。
notice-recovery-made-subject = 您有新的恢复代码
notice-recovery-made = 已为您在{ $site }的账户生成十个新的恢复代码。此前的恢复代码均已失效。
notice-recovery-used-subject = 恢复代码已被使用
notice-recovery-used = 有人用密码和您的一个恢复代码登录了您在{ $site }的账户。该恢复代码已失效。
notice-totp-added-subject = 身份验证器已设置
notice-totp-added = 已为您在{ $site }的账户设置身份验证器。输入密码后，凭其显示的数字即可登录，无需邮件。
notice-totp-removed-subject = 您的身份验证器已移除
notice-totp-removed = 您在{ $site }的账户的身份验证器已移除。其显示的数字不再有效。

## 登录位置
sessions-title = 您的登录位置
sessions-lede = 每行是一个浏览器。如有您不认识的，请将其退出登录，然后设置新密码。浏览器超过{ $count }个时，最久未使用的一个会退出登录。
sessions-count = { $count }个浏览器
session-this = 此浏览器
session-seen = 最近活动：{ $when }
session-place = 来自地址 { $ip }
session-by-link = 通过链接登录，{ $when }
session-by-code = 通过邮件中的验证码登录，{ $when }
session-by-number = 从其他设备通过数字登录，{ $when }
session-by-recovery = 通过恢复代码登录，{ $when }
session-by-totp = 通过身份验证器登录，{ $when }
session-by-console = 通过服务器生成的链接登录，{ $when }
session-end = 退出登录
sessions-end-others = 退出其他所有登录
sessions-end-others-hint = 您的程序令牌以及已发送但未使用的链接也随之失效。
sessions-ended = 已完成。您选择的登录现已退出。

## 再次确认
again-title = 仍是您本人吗？
again-lede = 您即将进行的操作，仅凭已登录的浏览器还不够。请输入您的密码；随后我们会向您的地址发送验证码。此后十分钟内不再询问。
again-send-code = 向我发送验证码
again-code-lede = 我们已向 { $address } 发送验证码。有效期至{ $time }。
again-new-code = 重新发送验证码
again-go-on = 继续
again-leave = 放弃
again-password-wrong = 密码不正确。{ $count ->
    [1] 还可再试一次，若再错将退出登录。
   *[other] 还可再试{ $count }次。
}
again-totp-lede = 您即将进行的操作，仅凭已登录的浏览器还不够。请输入您的身份验证器显示的六位数字。此后十分钟内不再询问。
again-totp-wrong = 这不是此刻的数字，或已被使用。{ $count ->
    [1] 还可再试一次，若再错将退出登录。
   *[other] 还可再试{ $count }次。
}
again-by-letter = 改用密码和邮件
again-done = 谢谢
again-done-lede = 您可以继续刚才的操作。
letter-sure-subject = 您的验证码
letter-sure-fact = 有人已登录您在{ $site }的账户，即将更改重要内容。如果是您本人，请在要求输入的页面上输入此验证码：
letter-sure-button = 打开页面
letter-sure-valid = 验证码在{ $time }之前可使用一次，仅限申请时所用的浏览器。
letter-sure-code = 验证码
letter-sure-wasnt-you = 不是您本人？这说明有人知道您的密码并已登录：请立即设置新密码。

## 更改登录方式
change-password = 更改密码
change-password-hint = 届时所有其他浏览器都将退出登录。
change-password-lede = 设置新密码后，所有其他浏览器都将退出登录，您的程序令牌也随之终止。
password-changed = 您的密码已更改。所有其他浏览器均已退出登录。
change-email = 更改电子邮件地址
change-email-hint = 须在新旧两个邮箱中确认。
change-email-lede = 我们会向两个地址各发送一个链接。两个链接都打开后，您即可用新地址登录；在此之前不会有任何更改。
email-now = 当前地址：
email-new = 新电子邮件地址
email-send = 发送两个链接
email-same = 这已是您的地址
email-waiting = 我们已向您的地址和 { $address } 发送链接。请打开这两个链接。
email-waiting-until = 链接有效期至{ $time }。
email-changed = 您的电子邮件地址已更改。所有其他浏览器均已退出登录。
email-confirm = 更改电子邮件地址
email-confirm-old = 您的账户将改用地址 { $new }，取代 { $old }。请确认您同意更改。
email-confirm-new = 您的账户将改用此地址 { $new }，取代 { $old }。请确认此地址属于您。
email-confirm-button = 确认
email-half = 已完成一半
email-half-lede = 现在请打开发往另一地址的邮件中的链接。两个地址都确认后，地址即会更改。
email-over = 此项更改已完成、被取代或被撤销，或已过期。您的账户页面显示您目前的地址。
email-undo = 保留旧地址
email-undo-lede = 您的账户将恢复旧地址，所有登录都将退出。之后请设置新密码。
email-undo-word = 撤销
email-undo-label = 要恢复旧地址，请输入“{ $word }”
email-undo-wrong = 请输入“{ $word }”以恢复旧地址，或关闭本页
email-undo-button = 恢复旧地址
email-undone = 您的旧地址已恢复
email-undone-lede = 所有登录均已退出。请立即设置新密码：有人知道旧密码。
letter-email-subject = 请确认更改您的地址
letter-email-old = 您在{ $site }的账户将改用地址 { $new }，取代本地址。
letter-email-new = { $site }的一个账户将改用本地址，取代 { $old }。
letter-email-act = 如需确认，请在已登录该账户的浏览器中打开此链接：
letter-email-button = 确认更改
letter-email-valid = 链接有效期至{ $time }。
letter-email-wasnt-you = 不是您本人？那么请勿打开链接：除非两个地址都确认，否则不会有任何更改。如果账户是您的，请设置新密码。
letter-email-done-subject = 您的电子邮件地址已更改
letter-email-done = 您在{ $site }的账户现使用地址 { $new }，不再使用本地址。
letter-email-undo-act = 不是您本人？请打开此链接并输入一个词；您的账户会立即恢复本地址：
letter-email-undo-button = 恢复旧地址
letter-email-taken = 有人（也许是您本人）申请将此地址用于{ $site }的一个账户。此地址已有自己的账户；没有任何更改。

## 本人的日志
log-title = 您的账户活动记录
log-hint = 操作的时间和来源，包括被拒绝的操作。
log-lede = 最新的在前。如有您无法解释的记录，请设置新密码并告知秘书处。
log-empty = 暂无记录。
log-older = 更早的记录
event-password-ok = 密码输入正确
event-link-asked = 申请了链接
event-link-sent = 发送了链接
event-link-refused = 邮箱拒收了含有链接的邮件
event-approved = 在另一设备上输入了数字
event-denied = 在邮箱中拒绝了登录
event-code-failed = 输入了错误的验证码
event-number-failed = 输入了错误的数字
event-recovery-failed = 输入了错误的恢复代码
event-totp-failed = 输入了身份验证器的错误数字
event-completed = 已登录
event-signed-out = 已退出登录
event-session-ended = 从另一浏览器使一个浏览器退出登录
event-others-ended = 所有其他浏览器已退出登录
event-ended-by-administrator = 管理员使所有登录退出
event-session-limit = 浏览器超过上限：最久未使用的一个已退出登录
event-proved = 再次确认了身份
event-proof-failed = 再次确认时密码或验证码错误
event-verified = 地址已确认
event-password-changed = 密码已更改
event-password-reset = 通过邮件设置了新密码
event-email-asked = 申请了更改地址
event-email-changed = 地址已更改
event-email-undone = 地址更改已撤销
event-recovery-made = 生成了新的恢复代码
event-totp-added = 设置了身份验证器
event-totp-removed = 移除了身份验证器
event-data-read = 下载了全部数据
event-closed = 账户已关闭
event-disabled = 已禁止登录此账户
event-enabled = 已重新允许登录此账户
event-kept-for = 日志保留规则已更改：{ $rule }
event-token-made = 创建了令牌：{ $prefix }
event-token-ended = 终止了令牌：{ $prefix }
event-role-given = 授予了角色：{ $role }
event-role-taken = 收回了角色：{ $role }
event-console-made = 在服务器上生成了登录链接：{ $reason }
event-console-used = 通过服务器生成的链接登录
event-console-wrong = 使用服务器生成的链接时输错密码

## 恢复代码
recovery-codes = 恢复代码
recovery-codes-hint = 供您收不到邮件时使用。
recovery-codes-lede = 共十个代码，请打印或抄写后妥善保存。输入密码后，每个代码可供您登录一次，无需邮件。
recovery-left = { $count ->
    [0] 您没有恢复代码。
   *[other] 其中{ $count }个仍可使用。
}
recovery-make = 生成十个新代码
recovery-make-hint = 此后，您现有的代码将失效。
recovery-made = 您的十个新代码
recovery-made-lede = 仅显示这一次。请存放在他人找不到的地方，并与密码分开。

## 身份验证器
totp = 身份验证器
totp-account-hint = 用手机上的六位数字代替邮件。
totp-account-lede = 身份验证器是手机或电脑上的应用程序，显示每30秒更换一次的六位数字。输入密码后，凭这些数字即可登录，无需邮件。
totp-is-set-up = 已设置身份验证器。
totp-is-not = 尚未设置身份验证器。
totp-set-up = 设置身份验证器
totp-another = 另设一个取代
totp-remove = 移除
totp-scan = 请用您的身份验证器扫描此图，然后输入其显示的数字。
totp-picture = 供身份验证器扫描的图像
totp-open = 在此设备的应用程序中设置
totp-by-hand = 如无摄像头，请将此密钥输入身份验证器。仅显示这一次：
totp-confirm = 确认
totp-added = 您的身份验证器已设置。
totp-removed = 您的身份验证器已移除。
others-too = 您还在其他浏览器中登录。如有您不认识的浏览器，请将其退出登录。

## 本人的数据，以及关闭账户
data-title = 下载我的数据
data-hint = 有关您的全部数据，汇成一个文件。
data-lede = 一个文件（JSON），内含您的账户、角色、浏览器、令牌、日志、注册，以及您填写但未发送的内容。密码和恢复代码不在其中：我们并不知道它们。
data-button = 下载
close-title = 关闭我的账户
close-hint = 不能再登录；部分记录保留。
close-lede = 您将无法再登录，任何人都不能重新开启此账户。
close-ends = 终止的内容
close-ends-what = 所有浏览器退出登录，所有令牌和链接终止，您的角色被收回。30天后，您的姓名、地址和密码将被清除；此后该地址可用于新账户。
close-stays = 保留的内容
close-stays-what = 注册记录由各活动的召集方保留，因为他们须能说明哪些人曾与会。活动日志按其规则规定的期限保留，但不含您的姓名。
close-word = 关闭
close-label = 要关闭账户，请输入“{ $word }”
close-wrong = 请输入“{ $word }”以关闭账户，或离开本页
close-button = 关闭我的账户
close-last-administrator = 您是最后一名管理员。请先将此角色授予他人。
closed-title = 您的账户已关闭
closed-lede = 您已在各处退出登录。感谢您的参与。

## 邮箱丢失
letter-assisted-subject = 您的账户将改用另一地址
letter-assisted = { $site }的两名管理员同意将您的账户地址改为 { $new }，因为据称此邮箱已无法使用。
letter-assisted-act = 有误吗？请打开此链接并输入一个词，即可停止更改：
letter-assisted-button = 停止更改
letter-assisted-due = 否则，地址将于{ $time }更改。
notice-assisted = 您在{ $site }的账户现使用本地址。您已在各处退出登录；请设置新密码以登录。
stop-title = 要保留此地址吗？
stop-lede = 您的账户将改用另一地址。您可以在此阻止。
stop-word = 停止
stop-label = 要停止更改，请输入“{ $word }”
stop-wrong = 请输入“{ $word }”以停止更改，或关闭本页
stop-button = 停止更改
stopped-title = 更改已停止
stopped-lede = 您的账户保留此地址。请告知秘书处，您仍在使用该邮箱。
event-assisted-asked = 一名管理员申请改用另一地址：{ $reason }
event-assisted-agreed = 另一名管理员同意改用另一地址：{ $reason }
event-assisted-stopped = 已从原邮箱停止更改地址
event-assisted-done = 两名管理员更改了地址

## 恢复代码
letter-merged-subject = 您的两个账户现已合并
letter-merged = { $site }的一名管理员已将您的账户 { $merged } 并入您的账户 { $into }。注册和角色已一并转入；任何人都不能再登录 { $merged }。
letter-merged-act = 今后请以 { $into } 登录：
letter-merged-button = 登录
letter-merged-undo = 两个账户并非都属于您？请在{ $time }之前告知秘书处。在此之前可以撤销。
letter-unmerged-subject = 您的两个账户已恢复分开
letter-unmerged = { $site }的一名管理员已撤销将 { $merged } 并入 { $into } 的操作。此前转入的内容已退回。
letter-unmerged-act = 请像以前一样，用其中任一账户登录：
event-merged = 已并入另一账户：{ $reason }
event-merged-here = 另一账户已并入此账户：{ $reason }
event-unmerged = 撤销了并入另一账户的操作
event-unmerged-here = 撤销了另一账户并入此账户的操作
