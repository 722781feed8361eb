//! How long the log is kept: a rule for each kind, and the timer that keeps it. Nothing else takes a line away or changes one.

use base::Fault;
use db::{Tx, params, record, sql};
use jiff::SignedDuration;

/// The kind of everything that has no rule of its own.
const OTHER: &str = "other";

record! {
    /// How long lines of a kind are kept, and how long the address and browser they came from.
    #[derive(Clone, Debug)]
    pub struct Rule {
        pub kind: String,
        pub days: i64,
        pub address_days: i64,
    }
}

/// Unless somebody has set it otherwise: kind, days of a line, days of its address.
const USUAL: [(&str, i64, i64); 7] = [
    ("account", 3650, 400),
    ("console_link", 3650, 400),
    ("role", 3650, 400),
    ("session", 400, 90),
    ("sign_in", 400, 90),
    ("token", 1100, 90),
    (OTHER, 3650, 400),
];

/// All rules, by kind; that of everything else last.
pub fn rules(tx: &mut Tx<'_>) -> Result<Vec<Rule>, Fault> {
    let set: Vec<Rule> = tx.all(
        sql!("select kind, days, address_days from audit_retention order by kind"),
        &[],
    )?;
    let rules = USUAL.into_iter().map(|(kind, days, address_days)| {
        let own = set.iter().find(|rule| rule.kind == kind);
        own.cloned().unwrap_or(Rule {
            kind: kind.to_owned(),
            days,
            address_days,
        })
    });
    Ok(rules.collect())
}

/// Sets the rule of a kind. `false`: there is no such kind.
pub fn set(tx: &mut Tx<'_>, rule: &Rule) -> Result<bool, Fault> {
    if !USUAL.iter().any(|(kind, _, _)| *kind == rule.kind) {
        return Ok(false);
    }
    tx.run(
        sql!(
            "insert into audit_retention (kind, days, address_days) values ($1, $2, $3)
             on conflict (kind) do update set days = excluded.days, address_days = excluded.address_days"
        ),
        params![rule.kind.as_str(), rule.days, rule.address_days],
    )?;
    Ok(true)
}

/// Keeps the rules; run by a timer.
pub fn keep(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let (now, rules) = (tx.now(), rules(tx)?);
    let events: Vec<(String,)> = tx.all(sql!("select distinct event from audit order by event"), &[])?;
    for (event,) in events {
        let kind = event.split('.').next().unwrap_or_default();
        let own = rules.iter().find(|rule| rule.kind == kind);
        let Some(rule) = own.or_else(|| rules.iter().find(|rule| rule.kind == OTHER)) else {
            continue;
        };
        let before = |days: i64| now - SignedDuration::from_hours(24 * days);
        tx.run(
            sql!("delete from audit where event = $1 and at < $2"),
            params![event.as_str(), before(rule.days)],
        )?;
        tx.run(
            sql!("update audit set ip = '', ua = '' where event = $1 and at < $2 and (ip <> '' or ua <> '')"),
            params![event.as_str(), before(rule.address_days)],
        )?;
    }
    Ok(())
}
