## The form
register = Register
registration = Registration
not-yet = You have an account. You are not yet registered.
step-of = Step { $n } of { $total }
saved-at = saved { $time }
steps = Steps
done = Done
now = Now
to-do = To do
last = Last
step-you = You
step-delegation = Your delegation
step-papers = Photo and papers
step-access = Access needs
step-check = Check and send
save-continue = Save and continue
save-later = Save and come back later
saved-note = Saved. Come back whenever you like: your answers wait here until registration closes.
kept-note = Your session had ended. What you had typed is back below: check it and save.
closes-note = Registration closes on { $date } at { $time }, time of { $place } ({ $offset }).
free-note = Registration is free of charge.

honorific = Title
honorific-hint = If any, for example H.E., Dr or Ms
badge-name = Name on the badge
badge-name-hint = As it should be printed
position = Position
position-hint = As it should be printed, for example “Director-General, Department of International Cooperation”

representation = You take part as
rep-member = Member or associate member
rep-observer-state = Observer State
rep-un-entity = United Nations entity
rep-igo = Intergovernmental organization
rep-ngo = Non-governmental organization
rep-university = University or research institute
rep-media = Media
rep-other = Other, by invitation
associate-member = Associate member
member-choice = Member you represent
member-choice-hint = For members and associate members, in the English order of the list
member-none = Choose from the list
organization = Organization you represent
organization-hint = For everybody else: its full name, or the name of the observer State
role = Role in the delegation
role-head = Head of delegation
role-alternate = Alternate
role-delegate = Delegate
role-adviser = Adviser

photo = Photo for the badge
photo-hint = JPEG or PNG, up to 8 MB. Head and shoulders before a plain background, nobody else. It is made smaller here.
letter = Note verbale or letter of nomination
letter-hint = PDF, up to 10 MB. Governments send a note verbale; organizations a dated and signed letter.
papers-later = You may save this step without them and send your registration. The secretariat decides when it has both.
paper-received = Received
paper-remove = Remove
paper-replace = To replace a file, choose another one below.
photo-alt = Photo of { $name }
papers-save = Save the files
papers-saved = The files are with the secretariat.

access-lede = Leave empty what you do not need. Only those who prepare the venue see these answers.
access-needs = At the venue I need
need-wheelchair = A place for a wheelchair, step-free ways
need-support-person = A place for my support person
need-assistance-dog = Entry with my assistance dog
need-captioning = Captions of what is said
need-sign-language = Sign language interpretation
diet = Food
diet-hint = For example vegetarian, halal, an allergy
other-needs = Anything else
other-needs-hint = For example a rest room for prayer or nursing, or an early seat
none = None

check-lede = Please check your answers. After sending, the secretariat decides; photo and letter may still be added.
change = Change
not-given = Not given
missing-photo = There is no photo yet. You may send without it and add it later.
missing-letter = There is no letter yet. You may send without it and add it later.
missing-step = Before you can send, complete this step: { $step }
send = Send my registration
sent-note = Your registration has been sent. A letter confirming it is on its way to { $email }.

## Closed
closed-title = Registration is closed
closed-since = Registration for this event closed on { $date } at { $time }, time of { $place } ({ $offset }).
closed-never = There is no registration for this event.
closed-ask = If you still need to attend, write to the secretariat.
back-to-event = Back to the event

## What is wrong with an entry
error-heading = There is a problem
error-word = Error:
wrong-long = Use at most { $n } characters.
wrong-signs = This text held signs that cannot be printed. They have been taken out: check it and save again.
wrong-name = Enter the name as it should be printed on the badge.
wrong-position = Enter your position.
wrong-representation = Choose in what capacity you take part.
wrong-member = Choose the member you represent from the list.
wrong-organization = Enter the name of the organization you represent.
wrong-role = Choose your role in the delegation.
wrong-photo = This file is not a JPEG or PNG picture. Choose another one.
wrong-photo-large = This picture is larger than 8 MB. Choose a smaller one.
wrong-photo-small = This picture is too small to tell a face. Choose a larger one, at least 100 pixels on each side.
wrong-photo-broken = This picture cannot be read. Save it again as JPEG or PNG and choose it once more.
wrong-letter = This file is not a PDF. Choose another one.
wrong-letter-large = This file is larger than 10 MB. Choose a smaller one.
wrong-letter-broken = This PDF is not complete. Save it again and choose it once more.
wrong-already-sent = Your registration has been sent already; this answer can no longer be changed here. Write to the secretariat.

## My registration
my-title = My registration
my-number = Number { $number }
my-none = You have not registered for this event.
my-continue = Continue my registration
my-start = Register
my-again = Register again
my-answers = My answers
my-papers-add = Add or replace photo and letter
status = Status
state-draft = Draft
state-pending = With the secretariat
state-accredited = Accredited
state-declined = Declined
state-withdrawn = Withdrawn
track-received = Received
track-secretariat = With the secretariat
track-secretariat-since = since { $when }; usually three working days
track-secretariat-done = until { $when }
track-next = The secretariat acts next. You need not do anything.
track-next-papers = The secretariat acts next. Please add what is missing: { $what }.
track-decided = Decision
track-decided-later = comes by e-mail
track-accredited = Accredited
track-declined = Declined
track-withdrawn = Withdrawn by you
track-badge = Badge
track-badge-later = comes later, after accreditation
decline-heading = Why
decline-ask = If you think this is a mistake, write to the secretariat:
calendar-add = Add to calendar
withdraw = Withdraw
withdraw-title = Withdraw your registration?
withdraw-what = The secretariat is told, and you will not be expected. You can register again while registration is open.
withdraw-yes = Yes, withdraw
withdraw-no = No, keep it
times-of = Times are those of { $place } ({ $offset }).
withdrawn-note = Your registration is withdrawn.
withdraw-nothing = There is nothing to withdraw: your registration has been decided or withdrawn meanwhile.
withdraw-over = The event is over; nothing can be withdrawn.
panel-state = Your registration: { $state }
panel-see = See my registration
panel-continue = Continue registration

## Desk
desk-title = Desk
desk-lede = What waits for you.
desk-waiting = { $count ->
    [0] Nobody waits for a decision.
    [one] { $count } person waits for a decision.
   *[other] { $count } people wait for a decision.
}
desk-decide = Decide
desk-nothing = No event has registration yet.
accreditation = Accreditation
registrations = Registrations
views = Saved views
view-pending = To decide
view-accredited = Accredited
view-declined = Declined
view-withdrawn = Withdrawn
event = Event
filter-text = Name, delegation, e-mail or number
filter-more = More filters
filter-check = Check
filter-any = Any
filter = Filter
filter-clear = Show all
table-pending = { $count ->
    [one] { $count } request to decide, oldest first.
   *[other] { $count } requests to decide, oldest first.
}
table-count = { $count ->
    [one] { $count } registration
   *[other] { $count } registrations
}
table-keys = In the table:
table-key-move = move,
table-key-select = select,
table-key-open = open.
col-name = Name
col-delegation = Delegation
col-role = Role
col-representation = Representation
col-check = Check
col-waiting = Waiting
col-received = Received
col-number = Number
check-complete = Complete
check-no-photo = Photo missing
check-no-letter = No letter
check-duplicate = Possible duplicate
waiting-today = today
waiting-days = { $count } d
select-all = Select all on this page
select-one = Select { $name }
selected = selected
accredit = Accredit
decline = Decline
none-selected = Tick at least one person.
queue-empty = Nothing here.
queue-empty-filter = Nothing matches this filter.
page-of = Page { $n } of { $total }
page-next = Next page
page-previous = Previous page
report-done = { $count ->
    [one] { $count } person accredited.
   *[other] { $count } people accredited.
}
report-skipped = { $count ->
    [one] { $count } skipped:
   *[other] { $count } skipped:
}
report-line = { $name }: { $why }
sample-data = Sample data
detail-next = Next
detail-previous = Previous
detail-back = Back to the list
detail-person = Person
detail-email = E-mail of the account
detail-papers = Photo and letter
detail-letter-open = Open the letter
detail-same = Same name at this event
detail-story = What happened
detail-decision = Decision
move-pending = Sent by { $name }
move-accredited = Accredited by { $name }
move-declined = Declined by { $name }
move-withdrawn = Withdrawn by { $name }
decline-title = Decline this request
decline-reason = Reason
decline-reason-none = Choose a reason
decline-words = In words, for the person
decline-words-hint = The person reads this in the letter and on the registration page. Write it in the language of the person: { $language }.
reason-no-nomination = The member or organization has not nominated this person
reason-papers = Photo or letter missing or not readable
reason-representation = This event is not open to this representation
reason-places = All places of the delegation are taken
reason-duplicate = The person is registered already
reason-other = Another reason
wrong-reason = Choose a reason.
wrong-words = Write to the person why, in at least a few words.
already-decided = Already decided by { $name } on { $when }: { $state }.
already-withdrawn = The person withdrew on { $when }.
unknown-request = This request does not exist at this event.
decided-note = { $name }: { $state }. The letter is on its way.

## Letters
mail-hello = Dear { $name },
mail-received-subject = Your registration has been received
mail-received-fact = Your registration has been received: { $event }. Its number is { $number }.
mail-received-next = The secretariat decides next, usually within three working days. You will be told by e-mail.
mail-received-photo = Your photo is still missing. Please add it on your page.
mail-received-letter = Your note verbale or letter of nomination is still missing. Please add it on your page.
mail-see = See my registration
mail-accredited-subject = You are accredited
mail-accredited-fact = You are accredited to the following event: { $event }. Your number is { $number }.
mail-accredited-when = { $dates }, { $place }
mail-accredited-calendar = The invitation that comes with this letter puts the event in your calendar.
mail-accredited-badge = Your badge comes later. Bring a document with your photo.
mail-declined-subject = Your registration has been declined
mail-declined-fact = Your registration has been declined: { $event } ({ $number }).
mail-declined-reason = Reason: { $reason }.
mail-declined-ask = If you think this is a mistake, or have a question, write to { $email }.
mail-withdrawn-subject = Your registration is withdrawn
mail-withdrawn-fact = Your registration is withdrawn, as you asked: { $event } ({ $number }).
mail-withdrawn-calendar = The event is taken out of your calendar.
mail-withdrawn-again = You can register again while registration is open.
mail-foot = You receive this letter because somebody registered with this address. Registration is free of charge: never pay anybody for it.
scope-registrations-write = Register you for events, and withdraw
scope-desk = See the requests at the desk and decide on them

## Two accounts of one person
merged-registration = Registration: { $event } ({ $state })
