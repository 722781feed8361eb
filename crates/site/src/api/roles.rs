//! Who has which role, as a program sees it: for administrators.

use base::{Email, Id};
use db::Tx;
use people::{Account, Role};
use web::Error;
use web::api::{
    Access, Call, Field, Kind, Noun, Operation, PAGED, Refused, Reply, Result, Scope, Shape, Shaped, Wrong,
};
use web::shape;

use super::{only_administrators, whence};
use crate::roles::{self, By, Refused as Why};
use crate::words::Words;

/// To see who has which role, and to give and take them.
static ROLES: Scope = Scope {
    code: "roles",
    label: |locale| Words(locale).scope_roles(),
};

pub const NOUN: Noun = Noun {
    name: "roles",
    about: "Who has which role everywhere. For administrators; the last administrator stays.",
    operations: &[
        Operation::get("/roles", "list_roles", Access::Scope(&ROLES), list)
            .says("Everybody with a role, by name.")
            .asks(&PAGED)
            .answers(200, Holder::PAGE),
        Operation::post("/roles", "grant_role", Access::Scope(&ROLES), grant)
            .says("Gives a role to somebody who has an account; a second time changes nothing.")
            .takes(&GRANT)
            .answers(201, Holder::KIND),
        Operation::delete(
            "/roles/{account}/{role}",
            "revoke_role",
            Access::Scope(&ROLES),
            revoke,
        )
        .says("Takes a role away.")
        .of(&[
            Field::new("account", Kind::Id, "The account."),
            Field::new("role", Kind::Code(&Role::CODES), "The role."),
        ])
        .may_conflict(),
    ],
};

shape! {
    /// A role somebody has everywhere.
    struct Holder {
        /// The account.
        account: Id<Account>,
        /// Its name.
        name: String,
        /// Its address.
        email: String,
        /// The role.
        role: String = Kind::Code(&Role::CODES),
    }
}

static GRANT: Shape = Shape {
    name: "Grant",
    about: "A role to be given.",
    fields: &[
        Field::needed("email", Kind::Email, "The address of an account."),
        Field::needed("role", Kind::Code(&Role::CODES), "The role."),
    ],
};

/// Who gives or takes it: the owner of the token.
fn by(call: &Call) -> Result<By> {
    Ok(By {
        account: people::api::me(call)?.id,
        whence: whence(call),
    })
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    only_administrators(call)?;
    let all = roles::holders(tx)?.into_iter().map(|one| Holder {
        account: one.id,
        name: one.name,
        email: one.email,
        role: one.role,
    });
    Reply::page_of(call, all.collect(), |one: &Holder| {
        format!("{}.{}", one.account, one.role)
    })
}

fn role(text: &str) -> Result<Role> {
    Ok(Role::parse(text).ok_or(Error::NotFound)?)
}

fn grant(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    only_administrators(call)?;
    let w = Words(call.locale());
    let beside = |sentence: &str| Refused::Fields(vec![Wrong::new("email", sentence)]);
    let email = Email::parse(call.typed("email").trim()).map_err(|_| beside(w.email_wrong()))?;
    let role = role(&call.typed("role"))?;
    refused(roles::grant(tx, &by(call)?, &email, role), w)?;
    let account = people::account::by_email(tx, &email)?.ok_or(Error::NotFound)?;
    Ok(Reply::one(&Holder {
        account: account.id,
        name: account.name,
        email: account.email,
        role: role.code().to_owned(),
    }))
}

fn revoke(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    only_administrators(call)?;
    let role = role(call.part("role"))?;
    let (by, account) = (by(call)?, call.id("account")?);
    refused(roles::revoke(tx, &by, account, role), Words(call.locale()))?;
    Ok(Reply::nothing())
}

fn refused(outcome: std::result::Result<(), Why>, w: Words) -> Result<()> {
    outcome.map_err(|why| match why {
        Why::NoAccount => Refused::Fields(vec![Wrong::new("email", w.no_account())]),
        Why::LastAdministrator => Refused::Conflict {
            code: "last_administrator",
            words: w.last_administrator().to_owned(),
        },
        Why::Fault(fault) => fault.into(),
    })
}
