//! A program with a few pages of its own, and answers that are easy to ask about.
use axum::body::Body;
use axum::extract::{Path, Query, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, middleware};
use base::{Clock, Email, Fault, FaultKind, Keys, Random};
use db::{Db, Options};
use http_body_util::BodyExt;
use serde::Deserialize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tower::ServiceExt;
use web::{App, Error, Form, Page, Parts, Response, Routes, Site, Slice, Visitor};

/// Names and values of headers.
pub type Headers<'a> = &'a [(&'a str, &'a str)];

pub struct Program {
    service: Router,
    pub front: web::Front,
    /// How often a public page was made.
    pub made: Arc<AtomicUsize>,
    pub app: App,
    pub files: tempfile::TempDir,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// As many as travelled.
    pub bytes: usize,
    pub text: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Every value of a header, joined.
    pub fn all(&self, name: &str) -> String {
        let values: Vec<_> = self
            .headers
            .get_all(name)
            .iter()
            .map(|value| value.to_str().unwrap())
            .collect();
        values.join(", ")
    }
}

const SLICES: &[Slice] = &[Slice {
    name: "sample",
    routes,
    ..Slice::EMPTY
}];

fn routes() -> Routes {
    Routes::new()
        .at("/", get(page))
        .at("/e/{slug}", get(named).post(sent))
        .at("/e/{slug}/mine", get(|| async { first::<Response>("/e/x/mine") }))
        .at("/desk", get(page))
        .at("/sign-in", get(page).post(sent))
        .public("/public/{name}", &["page"], get(public))
        .public("/passing/{name}", &[], get(passing))
        .at("/numbers", get(numbers))
        .at("/broken", get(|| async { failed(FaultKind::Broken) }))
        .at("/gone", get(|| async { failed(FaultKind::Unavailable) }))
        .at("/panics", get(panics))
        .at("/endless", get(endless))
        .at(
            "/often",
            get(|| async { Err::<Response, _>(Error::TooOften { seconds: 3 }) }),
        )
}

/// Ends only when the program does.
async fn endless(app: App) -> Response {
    let pieces = futures_util::stream::unfold((app.stopping(), true), async |(mut stopping, is_first)| {
        if !is_first {
            let _ = stopping.wait_for(|stopping| *stopping).await;
            return None;
        }
        Some((Ok::<_, std::convert::Infallible>("begun"), (stopping, false)))
    });
    Body::from_stream(pieces).into_response()
}

/// Counts the makings of this program's pages.
fn count(app: &App) {
    let all = MADE.lock().unwrap();
    let own = all.iter().find(|(name, _)| *name == app.site().name);
    own.unwrap().1.fetch_add(1, Ordering::SeqCst);
}

static STARTED: AtomicUsize = AtomicUsize::new(0);
static MADE: Mutex<Vec<(String, Arc<AtomicUsize>)>> = Mutex::new(Vec::new());

async fn public(app: App, visitor: Visitor, Path(name): Path<String>) -> web::Result {
    count(&app);
    match name.as_str() {
        "none" => Err(Error::NotFound),
        "broken" => failed(FaultKind::Broken),
        "away" => Ok(web::redirect("/")),
        "cookie" => Ok(([("set-cookie", "a=b")], page(app, visitor).await).into_response()),
        "slow" => {
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            Ok(page(app, visitor).await)
        }
        "large" => {
            let kept = [
                ("cache-control", "public, max-age=0"),
                ("content-type", "text/plain"),
            ];
            Ok((kept, vec![b'x'; LARGE]).into_response())
        }
        _ => Ok(page(app, visitor).await),
    }
}

/// Bytes of a large page.
pub const LARGE: usize = 1536 * 1024;

/// Tells the time, so that it cannot be kept.
async fn passing(app: App, visitor: Visitor) -> Response {
    count(&app);
    let _ = app.now();
    tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    page(app, visitor).await
}

fn first<T>(next: &str) -> web::Result<T> {
    Err(Error::SignInFirst {
        next: next.to_owned(),
    })
}

fn failed(kind: FaultKind) -> web::Result {
    Err(Fault::of(kind, "opening the drawer")
        .because("the secret of the drawer")
        .into())
}

async fn panics() -> Response {
    panic!("the drawer fell down")
}

#[derive(Deserialize)]
struct Numbers {
    n: i64,
}

async fn numbers(Query(numbers): Query<Numbers>) -> String {
    numbers.n.to_string()
}

#[derive(askama::Template)]
#[template(
    source = "{% extends \"layout.html\" %}{% block main %}<h1>{{ page.title }}</h1>{% endblock %}",
    ext = "html"
)]
struct View {
    page: Page,
}

async fn page(app: App, visitor: Visitor) -> Response {
    web::html(View {
        page: Page::new(&app, &visitor, "Sample"),
    })
}

async fn named(app: App, visitor: Visitor, Path(slug): Path<String>) -> Response {
    web::html(View {
        page: Page::new(&app, &visitor, &slug),
    })
}

/// Says what was understood of a form: each field's length and trouble, each file's name and size.
async fn sent(mut form: Form) -> String {
    let mut lines = Vec::new();
    for (name, value) in form.fields() {
        lines.push(format!("{name} {} {:?}", value.len(), form.trouble(name)));
    }
    for file in form.take_uploads() {
        let size = file.content.map(|content| content.stored().size);
        lines.push(format!("{} {} {size:?}", file.field, file.name));
    }
    lines.join("\n")
}

/// Somebody is signed in when the request says so: the stand-in for `people`.
async fn reader(mut request: Request, next: middleware::Next) -> Response {
    let signed_in = request.headers().contains_key("x-signed-in");
    if let (true, Some(visitor)) = (signed_in, request.extensions_mut().get_mut::<Visitor>()) {
        visitor.person = Some(uuid::Uuid::from_u128(1));
        "Meleane Tui".clone_into(&mut visitor.name);
    }
    next.run(request).await
}

impl Program {
    pub async fn new() -> Program {
        Program::with(|_| {}).await
    }

    pub async fn with(change: impl FnOnce(&mut Site)) -> Program {
        let clock = Clock::frozen("2022-08-15T02:00:00Z".parse().unwrap());
        let random = Random::seeded(7);
        let db = Db::open(&Options::new(
            "sqlite::memory:".parse().unwrap(),
            clock.clone(),
            random.clone(),
        ))
        .await
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut site = Site {
            zone: base::Zone::utc(),
            name: "Sample Forum".to_owned(),
            public_url: "https://forum.example".to_owned(),
            contact: None,
            mail_from: Email::parse("desk@forum.example").unwrap(),
            proxies: web::Proxies::default(),
            dev: false,
            demo: false,
        };
        site.name = format!("Sample Forum {}", STARTED.fetch_add(1, Ordering::SeqCst));
        change(&mut site);
        let made = Arc::new(AtomicUsize::new(0));
        MADE.lock().unwrap().push((site.name.clone(), made.clone()));
        let files = files::Store::open(folder.path()).unwrap();
        let (keys, letters) = (Keys::new([7; 32]), mail::Recorder::default());
        let app = App::new(Parts {
            db,
            clock,
            random,
            files,
            site,
            keys,
            slices: SLICES,
            letters,
            providers: oidc::Providers::default(),
        });
        let stack = web::stack(&app, "__Host-s", |router, _| {
            router.layer(middleware::from_fn(reader))
        });
        Program {
            service: Router::new().fallback_service(stack.service.clone()),
            front: stack.service,
            made,
            app,
            files: folder,
        }
    }

    pub async fn ask(&self, method: &str, uri: &str, headers: Headers<'_>, body: impl Into<Body>) -> Answer {
        let mut request = Request::builder().method(method).uri(uri);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", self.app.site().host());
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self
            .service
            .clone()
            .oneshot(request.body(body.into()).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&body).into_owned();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: body.len(),
            text,
        }
    }

    pub async fn get(&self, uri: &str) -> Answer {
        self.ask("GET", uri, &[], "").await
    }
}
