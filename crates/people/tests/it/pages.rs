//! The pages, as somebody without a script meets them.

use axum::http::StatusCode;
use testkit::both_engines;

use crate::ground::{PASSWORD, SLICES};
use crate::site::{HERE, MELE, code, link, site};

fn number(text: &str) -> String {
    let number = text
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 3 && line.parse::<i64>().is_ok());
    number.expect("the waiting page shows a number").to_owned()
}

both_engines! {
async fn l07_the_link_opened_from_web_mail_in_the_starting_browser_needs_one_more_request(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.see("Check your email").see("m•••@foreign.example").see("We are sending a link");
    mine.open("/sign-in/check-email").await.see("We sent a link").see("It is valid until 02:20 (UTC) and works once.");
    mine.open_from_elsewhere(&link).await;
    assert_eq!(mine.status(), 200, "the page answers directly");
    assert!(mine.html().contains("data-go"), "and sends itself on");
    mine.press("Sign in here").await;
    assert_eq!(mine.path(), "/account");
    mine.see("Mele Taufa").see(MELE);
}
}

both_engines! {
async fn l08_the_link_in_another_browser_asks_for_the_number_and_gives_no_session(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let link = site.start(&mut mine, MELE).await;
    phone.open(&link).await;
    phone.see("Is this you signing in?").see("Firefox on Linux").see("m•••@foreign.example");
    assert!(!phone.html().contains("data-go"));
    let answer = site.ask("POST", &link, &[("sec-fetch-site", "same-origin")], "a=b").await;
    assert_eq!(answer.status, StatusCode::OK, "the same page again");
    assert!(answer.body.contains("Is this you signing in?"));
    assert_eq!(answer.header("set-cookie"), "");
    assert_eq!(site.sessions().await, 0);
}
}

both_engines! {
async fn l09_the_right_number_lets_the_waiting_page_go_on_when_it_reloads(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let link = site.start(&mut mine, MELE).await;
    let number = number(mine.text());
    phone.open(&link).await.fill("Number shown on that screen", &number).press("Sign in there").await;
    phone.see("Done");
    assert_eq!(phone.jar.get("__Host-s"), None);
    mine.open("/sign-in/check-email").await.see("Mele Taufa");
    assert_eq!(mine.path(), "/account");
    assert_eq!(site.sessions().await, 1);
}
}

both_engines! {
async fn l09_the_status_the_script_asks_for_says_when_to_go_on(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let link = site.start(&mut mine, MELE).await;
    let number = number(mine.text());
    let cookie = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    let flow = mine.page().forms.iter().flat_map(|f| &f.fields).find(|f| f.name == "flow").unwrap().value.clone();
    let status = format!("/sign-in/status?flow={flow}");
    let told = async || {
        let answer = site.ask("GET", &status, &[("cookie", &cookie)], "").await;
        assert_eq!(answer.header("cache-control"), "no-store");
        answer.body
    };
    assert_eq!(told().await, r#"{"text":"Waiting for you to open the link","done":false,"end":false}"#);
    phone.open(&link).await.fill("Number shown on that screen", &number).press("Sign in there").await;
    assert!(told().await.contains(r#""done":true,"end":false"#));
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let done = site.ask("POST", "/sign-in/complete", &headers, &format!("flow={flow}")).await;
    assert_eq!((done.status, done.header("location")), (StatusCode::SEE_OTHER, "/account"));
    assert!(done.header("set-cookie").starts_with("__Host-s="));
    let stranger = site.ask("GET", &status, &[], "").await.body;
    assert!(stranger.contains(r#""done":false,"end":true"#), "{stranger}");
}
}

both_engines! {
async fn l10_two_wrong_numbers_and_the_code_is_left(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let link = site.start(&mut mine, MELE).await;
    let wrong = if number(mine.text()) == "555" { "556" } else { "555" };
    phone.open(&link).await.fill("Number shown on that screen", "12").press("Sign in there").await;
    phone.see("Type the three digits");
    phone.fill("Number shown on that screen", wrong).press("Sign in there").await;
    phone.see("That is not the number. One more try.");
    phone.fill("Number shown on that screen", wrong).press("Sign in there").await;
    phone.see("That is not the number. Type the code from the email on the screen where you started.");
    assert!(phone.page().forms.iter().all(|form| form.fields.iter().all(|field| field.name != "number")));
    let code = code(&site.letter().await);
    mine.fill("Or type the code from the email", &code.to_lowercase()).press("Sign in").await.see("Mele Taufa");
}
}

both_engines! {
async fn l11_the_right_code_in_another_browser_reads_like_a_wrong_one(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut other) = (site.browser(), site.phone());
    site.start(&mut mine, MELE).await;
    let code = code(&site.letter().await);
    let flow = mine.page().forms.iter().flat_map(|f| &f.fields).find(|f| f.name == "flow").unwrap().value.clone();
    site.start(&mut other, MELE).await;
    let other_cookie = format!("__Host-b={}", other.jar.get("__Host-b").unwrap());
    let mine_cookie = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    let ask = async |cookie: &str, code: &str| {
        let headers = [("cookie", cookie), ("sec-fetch-site", "same-origin")];
        site.ask("POST", "/sign-in/code", &headers, &format!("flow={flow}&code={code}")).await
    };
    let (right, wrong) = (ask(&other_cookie, &code).await, ask(&mine_cookie, "BBBBBBBB").await);
    assert_eq!(right.status, wrong.status);
    assert!(wrong.body.contains("That is not the code"));
    assert_eq!(right.body, wrong.body);
    assert_eq!(ask("", &code).await.body, wrong.body, "nor without any cookie");
    assert_eq!(site.sessions().await, 0);
}
}

both_engines! {
async fn l12_the_fifth_wrong_code_ends_the_sign_in(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open("/sign-in/code").await;
    for left in ["4 more tries.", "3 more tries.", "2 more tries.", "One more try."] {
        mine.fill("Code from the email", "BBBB-BBBB").press("Sign in").await.see(left);
        assert_eq!(mine.status(), 422);
    }
    mine.fill("Code from the email", "BBBB-BBBB").press("Sign in").await;
    mine.see("Too many wrong codes. Start again; your account is not locked.");
    mine.open(&link).await.see("This sign-in has ended");
}
}

both_engines! {
async fn l14_an_expired_link_says_until_when_it_was_good_and_offers_a_new_one(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let old = site.start(&mut mine, MELE).await;
    site.wait(1201);
    phone.open(&old).await.see("It was valid until 02:20 (UTC).").see("Go back to the screen where you started");
    mine.open(&old).await.see("It was valid until 02:20 (UTC).");
    mine.press("Send a new link").await;
    assert_eq!(mine.path(), "/sign-in/check-email");
    let new = link(&site.letter().await);
    assert_ne!(new, old);
    mine.open(&new).await.press("Sign in here").await.see("Mele Taufa");
}
}

both_engines! {
async fn l15_too_early_is_told_with_the_seconds_left(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    site.start(&mut mine, MELE).await;
    site.wait(25);
    mine.press("Send a new link").await;
    assert_eq!((mine.status(), mine.header("retry-after").as_str()), (429, "35"));
    mine.see("A link was sent 25 seconds ago. You can ask for a new one in 35 seconds.");
    site.wait(35);
    mine.press("Send a new link").await;
    assert_eq!(mine.status(), 200);
    site.letter().await;
    assert_eq!(site.letters(), 2);
}
}

both_engines! {
async fn l16_another_browser_within_the_minute_waits_without_a_letter_and_may_ask_later(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut other) = (site.browser(), site.phone());
    let first = site.start(&mut mine, MELE).await;
    site.start(&mut other, MELE).await;
    assert_eq!(site.letters(), 1);
    other.see("for a sign-in in another browser").see("You can ask for one for this browser from 02:01:00");
    site.wait(60);
    other.press("Send a new link").await;
    let second = link(&site.letter().await);
    other.open(&second).await.press("Sign in here").await.see("Mele Taufa");
    mine.open(&first).await.press("Sign in here").await.see("Mele Taufa");
    assert_eq!(site.sessions().await, 2);
}
}

both_engines! {
async fn l19_a_second_press_a_reload_and_the_back_button_lead_on(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    let session = mine.jar.get("__Host-s").unwrap().to_owned();
    let browser = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    for method in ["POST", "GET", "POST"] {
        let headers = [("cookie", browser.as_str()), ("sec-fetch-site", "same-origin")];
        let body = if method == "POST" { "a=b" } else { "" };
        let answer = site.ask(method, &link, &headers, body).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/account"));
        assert_eq!(answer.header("set-cookie"), "");
    }
    mine.open(&link).await.see("Mele Taufa");
    assert_eq!(mine.jar.get("__Host-s"), Some(session.as_str()));
    let mut phone = site.phone();
    phone.open(&link).await.see("This link has already been used").see("Firefox on Linux");
}
}

both_engines! {
async fn l22_a_forwarded_link_never_signs_in_as_somebody_else(app: TestApp) {
    let site = site(&app).await;
    site.person("attacker@elsewhere.example", "Attacker").await;
    let (mut theirs, mut mine) = (site.phone(), site.browser());
    let link = site.start(&mut theirs, "attacker@elsewhere.example").await;
    site.start(&mut mine, MELE).await;
    mine.open_from_elsewhere(&link).await.see("Is this you signing in?").see("a•••@elsewhere.example");
    assert_eq!(site.sessions().await, 0);
}
}

both_engines! {
async fn signed_in_as_somebody_else_is_asked_and_never_switched_silently(app: TestApp) {
    let site = site(&app).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut mine = site.browser();
    let first = site.start(&mut mine, MELE).await;
    // Another tab of the same browser begins a sign-in as somebody else before the first is finished.
    let second = site.start(&mut mine, "sione@foreign.example").await;
    mine.open(&first).await.press("Sign in here").await.see("Mele Taufa");
    mine.open(&second).await.see("You are signed in as Mele Taufa. Continue as s•••@foreign.example?");
    assert!(!mine.html().contains("data-go"));
    mine.press("Continue").await.see("Sione");
}
}

both_engines! {
async fn l23_cancelling_ends_the_sign_in(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.press("Cancel this sign-in").await;
    assert_eq!(mine.path(), "/sign-in");
    mine.open(&link).await.see("This sign-in has ended");
}
}

both_engines! {
async fn l24_it_was_not_me_takes_a_second_page_and_a_word(app: TestApp) {
    let site = site(&app).await;
    let (mut mine, mut phone) = (site.browser(), site.phone());
    let link = site.start(&mut mine, MELE).await;
    phone.open(&link).await.follow("It was not me").await;
    phone.see("You did not ask for this link?");
    phone.press("End that sign-in").await.see("Type NOT ME to end the sign-in");
    phone.fill("To end that sign-in, type NOT ME", "not  me").press("End that sign-in").await;
    phone.see("Nobody was signed in.").see("somebody knows your password");
    mine.open("/sign-in/check-email").await.see("This sign-in was refused from the mailbox.");
    mine.open(&link).await.see("This sign-in has ended");
}
}

both_engines! {
async fn l25_the_pages_of_the_link_are_kept_found_and_told_nowhere(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let deny = format!("{link}/deny");
    for path in [link.as_str(), deny.as_str(), "/l/short", "/l/0123456789abcdefghijABCDEFGHIJ01"] {
        let answer = site.ask("GET", path, &[], "").await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("x-robots-tag"), "noindex");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin");
    }
}
}

both_engines! {
async fn l26_a_browser_that_reads_ahead_gets_a_page_that_does_nothing(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let cookie = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    for purpose in ["prefetch", "prefetch;prerender"] {
        let answer = site.ask("GET", &link, &[("cookie", &cookie), ("sec-purpose", purpose)], "").await;
        assert!(answer.body.contains("Sign in here") && !answer.body.contains("data-go"), "{purpose}");
    }
}
}

both_engines! {
async fn l29_the_host_of_the_link_is_the_configured_one(app: TestApp) {
    let site = site(&app).await;
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("x-forwarded-host", "evil.example"),
        ("forwarded", "host=evil.example"),
    ];
    let body = format!("email=mele%40foreign.example&password={}", PASSWORD.replace(' ', "+"));
    let answer = site.ask("POST", "/sign-in", &headers, &body).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let letter = site.letter().await;
    assert!(letter.text.contains(&format!("{HERE}/l/")) && !letter.raw.contains("evil.example"));
}
}

both_engines! {
async fn l31_next_is_a_path_of_this_site_and_not_in_the_letter(app: TestApp) {
    let site = site(&app).await;
    for evil in ["//e", "/%5Ce", "https:e", "/%09/e", "javascript:alert(1)", "@e", "/%0D%0Ae", "%2F%5Ce"] {
        let mut mine = site.browser();
        mine.open(&format!("/sign-in?next={evil}")).await;
        mine.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
        let letter = site.letter().await;
        mine.open(&link(&letter)).await.press("Sign in here").await;
        assert_eq!(mine.path(), "/", "{evil}");
        site.wait(61);
    }
    let mut mine = site.browser();
    mine.open("/sign-in?next=/e/forum/register").await;
    mine.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
    let letter = site.letter().await;
    assert!(!letter.raw.contains("forum/register"));
    mine.open(&link(&letter)).await.press("Sign in here").await;
    assert_eq!(mine.path(), "/e/forum/register");
}
}

both_engines! {
async fn l32_next_lands_on_a_page_when_it_takes_forms_only_or_is_gone(app: TestApp) {
    let site = site(&app).await;
    for (next, lands, status, says) in [
        ("/account/sessions/end-others", "/account/sessions", 200, "Where you are signed in"),
        ("/account/sessions/7/end", "/account/sessions", 200, "Where you are signed in"),
        ("/e/gone", "/e/gone", 404, "Go to the first page"),
    ] {
        let mut mine = site.browser();
        mine.open(&format!("/sign-in?next={next}")).await;
        mine.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
        mine.open(&link(&site.letter().await)).await.press("Sign in here").await;
        assert_eq!((mine.path(), mine.status()), (lands, status), "{next}");
        mine.see(says).see("Mele Taufa");
        site.wait(61);
    }
}
}

both_engines! {
async fn section_6_each_broken_link_has_its_words(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    mine.open("/l/0123456789abc").await.see("The link looks incomplete");
    mine.open("/l/0123456789abcdefghijABCDEFGHIJ01").await.see("We do not know this link");
    mine.open("/sign-in/check-email").await.see("Your browser no longer knows this sign-in.");
    mine.open("/sign-in").await.fill("Email", MELE).fill("Password", "not it at all").press("Sign in").await;
    mine.see("Email or password is not right.");
    assert_eq!(mine.status(), 422);
    assert_eq!(mine.value("Email"), MELE, "what was typed is kept");
    assert_eq!(mine.value("Password"), "", "but for the password");
    assert_eq!(mine.jar.get("__Host-b"), None);
}
}
