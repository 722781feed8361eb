//! Oneself as a program sees it: name, roles, and the tokens one has made.

use base::Id;
use db::Tx;
use jiff::Timestamp;
use web::api::{Access, Call, Field, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::{Error, shape};

use super::{ACCOUNT_WRITE, READ, from, me};
use crate::model::{Account, Session, Whence};
use crate::roles::Role;
use crate::sessions;
use crate::story::{self, Line};
use crate::token::{self, Token};

/// So many lines of the log a program reads at most.
const LINES: i64 = 1000;

pub const NOUN: Noun = Noun {
    name: "me",
    about: "The person who made the token: her account, her roles, her tokens, her browsers, her log. Tokens are made on the page /account/tokens only.",
    operations: &[
        Operation::get("/me", "read_me", Access::Scope(&READ), read)
            .says("The account of the token.")
            .answers(200, Person::KIND),
        Operation::get("/me/tokens", "list_tokens", Access::Scope(&READ), list)
            .says("One's tokens, the newest first; those that ended in the last 30 days too.")
            .asks(&PAGED)
            .answers(200, OwnToken::PAGE),
        Operation::delete(
            "/me/tokens/{token}",
            "revoke_token",
            Access::Scope(&ACCOUNT_WRITE),
            revoke,
        )
        .says("Ends a token of one's own; it may be the one of this request.")
        .of(&[Field::new("token", Kind::Id, "The token.")]),
        Operation::get("/me/browsers", "list_browsers", Access::Scope(&READ), browsers)
            .says("Where one is signed in, the browser seen last first.")
            .asks(&PAGED)
            .answers(200, Browser::PAGE),
        Operation::delete(
            "/me/browsers/{browser}",
            "end_browser",
            Access::Scope(&ACCOUNT_WRITE),
            end_browser,
        )
        .says("Signs one's own account out in a browser.")
        .of(&[Field::new("browser", Kind::Id, "The browser.")]),
        Operation::get("/me/log", "read_log", Access::Scope(&READ), log)
            .says("What happened to one's account, the newest first; the last thousand lines.")
            .asks(&PAGED)
            .answers(200, LogLine::PAGE),
    ],
};

shape! {
    /// The person in whose name a program asks.
    struct Person {
        /// Never changes.
        id: Id<Account>,
        /// As she signs in.
        name: String,
        /// As she signs in.
        email: String,
        /// The language of her letters.
        language: String = Kind::Code(&web::api::LANGUAGES),
        /// What she may do beyond being a delegate, read anew at each request.
        roles: Vec<Granted>,
    }

    /// A role somebody has.
    struct Granted {
        /// The role.
        role: &'static str = Kind::Code(&Role::CODES),
        /// The event it is for; null for everything.
        event: Option<Id<Granted>>,
    }

    /// A browser in which one is signed in.
    struct Browser {
        /// Never changes while it is signed in.
        id: Id<Session>,
        /// What it says of itself.
        agent: String,
        /// The internet address it was last seen at; null when it is not known.
        address: Option<String>,
        /// When it was signed in.
        begun_at: Timestamp,
        /// Written down at most once a minute.
        seen_at: Timestamp,
    }

    /// A line of one's log.
    struct LogLine {
        /// Never changes.
        id: Id<Line>,
        /// When it happened.
        at: Timestamp,
        /// What happened, such as `sign_in.completed`.
        event: String,
        /// More about it, where there is more.
        detail: String,
        /// The internet address it came from; null when it is not known or forgotten.
        address: Option<String>,
    }

    /// A token, without its secret.
    struct OwnToken {
        /// Never changes.
        id: Id<Token>,
        /// What it was called when it was made.
        name: String,
        /// How it begins.
        prefix: String,
        /// What it was made for.
        scopes: Vec<String>,
        /// When it was made.
        created_at: Timestamp,
        /// When it ends by itself.
        expires_at: Timestamp,
        /// Written down at most once a minute.
        last_used_at: Option<Timestamp>,
        /// When it was ended by hand.
        revoked_at: Option<Timestamp>,
    }
}

fn read(_: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let me = me(call)?;
    let roles = me.roles.iter().map(|grant| Granted {
        role: grant.role.code(),
        event: grant.event.map(Id::from_uuid),
    });
    Ok(Reply::one(&Person {
        id: me.id,
        name: me.name.clone(),
        email: me.email.clone(),
        language: me.locale.tag().to_owned(),
        roles: roles.collect(),
    }))
}

fn list(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let tokens = token::list(tx, me(call)?.id)?;
    let own = tokens.into_iter().map(|token| OwnToken {
        id: token.id,
        name: token.name,
        prefix: token.prefix,
        scopes: token.scopes.split(' ').map(str::to_owned).collect(),
        created_at: token.created_at,
        expires_at: token.expires_at,
        last_used_at: token.last_used_at,
        revoked_at: token.revoked_at,
    });
    Reply::page_of(call, own.collect(), |one: &OwnToken| one.id.to_string())
}

fn known(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn browsers(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let listed = sessions::list(tx, me(call)?.id)?;
    let own = listed.into_iter().map(|one| Browser {
        id: one.id,
        agent: one.ua,
        address: known(one.ip_last.unwrap_or(one.ip_first)),
        begun_at: one.created_at,
        seen_at: one.last_seen_at,
    });
    Reply::page_of(call, own.collect(), |one: &Browser| one.id.to_string())
}

fn end_browser(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let from = from(call);
    let whence = Whence {
        ip: from.ip,
        ua: from.ua,
        zone: "UTC".to_owned(),
    };
    if sessions::end_one(tx, me(call)?.id, call.id("browser")?, &whence)? {
        Ok(Reply::nothing())
    } else {
        Err(Error::NotFound.into())
    }
}

fn log(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    let lines = story::of(tx, me(call)?.id, None, LINES)?;
    let own = lines.into_iter().map(|line| LogLine {
        id: line.id,
        at: line.at,
        event: line.event,
        detail: line.detail,
        address: known(line.ip),
    });
    Reply::page_of(call, own.collect(), |one: &LogLine| one.id.to_string())
}

fn revoke(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    if token::revoke(tx, me(call)?.id, call.id("token")?, &from(call))? {
        Ok(Reply::nothing())
    } else {
        Err(Error::NotFound.into())
    }
}
