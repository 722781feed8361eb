//! A state has a name, the `ETag`: what is still the same is not sent again, what was changed by another is not lost.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use people::Role;
use serde_json::json;

testkit::both_engines! {
    async fn what_is_still_the_same_is_not_sent_again(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        for path in ["/events/dg-forum-4", "/members", "/events/dg-forum-4/sessions"] {
            let tag = anybody.get(path).await.header("etag").to_owned();
            let same = anybody.ask("GET", path, &[("if-none-match", &tag)], "").await;
            assert_eq!((same.status, same.text.as_str(), same.header("etag")), (304, "", tag.as_str()), "{path}");
        }
        let tag = anybody.get("/events/dg-forum-4").await.header("etag").to_owned();
        officer.patch("/events/dg-forum-4", &json!({"theme": "Another theme"})).await;
        let changed = anybody.ask("GET", "/events/dg-forum-4", &[("if-none-match", &tag)], "").await;
        assert_eq!((changed.status, &changed.json["theme"]["en"]), (200, &json!("Another theme")));
    }

    async fn of_two_changes_the_second_learns_of_the_first(app: TestApp) {
        fill(&app).await;
        let officer = Client::new(&app).await.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let path = "/events/dg-forum-4";
        let seen = officer.get(path).await;
        let tag = seen.header("etag");
        let blind = officer.ask("PATCH", path, &[], "{}").await;
        assert_eq!(blind.problem(), (428, "match_needed", vec![]));
        let first = officer.ask("PATCH", path, &[("if-match", tag)], r#"{"theme": "First"}"#).await;
        assert_eq!(first.status, 200, "{}", first.text);
        let second = officer.ask("PATCH", path, &[("if-match", tag)], r#"{"theme": "Second"}"#).await;
        assert_eq!(second.problem(), (412, "stale", vec![]));
        let now = officer.get(path).await;
        assert_eq!((&now.json["theme"]["en"], now.header("etag")), (&json!("First"), first.header("etag")));
        let moved = officer.ask("PATCH", path, &[("if-match", "*")], r#"{"slug": "dg-forum-four"}"#).await;
        assert_eq!((moved.status, &moved.json["slug"]), (200, &json!("dg-forum-four")));
    }

    async fn of_a_crowd_that_read_the_same_one_changes_it(app: TestApp) {
        fill(&app).await;
        let officer = Client::new(&app).await.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let path = "/events/dg-forum-4";
        let tag = officer.get(path).await.header("etag").to_owned();
        let crowd: Vec<_> = (0..20).map(|n| {
            let (client, tag) = (officer.clone(), tag.clone());
            tokio::spawn(async move {
                let body = json!({"theme": format!("Theme {n}")}).to_string();
                let said = client.ask("PATCH", path, &[("if-match", &tag)], &body).await;
                (said.status, said.json["theme"]["en"].clone())
            })
        }).collect();
        let mut changed = Vec::new();
        for one in crowd {
            match one.await.unwrap() {
                (200, theme) => changed.push(theme),
                (status, _) => assert!([412, 503].contains(&status), "{status}"),
            }
        }
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert_eq!(officer.get(path).await.json["theme"]["en"], changed[0]);
    }
}
