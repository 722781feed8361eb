//! The statements of `registration::submit` as a script for pgbench, with ids that it can count.
use base::Result;

use crate::peer::text;

/// Gives the drafts and their accounts ids that end in their number, from 0.
pub const RENUMBER: &str = "
create temp table n as
    select r.id, r.account_id, lpad((row_number() over (order by r.id) - 1)::text, 12, '0') as n
    from registration r join account a on a.id = r.account_id
    where r.state = 'draft' and a.email_norm like 'draft-%';
insert into account (id, email, email_norm, name, locale, verified_at, created_at)
    select ('00000000-0000-7000-8001-' || n.n)::uuid, 'n' || a.email, 'n' || a.email_norm, a.name, a.locale,
        a.verified_at, a.created_at
    from n join account a on a.id = n.account_id;
update registration r set id = ('00000000-0000-7000-8000-' || n.n)::uuid,
    account_id = ('00000000-0000-7000-8001-' || n.n)::uuid from n where n.id = r.id;
delete from account a using n where n.account_id = a.id;";

/// The account of a number.
pub fn account(number: usize) -> String {
    format!("00000000-0000-7000-8001-{number:012}")
}

pub fn submit(event: &str) -> Result<String> {
    let event = format!("'{event}'::uuid");
    let own = |family: &str| format!("('00000000-0000-7000-{family}-' || lpad(:i::text, 12, '0'))::uuid");
    let (draft, account) = (own("8000"), own("8001"));
    let now = "'2022-08-15T02:00:00Z'::timestamptz";
    let id = "gen_random_uuid()";
    let read = "registration/src/read.rs";
    let active = "select * from registration where event_id = $1 and account_id = $2 and state";
    let send = "registration/src/submit.rs";
    let statements = [
        with(read, active, &[&event, &account])?,
        with(send, "insert into registration_counter", &[&event])? + " \\gset",
        with(
            send,
            "update registration set state = 'pending'",
            &[&draft, ":last", now, "' ' || :last"],
        )?,
        with(
            "registration/src/moves.rs",
            "insert",
            &[id, &draft, now, "'pending'", &account],
        )?,
        with(read, "select name, email", &[&account])?,
        with(
            "mail/src/outbox.rs",
            "insert into outbox",
            &[
                id,
                "'registration.received'",
                "'draft@bench.sala.example'",
                "'en'",
                &draft,
                "'null'",
                &format!("{id}::text"),
                now,
            ],
        )?,
    ];
    let statements: String = statements
        .iter()
        .map(|one| {
            if one.ends_with("gset") {
                format!("{one}\n")
            } else {
                format!("{one};\n")
            }
        })
        .collect();
    // Each client counts on from its own number, after the commit: a retry begins the script again.
    let (number, next) = ("\\set i :client_id * :each + :n\n", "\\set n :n + 1\n");
    Ok(format!(
        "{number}begin isolation level serializable;\n{statements}commit;\n{next}"
    ))
}

/// A statement of the program with its values written in.
fn with(file: &str, begins: &str, values: &[&str]) -> Result<String> {
    let mut text = text(file, begins)?;
    for (place, value) in values.iter().enumerate().rev() {
        text = text.replace(&format!("${}", place + 1), value);
    }
    Ok(text)
}
