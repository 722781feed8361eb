//! What a passkey is asked to sign: good for five minutes, for one answer, on the occasion it was made for. It carries the
//! server's own seal, so that reading a page writes nothing; what is written down is that it was answered.

use base::{Fault, Id, Keys, Random};
use db::{Tx, params, sql};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::model::{Flow, Session};
use crate::webauthn::Wrong;

/// An answer is waited for so long.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_mins(5);
const NUMBER: usize = 16;
const UNTIL: usize = 8;

/// What a passkey is asked for, and in which browser. An answer for one is none for another.
#[derive(Clone, Copy, Debug)]
pub enum Occasion {
    /// A new one for the account that is signed in.
    Register(Id<Session>),
    /// In place of password and letter; the hash of a cookie made for this.
    SignIn([u8; 32]),
    /// In place of the letter, after the password.
    Second(Id<Flow>),
    /// Is it still she?
    Again(Id<Session>),
    /// In place of the old mailbox of a change of address.
    Email(Id<Session>),
}

impl Occasion {
    fn name(&self) -> (&'static str, Vec<u8>) {
        match self {
            Occasion::Register(session) => ("register", session.uuid().as_bytes().to_vec()),
            Occasion::SignIn(cookie) => ("sign in", cookie.to_vec()),
            Occasion::Second(flow) => ("second", flow.uuid().as_bytes().to_vec()),
            Occasion::Again(session) => ("again", session.uuid().as_bytes().to_vec()),
            Occasion::Email(session) => ("email", session.uuid().as_bytes().to_vec()),
        }
    }
}

/// A challenge that was answered in time: it still has to be the first answer.
#[derive(Clone, Debug)]
pub struct Once {
    number: [u8; NUMBER],
    until: Timestamp,
}

/// A fresh one.
pub fn issue(keys: &Keys, random: &Random, now: Timestamp, occasion: Occasion) -> Vec<u8> {
    let number: [u8; NUMBER] = random.bytes();
    let until = (now + GOOD_FOR).as_second().to_be_bytes();
    let seal = seal(keys, occasion, &number, &until).finalize().into_bytes();
    [&number[..], &until, &seal].concat()
}

/// Whether it is one of ours, for this occasion, and in time.
pub fn read(keys: &Keys, now: Timestamp, occasion: Occasion, challenge: &[u8]) -> Result<Once, Wrong> {
    let (number, rest) = challenge.split_first_chunk::<NUMBER>().ok_or(Wrong::Challenge)?;
    let (until, sealed) = rest.split_first_chunk::<UNTIL>().ok_or(Wrong::Challenge)?;
    seal(keys, occasion, number, until)
        .verify_slice(sealed)
        .map_err(|_| Wrong::Challenge)?;
    let until = Timestamp::from_second(i64::from_be_bytes(*until)).map_err(|_| Wrong::Challenge)?;
    if until <= now {
        return Err(Wrong::Late);
    }
    Ok(Once {
        number: *number,
        until,
    })
}

fn seal(keys: &Keys, occasion: Occasion, number: &[u8], until: &[u8]) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&keys.derive("people.passkey")).expect("a key of any length serves");
    let (name, holder) = occasion.name();
    for part in [name.as_bytes(), &[0], &holder, number, until] {
        mac.update(part);
    }
    mac
}

/// Counts the answer. `false`: there was one before.
pub fn spend(tx: &mut Tx<'_>, once: &Once) -> Result<bool, Fault> {
    let counted = tx.run(
        sql!(
            "insert into passkey_answer (number, expires_at) values ($1, $2) on conflict (number) do nothing"
        ),
        params![&once.number[..], once.until],
    )?;
    Ok(counted == 1)
}

/// Forgets answers to what nobody could answer any more, on any node's clock.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("delete from passkey_answer where expires_at < $1"),
        params![now - SignedDuration::from_hours(24)],
    )?;
    Ok(())
}
