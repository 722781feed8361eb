//! Every operation of the document is called, and each answer is one that the document tells.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use people::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

testkit::both_engines! {
    async fn every_operation_answers_as_the_document_says(app: TestApp) {
        fill(&app).await;
        app.may_leave_work();
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer, Role::Administrator], &ALL).await);
        account(&officer).await;
        events(&anybody, &officer).await;
        let documented: BTreeSet<String> = operations(anybody.document()).into_iter().map(|(id, _)| id).collect();
        let called = anybody.called.lock().unwrap().clone();
        let missed: Vec<_> = documented.difference(&called).collect();
        assert!(missed.is_empty(), "documented and not called: {missed:?}");
    }

    async fn every_route_of_the_api_is_in_the_document(app: TestApp) {
        let document = Client::new(&app).await;
        let stack = web::stack(app.web(), |router, _| router);
        let routes: BTreeSet<String> = stack
            .patterns
            .iter()
            .filter_map(|(_, pattern)| Some(pattern.strip_prefix("/api/v1")?.to_owned()))
            .collect();
        let told = document.document()["paths"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(routes, told);
        let mut seen = BTreeSet::new();
        for (id, operation) in operations(document.document()) {
            assert!(seen.insert(id.clone()), "{id} is there twice");
            assert!(!operation["summary"].as_str().unwrap().is_empty(), "{id} says what it does");
            assert!(operation["security"].is_array(), "{id} says who may ask");
        }
    }
}

/// Every operation of a document with its id.
fn operations(document: &Value) -> Vec<(String, Value)> {
    let paths = document["paths"].as_object().unwrap().values();
    let all = paths.flat_map(|path| path.as_object().unwrap().values());
    all.map(|one| (one["operationId"].as_str().unwrap().to_owned(), one.clone()))
        .collect()
}

async fn account(officer: &Client) {
    let me = officer.get("/me").await;
    assert_eq!((me.status, &me.json["name"]), (200, &json!("Orapin")));
    assert_eq!(me.json["roles"][0], json!({"role": "officer", "event": null}));
    let tokens = officer.get("/me/tokens").await;
    assert_eq!(tokens.json["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        officer
            .ask("DELETE", "/me/tokens/00000000000000000000000000", &[], "")
            .await
            .status,
        404
    );
}

async fn events(anybody: &Client, officer: &Client) {
    let all = anybody.get("/events").await;
    assert_eq!(all.status, 200);
    let one = anybody.get("/events/dg-forum-4").await;
    assert_eq!(one.json["time_zone"], json!("Asia/Bangkok"));
    assert_eq!(
        (&one.json["time_zone"], &one.json["host"]),
        (&json!("Asia/Bangkok"), &json!("THA"))
    );
    assert_eq!(anybody.get("/events/dg-forum-4/conveners").await.status, 200);
    assert_eq!(anybody.get("/events/dg-forum-4/ties").await.status, 200);
    let new = json!({
        "slug": "round-table", "kind": "round_table", "status": "draft", "language": "en", "title": "Round table",
        "time_zone": "Asia/Bangkok", "starts_local": "2022-10-03T09:00", "ends_local": "2022-10-03T12:00",
        "known": "time", "interpretation": ["en", "fr"],
    });
    let made = officer.post("/events", &new).await;
    assert_eq!(
        (made.status, made.header("location")),
        (201, "https://sala.example/api/v1/events/round-table")
    );
    assert_eq!(made.json["starts_at"], json!("2022-10-03T02:00:00Z"));
    assert_eq!(
        anybody.get("/events/round-table").await.status,
        404,
        "a draft is for the desk"
    );
    let changed = officer
        .patch(
            "/events/round-table",
            &json!({"language": "fr", "title": "Table ronde"}),
        )
        .await;
    assert_eq!(
        changed.json["title"],
        json!({"en": "Round table", "fr": "Table ronde"}),
        "{}",
        changed.text
    );
    assert_eq!(
        changed.json["interpretation"],
        json!(["en", "fr"]),
        "what was not sent stays"
    );
}
