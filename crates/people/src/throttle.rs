//! How often something may be tried: counted for an address, an account or a browser, in the database, so that all nodes
//! count together and a restart forgets nothing.
//!
//! A try takes its place before anything is compared, so that many at once are no way around a limit. A failure is
//! counted, a success gives the place back. Windows stand on the clock (each quarter of an hour, each day), so a new one
//! needs no reset and an old row is only rubbish.

use base::{Fault, Keys};
use db::{Tx, params, record, sql};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// A limit: so many failures in a window, and a pause between tries that grows.
#[derive(Debug)]
pub struct Limit {
    pub name: &'static str,
    pub window: SignedDuration,
    pub most: i64,
    /// The pause after a try, and longer ones from so much weight on.
    pub pause: SignedDuration,
    pub steps: [(i64, SignedDuration); 3],
}

const QUARTER: SignedDuration = SignedDuration::from_mins(15);
const DAY: SignedDuration = SignedDuration::from_hours(24);
const NEVER: (i64, SignedDuration) = (i64::MAX, SignedDuration::ZERO);

/// Passwords from one address; slower after failures for ten different accounts.
pub static ADDRESS: Limit = Limit {
    name: "address",
    window: QUARTER,
    most: 30,
    pause: SignedDuration::ZERO,
    steps: [(10, SignedDuration::from_secs(2)), NEVER, NEVER],
};

/// Passwords for one account, from browsers it does not know.
pub static ACCOUNT: Limit = Limit {
    name: "account",
    window: DAY,
    most: 100,
    pause: SignedDuration::from_secs(1),
    steps: [
        (24, SignedDuration::from_secs(10)),
        (8, SignedDuration::from_secs(5)),
        (2, SignedDuration::from_secs(3)),
    ],
};

/// Passwords from a browser that the account knows.
pub static BROWSER: Limit = Limit {
    name: "browser",
    window: QUARTER,
    most: 10,
    pause: SignedDuration::ZERO,
    steps: [NEVER; 3],
};

/// Codes of letters for one account, from browsers it does not know.
pub static CODE: Limit = Limit {
    name: "code",
    window: DAY,
    most: 30,
    pause: SignedDuration::ZERO,
    steps: [NEVER; 3],
};

/// Numbers typed where links of letters were opened, for sign-ins of one account in browsers it does not know.
pub static NUMBER: Limit = Limit {
    name: "number",
    most: 10,
    ..CODE
};

/// Recovery codes for one account, from browsers it does not know together and from each other one.
pub static RECOVERY: Limit = Limit {
    name: "recovery",
    window: SignedDuration::from_mins(5),
    most: 5,
    pause: SignedDuration::ZERO,
    steps: [NEVER; 3],
};

/// Figures of an authenticator, counted like recovery codes and apart from them.
pub static TOTP: Limit = Limit {
    name: "totp",
    ..RECOVERY
};

/// The same figures over a day, from browsers that the account does not know: there are only a million of them.
pub static TOTP_DAY: Limit = Limit {
    name: "totp_day",
    ..CODE
};

/// Browsers sent to an organization from one address: each leaves a row for ten minutes.
pub static AWAY: Limit = Limit {
    name: "away",
    window: QUARTER,
    most: 300,
    pause: SignedDuration::ZERO,
    steps: [NEVER; 3],
};

/// Passkeys that were not taken after a right password, counted like recovery codes and apart from them.
pub static PASSKEY: Limit = Limit {
    name: "passkey",
    ..RECOVERY
};

/// Passkeys that were not taken, from one address.
pub static PASSKEY_ADDRESS: Limit = Limit {
    name: "passkey address",
    window: QUARTER,
    most: 30,
    ..RECOVERY
};

/// Accounts that failed from one address, each counted once.
pub static PAIR: Limit = Limit {
    name: "pair",
    window: QUARTER,
    most: 1,
    pause: SignedDuration::ZERO,
    steps: [NEVER; 3],
};

/// A letter about something that goes on.
pub static LETTER: Limit = Limit {
    name: "letter",
    window: DAY,
    ..PAIR
};

/// The names under which things are counted: nobody without the key of the site can tell whose a row is.
#[derive(Clone)]
pub struct Namer([u8; 32]);

impl Namer {
    pub fn of(keys: &Keys) -> Namer {
        Namer(keys.derive("people.throttle"))
    }

    /// Something as one limit counts it.
    pub fn counted(&self, limit: &'static Limit, what: &[u8]) -> Counted {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of any length serves");
        mac.update(limit.name.as_bytes());
        mac.update(&[0]);
        mac.update(what);
        Counted {
            limit,
            name: mac.finalize().into_bytes().into(),
        }
    }
}

/// Something that is counted.
#[derive(Clone, Debug)]
pub struct Counted {
    pub limit: &'static Limit,
    name: [u8; 32],
}

/// A place taken, in one window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place([u8; 32]);

/// Why nothing may be tried now.
#[derive(Debug)]
pub enum Refused {
    /// Too much has failed: in so many seconds again.
    Later {
        seconds: i64,
    },
    /// So much is under way that it has to be waited for.
    Crowded,
    Fault(Fault),
}
db::refusal!(Refused);

impl Counted {
    /// Takes a place.
    pub fn take(&self, tx: &mut Tx<'_>) -> Result<Place, Refused> {
        let (now, limit) = (tx.now(), self.limit);
        let (holder, ends_at) = self.window(now);
        let after = |step: usize| (limit.steps[step].0, now + limit.steps[step].1);
        let ((w1, t1), (w2, t2), (w3, t3)) = (after(0), after(1), after(2));
        let usual = now + limit.pause;
        let taken = tx.run(
            sql!(
                "insert into throttle (holder, ends_at, fails, held, weight, free_at) values ($1, $2, 0, 1, 0, $3)
                 on conflict (holder) do update set held = throttle.held + 1,
                     free_at = case when throttle.weight >= $4 then $5 when throttle.weight >= $6 then $7
                         when throttle.weight >= $8 then $9 else $3 end
                 where throttle.fails + throttle.held < $10 and throttle.free_at <= $11"
            ),
            params![&holder[..], ends_at, usual, w1, t1, w2, t2, w3, t3, limit.most, now],
        )?;
        if taken == 1 {
            return Ok(Place(holder));
        }
        Err(self.refusal(tx, &holder)?)
    }

    /// Whether this is the first time in the window that it comes up.
    pub fn is_new(&self, tx: &mut Tx<'_>) -> Result<bool, Fault> {
        let now = tx.now();
        let (holder, ends_at) = self.window(now);
        let noted = tx.run(
            sql!(
                "insert into throttle (holder, ends_at, fails, held, weight, free_at) values ($1, $2, 0, 0, 0, $3)
                 on conflict (holder) do nothing"
            ),
            params![&holder[..], ends_at, now],
        )?;
        Ok(noted == 1)
    }

    /// Whether all has failed that may fail in this window.
    pub fn is_over(&self, tx: &mut Tx<'_>) -> Result<bool, Fault> {
        let now = tx.now();
        let (holder, _) = self.window(now);
        let over: Option<(i64,)> = tx.maybe(
            sql!("select fails from throttle where holder = $1 and fails >= $2"),
            params![&holder[..], self.limit.most],
        )?;
        Ok(over.is_some())
    }

    fn refusal(&self, tx: &mut Tx<'_>, holder: &[u8; 32]) -> Result<Refused, Fault> {
        let now = tx.now();
        let row: Row = tx.one(
            sql!("select fails, held, ends_at, free_at from throttle where holder = $1"),
            params![&holder[..]],
        )?;
        let until = if row.fails >= self.limit.most {
            row.ends_at
        } else if row.fails + row.held >= self.limit.most {
            return Ok(Refused::Crowded);
        } else {
            row.free_at
        };
        let left = until.duration_since(now);
        let seconds = left.as_secs() + i64::from(left.subsec_nanos() > 0);
        Ok(Refused::Later {
            seconds: seconds.max(1),
        })
    }

    /// The row of the window that is open now, and when it closes.
    fn window(&self, now: Timestamp) -> ([u8; 32], Timestamp) {
        let length = self.limit.window.as_secs();
        let number = now.as_second().div_euclid(length);
        let holder = Sha256::new()
            .chain_update(self.name)
            .chain_update(number.to_be_bytes())
            .finalize();
        let ends_at = Timestamp::from_second((number + 1) * length).unwrap_or(Timestamp::MAX);
        (holder.into(), ends_at)
    }
}

record! {
    struct Row {
        fails: i64,
        held: i64,
        ends_at: Timestamp,
        free_at: Timestamp,
    }
}

/// Gives a place back: nothing was found out.
pub fn give_back(tx: &mut Tx<'_>, place: &Place) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(
        sql!("update throttle set held = held - 1, free_at = $1 where holder = $2 and held > 0"),
        params![now, &place.0[..]],
    )?;
    Ok(())
}

/// A try that succeeded: both places are given back, and the first begins anew.
pub fn succeeded(tx: &mut Tx<'_>, forgiven: &Place, other: Option<&Place>) -> Result<(), Fault> {
    let (now, other) = (tx.now(), other.unwrap_or(forgiven));
    tx.run(
        sql!(
            "update throttle set held = held - 1,
                 fails = case when holder = $1 then 0 else fails end,
                 weight = case when holder = $1 then 0 else weight end,
                 free_at = case when holder = $1 then $2 else free_at end
             where holder in ($1, $3) and held > 0"
        ),
        params![&forgiven.0[..], now, &other.0[..]],
    )?;
    Ok(())
}

/// A try that failed. Answers how many have, in this window.
pub fn failed(tx: &mut Tx<'_>, place: &Place, weight: i64) -> Result<i64, Fault> {
    let fails: Option<(i64,)> = tx.maybe(
        sql!(
            "update throttle set held = held - 1, fails = fails + 1, weight = weight + $1
             where holder = $2 and held > 0 returning fails"
        ),
        params![weight, &place.0[..]],
    )?;
    Ok(fails.map_or(0, |(fails,)| fails))
}

/// Forgets what is counted no more.
pub fn purge(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    tx.run(sql!("delete from throttle where ends_at <= $1"), params![now])?;
    Ok(())
}
