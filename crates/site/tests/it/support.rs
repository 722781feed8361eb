//! What the tests of this room share: a site with its first administrator, and people who sign in.

use base::Email;
use people::{Grant, Role};
use testkit::{Browser, TestApp};

/// The rooms these tests need: the registrations' desk is what a role opens.
pub const SLICES: &[web::Slice] = &[
    people::SLICE,
    members::SLICE,
    forum::SLICE,
    registration::SLICE,
    site::SLICE,
];

pub const ADA: &str = "ada@secretariat.example";
pub const RANGI: &str = "rangi@secretariat.example";
pub const PASSWORD: &str = "a long new password";

/// Fills the page of the first run and sends it.
pub async fn begin(browser: &mut Browser, name: &str, email: &str) {
    browser
        .fill("Name", name)
        .fill("Email", email)
        .fill("Password", PASSWORD)
        .press("Create account")
        .await;
}

/// Gives the password on the page that asks for it, and opens the link of the letter.
pub async fn sign_in(app: &TestApp, browser: &mut Browser, email: &str) {
    app.sign_in(browser, email, PASSWORD).await;
}

/// The browser of a new person who has signed in.
pub async fn person(app: &TestApp, name: &str, email: &str) -> Browser {
    app.person(name, email, PASSWORD).await;
    let mut browser = app.browser();
    browser.open("/account").await;
    sign_in(app, &mut browser, email).await;
    assert_eq!(browser.path(), "/account");
    browser
}

/// The browser of a person with a role from the start.
pub async fn holder(app: &TestApp, name: &str, email: &str, role: Role) -> Browser {
    let browser = person(app, name, email).await;
    let email = Email::parse(email).unwrap();
    app.write(move |tx| {
        let account = people::account::by_email(tx, &email)?.unwrap();
        people::roles::grant(tx, account.id, Grant { role, event: None })
    })
    .await;
    browser
}
