//! Begins a registration: a draft with what is known of the person, filled from her last one.

use base::{Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use i18n::Locale;
use people::Account;

use crate::{Registration, State, keys, read};

/// The person who registers, as far as this room needs her.
#[derive(Clone, Debug)]
pub struct Person {
    pub account: Id<Account>,
    pub name: String,
    pub locale: Locale,
}

/// Why nothing was begun.
#[derive(Debug)]
pub enum Refused {
    /// The deadline has passed, or there is no registration for this event.
    Closed,
    Fault(Fault),
}
db::refusal!(Refused);

/// The person's active registration for this event; a new draft where there is none.
pub fn start(tx: &mut Tx<'_>, event: &Event, person: &Person) -> Result<Registration, Refused> {
    if let Some(active) = read::active(tx, event.id, person.account)? {
        return Ok(active);
    }
    if !event.registration_open(tx.now()) {
        return Err(Refused::Closed);
    }
    let draft = fresh(tx, event, person)?;
    if insert(tx, &draft)? {
        keys::refresh(tx, draft.id)?;
    }
    // Where two tabs began at once, the second finds what the first made.
    read::active(tx, event.id, person.account)?.ok_or_else(|| Fault::new("beginning a registration").into())
}

/// A draft that is not stored yet: the answers of the last registration; photo and letter only within one event.
pub fn fresh(tx: &mut Tx<'_>, event: &Event, person: &Person) -> Result<Registration, Fault> {
    let now = tx.now();
    let empty = Registration {
        id: tx.new_id(),
        event_id: event.id,
        account_id: person.account,
        number: None,
        state: State::Draft.code().to_owned(),
        lang: person.locale.tag().to_owned(),
        honorific: String::new(),
        badge_name: person.name.chars().take(120).collect(),
        position: String::new(),
        representation: None,
        member_id: None,
        organization: String::new(),
        role: None,
        photo_id: None,
        letter_id: None,
        wheelchair: false,
        support_person: false,
        assistance_dog: false,
        captioning: false,
        sign_language: false,
        diet: String::new(),
        other_needs: String::new(),
        access_saved: false,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        reason: None,
        reason_text: String::new(),
        withdrawn_at: None,
        sample: false,
        created_at: now,
        updated_at: now,
    };
    let Some(last) = read::last_of(tx, person.account)? else {
        return Ok(empty);
    };
    let same_event = last.event_id == event.id;
    Ok(Registration {
        photo_id: last.photo_id.filter(|_| same_event),
        letter_id: last.letter_id.filter(|_| same_event),
        honorific: last.honorific,
        badge_name: last.badge_name,
        position: last.position,
        representation: last.representation,
        member_id: last.member_id,
        organization: last.organization,
        role: last.role,
        wheelchair: last.wheelchair,
        support_person: last.support_person,
        assistance_dog: last.assistance_dog,
        captioning: last.captioning,
        sign_language: last.sign_language,
        diet: last.diet,
        other_needs: last.other_needs,
        access_saved: last.access_saved,
        ..empty
    })
}

/// Whether it was stored; another tab may have been first.
fn insert(tx: &mut Tx<'_>, r: &Registration) -> Result<bool, Fault> {
    let nothing: &[u8] = &[];
    let stored = tx.run(
        sql!(
            "insert into registration (id, event_id, account_id, state, lang, honorific, badge_name, position,
                 representation, member_id, organization, role, photo_id, letter_id, wheelchair, support_person,
                 assistance_dog, captioning, sign_language, diet, other_needs, access_saved, name_key, search,
                 sort_name, sort_delegation, reason_text, sample, created_at, updated_at)
             values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $20, $21, '', '', $22, $22, '', $23, $24, $24)
             on conflict do nothing"
        ),
        params![
            r.id,
            r.event_id,
            r.account_id,
            &r.lang,
            &r.honorific,
            &r.badge_name,
            &r.position,
            r.representation.clone(),
            r.member_id,
            &r.organization,
            r.role.clone(),
            r.photo_id,
            r.letter_id,
            r.wheelchair,
            r.support_person,
            r.assistance_dog,
            r.captioning,
            r.sign_language,
            &r.diet,
            &r.other_needs,
            r.access_saved,
            nothing,
            r.sample,
            r.created_at
        ],
    )?;
    Ok(stored == 1)
}
