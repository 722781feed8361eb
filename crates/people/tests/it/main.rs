//! What people and sign-in must hold, each test named after its line in the checklist.

mod codes;
mod ground;
mod links;
mod minute;
mod numbers;
mod passwords;
mod secrets;
mod sessions;
mod sign_up;
