//! Creating an account, the cookies, signing out.

use axum::http::StatusCode;
use testkit::{Browser, both_engines};

use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, link, site};

async fn sign_up(browser: &mut Browser, email: &str) {
    browser.open("/sign-up?next=/account").await;
    browser
        .fill("Name", "Sione Fifita")
        .fill("Email", email)
        .fill("Password", "a long new password");
    browser.press("Create account").await;
}

both_engines! {
async fn one_letter_verifies_the_address_and_signs_in(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    sign_up(&mut mine, "sione@foreign.example").await;
    assert_eq!(mine.path(), "/sign-in/check-email");
    let letter = site.letter().await;
    assert_eq!(letter.subject, "Confirm your address and sign in");
    assert_eq!(site.letters(), 1);
    mine.open_from_elsewhere(&link(&letter)).await.press("Sign in here").await;
    assert_eq!(mine.path(), "/account");
    mine.see("Sione Fifita");
}
}

both_engines! {
async fn a_known_address_sees_the_same_page_and_gets_another_letter(app: TestApp) {
    let site = site(&app).await;
    let (mut new, mut known) = (site.browser(), site.phone());
    sign_up(&mut new, "mona@foreign.example").await;
    sign_up(&mut known, MELE).await;
    let alike = |browser: &Browser| -> String {
        let text = browser.text().lines().filter(|line| line.trim().parse::<i64>().is_err()).collect::<Vec<_>>();
        text.join("\n")
    };
    assert_eq!(alike(&new), alike(&known), "m•••@ in both");
    app.deliver().await;
    let letters = site.recorder.all();
    let letter = letters.iter().find(|letter| letter.to == MELE).unwrap();
    assert_eq!(letter.subject, "You already have an account");
    assert!(!letter.text.contains("/l/"));
    new.open("/sign-in/check-email").await;
    known.open("/sign-in/check-email").await;
    assert_eq!(alike(&new), alike(&known), "and after the letter went");
}
}

both_engines! {
async fn what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    mine.open("/sign-up").await.fill("Name", "Sione").fill("Email", "sione at foreign").fill("Password", "short");
    mine.press("Create account").await;
    assert_eq!(mine.status(), 422);
    mine.see("There is a problem");
    assert!(mine.field("Email").described.contains("Enter an email address"));
    assert!(mine.field("Password").described.contains("Choose a password of at least 8 characters"));
    assert_eq!(mine.value("Name"), "Sione");
    assert_eq!(mine.value("Email"), "sione at foreign");
    mine.open("/sign-in").await.press("Sign in").await;
    mine.see("Enter your email address").see("Enter your password");
}
}

both_engines! {
async fn bad_input_is_answered_with_a_sentence(app: TestApp) {
    let site = site(&app).await;
    let long = "x".repeat(20_000);
    for (name, email, password) in [
        ("%00%01%02", "a%00b%40c.example", "a%00password%00here"),
        ("%E2%80%AE", "a%E2%80%AE%40c.example", "%FF%FE%FA"),
        (long.as_str(), long.as_str(), long.as_str()),
        ("", "", ""),
    ] {
        let body = format!("name={name}&email={email}&password={password}");
        for path in ["/sign-up", "/sign-in"] {
            let answer = site.ask("POST", path, &[("sec-fetch-site", "same-origin")], &body).await;
            assert!(answer.status.is_client_error(), "{path} {}", answer.status);
        }
    }
}
}

both_engines! {
async fn p09_password_managers_know_the_fields(app: TestApp) {
    let site = site(&app).await;
    let html = site.ask("GET", "/sign-in", &[], "").await.body;
    assert!(html.contains(r#"type="email" autocomplete="username webauthn""#));
    assert!(html.contains(r#"type="password" autocomplete="current-password""#));
    let html = site.ask("GET", "/sign-up", &[], "").await.body;
    assert!(html.contains(r#"type="password" autocomplete="new-password""#));
    assert!(html.contains(r#"autocomplete="username""#));
}
}

both_engines! {
async fn p18_credentials_in_an_address_never_sign_in(app: TestApp) {
    let site = site(&app).await;
    let address = format!("/sign-in?email={MELE}&password={}", PASSWORD.replace(' ', "%20"));
    let answer = site.ask("GET", &address, &[], "").await;
    assert_eq!((answer.status, answer.header("set-cookie")), (StatusCode::OK, ""));
    assert!(!answer.body.contains(PASSWORD));
    app.deliver().await;
    assert_eq!(site.letters(), 0);
}
}

both_engines! {
async fn s02_the_cookies_belong_to_this_host_and_no_script(app: TestApp) {
    let site = site(&app).await;
    let body = format!("email=mele%40foreign.example&password={}", PASSWORD.replace(' ', "+"));
    let first = site.ask("POST", "/sign-in", &[("sec-fetch-site", "same-origin")], &body).await;
    let browser = first.header("set-cookie").to_owned();
    let link = link(&site.letter().await);
    let cookie = browser.split(';').next().unwrap().to_owned();
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let session = site.ask("POST", &link, &headers, "a=b").await.header("set-cookie").to_owned();
    for (line, name, age) in [(browser, "__Host-b=", "Max-Age=15552000"), (session, "__Host-s=", "Max-Age=86400")] {
        assert!(line.starts_with(name), "{line}");
        let parts: Vec<&str> = line.split("; ").skip(1).collect();
        assert_eq!(parts, [age, "Path=/", "Secure", "HttpOnly", "SameSite=Lax"]);
    }
}
}

both_engines! {
async fn s03_signing_in_again_gives_a_new_cookie_and_the_old_one_is_dead(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let first = site.start(&mut mine, MELE).await;
    mine.open(&first).await.press("Sign in here").await;
    let old = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    assert_eq!(site.ask("GET", "/account", &[("cookie", &old)], "").await.status, StatusCode::OK);
    mine.jar.remove("__Host-s");
    site.wait(61);
    let again = site.start(&mut mine, MELE).await;
    let browser = format!("__Host-b={}; {old}", mine.jar.get("__Host-b").unwrap());
    let headers = [("cookie", browser.as_str()), ("sec-fetch-site", "same-origin")];
    let done = site.ask("POST", &again, &headers, "a=b").await;
    assert!(done.header("set-cookie").starts_with("__Host-s="));
    assert!(!done.header("set-cookie").starts_with(&old));
    assert_eq!(site.ask("GET", "/account", &[("cookie", &old)], "").await.status, StatusCode::SEE_OTHER);
}
}

both_engines! {
async fn s04_a_planted_cookie_never_becomes_the_session(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let planted = "A".repeat(43);
    let cookies = format!("__Host-b={}; __Host-s={planted}", mine.jar.get("__Host-b").unwrap());
    let headers = [("cookie", cookies.as_str()), ("sec-fetch-site", "same-origin")];
    let done = site.ask("POST", &link, &headers, "a=b").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert!(!done.header("set-cookie").contains(&planted));
    let planted = format!("__Host-s={planted}");
    assert_eq!(site.ask("GET", "/account", &[("cookie", &planted)], "").await.status, StatusCode::SEE_OTHER);
}
}

both_engines! {
async fn s06_signing_out_ends_the_session_and_asks_the_browser_to_forget(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    let session = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", session.as_str()), ("sec-fetch-site", "same-origin")];
    let answer = site.ask("POST", "/sign-out", &headers, "").await;
    assert_eq!(answer.header("clear-site-data"), r#""cache", "storage""#);
    assert!(answer.header("set-cookie").starts_with("__Host-s=; Max-Age=0"));
    assert_eq!(site.ask("GET", "/account", &[("cookie", &session)], "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.ask("GET", "/sign-out", &[("cookie", &session)], "").await.status, StatusCode::METHOD_NOT_ALLOWED);
}
}
