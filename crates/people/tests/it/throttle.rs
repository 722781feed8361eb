//! Who tries too often waits, and nobody else does.

use std::sync::Arc;

use base::Email;
use people::{secrets, session};
use testkit::{Browser, both_engines};

use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, Site, code, site};

pub const WRONG: &str = "not it at all";

/// A browser that nobody has signed in with, at one of many addresses.
pub fn stranger(site: &Site, n: i64) -> Browser {
    site.browser().at(&format!("198.51.{}.{}", n / 250, n % 250 + 1))
}

/// Gives a password; the status, and the seconds to wait if any are told.
pub async fn give(browser: &mut Browser, email: &str, password: &str) -> (u16, String) {
    browser.open("/sign-in").await;
    browser
        .fill("Email", email)
        .fill("Password", password)
        .press("Sign in")
        .await;
    let in_time = browser.status() == 200 && browser.path() == "/sign-in/check-email";
    assert!(in_time || browser.status() != 200, "{}", browser.path());
    (browser.status(), browser.header("retry-after"))
}

/// So many wrong passwords for an account, each from an address of its own, as fast as is taken.
pub async fn guess_wrong(site: &Site, email: &str, times: i64) {
    for n in 0..times {
        let given = give(&mut stranger(site, n), email, WRONG).await;
        assert_eq!(given.0, 422, "try {n}: {given:?}");
        if n + 1 < times {
            site.wait(10);
        }
    }
}

/// A browser in which Mele has signed in, and out again.
async fn known(site: &Site) -> Browser {
    let mut mine = site.browser().at("203.0.113.1");
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link)
        .await
        .press("Sign in here")
        .await
        .see("Mele Taufa");
    mine.open("/account").await.press("Sign out").await;
    site.wait(61);
    mine
}

/// The number on the screen that waits.
pub fn number_of(browser: &Browser) -> String {
    let html = browser.html();
    let (_, rest) = html.split_once("<p class=\"code\"").unwrap();
    let (_, rest) = rest.split_once("<bdi>").unwrap();
    rest.split_once('<').unwrap().0.to_owned()
}

both_engines! {
async fn t01_thirty_failures_in_a_quarter_of_an_hour_close_an_address(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser().at("192.0.2.1");
    for n in 0..30 {
        assert_eq!(give(&mut mine, &format!("nobody{n}@foreign.example"), WRONG).await.0, 422, "{n}");
        site.wait(10);
    }
    let closed = give(&mut mine, MELE, PASSWORD).await;
    assert_eq!(closed, (429, "600".to_owned()), "the right password is not even looked at");
    assert_eq!(give(&mut site.browser().at("192.0.2.2"), MELE, PASSWORD).await.0, 200, "another address");
    site.wait(600);
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 200, "the next quarter");
}

async fn t01_a_version_6_network_is_one_address(app: TestApp) {
    let site = site(&app).await;
    for n in 0..30 {
        let mut one = site.browser().at(&format!("2001:db8:1:2::{n:x}"));
        assert_eq!(give(&mut one, &format!("nobody{n}@foreign.example"), WRONG).await.0, 422);
        site.wait(2);
    }
    assert_eq!(give(&mut site.browser().at("2001:db8:1:2:ffff::1"), MELE, PASSWORD).await.0, 429);
    assert_eq!(give(&mut site.browser().at("2001:db8:1:3::1"), MELE, PASSWORD).await.0, 200);
}

async fn t01_a_place_is_taken_before_the_password_is_looked_at(app: TestApp) {
    let site = Arc::new(site(&app).await);
    let crowd: Vec<_> = (0..60).map(|n| {
        let site = site.clone();
        tokio::spawn(async move {
            let mut one = site.browser().at("192.0.2.1");
            give(&mut one, &format!("nobody{n}@foreign.example"), WRONG).await.0
        })
    }).collect();
    let (mut looked_at, mut later) = (0, 0);
    for one in crowd {
        match one.await.unwrap() {
            422 => looked_at += 1,
            429 | 503 => later += 1,
            other => panic!("{other}"),
        }
    }
    assert!((1..=30).contains(&looked_at), "{looked_at} looked at, {later} not");
}

async fn t02_a_stranger_waits_longer_and_longer_and_the_owner_does_not(app: TestApp) {
    let site = site(&app).await;
    let mut mine = known(&site).await;
    let mut failed = 0;
    for (after, seconds) in [(1, "1"), (3, "3"), (9, "5"), (25, "10"), (50, "10")] {
        guess_wrong(&site, MELE, after - failed).await;
        failed = after;
        let held_off = give(&mut stranger(&site, 200), MELE, PASSWORD).await;
        assert_eq!(held_off, (429, seconds.to_owned()), "after {after} failures");
        if after < 50 {
            site.wait(10);
        }
    }
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 200, "the owner's browser is in at once");
    site.wait(10);
    assert_eq!(give(&mut stranger(&site, 200), MELE, PASSWORD).await.0, 200, "no hard lock");
}

async fn t03_a_browser_is_known_to_one_account_for_half_a_year(app: TestApp) {
    let site = site(&app).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut mine = known(&site).await;
    let (hash,): (Vec<u8>,) = app.read(|tx| tx.one(db::sql!("select browser_hash from known_browser"), &[])).await;
    let cookie = mine.jar.get("__Host-b").unwrap().to_owned();
    assert_eq!((hash, cookie.len()), (secrets::hash(&cookie).to_vec(), 43), "256 bits, kept as a hash");
    guess_wrong(&site, "sione@foreign.example", 3).await;
    assert_eq!(give(&mut mine, "sione@foreign.example", PASSWORD).await.0, 429, "another account");
    site.wait(60);
    guess_wrong(&site, MELE, 3).await;
    let mut forged = site.browser().at("203.0.113.2");
    let line = format!("__Host-b={}; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Lax", "a".repeat(43));
    forged.jar.take(&line, site.clock.now());
    assert_eq!(give(&mut forged, MELE, PASSWORD).await.0, 429, "a cookie nobody gave out");
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 200);
    site.wait(180 * 24 * 3600);
    guess_wrong(&site, MELE, 3).await;
    mine.jar.take(&line.replace(&"a".repeat(43), &cookie), site.clock.now());
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 429, "half a year later");
}

async fn t03_a_new_password_makes_every_browser_strange(app: TestApp) {
    let site = site(&app).await;
    let mut mine = known(&site).await;
    app.write(|tx| {
        let account = people::account::by_email(tx, &Email::parse(MELE).unwrap())?.unwrap();
        session::end_all(tx, account.id)
    }).await;
    guess_wrong(&site, MELE, 3).await;
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 429);
}

async fn t04_after_a_hundred_failures_a_strange_browser_is_not_let_in_and_the_owner_is_told_once(app: TestApp) {
    let site = site(&app).await;
    let mut mine = known(&site).await;
    let before = site.letters();
    guess_wrong(&site, MELE, 100).await;
    guess_wrong(&site, "nobody@foreign.example", 100).await;
    for email in [MELE, "nobody@foreign.example"] {
        let (status, seconds) = give(&mut stranger(&site, 200), email, PASSWORD).await;
        assert_eq!(status, 429, "{email}");
        assert!(seconds.parse::<i64>().unwrap() > 19 * 3600, "{seconds} seconds to the end of the day");
    }
    let letter = site.letter().await;
    assert_eq!((site.letters() - before, letter.to.contains(MELE)), (1, true));
    assert!(letter.subject.contains("guessing your password"), "{}", letter.subject);
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 200, "her own browser");
    // A new password ends it.
    let mut new = stranger(&site, 201);
    new.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    let letter = site.letter().await;
    let line = letter.text.lines().find(|line| line.contains("/r/")).unwrap().to_owned();
    new.open(&line).await.fill("Email address of the account", MELE).fill("Password", "lagoon and brass 17").press("Set the new password").await;
    assert_eq!(give(&mut new, MELE, "lagoon and brass 17").await.0, 200);
}

async fn t05_a_spray_is_slowed_and_one_success_does_not_make_up_for_it(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser().at("192.0.2.1");
    for n in 0..10 {
        assert_eq!(give(&mut mine, &format!("nobody{n}@foreign.example"), WRONG).await.0, 422, "{n}");
    }
    assert_eq!(give(&mut mine, MELE, PASSWORD).await.0, 200);
    assert_eq!(give(&mut mine, "nobody11@foreign.example", WRONG).await, (429, "2".to_owned()));
    site.wait(2);
    assert_eq!(give(&mut mine, "nobody11@foreign.example", WRONG).await.0, 422);
    let mut other = site.browser().at("192.0.2.2");
    for _ in 0..12 {
        assert_eq!(give(&mut other, "nobody@foreign.example", WRONG).await.0, 422, "one account is no spray");
        site.wait(10);
    }
    assert_eq!(give(&mut other, MELE, PASSWORD).await.0, 200);
    assert_eq!(give(&mut other, MELE, PASSWORD).await.0, 200);
}

async fn t06_failing_at_one_factor_never_blocks_another(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser().at("192.0.2.1");
    site.start(&mut mine, MELE).await;
    mine.open("/sign-in/code").await;
    for _ in 0..5 {
        mine.fill("Code from the email", "BBBB-BBBB").press("Sign in").await;
    }
    mine.see("Too many wrong codes.");
    site.wait(61);
    let mut mine = site.browser().at("192.0.2.1");
    site.start(&mut mine, MELE).await;
    let letter = site.letter().await;
    let mut attacker = site.browser().at("192.0.2.1");
    for n in 0..30 {
        give(&mut attacker, &format!("nobody{n}@foreign.example"), WRONG).await;
        site.wait(10);
    }
    assert_eq!(give(&mut attacker, MELE, PASSWORD).await.0, 429, "no password from here");
    mine.open("/sign-in/code").await.fill("Code from the email", &code(&letter)).press("Sign in").await;
    mine.see("Mele Taufa");
}

async fn l13_after_thirty_wrong_codes_a_day_a_strange_browser_needs_the_link(app: TestApp) {
    let site = site(&app).await;
    let mut mine = known(&site).await;
    for n in 0..6 {
        let mut attacker = stranger(&site, n);
        site.start(&mut attacker, MELE).await;
        attacker.open("/sign-in/code").await;
        for _ in 0..5 {
            attacker.fill("Code from the email", "BBBB-BBBB").press("Sign in").await;
        }
        attacker.see("Too many wrong codes.");
        site.wait(61);
    }
    let mut new = stranger(&site, 200);
    let link = site.start(&mut new, MELE).await;
    let right = code(&site.letter().await);
    new.open("/sign-in/code").await.fill("Code from the email", &right).press("Sign in").await;
    assert_eq!(new.status(), 422);
    new.see("in this browser none is taken until tomorrow. Open the link in the email here instead.");
    new.open(&link).await.press("Sign in here").await.see("Mele Taufa");
    site.wait(61);
    site.start(&mut mine, MELE).await;
    let right = code(&site.letter().await);
    mine.open("/sign-in/code").await.fill("Code from the email", &right).press("Sign in").await;
    mine.see("Mele Taufa");
    site.wait(24 * 3600);
    let mut new = stranger(&site, 201);
    site.start(&mut new, MELE).await;
    let right = code(&site.letter().await);
    new.open("/sign-in/code").await.fill("Code from the email", &right).press("Sign in").await;
    new.see("Mele Taufa");
}

async fn l13_codes_of_a_sign_up_with_somebodys_address_are_not_held_against_her(app: TestApp) {
    let site = site(&app).await;
    for n in 0..6 {
        let mut attacker = stranger(&site, n);
        attacker.open("/sign-up").await.fill("Name", "Mele").fill("Email", MELE).fill("Password", "lagoon and brass 17");
        attacker.press("Create account").await;
        attacker.open("/sign-in/code").await;
        for _ in 0..5 {
            attacker.fill("Code from the email", "BBBB-BBBB").press("Sign in").await;
        }
        attacker.see("Too many wrong codes.");
        site.wait(61);
    }
    let mut new = stranger(&site, 200);
    site.start(&mut new, MELE).await;
    let right = code(&site.letter().await);
    new.open("/sign-in/code").await.fill("Code from the email", &right).press("Sign in").await;
    new.see("Mele Taufa");
}

async fn l10_after_ten_wrong_numbers_a_day_only_a_known_browser_is_let_on_by_its_number(app: TestApp) {
    let site = site(&app).await;
    let mut mine = known(&site).await;
    for n in 0..5 {
        let mut attacker = stranger(&site, n);
        let link = site.start(&mut attacker, MELE).await;
        let wrong = if number_of(&attacker) == "100" { "101" } else { "100" };
        let mut scanner = site.phone();
        scanner.open(&link).await;
        for _ in 0..2 {
            scanner.fill("Number shown on that screen", wrong).press("Sign in there").await;
        }
        site.wait(61);
    }
    let mut new = stranger(&site, 200);
    let link = site.start(&mut new, MELE).await;
    site.phone().open(&link).await.see("Signing in by the number is no longer possible here.");
    let form = format!("number={}", number_of(&new));
    let answer = site.ask("POST", &format!("{link}/approve"), &[("sec-fetch-site", "same-origin")], &form).await;
    assert_eq!((answer.status.as_u16(), answer.body.contains("no longer possible here")), (422, true));
    let right = code(&site.letter().await);
    new.open("/sign-in/code").await.fill("Code from the email", &right).press("Sign in").await;
    new.see("Mele Taufa");
    site.wait(61);
    let link = site.start(&mut mine, MELE).await;
    let mut phone = site.phone();
    phone.open(&link).await.fill("Number shown on that screen", &number_of(&mine)).press("Sign in there").await;
    mine.open("/sign-in/check-email").await.see("Mele Taufa");
}
}
