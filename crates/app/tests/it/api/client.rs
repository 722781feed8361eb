//! A program that asks, and holds every answer against the document.
use super::schema;
use axum::Router;
use axum::body::Body;
use base::Email;
use http::{HeaderMap, Request};
use http_body_util::BodyExt as _;
use i18n::Locale;
use people::token::{self, From, New};
use people::{Grant, Me, NewAccount, Role};
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};
use testkit::TestApp;
use tower::ServiceExt as _;

/// Everything a token can be made for.
pub const ALL: [&str; 7] = [
    "read",
    "account:write",
    "events:write",
    "registrations:write",
    "desk",
    "roles",
    "accounts",
];

#[derive(Clone)]
pub struct Client {
    pub router: Router,
    pub token: Option<String>,
    pub language: &'static str,
    document: Arc<Value>,
    /// The operations that were called, by their ids.
    pub called: Arc<Mutex<BTreeSet<String>>>,
}

/// What came back.
pub struct Said {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Value,
}

impl Said {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The code of a problem, and the fields it names.
    pub fn problem(&self) -> (u16, &str, Vec<&str>) {
        let errors = self.json["errors"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let fields = errors.iter().map(|one| one["field"].as_str().unwrap()).collect();
        (
            self.status,
            self.json["code"].as_str().unwrap_or_default(),
            fields,
        )
    }
}

impl Client {
    pub async fn new(app: &TestApp) -> Client {
        let mut client = Client {
            router: app.router(),
            token: None,
            language: "en",
            document: Arc::default(),
            called: Arc::default(),
        };
        let document = client.plain("GET", "/api/openapi.json", &[], "").await;
        assert_eq!(
            (document.status, document.header("content-type")),
            (200, "application/json")
        );
        client.document = Arc::new(document.json);
        client
    }

    pub fn document(&self) -> &Value {
        &self.document
    }

    pub fn with(&self, token: &str) -> Client {
        let mut other = self.clone();
        other.token = Some(token.to_owned());
        other
    }

    pub fn speaking(&self, language: &'static str) -> Client {
        let mut other = self.clone();
        other.language = language;
        other
    }

    /// A request that the document knows of; its answer must be one of those told there.
    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Said {
        let mut all = headers.to_vec();
        let body = body.as_ref();
        if !body.is_empty() && !headers.iter().any(|(name, _)| *name == "content-type") {
            all.push(("content-type", "application/json"));
        }
        let said = self.plain(method, &format!("/api/v1{path}"), &all, body).await;
        let path = path.split('?').next().unwrap();
        let operation = schema::operation(&self.document, method, path)
            .unwrap_or_else(|| panic!("the document has no {method} {path}"));
        self.called
            .lock()
            .unwrap()
            .insert(operation["operationId"].as_str().unwrap().to_owned());
        let wrong = schema::answer(&self.document, operation, &said);
        assert!(
            wrong.is_empty(),
            "{method} {path} {}: {wrong:#?}\n{}",
            said.status,
            said.text
        );
        said
    }

    pub async fn get(&self, path: &str) -> Said {
        self.ask("GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Said {
        self.ask("POST", path, &[], body.to_string()).await
    }

    /// Reads it first, then changes it.
    pub async fn patch(&self, path: &str, body: &Value) -> Said {
        let tag = self.get(path).await.header("etag").to_owned();
        self.ask("PATCH", path, &[("if-match", &tag)], body.to_string())
            .await
    }

    /// Any request at all.
    pub async fn plain(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl AsRef<[u8]>,
    ) -> Said {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("accept-language", self.language);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "sala.example");
        }
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.as_ref().to_vec())).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Said {
            status: parts.status.as_u16(),
            headers: parts.headers,
            json: serde_json::from_str(&text).unwrap_or(Value::Null),
            text,
        }
    }
}

/// Members and the forum of the demonstration.
pub async fn fill(app: &TestApp) {
    app.write(|tx| {
        members::load(tx)?;
        let content = forum::fill::parse(include_str!("../../../../../data/demo/forum.json"))?;
        forum::fill::write(tx, &content)?;
        Ok(())
    })
    .await;
}

/// A person with these roles everywhere, and a token of hers for these scopes.
pub async fn desk(app: &TestApp, name: &'static str, roles: &'static [Role], scopes: &[&str]) -> String {
    let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    app.write(move |tx| {
        let email = Email::parse(&format!("{}@people.example", name.to_lowercase())).unwrap();
        let new = NewAccount {
            email,
            name: name.to_owned(),
            locale: Locale::En,
            phc: None,
        };
        let id = people::create_account(tx, &new)?;
        for &role in roles {
            people::roles::grant(tx, id, Grant { role, event: None })?;
        }
        let me = Me {
            id,
            name: name.to_owned(),
            email: new.email.to_string(),
            locale: Locale::En,
            roles: Vec::new(),
        };
        let new = New {
            name: "Test".to_owned(),
            scopes: scopes.clone(),
            days: 30,
        };
        let from = From {
            ip: "192.0.2.1".to_owned(),
            ua: "test".to_owned(),
        };
        Ok(token::make(tx, &me, &new, &from).unwrap())
    })
    .await
}
