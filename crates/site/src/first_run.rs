//! The first run: a link on the console, valid an hour and once, lets one person become the administrator.
use base::{Fault, Id};
use db::{Tx, params, sql};
use jiff::SignedDuration;
use people::{Account, Grant, NewAccount, Role};
use sha2::{Digest, Sha256};
use web::App;

const LIFE: SignedDuration = SignedDuration::from_hours(1);
const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A link of a first run.
struct FirstRun;

/// Why the link makes no administrator.
#[derive(Debug)]
pub enum Refused {
    /// Used, too old, unknown, or there is an administrator already.
    Over,
    /// The address has an account.
    Known,
    Fault(Fault),
}

db::refusal!(Refused);

/// The path of a new link, if nobody is administrator yet.
pub async fn offer(app: &App) -> Result<Option<String>, Fault> {
    let token = app.random().text(32, LETTERS);
    let hash = hash(&token);
    let offered = app.db().write(move |tx| {
        if !people::roles::holders(tx, Role::Administrator)?.is_empty() {
            return Ok::<_, Fault>(false);
        }
        let (id, now): (Id<FirstRun>, _) = (tx.new_id(), tx.now());
        tx.run(
            sql!("insert into first_run (id, token_hash, created_at, expires_at) values ($1, $2, $3, $4)"),
            params![id, hash, now, now + LIFE],
        )?;
        Ok(true)
    });
    Ok(offered.await?.then(|| format!("/first-run/{token}")))
}

/// Whether the link can still be used.
pub fn is_open(tx: &mut Tx<'_>, token: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let found: Option<(Id<FirstRun>,)> = tx.maybe(
        sql!("select id from first_run where token_hash = $1 and used_at is null and expires_at > $2"),
        params![hash(token), now],
    )?;
    Ok(found.is_some() && people::roles::holders(tx, Role::Administrator)?.is_empty())
}

/// Makes the administrator's account and uses the link up.
pub fn take(tx: &mut Tx<'_>, token: &str, new: &NewAccount) -> Result<Id<Account>, Refused> {
    if !is_open(tx, token)? {
        return Err(Refused::Over);
    }
    let now = tx.now();
    let used = tx.run(
        sql!("update first_run set used_at = $1 where token_hash = $2 and used_at is null"),
        params![now, hash(token)],
    )?;
    if used == 0 {
        return Err(Refused::Over);
    }
    if people::account::by_email(tx, &new.email)?.is_some() {
        return Err(Refused::Known);
    }
    let id = people::create_account(tx, new)?;
    people::roles::grant(
        tx,
        id,
        Grant {
            role: Role::Administrator,
            event: None,
        },
    )?;
    Ok(id)
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
