//! The authenticator: an application that shows six figures, other ones every 30 seconds, from a seed that it shares with the
//! site. The seed is kept sealed with a key of the server, and each step counts once.

use base::{Fault, Id, Keys, Random};
use db::{Tx, params, sql};
use jiff::Timestamp;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use zeroize::Zeroizing;

use crate::audit::{self, Note};
use crate::mails::notice::{self, What};
use crate::model::{Account, Whence};
use crate::{second, secrets};

/// Seconds that a code is shown.
const STEP: i64 = 30;
/// A code of the step before or after is taken as well: clocks differ, and typing takes time.
const AROUND: i64 = 1;
/// 160 bits, as RFC 4226 recommends.
pub const SEED_LEN: usize = 20;
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What the application and the site share.
pub struct Seed(Zeroizing<[u8; SEED_LEN]>);

impl Seed {
    pub fn new(random: &Random) -> Seed {
        Seed(Zeroizing::new(random.bytes()))
    }

    /// The one whose letters and figures were typed by hand; `None` when they are none.
    pub fn typed(text: &str) -> Option<Seed> {
        let mut seed = Zeroizing::new([0; SEED_LEN]);
        if text.len() != SEED_LEN / 5 * 8 {
            return None;
        }
        for (eight, five) in text.as_bytes().chunks(8).zip(seed.chunks_mut(5)) {
            let mut bits = 0_u64;
            for letter in eight {
                let value = BASE32.iter().position(|known| known == letter)?;
                bits = bits << 5 | value as u64;
            }
            five.copy_from_slice(&bits.to_be_bytes()[3..]);
        }
        Some(Seed(seed))
    }

    /// As it is typed by hand: 32 letters and figures.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for five in self.0.chunks(5) {
            let bits = five.iter().fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
            text.extend(
                (0..8)
                    .rev()
                    .map(|n| char::from(BASE32[(bits >> (5 * n) & 31) as usize])),
            );
        }
        text
    }

    /// The same as it is shown: in fours.
    pub fn in_fours(&self) -> String {
        let text = self.text();
        let fours: Vec<&str> = (0..text.len()).step_by(4).map(|at| &text[at..at + 4]).collect();
        fours.join(" ")
    }

    /// What the picture says: whose it is, and at which site.
    pub fn address(&self, site: &str, email: &str) -> String {
        let (site, email) = (web::encode(site), web::encode(email));
        format!(
            "otpauth://totp/{site}:{email}?secret={}&issuer={site}",
            self.text()
        )
    }

    /// The six figures of a step (RFC 6238, with SHA-1: what every application knows).
    pub fn code(&self, step: i64) -> String {
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0[..]);
        let mac = hmac::sign(&key, &step.to_be_bytes());
        let mac = mac.as_ref();
        let from = usize::from(mac[19] & 15);
        let number = mac[from..from + 4]
            .iter()
            .fold(0_u32, |number, &byte| number << 8 | u32::from(byte));
        format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
    }

    /// The step in which this is the code, now or just before or after. All are compared, in constant time.
    pub fn step_of(&self, typed: &str, now: Timestamp) -> Option<i64> {
        let this = now.as_second().div_euclid(STEP);
        let mut found = None;
        for step in this - AROUND..=this + AROUND {
            if secrets::same(self.code(step).as_bytes(), typed.as_bytes()) {
                found = Some(step);
            }
        }
        found
    }

    /// Sealed for one account, with a nonce of its own in front.
    pub fn seal(&self, keys: &Keys, random: &Random, account: Id<Account>) -> Result<Vec<u8>, Fault> {
        let nonce: [u8; NONCE_LEN] = random.bytes();
        let mut sealed = self.0.to_vec();
        key(keys)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(account.uuid().as_bytes()),
                &mut sealed,
            )
            .map_err(|_| Fault::new("sealing the seed of an authenticator"))?;
        Ok([&nonce[..], &sealed].concat())
    }

    pub fn open(keys: &Keys, account: Id<Account>, sealed: &[u8]) -> Result<Seed, Fault> {
        let broken =
            || Fault::new("opening the seed of an authenticator: was it sealed with this site's `secret`?");
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN).ok_or_else(broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken())?;
        let mut rest = Zeroizing::new(rest.to_vec());
        let seed = key(keys)?
            .open_in_place(nonce, Aad::from(account.uuid().as_bytes()), &mut rest)
            .map_err(|_| broken())?;
        let seed: [u8; SEED_LEN] = (&*seed).try_into().map_err(|_| broken())?;
        Ok(Seed(Zeroizing::new(seed)))
    }
}

fn key(keys: &Keys) -> Result<LessSafeKey, Fault> {
    let key = Zeroizing::new(keys.derive("people.totp"));
    let key =
        UnboundKey::new(&CHACHA20_POLY1305, &key[..]).map_err(|_| Fault::new("a key for authenticators"))?;
    Ok(LessSafeKey::new(key))
}

/// The figures of a code, without what stands between them.
pub fn tidy(typed: &str) -> String {
    typed
        .chars()
        .map(secrets::latin_figure)
        .filter(char::is_ascii_digit)
        .take(16)
        .collect()
}

/// The sealed seed of an account that has an authenticator.
pub fn sealed(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Option<Vec<u8>>, Fault> {
    let found: Option<(Vec<u8>,)> = tx.maybe(
        sql!("select seed from totp where account_id = $1 and seed is not null"),
        params![account],
    )?;
    Ok(found.map(|(seed,)| seed))
}

/// The sealed seed that was shown and waits for its first code.
pub fn waiting(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Option<Vec<u8>>, Fault> {
    let found: Option<(Vec<u8>,)> = tx.maybe(
        sql!("select new_seed from totp where account_id = $1 and new_seed is not null"),
        params![account],
    )?;
    Ok(found.map(|(seed,)| seed))
}

/// Keeps a seed until its first code is typed. What there was stays good until then.
pub fn begin(tx: &mut Tx<'_>, account: Id<Account>, sealed: &[u8]) -> Result<(), Fault> {
    tx.run(
        sql!(
            "insert into totp (account_id, new_seed) values ($1, $2)
             on conflict (account_id) do update set new_seed = excluded.new_seed"
        ),
        params![account, sealed],
    )?;
    Ok(())
}

/// The first code was right: from now on it counts, that code no more. `false`: another seed was shown meanwhile.
pub fn confirm(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    sealed: &[u8],
    step: i64,
    whence: &Whence,
) -> Result<bool, Fault> {
    let now = tx.now();
    let confirmed = tx.run(
        sql!(
            "update totp set seed = new_seed, new_seed = null, last_step = $1, made_at = $2, used_at = null
             where account_id = $3 and new_seed = $4"
        ),
        params![step, now, account, sealed],
    )?;
    if confirmed == 1 {
        told(tx, account, ("account.totp_added", What::TotpAdded), whence)?;
    }
    Ok(confirmed == 1)
}

/// Counts a step. `false`: it has counted, or a later one has, or there is another seed.
pub fn use_up(tx: &mut Tx<'_>, account: Id<Account>, sealed: &[u8], step: i64) -> Result<bool, Fault> {
    let now = tx.now();
    let used = tx.run(
        sql!("update totp set last_step = $1, used_at = $2 where account_id = $3 and seed = $4 and last_step < $1"),
        params![step, now, account, sealed],
    )?;
    Ok(used == 1)
}

/// Takes it away. `false`: it stays, for its owner works at the desk and has nothing else.
pub fn remove(tx: &mut Tx<'_>, account: Id<Account>, whence: &Whence) -> Result<bool, Fault> {
    if second::is_last(tx, account)? {
        return Ok(false);
    }
    if sealed(tx, account)?.is_some() {
        told(tx, account, ("account.totp_removed", What::TotpRemoved), whence)?;
    }
    forget(tx, account)?;
    Ok(true)
}

/// The same without a word: the account is closed.
pub fn forget(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    tx.run(sql!("delete from totp where account_id = $1"), params![account])?;
    Ok(())
}

fn told(
    tx: &mut Tx<'_>,
    account: Id<Account>,
    (event, what): (&'static str, What),
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, "", whence);
    audit::by(tx, account, &note)?;
    notice::tell(tx, account, what, whence)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The seed of the examples in RFC 6238, appendix B.
    fn known() -> Seed {
        Seed(Zeroizing::new(*b"12345678901234567890"))
    }

    #[test]
    fn r09_codes_are_those_of_the_standard() {
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(known().code(second / STEP), code);
        }
        assert_eq!(known().in_fours(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            known().address("The Forum", "m.taufa+1@b.example"),
            "otpauth://totp/The%20Forum:m.taufa%2B1%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=The%20Forum"
        );
    }

    #[test]
    fn r09_a_code_counts_one_step_before_and_after() {
        let at = |second| Timestamp::from_second(second).expect("a moment");
        let code = known().code(100);
        let taken: Vec<i64> = [2969, 2970, 3000, 3059, 3060]
            .into_iter()
            .filter(|&second| known().step_of(&code, at(second)).is_some())
            .collect();
        assert_eq!(taken, [2970, 3000, 3059]);
    }

    #[test]
    fn r09_a_seed_opens_for_its_account_and_with_its_key_only() {
        let (keys, random) = (Keys::new([7; 32]), Random::seeded(1));
        let (hers, his) = (
            Id::from_uuid(uuid::Uuid::from_u128(1)),
            Id::from_uuid(uuid::Uuid::from_u128(2)),
        );
        let sealed = known().seal(&keys, &random, hers).expect("it can be sealed");
        assert!(!sealed.windows(20).any(|part| part == b"12345678901234567890"));
        assert_eq!(
            Seed::open(&keys, hers, &sealed).expect("hers").text(),
            known().text()
        );
        assert!(Seed::open(&keys, his, &sealed).is_err());
        assert!(Seed::open(&Keys::new([8; 32]), hers, &sealed).is_err());
    }
}
