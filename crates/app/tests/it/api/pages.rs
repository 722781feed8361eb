//! Lists come in pages: by a cursor that leads on also when the list has changed meanwhile.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use people::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn ids(page: &Value, field: &str) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one[field].as_str().unwrap().to_owned())
        .collect()
}

/// The path of the next page, below `/api/v1`.
fn next(page: &Value) -> Option<String> {
    Some(
        page["next"]
            .as_str()?
            .strip_prefix("https://sala.example/api/v1")
            .unwrap()
            .to_owned(),
    )
}

testkit::both_engines! {
    async fn a_list_is_read_page_by_page_to_its_end(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        for (list, field) in [("/members", "iso3"), ("/organizations", "slug"), ("/events", "slug")] {
            let whole = ids(&anybody.get(&format!("{list}?limit=100")).await.json, field);
            let (mut path, mut read, mut pages) = (Some(format!("{list}?limit=3")), Vec::new(), 0);
            while let Some(here) = path {
                let said = anybody.get(&here).await;
                path = next(&said.json);
                let link = path.as_ref().map_or(String::new(), |path| format!("<https://sala.example/api/v1{path}>; rel=\"next\""));
                assert_eq!(said.header("link"), link);
                read.extend(ids(&said.json, field));
                pages += 1;
            }
            assert_eq!((read, pages), (whole.clone(), whole.len().div_ceil(3)), "{list}");
        }
        for bad in ["/members?cursor=ZZZ", "/events?cursor=typed", "/members?limit=101"] {
            assert_eq!(anybody.get(bad).await.problem().0, 400, "{bad}");
        }
    }

    async fn deciding_while_reading_the_queue_skips_nobody(app: TestApp) {
        fill(&app).await;
        app.may_leave_work();
        let anybody = Client::new(&app).await;
        let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let names: [&'static str; 7] = ["Ana", "Bea", "Cleo", "Dina", "Eva", "Fay", "Gia"];
        let mut sent = BTreeSet::new();
        for name in names {
            let delegate = anybody.with(&desk(&app, name, &[], &ALL).await);
            let path = "/events/dg-forum-4/registration";
            delegate.ask("POST", path, &[], "").await;
            let answers = json!({"position": "Expert", "representation": "ngo", "organization": "Reef", "role": "adviser"});
            delegate.patch(path, &answers).await;
            let said = delegate.ask("POST", &format!("{path}/submission"), &[], "").await;
            sent.insert(said.json["id"].as_str().unwrap().to_owned());
        }
        for sort in ["oldest", "name", "delegation"] {
            let queue = format!("/events/dg-forum-4/registrations?limit=2&sort={sort}");
            let (mut path, mut read) = (Some(queue), Vec::new());
            while let Some(here) = path {
                let said = officer.get(&here).await;
                path = next(&said.json);
                read.extend(ids(&said.json, "id"));
            }
            assert_eq!((read.iter().cloned().collect::<BTreeSet<_>>(), read.len()), (sent.clone(), 7), "{sort}");
        }
        let (mut path, mut read) = (Some("/events/dg-forum-4/registrations?limit=2".to_owned()), BTreeSet::new());
        while let Some(here) = path {
            let said = officer.get(&here).await;
            path = next(&said.json);
            for id in ids(&said.json, "id") {
                officer.post(&format!("/registrations/{id}/decision"), &json!({"decision": "accredit"})).await;
                read.insert(id);
            }
        }
        assert_eq!(read, sent, "each left the list after it was decided, and none was skipped");
    }
}
