people = People and roles
people-hint = A role opens the desk or a task on it. It takes effect at once.
name = Name
email = Email
password = Password
password-hint = 8 characters or more
role = Role
give-role = Give this role
take-role = Take away
problem = There is a problem
name-wrong = Enter the name, in at most 200 characters
email-wrong = Enter an e-mail address, such as name@ministry.example
email-known = This address has an account already. Use another.
no-account = No account has this address. The person makes one first.
last-administrator = The last administrator stays: give the role to somebody else first.
begin = Make the administrator’s account
begin-words = This site has no administrator yet. The link you opened makes one, once.
create-account = Create account
role-administrator = Administrator
role-officer = Secretariat officer
role-registrar = Registrar
role-focal-point = Focal point
role-contributor = Contributor
role-provider = Provider officer
role-chair = Working-group chair
role-delegate = Delegate
people-count = { $count ->
    [one] { $count } role given
   *[other] { $count } roles given
}
scope-roles = See who has which role, give roles and take them
scope-accounts = See all accounts and the log, sign people out, and say who may sign in
accounts = Accounts
accounts-hint = Everybody who can sign in. Find somebody by name or address.
accounts-search = Name or email
accounts-none = Nobody has this name or address.
accounts-first = { $count ->
    [one] { $count } account
   *[other] { $count } accounts, 100 at most
}
account-state = State
account-active = Active
account-disabled = May not sign in
account-unconfirmed = Address not confirmed yet
account-browsers = { $count ->
    [0] Signed in nowhere
    [one] Signed in in { $count } browser
   *[other] Signed in in { $count } browsers
}
account-seen = Last seen { $when }
account-end-sessions = Sign out everywhere
account-log = What happened to this account
account-disable = Let nobody sign in to it
account-disable-hint = It is signed out everywhere at once, its tokens and links end. It can be allowed again.
account-enable = Allow signing in again
account-enable-hint = Its owner signs in with the password and a letter, as before.
account-done = Done.
audit = Log
audit-hint = What happened to accounts: nothing in it can be changed, and it holds no password, link or code.
audit-kind = Kind
audit-any = All
audit-address = Internet address
audit-from = From
audit-until = Until
audit-filter = Show
audit-clear = Show all
audit-none = There is no such line.
audit-newest = The newest first
audit-when = When
audit-what = What
audit-whom = On whom
audit-who = Who
audit-whence = From where
audit-older = Older
audit-kept = How long it is kept
audit-kept-hint = For each kind: the days a line is kept, and the days the address and browser it came from are.
audit-days = Days
audit-address-days = Days of the address
audit-set = Set
audit-is-set = Set.
audit-days-wrong = Enter days from 1 to 36 500
assisted = The mailbox is lost
assisted-hint = For somebody who cannot read the old address any more and is known to you. A second administrator has to agree; then the old address has a day to stop it. Nobody sees or sets a password.
assisted-email = New email address
assisted-reason = Reason
assisted-reason-hint = How you know that it is the person. It stays in the log.
assisted-reason-wrong = Say why, in at most 500 characters
assisted-ask = Ask for the change
assisted-asked = { $name } asked to give this account the address { $email }.
assisted-second = A second administrator has to agree.
assisted-agree = Agree to it
assisted-due = Agreed. The address changes at { $time }, unless it is stopped from the old mailbox.
kind-sign-in = Signing in
kind-session = Browsers
kind-console-link = Links from the server
kind-token = Tokens
kind-account = Accounts
kind-role = Roles
kind-other = Everything else
mail = Mail
mail-hint = From which address letters come, whether they leave, and whether they are believed.
mail-from = Letters come from { $address }.
mail-foreign = That is not an address of { $host }: mail servers will ask the owner of its domain whether this site may use it.
mail-waiting = { $count ->
    [0] No letter waits to be handed over.
    [one] { $count } letter waits to be handed over.
   *[other] { $count } letters wait to be handed over.
}
mail-test = Test letter
mail-test-hint = It goes the way of every letter. What the mail server answered is shown here; whether it was believed stands in the letter itself.
mail-test-send = Send a test letter to { $address }
mail-test-waiting = The test letter of { $time } waits to be handed over. Tries so far: { $tries }.
mail-test-sent = Our mail server took the test letter at { $time }. Look for it in the mailbox { $address }, and in its spam.
mail-test-refused = The test letter was refused for good at { $time }.
mail-said = The answer was:
mail-look-again = Look again
mail-test-subject = Test letter of { $site }
mail-test-fact = This letter was asked for on the desk of { $site }. That you read it shows that letters arrive.
mail-test-source = Look into its source for the line “Authentication-Results”: spf, dkim and dmarc should each say “pass”.
mail-test-spam = If it lay in spam, or one of the three does not say “pass”, the guide’s page on mail says what to set.
merge = Merge with another account of the same person
merge-hint = For somebody who has two accounts. This one ends, and its registrations and roles go to the other. It can be undone for seven days.
merge-into = Address of the account that stays
merge-look = Show what would happen
merge-nobody = No account has this address
merge-same = This is the same account. Enter the address of the other one.
merge-own = Nobody merges an account of her own: another administrator does.
merge-not-now = Both must be allowed to sign in, the address of the account that stays be confirmed, and no change of address be under way for either
merge-ends = This account ends:
merge-stays = This account stays:
merge-goes = { $count ->
    [0] Nothing goes to the account that stays
    [one] { $count } record goes to the account that stays
   *[other] { $count } records go to the account that stays
}
merge-both = { $count ->
    [one] Both accounts have this
   *[other] Both accounts have these { $count }
}
merge-both-hint = What the account that stays has counts. The other remains, unchanged, with the account that ends; a registration that is there twice can be declined as a duplicate.
merge-then = The account that ends is signed out everywhere at once, its links and tokens end, and its password opens nothing. Passwords and whatever else proves who somebody is do not go along. Both addresses get a letter.
merge-reason-hint = How you know that both belong to the same person. It stays in the log, and the person reads it.
merge-reason-wrong = Say why, in at most 500 characters
merge-do = Merge the two accounts
merge-leave = Leave both as they are
merge-done = Two accounts made one
merge-ended = { $name } merged this account into { $email } at { $time }.
merge-came = { $name } merged the account { $email } into this one at { $time }.
merge-undo-until = It can be undone until { $time }: what came from there goes back, and nothing is signed in.
merge-undo = Undo it
merged-role = Role: { $role }
merged-role-at = Role at one event: { $role }
mail-trouble-letters = Letters have not left, or only late, since { $time }.
mail-trouble-relay = One mail server has taken no letters since { $time }; they leave by another.
mail-relays = The ways letters leave
mail-relay-well = takes letters.
mail-relay-ails = did not take the last letter.
mail-relay-down = takes none; whether it is back is tried every 30 seconds.
mail-test-code = Type this code on the desk’s page of the second step, and it is known that letters come back: { $code }
second-step = Second step
second-step-hint = What signs somebody in after her password. A second step is always asked.
second-step-any = A letter, an authenticator or a recovery code will do.
second-step-letter = Since { $time } only the letter will do. A passkey signs in without password and letter.
second-step-on = Take the letter only
second-step-off = Take other second steps too
second-step-needs = It can be switched on when a test letter has come back within a day and an administrator has a passkey: so that nobody is locked out when mail is down.
second-step-back = A test letter came back at { $time }.
second-step-not-back = No test letter has come back within a day. Send one on the page of mail, read it, and type its code here.
second-step-passkeys = { $count ->
    [0] No administrator has a passkey. Add one on the page of your account.
    [one] { $count } administrator has a passkey.
   *[other] { $count } administrators have a passkey.
}
second-step-code = Code of the test letter
second-step-came = It came back
second-step-code-wrong = That is not the code of your last test letter.
