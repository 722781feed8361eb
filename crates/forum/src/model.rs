//! The nouns of the forum as they stand in the database: series, event, session, person with a role, document.

use base::Id;
use db::{Moment, record};
use i18n::Locale;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use members::{Member, Organization};
use serde_json::Value;

use crate::texts::{self, Said};
use crate::times;

/// The kinds an event can be.
pub const KINDS: [&str; 6] = [
    "edition",
    "round_table",
    "side_event",
    "meeting",
    "exhibition",
    "other",
];
/// Where an event stands; a draft is known to the desk only.
pub const STATUSES: [&str; 4] = ["draft", "published", "postponed", "cancelled"];
/// How one takes part.
pub const FORMATS: [&str; 3] = ["in_person", "online", "hybrid"];
/// The kinds a sitting of the programme can be.
pub const SESSION_KINDS: [&str; 8] = [
    "plenary",
    "panel",
    "round_table",
    "working_group",
    "arrival",
    "social",
    "closed",
    "pause",
];

record! {
    /// A series of editions: the Forum itself.
    #[derive(Clone, Debug)]
    pub struct Series {
        pub id: Id<Series>,
        pub slug: String,
        pub original_lang: String,
        pub texts: Value,
    }
}

impl Series {
    /// One of its texts for a page.
    pub fn say(&self, field: &str, locale: Locale) -> Said {
        texts::say(&self.texts, &self.original_lang, field, locale)
    }
}

record! {
    /// Anything with a date and a page: an edition, a round table, a meeting.
    #[derive(Clone, Debug)]
    pub struct Event {
        pub id: Id<Event>,
        pub slug: String,
        pub kind: String,
        pub status: String,
        pub series_id: Option<Id<Series>>,
        pub edition: Option<i64>,
        pub original_lang: String,
        pub texts: Value,
        pub zone: String,
        pub starts_local: String,
        pub ends_local: String,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub known: String,
        pub sample_times: bool,
        pub format: Option<String>,
        pub interpretation: String,
        pub host_id: Option<Id<Member>>,
        pub contact_email: String,
        pub registration_closes_local: Option<String>,
        pub registration_closes_at: Option<Timestamp>,
        pub sequence: i64,
        pub created_at: Timestamp,
        pub updated_at: Timestamp,
    }
}

impl Event {
    /// One of its texts for a page: title, theme, lede, about, objectives, venue, city.
    pub fn say(&self, field: &str, locale: Locale) -> Said {
        texts::say(&self.texts, &self.original_lang, field, locale)
    }

    /// Its title in this language, or in the original one.
    pub fn title(&self, locale: Locale) -> String {
        self.say("title", locale).text
    }

    /// Its time zone.
    pub fn tz(&self) -> TimeZone {
        times::zone_or_utc(&self.zone)
    }

    /// First moment, in local time.
    pub fn starts(&self) -> DateTime {
        self.local(&self.starts_local, self.starts_at)
    }

    /// Last moment, in local time.
    pub fn ends(&self) -> DateTime {
        self.local(&self.ends_local, self.ends_at)
    }

    /// The deadline of registration, in local time.
    pub fn closes(&self) -> Option<DateTime> {
        let at = self.registration_closes_at?;
        Some(self.local(self.registration_closes_local.as_deref().unwrap_or(""), at))
    }

    fn local(&self, text: &str, derived: Timestamp) -> DateTime {
        times::parse(text).unwrap_or_else(|| self.tz().to_datetime(derived))
    }

    /// Whether the times of the day are known, not the day alone.
    pub fn timed(&self) -> bool {
        self.known == "time"
    }

    /// Whether it takes place on one day of the range that nobody recorded.
    pub fn day_unknown(&self) -> bool {
        self.known == "within"
    }

    /// Whether anybody may read its page; a draft is for the desk.
    pub fn public(&self) -> bool {
        self.status != "draft"
    }

    /// Whether one may register at this moment: published, with a deadline that has not passed, not over.
    pub fn registration_open(&self, now: impl Into<Moment>) -> bool {
        let now = now.into();
        self.status == "published"
            && now.is_before(self.ends_at)
            && self
                .registration_closes_at
                .is_some_and(|closes| now.is_before(closes))
    }

    /// Whether the deadline of registration was set and has passed.
    pub fn registration_closed(&self, now: impl Into<Moment>) -> bool {
        let now = now.into();
        self.registration_closes_at
            .is_some_and(|closes| !now.is_before(closes))
    }

    /// Whether it is over.
    pub fn over(&self, now: impl Into<Moment>) -> bool {
        !now.into().is_before(self.ends_at)
    }

    /// Languages of interpretation; empty means not known, and nothing is printed.
    pub fn interpretation(&self) -> Vec<Locale> {
        self.interpretation.split(';').filter_map(Locale::parse).collect()
    }
}

record! {
    /// A sitting in the programme.
    #[derive(Clone, Debug)]
    pub struct Session {
        pub id: Id<Session>,
        pub event_id: Id<Event>,
        pub kind: String,
        pub starts_local: String,
        pub ends_local: String,
        pub starts_at: Timestamp,
        pub ends_at: Timestamp,
        pub texts: Value,
        pub sample: bool,
    }
}

impl Session {
    /// First moment, in local time of the event.
    pub fn starts(&self) -> DateTime {
        times::parse(&self.starts_local).unwrap_or_default()
    }

    /// Last moment, in local time of the event.
    pub fn ends(&self) -> DateTime {
        times::parse(&self.ends_local).unwrap_or_default()
    }
}

record! {
    /// A person, member or organization with a role in an event or in one session.
    #[derive(Clone, Debug)]
    pub struct EventPerson {
        pub id: Id<EventPerson>,
        pub session_id: Option<Id<Session>>,
        pub role: String,
        pub name: String,
        pub texts: Value,
        pub member_id: Option<Id<Member>>,
        pub organization_id: Option<Id<Organization>>,
        pub sample: bool,
    }
}

record! {
    /// A day to keep, of an event.
    #[derive(Clone, Debug)]
    pub struct KeyDate {
        pub id: Id<KeyDate>,
        pub day: String,
        pub texts: Value,
        pub sample: bool,
    }
}

record! {
    /// A document of an event: title, perhaps a text of its own, files by language.
    #[derive(Clone, Debug)]
    pub struct Document {
        pub id: Id<Document>,
        pub event_id: Id<Event>,
        pub slug: String,
        pub symbol: Option<String>,
        pub audience: String,
        pub issued_on: Option<String>,
        pub texts: Value,
        pub sample: bool,
    }
}

record! {
    /// The newest file of a document in one language.
    #[derive(Clone, Debug)]
    pub struct DocumentFile {
        pub id: Id<DocumentFile>,
        pub document_id: Id<Document>,
        pub lang: String,
        pub version: i64,
        pub file_id: uuid::Uuid,
        pub kind: String,
        pub size: i64,
        pub hash: String,
    }
}
