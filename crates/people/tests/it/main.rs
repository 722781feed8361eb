//! What people and sign-in must hold, each test named after its line in the checklist.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can not go on fails where it stands"
)]

mod accounts;
mod addresses;
mod audit;
mod browsers;
mod codes;
mod console;
mod delivery;
mod events;
mod ground;
mod late;
mod letters;
mod links;
mod minute;
mod numbers;
mod organization_down;
mod organization_out;
mod organization_tokens;
mod organizations;
mod own;
mod pages;
mod passkeys;
mod passkeys_account;
mod passwords;
mod recovery;
mod reset;
mod same;
mod scanner;
mod secrets;
mod sessions;
mod sign_up;
mod site;
mod stack;
mod stash;
mod sure;
mod there;
mod throttle;
mod throttle_everywhere;
mod totp;
mod unfinished;
