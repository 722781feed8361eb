//! Values with invariants that every other room uses: ids, e-mail addresses, slugs, time zones, the clock,
//! randomness, secrets and faults. Nothing here reads a file or a socket.
mod clock;
mod email;
mod fault;
mod id;
mod keys;
mod names;
mod random;
mod secret;

pub use clock::Clock;
pub use email::{BadEmail, Email};
pub use fault::{Fault, FaultKind, Result};
pub use id::{BadId, Id};
pub use keys::Keys;
pub use names::{BadSlug, BadZone, Slug, Zone};
pub use random::Random;
pub use secret::Secret;
