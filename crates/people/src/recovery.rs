//! Ten codes on paper, for the day on which a person has neither her mailbox nor her telephone: after the password, each signs
//! in once in place of the letter.

use base::{Fault, Id, Keys, Random};
use db::{Tx, params, record, sql};

use crate::audit::{self, Note};
use crate::hashing::{self, POOL};
use crate::mails::notice::{self, What};
use crate::model::{Account, Whence};
use crate::password::Typed;
use crate::secrets;

/// So many are made at once; the first figure of a code says which of them it is.
pub const HOW_MANY: i64 = 10;

record! {
    /// One that was not used yet. The code itself is nowhere but on the paper.
    #[derive(Clone, Debug)]
    pub struct RecoveryCode {
        pub id: Id<RecoveryCode>,
        pub phc: String,
    }
}

/// New codes: as they are shown, and as they are kept.
pub async fn fresh(keys: &Keys, random: &Random) -> Result<(Vec<String>, Vec<String>), hashing::Refused> {
    let (mut shown, mut kept) = (Vec::new(), Vec::new());
    for place in 0..HOW_MANY {
        let code = secrets::recovery_code(random, place);
        kept.push(POOL.hash(keys, random, Typed::new(&code)).await?);
        shown.push(secrets::show_recovery_code(&code));
    }
    Ok((shown, kept))
}

/// Puts them in the place of those there were, used or not.
pub fn replace(tx: &mut Tx<'_>, account: Id<Account>, kept: &[String], whence: &Whence) -> Result<(), Fault> {
    forget(tx, account)?;
    let now = tx.now();
    for (place, phc) in (0..HOW_MANY).zip(kept) {
        let id: Id<RecoveryCode> = tx.new_id();
        tx.run(
            sql!(
                "insert into recovery_code (id, account_id, place, phc, made_at) values ($1, $2, $3, $4, $5)"
            ),
            params![id, account, place, phc.as_str(), now],
        )?;
    }
    let note = Note::of("account.recovery_codes_made", account, "", whence);
    audit::by(tx, account, &note)?;
    notice::tell(tx, account, What::RecoveryCodesMade, whence)
}

/// Takes them all away.
pub fn forget(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    tx.run(
        sql!("delete from recovery_code where account_id = $1"),
        params![account],
    )?;
    Ok(())
}

/// How many can still be used.
pub fn left(tx: &mut Tx<'_>, account: Id<Account>) -> Result<i64, Fault> {
    let (left,): (i64,) = tx.one(
        sql!("select cast(count(*) as bigint) from recovery_code where account_id = $1 and used_at is null"),
        params![account],
    )?;
    Ok(left)
}

/// The one that this may be, by its first figure.
pub fn perhaps(tx: &mut Tx<'_>, account: Id<Account>, typed: &str) -> Result<Option<RecoveryCode>, Fault> {
    let Some(place) = typed.chars().next().and_then(|first| first.to_digit(10)) else {
        return Ok(None);
    };
    tx.maybe(
        sql!("select id, phc from recovery_code where account_id = $1 and place = $2 and used_at is null"),
        params![account, i64::from(place)],
    )
}

/// Uses it up. `false`: somebody has, or there is a new set.
pub fn use_up(tx: &mut Tx<'_>, id: Id<RecoveryCode>) -> Result<bool, Fault> {
    let now = tx.now();
    let used = tx.run(
        sql!("update recovery_code set used_at = $1 where id = $2 and used_at is null"),
        params![now, id],
    )?;
    Ok(used == 1)
}
