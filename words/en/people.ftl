## Signing in
sign-in = Sign in
sign-in-lede = After your password we send a link to your email address. It shows that the address is yours.
sign-in-description = Sign in with your email address and password, then the link we send you.
email = Email
password = Password
sign-in-wrong = Email or password is not right.
sign-in-too-often = There were too many tries, from this network or for this address. Try again in { $span }; what you typed is kept, but for the password.
no-account-yet = No account yet?
no-account-lede = You need only a name, an email address and a password.
create-account = Create account
help = Help
help-forgotten = If you have forgotten your password,
reset = choose a new one
help-no-mailbox = If you no longer have the mailbox, ask the secretariat.
busy = Too many people are signing in at this moment. Try again in { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}; what you typed is kept, but for the password.
email-missing = Enter your email address
email-bad = Enter an email address such as name@ministry.example
password-missing = Enter your password
problem = There is a problem
error-mark = Error:

## Creating an account
sign-up-lede = One account serves for every event, and for everything you register or answer.
sign-up-description = Create an account with your name, email address and password.
name = Name
name-hint = As people should see it, for example Mele Taufa
name-missing = Enter your name
new-password = Password
show-password = Show the password
rule-length = 8 to 128 characters; a short sentence is easiest to remember
rule-own = More than your name, your address, or the name of this site or of an event
rule-common = None of the passwords that are used most; we look when you send it
password-common = Choose another password: this is one of the most used, or one with a few digits more, and those are tried first
password-own = Choose another password: without your name, your address and the names of this site and its events, at least 8 characters must be left, because those are easily guessed
password-short = Choose a password of at least 8 characters
password-long = Choose a password of at most 128 characters
password-odd = Choose a password without control characters
have-account = You have an account already?

## The page that waits for the link
check-email = Check your email
waiting-sent = We sent a link to
waiting-to-be-sent = We are sending a link to
waiting-no-link = A link went to this address a moment ago, for a sign-in in another browser. You can ask for one for this browser from { $time }. The address is
waiting-open-here = Open it in this browser and you are signed in.
waiting-valid = It is valid until { $time } and works once.
waiting-number = Opening it on another device? That page asks for this number:
state-waiting = Waiting for you to open the link
state-approved = The number was typed on the other device. Signing you in
state-done = You are signed in
state-denied = This sign-in was refused from the mailbox.
state-locked = Too many wrong codes. Start again; your account is not locked.
state-expired = This sign-in has expired. Start again.
state-ended = This sign-in has ended. Start again.
state-undeliverable = The mailbox { $address } refused our message: it is full or unknown.
start-again = Start again
code-label = Or type the code from the email
code-only-label = Code from the email
code-hint = Eight letters and digits; spaces and dashes do not matter
code-wrong = That is not the code of the latest emails. { $count ->
    [one] One more try.
   *[other] { $count } more tries.
}
code-closed = Too many codes were wrong today, so in this browser none is taken until tomorrow. Open the link in the email here instead.
code-missing = Type the code from the email
code-title = Type the code from the email
code-lede = The email holds a code beside the link. It works only in the browser where you gave your password.
back-to-waiting = Back to the page that waits for the link
other-ways = Other ways to sign in
second-too-often = There were too many wrong codes. Try again in { $span }, or open the link in the letter.
recovery-use = Use a recovery code
recovery-title = Sign in with a recovery code
recovery-lede = Type one of the ten codes that you put away. It is used up by it. We send a letter that says so.
recovery-label = Recovery code
recovery-hint = A figure and ten letters or figures; spaces and dashes do not matter
recovery-missing = Type one of your recovery codes
recovery-wrong = That is not a recovery code of yours that can still be used
passkey-sign-in = Sign in with a passkey
passkey-use = Use your passkey
passkey-title = Sign in with your passkey
passkey-lede = Your device asks for your fingerprint, your face or its PIN. Then you are signed in, without a letter.
passkey-no = No passkey was used. Try again, or sign in another way.
passkey-not-here = This browser cannot use passkeys, or scripts are switched off. Use another way.
passkey-unknown = This passkey is not known here. Sign in another way.
passkey-unverified = Your device did not check that it is you. Unlock it with your fingerprint, your face or its PIN.
passkey-late = That took too long, or was sent twice. Try again.
passkey-too-often = Too many passkeys were not taken. Try again in { $span }, or sign in another way.
totp-use = Use your authenticator
totp-title = Sign in with your authenticator
totp-lede = Type the six figures that your authenticator shows at this moment.
totp-label = Figures from the authenticator
totp-hint = Six figures; they change every 30 seconds and each counts once
totp-missing = Type the six figures
totp-wrong = Those are not the figures of this moment, or they were used already. Wait for the next ones.
reloads = This page reloads every ten seconds.
stop-reloading = Stop reloading
reloads-stopped = This page no longer reloads. When you have opened the link,
look-again = look again
nothing-yet = Nothing yet?
mail-handed-over = Our mail server passed the message on at { $time }. Refresh the inbox and look in spam for { $sender }. Some government systems hold mail for up to ten minutes.
mail-waiting = The message is about to leave. Refresh the inbox and look in spam after a minute or two.
mail-slow = The message has waited since { $time }; it leaves as soon as it can, and its 20 minutes begin only then.
mail-refused = The last message was refused by the mailbox. An earlier link stays valid until its time.
mail-none = No message has been sent for this browser yet.
late = Our mail is slow at the moment.
late-last = Our mail is slow at the moment. The last letter left { $ago }.
late-then = A link leaves as soon as it can, and its minutes begin only then.
late-ways = Ways in that need no letter:
late-way-second = An authenticator or a recovery code, if you have one: after your password, choose it on the page that waits for the letter.
late-way-console = Whoever runs this site can make a link on its server, which works together with your password: ask the secretariat.
late-way-console-of = Whoever runs this site can make a link on its server, which works together with your password: write to { $contact }.
new-link = Send a new link
new-link-from = Possible from { $time }. The link you have stays valid.
too-early = A link was sent { $count ->
    [one] { $count } second
   *[other] { $count } seconds
} ago.
too-early-wait = You can ask for a new one in { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}.
ask-help = Ask the secretariat for help
cancel = Cancel this sign-in
unknown-browser-title = Sign-in not found
unknown-browser = Your browser no longer knows this sign-in. Start again, or use the code on the screen where you started.

## The mailed link
link-title = Signing you in
link-go = Continue to sign in with { $address }.
link-button = Sign in here
link-as-other = You are signed in as { $name }. Continue as { $address }?
link-continue = Continue
link-stay = Stay signed in as { $name }
other-title = Is this you signing in?
other-lede = You opened the link in a browser other than the one where you gave your password. Nothing has happened yet.
other-account = Account
other-where = Signing in on
other-where-what = { $agent }, at { $time }
other-ip = From the address { $ip }
number-label = Number shown on that screen
number-hint = Three digits. You have two tries.
number-button = Sign in there
number-wrong-once = That is not the number. One more try.
number-wrong = That is not the number. Type the code from the email on the screen where you started.
number-off = Signing in by the number is no longer possible here. Type the code from the email on the screen where you started.
number-bad = Type the three digits shown on the screen where you started
here-instead = Sign in on this device instead
or-code-there = Or type the code from the email on that screen.
not-me = It was not me
approved-title = Done
approved-lede = The screen where you started signs you in within a few seconds. You can close this page.
deny-title = You did not ask for this link?
deny-lede = Then somebody else has typed your password. You can end their sign-in here; nobody gets in without the link, the code or the number.
deny-word = NOT ME
deny-label = To end that sign-in, type { $word }
deny-wrong = Type { $word } to end the sign-in, or close this page
deny-button = End that sign-in
denied-title = That sign-in is ended
denied-lede = Nobody was signed in. But somebody knows your password: choose a new one now, here and wherever else you use it.
used-title = This link has already been used
used-when = It was used { $ago }, in { $agent }.
used-not-you = If that was not you, sign in, and tell the secretariat: somebody may be reading your mail.
expired-title = This link is no longer valid
expired-when = It was valid until { $time }.
expired-elsewhere = Go back to the screen where you started and ask for a new one there.
ended-title = This sign-in has ended
ended-lede = The link belongs to a sign-in that was given up, refused or replaced. Start again to get a new one.
incomplete-title = The link looks incomplete
incomplete-lede = Copy all of it, up to its last letter, or type the code from the email on the screen where you started.
unknown-link-title = We do not know this link
unknown-link-lede = It may be older than a day, or not complete. Sign in to get a new one.

## The link from the server's console
console-title = Sign in with the link from the server
console-lede = This link was made on the server for { $address }. It works once, until { $time }, together with the password of the account.
console-ended = Too many wrong passwords were typed, or the account has changed since the link was made.
console-ask-again = Ask the person who runs the server for another link.

## The account
account = Account
account-description = Your name, your address and signing out.
sessions-hint = The browsers, and how to sign out in them.
tokens-hint = For programs that read and write in your name.
sign-out = Sign out
session-over = You were signed out because nothing was sent for a while. Sign in again: what you typed is kept for an hour.

## A browser and a system, as one can name them
agent-on = { $browser } on { $system }
agent-unknown-browser = an unknown browser
agent-unknown-system = an unknown system

## Letters
letter-hello = Hello { $name },
letter-sign-in-subject = Your link to sign in
letter-sign-in-fact = Open this link to sign in to { $site }:
letter-sign-in-button = Sign in
letter-sign-up-subject = Confirm your address and sign in
letter-sign-up-fact = Welcome. Open this link to confirm your address and sign in to { $site }:
letter-sign-up-button = Confirm and sign in
letter-valid = The link works once, until { $time }.
letter-where = It is for the browser in which the password was typed. On another device the page asks for the number shown there.
letter-code = Or type this code on the page that waits:
letter-account = Account: { $address }
letter-when = Asked for: { $time }
letter-agent = Browser: { $agent }
letter-ip = Internet address: { $ip }
letter-never = We never ask for this code or the number by phone or chat.
letter-wasnt-you = Was it not you? Then somebody knows your password. Do not open the link; sign in yourself at { $url } and ask the secretariat to change the password.
letter-wasnt-you-sign-up = Was it not you? Then do nothing: without the link there is no account.
letter-known-subject = You already have an account
letter-known-fact = Somebody, probably you, asked for a new account at { $site } with this address. It has one already; nothing was changed.
letter-known-do = To sign in, open this page and use your password:
letter-known-button = Go to the sign-in page
letter-known-forgotten = If you have forgotten the password, choose a new one there.
letter-known-wasnt-you = If it was not you, you need do nothing.
letter-console-subject = A sign-in link was made on the server
letter-console-fact = On the server of { $site }, a link was made with which { $name } can sign in without a letter. It works once, for ten minutes, together with the password of the account.
letter-console-do = You receive this because you are an administrator. The list of people shows who has which role:
letter-console-button = Open the list of people
letter-console-when = Made: { $time }
letter-console-reason = Reason given: { $reason }
letter-console-last = If you know of it, you need do nothing. If not, ask the person who runs the server at once.

# Tokens for programs.
scope-read = Read what you may read, except the desk’s registrations
scope-account-write = End tokens
tokens = Tokens for programs
tokens-lede = With a token a program reads and writes in your name what you allow it to, until the token ends. A new password ends them all.
tokens-reference = What a program can do
tokens-count = { $count ->
    [one] { $count } token
   *[other] { $count } tokens
}
token-made = The token is made. Copy it now: it is shown only once.
token-made-label = Your new token
token-name = What it is for
token-name-hint = For example the name of the program that gets it.
token-name-wrong = Say what it is for, in at most 100 characters.
token-for = Allows: { $scopes }
token-scopes = May be used to
token-scopes-hint = It never allows more than your own roles do at that moment.
token-scopes-missing = Choose at least one.
token-used = Last used { $when }
token-never-used = Never used
token-ends = Ends { $when }
token-ended = Ended { $when }
token-lasts = Ends after
token-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
token-days-missing = Choose how long it lasts.
token-too-many = { $count ->
    [one] You have { $count } token that is still good; end it first.
   *[other] You have { $count } tokens that are still good; end one first.
}
token-new = A new token
token-make = Make the token
token-revoke = End

## A new password by letter
reset-title = Choose a new password
reset-lede = Enter the address of your account. We send it a link to a page on which you choose a new password.
reset-send = Send the link
reset-sent = If { $address } has an account here, a link is on its way to it. It is valid for 60 minutes and works once.
reset-sent-more = Nothing there after a few minutes? Look in spam. One link a minute is sent, and ten a day.
reset-again = Ask for a new link
reset-page-lede = Everybody who is signed in to this account will be signed out. After that you sign in with the new password, and a letter, as always.
reset-address = Email address of the account
reset-address-hint = Typed once more, so that the link alone is of no use to anybody.
reset-address-wrong = This link was not sent to that address. Type the address of the account.
reset-ended = A wrong address was typed too often, or the account has changed since the letter was sent.
reset-done = Your new password is set. Sign in with it.
password-set = Set the new password
letter-reset-subject = Your link to a new password
letter-reset-fact = Open this link to choose a new password for { $site }:
letter-reset-button = Choose a new password
letter-reset-asks = Its page asks your address once more. Until you set a new password the old one stays.
letter-reset-wasnt-you = Was it not you? Then do nothing: without this link nothing changes.

## Letters about the account
notice-act = If it was you, you need do nothing. If not, choose a new password at once on this page, and tell the secretariat:
notice-last = This letter is sent whenever something that guards your account changes. It can not be switched off.
notice-password-subject = Your password was changed
notice-password-reset = A new password was set for your account at { $site }, with a link that was sent to this address. Everybody was signed out.
notice-password-changed = The password of your account at { $site } was changed. Every other browser was signed out.
notice-limit-subject = You were signed out in one browser
notice-limit = You are signed in to { $site } in more browsers than one account may be. The one that was not used for longest was signed out.
notice-ended-subject = You were signed out everywhere
notice-ended = An administrator of { $site } signed your account out in every browser.
notice-paused-subject = Somebody is guessing your password
notice-paused = A wrong password was entered a hundred times today for your account at { $site }. Until tomorrow the password is taken only in browsers in which you have signed in before. A new password ends that at once.
notice-unfinished-subject = Your password was given, and nobody signed in
notice-unfinished = Somebody gave the right password of your account at { $site } in a browser in which you have not signed in before, and went no further. Nobody was signed in: that takes this mailbox too.
notice-recovery-made-subject = You have new recovery codes
notice-recovery-made = Ten new recovery codes were made for your account at { $site }. Those you had before are of no use any more.
notice-recovery-used-subject = A recovery code was used
notice-recovery-used = Somebody signed in to your account at { $site } with the password and one of your recovery codes. That code is used up.
notice-passkey-added-subject = A passkey was added
notice-passkey-added = A passkey was added to your account on { $site }. It signs in without password and letter.
notice-passkey-removed-subject = A passkey was removed
notice-passkey-removed = A passkey of your account on { $site } was removed. It is of no use any more.
notice-passkey-copied-subject = A passkey of yours may have been copied
notice-passkey-copied = A passkey of your account on { $site } was used, and its device counts fewer uses than before. Either somebody has a copy of it, or the device was set back. If it was not you, remove the passkey on the page of your account.
notice-totp-added-subject = An authenticator was set up
notice-totp-added = An authenticator was set up for your account at { $site }. After the password, its figures sign in without a letter.
notice-totp-removed-subject = Your authenticator was removed
notice-totp-removed = The authenticator of your account at { $site } was removed. Its figures are of no use any more.

## Where one is signed in
sessions-title = Where you are signed in
sessions-lede = Each line is a browser. One that you do not know: end it, then choose a new password. After { $count } browsers the one that was not used for longest is signed out.
sessions-count = { $count ->
    [one] { $count } browser
   *[other] { $count } browsers
}
session-this = This one
session-seen = Last seen { $when }
session-place = From the address { $ip }
session-by-link = Signed in by link, { $when }
session-by-code = Signed in by the code of a letter, { $when }
session-by-number = Signed in by number from another device, { $when }
session-by-recovery = Signed in by a recovery code, { $when }
session-by-passkey = Signed in by passkey, { $when }
session-by-totp = Signed in by authenticator, { $when }
session-by-console = Signed in by a link from the server, { $when }
session-end = Sign out
sessions-end-others = Sign out everywhere else
sessions-end-others-hint = Your programs' tokens, and links that were sent and not used, end too.
sessions-ended = Done. What you ended is signed out now.

## Asking again
again-title = Is it still you?
again-lede = What you are about to do needs more than an open browser. Enter your password; we then send a code to your address. After that you are not asked for ten minutes.
again-send-code = Send me a code
again-code-lede = We sent a code to { $address }. It is valid until { $time }.
again-new-code = Send another code
again-go-on = Go on
again-leave = Leave it
again-password-wrong = That is not your password. { $count ->
    [one] One more try, then you are signed out.
   *[other] { $count } more tries.
}
again-passkey-lede = What you are about to do needs more than an open browser. Use your passkey; then nothing is asked for ten minutes.
again-totp-lede = What you are about to do needs more than an open browser. Type the six figures that your authenticator shows. After that you are not asked for ten minutes.
again-totp-wrong = Those are not the figures of this moment, or they were used already. { $count ->
    [one] One more try, then you are signed out.
   *[other] { $count } more tries.
}
again-by-letter = Use the password and a letter
again-done = Thank you
again-done-lede = You can go on with what you had begun.
letter-sure-subject = Your code
letter-sure-fact = Somebody who is signed in to your account at { $site } is about to change something that matters. If it is you, type this code on the page that asks for it:
letter-sure-button = Open the page
letter-sure-valid = The code works once, until { $time }, in the browser that asked.
letter-sure-code = Code
letter-sure-wasnt-you = Was it not you? Then somebody knows your password and is signed in: choose a new password at once.

## Changing what one signs in with
change-password = Change password
change-password-hint = Every other browser is then signed out.
change-password-lede = With the new password every other browser is signed out, and your programs' tokens end.
password-changed = Your password is changed. Every other browser was signed out.
change-email = Change email address
change-email-hint = It is confirmed from the old mailbox and the new.
change-email-lede = We send a link to each of the two addresses. When both were opened, the new one is yours to sign in with; until then nothing changes.
email-now = Now:
email-new = New email address
email-send = Send the two links
email-same = This is your address already
email-waiting = We sent links to your address and to { $address }. Open both.
email-waiting-until = They are valid until { $time }.
email-changed = Your email address is changed. Every other browser was signed out.
email-confirm = Change of email address
email-confirm-old = Your account is to get the address { $new } in place of { $old }. Confirm that you want it.
email-confirm-new = Your account is to get this address, { $new }, in place of { $old }. Confirm that it is yours.
email-confirm-button = Confirm
email-half = Half is done
email-half-lede = Now open the link in the letter to the other address. When both are confirmed, the address changes.
email-over = This change was completed, replaced or undone, or its time is over. Your account shows your address.
email-undo = Keep the old address
email-undo-lede = Your account gets its old address back, and everybody who is signed in is signed out. Choose a new password after that.
email-undo-word = UNDO
email-undo-label = To get the old address back, type { $word }
email-undo-wrong = Type { $word } to get the old address back, or close this page
email-undo-button = Give the old address back
email-undone = Your old address is back
email-undone-lede = Everybody was signed out. Choose a new password now: somebody knows the old one.
letter-email-subject = Confirm the change of your address
letter-email-old = Your account at { $site } is to get the address { $new } in place of this one.
letter-email-new = An account at { $site } is to get this address in place of { $old }.
letter-email-act = To confirm, open this link in a browser that is signed in to the account:
letter-email-button = Confirm the change
letter-email-valid = The link is valid until { $time }.
letter-email-wasnt-you = Was it not you? Then do not open it: unless both addresses confirm, nothing changes. If you are the owner of the account, choose a new password.
letter-email-done-subject = Your email address was changed
letter-email-done = Your account at { $site } now has the address { $new }, and this one no more.
letter-email-undo-act = Was it not you? Open this link and type a word; your account gets this address back at once:
letter-email-undo-button = Get the old address back
letter-email-taken = Somebody, perhaps you, asked to give an account at { $site } this address. It has an account of its own already; nothing was changed.

## One's own log
log-title = What happened to your account
log-hint = When and from where, with what was refused.
log-lede = The newest first. A line you cannot explain: choose a new password and tell the secretariat.
log-empty = Nothing yet.
log-older = Older
event-password-ok = The password was typed right
event-link-asked = A link was asked for
event-link-sent = A link was sent
event-link-refused = The mailbox refused the letter with the link
event-approved = The number was typed on another device
event-denied = A sign-in was refused from the mailbox
event-code-failed = A wrong code was typed
event-number-failed = A wrong number was typed
event-recovery-failed = A wrong recovery code was typed
event-passkey-failed = A passkey was not taken
event-totp-failed = Wrong figures of an authenticator were typed
event-completed = Signed in
event-signed-out = Signed out
event-session-ended = A browser was signed out from another
event-others-ended = Every other browser was signed out
event-ended-by-administrator = An administrator signed everybody out
event-session-limit = One browser too many: the one longest not used was signed out
event-proved = Shown again who it is
event-proof-failed = Asked again: a wrong password or code
event-verified = The address was confirmed
event-password-changed = The password was changed
event-password-reset = A new password was set by letter
event-email-asked = A change of address was asked for
event-email-changed = The address was changed
event-email-undone = The change of address was undone
event-recovery-made = New recovery codes were made
event-passkey-added = A passkey was added: { $name }
event-passkey-removed = A passkey was removed: { $name }
event-passkey-copied = A passkey may have been copied: { $name }
event-totp-added = An authenticator was set up
event-totp-removed = The authenticator was removed
event-data-read = All data were downloaded
event-closed = The account was closed
event-disabled = Nobody may sign in to it any more
event-enabled = It may be signed in to again
event-kept-for = The log is kept otherwise: { $rule }
event-token-made = A token was made: { $prefix }
event-token-ended = A token was ended: { $prefix }
event-role-given = A role was given: { $role }
event-letter-only = From now on only a letter will do after a password
event-letter-or-other = From now on other second steps will do after a password, too
event-role-taken = A role was taken away: { $role }
event-console-made = A sign-in link was made on the server: { $reason }
event-console-used = Signed in by a link from the server
event-console-wrong = A wrong password was typed beside a link from the server

## Recovery codes
recovery-codes = Recovery codes
recovery-codes-hint = For the day on which no letter reaches you.
recovery-codes-lede = Ten codes to print or write down and put away. After the password, each signs you in once, without a letter.
recovery-left = { $count ->
    [0] You have none.
    [one] { $count } of them can still be used.
   *[other] { $count } of them can still be used.
}
recovery-make = Make ten new codes
recovery-make-hint = Those you have now are of no use after that.
recovery-made = Your ten new codes
recovery-made-lede = They are shown this once only. Put them where nobody else finds them, apart from your password.
## The authenticator
totp = Authenticator
totp-account-hint = Six figures from your telephone in place of the letter.
totp-account-lede = An authenticator is an application, on your telephone or computer, that shows six figures which change every 30 seconds. After the password they sign you in without a letter.
totp-is-set-up = One is set up.
totp-is-not = None is set up.
totp-set-up = Set one up
totp-another = Set up another in its place
totp-remove = Remove it
totp-scan = Let your authenticator read this picture, then type the figures that it shows.
totp-picture = Picture for the authenticator
totp-open = Set it up in an application on this device
totp-by-hand = Without a camera, type this secret into it. It is shown this once only:
totp-confirm = Confirm
totp-added = Your authenticator is set up.
totp-removed = Your authenticator is removed.
others-too = You are signed in in other browsers too. If you do not know one of them, sign it out.

## Passkeys
passkeys = Passkeys
passkeys-hint = Your fingerprint, your face or a PIN in place of password and letter.
passkeys-lede = A passkey is kept by your telephone, computer or security key. You sign in with the fingerprint, face or PIN that unlocks it. No forged page can make use of it, and no letter is needed.
passkeys-count = { $count ->
    [0] You have no passkey
    [one] { $count } passkey
   *[other] { $count } passkeys
}
passkey-new = A new passkey
passkey-make = Make a passkey
passkey-name = Name
passkey-name-hint = To tell it from your others
passkey-made = Made { $when }.
passkey-used = Last used { $when }
passkey-never-used = Not used yet
passkey-synced = Synchronized between your devices.
passkey-rename = Rename
passkey-rename-save = Save the name
passkey-remove = Remove
passkey-added = Your passkey is ready. Next time sign in with it.
passkey-removed = The passkey is removed. You can delete it on your device, too.
passkey-renamed = The name is saved.
passkey-known = This device has a passkey for your account already.
passkey-not-made = No passkey was made. Try again.
passkey-too-many = You have { $most ->
    [one] { $most } passkey
   *[other] { $most } passkeys
}, which is as many as one account can have. Remove one first.
passkey-last = Whoever works at the desk keeps a passkey or an authenticator. Make another passkey or set up an authenticator first.
passkey-never = This site is reached by a number and not by a name, so no browser makes passkeys for it.
email-instead = You cannot open the old mailbox? Your passkey confirms in its place.

## One's data, and closing the account
data-title = Download my data
data-hint = Everything that is held about you, in one file.
data-lede = One file (JSON) with your account, roles, browsers, tokens, log, registrations and what you typed and did not send. Passwords and recovery codes are not in it: we do not know them.
data-button = Download
close-title = Close my account
close-hint = Signing in ends; some records stay.
close-lede = You will not be able to sign in any more, and nobody can open the account again.
close-ends = What ends
close-ends-what = Every browser is signed out, every token and link ends, your roles are taken away. After 30 days your name, address and password are forgotten; the address is free for a new account from then on.
close-stays = What stays
close-stays-what = Registrations stay with the conveners of each event, who must be able to say who attended. The log of what happened stays as long as its rules say, without your name.
close-word = CLOSE
close-label = To close the account, type { $word }
close-wrong = Type { $word } to close the account, or leave this page
close-button = Close my account
close-last-administrator = You are the last administrator. Give the role to somebody else first.
closed-title = Your account is closed
closed-lede = You are signed out everywhere. Thank you for having been here.

## A lost mailbox
letter-assisted-subject = Your account is to get another address
letter-assisted = Two administrators of { $site } agreed to give your account the address { $new }, because this mailbox was said to be lost.
letter-assisted-act = Is this wrong? Open this link and type a word; the change is stopped:
letter-assisted-button = Stop the change
letter-assisted-due = Otherwise the address changes at { $time }.
notice-assisted = Your account at { $site } now has this address. You were signed out everywhere; choose a new password to sign in.
stop-title = Keep this address?
stop-lede = Your account is about to get another address. You can stop that here.
stop-word = STOP
stop-label = To stop the change, type { $word }
stop-wrong = Type { $word } to stop the change, or close this page
stop-button = Stop the change
stopped-title = The change is stopped
stopped-lede = Your account keeps this address. Tell the secretariat that you still read it.
event-assisted-asked = An administrator asked for another address: { $reason }
event-assisted-agreed = A second administrator agreed to another address: { $reason }
event-assisted-stopped = The change of address was stopped from the old mailbox
event-assisted-done = The address was changed by two administrators

## Two accounts of one person
letter-merged-subject = Your two accounts are one now
letter-merged = An administrator of { $site } has merged your account { $merged } into your account { $into }. Registrations and roles went along; nobody signs in to { $merged } any more.
letter-merged-act = From now on sign in with { $into }:
letter-merged-button = Sign in
letter-merged-undo = Are they not both yours? Tell the secretariat before { $time }. Until then it can be undone.
letter-unmerged-subject = Your two accounts are two again
letter-unmerged = An administrator of { $site } has undone the merging of { $merged } into { $into }. What had gone along came back.
letter-unmerged-act = Sign in with the one or the other, as before:
event-merged = Merged into another account: { $reason }
event-merged-here = Another account was merged into this one: { $reason }
event-unmerged = The merging into another account was undone
event-unmerged-here = The merging of another account into this one was undone

## An organization's account
sign-in-with = Sign in with { $organization }
organization-down = { $organization } does not answer at the moment, so its accounts can not sign in. Your password works, or try again in a few minutes.
organization-not = You are not signed in with an organization
organization-refused = { $organization } did not sign you in. You can try again, or sign in with your password.
organization-altered = What came back does not belong to a sign-in of this browser: it was used already, took longer than ten minutes, or was changed on its way. Nothing has happened to your account.
organization-shut = Your account at { $organization } is known here, but the account it belongs to may not sign in. Ask the secretariat.
organization-taken = This account of { $organization } belongs to another account here. Unlink it there first, or ask the secretariat.
organization-another = At { $organization } you signed in with an account that is not linked to yours here.
offer-title = Your organization's account is new here
offer-has = { $organization } says that { $address } is your address, and there is an account here with it. Sign in to that once, with its password.
offer-has-not = { $organization } says that { $address } is your address. There is no account here with it yet: create one, and your name and address are filled in.
offer-unknown = No account here is linked to yours at { $organization }. Sign in here once, with your password, or create an account.
offer-then = Afterwards we ask whether the two belong together. From then on you can sign in with your organization.
offer-sign-in = Sign in with your password
join-title = Do the two belong together?
join-lede = Whoever can sign in with this account of { $organization } will then be able to sign in here as you.
join-here = Your account here
join-do = Link them
join-not = Not now
organizations = Your organization's account
organizations-hint = Sign in here with the account of your organization.
organizations-lede = With a linked account of your organization you sign in here without the password. Where your organization asks for two steps itself, no letter is needed either.
organizations-none = None is linked.
organization-link = Link an account of { $organization }
organization-linked = The account is linked. You can sign in with it from now on.
organization-unlinked = The account is unlinked. Nobody can sign in here with it any more.
organization-unlink = Unlink
organization-since = Linked { $when }
organization-used = Last used { $when }
organization-unused = Not used yet
again-with = Show it with { $organization }
session-by-organization = Signed in by an organization's account, { $when }
event-organization-ok = Signed in at { $issuer }
event-ended-by-organization = Signed out at { $issuer }, and so here
event-organization-linked = An organization's account was linked: { $issuer }
event-organization-unlinked = An organization's account was unlinked: { $issuer }
notice-organization-subject = An organization's account was linked to yours
notice-organization-linked = An organization's account was linked to your account at { $site }. Whoever can sign in with it can sign in as you.
notice-organization-off-subject = An organization's account was unlinked from yours
notice-organization-unlinked = An organization's account was unlinked from your account at { $site }. Nobody can sign in with it any more.
