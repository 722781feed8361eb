//! Who has which role, and giving and taking them. The last administrator stays.
use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use people::audit::Note;
use people::model::Whence;
use people::{Account, Grant, Role};

record! {
    /// A role somebody has everywhere.
    #[derive(Debug, Clone)]
    pub struct Holder {
        pub id: Id<Account>,
        pub name: String,
        pub email: String,
        pub role: String,
    }
}

/// Why a role is not given or taken.
#[derive(Debug)]
pub enum Refused {
    NoAccount,
    LastAdministrator,
    Fault(Fault),
}

db::refusal!(Refused);

/// Everybody with a role everywhere, by name.
pub fn holders(tx: &mut Tx<'_>) -> Result<Vec<Holder>, Fault> {
    tx.all(
        sql!(
            "select a.id, a.name, a.email, g.role from role_grant g join account a on a.id = g.account_id
             where g.event_id is null and a.disabled_at is null order by a.name, a.id, g.role"
        ),
        &[],
    )
}

/// Who gives or takes it, and from where.
#[derive(Debug, Clone)]
pub struct By {
    pub account: Id<Account>,
    pub whence: Whence,
}

/// Gives a role everywhere, and writes down who did.
pub fn grant(tx: &mut Tx<'_>, by: &By, email: &Email, role: Role) -> Result<(), Refused> {
    let account = people::account::by_email(tx, email)?.ok_or(Refused::NoAccount)?;
    people::roles::grant(tx, account.id, Grant { role, event: None })?;
    Ok(tell(tx, by, "role.given", account.id, role)?)
}

fn tell(tx: &mut Tx<'_>, by: &By, event: &'static str, of: Id<Account>, role: Role) -> Result<(), Fault> {
    let note = Note::of(event, of, role.code(), &by.whence);
    people::audit::by(tx, by.account, &note)
}

/// Takes it away, and writes down who did.
pub fn revoke(tx: &mut Tx<'_>, by: &By, account: Id<Account>, role: Role) -> Result<(), Refused> {
    if role == Role::Administrator {
        let (others,): (i64,) = tx.one(
            sql!(
                "select cast(count(*) as bigint) from role_grant g join account a on a.id = g.account_id
                 where g.role = 'administrator' and g.event_id is null and a.disabled_at is null and a.id <> $1"
            ),
            params![account],
        )?;
        if others == 0 {
            return Err(Refused::LastAdministrator);
        }
    }
    people::roles::revoke(tx, account, Grant { role, event: None })?;
    Ok(tell(tx, by, "role.taken", account, role)?)
}
