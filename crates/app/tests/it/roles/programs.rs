//! The programs of those who ask: each with a token of hers for everything, so that only her roles decide.

use super::{Asker, DRAFT, FORUM, MELE, registration};
use crate::api::papers::{LETTER, PHOTO};
use axum::Router;
use axum::body::Body;
use base::{Email, Fault, Id};
use db::Tx;
use http::{Method, Request, header};
use people::token::{self, From, New};
use people::{Account, Grant, Me, Role};
use testkit::TestApp;
use tower::ServiceExt as _;

const ROOT: &str = "/api/v1/";

/// Addresses that answer differently for some of what they show.
pub const ALSO: [&str; 4] = [
    "/api/v1/events/{event} (a draft)",
    "/api/v1/events/{event}/registration (a draft)",
    "/api/v1/events/{event}/documents/{document}/files/{language} (for participants)",
    "/api/v1/registrations/{registration} (not sent yet)",
];

/// What is sent: it fits its kind, and where the rule can refuse it, it does.
const BODIES: [(&str, &[u8]); 7] = [
    (
        "POST /events",
        br#"{"slug": "late", "kind": "meeting", "status": "draft", "title": "Late", "language": "en", "known": "time",
            "time_zone": "Asia/Bangkok", "starts_local": "2022-10-03T09:00", "ends_local": "2022-10-03T08:00"}"#,
    ),
    (
        "POST /events/{event}/sessions",
        br#"{"day": "2022-09-13", "from": "10:00", "to": "09:00", "kind": "panel", "title": "Late"}"#,
    ),
    ("POST /events/{event}/accreditations", br#"{"registrations": []}"#),
    (
        "POST /registrations/{registration}/decision",
        br#"{"decision": "decline"}"#,
    ),
    (
        "POST /roles",
        br#"{"email": "nobody@foreign.example", "role": "chair"}"#,
    ),
    ("PUT /events/{event}/registration/photo", PHOTO),
    ("PUT /events/{event}/registration/letter", LETTER),
];

/// Whether a line is asked for by programs.
pub fn asks(line: &str) -> bool {
    line.starts_with(ROOT)
}

/// A token of somebody for everything.
pub fn token(tx: &mut Tx<'_>, account: Id<Account>) -> Result<String, Fault> {
    let found = people::account::by_id(tx, account)?.expect("it is there");
    let me = Me {
        id: account,
        name: found.name,
        email: found.email,
        locale: i18n::Locale::En,
        roles: Vec::new(),
    };
    let new = New {
        name: "Everything".to_owned(),
        scopes: web::api::scopes(crate::SLICES)
            .iter()
            .map(|scope| scope.code.to_owned())
            .collect(),
        days: 30,
    };
    let from = From {
        ip: String::new(),
        ua: String::new(),
    };
    Ok(token::make(tx, &me, &new, &from).expect("it is one of her first"))
}

/// Another of hers, which a request may end.
fn another_token(tx: &mut Tx<'_>, account: Id<Account>) -> Result<String, Fault> {
    let before = token::list(tx, account)?;
    token(tx, account)?;
    let mut all = token::list(tx, account)?;
    all.retain(|one| before.iter().all(|other| other.id != one.id));
    Ok(all.remove(0).id.to_string())
}

/// The address of a line, with what is there.
pub async fn path(app: &TestApp, line: &str, asker: &Asker) -> String {
    let (pattern, note) = line.split_once(" (").unwrap_or((line, ""));
    let (note, account) = (note.trim_end_matches(')').to_owned(), asker.account);
    let ends_token = pattern.contains("{token}");
    let values = app
        .write(move |tx| {
            let event = forum::read::event_by_slug(tx, FORUM)?.expect("the demonstration has it");
            let (state, at) = if note == "not sent yet" {
                ("draft", 0)
            } else {
                ("pending", 1)
            };
            let mele = Email::parse(MELE).expect("it is an address");
            let mele = people::account::by_email(tx, &mele)?.expect("it has an account");
            people::roles::grant(
                tx,
                mele.id,
                Grant {
                    role: Role::Chair,
                    event: None,
                },
            )?;
            let token = match account.filter(|_| ends_token) {
                Some(own) => another_token(tx, own)?,
                None => mele.id.to_string(),
            };
            let (slug, document) = match note.as_str() {
                "a draft" => (DRAFT, "concept-note"),
                "for participants" => (FORUM, "information-for-participants"),
                _ => (FORUM, "concept-note"),
            };
            Ok([
                ("{event}", slug.to_owned()),
                ("{series}", "dg-forum".to_owned()),
                ("{organization}", members::organizations(tx)?.remove(0).slug),
                ("{member}", "THA".to_owned()),
                ("{document}", document.to_owned()),
                ("{language}", "en".to_owned()),
                (
                    "{session}",
                    forum::read::sessions(tx, event.id)?.remove(0).id.to_string(),
                ),
                ("{registration}", registration(tx, state, at)?.id.to_string()),
                ("{account}", mele.id.to_string()),
                ("{role}", Role::Chair.code().to_owned()),
                ("{token}", token),
                ("{browser}", mele.id.to_string()),
            ])
        })
        .await;
    let path = values.iter().fold(pattern.to_owned(), |path, (name, value)| {
        path.replace(name, value)
    });
    assert!(!path.contains('{'), "{path} needs a value");
    path
}

/// One answer: its status.
pub async fn ask(service: &Router, method: &Method, path: &str, line: &str, asker: &Asker) -> String {
    let key = format!("{method} /{}", line.trim_start_matches(ROOT));
    let body = BODIES
        .iter()
        .find(|(own, _)| *own == key)
        .map_or(&b"{}"[..], |(_, body)| body);
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "sala.example");
    if *method != Method::GET {
        let kind = if *method == Method::PUT {
            "application/octet-stream"
        } else {
            "application/json"
        };
        request = request
            .header(header::CONTENT_TYPE, kind)
            .header(header::IF_MATCH, "*");
    }
    if let Some(token) = &asker.token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let body = if *method == Method::GET {
        Body::empty()
    } else {
        Body::from(body)
    };
    let request = request.body(body).expect("it is well formed");
    let answer = service
        .clone()
        .oneshot(request)
        .await
        .expect("a router always answers");
    assert!(
        !answer.status().is_server_error(),
        "{method} {path}: {}",
        answer.status()
    );
    answer.status().as_str().to_owned()
}
