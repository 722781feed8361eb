//! Accounts as an administrator's program sees them: found, signed out everywhere, let in or not.

use base::Id;
use db::Tx;
use jiff::Timestamp;
use people::account::{self, Refused as Why};
use people::{Account, sessions};
use web::api::{Access, Call, Field, Kind, Noun, Operation, PAGED, Refused, Reply, Result, Scope, Shaped};
use web::{Error, shape};

use super::{only_administrators, whence};
use crate::words::Words;

/// To look at accounts and at the log, and to say who may sign in.
pub static ACCOUNTS: Scope = Scope {
    code: "accounts",
    label: |locale| Words(locale).scope_accounts(),
};

/// So many accounts are looked through at most.
const MOST: i64 = 1000;

const THIS: [Field; 1] = [Field::new("account", Kind::Id, "The account.")];

pub const NOUN: Noun = Noun {
    name: "accounts",
    about: "Who can sign in. For administrators; another address needs a second administrator and is given on the desk's page only.",
    operations: &[
        Operation::get("/accounts", "list_accounts", Access::Scope(&ACCOUNTS), list)
            .says("Accounts by name; the first thousand that match.")
            .asks(&[
                PAGED[0],
                PAGED[1],
                Field::new("text", Kind::Short(200), "Part of a name or an address."),
            ])
            .answers(200, Known::PAGE),
        Operation::get(
            "/accounts/{account}",
            "read_account",
            Access::Scope(&ACCOUNTS),
            read,
        )
        .says("One account.")
        .of(&THIS)
        .answers(200, Known::KIND),
        Operation::post(
            "/accounts/{account}/signed-out",
            "sign_account_out",
            Access::Scope(&ACCOUNTS),
            sign_out,
        )
        .says("Ends every session and token of an account; its owner is written to.")
        .of(&THIS)
        .answers(204, Kind::Nothing),
        Operation::post(
            "/accounts/{account}/disabled",
            "disable_account",
            Access::Scope(&ACCOUNTS),
            disable,
        )
        .says("From now on nobody signs in to it.")
        .of(&THIS)
        .answers(204, Kind::Nothing)
        .may_conflict(),
        Operation::post(
            "/accounts/{account}/enabled",
            "enable_account",
            Access::Scope(&ACCOUNTS),
            enable,
        )
        .says("It may be signed in to again, unless its owner closed it.")
        .of(&THIS)
        .answers(204, Kind::Nothing),
    ],
};

shape! {
    /// An account as the desk sees it.
    struct Known {
        /// Never changes.
        id: Id<Account>,
        /// Its name.
        name: String,
        /// Its address.
        email: String,
        /// The language of its letters.
        language: String = Kind::Code(&web::api::LANGUAGES),
        /// When its address was confirmed; null when it was not.
        confirmed_at: Option<Timestamp>,
        /// Whether it may be signed in to.
        may_sign_in: bool,
    }
}

fn known(account: Account) -> Known {
    Known {
        id: account.id,
        name: account.name,
        email: account.email,
        language: account.locale,
        confirmed_at: account.verified_at,
        may_sign_in: account.disabled_at.is_none(),
    }
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    only_administrators(call)?;
    let text = call.asked("text").unwrap_or_default().trim().to_owned();
    let found = account::search(tx, &text, MOST)?;
    let all = found.into_iter().map(known);
    Reply::page_of(call, all.collect(), |one: &Known| one.id.to_string())
}

fn asked_for(tx: &mut Tx<'_>, call: &Call) -> Result<Account> {
    only_administrators(call)?;
    Ok(account::by_id(tx, call.id("account")?)?.ok_or(Error::NotFound)?)
}

fn read(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    Ok(Reply::one(&known(asked_for(tx, call)?)))
}

fn sign_out(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (account, by) = (asked_for(tx, call)?, people::api::me(call)?.id);
    sessions::end_of(tx, by, account.id, &whence(call))?;
    Ok(Reply::nothing())
}

fn disable(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (account, by) = (asked_for(tx, call)?, people::api::me(call)?.id);
    done(account::disable(tx, by, account.id, &whence(call)), call)
}

fn enable(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let (account, by) = (asked_for(tx, call)?, people::api::me(call)?.id);
    done(account::enable(tx, by, account.id, &whence(call)), call)
}

fn done(outcome: std::result::Result<(), Why>, call: &Call) -> Result<Reply> {
    match outcome {
        Ok(()) => Ok(Reply::nothing()),
        Err(Why::LastAdministrator) => Err(Refused::Conflict {
            code: "last_administrator",
            words: Words(call.locale()).last_administrator().to_owned(),
        }),
        Err(Why::Closed) => Err(Error::NotFound.into()),
        Err(Why::Fault(fault)) => Err(fault.into()),
    }
}
