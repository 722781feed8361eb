//! What a person may do beyond being a delegate: grants, for everything or for one event, read anew at each request.

use base::{Fault, Id};
use db::{Tx, params, sql};
use uuid::Uuid;

use crate::model::Account;

/// A part somebody plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Administrator,
    Officer,
    Registrar,
    FocalPoint,
    Contributor,
    Provider,
    Chair,
    Delegate,
}

impl Role {
    /// Every role, as the demonstration lists its accounts.
    pub const ALL: [Role; 8] = [
        Role::Administrator,
        Role::Officer,
        Role::Registrar,
        Role::FocalPoint,
        Role::Contributor,
        Role::Provider,
        Role::Chair,
        Role::Delegate,
    ];

    pub const CODES: [&str; 8] = {
        let mut codes = [""; 8];
        let mut place = 0;
        while place < 8 {
            codes[place] = Role::ALL[place].code();
            place += 1;
        }
        codes
    };

    /// As it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::Officer => "officer",
            Role::Registrar => "registrar",
            Role::FocalPoint => "focal_point",
            Role::Contributor => "contributor",
            Role::Provider => "provider",
            Role::Chair => "chair",
            Role::Delegate => "delegate",
        }
    }

    /// Whether it belongs to the secretariat's side: the desk is open, and sessions are shorter.
    pub fn is_staff(self) -> bool {
        matches!(self, Role::Administrator | Role::Officer | Role::Registrar)
    }

    /// From its stored or its written form (`focal-point`).
    pub fn parse(text: &str) -> Option<Role> {
        let code = text.replace('-', "_");
        Role::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A role somebody has, everywhere or at one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub event: Option<Uuid>,
}

/// The grants of a person.
pub fn of(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Vec<Grant>, Fault> {
    let rows: Vec<(String, Option<Uuid>)> = tx.all(
        sql!("select role, event_id from role_grant where account_id = $1 order by granted_at, id"),
        params![account],
    )?;
    Ok(rows
        .into_iter()
        .filter_map(|(role, event)| {
            Some(Grant {
                role: Role::parse(&role)?,
                event,
            })
        })
        .collect())
}

/// Gives a role; a second time changes nothing.
pub fn grant(tx: &mut Tx<'_>, account: Id<Account>, grant: Grant) -> Result<(), Fault> {
    let (id, now): (Id<Grant>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into role_grant (id, account_id, role, event_id, granted_at) values ($1, $2, $3, $4, $5)
             on conflict do nothing"
        ),
        params![id, account, grant.role.code(), grant.event, now],
    )?;
    Ok(())
}

/// Takes a role away.
pub fn revoke(tx: &mut Tx<'_>, account: Id<Account>, grant: Grant) -> Result<(), Fault> {
    match grant.event {
        Some(event) => tx.run(
            sql!("delete from role_grant where account_id = $1 and role = $2 and event_id = $3"),
            params![account, grant.role.code(), event],
        )?,
        None => tx.run(
            sql!("delete from role_grant where account_id = $1 and role = $2 and event_id is null"),
            params![account, grant.role.code()],
        )?,
    };
    Ok(())
}

/// Whether nobody else could give roles any more without this person.
pub fn is_last_administrator(tx: &mut Tx<'_>, account: Id<Account>) -> Result<bool, Fault> {
    let (alone,): (i64,) = tx.one(
        sql!(
            "select cast(count(*) as bigint) from role_grant g
             where g.account_id = $1 and g.role = 'administrator' and g.event_id is null
                 and not exists (select 1 from role_grant o join account a on a.id = o.account_id
                     where o.role = 'administrator' and o.event_id is null and o.account_id <> $1
                         and a.disabled_at is null)"
        ),
        params![account],
    )?;
    Ok(alone > 0)
}

/// The people with a role anywhere, for letters to the desk.
pub fn holders(tx: &mut Tx<'_>, role: Role) -> Result<Vec<Id<Account>>, Fault> {
    let rows: Vec<(Id<Account>,)> = tx.all(
        sql!("select distinct account_id from role_grant where role = $1 order by account_id"),
        params![role.code()],
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// How many administrators could sign in without a letter.
pub fn administrators_with_passkey(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    let (count,): (i64,) = tx.one(
        sql!(
            "select cast(count(distinct g.account_id) as bigint) from role_grant g
             join account a on a.id = g.account_id join passkey p on p.account_id = a.id
             where g.role = 'administrator' and g.event_id is null and a.disabled_at is null"
        ),
        &[],
    )?;
    Ok(count)
}
