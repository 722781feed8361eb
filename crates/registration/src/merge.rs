//! What becomes of registrations when two accounts of one person become one: they go to the account that stays, unless it
//! is registered for the same event itself.

use base::{Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use i18n::Locale;
use uuid::Uuid;
use web::{Fate, Movable, Moves, Referring};

use crate::words::Words;
use crate::{Registration, State, keys, labels};

/// The columns of this room that refer to an account. Who decided or moved a registration did so with that account.
pub const REFERRING: &[Referring] = &[
    Referring {
        column: "registration.account_id",
        fate: Fate::Moves(Moves { find, give }),
    },
    Referring::stays("registration.decided_by"),
    Referring::stays("registration_move.account_id"),
];

fn find(tx: &mut Tx<'_>, locale: Locale, from: Uuid, to: Uuid) -> Result<Vec<Movable>, Fault> {
    let w = Words(locale);
    let rows: Vec<(Id<Registration>, Id<Event>, String, i64)> = tx.all(
        sql!(
            "select r.id, r.event_id, r.state, case when r.state in ('draft', 'pending', 'accredited')
                 and exists (select 1 from registration o where o.event_id = r.event_id and o.account_id = $2
                     and o.state in ('draft', 'pending', 'accredited')) then 1 else 0 end
             from registration r where r.account_id = $1 order by r.created_at, r.id"
        ),
        params![from, to],
    )?;
    let mut found = Vec::new();
    for (id, event, state, stays) in rows {
        let event = forum::read::event_by_id(tx, event)?;
        let title = event.map(|event| event.title(locale)).unwrap_or_default();
        let state = State::parse(&state).map_or("", |state| labels::state(w, state));
        found.push(Movable {
            id: id.uuid(),
            said: w.merged_registration(&title, state),
            stays: stays == 1,
        });
    }
    Ok(found)
}

fn give(tx: &mut Tx<'_>, id: Uuid, from: Uuid, to: Uuid) -> Result<bool, Fault> {
    let given = tx.run(
        sql!(
            "update registration set account_id = $1
             where id = $2 and account_id = $3 and (state not in ('draft', 'pending', 'accredited')
                 or not exists (select 1 from registration o where o.event_id = registration.event_id
                     and o.account_id = $1 and o.state in ('draft', 'pending', 'accredited')))"
        ),
        params![to, id, from],
    )?;
    if given == 1 {
        // It is found by the address of its account.
        keys::refresh(tx, Id::from_uuid(id))?;
    }
    Ok(given == 1)
}
