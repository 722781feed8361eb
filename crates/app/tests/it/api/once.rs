//! The same request twice does a thing once.
use super::client::ALL;
use super::limits::another_node;
use super::{Client, desk, fill};
use crate::SLICES;
use db::sql;
use jiff::SignedDuration;
use people::Role;
use serde_json::{Value, json};

fn event(slug: &str) -> Value {
    json!({
        "slug": slug, "kind": "meeting", "status": "draft", "title": "Once", "language": "en", "known": "time",
        "time_zone": "Asia/Bangkok", "starts_local": "2022-10-03T09:00", "ends_local": "2022-10-03T10:00",
    })
}

const KEY: [(&str, &str); 1] = [("idempotency-key", "k-1")];

testkit::both_engines! {
    async fn the_answer_is_given_again_and_nothing_is_done_again(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let body = event("once").to_string();
        let first = officer.ask("POST", "/events", &KEY, &body).await;
        let second = officer.ask("POST", "/events", &KEY, &body).await;
        assert_eq!((first.status, second.status), (201, 201), "{}", second.text);
        assert_eq!(second.text, first.text);
        assert_eq!(second.header("location"), first.header("location"));
        assert_eq!((first.header("idempotency-replayed"), second.header("idempotency-replayed")), ("", "true"));
        let other = officer.ask("POST", "/events", &KEY, &event("other").to_string()).await;
        assert_eq!(other.problem(), (422, "key_reused", vec![]));
        let path = officer.ask("POST", "/events/once/sessions", &KEY, &body).await;
        assert_eq!(path.problem().0, 422);
        let colleague = anybody.with(&desk(&app, "Oman", &[Role::Officer], &ALL).await);
        let own = colleague.ask("POST", "/events", &KEY, &event("own").to_string()).await;
        assert_eq!(own.status, 201, "a key belongs to its token");
        app.advance(SignedDuration::from_hours(24));
        let later = officer.ask("POST", "/events", &KEY, &body).await;
        assert_eq!(later.problem(), (422, "fields", vec!["slug"]), "after a day the key is forgotten");
    }

    async fn what_was_refused_may_be_tried_again_with_its_key(app: TestApp) {
        fill(&app).await;
        let officer = Client::new(&app).await.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let wrong = officer.ask("POST", "/events", &KEY, &event("dg-forum-4").to_string()).await;
        assert_eq!(wrong.problem(), (422, "fields", vec!["slug"]));
        assert_eq!(officer.ask("POST", "/events", &KEY, &event("free").to_string()).await.status, 201);
    }

    async fn of_many_at_once_on_two_nodes_one_does_it(app: TestApp) {
        fill(&app).await;
        let mut officer = Client::new(&app).await.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let here = officer.clone();
        officer.router = another_node(&app);
        let there = officer;
        let tries = (0..20).map(|n| {
            let client = if n % 2 == 0 { here.clone() } else { there.clone() };
            tokio::spawn(async move {
                let said = client.ask("POST", "/events", &KEY, &event("crowd").to_string()).await;
                (said.status, said.json["id"].clone(), said.header("idempotency-replayed").to_owned())
            })
        });
        let mut said = Vec::new();
        for one in tries.collect::<Vec<_>>() {
            said.push(one.await.unwrap());
        }
        let done: Vec<_> = said.iter().filter(|(status, ..)| *status == 201).collect();
        assert!(said.iter().all(|(status, ..)| [201, 503].contains(status)), "{said:?}");
        assert_eq!(done.iter().filter(|(.., replayed)| replayed.is_empty()).count(), 1, "{said:?}");
        assert!(done.iter().all(|(_, id, _)| *id == done[0].1), "{said:?}");
        let (rows,): (i64,) =
            app.read(|tx| tx.one(sql!("select cast(count(*) as bigint) from event where slug = 'crowd'"), &[])).await;
        assert_eq!(rows, 1);
    }
}
