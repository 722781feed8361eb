//! A registration as programs see it: the same for its person and for the desk.

use base::Id;
use files::StoredFile;
use forum::Event;
use jiff::Timestamp;
use web::api::{Call, Kind, LANGUAGES};

use crate::pages::answers::Whole;
use crate::{Reason, Representation, Role, State, labels};

web::shape! {
    /// One person's request to attend one event.
    pub struct Registration {
        /// Never changes.
        id: Id<crate::Registration>,
        /// The event, by its slug.
        event: String,
        /// The IANA time zone of the event.
        time_zone: String,
        /// The number people quote; null until it is sent.
        number: Option<String>,
        /// Where it stands.
        state: &'static str = Kind::Code(&State::CODES),
        /// The language of its letters.
        language: String = Kind::Code(&LANGUAGES),
        /// Title, as on the badge.
        honorific: String,
        /// Name, as on the badge.
        badge_name: String,
        /// Position, as on the badge.
        position: String,
        /// In what capacity she attends.
        representation: Option<String> = Kind::Maybe(&Kind::Code(Representation::CODES)),
        /// The member she represents, by its code.
        member: Option<String> = Kind::Maybe(&Kind::Iso3),
        /// The organization she represents, where it is no member.
        organization: String,
        /// Her place in the delegation.
        role: Option<String> = Kind::Maybe(&Kind::Code(Role::CODES)),
        /// Needs a place for a wheelchair.
        wheelchair: bool,
        /// Comes with a support person.
        support_person: bool,
        /// Comes with an assistance dog.
        assistance_dog: bool,
        /// Needs captions.
        captioning: bool,
        /// Needs sign language.
        sign_language: bool,
        /// What she does not eat.
        diet: String,
        /// What else the venue must prepare.
        other_needs: String,
        /// The photo.
        photo: Option<Paper>,
        /// The letter of nomination.
        letter: Option<Paper>,
        /// When it was sent.
        submitted_at: Option<Timestamp>,
        /// When it was decided.
        decided_at: Option<Timestamp>,
        /// Why it was declined.
        reason: Option<String> = Kind::Maybe(&Kind::Code(Reason::CODES)),
        /// Why it was declined, in words.
        reason_text: Option<String>,
        /// When she took it back.
        withdrawn_at: Option<Timestamp>,
        /// It is sample data.
        sample: bool,
        /// When it was begun.
        created_at: Timestamp,
        /// When it was changed.
        updated_at: Timestamp,
    }

    /// A photo or a letter of nomination.
    pub struct Paper {
        /// Its name, as it was sent.
        name: String,
        /// Its media type.
        media_type: String,
        /// In bytes.
        size: i64,
        /// Where it is.
        address: String,
    }
}

impl Registration {
    /// `papers` is the address below which photo and letter are.
    pub fn of(call: &Call, event: &Event, whole: &Whole, papers: &str) -> Registration {
        let r = &whole.registration;
        let paper = |file: &Option<StoredFile>, which: &str| {
            file.as_ref().map(|file| Paper {
                name: file.name.clone(),
                media_type: file.kind.clone(),
                size: file.size,
                address: call.address(&format!("{papers}/{which}")),
            })
        };
        Registration {
            id: r.id,
            event: event.slug.clone(),
            time_zone: event.zone.clone(),
            number: Some(labels::number(event, r)).filter(|number| !number.is_empty()),
            state: r.state().code(),
            language: r.lang.clone(),
            honorific: r.honorific.clone(),
            badge_name: r.badge_name.clone(),
            position: r.position.clone(),
            representation: r.representation.clone(),
            member: whole.member.as_ref().map(|member| member.iso3.clone()),
            organization: r.organization.clone(),
            role: r.role.clone(),
            wheelchair: r.wheelchair,
            support_person: r.support_person,
            assistance_dog: r.assistance_dog,
            captioning: r.captioning,
            sign_language: r.sign_language,
            diet: r.diet.clone(),
            other_needs: r.other_needs.clone(),
            photo: paper(&whole.photo, "photo"),
            letter: paper(&whole.letter, "letter"),
            submitted_at: r.submitted_at,
            decided_at: r.decided_at,
            reason: r.reason.clone(),
            reason_text: Some(r.reason_text.clone()).filter(|text| !text.is_empty()),
            withdrawn_at: r.withdrawn_at,
            sample: r.sample,
            created_at: r.created_at,
            updated_at: r.updated_at,
        }
    }
}
