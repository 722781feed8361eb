//! What becomes of roles when two accounts of one person become one: they go to the account that stays, unless it has them.
use crate::pages::people::label;
use crate::words::Words;
use ::people::Role;
use base::Fault;
use db::{Tx, params, sql};
use i18n::Locale;
use uuid::Uuid;
use web::{Fate, Movable, Moves, Referring};

pub const REFERRING: &[Referring] = &[Referring {
    column: "role_grant.account_id",
    fate: Fate::Moves(Moves { find, give }),
}];

fn find(tx: &mut Tx<'_>, locale: Locale, from: Uuid, to: Uuid) -> Result<Vec<Movable>, Fault> {
    let w = Words(locale);
    let rows: Vec<(Uuid, String, Option<Uuid>, i64)> = tx.all(
        sql!(
            "select g.id, g.role, g.event_id, case when exists (select 1 from role_grant o where o.account_id = $2
                 and o.role = g.role and (o.event_id = g.event_id or (o.event_id is null and g.event_id is null)))
                 then 1 else 0 end
             from role_grant g where g.account_id = $1 order by g.granted_at, g.id"
        ),
        params![from, to],
    )?;
    let movable = rows.into_iter().map(|(id, role, event, stays)| {
        let role = Role::parse(&role).map_or("", |role| label(w, role));
        Movable {
            id,
            said: match event {
                Some(_) => w.merged_role_at(role),
                None => w.merged_role(role),
            },
            stays: stays == 1,
        }
    });
    Ok(movable.collect())
}

fn give(tx: &mut Tx<'_>, id: Uuid, from: Uuid, to: Uuid) -> Result<bool, Fault> {
    let given = tx.run(
        sql!(
            "update role_grant set account_id = $1
             where id = $2 and account_id = $3 and not exists (select 1 from role_grant o where o.account_id = $1
                 and o.role = role_grant.role and (o.event_id = role_grant.event_id
                     or (o.event_id is null and role_grant.event_id is null)))"
        ),
        params![to, id, from],
    )?;
    Ok(given == 1)
}
