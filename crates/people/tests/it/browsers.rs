//! The list of signed-in browsers, and how long a session lasts, as its owner sees them.

use axum::http::StatusCode;
use people::roles::{self, Grant, Role};
use testkit::{Browser, both_engines};

use crate::ground::SLICES;
use crate::site::{MELE, Site, site};

/// Signs a browser in by its link.
pub async fn signed_in(site: &Site, mut browser: Browser) -> Browser {
    let link = site.start(&mut browser, MELE).await;
    browser.open(&link).await.press("Sign in here").await;
    assert_eq!(browser.path(), "/account");
    site.wait(61);
    browser
}

fn cookie(browser: &Browser) -> String {
    format!("__Host-s={}", browser.jar.get("__Host-s").unwrap())
}

/// Whether a cookie of before still opens the account.
async fn opens(site: &Site, cookie: &str) -> bool {
    site.ask("GET", "/account", &[("cookie", cookie)], "")
        .await
        .status
        == StatusCode::OK
}

both_engines! {
async fn s07_each_browser_is_listed_and_any_can_be_ended(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut phone = signed_in(&site, site.phone()).await;
    mine.open("/account").await.follow("Where you are signed in").await;
    mine.see("2 browsers").see("This one").see("Safari on iOS").see("Signed in by link, 15 August 2022, 02:00 (UTC)");
    mine.see("Last seen 15 August 2022, 02:01 (UTC)");
    let line = mine.text().to_owned();
    assert_eq!(line.matches("This one").count(), 1, "{line}");
    mine.press("Sign out Safari on iOS, Last seen 15 August 2022, 02:01 (UTC)").await;
    mine.see("Done. What you ended is signed out now.").see("1 browser").see_not("Safari");
    phone.open("/account").await;
    assert_eq!(phone.path(), "/sign-in?next=/account");
    mine.open("/account").await.see("Mele Taufa");
}
}

both_engines! {
async fn s07_nobody_ends_the_session_of_somebody_else(app: TestApp) {
    let site = site(&app).await;
    let mine = signed_in(&site, site.browser()).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut other = site.phone();
    let link = site.start(&mut other, "sione@foreign.example").await;
    other.open(&link).await.press("Sign in here").await;
    let (id,): (base::Id<people::model::Session>,) = site
        .db
        .read(|tx| tx.one(db::sql!("select s.id from signin_session s join account a on a.id = s.account_id where a.name = 'Mele Taufa'"), &[]))
        .await
        .unwrap();
    let theirs = cookie(&other);
    let headers = [("cookie", theirs.as_str()), ("sec-fetch-site", "same-origin")];
    site.ask("POST", &format!("/account/sessions/{id}/end"), &headers, "a=b").await;
    assert!(opens(&site, &cookie(&mine)).await);
}
}

both_engines! {
async fn s07_signing_out_everywhere_else_leaves_this_browser_with_a_new_cookie(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let phone = signed_in(&site, site.phone()).await;
    let mut waits = site.browser();
    let under_way = site.start(&mut waits, MELE).await;
    let (old, other) = (cookie(&mine), cookie(&phone));
    mine.open("/account/sessions").await.press("Sign out everywhere else").await;
    mine.see("1 browser");
    assert!(!opens(&site, &other).await);
    assert!(!opens(&site, &old).await, "s03: the cookie of before is dead");
    assert!(opens(&site, &cookie(&mine)).await);
    waits.open(&under_way).await.see("This sign-in has ended");
}
}

both_engines! {
async fn s10_the_twenty_first_browser_ends_the_one_longest_not_seen_and_says_so(app: TestApp) {
    let site = site(&app).await;
    let mut cookies = Vec::new();
    for _ in 0..20 {
        cookies.push(cookie(&signed_in(&site, site.browser()).await));
    }
    assert!(opens(&site, &cookies[0]).await, "it is seen again");
    let ended = |site: &Site| {
        let letters = site.recorder.all();
        letters.iter().filter(|letter| letter.subject == "You were signed out in one browser").count()
    };
    app.deliver().await;
    assert_eq!(ended(&site), 0);
    signed_in(&site, site.phone()).await;
    app.deliver().await;
    assert_eq!(ended(&site), 1);
    assert!(opens(&site, &cookies[0]).await);
    assert!(!opens(&site, &cookies[1]).await);
    assert!(opens(&site, &cookies[2]).await);
}
}

both_engines! {
async fn s13_being_seen_is_written_down_once_a_minute_at_most(app: TestApp) {
    let site = site(&app).await;
    let mine = cookie(&signed_in(&site, site.browser()).await);
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..100 {
        assert!(opens(&site, &mine).await);
        let (at,): (jiff::Timestamp,) =
            site.db.read(|tx| tx.one(db::sql!("select last_seen_at from signin_session"), &[])).await.unwrap();
        seen.insert(at);
        site.wait(3);
    }
    assert_eq!(seen.len(), 5, "100 requests in 300 seconds: {seen:?}");
}
}

/// The seconds a page tells its script: until it is idle, and in any case.
fn told(page: &str) -> (i64, i64) {
    let number = |name: &str| {
        let (_, rest) = page.split_once(&format!("{name}=\"")).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    (number("data-ends"), number("data-last"))
}

both_engines! {
async fn s05_a_page_knows_when_its_session_ends_and_one_press_keeps_it_alive(app: TestApp) {
    let site = site(&app).await;
    let mine = cookie(&signed_in(&site, site.browser()).await);
    let page = async || site.ask("GET", "/account", &[("cookie", &mine)], "").await.body;
    assert_eq!(told(&page().await), (3600, 86_400 - 61), "the request itself was a sign of life");
    site.wait(3300);
    let headers = [("cookie", mine.as_str()), ("sec-fetch-site", "same-origin"), ("accept", "application/json")];
    let answer = site.ask("POST", "/account/extend", &headers, "a=b").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"));
    assert_eq!(answer.body, format!("{{\"idle\":3600,\"last\":{}}}", 86_400 - 61 - 3300));
    site.wait(3300);
    assert_eq!(told(&page().await).1, 86_400 - 61 - 6600, "it lives on, but not beyond a day");
    assert!(!site.ask("GET", "/sign-in", &[], "").await.body.contains("data-ends"));
}
}

both_engines! {
async fn s05_the_desk_is_told_shorter_times(app: TestApp) {
    let site = site(&app).await;
    site.db
        .write(|tx| {
            let found: Vec<(base::Id<people::Account>,)> = tx.all(db::sql!("select id from account"), &[])?;
            roles::grant(tx, found[0].0, Grant { role: Role::Registrar, event: None })
        })
        .await
        .unwrap();
    let mine = cookie(&signed_in(&site, site.browser()).await);
    let page = site.ask("GET", "/account", &[("cookie", &mine)], "").await.body;
    assert_eq!(told(&page), (1800, 43_200 - 61));
}
}
