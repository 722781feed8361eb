//! A password that is tried: whether it may be looked at at all, and what came of it.
//!
//! A stranger's failures are held against the address she comes from and against the account she tries, whether that
//! exists or not. A browser in which the account has signed in before has a count of its own: whoever tries the account
//! from elsewhere does not stand in its way.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};

use crate::account::Credentials;
use crate::known_browser;
use crate::mails::notice;
use crate::model::{Account, BrowserHash, Whence};
use crate::throttle::{self, ACCOUNT, ADDRESS, BROWSER, Counted, LETTER, Limit, Namer, PAIR, Place, Refused};
use web::Address;

/// Who tries which account, from where.
#[derive(Clone)]
pub struct Guess {
    pub namer: Namer,
    pub email: Email,
    /// Nothing when the browser has not been here before.
    pub browser: Option<BrowserHash>,
    /// Nothing when the program does not know from where.
    pub address: Option<Address>,
    pub whence: Whence,
}

impl Guess {
    /// The account as a limit counts it, together with something else.
    fn with(&self, limit: &'static Limit, other: &[u8]) -> Counted {
        let what = [self.email.normal().as_bytes(), &[0], other].concat();
        self.namer.counted(limit, &what)
    }

    fn network(&self) -> String {
        self.address.map(Address::network).unwrap_or_default()
    }
}

/// Places that a try has taken, until it is known what came of it.
#[derive(Clone, Debug)]
pub struct Held {
    first: Place,
    address: Option<Place>,
    is_known: bool,
}

record! {
    struct Found {
        id: Id<Account>,
        name: String,
        password_phc: String,
        auth_epoch: i64,
        verified: bool,
        known: bool,
    }
}

/// Takes the places and finds the account, if it may sign in. To be committed before the password is looked at.
pub fn begin(tx: &mut Tx<'_>, guess: &Guess) -> Result<(Option<Credentials>, Held), Refused> {
    let nobody = BrowserHash([0; 32]);
    let now = tx.now();
    let found: Option<Found> = tx.maybe(
        sql!(
            "select a.id, a.name, a.password_phc, a.auth_epoch, a.verified_at is not null as verified,
                 exists (select 1 from known_browser k where k.account_id = a.id and k.browser_hash = $1
                     and k.auth_epoch = a.auth_epoch and k.last_ok_at > $2) as known
             from account a where a.email_norm = $3 and a.disabled_at is null and a.password_phc is not null"
        ),
        params![
            &guess.browser.unwrap_or(nobody).0[..],
            now - known_browser::LIFE,
            guess.email.normal()
        ],
    )?;
    let is_known = found.as_ref().is_some_and(|found| found.known);
    let right = found.map(|found| Credentials {
        account: found.id,
        name: found.name,
        phc: found.password_phc,
        auth_epoch: found.auth_epoch,
        verified: found.verified,
    });
    if let (true, Some(browser)) = (is_known, guess.browser) {
        match guess.with(&BROWSER, &browser.0).take(tx) {
            Ok(first) => {
                let held = Held {
                    first,
                    address: None,
                    is_known,
                };
                return Ok((right, held));
            }
            Err(Refused::Fault(fault)) => return Err(fault.into()),
            // Too often even for her: from now on like anybody.
            Err(Refused::Later { .. } | Refused::Crowded) => {}
        }
    }
    // A new password begins a new count: the epoch is part of the name.
    let epoch = right.as_ref().map_or(0, |right| right.auth_epoch);
    let first = guess.with(&ACCOUNT, &epoch.to_be_bytes()).take(tx)?;
    let address = match guess.address {
        Some(_) => Some(
            guess
                .namer
                .counted(&ADDRESS, guess.network().as_bytes())
                .take(tx)?,
        ),
        None => None,
    };
    let held = Held {
        first,
        address,
        is_known: false,
    };
    Ok((right, held))
}

/// The password was right: the places are given back, and the account's count begins anew. The address's does not: one
/// success does not make up for a spray.
pub fn right(tx: &mut Tx<'_>, held: &Held) -> Result<(), Fault> {
    throttle::succeeded(tx, &held.first, held.address.as_ref())
}

/// It was wrong. At the hundredth failure the account's owner is told, once a day.
pub fn wrong(tx: &mut Tx<'_>, guess: &Guess, held: &Held) -> Result<(), Fault> {
    let fails = throttle::failed(tx, &held.first, 1)?;
    if let Some(address) = &held.address {
        let weight = i64::from(guess.with(&PAIR, guess.network().as_bytes()).is_new(tx)?);
        throttle::failed(tx, address, weight)?;
    }
    if held.is_known || fails < ACCOUNT.most {
        return Ok(());
    }
    let Some(account) = crate::account::by_email(tx, &guess.email)? else {
        return Ok(());
    };
    let may_sign_in = account.disabled_at.is_none() && account.verified_at.is_some();
    if may_sign_in && guess.with(&LETTER, &[]).is_new(tx)? {
        notice::tell(tx, account.id, notice::What::PasswordPaused, &guess.whence)?;
    }
    Ok(())
}

/// Nothing was found out: too many were hashed at once.
pub fn give_back(tx: &mut Tx<'_>, held: &Held) -> Result<(), Fault> {
    throttle::give_back(tx, &held.first)?;
    held.address
        .as_ref()
        .map_or(Ok(()), |address| throttle::give_back(tx, address))
}
