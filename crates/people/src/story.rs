//! What happened to an account, as its owner and the desk read it.

use base::{Fault, Id};
use db::{Tx, filtered, params, record, sql};
use jiff::Timestamp;

use crate::model::Account;
use crate::words::Words;

record! {
    /// One line.
    #[derive(Clone, Debug)]
    pub struct Line {
        pub id: Id<Line>,
        pub at: Timestamp,
        pub event: String,
        pub detail: String,
        pub ip: String,
        pub ua: String,
    }
}

/// The lines about a person, the newest first, after the one with this id.
pub fn of(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    after: Option<Id<Line>>,
    limit: i64,
) -> Result<Vec<Line>, Fault> {
    tx.all(
        sql!(
            "select id, at, event, detail, ip, ua from audit
             where account_id = $1 and ($2::uuid is null
                 or (at, id) < (select l.at, l.id from audit l where l.id = $2::uuid and l.account_id = $1))
             order by at desc, id desc limit $3"
        ),
        params![account, after, limit],
    )
}

/// What a line says. An event of a release that this one does not know is told by its name.
pub fn say(w: Words, event: &str, detail: &str) -> String {
    let sentence = match event {
        "sign_in.password_ok" => w.event_password_ok(),
        "sign_in.organization_ok" => return w.event_organization_ok(detail),
        "sign_in.link_queued" => w.event_link_asked(),
        "sign_in.link_accepted" => w.event_link_sent(),
        "sign_in.link_refused" => w.event_link_refused(),
        "sign_in.approved" => w.event_approved(),
        "sign_in.denied" => w.event_denied(),
        "sign_in.code_failed" => w.event_code_failed(),
        "sign_in.totp_failed" => w.event_totp_failed(),
        "sign_in.passkey_failed" => w.event_passkey_failed(),
        "sign_in.recovery_failed" => w.event_recovery_failed(),
        "sign_in.number_failed" => w.event_number_failed(),
        "sign_in.completed" => w.event_completed(),
        "session.signed_out" => w.event_signed_out(),
        "session.ended" => w.event_session_ended(),
        "session.others_ended" => w.event_others_ended(),
        "session.ended_by_administrator" => w.event_ended_by_administrator(),
        "session.ended_by_organization" => return w.event_ended_by_organization(detail),
        "session.limit" => w.event_session_limit(),
        "session.proved" => w.event_proved(),
        "session.proof_failed" => w.event_proof_failed(),
        "account.verified" => w.event_verified(),
        "account.password_changed" => w.event_password_changed(),
        "account.password_reset" => w.event_password_reset(),
        "account.email_change_asked" => w.event_email_asked(),
        "account.email_changed" => w.event_email_changed(),
        "account.email_change_undone" => w.event_email_undone(),
        "account.totp_added" => w.event_totp_added(),
        "account.totp_removed" => w.event_totp_removed(),
        "account.organization_linked" => return w.event_organization_linked(detail),
        "account.organization_unlinked" => return w.event_organization_unlinked(detail),
        "account.passkey_added" => return w.event_passkey_added(detail),
        "account.passkey_removed" => return w.event_passkey_removed(detail),
        "account.passkey_copied" => return w.event_passkey_copied(detail),
        "account.recovery_codes_made" => w.event_recovery_made(),
        "account.data_read" => w.event_data_read(),
        "account.closed" => w.event_closed(),
        "account.assisted_asked" => return w.event_assisted_asked(detail),
        "account.assisted_agreed" => return w.event_assisted_agreed(detail),
        "account.assisted_stopped" => w.event_assisted_stopped(),
        "account.assisted_done" => w.event_assisted_done(),
        "account.merged" => return w.event_merged(detail),
        "account.merged_here" => return w.event_merged_here(detail),
        "account.unmerged" => w.event_unmerged(),
        "account.unmerged_here" => w.event_unmerged_here(),
        "account.disabled" => w.event_disabled(),
        "account.enabled" => w.event_enabled(),
        "site.letter_only" => w.event_letter_only(),
        "site.letter_or_other" => w.event_letter_or_other(),
        "audit.kept_for" => return w.event_kept_for(detail),
        "token.made" => return w.event_token_made(detail),
        "token.revoked" => return w.event_token_ended(detail),
        "role.given" => return w.event_role_given(detail),
        "role.taken" => return w.event_role_taken(detail),
        "console_link.made" => return w.event_console_made(detail),
        "console_link.used" => w.event_console_used(),
        "console_link.password_wrong" => w.event_console_wrong(),
        _ => return format!("{event} {detail}"),
    };
    sentence.to_owned()
}

record! {
    /// A line for the desk: who did it, and to whom.
    #[derive(Clone, Debug)]
    pub struct DeskLine {
        pub id: Id<Line>,
        pub at: Timestamp,
        pub event: String,
        pub detail: String,
        pub ip: String,
        pub ua: String,
        pub account_id: Option<Id<Account>>,
        pub name: Option<String>,
        pub email: Option<String>,
        pub actor: Option<String>,
    }
}

filtered! {
    static LINES = "select l.id, l.at, l.event, l.detail, l.ip, l.ua, l.account_id, s.name, s.email, a.name as actor
            from audit l left join account s on s.id = l.account_id left join account a on a.id = l.actor_id
            where true",
    filters {
        kind: "and l.event like $ escape '!'",
        whom: "and (s.email_norm like $ escape '!')",
        ip: "and l.ip = $",
        from: "and l.at >= $",
        until: "and l.at < $",
        after: "and (l.at, l.id) < (select c.at, c.id from audit c where c.id = $)",
    },
    orders { newest: "l.at desc, l.id desc" }
}

/// What is looked for in the log; empty texts look for nothing.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What stands before the dot of an event.
    pub kind: String,
    /// Part of an address.
    pub whom: String,
    pub ip: String,
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
    pub after: Option<Id<Line>>,
}

/// The lines that are looked for, the newest first.
pub fn search(tx: &mut Tx<'_>, search: &Search, limit: i64) -> Result<Vec<DeskLine>, Fault> {
    let mut chosen = LINES.choose();
    if !search.kind.is_empty() {
        chosen = chosen.filter("kind", format!("{}.%", like(&search.kind)));
    }
    if !search.whom.is_empty() {
        chosen = chosen.filter("whom", format!("%{}%", like(&search.whom.to_lowercase())));
    }
    if !search.ip.is_empty() {
        chosen = chosen.filter("ip", search.ip.as_str());
    }
    if let Some(from) = search.from {
        chosen = chosen.filter("from", from);
    }
    if let Some(until) = search.until {
        chosen = chosen.filter("until", until);
    }
    if let Some(after) = search.after {
        chosen = chosen.filter("after", after);
    }
    tx.list(&chosen.page(limit, 0))
}

/// A text whose signs mean themselves in a pattern.
fn like(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}
