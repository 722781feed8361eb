//! Everything that is held about a person, for her own eyes: account, roles, browsers, tokens, authenticator, passkeys, recovery codes,
//! organizations' accounts, addresses, what happened, and
//! what the other rooms keep. Never a password or a code, not even its hash.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::audit::{self, Note};
use crate::model::{Account, Whence};
use crate::organizations::identity;
use crate::{merge, passkey, roles, story, token};

/// Writes down that it was asked for.
pub fn note(tx: &mut Tx<'_>, account: Id<Account>, whence: &Whence) -> Result<(), Fault> {
    let note = Note::of("account.data_read", account, "", whence);
    audit::note(tx, &note)
}

/// Puts it together.
pub fn about(tx: &mut Tx<'_>, slices: &[web::Slice], id: Id<Account>) -> Result<Value, Fault> {
    let mut all = json!({
        "account": account(tx, id)?,
        "roles": granted(tx, id)?,
        "browsers": browsers(tx, id)?,
        "tokens": tokens(tx, id)?,
        "authenticator": authenticator(tx, id)?,
        "passkeys": passkeys(tx, id)?,
        "recovery_codes": recovery_codes(tx, id)?,
        "organizations": organizations(tx, id)?,
        "changes_of_address": addresses(tx, id)?,
        "mergers": merge::held(tx, id)?,
        "forms_that_wait": waiting(tx, id)?,
        "log": log(tx, id)?,
    });
    for held in slices.iter().filter_map(|slice| slice.held) {
        let (name, value) = held(tx, id.uuid())?;
        all[name] = value;
    }
    Ok(all)
}

fn account(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let (email, name, locale, verified, created): (Email, String, String, Option<Timestamp>, Timestamp) = tx
        .one(
            sql!("select email, name, locale, verified_at, created_at from account where id = $1"),
            params![id],
        )?;
    Ok(json!({
        "id": id.to_string(), "email": email.as_str(), "name": name, "language": locale,
        "address_confirmed_at": verified, "made_at": created,
    }))
}

fn granted(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let grants = roles::of(tx, id)?;
    let each = grants.iter().map(|grant| {
        let event = grant.event.map(|event| event.to_string());
        json!({"role": grant.role.code(), "event": event})
    });
    Ok(each.collect())
}

record! {
    struct Browser {
        amr: String,
        ua: String,
        ip_first: String,
        ip_last: Option<String>,
        created_at: Timestamp,
        last_seen_at: Timestamp,
        revoked_at: Option<Timestamp>,
    }
}

fn browsers(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let rows: Vec<Browser> = tx.all(
        sql!(
            "select amr, ua, ip_first, ip_last, created_at, last_seen_at, revoked_at
             from signin_session where account_id = $1 order by created_at, id"
        ),
        params![id],
    )?;
    let each = rows.into_iter().map(|one| {
        json!({
            "how": one.amr, "browser": one.ua, "first_address": one.ip_first, "last_address": one.ip_last,
            "begun_at": one.created_at, "seen_at": one.last_seen_at, "ended_at": one.revoked_at,
        })
    });
    Ok(each.collect())
}

fn tokens(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let each = token::list(tx, id)?.into_iter().map(|token| {
        json!({
            "name": token.name, "begins": token.prefix, "allows": token.scopes, "made_at": token.created_at,
            "ends_at": token.expires_at, "used_at": token.last_used_at, "ended_at": token.revoked_at,
        })
    });
    Ok(each.collect())
}

fn authenticator(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let found: Option<(Timestamp, Option<Timestamp>)> = tx.maybe(
        sql!("select made_at, used_at from totp where account_id = $1 and made_at is not null"),
        params![id],
    )?;
    Ok(found.map_or(
        Value::Null,
        |(made, used)| json!({"made_at": made, "used_at": used}),
    ))
}

fn passkeys(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let each = passkey::of(tx, id)?.into_iter().map(|one| {
        json!({
            "name": one.name, "made_at": one.made_at, "used_at": one.used_at, "synchronized": one.backed_up,
        })
    });
    Ok(each.collect())
}

fn recovery_codes(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let rows: Vec<(i64, Timestamp, Option<Timestamp>)> = tx.all(
        sql!("select place, made_at, used_at from recovery_code where account_id = $1 order by place"),
        params![id],
    )?;
    let each = rows
        .into_iter()
        .map(|(place, made, used)| json!({"begins": place.to_string(), "made_at": made, "used_at": used}));
    Ok(each.collect())
}

fn organizations(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let each = identity::list(tx, id)?.into_iter().map(|one| {
        json!({
            "issuer": one.issuer, "subject": one.subject, "address": one.email, "linked_at": one.linked_at,
            "used_at": one.used_at,
        })
    });
    Ok(each.collect())
}

fn addresses(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let rows: Vec<(String, String, String, Timestamp)> = tx.all(
        sql!("select old_email, new_email, state, created_at from email_change where account_id = $1 order by created_at, id"),
        params![id],
    )?;
    let each = rows
        .into_iter()
        .map(|(old, new, state, at)| json!({"old": old, "new": new, "state": state, "asked_at": at}));
    Ok(each.collect())
}

fn waiting(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let rows: Vec<(String, Value, Timestamp)> = tx.all(
        sql!("select path, fields, expires_at from account_stash where account_id = $1 order by path"),
        params![id],
    )?;
    let each = rows
        .into_iter()
        .map(|(path, fields, until)| json!({"page": path, "fields": fields, "until": until}));
    Ok(each.collect())
}

fn log(tx: &mut Tx<'_>, id: Id<Account>) -> Result<Value, Fault> {
    let each = story::of(tx, id, None, i64::MAX)?.into_iter().map(|line| {
        json!({"at": line.at, "event": line.event, "detail": line.detail, "address": line.ip, "browser": line.ua})
    });
    Ok(each.collect())
}
