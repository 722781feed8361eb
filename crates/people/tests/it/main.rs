//! What people and sign-in must hold, each test named after its line in the checklist.

mod codes;
mod delivery;
mod ground;
mod letters;
mod links;
mod minute;
mod numbers;
mod passwords;
mod secrets;
mod sessions;
mod sign_up;
mod stash;
