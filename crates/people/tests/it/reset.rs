//! A new password by letter.

use people::secrets;
use testkit::{Browser, both_engines};

use crate::ground::{PASSWORD, SLICES};
use crate::site::{HERE, MELE, Site, link, site};

const NEW: &str = "nine parrots in a boat";

/// Asks for a link; its path in the letter.
async fn asked(site: &Site, browser: &mut Browser) -> String {
    browser.open("/sign-in").await.follow("choose a new one").await;
    browser.fill("Email", MELE).press("Send the link").await;
    browser.see("If mele@foreign.example has an account here, a link is on its way to it.");
    path(site).await
}

async fn path(site: &Site) -> String {
    let letter = site.letter().await;
    assert_eq!(letter.subject, "Your link to a new password");
    let line = letter.text.lines().find(|line| line.contains("/r/")).unwrap();
    line.strip_prefix(HERE).unwrap().to_owned()
}

async fn choose(browser: &mut Browser, path: &str, email: &str, password: &str) {
    browser
        .open(path)
        .await
        .fill("Email address of the account", email)
        .fill("Password", password);
    browser.press("Set the new password").await;
}

async fn signs_in(site: &Site, password: &str) -> bool {
    let mut browser = site.browser();
    browser
        .open("/sign-in")
        .await
        .fill("Email", MELE)
        .fill("Password", password)
        .press("Sign in")
        .await;
    browser.path() == "/sign-in/check-email"
}

both_engines! {
async fn r05_a_new_password_is_set_with_the_link_and_nobody_is_signed_in_by_it(app: TestApp) {
    let site = site(&app).await;
    let (mut old, mut waits, mut mine) = (site.browser(), site.browser(), site.browser());
    let signed_in = site.start(&mut old, MELE).await;
    old.open(&signed_in).await.press("Sign in here").await;
    site.wait(61);
    let under_way = site.start(&mut waits, MELE).await;
    let path = asked(&site, &mut mine).await;
    choose(&mut mine, &path, MELE, NEW).await;
    assert_eq!(mine.path(), "/sign-in?reset", "{}", mine.text());
    mine.see("Your new password is set. Sign in with it.");
    for browser in [&mut mine, &mut old] {
        browser.open("/account").await;
        assert_eq!(browser.path(), "/sign-in?next=/account", "nobody is signed in, and every session ended");
    }
    waits.open(&under_way).await.see("This sign-in has ended");
    let notice = site.letter().await;
    assert_eq!((notice.subject.as_str(), notice.to.as_str()), ("Your password was changed", MELE));
    assert!(!signs_in(&site, PASSWORD).await);
    site.wait(1);
    assert!(signs_in(&site, NEW).await);
    mine.open(&path).await.see("This link has already been used");
    let reset = db::sql!("select cast(count(*) as bigint) from audit where event = 'account.password_reset'");
    assert_eq!(site.count(reset).await, 1);
}
}

both_engines! {
async fn r05_every_address_is_answered_the_same(app: TestApp) {
    let site = site(&app).await;
    let mut answers = Vec::new();
    for email in [MELE, "nobody@foreign.example", MELE, "nobody@foreign.example"] {
        let body = format!("email={}", email.replace('@', "%40"));
        let answer = site.ask("POST", "/reset", &[("sec-fetch-site", "same-origin")], &body).await;
        let mut headers = answer.headers.clone();
        let length: usize = headers.remove("content-length").unwrap().to_str().unwrap().parse().unwrap();
        let rest = answer.body.replace(email, "…");
        answers.push(format!("{} {headers:?} {} {rest}", answer.status, length - email.len()));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:#?}");
    let waiting = db::sql!("select cast(count(*) as bigint) from outbox where kind = 'people.reset'");
    assert_eq!(site.count(waiting).await, 2, "one a minute for each address, and the same is written down for both");
    app.deliver().await;
    let letters = site.recorder.all();
    assert_eq!(letters.iter().map(|letter| letter.to.as_str()).collect::<Vec<_>>(), [MELE]);
}
}

both_engines! {
async fn r05_the_link_is_a_token_of_which_the_database_has_the_hash(app: TestApp) {
    let site = site(&app).await;
    let path = asked(&site, &mut site.browser()).await;
    let token = path.strip_prefix("/r/").unwrap();
    assert!(secrets::looks_like_token(token));
    let (hash,): (Vec<u8>,) = site.db.read(|tx| tx.one(db::sql!("select token_hash from reset_link"), &[])).await.unwrap();
    assert_eq!(hash, secrets::hash(token));
    let outbox: Vec<(serde_json::Value,)> = site.db.read(|tx| tx.all(db::sql!("select data from outbox"), &[])).await.unwrap();
    assert!(!format!("{outbox:?}").contains(token));
}
}

both_engines! {
async fn r05_reading_it_a_hundred_times_and_pressing_its_button_changes_nothing(app: TestApp) {
    let site = site(&app).await;
    let path = asked(&site, &mut site.browser()).await;
    let state = async || -> Vec<(i64, bool)> {
        let statement = db::sql!("select tries, used_at is null from reset_link");
        site.db.read(move |tx| tx.all(statement, &[])).await.unwrap()
    };
    let before = state().await;
    for method in ["GET", "HEAD"] {
        for _ in 0..50 {
            let answer = site.ask(method, &path, &[], "").await;
            assert_eq!((answer.status.as_u16(), answer.header("set-cookie")), (200, ""));
            assert_eq!(answer.header("referrer-policy"), "no-referrer");
        }
    }
    let headers = [("sec-fetch-site", "same-origin")];
    for body in ["", "email=&password=", "email=a%40b.example", "password=nine+parrots+in+a+boat"] {
        assert_eq!(site.ask("POST", &path, &headers, body).await.status.as_u16(), 422);
    }
    assert_eq!(state().await, before);
}
}

both_engines! {
async fn r05_five_wrong_addresses_end_the_link(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let path = asked(&site, &mut mine).await;
    for _ in 0..4 {
        choose(&mut mine, &path, "scanner@foreign.example", NEW).await;
        assert_eq!(mine.status(), 422);
        assert!(mine.field("Email address of the account").described.contains("This link was not sent to that address."));
    }
    choose(&mut mine, &path, "scanner@foreign.example", NEW).await;
    mine.see("A wrong address was typed too often");
    mine.follow("Ask for a new link").await;
    assert_eq!(mine.path(), "/reset");
    assert!(signs_in(&site, PASSWORD).await, "and nothing has changed");
}
}

both_engines! {
async fn r05_a_link_lives_sixty_minutes_from_its_hand_over(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    mine.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    site.wait(1800);
    let path = path(&site).await;
    site.wait(3599);
    mine.open(&path).await.see("Choose a new password");
    site.wait(2);
    mine.open(&path).await.see("This link is no longer valid");
    choose_is_refused(&site, &path).await;
}
}

async fn choose_is_refused(site: &Site, path: &str) {
    let body = format!("email=mele%40foreign.example&password={}", NEW.replace(' ', "+"));
    let answer = site
        .ask("POST", path, &[("sec-fetch-site", "same-origin")], &body)
        .await;
    assert!(answer.body.contains("no longer valid"), "{}", answer.body);
    assert!(signs_in(site, PASSWORD).await);
}

both_engines! {
async fn r05_fifty_uses_at_once_set_one_password(app: TestApp) {
    let site = std::sync::Arc::new(site(&app).await);
    let path = asked(&site, &mut site.browser()).await;
    let (link,): (base::Id<people::reset::ResetLink>,) =
        site.db.read(|tx| tx.one(db::sql!("select id from reset_link"), &[])).await.unwrap();
    assert!(path.starts_with("/r/"));
    let mut uses = Vec::new();
    for n in 0..50 {
        let site = std::sync::Arc::clone(&site);
        uses.push(tokio::spawn(async move {
            let whence = people::model::Whence { ip: String::new(), ua: String::new(), zone: "UTC".to_owned() };
            site.db.write(move |tx| people::reset::set(tx, link, &format!("hash {n}"), &whence)).await.is_ok()
        }));
    }
    let mut done = 0;
    for one in uses {
        done += i32::from(one.await.unwrap());
    }
    assert_eq!(done, 1);
}
}

both_engines! {
async fn r05_rules_of_a_password_hold_here_too(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let path = asked(&site, &mut mine).await;
    for (password, said) in [
        ("password123", "one of the most used"),
        ("Taufa-2022!", "Choose another password: without your name"),
        ("short", "at least 8 characters"),
    ] {
        choose(&mut mine, &path, MELE, password).await;
        assert_eq!(mine.status(), 422, "{password}");
        assert!(mine.field("Password").described.contains(said), "{}", mine.field("Password").described);
    }
    assert_eq!(mine.value("Email address of the account"), MELE, "what was typed is kept");
}
}

both_engines! {
async fn r06_after_a_reset_the_second_step_is_asked_as_ever(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let path = asked(&site, &mut mine).await;
    choose(&mut mine, &path, MELE, NEW).await;
    mine.fill("Email", MELE).fill("Password", NEW).press("Sign in").await;
    assert_eq!(mine.path(), "/sign-in/check-email");
    mine.open("/account").await;
    assert_eq!(mine.path(), "/sign-in?next=/account");
    app.deliver().await;
    let letters = site.recorder.all();
    let second = link(letters.iter().find(|letter| letter.subject == "Your link to sign in").unwrap());
    mine.open(&second).await.press("Sign in here").await;
    mine.open("/account").await.see("Mele Taufa");
}
}

both_engines! {
async fn r05_a_letter_refused_for_now_takes_its_link_along(app: TestApp) {
    let site = site(&app).await;
    let letter = site
        .db
        .write(|tx| {
            let letter = mail::Outgoing {
                id: tx.new_id(),
                kind: people::mails::RESET.to_owned(),
                to: base::Email::parse(MELE).unwrap(),
                locale: i18n::Locale::En,
                about: None,
                data: serde_json::json!({}),
                message_id: String::new(),
                tries: 1,
                created_at: tx.now(),
            };
            people::reset::mint(tx, &letter)?;
            people::reset::not_taken(tx, &letter)?;
            people::reset::mint(tx, &letter)?;
            people::reset::arrived(tx, &letter)?;
            Ok::<_, base::Fault>(letter)
        })
        .await
        .unwrap();
    let alive: Vec<(bool,)> = site
        .db
        .read(move |tx| {
            let statement = db::sql!("select revoked_at is null from reset_link where outgoing_id = $1 order by revoked_at is null");
            tx.all(statement, db::params![letter.id])
        })
        .await
        .unwrap();
    assert_eq!(alive, [(false,), (true,)]);
}
}
