//! The rule that after a password only the letter will do: switched on only where it locks no administrator out.

use db::{params, sql};
use jiff::SignedDuration;
use people::Role;
use testkit::{Browser, TestApp, both_engines};

use crate::support::{ADA, RANGI, SLICES, holder, person};

const ON: &str = "Take the letter only";
const OFF: &str = "Take other second steps too";

/// A passkey, as far as this rule looks at it.
async fn passkey_of(app: &TestApp, email: &'static str) {
    app.write(move |tx| {
        let (id, now): (base::Id<Role>, _) = (tx.new_id(), tx.now());
        let (name, no) = (id.to_string(), false);
        tx.run(
            sql!(
                "insert into passkey (id, account_id, credential_id, user_handle, algorithm, public_key, name, sign_count,
                     backup_eligible, backed_up, made_at)
                 values ($1, (select id from account where email = $2), $3, $3, -7, $3, $4, 0, $5, $5, $6)"
            ),
            params![id, email, &[7_u8; 32][..], name, no, now],
        )
    })
    .await;
}

/// Sends a test letter and types its code.
async fn letter_comes_back(app: &TestApp, ada: &mut Browser) {
    ada.open("/desk/mail").await;
    ada.press("Send a test letter to ada@secretariat.example").await;
    let letter = app.mailbox().await.take_letter_to(ADA);
    let text = letter.text();
    let code = text
        .split_whitespace()
        .find(|word| word.len() == 9 && word.as_bytes()[4] == b'-');
    ada.open("/desk/second-step").await;
    ada.fill("Code of the test letter", &code.unwrap().to_lowercase());
    ada.press("It came back").await;
}

async fn rule(app: &TestApp) -> bool {
    app.read(people::link_rule::since).await.is_some()
}

both_engines! {
async fn the_rule_is_refused_until_a_test_letter_came_back_and_an_administrator_has_a_passkey(app: TestApp) {
    let mut ada = holder(&app, "Ada Vaea", ADA, Role::Administrator).await;
    person(&app, "Mele Taufa", "mele@foreign.example").await;
    ada.open("/desk").await.follow("Second step").await;
    ada.see("A letter, an authenticator or a recovery code will do.").see("No administrator has a passkey.");
    ada.press(ON).await.see("No test letter has come back within a day.");
    assert_eq!((ada.status(), rule(&app).await), (422, false));
    passkey_of(&app, "mele@foreign.example").await;
    letter_comes_back(&app, &mut ada).await;
    ada.see("A test letter came back at 15 August 2022").see("No administrator has a passkey.");
    ada.press(ON).await;
    assert_eq!((ada.status(), rule(&app).await), (422, false), "a delegate's passkey opens no desk");
    app.write(|tx| tx.run(sql!("delete from passkey"), &[])).await;
    passkey_of(&app, ADA).await;
    app.advance(SignedDuration::from_hours(24));
    app.sign_in(ada.open("/desk/second-step").await, ADA, crate::support::PASSWORD).await;
    ada.open("/desk/second-step").await.see("No test letter has come back within a day.").see("1 administrator has a passkey.");
    ada.press(ON).await;
    assert_eq!((ada.status(), rule(&app).await), (422, false), "yesterday's letter shows nothing today");
    letter_comes_back(&app, &mut ada).await;
    ada.press(ON).await.see("only the letter will do.");
    assert!(rule(&app).await);
    ada.open("/desk/audit").await.see("From now on only a letter will do after a password");
    ada.open("/desk/second-step").await.press(OFF).await.see("A letter, an authenticator or a recovery code will do.");
    assert!(!rule(&app).await);
    ada.open("/desk/audit").await.see("other second steps will do after a password, too");
}

async fn only_the_code_of_ones_own_last_letter_shows_that_it_came_back(app: TestApp) {
    let mut ada = holder(&app, "Ada Vaea", ADA, Role::Administrator).await;
    let mut rangi = holder(&app, "Rangi Iti", RANGI, Role::Administrator).await;
    letter_comes_back(&app, &mut ada).await;
    let code = ada.value("Code of the test letter");
    rangi.open("/desk/second-step").await.fill("Code of the test letter", "2222-2222").press("It came back").await;
    assert_eq!(rangi.status(), 422);
    rangi.see("That is not the code of your last test letter.");
    app.advance(SignedDuration::from_secs(61));
    rangi.open("/desk/mail").await.press("Send a test letter to rangi@secretariat.example").await;
    rangi.open("/desk/second-step").await.fill("Code of the test letter", &code).press("It came back").await;
    assert_eq!(rangi.status(), 422, "another's code, before the letter has left");
    app.deliver().await;
    let mut officer = holder(&app, "Orapin Sample", "orapin@secretariat.example", Role::Officer).await;
    officer.open("/desk/second-step").await;
    assert_eq!(officer.status(), 403);
}
}
