//! What happened to an account, as its owner and the desk read it.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
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
        "sign_in.link_queued" => w.event_link_asked(),
        "sign_in.link_accepted" => w.event_link_sent(),
        "sign_in.link_refused" => w.event_link_refused(),
        "sign_in.approved" => w.event_approved(),
        "sign_in.denied" => w.event_denied(),
        "sign_in.code_failed" => w.event_code_failed(),
        "sign_in.number_failed" => w.event_number_failed(),
        "sign_in.completed" => w.event_completed(),
        "session.signed_out" => w.event_signed_out(),
        "session.ended" => w.event_session_ended(),
        "session.others_ended" => w.event_others_ended(),
        "session.ended_by_administrator" => w.event_ended_by_administrator(),
        "session.limit" => w.event_session_limit(),
        "session.proved" => w.event_proved(),
        "session.proof_failed" => w.event_proof_failed(),
        "account.verified" => w.event_verified(),
        "account.password_changed" => w.event_password_changed(),
        "account.password_reset" => w.event_password_reset(),
        "account.email_change_asked" => w.event_email_asked(),
        "account.email_changed" => w.event_email_changed(),
        "account.email_change_undone" => w.event_email_undone(),
        "account.data_read" => w.event_data_read(),
        "account.closed" => w.event_closed(),
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
