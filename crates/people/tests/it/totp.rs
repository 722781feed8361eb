//! The authenticator: set up, used for each step once, and asked again with.

use people::model::SignedIn;
use people::{complete, flows};
use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::{SLICES, asking, ground};
use crate::recovery::made as recovery_codes;
use crate::secrets::arabic;
use crate::site::{HERE, MELE, Site, site};

/// The application on the telephone: six figures from the secret that was typed into it.
pub struct Telephone(String);

impl Telephone {
    fn shows(&self, site: &Site, seconds: i64) -> String {
        let step = (site.clock.now().as_second() + seconds).div_euclid(30);
        people::totp::Seed::typed(&self.0).unwrap().code(step)
    }
}

/// The secret on the page, without its spaces.
fn shown(browser: &Browser) -> String {
    let is_four =
        |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let text = browser.text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let fours = words.windows(8).find(|eight| eight.iter().all(is_four));
    fours.expect("the page shows a secret").concat()
}

/// Sets one up on the page of the account.
pub async fn set_up(site: &Site, browser: &mut Browser) -> Telephone {
    browser
        .open("/account")
        .await
        .follow("Authenticator")
        .await
        .see("None is set up.");
    browser.press("Set one up").await;
    let telephone = Telephone(shown(browser));
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

/// The rule, as an administrator switches it on.
async fn letter_only(site: &Site) {
    let on =
        db::sql!("insert into link_rule (place, since, account_id) select 1, created_at, id from account");
    site.app.write(move |tx| tx.run(on, &[])).await;
}

both_engines! {
async fn where_only_the_letter_will_do_neither_authenticator_nor_recovery_code_signs_in(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    let codes = recovery_codes(&site, &mut mine).await;
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    for (way, field, typed) in [
        ("Use your authenticator", "Figures from the authenticator", telephone.shows(&site, 0)),
        ("Use a recovery code", "Recovery code", codes[0].clone()),
    ] {
        other.open("/sign-in/check-email").await.follow(way).await;
        letter_only(&site).await;
        other.fill(field, &typed).press("Sign in").await;
        assert_eq!(other.path(), "/sign-in/check-email", "the page was open before");
        assert!(!other.text().contains(way), "{}", other.text());
        site.app.write(|tx| tx.run(db::sql!("delete from link_rule"), &[])).await;
    }
    try_figures(&mut other, &telephone.shows(&site, 0)).await;
    other.see("Mele Taufa");
}
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
    let arabic: String = telephone.shows(&site, 30).chars().map(arabic).collect();
    try_figures(&mut third, &arabic).await;
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
    assert!(other.header("retry-after").parse::<i64>().unwrap() <= 300);
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

both_engines! {
async fn r09_after_thirty_wrong_figures_a_day_a_strange_browser_waits_and_her_own_does_not(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let telephone = set_up(&site, &mut mine).await;
    mine.open("/account").await.press("Sign out").await;
    let mut other = site.phone();
    for _ in 0..6 {
        site.wait(300);
        site.start(&mut other, MELE).await;
        for _ in 0..5 {
            let wrong = if telephone.shows(&site, 0) == "000000" { "111111" } else { "000000" };
            try_figures(&mut other, wrong).await;
            assert_eq!(other.status(), 422);
        }
    }
    site.wait(300);
    try_figures(&mut other, &telephone.shows(&site, 0)).await;
    assert_eq!(other.status(), 429);
    assert!(other.header("retry-after").parse::<i64>().unwrap() > 3600, "not before tomorrow");
    site.start(&mut mine, MELE).await;
    try_figures(&mut mine, &telephone.shows(&site, 0)).await;
    mine.see("Mele Taufa");
}
}

both_engines! {
async fn r09_twenty_uses_of_one_step_at_once_make_one_session(app: TestApp) {
    let ground = std::sync::Arc::new(ground(&app).await);
    let (account, whence) = (ground.account, people::model::Whence { ip: String::new(), ua: String::new(), zone: "UTC".to_owned() });
    let sealed = people::totp::Seed::new(&ground.random).seal(&ground.keys, &ground.random, account).unwrap();
    let kept = sealed.clone();
    ground.write(move |tx| {
        people::totp::begin(tx, account, &kept)?;
        people::totp::confirm(tx, account, &kept, 100, &whence)
    }).await;
    let mut uses = Vec::new();
    for n in 0..20 {
        let browser = format!("browser {n}");
        // Each has a sign-in of its own: only the step decides.
        let flow = ground.start(&browser).await;
        let (ground, sealed) = (std::sync::Arc::clone(&ground), sealed.clone());
        uses.push(tokio::spawn(async move {
            let asking = asking(&browser);
            let done: Result<SignedIn, _> = ground.db.write(move |tx| {
                let flow = flows::by_id(tx, flow)?.unwrap();
                complete::by_totp(tx, &flow, (&sealed, 101), &asking)
            }).await;
            i64::from(done.is_ok())
        }));
    }
    let mut done = 0;
    for one in uses {
        done += one.await.unwrap();
    }
    assert_eq!((done, ground.sessions().await, ground.completions().await), (1, 1, 1));
}
}

both_engines! {
async fn r01_setting_up_and_removing_an_authenticator_are_asked_again(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    mine.open("/account/authenticator").await.press("Set one up").await.see("Is it still you?");
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from totp")).await, 0);
    let mut other = signed_in(&site, site.phone()).await;
    set_up(&site, &mut other).await;
    site.wait(600);
    other.open("/account/authenticator").await.press("Remove it").await.see("Is it still you?");
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from totp")).await, 1);
}
}

both_engines! {
async fn s08_whoever_changes_a_factor_is_offered_to_end_the_other_sessions(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    recovery_codes(&site, &mut mine).await;
    mine.see_not("Sign out everywhere else");
    site.wait(61);
    let mut phone = signed_in(&site, site.phone()).await;
    mine.open("/account/recovery-codes").await.see_not("Sign out everywhere else");
    mine.press("Make ten new codes").await.see("Sign out everywhere else");
    set_up(&site, &mut mine).await;
    mine.press("Sign out everywhere else").await.see("Done. What you ended is signed out now.");
    phone.open("/account").await;
    assert_eq!(phone.path(), "/sign-in?next=/account");
    mine.open("/account").await.see("Mele Taufa");
}
}

both_engines! {
async fn w02_every_factor_that_comes_and_goes_and_each_wrong_try_is_in_the_log_without_a_secret(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = recovery_codes(&site, &mut mine).await;
    let telephone = set_up(&site, &mut mine).await;
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    let wrong = telephone.shows(&site, 3000);
    try_figures(&mut other, &wrong).await;
    other.open("/sign-in/check-email").await.follow("Use a recovery code").await;
    other.fill("Recovery code", "0-BBBBB-BBBBB").press("Sign in").await;
    other.fill("Recovery code", &codes[0]).press("Sign in").await.see("Mele Taufa");
    mine.open("/account/authenticator").await.press("Remove it").await;
    let rows: Vec<(String, String)> =
        site.db.read(|tx| tx.all(db::sql!("select event, detail from audit order by event"), &[])).await.unwrap();
    let events: Vec<&str> = rows.iter().map(|(event, _)| event.as_str()).collect();
    let asked: Vec<&str> = events.into_iter().filter(|event| ["totp", "recovery"].iter().any(|way| event.contains(way))).collect();
    assert_eq!(asked, [
        "account.recovery_codes_made", "account.totp_added", "account.totp_removed", "sign_in.recovery_failed",
        "sign_in.totp_failed",
    ]);
    let all = format!("{rows:?}");
    assert!(rows.contains(&("sign_in.completed".to_owned(), "recovery".to_owned())), "{all}");
    for secret in [&telephone.0, &wrong, &codes[0], &codes[0].replace('-', "")] {
        assert!(!all.contains(secret.as_str()), "{secret}");
    }
    mine.open("/account/log").await.see("An authenticator was set up").see("The authenticator was removed");
    mine.see("New recovery codes were made").see("A wrong recovery code was typed");
}
}
