//! What a program is told when something is wrong: always a problem document, never a fault, in its language.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use people::Role;
use serde_json::json;

/// Method, address, headers, body; status and code.
type Line<'l> = (&'l str, &'l str, &'l [(&'l str, &'l str)], &'l str, u16, &'l str);

testkit::both_engines! {
    async fn every_refusal_is_a_problem_document(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let json = ("content-type", "application/json");
        let long = format!("\"{}\"", "x".repeat(1024 * 1024));
        let table: &[Line<'_>] = &[
            ("GET", "/api/v1/nothing", &[], "", 404, "not_found"),
            ("GET", "/api/v2/events", &[], "", 404, "not_found"),
            ("GET", "/api/v1/events/%00", &[], "", 404, "not_found"),
            ("GET", "/api/v1/events/%FF", &[], "", 404, "not_found"),
            ("GET", "/api/v1/members/ton", &[], "", 404, "not_found"),
            ("PUT", "/api/v1/events", &[json], "{}", 405, "method_not_allowed"),
            ("POST", "/api/v1/events", &[json], &long, 413, "too_large"),
            ("POST", "/api/v1/events", &[("content-type", "text/plain")], "{}", 415, "unsupported_media_type"),
            ("POST", "/api/v1/events", &[], "{}", 415, "unsupported_media_type"),
            ("GET", "/api/v1/events", &[("host", "evil.example")], "", 421, "misdirected"),
            ("GET", "/api/v1/events?lmit=3", &[], "", 400, "bad_request"),
            ("GET", "/api/v1/events?limit=0", &[], "", 400, "bad_request"),
            ("GET", "/api/v1/events?limit=3&limit=4", &[], "", 400, "bad_request"),
            ("GET", "/api/v1/events?cursor=%00", &[], "", 400, "bad_request"),
            ("GET", "/api/v1/events?cursor=%FF", &[], "", 400, "bad_request"),
            ("GET", "/api/v1/events?cursor=00000000000000000000000000", &[], "", 400, "bad_request"),
            ("POST", "/api/v1/events", &[json], "{", 400, "bad_request"),
            ("POST", "/api/v1/events", &[json], "", 400, "bad_request"),
            ("PATCH", "/api/v1/events/dg-forum-4", &[("if-match", "*")], "", 415, "unsupported_media_type"),
            ("POST", "/api/v1/events", &[json], "{\"slug\": 1e999}", 400, "bad_request"),
            ("POST", "/api/v1/events", &[json], &"[".repeat(100_000), 400, "bad_request"),
            ("POST", "/api/v1/events", &[json], "{\"slug\": \"\\ud800\"}", 400, "bad_request"),
            ("POST", "/api/v1/events", &[json], "[]", 422, "fields"),
            ("POST", "/api/v1/events", &[json], "{}", 422, "fields"),
            ("POST", "/api/v1/events", &[json, ("idempotency-key", "a b")], "{}", 422, "fields"),
            ("PATCH", "/api/v1/events/dg-forum-4", &[json], "{}", 428, "match_needed"),
            ("PATCH", "/api/v1/events/dg-forum-4", &[json, ("if-match", "\"x\"")], "{}", 412, "stale"),
        ];
        for (method, path, headers, body, status, code) in table {
            let said = officer.plain(method, path, headers, body).await;
            let shown = format!("{method} {path} {}", body.chars().take(40).collect::<String>());
            assert_eq!((said.status, said.json["code"].as_str().unwrap_or_default()), (*status, *code), "{shown}: {}", said.text);
            assert_eq!(said.header("content-type"), "application/problem+json", "{shown}");
            assert_eq!(said.json["status"], json!(status), "{shown}");
            assert_eq!(said.json["type"], json!(format!("https://sala.example/api#{code}")), "{shown}");
            assert!(!said.json["title"].as_str().unwrap().is_empty() && !said.json["detail"].as_str().unwrap().is_empty());
        }
        let wrong = officer.plain("PUT", "/api/v1/events", &[], "").await;
        assert_eq!(wrong.header("allow").replace(' ', ""), "GET,HEAD,POST");
        let key = officer.plain("POST", "/api/v1/me/tokens", &[json], "{}").await;
        assert_eq!(key.problem(), (405, "method_not_allowed", vec![]), "tokens are made on their page only");
    }

    async fn fields_that_do_not_fit_are_named_each_with_its_sentence(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let body = json!({
            "slug": "Not A Slug", "kind": "party", "status": 7, "title": "a\u{0}b\u{202e}", "language": "xx",
            "time_zone": ["Asia/Bangkok"], "starts_local": "2022-02-30T09:00", "ends_local": null, "known": {},
            "edition": 1.5e19, "interpretation": ["en", "tlh"], "surprise": true,
            "host": "tha", "theme": "x".repeat(301),
        });
        let said = officer.post("/events", &body).await;
        let mut fields = said.problem().2;
        fields.sort_unstable();
        assert_eq!((said.status, fields), (422, vec![
            "edition", "ends_local", "host", "interpretation[1]", "kind", "known", "language", "slug", "starts_local",
            "status", "surprise", "theme", "time_zone", "title",
        ]));
        // What fits its kind is held against the rule of the page, with the page's words.
        let body = json!({
            "slug": "dg-forum-4", "kind": "edition", "status": "draft", "title": "Again", "language": "en",
            "time_zone": "Asia/Atlantis", "starts_local": "2022-09-13T09:00", "ends_local": "2022-09-12T09:00", "known": "time",
        });
        let said = officer.post("/events", &body).await;
        let messages: Vec<_> = said.json["errors"].as_array().unwrap().iter().map(|one| one["message"].as_str().unwrap()).collect();
        assert_eq!(said.problem(), (422, "fields", vec!["time_zone", "ends_local", "edition"]));
        assert_eq!(messages[1], "The end is before the start.");
        let taken = json!({
            "slug": "dg-forum-4", "kind": "meeting", "status": "draft", "title": "Again", "language": "en",
            "time_zone": "Asia/Bangkok", "starts_local": "2022-09-13T09:00", "ends_local": "2022-09-13T10:00", "known": "time",
        });
        assert_eq!(officer.post("/events", &taken).await.problem(), (422, "fields", vec!["slug"]));
    }

    async fn a_problem_is_told_in_the_language_that_was_asked_for(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        for (language, tag, title) in [
            ("en-GB,en;q=0.9", "en", "There is no such page"),
            ("fr;q=0.8, en;q=0.1", "fr", "Cette page n’existe pas"),
            ("ar", "ar", "هذه الصفحة غير موجودة"),
            ("th", "en", "There is no such page"),
        ] {
            let said = anybody.speaking(language).get("/events/no-such-event").await;
            assert_eq!((said.json["title"].as_str().unwrap(), said.header("content-language")), (title, tag));
        }
        // A cookie of a browser says nothing here.
        let said = anybody.plain("GET", "/api/v1/events/no-such-event", &[("cookie", "lang=ar")], "").await;
        assert_eq!(said.header("content-language"), "en");
    }

    async fn a_token_is_asked_for_its_scope_and_its_owner_for_the_role(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let queue = "/events/dg-forum-4/registrations";
        let none = anybody.get(queue).await;
        assert_eq!((none.problem(), none.header("www-authenticate")), ((401, "unauthorized", vec![]), "Bearer realm=\"api\""));
        let posted = anybody.post("/events", &json!({})).await;
        assert_eq!(posted.problem(), (401, "unauthorized", vec![]), "a request from anywhere, without a token");
        let narrow = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &["read"]).await);
        assert_eq!(narrow.get(queue).await.problem(), (403, "insufficient_scope", vec![]));
        let wide = anybody.with(&desk(&app, "Dewi", &[Role::Delegate], &ALL).await);
        assert_eq!(wide.get(queue).await.problem(), (403, "forbidden", vec![]));
        assert_eq!(wide.get("/roles").await.problem(), (403, "forbidden", vec![]));
        let new = json!({
            "slug": "mine", "kind": "meeting", "status": "draft", "title": "Mine", "language": "en",
            "time_zone": "Asia/Bangkok", "starts_local": "2022-09-13T09:00", "ends_local": "2022-09-13T10:00", "known": "time",
        });
        assert_eq!(wide.post("/events", &new).await.problem(), (403, "forbidden", vec![]));
        let cross = [("content-type", "application/json"), ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")];
        let officer = anybody.with(&desk(&app, "Oman", &[Role::Officer], &ALL).await);
        let made = officer.ask("POST", "/events", &cross, &new.to_string()).await;
        assert_eq!(made.status, 201, "the token is the authority, wherever it is sent from: {}", made.text);
    }
}
