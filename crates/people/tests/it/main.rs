//! What people and sign-in must hold, each test named after its line in the checklist.

mod accounts;
mod codes;
mod delivery;
mod ground;
mod letters;
mod links;
mod minute;
mod numbers;
mod pages;
mod passwords;
mod scanner;
mod secrets;
mod sessions;
mod sign_up;
mod site;
mod stack;
mod stash;
