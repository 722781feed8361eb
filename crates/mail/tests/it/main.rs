//! Letters to a real mail server: what arrives there, byte for byte, and what becomes of a letter that does not.
mod answers;
mod relays;
mod secrecy;

use base::{Email, Fault, Keys};
use db::{Tx, params, sql};
use i18n::Locale;
use jiff::SignedDuration;
use mail::{Kind, Letter, Outcome, Outgoing, Post, Recorder, Setting, SmtpUrl, Transport, Worker};
use testkit::TestApp;

/// The rooms of these tests: the outbox needs none.
const SLICES: &[web::Slice] = &[];
const TO: &str = "mele@foreign.example";

/// A letter that says which try it is and keeps in the table of timers what it hears.
static KIND: Kind = Kind {
    name: "sample",
    render: |_, letter, _| Ok(Some(sample(letter))),
    sent: |tx, letter| hear(tx, letter, Outcome::Accepted),
    refused: hear,
    ..Kind::EMPTY
};

fn sample(letter: &Outgoing) -> Letter {
    Letter {
        subject: "Réunion · اجتماع".to_owned(),
        // a line that begins with a point, one that is too long for SMTP, and one in another script
        text: format!(
            "Try {}\n.a line\n{}\nأهلا بكم\n",
            letter.tries,
            "long ".repeat(300)
        ),
        html: "<p>Try</p>".to_owned(),
        calendar: None,
        reply_to: None,
    }
}

fn hear(tx: &mut Tx<'_>, letter: &Outgoing, outcome: Outcome) -> Result<(), Fault> {
    let name = format!("{}: {} {outcome:?}", letter.id, letter.tries);
    tx.run(
        sql!("insert into timer (name, next_at) values ($1, $2) on conflict do nothing"),
        params![name, tx.now()],
    )
    .map(drop)
}

/// The post of one test: a worker with its mail server, on the database of the test.
struct Office {
    app: TestApp,
    worker: Worker,
    recorder: Recorder,
}

impl Office {
    /// Opens it with an empty outbox.
    async fn open(app: &TestApp, url: &str) -> Office {
        Office::with(app, url, None).await
    }

    /// The same with a second mail server.
    async fn with(app: &TestApp, url: &str, second: Option<&str>) -> Office {
        app.write(|tx| tx.run(sql!("delete from outbox"), &[])).await;
        app.write(|tx| tx.run(sql!("delete from timer"), &[])).await;
        app.write(|tx| tx.run(sql!("delete from mail_relay"), &[])).await;
        Office::beside(app, url, second)
    }

    /// Opens it as another node of the same site does.
    fn beside(app: &TestApp, url: &str, second: Option<&str>) -> Office {
        let setting = Setting {
            site_name: "Sala".to_owned(),
            public_url: "https://sala.example".to_owned(),
            from: Email::parse("no-reply@sala.example").expect("an address"),
            now: app.clock().now(),
            keys: Keys::new([7; 32]),
        };
        let recorder = Recorder::default();
        let (db, clock) = (app.db().clone(), app.clock().clone());
        let worker = Worker::new(db, clock, vec![&KIND], transport(url), &setting);
        let worker = worker.and_then_by(second.map(transport));
        Office {
            app: app.clone(),
            worker: worker.recording(recorder.clone()),
            recorder,
        }
    }

    async fn post_to(&self, to: &str) {
        let to = Email::parse(to).expect("an address");
        self.app
            .write(move |tx| {
                let post = Post {
                    kind: KIND.name,
                    to: &to,
                    locale: Locale::En,
                    about: None,
                    data: serde_json::json!({}),
                };
                mail::post(tx, post).map(drop)
            })
            .await;
    }

    /// Posts one letter and tries what is due.
    async fn post(&self) {
        self.post_to(TO).await;
        self.try_due().await;
    }

    async fn try_due(&self) {
        self.worker.deliver_due().await.expect("the database answers");
    }

    /// Lets the first wait pass and tries again.
    async fn try_later(&self) {
        self.app.advance(SignedDuration::from_secs(5));
        self.try_due().await;
    }

    /// What the room that asked for the letters heard of each try: `1 Accepted`.
    async fn heard(&self) -> Vec<String> {
        let rows: Vec<(String,)> = self
            .app
            .read(|tx| tx.all(sql!("select name from timer order by name"), &[]))
            .await;
        let told = rows.iter().filter_map(|(name,)| name.split_once(": "));
        told.map(|(_, told)| told.to_owned()).collect()
    }

    /// How the letters stand in the outbox, in the order of their posting.
    async fn states(&self) -> Vec<String> {
        let rows: Vec<(String,)> = self
            .app
            .read(|tx| tx.all(sql!("select state from outbox order by created_at, id"), &[]))
            .await;
        rows.into_iter().map(|(state,)| state).collect()
    }

    /// What the worker says that it handed over, oldest first. lettre ends a text with one empty line more.
    fn handed_over(&self) -> Vec<String> {
        let letters = self.recorder.all().into_iter().rev();
        letters.map(|letter| letter.raw + "\r\n").collect()
    }
}

fn transport(url: &str) -> Transport {
    let smtp: SmtpUrl = url.parse().expect("the address is one of a mail server");
    Transport::Smtp(smtp)
}

/// The value of a header in the bytes of a letter.
fn header(letter: &str, name: &str) -> String {
    let mut lines = letter.lines().take_while(|line| !line.is_empty());
    let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    found.expect("the letter has this header").to_owned()
}
