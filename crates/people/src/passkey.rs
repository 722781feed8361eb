//! A passkey: a key on a person's telephone, computer or security key that signs in with her fingerprint, face or PIN, in place
//! of password and letter. The site knows its public half only.

use base::{Fault, Id, Keys};
use db::{Tx, params, record, sql};
use jiff::Timestamp;

use crate::audit::{self, Note};
use crate::challenge::{self, Occasion, Once};
use crate::mails::notice::{self, What};
use crate::model::{Account, Whence};
use crate::party::Party;
use crate::second;
use crate::webauthn::{self, Known, Made, Sent, State, Wrong};

/// So many for one account.
pub const MOST: i64 = 20;

record! {
    /// One of them.
    #[derive(Clone, Debug)]
    pub struct Passkey {
        pub id: Id<Passkey>,
        pub account_id: Id<Account>,
        pub credential_id: Vec<u8>,
        pub user_handle: Vec<u8>,
        pub algorithm: i64,
        pub public_key: Vec<u8>,
        pub name: String,
        pub sign_count: i64,
        pub backup_eligible: bool,
        pub backed_up: bool,
        pub made_at: Timestamp,
        pub used_at: Option<Timestamp>,
    }
}

/// Why one was not added or taken away.
#[derive(Debug)]
pub enum Refused {
    /// There are twenty.
    TooMany,
    /// It is here already, or its challenge was answered before.
    Known,
    /// Whoever works at the desk keeps one passkey or an authenticator.
    LastFactor,
    /// It is nobody's, or somebody else's.
    NotHers,
    Fault(Fault),
}
db::refusal!(Refused);

/// Those of an account, the oldest first.
pub fn of(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Vec<Passkey>, Fault> {
    tx.all(
        sql!(
            "select id, account_id, credential_id, user_handle, algorithm, public_key, name, sign_count, backup_eligible,
                 backed_up, made_at, used_at
             from passkey where account_id = $1 order by made_at, id"
        ),
        params![account],
    )
}

/// How many there are.
pub fn how_many(tx: &mut Tx<'_>, account: Id<Account>) -> Result<i64, Fault> {
    let (count,): (i64,) = tx.one(
        sql!("select cast(count(*) as bigint) from passkey where account_id = $1"),
        params![account],
    )?;
    Ok(count)
}

/// Whether there are any.
pub fn has(tx: &mut Tx<'_>, account: Id<Account>) -> Result<bool, Fault> {
    Ok(how_many(tx, account)? > 0)
}

/// The one that a device names so, if its owner may sign in.
pub fn by_credential(tx: &mut Tx<'_>, credential: &[u8]) -> Result<Option<Passkey>, Fault> {
    tx.maybe(
        sql!(
            "select p.id, p.account_id, p.credential_id, p.user_handle, p.algorithm, p.public_key, p.name, p.sign_count,
                 p.backup_eligible, p.backed_up, p.made_at, p.used_at
             from passkey p join account a on a.id = p.account_id
             where p.credential_id = $1 and a.disabled_at is null"
        ),
        params![credential],
    )
}

/// How a device names the account. It tells nobody who it is.
pub fn user_handle(account: Id<Account>) -> Vec<u8> {
    account.uuid().as_bytes().to_vec()
}

/// A new one that was found right, and the challenge it answers.
#[derive(Clone, Debug)]
pub struct Fresh {
    made: Made,
    once: Once,
}

/// Looks at a new one.
pub fn fresh(
    keys: &Keys,
    now: Timestamp,
    occasion: Occasion,
    sent: &Sent,
    party: &Party,
) -> Result<Fresh, Wrong> {
    let (made, answered) = webauthn::made(sent, party)?;
    let once = challenge::read(keys, now, occasion, &answered)?;
    Ok(Fresh { made, once })
}

/// Keeps it; its owner is told.
pub fn add(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    fresh: &Fresh,
    name: &str,
    whence: &Whence,
) -> Result<(), Refused> {
    if how_many(tx, account)? >= MOST {
        return Err(Refused::TooMany);
    }
    if !challenge::spend(tx, &fresh.once)? {
        return Err(Refused::Known);
    }
    let (id, now): (Id<Passkey>, _) = (tx.new_id(), tx.now());
    let Made {
        credential_id,
        algorithm,
        public_key,
        state,
    } = &fresh.made;
    let added = tx.run(
        sql!(
            "insert into passkey (id, account_id, credential_id, user_handle, algorithm, public_key, name, sign_count,
                 backup_eligible, backed_up, made_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (credential_id) do nothing"
        ),
        params![
            id,
            account,
            &credential_id[..],
            &user_handle(account)[..],
            *algorithm,
            &public_key[..],
            name,
            i64::from(state.sign_count),
            state.backup_eligible,
            state.backed_up,
            now
        ],
    )?;
    if added == 0 {
        return Err(Refused::Known);
    }
    decline(tx, account)?;
    told(
        tx,
        account,
        ("account.passkey_added", What::PasskeyAdded),
        name,
        whence,
    )?;
    Ok(())
}

/// Gives one another name.
pub fn rename(tx: &mut Tx<'_>, account: Id<Account>, id: Id<Passkey>, name: &str) -> Result<(), Refused> {
    let renamed = tx.run(
        sql!("update passkey set name = $1 where id = $2 and account_id = $3"),
        params![name, id, account],
    )?;
    if renamed == 0 {
        return Err(Refused::NotHers);
    }
    Ok(())
}

/// Takes one away; its owner is told.
pub fn remove(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    id: Id<Passkey>,
    whence: &Whence,
) -> Result<(), Refused> {
    let all = of(tx, account)?;
    let gone = all.iter().find(|one| one.id == id).ok_or(Refused::NotHers)?;
    if second::is_last(tx, account)? {
        return Err(Refused::LastFactor);
    }
    tx.run(
        sql!("delete from passkey where id = $1 and account_id = $2"),
        params![id, account],
    )?;
    let about = ("account.passkey_removed", What::PasskeyRemoved);
    Ok(told(tx, account, about, &gone.name, whence)?)
}

/// Takes all away without a word: the account is closed.
pub fn forget(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    tx.run(
        sql!("delete from passkey where account_id = $1"),
        params![account],
    )?;
    Ok(())
}

/// Offers none any more on the pages after a sign-in: there is one, or she wants none.
pub fn decline(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update account set passkey_declined_at = $1 where id = $2 and passkey_declined_at is null"),
        params![now, account],
    )?;
    tx.run(
        sql!("update signin_session set offer_path = null where account_id = $1 and offer_path is not null"),
        params![account],
    )?;
    Ok(())
}

/// One that was used and found right, and the challenge it answers.
#[derive(Clone, Debug)]
pub struct Shown {
    pub passkey: Passkey,
    state: State,
    once: Once,
}

/// Looks at one that was used.
pub fn shown(
    keys: &Keys,
    now: Timestamp,
    occasion: Occasion,
    (sent, passkey): (&Sent, Passkey),
    party: &Party,
) -> Result<Shown, Wrong> {
    let known = Known {
        user_handle: &passkey.user_handle,
        algorithm: passkey.algorithm,
        public_key: &passkey.public_key,
        backup_eligible: passkey.backup_eligible,
    };
    let (state, answered) = webauthn::used(sent, known, party)?;
    let once = challenge::read(keys, now, occasion, &answered)?;
    Ok(Shown { passkey, state, once })
}

/// Counts it. `false`: the challenge was answered before, or the passkey was taken away meanwhile. A device that counts
/// backward may be a copy: its owner is told, and the site goes on from the new count.
pub fn count(tx: &mut Tx<'_>, shown: &Shown, whence: &Whence) -> Result<bool, Fault> {
    if !challenge::spend(tx, &shown.once)? {
        return Ok(false);
    }
    let Shown { passkey, state, .. } = shown;
    let before: Option<(i64,)> = tx.maybe(
        sql!("select sign_count from passkey where id = $1"),
        params![passkey.id],
    )?;
    let Some((before,)) = before else {
        return Ok(false);
    };
    let (now, count) = (tx.now(), i64::from(state.sign_count));
    tx.run(
        sql!("update passkey set sign_count = $1, backed_up = $2, used_at = $3 where id = $4"),
        params![count, state.backed_up, now, passkey.id],
    )?;
    if count.max(before) > 0 && count <= before {
        let about = ("account.passkey_copied", What::PasskeyCopied);
        told(tx, passkey.account_id, about, &passkey.name, whence)?;
    }
    Ok(true)
}

fn told(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    (event, what): (&'static str, What),
    name: &str,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, name, whence);
    audit::by(tx, account, &note)?;
    notice::tell(tx, account, what, whence)
}

/// Writes down one that was not taken.
pub fn failed(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    why: &'static str,
    ip: &str,
    ua: &str,
) -> Result<(), Fault> {
    let note = Note {
        event: "sign_in.passkey_failed",
        account,
        flow: None,
        detail: why,
        ip,
        ua,
    };
    audit::note(tx, &note)
}
