//! Finds registrations: a person's own, one by its id, and what happened to it.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use forum::Event;
use jiff::Timestamp;
use people::Account;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Registration;

/// The person's registration that counts for this event: draft, pending or accredited.
pub fn active(
    tx: &mut Tx<'_>,
    event: Id<Event>,
    account: Id<Account>,
) -> Result<Option<Registration>, Fault> {
    tx.maybe(
        sql!(
            "select * from registration
             where event_id = $1 and account_id = $2 and state in ('draft', 'pending', 'accredited')"
        ),
        params![event, account],
    )
}

/// The person's registration for this event: the active one, else the newest that ended.
pub fn mine(tx: &mut Tx<'_>, event: Id<Event>, account: Id<Account>) -> Result<Option<Registration>, Fault> {
    if let Some(active) = active(tx, event, account)? {
        return Ok(Some(active));
    }
    tx.maybe(
        sql!(
            "select * from registration where event_id = $1 and account_id = $2
             order by created_at desc, id desc limit 1"
        ),
        params![event, account],
    )
}

/// The person's newest registration for any event: its answers fill the next.
pub fn last_of(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Option<Registration>, Fault> {
    tx.maybe(
        sql!("select * from registration where account_id = $1 order by created_at desc, id desc limit 1"),
        params![account],
    )
}

/// The registration with this id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Registration>) -> Result<Option<Registration>, Fault> {
    tx.maybe(sql!("select * from registration where id = $1"), params![id])
}

/// The registration with this id, if it belongs to this event and was sent: a draft is the person's own.
pub fn sent(tx: &mut Tx<'_>, event: Id<Event>, id: Id<Registration>) -> Result<Option<Registration>, Fault> {
    tx.maybe(
        sql!("select * from registration where id = $1 and event_id = $2 and state <> 'draft'"),
        params![id, event],
    )
}

record! {
    /// One line of "what happened".
    #[derive(Clone, Debug)]
    pub struct Move {
        pub at: Timestamp,
        pub state: String,
        pub name: String,
    }
}

/// Every registration of a person, with all she was asked and what became of it.
pub fn held(tx: &mut Tx<'_>, account: Uuid) -> Result<(&'static str, Value), Fault> {
    let all: Vec<Registration> = tx.all(
        sql!("select * from registration where account_id = $1 order by created_at, id"),
        params![account],
    )?;
    let each = all.into_iter().map(|one| {
        json!({
            "event": one.event_id.to_string(), "number": one.number, "state": one.state, "language": one.lang,
            "honorific": one.honorific, "badge_name": one.badge_name, "position": one.position,
            "representation": one.representation, "member": one.member_id.map(|id| id.to_string()),
            "organization": one.organization, "role": one.role,
            "photo": one.photo_id.map(|id| id.to_string()), "letter": one.letter_id.map(|id| id.to_string()),
            "wheelchair": one.wheelchair, "support_person": one.support_person, "assistance_dog": one.assistance_dog,
            "captioning": one.captioning, "sign_language": one.sign_language, "diet": one.diet,
            "other_needs": one.other_needs, "sent_at": one.submitted_at, "decided_at": one.decided_at,
            "reason": one.reason, "reason_in_words": one.reason_text, "withdrawn_at": one.withdrawn_at,
            "begun_at": one.created_at,
        })
    });
    Ok(("registrations", each.collect()))
}

/// What happened to a registration, in order.
pub fn moves(tx: &mut Tx<'_>, id: Id<Registration>) -> Result<Vec<Move>, Fault> {
    tx.all(
        sql!(
            "select v.at, v.state, a.name from registration_move v join account a on a.id = v.account_id
             where v.registration_id = $1 order by v.at, case v.state when 'pending' then 0 when 'withdrawn' then 2 else 1 end"
        ),
        params![id],
    )
}

/// The person of a registration: name of the account and e-mail address.
pub fn person(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(String, String), Fault> {
    tx.one(
        sql!("select name, email from account where id = $1"),
        params![account],
    )
}

/// How many registrations of this name, other than this one, are being decided or accredited at the same event.
pub fn same_name(tx: &mut Tx<'_>, id: Id<Registration>) -> Result<Vec<Registration>, Fault> {
    tx.all(
        sql!(
            "select o.* from registration o join registration r on r.event_id = o.event_id
             where r.id = $1 and o.id <> r.id and o.name_key = r.name_key and o.state in ('pending', 'accredited')
             order by o.submitted_at, o.number"
        ),
        params![id],
    )
}
