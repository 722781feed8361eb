//! The letters on their way: through the outbox, the worker and a transport, as in the program.

use base::{Email, Keys};
use i18n::Locale;
use mail::{Recorder, Setting, Transport, Worker};
use people::mails::MAILS;
use people::secrets;
use testkit::{MailServer, both_engines};

use crate::ground::{EMAIL, Ground, SLICES, ground};

const HOST: &str = "https://sala.example";

fn worker(ground: &Ground, transport: Transport) -> (Worker, Recorder) {
    let setting = Setting {
        site_name: "Asia-Pacific Cooperation Forum".to_owned(),
        public_url: HOST.to_owned(),
        from: Email::parse("forum@sala.example").unwrap(),
        now: ground.clock.now(),
        keys: Keys::new([7; 32]),
    };
    let recorder = Recorder::default();
    let kinds = MAILS.iter().collect();
    let worker = Worker::new(
        ground.db.clone(),
        ground.clock.clone(),
        kinds,
        transport,
        &setting,
    );
    (worker.recording(recorder.clone()), recorder)
}

fn token(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("/l/")).unwrap();
    line.strip_prefix("https://sala.example/l/").unwrap().to_owned()
}

both_engines! {
async fn m01_the_whole_message(app: TestApp) {
    let ground = ground(&app).await;
    ground.start("one").await;
    let (worker, recorder) = worker(&ground, Transport::Memory);
    assert_eq!(worker.deliver_due().await.unwrap(), 1);
    let letter = &recorder.all()[0];
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), (EMAIL, "Your link to sign in"));
    let raw = &letter.raw;
    for header in [
        "Content-Type: multipart/alternative;",
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        "Message-ID: <",
        "Date: Mon, 15 Aug 2022 02:00:00 +0000",
        "Subject: Your link to sign in",
    ] {
        assert!(raw.contains(header), "{header} is missing in\n{raw}");
    }
    let (text, html) = (raw.find("text/plain; charset=utf-8").unwrap(), raw.find("text/html; charset=utf-8").unwrap());
    assert!(text < html, "the text comes first");
    let url = format!("{HOST}/l/{}", token(&letter.text));
    assert!(raw.lines().any(|line| line == url), "the link stands unbroken on a line of its own\n{raw}");
    assert!(!raw.contains("List-Unsubscribe"));
}
}

both_engines! {
async fn l02_the_outbox_never_holds_the_token_or_the_code(app: TestApp) {
    let ground = ground(&app).await;
    ground.start("one").await;
    let (worker, recorder) = worker(&ground, Transport::Memory);
    worker.deliver_due().await.unwrap();
    let token = token(&recorder.all()[0].text);
    let rows: Vec<(serde_json::Value, String, Option<String>)> =
        ground.write(|tx| tx.all(db::sql!("select data, message_id, last_error from outbox"), &[])).await;
    assert_eq!(rows.len(), 1);
    assert!(!format!("{rows:?}").contains(&token));
    assert_eq!(rows[0].0, serde_json::json!({}));
}
}

both_engines! {
async fn l14_waiting_in_the_queue_takes_nothing_from_the_20_minutes(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    ground.wait(1800);
    let (worker, recorder) = worker(&ground, Transport::Memory);
    worker.deliver_due().await.unwrap();
    assert_eq!(ground.flow(flow).await.mail, "sent");
    ground.wait(1199);
    assert!(ground.click(&token(&recorder.all()[0].text), "one").await.is_some());
}
}

both_engines! {
async fn m07_a_letter_refused_for_now_is_tried_again_with_a_new_token_and_the_same_message_id(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    // A folder that can not be made: every try fails before anything is handed over.
    let (failing, _) = worker(&ground, Transport::Folder("/dev/null/letters".into()));
    for wait in [0, 5, 15] {
        ground.wait(wait);
        assert_eq!(failing.deliver_due().await.unwrap(), 0);
        assert_eq!(ground.flow(flow).await.state, "queued");
    }
    let (working, recorder) = worker(&ground, Transport::Memory);
    assert_eq!(working.deliver_due().await.unwrap(), 0, "not before its time");
    ground.wait(45);
    assert_eq!(working.deliver_due().await.unwrap(), 1);
    assert!(ground.click(&token(&recorder.all()[0].text), "one").await.is_some());
}
}

both_engines! {
async fn m07_the_letter_of_a_sign_in_that_is_over_is_not_sent(app: TestApp) {
    let ground = ground(&app).await;
    ground.start("one").await;
    ground.wait(3601);
    let (worker, recorder) = worker(&ground, Transport::Memory);
    assert_eq!(worker.deliver_due().await.unwrap(), 0);
    assert!(recorder.all().is_empty());
    let waiting = ground.write(mail::waiting).await;
    assert_eq!(waiting, 0, "and does not wait any more");
}
}

both_engines! {
async fn m08_a_refusing_mailbox_is_told_on_the_waiting_page_and_an_unknown_fate_keeps_the_link(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let kind = MAILS.iter().find(|kind| kind.name == people::mails::SIGN_IN).unwrap();
    let outgoing = mail::Outgoing {
        id: base::Id::from_uuid(uuid::Uuid::from_u128(5)),
        kind: kind.name.to_owned(),
        to: Email::parse(EMAIL).unwrap(),
        locale: Locale::En,
        about: Some(flow.uuid()),
        data: serde_json::json!({}),
        message_id: "x".to_owned(),
        tries: 1,
        created_at: ground.clock.now(),
    };
    let setting = Setting {
        site_name: "Forum".to_owned(),
        public_url: HOST.to_owned(),
        from: Email::parse("forum@sala.example").unwrap(),
        now: ground.clock.now(),
        keys: Keys::new([7; 32]),
    };
    let (about, told, unknown) = (outgoing.clone(), setting.clone(), kind.refused);
    let letter = ground.write(move |tx| Ok((kind.render)(tx, &about, &told)?.unwrap())).await;
    let about = outgoing.clone();
    ground.write(move |tx| unknown(tx, &about, mail::Outcome::Unknown)).await;
    ground.write(move |tx| unknown(tx, &outgoing, mail::Outcome::Refused)).await;
    let seen = ground.flow(flow).await;
    assert_eq!((seen.mail.as_str(), seen.state.as_str()), ("refused", "queued"), "a link lives");
    let hash = secrets::hash(&token(&letter.text));
    let found = ground.write(move |tx| Ok(people::flows::by_link(tx, &hash)?.unwrap())).await;
    assert_eq!(found.standing, people::flows::Standing::Alive);
    assert!(ground.click(&token(&letter.text), "one").await.is_some());
}
}

/// A mail server on this machine, and the way to it.
fn server(answer: &str) -> Option<(MailServer, Transport)> {
    let server = MailServer::start(&["--answer", answer])?;
    let url = format!("smtp://127.0.0.1:{}?tls=none", server.port());
    Some((server, Transport::Smtp(url.parse().unwrap())))
}

both_engines! {
async fn m07_a_connection_lost_after_the_text_leaves_the_link_alive(app: TestApp) {
    let Some((server, transport)) = server("DATA=hang up") else { return };
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let (worker, _) = worker(&ground, transport);
    assert_eq!(worker.deliver_due().await.unwrap(), 0, "nobody knows whether it arrived");
    assert_eq!(ground.flow(flow).await.state, "queued");
    ground.wait(5);
    assert_eq!(worker.deliver_due().await.unwrap(), 1);
    let arrived = server.letters();
    assert_ne!(token(&arrived[0]), token(&arrived[1]), "every try has a link of its own");
    assert!(ground.click(&token(&arrived[0]), "one").await.is_some(), "the first letter did arrive, and its link is good");
}
}

both_engines! {
async fn m07_a_letter_refused_for_now_takes_its_link_along(app: TestApp) {
    let Some((server, transport)) = server("DATA=451 4.3.0 Later") else { return };
    let ground = ground(&app).await;
    ground.start("one").await;
    let (worker, _) = worker(&ground, transport);
    worker.deliver_due().await.unwrap();
    ground.wait(5);
    worker.deliver_due().await.unwrap();
    let [refused, accepted] = server.letters().try_into().unwrap();
    assert!(ground.click(&token(&refused), "one").await.is_none());
    assert!(ground.click(&token(&accepted), "one").await.is_some());
}
}

both_engines! {
async fn m07_what_the_first_server_refused_is_void_before_the_second_gets_a_link_of_its_own(app: TestApp) {
    let Some((first, transport)) = server("DATA=451 4.3.0 Later") else { return };
    let Some((second, other)) = server("RCPT=250 OK") else { return };
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let (worker, _) = worker(&ground, transport);
    let worker = worker.and_then_by(Some(other));
    assert_eq!(worker.deliver_due().await.unwrap(), 1);
    assert_eq!(ground.flow(flow).await.state, "sent");
    let (refused, taken) = (token(&first.letters()[0]), token(&second.letters()[0]));
    assert!(ground.click(&refused, "one").await.is_none());
    assert!(ground.click(&taken, "one").await.is_some());
}
}

both_engines! {
async fn m07_a_link_that_may_have_arrived_by_the_first_server_lives_beside_that_of_the_second(app: TestApp) {
    for which in [0, 1] {
        let Some((first, transport)) = server("DATA=hang up") else { return };
        let Some((second, other)) = server("RCPT=250 OK") else { return };
        let ground = ground(&app).await;
        ground.start("one").await;
        let (worker, _) = worker(&ground, transport);
        assert_eq!(worker.and_then_by(Some(other)).deliver_due().await.unwrap(), 1);
        let links = [token(&first.letters()[0]), token(&second.letters()[0])];
        assert!(ground.click(&links[which], "one").await.is_some(), "{which}");
        assert!(ground.click(&links[1 - which], "one").await.is_none(), "one of them, once");
        ground.wait(61);
    }
}
}

both_engines! {
async fn m08_a_mailbox_that_refuses_ends_the_sign_in(app: TestApp) {
    let Some((server, transport)) = server("RCPT=550 5.1.1 No such mailbox") else { return };
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let (worker, _) = worker(&ground, transport);
    assert_eq!(worker.deliver_due().await.unwrap(), 0);
    let seen = ground.flow(flow).await;
    assert_eq!((seen.mail.as_str(), seen.state.as_str()), ("refused", "undeliverable"));
    ground.wait(300);
    assert_eq!(worker.deliver_due().await.unwrap(), 0);
    assert!(server.letters().is_empty(), "and it is not tried again");
}
}
