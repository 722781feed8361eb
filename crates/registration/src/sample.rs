//! A registration and an event that nobody holds: for samples of letters and for tests.

use base::Id;
use forum::Event;
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Reason, Registration, Representation, Role, State};

/// 15 August 2022, 09:00 in Bangkok.
const AT: i64 = 1_660_528_800;
const DAY: i64 = 86_400;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A forum of one day in Bangkok.
pub fn event() -> Event {
    Event {
        id: Id::from_uuid(Uuid::from_u128(0x0182_9d2e_0000_7000_8000_0000_0000_0001)),
        slug: "sample-forum".to_owned(),
        kind: "meeting".to_owned(),
        status: "published".to_owned(),
        series_id: None,
        edition: None,
        original_lang: "en".to_owned(),
        texts: serde_json::json!({
            "title": { "en": "Sample forum", "fr": "Forum (exemple)", "ar": "المنتدى النموذجي" },
            "venue": { "en": "Conference Centre", "fr": "Centre de conférences", "ar": "مركز المؤتمرات" },
            "city": { "en": "Bangkok", "fr": "Bangkok", "ar": "بانكوك" },
        }),
        zone: "Asia/Bangkok".to_owned(),
        starts_local: "2022-09-13T09:00".to_owned(),
        ends_local: "2022-09-13T17:00".to_owned(),
        starts_at: at(AT + 29 * DAY),
        ends_at: at(AT + 29 * DAY + 8 * 3600),
        known: "time".to_owned(),
        sample_times: true,
        format: None,
        interpretation: String::new(),
        host_id: None,
        contact_email: "secretariat@forum.example".to_owned(),
        registration_closes_local: Some("2022-09-09T17:00".to_owned()),
        registration_closes_at: Some(at(AT + 25 * DAY + 8 * 3600)),
        sequence: 2,
        created_at: at(AT - DAY),
        updated_at: at(AT - DAY),
    }
}

/// A registration in a state, for samples of letters and for tests.
pub fn registration(state: State) -> Registration {
    let now = at(AT);
    let decided = matches!(state, State::Accredited | State::Declined | State::Withdrawn).then_some(now);
    Registration {
        id: Id::from_uuid(Uuid::from_u128(0x0182_9d2e_0000_7000_8000_0000_0000_0002)),
        event_id: Id::from_uuid(Uuid::nil()),
        account_id: Id::from_uuid(Uuid::nil()),
        number: (state != State::Draft).then_some(12),
        state: state.code().to_owned(),
        lang: "en".to_owned(),
        honorific: "Ms".to_owned(),
        badge_name: "Meleane Sample".to_owned(),
        position: "Deputy Secretary".to_owned(),
        representation: Some(Representation::Igo.code().to_owned()),
        member_id: None,
        organization: "Sample centre".to_owned(),
        role: Some(Role::Head.code().to_owned()),
        photo_id: None,
        letter_id: None,
        wheelchair: false,
        support_person: false,
        assistance_dog: false,
        captioning: false,
        sign_language: false,
        diet: String::new(),
        other_needs: String::new(),
        access_saved: true,
        submitted_at: (state != State::Draft).then_some(now),
        decided_at: decided,
        decided_by: decided.map(|_| Id::from_uuid(Uuid::nil())),
        reason: (state == State::Declined).then(|| Reason::Places.code().to_owned()),
        reason_text: if state == State::Declined {
            "All places are taken.".to_owned()
        } else {
            String::new()
        },
        withdrawn_at: (state == State::Withdrawn).then_some(now),
        sample: true,
        created_at: now,
        updated_at: now,
    }
}
