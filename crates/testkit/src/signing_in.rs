//! People with a password, and how they sign in: the page, the letter, the link.
use crate::{Browser, TestApp};
use base::{Email, Id};
use i18n::Locale;
use people::{Account, NewAccount};

impl TestApp {
    /// An account with this password.
    pub async fn person(&self, name: &str, email: &str, password: &str) -> Id<Account> {
        let phc = people::hash_password(self.web().keys(), self.web().random(), password)
            .await
            .expect("the password is hashed");
        let new = NewAccount {
            email: Email::parse(email).expect("it is an address"),
            name: name.to_owned(),
            locale: Locale::En,
            phc: Some(phc),
        };
        self.write(move |tx| people::create_account(tx, &new)).await
    }

    /// Gives the password on the page that asks for it, and opens the link of the letter.
    pub async fn sign_in(&self, browser: &mut Browser, email: &str, password: &str) {
        browser
            .fill("Email", email)
            .fill("Password", password)
            .press("Sign in")
            .await;
        self.open_letter(browser, email).await;
    }

    /// Makes an account on the page that asks for one, and opens the link of the letter.
    pub async fn sign_up(&self, browser: &mut Browser, name: &str, email: &str, password: &str) {
        browser
            .fill("Name", name)
            .fill("Email", email)
            .fill("Password", password)
            .press("Create account")
            .await;
        self.open_letter(browser, email).await;
    }

    /// Opens the link that was mailed, as web mail does, in the browser that waits for it.
    async fn open_letter(&self, browser: &mut Browser, email: &str) {
        let link = self.mailbox().await.take_letter_to(email).link("/l/");
        browser
            .open_from_elsewhere(&link)
            .await
            .press("Sign in here")
            .await;
    }
}
