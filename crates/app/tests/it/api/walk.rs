//! Every operation of the document is called, and each answer is one that the document tells.
use super::client::ALL;
use super::papers::{LETTER, PHOTO};
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
        own(&officer).await;
        events(&anybody, &officer).await;
        programme(&anybody, &officer).await;
        directory(&anybody).await;
        let delegate = anybody.with(&desk(&app, "Dewi", &[Role::Delegate], &ALL).await);
        let id = registers(&delegate).await;
        decides(&officer, &delegate, &id).await;
        roles(&officer).await;
        accounts(&officer, &delegate).await;
        let documented: BTreeSet<String> = operations(anybody.document()).into_iter().map(|(id, _)| id).collect();
        let called = anybody.called.lock().unwrap().clone();
        let missed: Vec<_> = documented.difference(&called).collect();
        assert!(missed.is_empty(), "documented and not called: {missed:?}");
    }

    async fn no_two_objects_of_the_document_have_one_name(app: TestApp) {
        let mut names: Vec<_> = web::api::shapes(app.web().slices()).iter().map(|shape| shape.name).collect();
        names.push("Problem");
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{names:?}");
    }

    async fn every_route_of_the_api_is_in_the_document(app: TestApp) {
        let document = Client::new(&app).await;
        let stack = web::stack(app.web(), people::SESSION_COOKIE, |router, _| router);
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

async fn own(officer: &Client) {
    let browsers = officer.get("/me/browsers").await;
    assert_eq!((browsers.status, &browsers.json["items"]), (200, &json!([])));
    let none = "/me/browsers/00000000000000000000000000";
    assert_eq!(officer.ask("DELETE", none, &[], "").await.status, 404);
    let log = officer.get("/me/log").await;
    assert_eq!(log.json["items"][0]["event"], json!("token.made"));
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

async fn programme(anybody: &Client, officer: &Client) {
    let path = "/events/dg-forum-4/sessions";
    let before = anybody.get(path).await;
    let new = json!({
        "day": "2022-09-13", "from": "07:30", "to": "08:15", "kind": "panel", "language": "en", "title": "Early",
    });
    let made = officer.post(path, &new).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.json["starts_at"], json!("2022-09-13T00:30:00Z"));
    let own = format!("{path}/{}", made.json["id"].as_str().unwrap());
    let changed = officer
        .patch(&own, &json!({"to": "08:00", "room": "Hall 4"}))
        .await;
    assert_eq!(
        (&changed.json["to"], &changed.json["from"]),
        (&json!("08:00"), &json!("07:30")),
        "{}",
        changed.text
    );
    assert_eq!(anybody.get(&own).await.json, changed.json);
    assert_eq!(officer.ask("DELETE", &own, &[], "").await.status, 204);
    assert_eq!(anybody.get(&own).await.status, 404);
    assert_eq!(anybody.get(path).await.json, before.json);
    for path in [
        "/series",
        "/series/dg-forum",
        "/events/dg-forum-4/people",
        "/events/dg-forum-4/key-dates",
    ] {
        assert_eq!(anybody.get(path).await.status, 200, "{path}");
    }
    let documents = anybody.get("/events/dg-forum-4/documents").await;
    let first = documents.json["items"][0]["slug"].as_str().unwrap().to_owned();
    assert_eq!(
        anybody
            .get(&format!("/events/dg-forum-4/documents/{first}"))
            .await
            .status,
        200
    );
    let none = anybody
        .get(&format!("/events/dg-forum-4/documents/{first}/files/es"))
        .await;
    assert_eq!(none.status, 404);
}

async fn directory(anybody: &Client) {
    let tonga = anybody.get("/members/TON").await;
    assert_eq!(
        (&tonga.json["name"]["en"], &tonga.json["subregion"]),
        (&json!("Tonga"), &json!("PAC"))
    );
    assert_eq!(
        anybody.get("/members?limit=100").await.json["items"]
            .as_array()
            .unwrap()
            .len(),
        62
    );
    let all = anybody.get("/organizations").await;
    let slug = all.json["items"][0]["slug"].as_str().unwrap();
    assert_eq!(anybody.get(&format!("/organizations/{slug}")).await.status, 200);
}

async fn registers(delegate: &Client) -> String {
    let path = "/events/dg-forum-4/registration";
    assert_eq!(delegate.get(path).await.status, 404);
    let begun = delegate.ask("POST", path, &[], "").await;
    assert_eq!(
        (begun.status, &begun.json["state"]),
        (201, &json!("draft")),
        "{}",
        begun.text
    );
    assert_eq!(
        delegate.ask("POST", path, &[], "").await.status,
        200,
        "there is one already"
    );
    let early = delegate.ask("POST", &format!("{path}/submission"), &[], "").await;
    assert_eq!(
        early.problem(),
        (422, "fields", vec!["position"]),
        "{}",
        early.text
    );
    let answers = json!({
        "position": "Deputy Secretary", "representation": "member", "member": "TON", "role": "head",
        "wheelchair": true, "diet": "Vegetarian",
    });
    let changed = delegate.patch(path, &answers).await;
    assert_eq!(
        (changed.status, &changed.json["wheelchair"]),
        (200, &json!(true)),
        "{}",
        changed.text
    );
    papers(delegate, path).await;
    let sent = delegate.ask("POST", &format!("{path}/submission"), &[], "").await;
    assert_eq!(
        (sent.status, &sent.json["state"]),
        (200, &json!("pending")),
        "{}",
        sent.text
    );
    assert_eq!(sent.json["number"], json!("DG-FORUM-4-0001"));
    let again = delegate.ask("POST", &format!("{path}/submission"), &[], "").await;
    assert_eq!(again.problem(), (409, "already_sent", vec![]));
    for paper in ["photo", "letter"] {
        assert_eq!(delegate.get(&format!("{path}/{paper}")).await.status, 404);
    }
    sent.json["id"].as_str().unwrap().to_owned()
}

async fn papers(delegate: &Client, path: &str) {
    for (paper, kind, bytes) in [
        ("photo", "image/png", PHOTO),
        ("letter", "application/pdf", LETTER),
    ] {
        let path = format!("{path}/{paper}");
        let sent = delegate
            .ask(
                "PUT",
                &format!("{path}?name=own"),
                &[("content-type", kind)],
                bytes,
            )
            .await;
        assert_eq!(
            (sent.status, &sent.json[paper]["name"]),
            (200, &json!("own")),
            "{}",
            sent.text
        );
        assert_eq!(delegate.get(&path).await.status, 200);
        assert_eq!(delegate.ask("DELETE", &path, &[], "").await.status, 204);
        assert_eq!(delegate.get(&path).await.status, 404);
    }
}

async fn decides(officer: &Client, delegate: &Client, id: &str) {
    let queue = officer
        .get("/events/dg-forum-4/registrations?view=pending&q=dewi&sort=name")
        .await;
    assert_eq!(queue.json["items"][0]["id"], json!(id), "{}", queue.text);
    let path = format!("/registrations/{id}");
    assert_eq!(
        officer.get(&path).await.json["email"],
        json!("dewi@people.example")
    );
    for paper in ["photo", "letter"] {
        assert_eq!(officer.get(&format!("{path}/{paper}")).await.status, 404);
    }
    let decision = format!("{path}/decision");
    let bare = officer.post(&decision, &json!({"decision": "decline"})).await;
    assert_eq!(bare.problem(), (422, "fields", vec!["reason", "words"]));
    let many = officer
        .post(
            "/events/dg-forum-4/accreditations",
            &json!({"registrations": [id]}),
        )
        .await;
    assert_eq!(many.json, json!({"accredited": ["Dewi"], "skipped": []}));
    let second = officer.post(&decision, &json!({"decision": "accredit"})).await;
    assert_eq!(
        second.problem(),
        (409, "already_decided", vec![]),
        "{}",
        second.text
    );
    assert!(
        second.json["detail"].as_str().unwrap().contains("Orapin"),
        "{}",
        second.text
    );
    let back = delegate
        .ask("POST", "/events/dg-forum-4/registration/withdrawal", &[], "")
        .await;
    assert_eq!(
        (back.status, &back.json["state"]),
        (200, &json!("withdrawn")),
        "{}",
        back.text
    );
    let nothing = delegate
        .ask("POST", "/events/dg-forum-4/registration/withdrawal", &[], "")
        .await;
    assert_eq!(nothing.problem(), (409, "nothing_to_withdraw", vec![]));
}

async fn roles(officer: &Client) {
    let given = officer
        .post(
            "/roles",
            &json!({"email": "dewi@people.example", "role": "chair"}),
        )
        .await;
    assert_eq!(given.status, 201, "{}", given.text);
    let nobody = officer
        .post(
            "/roles",
            &json!({"email": "nobody@people.example", "role": "chair"}),
        )
        .await;
    assert_eq!(nobody.problem(), (422, "fields", vec!["email"]));
    let account = given.json["account"].as_str().unwrap();
    assert_eq!(
        officer
            .ask("DELETE", &format!("/roles/{account}/chair"), &[], "")
            .await
            .status,
        204
    );
    let all = officer.get("/roles").await;
    let holders = all.json["items"].as_array().unwrap();
    let own = holders.iter().find(|one| one["role"] == "administrator").unwrap()["account"]
        .as_str()
        .unwrap();
    let last = officer
        .ask("DELETE", &format!("/roles/{own}/administrator"), &[], "")
        .await;
    assert_eq!(last.problem(), (409, "last_administrator", vec![]));
}

async fn accounts(officer: &Client, delegate: &Client) {
    let found = officer.get("/accounts?text=dewi").await;
    let dewi = &found.json["items"][0];
    assert_eq!(
        (found.status, dewi["email"].as_str()),
        (200, Some("dewi@people.example"))
    );
    let one = format!("/accounts/{}", dewi["id"].as_str().unwrap());
    assert_eq!(officer.get(&one).await.json["may_sign_in"], true);
    for (act, status) in [
        ("disabled", 204),
        ("enabled", 204),
        ("enabled", 404),
        ("signed-out", 204),
    ] {
        let done = officer.ask("POST", &format!("{one}/{act}"), &[], "").await;
        assert_eq!(done.status, status, "{act}: {}", done.text);
    }
    assert_eq!(
        delegate.get("/me").await.status,
        401,
        "who was signed out has no token left"
    );
    let log = officer.get("/log?kind=session&person=dewi&limit=1").await;
    assert_eq!(
        log.json["items"][0]["event"], "session.ended_by_administrator",
        "{}",
        log.text
    );
    let next = log.json["next"].as_str().map(str::to_owned);
    assert!(next.is_none_or(|next| next.contains("kind=session")));
}
