//! The harness on both engines: an operation, a page, a letter, and the failure when work is left.
use axum::routing::get;
use base::{Email, Fault};
use db::Tx;
use i18n::Locale;
use mail::{Letter, Outgoing, Post, Setting};
use testkit::{Engine, TestApp, both_engines};
use web::{Routes, Slice};

const SLICES: &[Slice] = &[Slice {
    name: "sample",
    routes,
    mails: &[mail::Kind {
        name: "sample.hello",
        render,
        ..mail::Kind::EMPTY
    }],
    ..Slice::EMPTY
}];

fn routes() -> Routes {
    Routes::new().at(
        "/sample",
        get(|| async { axum::response::Html("<title>Sample</title><h1>A sample page</h1>") }),
    )
}

#[expect(clippy::unnecessary_wraps, reason = "the signature of every letter's writer")]
fn render(_: &mut Tx<'_>, _: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let link = format!("{}/sample", setting.public_url);
    Ok(Some(Letter {
        subject: "Hello".to_owned(),
        text: format!("Read it here:\n{link}\n"),
        html: format!("<a href=\"{link}\">here</a>"),
        calendar: None,
        reply_to: None,
    }))
}

fn ask_for_a_letter(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let to = Email::parse("a@b.example").map_err(|_| Fault::new("reading an address"))?;
    let post = Post {
        kind: "sample.hello",
        to: &to,
        locale: Locale::En,
        about: None,
        data: serde_json::json!({}),
    };
    mail::post(tx, post).map(|_| ())
}

both_engines! {
    async fn a_letter_is_taken_and_its_link_opened(app: TestApp) {
        app.write(ask_for_a_letter).await;
        let link = app.mailbox().await.take_letter_to("a@b.example").see("Read it here").link("/sample");
        let mut browser = app.browser();
        browser.open(&link).await.see("A sample page");
        assert_eq!((browser.title(), browser.status()), ("Sample", 200));
    }

    async fn each_test_has_a_database_of_its_own(app: TestApp) {
        assert_eq!(app.read(mail::waiting).await, 0);
        app.write(ask_for_a_letter).await;
        app.may_leave_work();
    }
}

#[test]
#[should_panic(expected = "letters waiting and jobs due at the end")]
fn a_letter_left_undone_fails_the_test() {
    testkit::run(
        Engine::Sqlite,
        SLICES,
        "not counted, because it fails",
        |app: TestApp| async move { app.write(ask_for_a_letter).await },
    );
}
