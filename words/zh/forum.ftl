## 列表
home-description = { $series }：历届会议、日程、文件、注册。
home-empty = 尚未公布任何活动。
see-programme = 查看日程
open-now = 正在开放
registration-of = 注册：{ $event }
registration-word = 注册
events = 活动
events-coming = 即将举行
events-past = 已举行
events-none = 暂无活动。
events-description = 所有活动及其日期，以及可供订阅的日历。
all-events = 所有活动
all-events-ics = 所有活动（.ics）
editions = 历届会议
editions-none = 尚未公布任何一届会议。
about-series = 系列简介
edition-nth = { $n ->
    [1] 第一届
    [2] 第二届
    [3] 第三届
    [4] 第四届
    [5] 第五届
    [6] 第六届
    [7] 第七届
    [8] 第八届
   *[other] 第{ $n }届
}
kind-edition = 届会
kind-round-table = 圆桌会议
kind-side-event = 会外活动
kind-meeting = 会议
kind-exhibition = 展览
kind-other = 活动
status-draft = 草稿
status-published = 已公布
status-postponed = 已推迟
status-cancelled = 已取消
one-day-of = { $range }中的一天；具体日期没有记录。

## 活动
dates = 日期
place = 地点
format = 形式
format-in-person = 现场
format-online = 线上
format-hybrid = 现场和线上
interpretation = 口译
theme = 主题
conveners = 召集方
add-to-calendar = 添加到日历
calendar-subscribe = 订阅（自动更新）
calendar-file = 日历文件（.ics）
calendar-google = Google 日历
calendar-outlook = Outlook 日历
registration-closes = 注册截止时间：{ $date } { $time }，{ $place }时间（{ $offset }）
registration-closed = 注册已于{ $date }截止
registration-closes-label = 注册截止时间
on-this-page = 本页内容
about = 简介
objectives = 目标
key-dates = 重要日期
programme = 日程
programme-full = 单页显示日程
programme-none = 日程尚未公布。
programme-days = 日期
documents = 文件
documents-none = 暂无文件。
all-documents = 所有文件
venue = 会场
venue-place = { $venue }（{ $city }）
contact = 联系方式
contact-secretariat = 论坛秘书处
associated = 关联活动
tie-within = 在以下活动框架内举行
tie-around = 在本活动框架内举行
tie-prepared-by = 由以下活动筹备
tie-prepares = 筹备以下活动
cancelled-note = 本活动已取消。
postponed-note = 本活动已推迟，新日期尚未确定。
draft-note = 这是草稿，只有秘书处能看到本页。
sample-data = 示例数据
sample-note = 标有“示例数据”的内容系为本演示虚构。
sample-times = 具体时刻和截止时间为示例数据。
original-only = 本文语文：{ $language }；尚无译文。
event-description = { $title }，{ $dates }。

## 时间
show-times-in = 时间显示方式
event-time = 活动当地时间（{ $place }）
my-time = 我的当地时间
times-shown = 显示时间：
times-are = 所示为{ $place }时间（{ $offset }）。
other-zone = 显示其他时区
other-zone-label = 时区
other-zone-show = 显示
zone-unknown = 无法识别此时区。

## 日程
session-plenary = 全体会议
session-panel = 专题讨论
session-round-table = 圆桌会议
session-working-group = 工作组
session-arrival = 报到
session-social = 联谊活动
session-closed = 非公开会议
session-pause = 休息
role-chair = 主席：{ $name }
role-moderator = 主持人：{ $name }
role-keynote = 主旨发言：{ $name }
role-speaker = 发言人：{ $name }
role-panellist = 讨论嘉宾：{ $name }
role-rapporteur = 报告员：{ $name }
role-host = 东道方：{ $name }

## 文件
read-document = 在本页阅读
for-participants = 仅供已注册的与会者
sign-in-to-read = 登录后阅读
not-issued = 尚未印发
download = 下载

## 与会者
participants = 与会者
participants-later = 与会者名单尚未公布。认证完成后将在此处公布，各代表团按成员名单的顺序排列。

## 工作台：活动
desk-events = 活动
desk-events-hint = 所有活动及其页面。草稿仅在工作台可见。
new-event = 新建活动
edit-event = 编辑活动
desk-event-count = { $count }项活动
col-title = 标题
col-dates = 日期
col-status = 状态
col-kind = 类别
view-page = 查看页面
save = 保存
create-event = 创建活动
saved = 已保存。订阅的日历将随之更新。
field-slug = 网址
field-slug-hint = 小写字母、数字和连字符；页面网址为 /e/ 加上此处内容。
field-kind = 类别
field-status = 状态
field-series = 系列
field-series-none = 无
field-edition = 届次
field-edition-hint = 仅用于系列中的某一届。
field-language = 以下文字的语文
field-language-hint = 其他语文的文字保持不变。
field-title = 标题
field-theme = 主题
field-lede = 一句话介绍
field-about = 简介
field-about-hint = 段落之间请空一行。
field-objectives = 目标
field-objectives-hint = 每行一项。
field-venue = 会场
field-city = 城市
field-zone = 时区
field-zone-hint = 采用 IANA 列表中的写法，例如 Asia/Bangkok。
field-starts = 开始
field-starts-hint = 活动当地时间。
field-ends = 结束
field-known = 已知信息
known-time = 日期和时刻
known-day = 仅日期
known-within = 其中某一天，没有记录
field-format = 形式
field-format-none = 未知
field-host = 东道方
field-host-none = 无
field-interpretation = 口译语文
field-interpretation-hint = 如尚不清楚，请全部留空：页面上不会显示。
field-contact = 秘书处电子邮件地址
field-closes = 注册截止时间
field-closes-hint = 活动当地时间。如无需注册，请留空。
texts-heading = 文字
when-heading = 时间和地点
registration-heading = 注册和联系方式

## 工作台：日程
session-add = 添加环节
session-edit = 编辑环节
session-remove = 删除环节
session-remove-question = 要从日程中删除此环节吗？
session-day = 日期
session-from = 开始时间
session-to = 结束时间
session-title = 标题
session-about = 说明
session-room = 会议室
session-kind = 类别
session-saved = 日程已更改。
session-removed = 环节已删除。
back-to-event = 返回活动

## 填写有误
wrong-slug = 请使用小写字母、数字和连字符，至少两个字符。
wrong-slug-taken = 另一项活动已使用此网址。
wrong-choice = 请从列表中选择一项。
wrong-required = 请填写{ $what }。
wrong-long = 最多可填{ $n }个字符。
wrong-zone = 无法识别此时区。请按 Asia/Bangkok 的形式填写。
wrong-datetime = 此日期和时间不存在。请按 2022-09-13T09:00 的形式填写。
wrong-date = 此日期不存在。
wrong-time = 请填写时间，例如 09:30。
wrong-order = 结束时间早于开始时间。
wrong-skipped = { $zone }的时钟当天会跳过这一时刻；此时间不存在。
wrong-edition = 请填写不小于1的数字，并选择系列。
wrong-edition-only = 只有届会才有系列和届次。
wrong-edition-taken = 该系列已有这一届。
wrong-email = 请填写电子邮件地址，例如 name@example.org。
wrong-outside = 这一天不在活动期间。
stale-note = 其间有人更改了此活动。您填写的内容列于下方；请核对后再次保存。
what-title = 标题
what-starts = 开始时间
what-ends = 结束时间
what-day = 日期
error-heading = 出现问题
wrong-encoding = 部分字符无法读取。请核对后重新发送。
wrong-signs = 部分符号无法保存，已被删除。请核对文字后重新发送。
scope-events-write = 更改活动及其日程
