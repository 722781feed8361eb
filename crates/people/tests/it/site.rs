//! The site as these tests meet it: requests, browsers, letters, a person who can sign in.

use axum::Router;
use axum::body::Body;
use base::{Clock, Email, Keys, Random};
use db::Db;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use i18n::Locale;
use jiff::SignedDuration;
use mail::{Recorded, Recorder, Worker};
use people::account::{self, NewAccount};
use testkit::Browser;
use tower::ServiceExt as _;

use crate::ground::PASSWORD;

pub const MELE: &str = "mele@foreign.example";
pub const HERE: &str = "https://sala.example";
/// A browser that is not the one of `Site::browser`.
pub const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) AppleWebKit/605.1 Version/15.5 Safari/604.1";

pub struct Site {
    pub router: Router,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub worker: Worker,
    pub recorder: Recorder,
    _folder: tempfile::TempDir,
}

const SLICES: &[web::Slice] = &[people::SLICE];

/// What came back on one request.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    pub fn browser(&self) -> Browser {
        Browser::new(self.router.clone(), self.clock.clone())
    }

    pub fn phone(&self) -> Browser {
        self.browser().called(PHONE)
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    pub async fn person(&self, email: &str, name: &str) {
        let phc = people::hash_password(&self.random, PASSWORD).await.unwrap();
        let email = Email::parse(email).unwrap();
        let new = NewAccount { email, name: name.to_owned(), locale: Locale::En, phc: Some(phc) };
        self.db.write(move |tx| account::create_account(tx, &new)).await.unwrap();
    }

    /// Hands over what is due and answers the newest letter.
    pub async fn letter(&self) -> Recorded {
        self.worker.deliver_due().await.unwrap();
        self.recorder.all().into_iter().next().expect("a letter was sent")
    }

    pub fn letters(&self) -> usize {
        self.recorder.all().len()
    }

    /// Gives the password in a browser; the path of the link in the letter.
    pub async fn start(&self, browser: &mut Browser, email: &str) -> String {
        browser.open("/sign-in?next=/account").await;
        browser.fill("Email", email).fill("Password", PASSWORD).press("Sign in").await;
        assert_eq!(browser.path(), "/sign-in/check-email", "{}", browser.text());
        link(&self.letter().await)
    }

    /// One request with headers of its own.
    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "sala.example");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn count(&self, sql: &'static db::Sql) -> i64 {
        let (n,): (i64,) = self.db.read(move |tx| tx.one(sql, &[])).await.unwrap();
        n
    }

    pub async fn sessions(&self) -> i64 {
        self.count(db::sql!("select cast(count(*) as bigint) from signin_session")).await
    }

    /// Everything the links and sign-ins hold, to see that nothing changed.
    pub async fn state(&self) -> String {
        let flows: Vec<(String, i64, i64, bool)> = self
            .db
            .read(|tx| {
                tx.all(
                    db::sql!(
                        "select state, code_tries, number_tries, completed_at is null from signin_flow order by id"
                    ),
                    &[],
                )
            })
            .await
            .unwrap();
        let links: Vec<(bool, bool)> = self
            .db
            .read(|tx| {
                tx.all(db::sql!("select used_at is null, revoked_at is null from signin_link order by id"), &[])
            })
            .await
            .unwrap();
        format!("{flows:?} {links:?} {}", self.sessions().await)
    }
}

/// The path of the link in a letter.
pub fn link(letter: &Recorded) -> String {
    let line = letter.text.lines().find(|line| line.contains("/l/")).expect("the letter has a link");
    line.strip_prefix(HERE).expect("the link is ours").to_owned()
}

/// The code in a letter.
pub fn code(letter: &Recorded) -> String {
    let line = letter.text.lines().find(|line| line.len() == 9 && line.as_bytes()[4] == b'-');
    line.expect("the letter has a code").to_owned()
}

/// The site with one person, Mele.
pub async fn site() -> Site {
    let ground = crate::ground::ground().await;
    let site = web::Site {
        name: "Asia-Pacific Cooperation Forum".to_owned(),
        public_url: HERE.to_owned(),
        contact: Email::parse("help@sala.example").ok(),
        mail_from: Email::parse("forum@sala.example").unwrap(),
        dev: false,
        demo: false,
    };
    let setting = mail::Setting {
        site_name: site.name.clone(),
        public_url: site.public_url.clone(),
        from: site.mail_from.clone(),
        now: ground.clock.now(),
        keys: Keys::new([7; 32]),
    };
    let recorder = Recorder::default();
    let kinds = people::mails::MAILS.iter().collect();
    let worker = Worker::new(ground.db.clone(), ground.clock.clone(), kinds, mail::Transport::Memory, &setting);
    let folder = tempfile::tempdir().unwrap();
    let app = web::App::new(web::Parts {
        db: ground.db.clone(),
        clock: ground.clock.clone(),
        random: ground.random.clone(),
        files: files::Store::open(folder.path()).unwrap(),
        site,
        keys: setting.keys,
        slices: SLICES,
        letters: recorder.clone(),
    });
    let stack = web::stack(&app, |router, app| {
        router.layer(axum::middleware::from_fn_with_state(app.clone(), people::visitor_layer))
    });
    Site {
        router: stack.service,
        db: ground.db,
        clock: ground.clock,
        random: ground.random,
        worker: worker.recording(recorder.clone()),
        recorder,
        _folder: folder,
    }
}
