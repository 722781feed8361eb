//! Strangers' lists are read from a hot standby, and a program with a token reads what is written.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use base::Random;
use db::{DatabaseUrl, Options};
use people::Role;
use serde_json::json;
use std::time::{Duration, Instant};
use testkit::postgres_server::Server;
use testkit::{TestApp, morning};

/// The standby has a pulse, and is asked, when this returns.
const PULSE: &str =
    "do 'begin while not exists (select 1 from pulse) loop perform pg_sleep(0.02); end loop; end'";
/// The standby stands still before this returns.
const PAUSE: &str = "select pg_wal_replay_pause(); do 'begin while pg_get_wal_replay_pause_state() <> ''paused'' loop \
    perform pg_sleep(0.02); end loop; end'";

async fn slugs(client: &Client) -> Vec<String> {
    let said = client.get("/events?limit=100").await;
    let items = said.json["items"].as_array().unwrap().iter();
    items
        .map(|one| one["slug"].as_str().unwrap().to_owned())
        .collect()
}

async fn until<F: Future<Output = bool>>(what: &str, holds: impl Fn() -> F) {
    let began = Instant::now();
    while !holds().await {
        assert!(began.elapsed() < Duration::from_secs(10), "{what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_without_a_token_is_read_from_the_standby_and_one_with_a_token_is_not() {
    let Some(primary) = Server::start_new() else {
        return;
    };
    let standby = primary.with_standby();
    let url = DatabaseUrl::Postgres(primary.url());
    // The clock stands still, so that what the standby has is young as long as the test needs it.
    let mut options = Options::new(url, morning(), Random::seeded(2022));
    options.standby = Some(standby.url());
    let app = TestApp::start_on(SLICES, options).await;
    fill(&app).await;
    let anybody = Client::new(&app).await;
    let officer = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
    let before = slugs(&officer).await;
    standby.sql(PULSE);
    until("the standby has everything", async || {
        slugs(&anybody).await == before
    })
    .await;
    standby.sql(PAUSE);
    let new = json!({
        "slug": "round-table", "kind": "round_table", "status": "published", "language": "en", "title": "Round table",
        "time_zone": "Asia/Bangkok", "starts_local": "2022-10-03T09:00", "ends_local": "2022-10-03T12:00", "known": "time",
    });
    assert_eq!(officer.post("/events", &new).await.status, 201);
    let one = anybody.get("/events/round-table").await;
    assert_eq!(one.status, 200, "what is no list is read where it was written");
    assert_eq!(slugs(&anybody).await, before, "the standby stands still");
    assert!(slugs(&officer).await.contains(&"round-table".to_owned()));
    standby.sql("select pg_wal_replay_resume()");
    until("the standby goes on", async || {
        slugs(&anybody).await.len() == before.len() + 1
    })
    .await;
}
