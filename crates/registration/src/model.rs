//! A registration as it stands in the database, and the small lists its answers come from.

use base::Id;
use db::record;
use files::StoredFile;
use forum::Event;
use jiff::Timestamp;
use members::Member;
use people::Account;

use crate::State;

record! {
    /// One person's request to attend one event.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Registration {
        pub id: Id<Registration>,
        pub event_id: Id<Event>,
        pub account_id: Id<Account>,
        pub number: Option<i64>,
        pub state: String,
        pub lang: String,
        pub honorific: String,
        pub badge_name: String,
        pub position: String,
        pub representation: Option<String>,
        pub member_id: Option<Id<Member>>,
        pub organization: String,
        pub role: Option<String>,
        pub photo_id: Option<Id<StoredFile>>,
        pub letter_id: Option<Id<StoredFile>>,
        pub wheelchair: bool,
        pub support_person: bool,
        pub assistance_dog: bool,
        pub captioning: bool,
        pub sign_language: bool,
        pub diet: String,
        pub other_needs: String,
        pub access_saved: bool,
        pub submitted_at: Option<Timestamp>,
        pub decided_at: Option<Timestamp>,
        pub decided_by: Option<Id<Account>>,
        pub reason: Option<String>,
        pub reason_text: String,
        pub withdrawn_at: Option<Timestamp>,
        pub sample: bool,
        pub created_at: Timestamp,
        pub updated_at: Timestamp,
    }
}

impl Registration {
    /// Where it stands. The database admits no other word.
    pub fn state(&self) -> State {
        State::parse(&self.state).unwrap_or(State::Draft)
    }

    pub fn representation(&self) -> Option<Representation> {
        self.representation.as_deref().and_then(Representation::parse)
    }

    pub fn role(&self) -> Option<Role> {
        self.role.as_deref().and_then(Role::parse)
    }

    pub fn reason(&self) -> Option<Reason> {
        self.reason.as_deref().and_then(Reason::parse)
    }

    /// The language her letters are written in.
    pub fn locale(&self) -> i18n::Locale {
        i18n::Locale::parse(&self.lang).unwrap_or(i18n::Locale::En)
    }

    /// Whether the answers of this step are complete.
    pub fn done(&self, step: Step) -> bool {
        match step {
            Step::You => !self.badge_name.is_empty() && !self.position.is_empty(),
            Step::Delegation => {
                self.representation.is_some()
                    && self.role.is_some()
                    && (self.member_id.is_some() || !self.organization.is_empty())
            }
            Step::Papers => self.photo_id.is_some() && self.letter_id.is_some(),
            Step::Access => self.access_saved,
            Step::Check => self.state() != State::Draft,
        }
    }

    /// Whether it can be sent: photo and letter may follow while the secretariat looks at it.
    pub fn sendable(&self) -> bool {
        self.done(Step::You) && self.done(Step::Delegation)
    }

    /// The first step that is not complete.
    pub fn next_step(&self) -> Step {
        Step::ALL
            .into_iter()
            .find(|step| !self.done(*step))
            .unwrap_or(Step::Check)
    }
}

/// A short list whose codes are stored and stand in forms.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$item])* $variant,)+ }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant,)+];
            pub const CODES: &[&str] = &[$($code,)+];

            /// As stored, in forms and in addresses.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

choice! {
    /// In what capacity one attends.
    Representation {
        /// A member or associate member of the convening body; the list of members says which.
        Member = "member",
        ObserverState = "observer_state",
        UnEntity = "un_entity",
        Igo = "igo",
        Ngo = "ngo",
        University = "university",
        Media = "media",
        Other = "other",
    }
}

choice! {
    /// A person's place in the delegation.
    Role {
        Head = "head",
        Alternate = "alternate",
        Delegate = "delegate",
        Adviser = "adviser",
    }
}

choice! {
    /// Why a registration was declined.
    Reason {
        NoNomination = "no_nomination",
        Papers = "papers",
        Representation = "representation",
        Places = "places",
        Duplicate = "duplicate",
        Other = "other",
    }
}

/// The steps of the form, in the order they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    You,
    Delegation,
    Papers,
    Access,
    Check,
}

impl Step {
    pub const ALL: [Step; 5] = [
        Step::You,
        Step::Delegation,
        Step::Papers,
        Step::Access,
        Step::Check,
    ];

    /// Its part of the address.
    pub fn code(self) -> &'static str {
        match self {
            Step::You => "you",
            Step::Delegation => "delegation",
            Step::Papers => "papers",
            Step::Access => "access",
            Step::Check => "check",
        }
    }

    pub fn parse(code: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.code() == code)
    }

    /// From 1.
    pub fn number(self) -> i64 {
        match self {
            Step::You => 1,
            Step::Delegation => 2,
            Step::Papers => 3,
            Step::Access => 4,
            Step::Check => 5,
        }
    }

    /// The step after it; the last leads to itself.
    #[must_use]
    pub fn following(self) -> Step {
        match self {
            Step::You => Step::Delegation,
            Step::Delegation => Step::Papers,
            Step::Papers => Step::Access,
            Step::Access | Step::Check => Step::Check,
        }
    }
}

/// Step 1: the person as on the badge.
#[derive(Clone, Debug, PartialEq)]
pub struct You {
    pub honorific: String,
    pub badge_name: String,
    pub position: String,
}

/// Whom one represents.
#[derive(Clone, Debug, PartialEq)]
pub enum Sender {
    Member(Id<Member>),
    Organization(Representation, String),
}

/// Step 2: whom one represents, and one's place in the delegation.
#[derive(Clone, Debug, PartialEq)]
pub struct Delegation {
    pub sender: Sender,
    pub role: Role,
}

/// Step 4: what the venue must prepare.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five boxes that are ticked or not, as on the form"
)]
pub struct Access {
    pub wheelchair: bool,
    pub support_person: bool,
    pub assistance_dog: bool,
    pub captioning: bool,
    pub sign_language: bool,
    pub diet: String,
    pub other_needs: String,
}

/// Which of the two papers of step 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    Photo,
    Letter,
}
