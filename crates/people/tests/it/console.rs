//! The link from the server's console: the way in when no letter arrives.

use axum::http::StatusCode;
use base::{Email, Id};
use people::console::{self, NotMade};
use people::{Account, Grant, Role, secrets};
use testkit::both_engines;

use crate::ground::{PASSWORD, SLICES, asking};
use crate::site::{MELE, Site, site};

/// What an operator types, and the path it prints.
async fn made(site: &Site, email: &str, reason: &'static str) -> Result<String, NotMade> {
    let email = Email::parse(email).unwrap();
    let token = site
        .db
        .write(move |tx| console::make(tx, &email, reason, "Asia/Bangkok"))
        .await?;
    Ok(format!("/sign-in/console/{token}"))
}

async fn account(site: &Site, email: &str) -> Id<Account> {
    let email = Email::parse(email).unwrap();
    let found = site
        .db
        .read(move |tx| people::account::by_email(tx, &email))
        .await;
    found.unwrap().unwrap().id
}

/// Every line of the audit about links of the console, and what it keeps.
async fn audit(site: &Site) -> Vec<(String, String)> {
    let lines = site.db.read(|tx| {
        tx.all(
            db::sql!("select event, detail from audit where event like 'console_link.%' order by at, id"),
            &[],
        )
    });
    lines.await.unwrap()
}

fn line(event: &str, detail: &str) -> (String, String) {
    (format!("console_link.{event}"), detail.to_owned())
}

both_engines! {
async fn the_link_and_the_password_open_a_session_that_says_how(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail\nserver is down").await.unwrap();
    site.wait(1);
    let mut mine = site.browser();
    mine.open(&path).await.see("Sign in with the link from the server").see("m•••@foreign.example").see("02:10 (UTC)");
    mine.fill("Password", PASSWORD).press("Sign in").await;
    assert_eq!(mine.path(), "/account");
    mine.see("Mele Taufa");
    let amr = db::sql!("select cast(count(*) as bigint) from signin_session where amr = 'pwd console'");
    assert_eq!(site.count(amr).await, 1);
    let reason = "The mail server is down";
    assert_eq!(audit(&site).await, [line("made", reason), line("used", reason)]);
    mine.open(&path).await;
    assert_eq!(mine.path(), "/account", "whoever is in is led on");
    let mut phone = site.phone();
    phone.open(&path).await.see("This link has already been used");
}
}

both_engines! {
async fn the_address_alone_does_nothing_however_often_it_is_read_and_pressed(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    for method in ["GET", "HEAD", "OPTIONS", "POST"] {
        for body in ["", "a=b", "password="] {
            for _ in 0..10 {
                let answer = site.ask(method, &path, &[("sec-fetch-site", "same-origin")], body).await;
                assert_eq!(answer.header("set-cookie"), "");
            }
        }
    }
    assert_eq!(site.sessions().await, 0);
    let untouched = db::sql!(
        "select cast(count(*) as bigint) from console_link where used_at is null and tries = 0"
    );
    assert_eq!(site.count(untouched).await, 1);
    let answer = site.ask("GET", &path, &[], "").await;
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
}
}

both_engines! {
async fn two_presses_at_once_make_one_session(app: TestApp) {
    let site = std::sync::Arc::new(site(&app).await);
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let mut presses = Vec::new();
    for _ in 0..2 {
        let (site, path) = (std::sync::Arc::clone(&site), path.clone());
        presses.push(tokio::spawn(async move {
            let body = format!("password={}", PASSWORD.replace(' ', "+"));
            let answer = site.ask("POST", &path, &[("sec-fetch-site", "same-origin")], &body).await;
            (answer.status, answer.header("set-cookie").contains("__Host-s="))
        }));
    }
    let mut answers = Vec::new();
    for press in presses {
        answers.push(press.await.unwrap());
    }
    answers.sort_unstable();
    assert_eq!(answers, [(StatusCode::OK, false), (StatusCode::SEE_OTHER, true)]);
    assert_eq!(site.sessions().await, 1);
    assert_eq!(audit(&site).await.iter().filter(|(event, _)| event == "console_link.used").count(), 1);
}
}

both_engines! {
async fn fifty_uses_at_once_of_the_statement_that_decides_succeed_once(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let hash = secrets::hash(path.rsplit('/').next().unwrap());
    let link = site.db.read(move |tx| console::by_token(tx, &hash)).await.unwrap().unwrap().id;
    let mut uses = Vec::new();
    for _ in 0..50 {
        let db = site.db.clone();
        let asking = asking("one");
        uses.push(tokio::spawn(async move { db.write(move |tx| console::sign_in(tx, link, &asking)).await.is_ok() }));
    }
    let mut wins = 0;
    for one in uses {
        wins += i32::from(one.await.unwrap());
    }
    assert_eq!((wins, site.sessions().await), (1, 1));
}
}

both_engines! {
async fn a_link_of_the_console_lives_ten_minutes(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    site.wait(599);
    let mut mine = site.browser();
    mine.open(&path).await.see("Sign in with the link from the server");
    site.wait(2);
    mine.fill("Password", PASSWORD).press("Sign in").await.see("This link is no longer valid");
    mine.see("It was valid until 02:10 (UTC).").see("Ask the person who runs the server for another link.");
    assert_eq!(site.sessions().await, 0);
}
}

both_engines! {
async fn five_wrong_passwords_lock_the_link_and_not_the_account(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let mut mine = site.browser();
    for _ in 0..4 {
        mine.open(&path).await.fill("Password", "wrong horse").press("Sign in").await;
        assert_eq!(mine.status(), 422);
        mine.see("Email or password is not right.");
    }
    mine.fill("Password", "wrong horse").press("Sign in").await.see("Too many wrong passwords were typed");
    mine.open(&path).await.see("Too many wrong passwords were typed");
    assert_eq!(site.sessions().await, 0);
    assert_eq!(audit(&site).await.len(), 1 + 5);
    let again = made(&site, MELE, "The mail is down").await.unwrap();
    mine.open(&again).await.fill("Password", PASSWORD).press("Sign in").await.see("Mele Taufa");
}
}

both_engines! {
async fn a_try_that_was_not_compared_is_given_back(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let hash = secrets::hash(path.rsplit('/').next().unwrap());
    let link = site.db.read(move |tx| console::by_token(tx, &hash)).await.unwrap().unwrap().id;
    let count = async || site.db.write(move |tx| console::count_try(tx, link)).await.unwrap();
    for _ in 0..5 {
        assert!(count().await);
    }
    assert!(!count().await);
    site.db.write(move |tx| console::give_back(tx, link)).await.unwrap();
    assert!(count().await);
    assert!(!count().await);
}
}

both_engines! {
async fn an_account_that_was_disabled_or_changed_meanwhile_stays_outside(app: TestApp) {
    let site = site(&app).await;
    let id = account(&site, MELE).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let mut mine = site.browser();
    mine.open(&path).await.fill("Password", PASSWORD);
    site.db.write(move |tx| people::session::end_all(tx, id)).await.unwrap();
    mine.press("Sign in").await.see("the account has changed since the link was made");
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let disable = |tx: &mut db::Tx<'_>| {
        let now = tx.now();
        tx.run(db::sql!("update account set disabled_at = $1"), db::params![now])
    };
    mine.open(&path).await.fill("Password", PASSWORD);
    site.db.write(disable).await.unwrap();
    mine.press("Sign in").await.see("the account has changed since the link was made");
    assert_eq!(site.sessions().await, 0);
    assert!(matches!(made(&site, MELE, "Again").await, Err(NotMade::NoAccount)));
    assert!(matches!(made(&site, "nobody@foreign.example", "Again").await, Err(NotMade::NoAccount)));
    assert!(matches!(made(&site, MELE, " \u{7}\n").await, Err(NotMade::NoReason)));
}
}

both_engines! {
async fn somebody_else_s_password_does_not_open_it_and_her_session_gives_way(app: TestApp) {
    let site = site(&app).await;
    let path = made(&site, MELE, "The mail is down").await.unwrap();
    let hash = people::hash_password(site.app.web().keys(), &site.random, "another horse").await.unwrap();
    let other = people::NewAccount {
        email: Email::parse("other@foreign.example").unwrap(),
        name: "Other Person".to_owned(),
        locale: i18n::Locale::En,
        phc: Some(hash),
    };
    site.db.write(move |tx| people::create_account(tx, &other)).await.unwrap();
    let mut hers = site.browser();
    let own = made(&site, "other@foreign.example", "The mail is down").await.unwrap();
    hers.open(&own).await.fill("Password", "another horse").press("Sign in").await.see("Other Person");
    hers.open(&path).await.fill("Password", "another horse").press("Sign in").await;
    hers.see("Email or password is not right.");
    hers.open("/account").await.see("Other Person");
    hers.open(&path).await.fill("Password", PASSWORD).press("Sign in").await.see("Mele Taufa");
    let alive = db::sql!("select cast(count(*) as bigint) from signin_session where revoked_at is null");
    assert_eq!(site.count(alive).await, 1, "one browser, one session");
}
}

both_engines! {
async fn the_other_administrators_are_told_who_when_and_why(app: TestApp) {
    let site = site(&app).await;
    for (email, name) in [("ada@sala.example", "Ada Sample"), ("gone@sala.example", "Gone Sample")] {
        site.person(email, name).await;
        let id = account(&site, email).await;
        let grant = Grant { role: Role::Administrator, event: None };
        site.db.write(move |tx| people::roles::grant(tx, id, grant)).await.unwrap();
    }
    let grant = Grant { role: Role::Administrator, event: None };
    let mele = account(&site, MELE).await;
    site.db.write(move |tx| people::roles::grant(tx, mele, grant)).await.unwrap();
    let gone = account(&site, "gone@sala.example").await;
    let disable = move |tx: &mut db::Tx<'_>| {
        let now = tx.now();
        tx.run(db::sql!("update account set disabled_at = $1 where id = $2"), db::params![now, gone])
    };
    site.db.write(disable).await.unwrap();
    let path = made(&site, MELE, "The mail server is down").await.unwrap();
    let letter = site.letter().await;
    assert_eq!((site.letters(), letter.to.as_str()), (1, "ada@sala.example"), "not to herself, not to who has gone");
    for part in [
        "Hello Ada Sample,",
        "Mele Taufa can sign in without a letter",
        "Account: mele@foreign.example",
        "Made: 15 August 2022, 09:00 (UTC+7)",
        "Reason given: The mail server is down",
    ] {
        assert!(letter.text.contains(part), "{part} is missing in:\n{}", letter.text);
    }
    assert!(!letter.raw.contains(path.rsplit('/').next().unwrap()), "the link itself is in no letter");
}
}
