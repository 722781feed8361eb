//! Asking again before what matters.

use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::{PASSWORD, SLICES};
use crate::site::{Site, code, site};

/// Fills in the form of a new token and sends it.
async fn make_token(browser: &mut Browser) {
    browser
        .open("/account/tokens")
        .await
        .fill("What it is for", "The door")
        .press("Make the token")
        .await;
}

/// Gives the password, and takes the code from the letter.
async fn asked_code(site: &Site, browser: &mut Browser) -> String {
    browser.fill("Password", PASSWORD).press("Send me a code").await;
    browser.see("We sent a code to m•••@foreign.example");
    let letter = site.letter().await;
    assert_eq!(letter.subject, "Your code");
    code(&letter)
}

both_engines! {
async fn r01_for_ten_minutes_nothing_is_asked_then_what_was_typed_waits(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(530);
    make_token(&mut mine).await;
    mine.see("The token is made.");
    site.wait(10);
    make_token(&mut mine).await;
    assert!(mine.path().starts_with("/account/again"), "{}", mine.path());
    mine.see("Is it still you?").see_not("The door");
    let code = asked_code(&site, &mut mine).await;
    let before = mine.jar.get("__Host-s").unwrap().to_owned();
    mine.fill("Code from the email", &code).press("Go on").await;
    mine.see("You can go on with what you had begun.");
    assert_ne!(mine.jar.get("__Host-s").unwrap(), before, "s03: a new cookie");
    mine.press("Go on").await;
    mine.see("The token is made.").see("The door");
    let tokens = db::sql!("select cast(count(*) as bigint) from api_token where name = 'The door'");
    assert_eq!(site.count(tokens).await, 2);
    let waiting = db::sql!("select cast(count(*) as bigint) from account_stash");
    assert_eq!(site.count(waiting).await, 0, "nothing waits any more");
    make_token(&mut mine).await;
    mine.see("The token is made.");
}
}

both_engines! {
async fn r01_signing_out_everywhere_else_is_asked_again(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    signed_in(&site, site.phone()).await;
    site.wait(600);
    mine.open("/account/sessions").await.press("Sign out everywhere else").await;
    mine.see("Is it still you?");
    mine.open("/account/sessions").await.see("2 browsers");
}
}

both_engines! {
async fn r02_the_cookie_of_before_the_proof_is_dead_and_the_code_works_once(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    make_token(&mut mine).await;
    let old = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let code = asked_code(&site, &mut mine).await;
    mine.fill("Code from the email", &code).press("Go on").await;
    assert_eq!(site.ask("GET", "/account", &[("cookie", &old)], "").await.status.as_u16(), 303);
    site.wait(601);
    let headers = [("cookie", &*format!("__Host-s={}", mine.jar.get("__Host-s").unwrap())), ("sec-fetch-site", "same-origin")];
    let again = site.ask("POST", "/account/again/code", &headers, &format!("code={code}&next=/account")).await;
    assert_eq!(again.header("location"), "/account/again?next=/account", "there is no code to be typed");
}
}

both_engines! {
async fn r02_the_code_of_one_browser_is_of_no_use_in_another(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut other = signed_in(&site, site.phone()).await;
    site.wait(600);
    make_token(&mut mine).await;
    let code = asked_code(&site, &mut mine).await;
    site.wait(61);
    make_token(&mut other).await;
    asked_code(&site, &mut other).await;
    other.fill("Code from the email", &code).press("Go on").await;
    assert_eq!(other.status(), 422);
    assert!(other.field("Code from the email").described.contains("That is not the code"));
}
}

both_engines! {
async fn r02_five_wrong_tries_end_the_session(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    make_token(&mut mine).await;
    for _ in 0..4 {
        mine.fill("Password", "not the password").press("Send me a code").await;
        assert_eq!(mine.status(), 422);
    }
    assert!(mine.field("Password").described.contains("One more try, then you are signed out."));
    mine.fill("Password", "not the password").press("Send me a code").await;
    assert_eq!(mine.path(), "/sign-in?ended");
    mine.open("/account").await;
    assert_eq!(mine.path(), "/sign-in?next=/account");
    app.deliver().await;
    assert!(!site.recorder.all().iter().any(|letter| letter.subject == "Your code"));
}
}

both_engines! {
async fn r02_wrong_codes_count_too_and_a_code_ends_after_twenty_minutes(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    make_token(&mut mine).await;
    let code = asked_code(&site, &mut mine).await;
    mine.fill("Code from the email", "2222-2222").press("Go on").await;
    assert!(mine.field("Code from the email").described.contains("4 more tries"));
    site.wait(1201);
    mine.fill("Code from the email", &code).press("Go on").await;
    mine.see("Is it still you?").see_not("Thank you");
    let stored: Vec<(Option<Vec<u8>>,)> =
        site.db.read(|tx| tx.all(db::sql!("select code_mac from sure_code"), &[])).await.unwrap();
    assert!(!format!("{stored:?}").contains(&code), "only its keyed hash is kept");
}
}

both_engines! {
async fn r01_no_password_waits_in_the_database(app: TestApp) {
    let site = site(&app).await;
    let mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let body = "name=The+door&password=nine+parrots&new_password=nine+parrots&code=7KQ3MXPD";
    site.ask("POST", "/account/tokens", &headers, body).await;
    let kept: Vec<(serde_json::Value,)> =
        site.db.read(|tx| tx.all(db::sql!("select fields from account_stash"), &[])).await.unwrap();
    let kept = format!("{kept:?}");
    assert!(kept.contains("The door") && !kept.contains("parrots") && !kept.contains("7KQ3MXPD"), "{kept}");
}
}

both_engines! {
async fn r01_a_kept_form_is_sent_by_itself_only_when_one_comes_from_our_own_page(app: TestApp) {
    let site = site(&app).await;
    let mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    site.ask("POST", "/account/tokens", &headers, "name=The+door").await;
    for (from, by_itself) in [("same-origin", true), ("cross-site", false), ("none", false)] {
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", from)];
        let page = site.ask("GET", "/account/again/on?next=/account/tokens", &headers, "").await.body;
        assert!(page.contains("The door"));
        assert_eq!(page.contains("data-go"), by_itself, "{from}");
    }
}
}
