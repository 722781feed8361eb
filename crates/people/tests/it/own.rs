//! One's own account: its password, its log, its data, its end.

use axum::http::StatusCode;
use people::roles::{self, Grant, Role};
use testkit::both_engines;

use crate::browsers::signed_in;
use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, site};

const NEW: &str = "nine parrots in a boat";

both_engines! {
async fn s08_a_changed_password_ends_every_other_browser_and_this_one_goes_on(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut phone = signed_in(&site, site.phone()).await;
    let mut waits = site.phone();
    let under_way = site.start(&mut waits, MELE).await;
    let old = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    mine.open("/account").await.follow("Change password").await;
    mine.fill("Password", NEW).press("Set the new password").await;
    mine.see("Your password is changed. Every other browser was signed out.");
    phone.open("/account").await;
    assert_eq!(phone.path(), "/sign-in?next=/account");
    assert_eq!(site.ask("GET", "/account", &[("cookie", &old)], "").await.status, StatusCode::SEE_OTHER);
    waits.open(&under_way).await.see("This sign-in has ended");
    let letter = site.letter().await;
    assert_eq!((letter.subject.as_str(), letter.to.as_str()), ("Your password was changed", MELE));
    let mut again = site.phone();
    for (password, path) in [(PASSWORD, "/sign-in"), (NEW, "/sign-in/check-email")] {
        again.open("/sign-in").await.fill("Email", MELE).fill("Password", password).press("Sign in").await;
        assert_eq!(again.path(), path);
        site.wait(1);
    }
}
}

both_engines! {
async fn p07_p08_rules_hold_when_a_password_is_changed(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    for (password, said) in [("password123", "one of the most used"), ("taufa mele 2022", "without your name")] {
        mine.open("/account/password").await.fill("Password", password).press("Set the new password").await;
        assert_eq!(mine.status(), 422);
        assert!(mine.field("Password").described.contains(said), "{}", mine.field("Password").described);
    }
}
}

both_engines! {
async fn r01_the_password_page_asks_again_before_it_is_shown(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    mine.open("/account/password").await.see("Is it still you?");
    for (page, field, text, button) in [
        ("/account/email", "New email address", "other@foreign.example", "Send the two links"),
        ("/account/close", "To close the account, type CLOSE", "close", "Close my account"),
    ] {
        mine.open(page).await.fill(field, text).press(button).await;
        mine.see("Is it still you?");
    }
    mine.open("/account/data").await.press("Download").await;
    mine.see("Is it still you?");
    let closed = db::sql!("select cast(count(*) as bigint) from account where disabled_at is not null");
    assert_eq!(site.count(closed).await, 0);
}
}

both_engines! {
async fn w03_people_see_what_happened_to_their_account(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut other = site.phone();
    site.start(&mut other, "sione@foreign.example").await;
    mine.open("/account").await.follow("What happened to your account").await;
    let text = mine.text().to_owned();
    for line in ["Signed in", "A link was sent", "A link was asked for", "The password was typed right"] {
        mine.see(line);
    }
    assert_eq!(text.matches("A link was asked for").count(), 1, "her own only");
    mine.see("Firefox on Linux").see("15 August 2022, 02:00 (UTC)");
    for _ in 0..60 {
        site.db
            .write(|tx| {
                let found: Vec<(base::Id<people::Account>,)> =
                    tx.all(db::sql!("select id from account where name = 'Mele Taufa'"), &[])?;
                let note = people::audit::Note { event: "token.made", account: found[0].0, flow: None, detail: "sala_abcd", ip: "", ua: "" };
                people::audit::note(tx, &note)
            })
            .await
            .unwrap();
    }
    mine.open("/account/log").await;
    assert_eq!(mine.text().matches("A token was made: sala_abcd").count(), 50);
    mine.follow("Older").await;
    assert_eq!(mine.text().matches("A token was made: sala_abcd").count(), 10);
    mine.see("The password was typed right");
}
}

both_engines! {
async fn everything_held_about_a_person_is_one_file_without_a_secret(app: TestApp) {
    let site = site(&app).await;
    let mine = signed_in(&site, site.browser()).await;
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let answer = site.ask("POST", "/account/data", &headers, "a=b").await;
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"my-data.json\"");
    let held: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(held["account"]["email"], MELE);
    assert_eq!(held["browsers"][0]["how"], "pwd link");
    assert_eq!(held["log"][0]["event"], "account.data_read");
    assert!(!answer.body.contains("argon2") && !answer.body.contains("hash"), "{}", answer.body);
}
}

both_engines! {
async fn a_closed_account_is_signed_out_everywhere_and_forgotten_after_a_month(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut phone = signed_in(&site, site.phone()).await;
    mine.open("/account").await.follow("Close my account").await;
    mine.see("Registrations stay with the conveners of each event");
    mine.press("Close my account").await;
    assert!(mine.field("To close the account, type CLOSE").described.contains("Type CLOSE to close the account"));
    mine.fill("To close the account, type CLOSE", "close").press("Close my account").await;
    mine.see("Your account is closed").see_not("Mele Taufa");
    for browser in [&mut mine, &mut phone] {
        browser.open("/account").await;
        assert_eq!(browser.path(), "/sign-in?next=/account");
    }
    phone.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
    assert_eq!(phone.status(), 422);
    let known = async || -> Vec<(String, bool)> {
        let statement = db::sql!("select email, password_phc is null from account");
        site.db.read(move |tx| tx.all(statement, &[])).await.unwrap()
    };
    site.wait(30 * 24 * 3600);
    site.db.write(people::purge::purge).await.unwrap();
    assert_eq!(known().await, [(MELE.to_owned(), false)], "not before");
    site.wait(1);
    site.db.write(people::purge::purge).await.unwrap();
    let after = known().await;
    assert!(after[0].0.starts_with("closed-") && after[0].0.ends_with("@closed.invalid") && after[0].1, "{after:?}");
    site.person(MELE, "Another Mele").await;
}
}

both_engines! {
async fn the_last_administrator_can_not_close_her_account(app: TestApp) {
    let site = site(&app).await;
    site.db
        .write(|tx| {
            let found: Vec<(base::Id<people::Account>,)> = tx.all(db::sql!("select id from account"), &[])?;
            roles::grant(tx, found[0].0, Grant { role: Role::Administrator, event: None })
        })
        .await
        .unwrap();
    let mut mine = signed_in(&site, site.browser()).await;
    mine.open("/account/close").await.fill("To close the account, type CLOSE", "CLOSE").press("Close my account").await;
    assert!(mine.field("To close the account, type CLOSE").described.contains("You are the last administrator."));
    mine.open("/account").await.see("Mele Taufa");
}
}
