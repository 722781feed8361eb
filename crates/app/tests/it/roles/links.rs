//! Links of letters and of the console, as they would have been mailed.

use super::MELE;
use base::{Email, Fault};
use db::Tx;
use people::model::{BrowserHash, Origin};
use people::{Account, flows, mint, secrets, start};

/// A link of the console.
pub fn console_link(tx: &mut Tx<'_>) -> String {
    let email = Email::parse("delegate@foreign.example").expect("it is an address");
    let made = people::console::make(tx, &email, "The mail is down", "UTC");
    made.expect("the delegate may sign in")
}

/// A fresh link to a new password.
pub fn reset_link(tx: &mut Tx<'_>) -> Result<String, Fault> {
    let letter = mail::Outgoing {
        id: tx.new_id(),
        kind: people::mails::RESET.to_owned(),
        to: Email::parse(MELE).expect("it is an address"),
        locale: i18n::Locale::En,
        about: None,
        data: serde_json::json!({}),
        message_id: String::new(),
        tries: 1,
        created_at: tx.now(),
    };
    let minted = people::reset::mint(tx, &letter)?.expect("it has an account");
    Ok(minted.token)
}

/// A fresh link of a sign-in that waits in another browser than the asker's.
pub fn link(tx: &mut Tx<'_>, waiter: &str) -> Result<String, Fault> {
    let email = Email::parse(MELE).expect("it is an address");
    let right = people::account::credentials(tx, &email)?.expect("it has an account");
    let from = Origin {
        browser: BrowserHash(secrets::hash(waiter)),
        ip: String::new(),
        ua: String::new(),
        zone: "UTC".to_owned(),
        locale: i18n::Locale::En,
        next: "/account".to_owned(),
    };
    let flow = start::start(tx, &right, &from)?;
    let flow = flows::by_id(tx, flow)?.expect("it has just begun");
    let letter = tx.new_id::<Account>().uuid();
    let minted = mint::mint(tx, &flow, letter, b"a key for codes")?.expect("it is wanted");
    mint::handed_over(tx, flow.id.uuid(), letter)?;
    Ok(minted.token)
}

/// An organization whose accounts sign in, and that does not answer.
pub fn away() -> oidc::Setting {
    oidc::Setting {
        id: "bank".to_owned(),
        name: "Bank of the Islands".to_owned(),
        issuer: "http://127.0.0.1:9".to_owned(),
        client_id: "sala".to_owned(),
        client_secret: None,
        scopes: vec!["openid".to_owned()],
        accept_amr: Vec::new(),
        accept_acr: Vec::new(),
    }
}
