## Lists
home-description = { $series }: editions, programme, documents, registration.
home-empty = No event has been published yet.
see-programme = See the programme
open-now = Open now
registration-of = Registration: { $event }
registration-word = Registration
events = Events
events-coming = Coming
events-past = Past
events-none = No events yet.
events-description = All events with their dates, and a calendar to subscribe to.
all-events = All events
all-events-ics = All events (.ics)
editions = Editions
editions-none = No edition has been published yet.
about-series = About the series
edition-nth = { $n ->
    [1] First edition
    [2] Second edition
    [3] Third edition
    [4] Fourth edition
    [5] Fifth edition
    [6] Sixth edition
    [7] Seventh edition
    [8] Eighth edition
   *[other] Edition { $n }
}
kind-edition = Edition
kind-round-table = Round table
kind-side-event = Side event
kind-meeting = Meeting
kind-exhibition = Exhibition
kind-other = Event
status-draft = Draft
status-published = Published
status-postponed = Postponed
status-cancelled = Cancelled
one-day-of = One day of { $range }; the day is not recorded.

## The event
dates = Dates
place = Place
format = Format
format-in-person = In person
format-online = Online
format-hybrid = In person and online
interpretation = Interpretation
theme = Theme
conveners = Conveners
add-to-calendar = Add to calendar
calendar-subscribe = Subscribe (keeps up to date)
calendar-file = Calendar file (.ics)
calendar-google = Google Calendar
calendar-outlook = Outlook
registration-closes = Registration closes { $date }, { $time } in { $place } ({ $offset })
registration-closed = Registration closed { $date }
registration-closes-label = Registration closes
on-this-page = On this page
about = About
objectives = Objectives
key-dates = Key dates
programme = Programme
programme-full = Programme on a page of its own
programme-none = The programme has not been published yet.
programme-days = Days
documents = Documents
documents-none = No documents yet.
all-documents = All documents
venue = Venue
venue-place = { $venue }, { $city }
contact = Contact
contact-secretariat = Forum secretariat
associated = Associated events
tie-within = Held in the frame of
tie-around = Held in its frame
tie-prepared-by = Prepared by
tie-prepares = Prepares
cancelled-note = This event has been cancelled.
postponed-note = This event has been postponed. A new date has not been set.
draft-note = This is a draft. Only the secretariat sees this page.
sample-data = Sample data
sample-note = What is marked “Sample data” was made up for this demonstration.
sample-times = Times of the day and the deadline are sample data.
original-only = This text is given in { $language }; it has not been translated yet.
event-description = { $title }, { $dates }.

## Times
show-times-in = Show times in
event-time = Event time ({ $place })
my-time = My time
times-shown = Times shown:
times-are = Times are those of { $place } ({ $offset }).
other-zone = Show another time zone
other-zone-label = Time zone
other-zone-show = Show
zone-unknown = This time zone is not known.

## Programme
session-plenary = Plenary
session-panel = Panel
session-round-table = Round table
session-working-group = Working group
session-arrival = Arrival
session-social = Social
session-closed = Closed
session-pause = Pause
role-chair = Chair: { $name }
role-moderator = Moderator: { $name }
role-keynote = Keynote: { $name }
role-speaker = Speaker: { $name }
role-panellist = Panel: { $name }
role-rapporteur = Rapporteur: { $name }
role-host = Host: { $name }

## Documents
read-document = Read on this page
for-participants = For registered participants
sign-in-to-read = Sign in to read it
not-issued = Not yet issued
download = Download

## Participants
participants = Participants
participants-later = The list of participants is not published yet. It appears here after accreditation, with the names of delegations in the order of the list of members.

## Desk: events
desk-events = Events
desk-events-hint = Every event with its page. A draft is seen by the desk only.
new-event = New event
edit-event = Edit the event
desk-event-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
col-title = Title
col-dates = Dates
col-status = State
col-kind = Kind
view-page = See its page
save = Save
create-event = Create the event
saved = Saved. Calendars that subscribe will follow.
field-slug = Address
field-slug-hint = Small letters, digits and hyphens; the page is /e/ followed by it.
field-kind = Kind
field-status = State
field-series = Series
field-series-none = None
field-edition = Number of the edition
field-edition-hint = Only for an edition of a series.
field-language = Language of these texts
field-language-hint = Texts in other languages stay as they are.
field-title = Title
field-theme = Theme
field-lede = In one sentence
field-about = About
field-about-hint = Leave an empty line between paragraphs.
field-objectives = Objectives
field-objectives-hint = One a line.
field-venue = Venue
field-city = City
field-zone = Time zone
field-zone-hint = As in the IANA list, for example Asia/Bangkok.
field-starts = Starts
field-starts-hint = Local time of the event.
field-ends = Ends
field-known = What is known
known-time = Days and times
known-day = Days only
known-within = One day of these, not recorded
field-format = Format
field-format-none = Not known
field-host = Host
field-host-none = None
field-interpretation = Languages of interpretation
field-interpretation-hint = Leave all empty when not known: nothing is printed.
field-contact = E-mail of the secretariat
field-closes = Registration closes
field-closes-hint = Local time of the event. Leave empty when there is no registration.
texts-heading = Texts
when-heading = When and where
registration-heading = Registration and contact

## Desk: programme
session-add = Add a session
session-edit = Edit the session
session-remove = Remove the session
session-remove-question = Remove this session from the programme?
session-day = Day
session-from = From
session-to = To
session-title = Title
session-about = Description
session-room = Room
session-kind = Kind
session-saved = The programme has been changed.
session-removed = The session has been removed.
back-to-event = Back to the event

## What is wrong with an entry
wrong-slug = Use small letters, digits and hyphens, at least two.
wrong-slug-taken = Another event has this address.
wrong-choice = Choose one of the list.
wrong-required = Enter { $what }.
wrong-long = Use at most { $n } characters.
wrong-zone = This time zone is not known. Write it as Asia/Bangkok.
wrong-datetime = This date and time do not exist. Use the form 2022-09-13T09:00.
wrong-date = This date does not exist.
wrong-time = Enter a time such as 09:30.
wrong-order = The end is before the start.
wrong-skipped = Clocks in { $zone } jump over this time on this day; it does not exist.
wrong-edition = Give a number from 1 up and choose the series.
wrong-edition-only = Only an edition has a series and a number.
wrong-edition-taken = The series has this edition already.
wrong-email = Enter an e-mail address such as name@example.org.
wrong-outside = This is not a day of the event.
stale-note = Somebody else changed this event meanwhile. Your entries are below; check them and save again.
what-title = a title
what-starts = the start
what-ends = the end
what-day = a day
error-heading = There is a problem
wrong-encoding = Some letters could not be read. Check them and send again.
wrong-signs = Some signs cannot be kept and were taken out. Check the text and send again.
scope-events-write = Change events and their programme
