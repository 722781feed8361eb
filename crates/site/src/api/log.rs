//! The log as an administrator's program sees it: the filters of the desk's page, the newest first.

use base::Id;
use db::Tx;
use jiff::Timestamp;
use people::Account;
use people::story::{self, Line, Search};
use web::api::{Access, Call, Field, Kind, Noun, Operation, PAGED, Reply, Result, Shaped};
use web::shape;

use super::accounts::ACCOUNTS;
use super::only_administrators;

pub const NOUN: Noun = Noun {
    name: "log",
    about: "What happened to accounts: who, what, when, from where, to whom. It only grows; nobody changes a line. For administrators.",
    operations: &[
        Operation::get("/log", "search_log", Access::Scope(&ACCOUNTS), search)
            .says("The lines, the newest first.")
            .asks(&[
                PAGED[0],
                PAGED[1],
                Field::new("kind", Kind::Short(40), "What stands before the dot of `event`."),
                Field::new(
                    "person",
                    Kind::Short(200),
                    "Part of the address of the account it happened to.",
                ),
                Field::new("address", Kind::Short(60), "The internet address it came from."),
                Field::new("from", Kind::Instant, "Not before."),
                Field::new("until", Kind::Instant, "Before."),
            ])
            .answers(200, Happened::PAGE),
    ],
};

shape! {
    /// A line of the log.
    struct Happened {
        /// Never changes.
        id: Id<Line>,
        /// When it happened.
        at: Timestamp,
        /// What happened, such as `sign_in.completed`.
        event: String,
        /// More about it, where there is more.
        detail: String,
        /// The account it happened to.
        account: Option<Id<Account>>,
        /// The name of who did it, when it was somebody else.
        actor: Option<String>,
        /// The internet address it came from; empty when it is not known or forgotten.
        address: String,
        /// What the browser said of itself.
        agent: String,
    }
}

fn search(tx: &mut Tx<'_>, call: &Call) -> Result<Reply> {
    only_administrators(call)?;
    let text = |name| call.asked(name).unwrap_or_default().trim().to_owned();
    let instant = |name| call.asked(name).and_then(|text| text.parse().ok());
    let after = call
        .cursor()
        .map(|cursor| cursor.parse().map_err(|_| call.lost()));
    let search = Search {
        kind: text("kind"),
        whom: text("person"),
        ip: text("address"),
        from: instant("from"),
        until: instant("until"),
        after: after.transpose()?,
    };
    let one_more = i64::try_from(call.limit() + 1).unwrap_or(i64::MAX);
    let lines = story::search(tx, &search, one_more)?;
    let lines = lines.into_iter().map(|line| Happened {
        id: line.id,
        at: line.at,
        event: line.event,
        detail: line.detail,
        account: line.account_id,
        actor: line.actor,
        address: line.ip,
        agent: line.ua,
    });
    Ok(Reply::page(call, lines.collect(), |one: &Happened| {
        one.id.to_string()
    }))
}
