//! What people see while letters do not leave, whatever the mail server does, and that nobody waits for it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use base::Email;
use mail::{Setting, SmtpUrl, Transport, Worker};
use people::mails::MAILS;
use testkit::{Browser, MailServer, TestApp, both_engines};
use tokio::sync::watch;

use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, site};

fn worker(app: &TestApp, transport: Transport) -> Worker {
    let setting = Setting {
        site_name: "Sala".to_owned(),
        public_url: testkit::ORIGIN.to_owned(),
        from: Email::parse("no-reply@sala.example").unwrap(),
        now: app.clock().now(),
        keys: app.web().keys().clone(),
    };
    let kinds = MAILS.iter().collect();
    Worker::new(app.db().clone(), app.clock().clone(), kinds, transport, &setting)
}

/// A way on which every letter fails.
fn nowhere() -> Transport {
    Transport::Folder("/dev/null/letters".into())
}

async fn ask_for_a_new_password(app: &TestApp, email: &str) {
    let mut browser = app.browser();
    browser
        .open("/reset")
        .await
        .fill("Email", email)
        .press("Send the link")
        .await;
}

const SLOW: &str = "Our mail is slow at the moment.";

fn see_not(browser: &Browser, words: &str) {
    assert!(!browser.text().contains(words), "{}", browser.text());
}

both_engines! {
async fn while_letters_do_not_leave_the_pages_say_so_and_name_another_way_in(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    site.wait(240);
    let mut other = site.browser();
    other.open("/sign-in").await;
    see_not(&other, SLOW);
    let before = other.html().len();
    other.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
    see_not(&other, SLOW);
    let broken = worker(&app, nowhere());
    for wait in [0, 5, 15] {
        site.wait(wait);
        broken.deliver_due().await.unwrap();
    }
    for path in ["/sign-in", "/sign-in/check-email", "/reset"] {
        other.open(path).await.see(SLOW).see("The last letter left 4 minutes ago.");
        other.see("Ways in that need no letter:").see("Sign in with a passkey").see("An authenticator or a recovery code").see("a link on its server").see("secretariat@sala.example");
    }
    other.open("/sign-in").await.fill("Email", MELE).fill("Password", "not hers at all").press("Sign in").await;
    other.see("Email or password is not right.").see(SLOW);
    for (language, words) in [
        ("fr", "Notre courrier est lent en ce moment."),
        ("ar", "بريدنا بطيء في هذه اللحظة."),
        ("es", "Nuestro correo va lento en este momento."),
        ("ru", "Наша почта сейчас работает медленно."),
        ("zh", "我们的邮件系统目前较慢。"),
    ] {
        let mut reader = site.browser().speaking(language);
        reader.open("/sign-in").await.see(words);
    }
    // another way out, and the letter leaves by it
    worker(&app, Transport::Memory).deliver_due().await.unwrap();
    site.wait(45);
    worker(&app, Transport::Memory).deliver_due().await.unwrap();
    app.write(mail::judge).await;
    let mut later = site.browser();
    later.open("/sign-in").await;
    see_not(&later, SLOW);
    assert_eq!(later.html().len(), before, "the page is no longer without the trouble");
}

async fn one_letter_that_is_slow_says_so_on_its_own_page_only(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    mine.open("/sign-in").await.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
    site.wait(61);
    mine.open("/sign-in/check-email").await.see(SLOW).see("Ways in that need no letter:");
    mine.open("/sign-in").await;
    see_not(&mine, SLOW);
    app.deliver().await;
    mine.open("/sign-in/check-email").await;
    see_not(&mine, SLOW);
}

async fn a_reset_asked_for_while_letters_do_not_leave_says_the_same_for_every_address(app: TestApp) {
    app.may_leave_work();
    let site = site(&app).await;
    ask_for_a_new_password(&app, MELE).await;
    let broken = worker(&app, nowhere());
    for wait in [0, 5, 15] {
        site.wait(wait);
        broken.deliver_due().await.unwrap();
    }
    let mut pages = Vec::new();
    for email in [MELE, "nobody@foreign.example"] {
        let mut browser = site.browser();
        browser.open("/reset").await.fill("Email", email).press("Send the link").await.see(SLOW);
        pages.push(browser.html().replace(email, "-"));
    }
    assert_eq!(pages[0], pages[1]);
}

async fn m06_a_sign_in_is_answered_at_once_whatever_the_mail_server_does(app: TestApp) {
    app.may_leave_work();
    let site = site(&app).await;
    let mut times = Vec::new();
    for (answers, then) in [
        (vec![], "passed the message on"),
        (vec!["RCPT=550 5.1.1 No such mailbox"], "refused our message"),
        (vec!["CONNECT=silence"; 3], "is about to leave"),
        (vec!["MAIL=451 4.3.0 Later"; 3], "is about to leave"),
        (vec!["MAIL=550 5.7.1 Not you"; 3], "is about to leave"),
        (vec!["down"], "is about to leave"),
    ] {
        let told: Vec<&str> = answers.iter().flat_map(|answer| ["--answer", *answer]).collect();
        let Some(server) = MailServer::start(&told) else { return };
        let port = server.port();
        let server = (answers != ["down"]).then_some(server);
        let url: SmtpUrl = format!("smtp://127.0.0.1:{port}?tls=none&timeout=1").parse().unwrap();
        let worker = Arc::new(worker(&app, Transport::Smtp(url)));
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn({
            let worker = Arc::clone(&worker);
            async move { Box::pin(worker.run(stopped)).await }
        });
        let mut mine = site.browser();
        mine.open("/sign-in").await.fill("Email", MELE).fill("Password", PASSWORD);
        let began = Instant::now();
        mine.press("Sign in").await;
        times.push(began.elapsed());
        assert_eq!((mine.status(), mine.path()), (200, "/sign-in/check-email"), "{answers:?}");
        let until = Instant::now() + Duration::from_secs(8);
        while !mine.open("/sign-in/check-email").await.text().contains(then) {
            assert!(Instant::now() < until, "{answers:?}: {}", mine.text());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        mine.open("/sign-in/check-email").await.see(then);
        stop.send_replace(true);
        running.await.unwrap();
        drop(server);
        app.write(|tx| tx.run(db::sql!("delete from outbox"), &[])).await;
        site.wait(61);
    }
    let (quickest, slowest) = (times.iter().min().unwrap(), times.iter().max().unwrap());
    assert!(*slowest < *quickest + Duration::from_millis(600), "as long as with a server that takes letters: {times:?}");
}
}
