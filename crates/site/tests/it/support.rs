//! What the tests of this room share: a site with its first administrator, and people who sign in.

use base::Email;
use people::{Grant, NewAccount, Role};
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
    browser
        .fill("Email", email)
        .fill("Password", PASSWORD)
        .press("Sign in")
        .await;
    let link = app.mailbox().await.take_letter_to(email).link("/l/");
    browser
        .open_from_elsewhere(&link)
        .await
        .press("Sign in here")
        .await;
}

/// The browser of a new person who has signed in.
pub async fn person(app: &TestApp, name: &str, email: &str) -> Browser {
    let phc = people::hash_password(app.web().keys(), app.web().random(), PASSWORD)
        .await
        .unwrap();
    let new = NewAccount {
        email: Email::parse(email).unwrap(),
        name: name.to_owned(),
        locale: i18n::Locale::En,
        phc: Some(phc),
    };
    app.write(move |tx| people::create_account(tx, &new)).await;
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
