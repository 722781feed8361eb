//! The site as these tests meet it: requests, browsers, letters, a person who can sign in.

use axum::Router;
use axum::body::Body;
use base::{Clock, Email, Random};
use db::Db;
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use i18n::Locale;
use jiff::SignedDuration;
use mail::{Recorded, Recorder};
use people::account::{self, NewAccount};
use testkit::{Browser, TestApp};
use tower::ServiceExt as _;

use crate::ground::PASSWORD;

pub const MELE: &str = "mele@foreign.example";
pub const HERE: &str = "https://sala.example";
/// A browser that is not the one of `Site::browser`.
pub const PHONE: &str =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) AppleWebKit/605.1 Version/15.5 Safari/604.1";

pub struct Site {
    pub router: Router,
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub app: TestApp,
    pub recorder: Recorder,
}

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
        let phc = people::hash_password(self.app.web().keys(), &self.random, PASSWORD)
            .await
            .unwrap();
        let email = Email::parse(email).unwrap();
        let new = NewAccount {
            email,
            name: name.to_owned(),
            locale: Locale::En,
            phc: Some(phc),
        };
        self.db
            .write(move |tx| account::create_account(tx, &new))
            .await
            .unwrap();
    }

    /// Hands over what is due and answers the newest letter.
    pub async fn letter(&self) -> Recorded {
        self.app.deliver().await;
        self.recorder.all().into_iter().next().expect("a letter was sent")
    }

    pub fn letters(&self) -> usize {
        self.recorder.all().len()
    }

    /// Gives the password in a browser; the path of the link in the letter.
    pub async fn start(&self, browser: &mut Browser, email: &str) -> String {
        browser.open("/sign-in?next=/account").await;
        browser
            .fill("Email", email)
            .fill("Password", PASSWORD)
            .press("Sign in")
            .await;
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
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        }
    }

    pub async fn count(&self, sql: &'static db::Sql) -> i64 {
        let (n,): (i64,) = self.db.read(move |tx| tx.one(sql, &[])).await.unwrap();
        n
    }

    pub async fn sessions(&self) -> i64 {
        self.count(db::sql!("select cast(count(*) as bigint) from signin_session"))
            .await
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
                tx.all(
                    db::sql!("select used_at is null, revoked_at is null from signin_link order by id"),
                    &[],
                )
            })
            .await
            .unwrap();
        format!("{flows:?} {links:?} {}", self.sessions().await)
    }
}

/// The path of the link in a letter.
pub fn link(letter: &Recorded) -> String {
    let line = letter
        .text
        .lines()
        .find(|line| line.contains("/l/"))
        .expect("the letter has a link");
    line.strip_prefix(HERE).expect("the link is ours").to_owned()
}

/// The code in a letter.
pub fn code(letter: &Recorded) -> String {
    let line = letter
        .text
        .lines()
        .find(|line| line.len() == 9 && line.as_bytes()[4] == b'-');
    line.expect("the letter has a code").to_owned()
}

/// The site with one person, Mele.
pub async fn site(app: &TestApp) -> Site {
    let ground = crate::ground::ground(app).await;
    let (router, recorder) = (app.router(), app.web().letters().clone());
    Site {
        app: app.clone(),
        router,
        db: ground.db,
        clock: ground.clock,
        random: ground.random,
        recorder,
    }
}
