//! What the waiting page says: where the sign-in stands, how the letter fares, when the next may be asked for.

use jiff::{SignedDuration, Timestamp};

use crate::model::{Flow, mask};
use crate::resend::Pause;
use crate::times;
use crate::words::Words;

/// After this the page says that the mail is slow.
const SLOW: SignedDuration = SignedDuration::from_secs(60);

/// One sentence on where it stands.
pub fn state(w: Words, flow: &Flow, now: Timestamp) -> String {
    match flow.state.as_str() {
        "completed" => w.state_done().to_owned(),
        "denied" => w.state_denied().to_owned(),
        "locked" => w.state_locked().to_owned(),
        "superseded" => w.state_ended().to_owned(),
        "undeliverable" => w.state_undeliverable(mask(&flow.email)),
        _ if flow.expires_at <= now => w.state_expired().to_owned(),
        "approved" if flow.is_approved(now) => w.state_approved().to_owned(),
        _ => w.state_waiting().to_owned(),
    }
}

/// The letter has waited so long that the page says so.
pub fn is_slow(flow: &Flow, now: Timestamp) -> bool {
    flow.mail == "waiting" && now.duration_since(flow.mail_at) > SLOW
}

/// How the letter fares.
pub fn mail(w: Words, flow: &Flow, sender: &str, now: Timestamp) -> String {
    let time = times::clock(flow.mail_at, &flow.zone);
    match flow.mail.as_str() {
        "sent" => w.mail_handed_over(time, sender),
        "refused" => w.mail_refused().to_owned(),
        "none" => w.mail_none().to_owned(),
        _ if is_slow(flow, now) => w.mail_slow(time),
        _ => w.mail_waiting().to_owned(),
    }
}

/// From when a new link may be asked for; nothing when it may be now.
pub fn pause(w: Words, flow: &Flow, pause: &Pause) -> Option<String> {
    (pause.seconds > 0).then(|| w.new_link_from(times::clock_seconds(pause.from, &flow.zone)))
}

/// The words before the address.
pub fn lede(w: Words, flow: &Flow, pause: &Pause) -> String {
    match flow.mail.as_str() {
        "none" => w.waiting_no_link(times::clock_seconds(pause.from, &flow.zone)),
        "waiting" if flow.link_until.is_none() => w.waiting_to_be_sent().to_owned(),
        _ => w.waiting_sent().to_owned(),
    }
}

/// Until when the newest link is good: for machines, and as a sentence.
pub fn until(w: Words, flow: &Flow) -> Option<(String, String)> {
    let at = flow.link_until?;
    Some((
        times::machine(at, &flow.zone),
        w.waiting_valid(times::clock(at, &flow.zone)),
    ))
}
