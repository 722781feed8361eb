//! Passkeys: made on the page of the account, and used in place of everything else. The device is a real one in all that it
//! signs.

use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use std::net::SocketAddr;
use testkit::{Authenticator, Browser, ORIGIN, both_engines};
use tower::ServiceExt as _;

use crate::browsers::signed_in;
use crate::ground::SLICES;
use crate::site::{Answer, MELE, PHONE, Site, site};

/// What the script of a page sends, with the browser's cookies; those of the answer are kept.
pub async fn send(site: &Site, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    send_at(site, browser, path, fields, None).await
}

async fn send_at(
    site: &Site,
    browser: &mut Browser,
    path: &str,
    fields: &[(&str, &str)],
    address: Option<&str>,
) -> Answer {
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", web::encode(value)))
        .collect();
    let now = site.clock.now();
    let mut request = Request::post(path)
        .header(header::HOST, "sala.example")
        .header("sec-fetch-site", "same-origin")
        .header(header::USER_AGENT, PHONE)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(line) = browser.jar.line(path, testkit::Site::Same, false, now) {
        request = request.header(header::COOKIE, line);
    }
    if let Some(address) = address {
        request = request.extension(ConnectInfo(SocketAddr::new(address.parse().unwrap(), 49_152)));
    }
    let request = request.body(Body::from(pairs.join("&"))).unwrap();
    let (parts, body) = site.router.clone().oneshot(request).await.unwrap().into_parts();
    for line in parts.headers.get_all(header::SET_COOKIE) {
        browser.jar.take(line.to_str().unwrap(), now);
    }
    let body = body.collect().await.unwrap().to_bytes();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
    }
}

/// What a page hands to the device.
pub async fn options(site: &Site, browser: &mut Browser, path: &str) -> Value {
    let answer = send(site, browser, path, &[]).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// Makes one on the page of the account.
pub async fn make(site: &Site, browser: &mut Browser, device: &mut Authenticator, name: &str) -> Answer {
    let options = options(site, browser, "/account/passkeys/options").await;
    let made = device.make(&options, ORIGIN).to_string();
    send(
        site,
        browser,
        "/account/passkeys",
        &[("name", name), ("passkey", &made)],
    )
    .await
}

/// Mele, signed in, with a device that has a passkey of hers.
pub async fn with_passkey(site: &Site) -> (Browser, Authenticator) {
    let mut mine = signed_in(site, site.browser()).await;
    let mut device = Authenticator::default();
    let made = make(site, &mut mine, &mut device, "My telephone").await;
    assert_eq!(
        made.header("location"),
        "/account/passkeys?done=added",
        "{}",
        made.body
    );
    site.app.deliver().await;
    (mine, device)
}

/// Signs in with nothing but a passkey.
pub async fn sign_in(site: &Site, browser: &mut Browser, device: &mut Authenticator) -> Answer {
    let options = options(site, browser, "/sign-in/passkey/options").await;
    let shown = device.show(&options, ORIGIN).to_string();
    answer(site, browser, &shown).await
}

pub async fn answer(site: &Site, browser: &mut Browser, shown: &str) -> Answer {
    send(
        site,
        browser,
        "/sign-in/passkey",
        &[("next", "/account/log"), ("passkey", shown)],
    )
    .await
}

pub fn is_in(answer: &Answer) -> bool {
    answer.status == StatusCode::SEE_OTHER && answer.header("location") == "/account/log"
}

pub async fn passkeys(site: &Site) -> i64 {
    site.count(db::sql!("select cast(count(*) as bigint) from passkey"))
        .await
}

both_engines! {
async fn r11_a_passkey_signs_in_without_password_and_letter(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    mine.open("/account/passkeys?done=added").await.see_not("Sign out everywhere else");
    let letter = site.letter().await;
    assert_eq!((letter.subject.as_str(), letter.to.as_str()), ("A passkey was added", MELE));
    let before = site.letters();
    let mut phone = site.phone();
    let done = sign_in(&site, &mut phone, &mut device).await;
    assert!(is_in(&done), "{}", done.body);
    mine.open("/account/passkeys?done=added").await.see("Sign out everywhere else");
    site.app.deliver().await;
    assert_eq!(site.letters(), before, "no letter");
    phone.open("/account/sessions").await.see("Signed in by passkey").see("Safari on iOS");
    phone.open("/account/log").await.see("Signed in").see("A passkey was added: My telephone");
    let (amr,): (String,) = site
        .db
        .read(|tx| tx.one(db::sql!("select amr from signin_session order by created_at desc, id desc limit 1"), &[]))
        .await
        .unwrap();
    assert_eq!(amr, "passkey", "no password was given");
    let completed = db::sql!("select cast(count(*) as bigint) from audit where event = 'sign_in.completed' and detail = 'passkey'");
    assert_eq!(site.count(completed).await, 1);
    let known = db::sql!("select cast(count(*) as bigint) from known_browser");
    assert_eq!(site.count(known).await, 2, "the browser is a known one from now on");
}
}

both_engines! {
async fn r11_after_the_password_a_passkey_stands_for_the_letter(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let mut phone = site.phone();
    let link = site.start(&mut phone, MELE).await;
    phone.open("/sign-in/check-email").await.follow("Use your passkey").await;
    phone.see("Sign in with your passkey");
    let flow = phone.path().split_once("flow=").unwrap().1.to_owned();
    let options = options(&site, &mut phone, &format!("/sign-in/passkey/options?flow={flow}")).await;
    assert_eq!(options["allowCredentials"].as_array().unwrap().len(), 1, "hers are named");
    let shown = device.show(&options, ORIGIN).to_string();
    // a stranger without the browser's cookie
    let mut other = site.browser();
    let refused = send(&site, &mut other, "/sign-in/passkey", &[("flow", &flow), ("passkey", &shown)]).await;
    assert!(refused.body.contains("no longer knows this sign-in"));
    // not for the first page: it was asked in place of the letter
    let refused = answer(&site, &mut phone, &shown).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = send(&site, &mut phone, "/sign-in/passkey", &[("flow", &flow), ("passkey", &shown)]).await;
    assert_eq!(done.header("location"), "/account", "{}", done.body);
    phone.open("/account/sessions").await.see("Signed in by passkey");
    site.browser().open(&link).await.see("This link has already been used");
}
}

both_engines! {
async fn r10_an_answer_counts_once_and_for_five_minutes(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let mut phone = site.phone();
    let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    assert!(is_in(&answer(&site, &mut phone, &shown).await));
    let again = answer(&site, &mut phone, &shown).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("That took too long, or was sent twice."));
    // the same challenge, signed anew
    let shown = device.show(&asked, ORIGIN).to_string();
    assert_eq!(answer(&site, &mut phone, &shown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (seconds, in_time) in [(299, true), (300, false)] {
        let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
        site.wait(seconds);
        // the browser's cookie for it is gone by then, too: a thief has kept it
        let cookie = format!("__Host-p={}", phone.jar.get("__Host-p").unwrap());
        let shown = device.show(&asked, ORIGIN).to_string();
        let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
        let body = format!("next=/account/log&passkey={}", web::encode(&shown));
        let done = site.ask("POST", "/sign-in/passkey", &headers, &body).await;
        assert_eq!(is_in(&done), in_time, "after {seconds} seconds");
    }
}
}

both_engines! {
async fn r10_an_answer_is_taken_only_where_it_was_asked(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut device) = with_passkey(&site).await;
    let (mut phone, mut other) = (site.phone(), site.browser());
    options(&site, &mut other, "/sign-in/passkey/options").await;
    let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    let sessions = site.sessions().await;
    assert_eq!(answer(&site, &mut other, &shown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = options(&site, &mut mine, "/account/passkeys/ask?for=again").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    assert_eq!(answer(&site, &mut phone, &shown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // a challenge that the server never made
    let mut asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    asked["challenge"] = json!("AAAA");
    let shown = device.show(&asked, ORIGIN).to_string();
    assert_eq!(answer(&site, &mut phone, &shown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.sessions().await, sessions);
    assert!(is_in(&sign_in(&site, &mut phone, &mut device).await));
}
}

both_engines! {
async fn r10_what_another_site_asked_or_nobody_verified_is_refused(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let mut phone = site.phone();
    let refused = async |phone: &mut Browser, shown: Value, why: &str| {
        site.wait(1);
        let done = answer(&site, phone, &shown.to_string()).await;
        assert_eq!(done.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        let (detail,): (String,) = site
            .db
            .read(|tx| tx.one(db::sql!("select detail from audit where event = 'sign_in.passkey_failed' order by at desc, id desc limit 1"), &[]))
            .await
            .unwrap();
        assert_eq!(detail, why);
        done
    };
    let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    for origin in ["https://sala.example.evil.example", "https://evil.example", "http://sala.example", "https://sala.example:8443"] {
        let shown = device.show(&asked, origin);
        refused(&mut phone, shown, "origin").await;
    }
    let mut elsewhere = asked.clone();
    elsewhere["rpId"] = json!("evil.example");
    let shown = device.show(&elsewhere, ORIGIN);
    refused(&mut phone, shown, "party").await;
    device.verifies = false;
    let shown = device.show(&asked, ORIGIN);
    let done = refused(&mut phone, shown, "unverified").await;
    assert!(done.body.contains("did not check that it is you"));
    device.verifies = true;
    device.synchronizes = true;
    let shown = device.show(&asked, ORIGIN);
    refused(&mut phone, shown, "changed").await;
    device.synchronizes = false;
    let shown = device.show(&asked, ORIGIN);
    for (part, other) in [("data", device.show(&asked, ORIGIN)), ("signature", device.show(&asked, ORIGIN))] {
        let mut mixed = shown.clone();
        mixed[part] = other[part].clone();
        refused(&mut phone, mixed, "signature").await;
    }
    for bad in ["", "{}", "[]", "{\"id\":\"*\",\"client\":\"\",\"data\":\"\"}"] {
        assert_eq!(answer(&site, &mut phone, bad).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(is_in(&answer(&site, &mut phone, &shown.to_string()).await), "unaltered it is taken");
}
}

both_engines! {
async fn r10_a_new_one_is_taken_once_in_time_from_our_page_and_verified(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut device = Authenticator::default();
    let asked = options(&site, &mut mine, "/account/passkeys/options").await;
    assert_eq!((&asked["rp"]["id"], &asked["attestation"]), (&json!("sala.example"), &json!("none")));
    assert_eq!(asked["authenticatorSelection"], json!({"residentKey": "required", "requireResidentKey": true, "userVerification": "required"}));
    let refused = async |mine: &mut Browser, made: &Value| {
        let done = send(&site, mine, "/account/passkeys", &[("passkey", &made.to_string())]).await;
        assert_eq!((done.status, passkeys(&site).await), (StatusCode::UNPROCESSABLE_ENTITY, 0), "{made}");
    };
    refused(&mut mine, &device.make(&asked, "https://evil.example")).await;
    device.verifies = false;
    refused(&mut mine, &device.make(&asked, ORIGIN)).await;
    device.verifies = true;
    let mut made = device.make(&asked, ORIGIN);
    made["algorithm"] = json!(-257);
    refused(&mut mine, &made).await;
    let mut phone = signed_in(&site, site.phone()).await;
    let theirs = options(&site, &mut phone, "/account/passkeys/options").await;
    refused(&mut mine, &device.make(&theirs, ORIGIN)).await;
    let asked = options(&site, &mut mine, "/account/passkeys/options").await;
    site.wait(300);
    refused(&mut mine, &device.make(&asked, ORIGIN)).await;
    assert_eq!(make(&site, &mut mine, &mut device, "Mine").await.status, StatusCode::SEE_OTHER);
    let asked = options(&site, &mut mine, "/account/passkeys/options").await;
    assert_eq!(asked["excludeCredentials"].as_array().unwrap().len(), 1, "the device has one already");
    let made = device.make(&asked, ORIGIN).to_string();
    for status in [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY] {
        assert_eq!(send(&site, &mut mine, "/account/passkeys", &[("passkey", &made)]).await.status, status);
    }
    assert_eq!(passkeys(&site).await, 2);
    site.app.deliver().await;
}
}

both_engines! {
async fn r10_a_device_that_counts_backward_is_let_in_and_its_owner_warned(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let warned = |site: &Site| {
        let letters = site.recorder.all();
        letters.iter().filter(|letter| letter.subject == "A passkey of yours may have been copied").count()
    };
    let (mut phone, mut counts) = (site.phone(), Vec::new());
    for count in [7, 7, 3, 8, 7] {
        device.count = Some(count);
        assert!(is_in(&sign_in(&site, &mut phone, &mut device).await));
        site.app.deliver().await;
        counts.push(warned(&site));
    }
    // the device counts on by one before it signs
    assert_eq!(counts, [0, 1, 2, 2, 3]);
    phone.open("/account/log").await.see("A passkey may have been copied: My telephone");
    let mut never_counts = Authenticator::default();
    never_counts.count = None;
    let mut mine = phone;
    make(&site, &mut mine, &mut never_counts, "Another").await;
    for _ in 0..3 {
        assert!(is_in(&sign_in(&site, &mut mine, &mut never_counts).await));
    }
    site.app.deliver().await;
    assert_eq!(warned(&site), 3, "one that does not count at all is no copy");
}
}

both_engines! {
async fn t06_passkeys_that_fail_block_neither_the_password_nor_another_address(app: TestApp) {
    let site = site(&app).await;
    let (_, mut device) = with_passkey(&site).await;
    let here = Some("192.0.2.7");
    let mut phone = site.phone().at("192.0.2.7");
    for _ in 0..30 {
        let wrong = send_at(&site, &mut phone, "/sign-in/passkey", &[("passkey", "{}")], here).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let asked = options(&site, &mut phone, "/sign-in/passkey/options").await;
    let shown = device.show(&asked, ORIGIN).to_string();
    let fields = [("next", "/account/log"), ("passkey", shown.as_str())];
    let closed = send_at(&site, &mut phone, "/sign-in/passkey", &fields, here).await;
    assert_eq!(closed.status, StatusCode::TOO_MANY_REQUESTS, "not even looked at");
    assert!(closed.header("retry-after").parse::<i64>().unwrap() <= 900);
    assert!(is_in(&send_at(&site, &mut phone, "/sign-in/passkey", &fields, Some("192.0.2.8")).await));
    let mut other = site.phone().at("192.0.2.7");
    site.start(&mut other, MELE).await;
    // and after the password five in five minutes, apart from those of the address and from recovery codes
    let (flow,): (base::Id<people::model::Flow>,) = site
        .db
        .read(|tx| tx.one(db::sql!("select id from signin_flow where completed_at is null"), &[]))
        .await
        .unwrap();
    let flow = flow.to_string();
    let mut statuses = Vec::new();
    for _ in 0..6 {
        let wrong = send_at(&site, &mut other, "/sign-in/passkey", &[("flow", &flow), ("passkey", "{}")], here).await;
        statuses.push(wrong.status.as_u16());
    }
    assert_eq!(statuses, [422, 422, 422, 422, 422, 429]);
    let link = crate::site::link(&site.letter().await);
    other.open(&link).await.press("Sign in here").await.see("Mele Taufa");
}
}

both_engines! {
async fn the_button_for_passkeys_is_shown_by_the_script_that_can_use_them(app: TestApp) {
    let site = site(&app).await;
    let page = site.ask("GET", "/sign-in", &[], "").await.body;
    assert!(page.contains("autocomplete=\"username webauthn\""));
    let form = page.split("data-passkey=").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(form.split('>').next().unwrap().ends_with(" hidden"), "shown by the script that can do it: {form}");
    assert!(page.contains("/assets/passkey-") && !page.contains("/assets/site-"), "one script");
    let mut foreign = site.browser();
    foreign.open("/sign-in").await.press_from_elsewhere("Sign in with a passkey").await;
    assert_eq!(foreign.status(), 403);
}
}
