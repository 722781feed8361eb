//! Passkeys on the pages of one's account: named, removed, asked for again, offered; and what they stand in for there.

use http::StatusCode;
use people::roles::{self, Grant, Role};
use serde_json::{Value, json};
use testkit::{Authenticator, Browser, ORIGIN, both_engines};

use crate::browsers::signed_in;
use crate::ground::SLICES;
use crate::passkeys::{answer, is_in, make, options, passkeys, send, sign_in, with_passkey};
use crate::site::{HERE, MELE, Site, site};

async fn make_officer(site: &Site) {
    let grant = Grant {
        role: Role::Officer,
        event: None,
    };
    let email = base::Email::parse(MELE).unwrap();
    site.db
        .write(move |tx| {
            let mele = people::account::by_email(tx, &email)?.unwrap();
            roles::grant(tx, mele.id, grant)
        })
        .await
        .unwrap();
}

both_engines! {
async fn r10_twenty_at_most_each_with_its_name_and_dates(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    for _ in 1..20 {
        assert_eq!(make(&site, &mut mine, &mut device, "").await.status, StatusCode::SEE_OTHER);
    }
    site.app.deliver().await;
    let mut phone = site.phone();
    sign_in(&site, &mut phone, &mut device).await;
    let more = make(&site, &mut mine, &mut device, "One more").await;
    assert_eq!((more.status, passkeys(&site).await), (StatusCode::UNPROCESSABLE_ENTITY, 20));
    assert!(more.body.contains("You have 20 passkeys, which is as many as one account can have."));
    phone.open("/account").await.follow("Passkeys").await.see("20 passkeys").see("My telephone").see("Not used yet");
    phone.see("Made 15 August 2022, 02:01 (UTC).").see("Last used 15 August 2022, 02:01 (UTC)");
    phone.fill("Name My telephone", "The old one").press("Save the name My telephone").await.see("The name is saved.").see("The old one");
    phone.press("Remove The old one").await.see("The passkey is removed.").see("19 passkeys").see_not("The old one");
    assert_eq!(site.letter().await.subject, "A passkey was removed");
}
}

both_engines! {
async fn r10_whoever_works_at_the_desk_keeps_one_factor(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    make_officer(&site).await;
    mine.open("/account/passkeys").await.press("Remove My telephone").await;
    assert_eq!((mine.status(), passkeys(&site).await), (422, 1));
    mine.see("Whoever works at the desk keeps a passkey or an authenticator.");
    make(&site, &mut mine, &mut device, "Another").await;
    mine.open("/account/passkeys").await.press("Remove My telephone").await.see("The passkey is removed.");
    assert_eq!(passkeys(&site).await, 1);
    crate::totp::set_up(&site, &mut mine).await;
    mine.open("/account/passkeys").await.press("Remove Another").await.see("You have no passkey");
    mine.open("/account/authenticator").await.press("Remove it").await;
    mine.see("Whoever works at the desk keeps a passkey or an authenticator.");
    assert_eq!(mine.status(), 422);
    site.app.deliver().await;
}
}

both_engines! {
async fn r01_passkeys_are_made_and_removed_by_who_has_just_shown_who_she_is(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, _) = with_passkey(&site).await;
    site.wait(600);
    let refused = send(&site, &mut mine, "/account/passkeys/options", &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    mine.open("/account/passkeys").await.press("Remove My telephone").await.see("Is it still you?");
    mine.open("/account/passkeys").await.press("Make a passkey").await.see("Is it still you?");
    assert_eq!(passkeys(&site).await, 1);
}
}

both_engines! {
async fn r02_a_passkey_shows_again_who_it_is_and_five_wrong_ones_end_the_session(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    site.wait(600);
    mine.open("/account/passkeys").await.press("Remove My telephone").await.see("Is it still you?");
    assert!(mine.path().starts_with("/account/again/passkey"), "{}", mine.path());
    mine.see("Use the password and a letter");
    let old = mine.jar.get("__Host-s").unwrap().to_owned();
    let next = mine.path().split_once("next=").unwrap().1.to_owned();
    let asked = options(&site, &mut mine, "/account/passkeys/ask?for=again").await;
    site.wait(301);
    let late = device.show(&asked, ORIGIN).to_string();
    for _ in 0..6 {
        let refused = send(&site, &mut mine, "/account/again/passkey", &[("passkey", &late)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "too late is no wrong try");
    }
    let asked = options(&site, &mut mine, "/account/passkeys/ask?for=again").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    let done = send(&site, &mut mine, "/account/again/passkey", &[("next", &next), ("passkey", &shown)]).await;
    assert!(done.header("location").starts_with("/account/again/on?next="), "{}", done.body);
    assert_ne!(mine.jar.get("__Host-s").unwrap(), old, "s03");
    mine.open(done.header("location")).await.press("Go on").await.see("The passkey is removed.");
    make(&site, &mut mine, &mut device, "Another").await;
    site.wait(600);
    for _ in 0..5 {
        send(&site, &mut mine, "/account/again/passkey", &[("passkey", &shown)]).await;
    }
    mine.open("/account").await;
    assert_eq!(mine.path(), "/sign-in?next=/account");
    site.app.deliver().await;
}
}

both_engines! {
async fn r03_a_passkey_confirms_in_place_of_the_old_mailbox(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    mine.open("/account/email").await.fill("New email address", "mele@new.example").press("Send the two links").await;
    assert!(mine.html().contains("You cannot open the old mailbox?"), "shown by the script");
    let asked = options(&site, &mut mine, "/account/passkeys/ask?for=email").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    let email = db::sql!("select cast(count(*) as bigint) from account where email = 'mele@new.example'");
    let half = send(&site, &mut mine, "/account/email/passkey", &[("passkey", &shown)]).await;
    assert_eq!((half.status, site.count(email).await), (StatusCode::OK, 0), "the new mailbox has to confirm as ever");
    let again = send(&site, &mut mine, "/account/email/passkey", &[("passkey", &shown)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.app.deliver().await;
    let letters = site.recorder.all();
    let letter = letters.iter().find(|letter| letter.to == "mele@new.example").unwrap();
    let line = letter.text.lines().find(|line| line.contains("/account/email/")).unwrap();
    mine.open(line.strip_prefix(HERE).unwrap()).await.press("Confirm").await;
    assert_eq!(site.count(email).await, 1);
    site.app.deliver().await;
    let told = site.recorder.all().into_iter().next().unwrap();
    assert_eq!(told.to, MELE, "the old one can undo it for a week");
}
}

both_engines! {
async fn r06_a_reset_neither_removes_nor_replaces_a_passkey(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let mut other = site.phone();
    other.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    let letter = site.letter().await;
    let line = letter.text.lines().find(|line| line.contains("/r/")).unwrap();
    let path = line.strip_prefix(HERE).unwrap().to_owned();
    other.open(&path).await.fill("Email address of the account", MELE).fill("Password", "nine parrots in a boat");
    other.press("Set the new password").await;
    assert_eq!(passkeys(&site).await, 1);
    assert!(is_in(&sign_in(&site, &mut other, &mut device).await));
    site.app.deliver().await;
}
}

/// Whether a page offers one, to browsers with a script.
async fn is_offered(browser: &mut Browser, path: &str) -> bool {
    browser.open(path).await;
    let html = browser.html();
    assert_eq!(
        html.contains("/account/passkeys/decline"),
        html.contains("Next time sign in with your fingerprint")
    );
    html.contains("/account/passkeys/decline")
}

both_engines! {
async fn a_passkey_is_offered_on_the_page_after_signing_in_until_she_wants_none(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    assert!(is_offered(&mut mine, "/account").await && !is_offered(&mut mine, "/account/log").await);
    let mut phone = signed_in(&site, site.phone()).await;
    assert!(is_offered(&mut phone, "/account?lang=en").await);
    phone.press("Not now").await;
    assert_eq!(phone.path(), "/account");
    let third = signed_in(&site, site.browser()).await;
    for mut browser in [mine, phone, third] {
        assert!(!is_offered(&mut browser, "/account").await);
    }
}
}

both_engines! {
async fn a_passkey_that_there_is_is_not_offered_and_is_told_with_all_data(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, _) = with_passkey(&site).await;
    assert!(!is_offered(&mut mine, "/account").await);
    let held = send(&site, &mut mine, "/account/data", &[("a", "b")]).await.body;
    let held: Value = serde_json::from_str(&held).unwrap();
    assert_eq!(held["passkeys"][0]["name"], "My telephone");
    let mut other = signed_in(&site, site.phone()).await;
    assert!(!is_offered(&mut other, "/account").await);
    mine.open("/account/close").await.fill("To close the account, type CLOSE", "close").press("Close my account").await;
    assert_eq!(passkeys(&site).await, 0);
    site.app.deliver().await;
}
}

both_engines! {
async fn r10_nobody_uses_or_touches_the_passkey_of_somebody_else(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut sione = site.phone();
    let link = site.start(&mut sione, "sione@foreign.example").await;
    sione.open(&link).await.press("Sign in here").await;
    let mut his = Authenticator::default();
    make(&site, &mut sione, &mut his, "Sione's").await;
    let (id,): (base::Id<people::passkey::Passkey>,) =
        site.db.read(|tx| tx.one(db::sql!("select id from passkey where name = 'My telephone'"), &[])).await.unwrap();
    for path in [format!("/account/passkeys/{id}/remove"), format!("/account/passkeys/{id}/name")] {
        let done = send(&site, &mut sione, &path, &[("name", "Mine now")]).await;
        assert_eq!(done.status, StatusCode::NOT_FOUND);
    }
    // he knows her password, and shows his own passkey
    site.wait(61);
    let mut knows = site.browser();
    site.start(&mut knows, MELE).await;
    knows.open("/sign-in/check-email").await.follow("Use your passkey").await;
    let flow = knows.path().split_once("flow=").unwrap().1.to_owned();
    let mut asked = options(&site, &mut knows, &format!("/sign-in/passkey/options?flow={flow}")).await;
    asked["allowCredentials"] = json!([]);
    let shown = his.show(&asked, ORIGIN).to_string();
    let refused = send(&site, &mut knows, "/sign-in/passkey", &[("flow", &flow), ("passkey", &shown)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // in her browser, when it is asked again who it is
    site.wait(600);
    let mut asked = options(&site, &mut mine, "/account/passkeys/ask?for=again").await;
    asked["allowCredentials"] = json!([]);
    let shown = his.show(&asked, ORIGIN).to_string();
    let refused = send(&site, &mut mine, "/account/again/passkey", &[("passkey", &shown)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // her passkey with the name of his account
    let asked = options(&site, &mut knows, "/sign-in/passkey/options").await;
    let (mut shown, theirs) = (device.show(&asked, ORIGIN), his.show(&asked, ORIGIN));
    shown["user"] = theirs["user"].clone();
    assert_eq!(answer(&site, &mut knows, &shown.to_string()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    site.app.deliver().await;
}
}

both_engines! {
async fn r10_neither_a_removed_passkey_nor_that_of_a_disabled_account_signs_in(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    let mut phone = site.phone();
    let disable = |at: Option<jiff::Timestamp>| {
        site.db.write(move |tx| tx.run(db::sql!("update account set disabled_at = $1"), db::params![at]))
    };
    disable(Some(site.clock.now())).await.unwrap();
    let refused = sign_in(&site, &mut phone, &mut device).await;
    assert!(refused.body.contains("This passkey is not known here."), "{}", refused.body);
    disable(None).await.unwrap();
    let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    mine.open("/account/passkeys").await.press("Remove My telephone").await.see("You have no passkey");
    let refused = answer(&site, &mut phone, &shown).await;
    assert!(refused.body.contains("This passkey is not known here."));
    site.app.deliver().await;
}
}
