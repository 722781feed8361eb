//! Waiting is for those who fail, wherever they come from and whichever program answers, and it is said in their language.

use std::sync::Arc;

use base::{Email, Random};
use db::{DatabaseUrl, Options};
use people::guess::{self, Guess};
use people::model::{BrowserHash, Whence};
use people::throttle::Namer;
use testkit::postgres::Cluster;
use testkit::{TestApp, both_engines, morning};

use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, Site, site};
use crate::throttle::{WRONG, give, guess_wrong, stranger};

/// The addresses from which sign-ins began, in their order.
async fn addresses(site: &Site) -> Vec<String> {
    let found: Vec<(String,)> = site
        .app
        .read(|tx| {
            let statement = db::sql!("select ip from audit where event = 'sign_in.password_ok' order by id");
            tx.all(statement, &[])
        })
        .await;
    found.into_iter().map(|(address,)| address).collect()
}

both_engines! {
async fn t07_sixty_delegates_behind_one_address_get_in(app: TestApp) {
    let site = Arc::new(site(&app).await);
    let mut delegates = Vec::new();
    for n in 0..60 {
        let email = format!("delegate{n}@foreign.example");
        site.person(&email, "Delegate").await;
        delegates.push(email);
    }
    let all: Vec<_> = delegates.into_iter().map(|email| {
        let site = site.clone();
        tokio::spawn(async move { give(&mut site.browser().at("192.0.2.1"), &email, PASSWORD).await })
    }).collect();
    for one in all {
        assert_eq!(one.await.unwrap(), (200, String::new()));
    }
    let left = db::sql!("select cast(coalesce(sum(fails + held), 0) as bigint) from throttle");
    assert_eq!(site.count(left).await, 0, "every place was given back");
}

async fn t08_only_a_proxy_of_ours_says_who_the_visitor_is(app: TestApp) {
    let site = site(&app).await;
    let mut liar = site.browser().at("192.0.2.9").forwarding("198.51.100.7");
    site.start(&mut liar, MELE).await;
    site.wait(61);
    let mut behind = site.browser().at("10.0.0.1").forwarding("203.0.113.5, 198.51.100.7");
    site.start(&mut behind, MELE).await;
    assert!(site.letter().await.text.contains("198.51.100.7"), "the letter says from where");
    site.wait(61);
    let mut broken = site.browser().at("10.0.0.1").forwarding("198.51.100.7, me");
    site.start(&mut broken, MELE).await;
    assert_eq!(addresses(&site).await, ["192.0.2.9", "198.51.100.7", "10.0.0.1"]);
}

async fn t09_too_often_is_said_in_the_persons_language_on_a_page_that_can_be_used(app: TestApp) {
    let site = site(&app).await;
    guess_wrong(&site, MELE, 30).await;
    for (language, email, password, button, words) in [
        ("en", "Email", "Password", "Sign in", "There were too many tries, from this network or for this address. Try again in 10 seconds;"),
        ("fr", "Adresse électronique", "Mot de passe", "Se connecter", "Réessayez dans 10 secondes ; ce que vous avez saisi est conservé"),
        ("ar", "البريد الإلكتروني", "كلمة المرور", "تسجيل الدخول", "المدة المتبقية قبل المحاولة من جديد: 10 ثوانٍ"),
    ] {
        let mut one = stranger(&site, 200).speaking(language);
        one.open("/sign-in").await.fill(email, MELE).fill(password, PASSWORD).press(button).await;
        assert_eq!((one.status(), one.header("retry-after").as_str()), (429, "10"));
        one.see(words);
        assert_eq!((one.value(email).as_str(), one.value(password).as_str()), (MELE, ""), "what was typed is kept");
    }
    site.wait(10);
    let mut one = stranger(&site, 200);
    assert_eq!(give(&mut one, MELE, WRONG).await.0, 422);
    one.fill("Password", PASSWORD).press("Sign in").await;
    assert_eq!(one.status(), 429);
    site.wait(10);
    one.fill("Password", PASSWORD).press("Sign in").await;
    assert_eq!(one.path(), "/sign-in/check-email", "from the same page, when the time has come");
}

async fn t09_a_crowd_that_is_still_looked_at_is_waited_for_and_then_said_to_be_busy(app: TestApp) {
    let site = site(&app).await;
    for n in 0..30 {
        let taken = begin(&app, &format!("nobody{n}@foreign.example"), "192.0.2.1").await;
        assert!(taken, "{n}");
    }
    let mut one = site.browser().at("192.0.2.1").speaking("fr");
    one.open("/sign-in").await.fill("Adresse électronique", MELE).fill("Mot de passe", PASSWORD).press("Se connecter").await;
    assert_eq!((one.status(), one.header("retry-after").as_str()), (503, "2"));
    one.see("Trop de personnes se connectent en ce moment. Réessayez dans 2 secondes");
    assert_eq!(one.value("Adresse électronique"), MELE);
}

async fn t11_what_is_asked_for_an_address_is_limited_alike_whether_it_has_an_account_or_not(app: TestApp) {
    let site = site(&app).await;
    let mut answers = Vec::new();
    for email in [MELE, "nobo@foreign.example"] {
        let mut seen = Vec::new();
        let mut mine = site.browser();
        for _ in 0..2 {
            mine.open("/reset").await.fill("Email", email).press("Send the link").await;
            seen.push((mine.status(), mine.html().replace(email, "")));
        }
        mine.open("/sign-up").await.fill("Name", "Mele Taufa").fill("Email", email).fill("Password", "lagoon and brass 17");
        mine.press("Create account").await;
        app.deliver().await;
        for seconds in [25, 35] {
            site.wait(seconds);
            mine.press("Send a new link").await;
            seen.push((mine.status(), mine.header("retry-after")));
        }
        answers.push(seen);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!((answers[0][2].0, answers[0][2].1.as_str(), answers[0][3].0), (429, "35", 200));
    app.deliver().await;
    let resets = site.recorder.all().iter().filter(|letter| letter.kind == "people.reset").count();
    assert_eq!(resets, 1, "one letter of two that were asked for within the minute, and none to nobody");
}
}

/// Takes the places of a try and leaves them.
async fn begin(app: &TestApp, email: &str, address: &str) -> bool {
    let guess = Guess {
        namer: Namer::of(app.web().keys()),
        email: Email::parse(email).unwrap(),
        browser: Some(BrowserHash([3; 32])),
        address: Some(web::Address::from(address.parse::<std::net::IpAddr>().unwrap())),
        whence: Whence {
            ip: String::new(),
            ua: String::new(),
            zone: "UTC".to_owned(),
        },
    };
    app.db().write(move |tx| guess::begin(tx, &guess)).await.is_ok()
}

/// Failures on one program and then on another, on the same database; with all of them the address is closed.
async fn t10(url: DatabaseUrl, at_once: bool) {
    let clock = morning();
    let start = async || {
        let options = Options::new(url.clone(), clock.clone(), Random::seeded(2022));
        TestApp::start_on(SLICES, options).await
    };
    let (first, mut others) = (start().await, Vec::new());
    let first = site(&first).await;
    if at_once {
        others.push(site(&start().await).await);
    }
    for n in 0..20 {
        let mut one = first.browser().at("192.0.2.1");
        assert_eq!(
            give(&mut one, &format!("nobody{n}@foreign.example"), WRONG)
                .await
                .0,
            422
        );
        first.wait(10);
    }
    if !at_once {
        drop(first);
        others.push(site(&start().await).await);
    }
    let other = others.remove(0);
    for n in 20..30 {
        let mut one = other.browser().at("192.0.2.1");
        assert_eq!(
            give(&mut one, &format!("nobody{n}@foreign.example"), WRONG)
                .await
                .0,
            422
        );
        other.wait(10);
    }
    assert_eq!(
        give(&mut other.browser().at("192.0.2.1"), MELE, PASSWORD).await.0,
        429
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn t10_limits_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sala.sqlite").display().to_string();
    t10(DatabaseUrl::Sqlite(path), false).await;
    if let Some(cluster) = Cluster::shared() {
        t10(DatabaseUrl::Postgres(cluster.url(&cluster.database(None))), false).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn t10_limits_hold_on_two_nodes_together() {
    if let Some(cluster) = Cluster::shared() {
        t10(DatabaseUrl::Postgres(cluster.url(&cluster.database(None))), true).await;
    }
}
