//! The authenticator: set up, used for each step once, and asked again with.

use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::SLICES;
use crate::recovery::made as recovery_codes;
use crate::site::{HERE, MELE, Site, site};

/// The application on the telephone: six figures from the secret that was typed into it.
struct Telephone(String);

impl Telephone {
    fn shows(&self, site: &Site, seconds: i64) -> String {
        let step = (site.clock.now().as_second() + seconds).div_euclid(30);
        people::totp::Seed::typed(&self.0).unwrap().code(step)
    }
}

/// Sets one up on the page of the account.
async fn set_up(site: &Site, browser: &mut Browser) -> Telephone {
    browser
        .open("/account")
        .await
        .follow("Authenticator")
        .await
        .see("None is set up.");
    browser.press("Set one up").await;
    let is_secret =
        |word: &&str| word.len() == 32 && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let telephone = Telephone(
        browser
            .text()
            .split_whitespace()
            .find(is_secret)
            .unwrap()
            .to_owned(),
    );
    browser
        .fill("Figures from the authenticator", &telephone.shows(site, 0))
        .press("Confirm")
        .await;
    browser.see("Your authenticator is set up.");
    site.app.deliver().await;
    site.wait(60);
    telephone
}

async fn try_figures(browser: &mut Browser, figures: &str) {
    browser
        .open("/sign-in/check-email")
        .await
        .follow("Use your authenticator")
        .await;
    browser
        .fill("Figures from the authenticator", figures)
        .press("Sign in")
        .await;
}

both_engines! {
async fn r09_figures_sign_in_without_a_letter_and_each_step_counts_once(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    assert_eq!(site.letter().await.subject, "An authenticator was set up");
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    let figures = telephone.shows(&site, 0);
    try_figures(&mut other, &figures).await;
    other.see("Mele Taufa");
    other.open("/account/sessions").await.see("Signed in by authenticator");
    site.wait(61);
    let mut third = site.browser();
    site.start(&mut third, MELE).await;
    for replayed in [figures, telephone.shows(&site, -60), telephone.shows(&site, 60)] {
        try_figures(&mut third, &replayed).await;
        assert_eq!(third.status(), 422);
    }
    try_figures(&mut third, &telephone.shows(&site, 30)).await;
    third.see("Mele Taufa");
    // what is counted forward is not counted backward
    site.wait(1);
    let mut fourth = site.browser();
    fourth.open("/sign-in").await.fill("Email", MELE).fill("Password", crate::ground::PASSWORD).press("Sign in").await;
    try_figures(&mut fourth, &telephone.shows(&site, 0)).await;
    assert_eq!(fourth.status(), 422);
}
}

both_engines! {
async fn r09_the_seed_stands_sealed_in_the_database_and_nothing_counts_before_its_first_code(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    mine.open("/account/authenticator").await.press("Set one up").await;
    mine.fill("Figures from the authenticator", "000").press("Confirm").await;
    assert_eq!(mine.status(), 422);
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    other.see_not("Use your authenticator");
    let telephone = set_up(&site, &mut mine).await;
    let (sealed,): (Vec<u8>,) = site.db.read(|tx| tx.one(db::sql!("select seed from totp"), &[])).await.unwrap();
    assert_eq!(sealed.len(), 12 + 20 + 16, "nonce, seed, tag");
    assert!(!String::from_utf8_lossy(&sealed).contains(&telephone.0));
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let held = site.ask("POST", "/account/data", &headers, "a=b").await.body;
    assert!(held.contains("\"authenticator\"") && !held.contains(&telephone.0), "{held}");
}
}

both_engines! {
async fn t06_wrong_figures_block_neither_recovery_codes_nor_the_link(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    let codes = recovery_codes(&site, &mut mine).await;
    let mut other = site.phone();
    let link = site.start(&mut other, MELE).await;
    let wrong = if telephone.shows(&site, 0) == "000000" { "111111" } else { "000000" };
    for _ in 0..5 {
        try_figures(&mut other, wrong).await;
        assert_eq!(other.status(), 422);
    }
    try_figures(&mut other, &telephone.shows(&site, 0)).await;
    assert_eq!(other.status(), 429, "not even looked at");
    other.open("/sign-in/check-email").await.follow("Use a recovery code").await;
    other.fill("Recovery code", &codes[0]).press("Sign in").await.see("Mele Taufa");
    assert!(link.starts_with("/l/"));
}
}

both_engines! {
async fn r02_figures_show_again_who_it_is_and_five_wrong_ones_end_the_session(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    site.wait(600);
    let old = mine.jar.get("__Host-s").unwrap().to_owned();
    mine.open("/account/sessions").await;
    signed_in(&site, site.phone()).await;
    mine.open("/account/sessions").await.press("Sign out everywhere else").await.see("Is it still you?");
    mine.fill("Figures from the authenticator", &telephone.shows(&site, 0)).press("Go on").await;
    assert_ne!(mine.jar.get("__Host-s").unwrap(), old, "s03");
    mine.open("/account/authenticator").await.press("Remove it").await.see("Your authenticator is removed.");
    assert_eq!(site.letter().await.subject, "Your authenticator was removed");
    let telephone = set_up(&site, &mut mine).await;
    site.wait(600);
    mine.open("/account/authenticator").await.press("Remove it").await.see("Is it still you?");
    let wrong = if telephone.shows(&site, 0) == "000000" { "111111" } else { "000000" };
    for _ in 0..5 {
        mine.fill("Figures from the authenticator", wrong).press("Go on").await;
    }
    assert_eq!(mine.path(), "/sign-in?ended");
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from totp where seed is not null")).await, 1);
}
}

both_engines! {
async fn r06_a_reset_neither_removes_nor_replaces_the_authenticator(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    let new = "nine parrots in a boat";
    let mut other = site.phone();
    other.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    let letter = site.letter().await;
    let line = letter.text.lines().find(|line| line.contains("/r/")).unwrap();
    let path = line.strip_prefix(HERE).unwrap().to_owned();
    other.open(&path).await.fill("Email address of the account", MELE).fill("Password", new);
    other.press("Set the new password").await;
    other.fill("Email", MELE).fill("Password", new).press("Sign in").await;
    try_figures(&mut other, &telephone.shows(&site, 0)).await;
    other.see("Mele Taufa");
}
}
