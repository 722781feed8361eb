//! The one door through which time comes in, so that tests and the demonstration can set it.
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock shared by everything in one program. Instants are whole microseconds, as both databases keep them.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Microseconds to add to the machine's clock; for a frozen clock, the instant itself.
    micros: AtomicI64,
    frozen: bool,
}

impl Clock {
    /// The machine's own clock.
    pub fn real() -> Clock {
        Clock::with(0, false)
    }

    /// A clock that reads `at` now and then goes on at the usual speed.
    pub fn starting_at(at: Timestamp) -> Clock {
        Clock::with(at.as_microsecond() - machine_micros(), false)
    }

    /// A clock that stands still until it is moved.
    pub fn frozen(at: Timestamp) -> Clock {
        Clock::with(at.as_microsecond(), true)
    }

    fn with(micros: i64, frozen: bool) -> Clock {
        Clock(Arc::new(Inner {
            micros: AtomicI64::new(micros),
            frozen,
        }))
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        let micros = self.0.micros.load(Ordering::SeqCst);
        let micros = if self.0.frozen {
            micros
        } else {
            micros + machine_micros()
        };
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }

    /// Moves the clock on (or back) for everybody who shares it.
    pub fn advance(&self, by: SignedDuration) {
        let micros = i64::try_from(by.as_micros()).unwrap_or(0);
        self.0.micros.fetch_add(micros, Ordering::SeqCst);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the door that the lint points to"
)]
fn machine_micros() -> i64 {
    Timestamp::now().as_microsecond()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frozen_clock_moves_only_when_told() {
        let start: Timestamp = "2022-08-15T02:00:00Z".parse().unwrap();
        let clock = Clock::frozen(start);
        let other = clock.clone();
        other.advance(SignedDuration::from_secs(61));
        assert_eq!(clock.now(), start + SignedDuration::from_secs(61));
        assert_eq!(clock.now(), clock.now());
    }

    #[test]
    fn a_ticking_clock_starts_where_asked() {
        let start: Timestamp = "2022-08-15T02:00:00Z".parse().unwrap();
        let passed = Clock::starting_at(start).now().duration_since(start);
        assert!(passed >= SignedDuration::ZERO && passed < SignedDuration::from_secs(5));
    }
}
