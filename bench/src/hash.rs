//! One password after the other on one thread: the processor time of a hash.
use base::{Fault, Keys, Random, Result};
use people::password::{self, Buffer, Pepper, Typed};

use crate::disk::fault;
use crate::line::{self, Line};

const HASHES: u32 = 300;
/// A clock tick of `/proc` on Linux, in milliseconds.
const TICK: f64 = 10.0;

pub fn run() -> Result<()> {
    let typed = Typed::new("lagoon and brass");
    let mut buffer = Buffer::default();
    let pepper = Pepper::of(&Keys::new([7; 32]))?;
    let phc = password::hash(&mut buffer, &pepper, &Random::os(), &typed)?;
    let before = ticks()?;
    for _ in 0..HASHES {
        if !password::verify(&mut buffer, &pepper, Some(&phc), &typed)? {
            return Err(Fault::new("verifying a password"));
        }
    }
    line::say(&Line {
        what: "argon2 alone, processor time of one hash".to_owned(),
        unit: "ms",
        ours: (ticks()? - before) * TICK / f64::from(HASHES),
        against: None,
        aim: None,
    });
    Ok(())
}

/// What this thread has used.
fn ticks() -> Result<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/stat").map_err(fault("reading /proc"))?;
    let after = text.rsplit_once(") ").map_or("", |(_, after)| after);
    Ok(after
        .split(' ')
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<f64>().ok())
        .sum())
}
