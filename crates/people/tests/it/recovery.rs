//! Recovery codes: made, used once each, and what becomes of wrong ones.

use people::model::SignedIn;
use people::recovery::RecoveryCode;
use people::{complete, flows};
use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::{Ground, SLICES, asking, ground};
use crate::site::{MELE, Site, site};

/// Makes ten codes on the page of the account.
pub async fn made(site: &Site, browser: &mut Browser) -> Vec<String> {
    browser.open("/account").await.follow("Recovery codes").await;
    browser
        .press("Make ten new codes")
        .await
        .see("They are shown this once only.");
    let codes = shown(browser);
    site.app.deliver().await;
    codes
}

fn shown(browser: &Browser) -> Vec<String> {
    let is_code = |word: &&str| word.len() == 13 && word.as_bytes()[1] == b'-' && word.as_bytes()[7] == b'-';
    browser
        .text()
        .split_whitespace()
        .filter(is_code)
        .map(str::to_owned)
        .collect()
}

/// Types a code on the way out of the page that waits.
async fn try_code(browser: &mut Browser, code: &str) {
    browser
        .open("/sign-in/check-email")
        .await
        .follow("Use a recovery code")
        .await;
    browser.fill("Recovery code", code).press("Sign in").await;
}

async fn left(site: &Site) -> i64 {
    site.count(db::sql!(
        "select cast(count(*) as bigint) from recovery_code where used_at is null"
    ))
    .await
}

both_engines! {
async fn r07_ten_codes_are_shown_once_and_kept_as_argon2id_with_a_key_of_the_server(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    mine.open("/account/recovery-codes").await.see("You have none.");
    let codes = made(&site, &mut mine).await;
    let first: Vec<&str> = codes.iter().map(|code| &code[..1]).collect();
    assert_eq!(first, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    let again = mine.open("/account/recovery-codes").await;
    again.see("10 of them can still be used.");
    assert!(shown(again).is_empty(), "never again");
    let kept: Vec<(String,)> =
        site.db.read(|tx| tx.all(db::sql!("select phc from recovery_code"), &[])).await.unwrap();
    assert_eq!(kept.len(), 10);
    for (phc,) in &kept {
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1,keyid="), "{phc}");
    }
    let letter = site.letter().await;
    assert_eq!((letter.subject.as_str(), letter.to.as_str()), ("You have new recovery codes", MELE));
    let dump = format!("{kept:?} {}", letter.text);
    assert!(codes.iter().all(|code| !dump.contains(code) && !dump.contains(&code.replace('-', ""))));
}
}

both_engines! {
async fn r07_a_code_signs_in_once_without_a_letter_and_its_owner_is_told(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    try_code(&mut other, &codes[3].to_lowercase().replace('-', " ")).await;
    assert_eq!(other.path(), "/account");
    other.see("Mele Taufa");
    other.open("/account/sessions").await.see("Signed in by a recovery code");
    let letter = site.letter().await;
    assert_eq!((letter.subject.as_str(), letter.to.as_str()), ("A recovery code was used", MELE));
    assert_eq!(left(&site).await, 9);
    site.wait(61);
    let mut third = site.browser();
    site.start(&mut third, MELE).await;
    try_code(&mut third, &codes[3]).await;
    assert_eq!(third.status(), 422);
    assert!(third.field("Recovery code").described.contains("That is not a recovery code of yours that can still be used"));
    let failed = db::sql!("select cast(count(*) as bigint) from audit where event = 'sign_in.recovery_failed'");
    assert_eq!(site.count(failed).await, 1);
    third.fill("Recovery code", &codes[4]).press("Sign in").await.see("Mele Taufa");
}
}

both_engines! {
async fn r07_a_new_set_voids_the_old(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let (old, new) = (made(&site, &mut mine).await, made(&site, &mut mine).await);
    assert_eq!(left(&site).await, 10);
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    try_code(&mut other, &old[0]).await;
    assert_eq!(other.status(), 422);
    other.fill("Recovery code", &new[0]).press("Sign in").await.see("Mele Taufa");
}
}

both_engines! {
async fn r01_new_recovery_codes_are_asked_again(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    site.wait(600);
    mine.open("/account/recovery-codes").await.press("Make ten new codes").await.see("Is it still you?");
    assert_eq!(left(&site).await, 0);
}
}

/// A code of Mele's account, as its row says.
async fn any(ground: &Ground) -> base::Id<RecoveryCode> {
    let (_, kept) = people::recovery::fresh(&ground.keys, &ground.random)
        .await
        .unwrap();
    let whence = people::model::Whence {
        ip: String::new(),
        ua: String::new(),
        zone: "UTC".to_owned(),
    };
    let account = ground.account;
    ground
        .write(move |tx| people::recovery::replace(tx, account, &kept, &whence))
        .await;
    ground
        .write(move |tx| Ok(people::recovery::perhaps(tx, account, "7")?.unwrap().id))
        .await
}

both_engines! {
async fn r07_twenty_uses_of_one_code_at_once_make_one_session(app: TestApp) {
    let ground = std::sync::Arc::new(ground(&app).await);
    let code = any(&ground).await;
    let mut uses = Vec::new();
    for n in 0..20 {
        let browser = format!("browser {n}");
        // Each has a sign-in of its own: only the code decides.
        let flow = ground.start(&browser).await;
        let ground = std::sync::Arc::clone(&ground);
        uses.push(tokio::spawn(async move {
            let asking = asking(&browser);
            let done: Result<SignedIn, _> = ground.db.write(move |tx| {
                let flow = flows::by_id(tx, flow)?.unwrap();
                complete::by_recovery(tx, &flow, code, &asking)
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
async fn r07_a_code_completes_only_the_sign_in_of_its_browser_and_stays_good_otherwise(app: TestApp) {
    let ground = ground(&app).await;
    let code = any(&ground).await;
    let flow = ground.start("one").await;
    for browser in ["two", "one"] {
        let asking = asking(browser);
        let done: Result<SignedIn, complete::Refused> = ground.db.write(move |tx| {
            let flow = flows::by_id(tx, flow)?.unwrap();
            complete::by_recovery(tx, &flow, code, &asking)
        }).await;
        assert_eq!(done.is_ok(), browser == "one");
    }
}
}

both_engines! {
async fn r07_nobody_learns_of_codes_who_has_not_passed_the_password(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let (flow,): (base::Id<people::model::Flow>,) =
        site.db.read(|tx| tx.one(db::sql!("select id from signin_flow"), &[])).await.unwrap();
    // a stranger's browser, with the number of a sign-in that is not hers
    let headers = [("sec-fetch-site", "same-origin")];
    for (method, path, body) in [
        ("GET", format!("/sign-in/recovery?flow={flow}"), String::new()),
        ("POST", "/sign-in/recovery".to_owned(), format!("flow={flow}&code={}", codes[0])),
    ] {
        let answer = site.ask(method, &path, &headers, &body).await;
        assert!(answer.body.contains("no longer knows this sign-in"), "{method} {}", answer.body);
    }
    // somebody who signs up with the address: the page that waits looks as it does for everybody
    let mut guesser = site.phone();
    guesser.open("/sign-up").await.fill("Name", "Mele").fill("Email", MELE).fill("Password", "nine parrots in a boat");
    guesser.press("Create account").await;
    assert_eq!(guesser.path(), "/sign-in/check-email");
    guesser.see_not("Other ways to sign in");
    let (known,): (base::Id<people::model::Flow>,) = site
        .db
        .read(|tx| tx.one(db::sql!("select id from signin_flow where kind = 'known'"), &[]))
        .await
        .unwrap();
    guesser.open(&format!("/sign-in/recovery?flow={known}")).await;
    assert_eq!(guesser.path(), "/sign-in/check-email");
    assert_eq!(left(&site).await, 10);
}
}

both_engines! {
async fn t06_wrong_recovery_codes_block_neither_the_link_nor_the_password_nor_a_known_browser(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    mine.open("/account").await.press("Sign out").await;
    let mut attacker = site.phone();
    let link = site.start(&mut attacker, MELE).await;
    for n in 0..5 {
        try_code(&mut attacker, &format!("{n}-BBBBB-BBBBB")).await;
        assert_eq!(attacker.status(), 422);
    }
    try_code(&mut attacker, &codes[0]).await;
    assert_eq!(attacker.status(), 429, "the right one is not even looked at");
    assert!(attacker.header("retry-after").parse::<i64>().unwrap() <= 300);
    assert_eq!(left(&site).await, 10);
    // the owner, in the browser she has signed in with
    site.wait(61);
    site.start(&mut mine, MELE).await;
    try_code(&mut mine, &codes[1]).await;
    mine.see("Mele Taufa");
    // the letter of that very sign-in
    attacker.open(&link).await.press("Sign in here").await.see("Mele Taufa");
}
}

both_engines! {
async fn r07_five_minutes_later_it_may_be_tried_again(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    for _ in 0..6 {
        try_code(&mut other, "0-BBBBB-BBBBB").await;
    }
    assert_eq!(other.status(), 429);
    site.wait(300);
    other.fill("Recovery code", &codes[0]).press("Sign in").await.see("Mele Taufa");
}
}

both_engines! {
async fn r07_a_code_lets_in_also_when_the_mailbox_refuses(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let mut other = site.phone();
    site.start(&mut other, MELE).await;
    site.db
        .write(|tx| tx.run(db::sql!("update signin_flow set state = 'undeliverable' where completed_at is null"), &[]))
        .await
        .unwrap();
    other.open("/sign-in/check-email").await.see("Start again");
    try_code(&mut other, &codes[9]).await;
    other.see("Mele Taufa");
}
}

both_engines! {
async fn r06_a_reset_neither_removes_nor_replaces_the_recovery_codes(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let new = "nine parrots in a boat";
    let mut other = site.phone();
    other.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    let letter = site.letter().await;
    let line = letter.text.lines().find(|line| line.contains("/r/")).unwrap();
    let path = line.strip_prefix(crate::site::HERE).unwrap().to_owned();
    other.open(&path).await.fill("Email address of the account", MELE).fill("Password", new);
    other.press("Set the new password").await;
    assert_eq!(left(&site).await, 10);
    other.fill("Email", MELE).fill("Password", new).press("Sign in").await;
    assert_eq!(other.path(), "/sign-in/check-email", "a second step is asked");
    other.see("Use a recovery code");
    other.open("/account").await;
    assert_eq!(other.path(), "/sign-in?next=/account");
    try_code(&mut other, &codes[0]).await;
    other.open("/account").await.see("Mele Taufa");
}
}

both_engines! {
async fn r07_what_is_held_names_the_codes_and_closing_forgets_them(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let codes = made(&site, &mut mine).await;
    let cookie = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
    let held = site.ask("POST", "/account/data", &headers, "a=b").await.body;
    assert!(held.contains("\"recovery_codes\"") && !held.contains("argon2"), "{held}");
    assert!(codes.iter().all(|code| !held.contains(&code[2..])));
    mine.open("/account/close").await.fill("To close the account, type CLOSE", "close").press("Close my account").await;
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from recovery_code")).await, 0);
}
}
