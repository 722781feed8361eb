//! Saves one step of the form. Every step saves by itself; only a draft can be changed, and photo and letter also
//! while the secretariat is looking.

use base::{Fault, Id};
use db::{Tx, params, sql};
use files::StoredFile;
use forum::Event;

use crate::start::{self, Person, start};
use crate::{Access, Delegation, Paper, Registration, Representation, Sender, State, You, keys, read};

/// Why nothing was saved.
#[derive(Debug)]
pub enum Refused {
    /// The deadline has passed.
    Closed,
    /// It was sent already, perhaps in another tab.
    Sent,
    Fault(Fault),
}
db::refusal!(Refused);

impl From<start::Refused> for Refused {
    fn from(refused: start::Refused) -> Refused {
        match refused {
            start::Refused::Closed => Refused::Closed,
            start::Refused::Fault(fault) => Refused::Fault(fault),
        }
    }
}

/// Step 1.
pub fn you(tx: &mut Tx<'_>, event: &Event, person: &Person, you: &You) -> Result<(), Refused> {
    let id = draft(tx, event, person)?;
    tx.run(
        sql!(
            "update registration set honorific = $2, badge_name = $3, position = $4, updated_at = $5
             where id = $1 and state = 'draft'"
        ),
        params![id, &you.honorific, &you.badge_name, &you.position, tx.now()],
    )?;
    Ok(keys::refresh(tx, id)?)
}

/// Step 2.
pub fn delegation(tx: &mut Tx<'_>, event: &Event, person: &Person, to: &Delegation) -> Result<(), Refused> {
    let id = draft(tx, event, person)?;
    let (representation, member, organization) = match &to.sender {
        Sender::Member(member) => (Representation::Member, Some(*member), ""),
        Sender::Organization(representation, name) => (*representation, None, name.as_str()),
    };
    tx.run(
        sql!(
            "update registration set representation = $2, member_id = $3, organization = $4, role = $5, updated_at = $6
             where id = $1 and state = 'draft'"
        ),
        params![id, representation.code(), member, organization, to.role.code(), tx.now()],
    )?;
    Ok(keys::refresh(tx, id)?)
}

/// Step 4.
pub fn access(tx: &mut Tx<'_>, event: &Event, person: &Person, to: &Access) -> Result<(), Refused> {
    let id = draft(tx, event, person)?;
    tx.run(
        sql!(
            "update registration set wheelchair = $2, support_person = $3, assistance_dog = $4, captioning = $5,
                 sign_language = $6, diet = $7, other_needs = $8, access_saved = $9, updated_at = $10
             where id = $1 and state = 'draft'"
        ),
        params![
            id,
            to.wheelchair,
            to.support_person,
            to.assistance_dog,
            to.captioning,
            to.sign_language,
            &to.diet,
            &to.other_needs,
            true,
            tx.now()
        ],
    )?;
    Ok(())
}

/// Step 3: puts a stored file in its place, or takes it away.
pub fn paper(
    tx: &mut Tx<'_>,
    event: &Event,
    person: &Person,
    paper: Paper,
    file: Option<Id<StoredFile>>,
) -> Result<(), Refused> {
    let id = open_for_papers(tx, event, person)?;
    let old = read::by_id(tx, id)?.and_then(|r| match paper {
        Paper::Photo => r.photo_id,
        Paper::Letter => r.letter_id,
    });
    let now = tx.now();
    let changed = match paper {
        Paper::Photo => tx.run(
            sql!("update registration set photo_id = $2, updated_at = $3 where id = $1 and state in ('draft', 'pending')"),
            params![id, file, now],
        )?,
        Paper::Letter => tx.run(
            sql!("update registration set letter_id = $2, updated_at = $3 where id = $1 and state in ('draft', 'pending')"),
            params![id, file, now],
        )?,
    };
    if changed == 0 {
        return Err(Refused::Sent);
    }
    match old {
        Some(old) if Some(old) != file => forget_unused(tx, old),
        _ => Ok(()),
    }
}

/// A photo or letter nobody refers to any more is forgotten; one that an earlier registration holds stays.
fn forget_unused(tx: &mut Tx<'_>, file: Id<StoredFile>) -> Result<(), Refused> {
    let (holders,): (i64,) = tx.one(
        sql!("select cast(count(*) as bigint) from registration where photo_id = $1 or letter_id = $1"),
        params![file],
    )?;
    if holders == 0 {
        files::forget(tx, file)?;
    }
    Ok(())
}

/// The draft to write in, begun if need be. The language follows the page she writes on.
fn draft(tx: &mut Tx<'_>, event: &Event, person: &Person) -> Result<Id<Registration>, Refused> {
    let active = start(tx, event, person)?;
    if active.state() != State::Draft {
        return Err(Refused::Sent);
    }
    if !event.registration_open(tx.now()) {
        return Err(Refused::Closed);
    }
    tx.run(
        sql!("update registration set lang = $2 where id = $1 and state = 'draft'"),
        params![active.id, person.locale.tag()],
    )?;
    Ok(active.id)
}

fn open_for_papers(tx: &mut Tx<'_>, event: &Event, person: &Person) -> Result<Id<Registration>, Refused> {
    match read::active(tx, event.id, person.account)? {
        Some(active) if active.state() == State::Pending && !event.over(tx.now()) => Ok(active.id),
        _ => draft(tx, event, person),
    }
}
