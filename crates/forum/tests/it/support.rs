//! What the tests of this room share.

use base::{Fault, Id};
use db::Tx;
use forum::Event;
use uuid::Uuid;

/// The members and the forum of the demonstration, without files.
pub fn demo(tx: &mut Tx<'_>) {
    members::load(tx).unwrap();
    let content = forum::fill::parse(include_str!("../../../../data/demo/forum.json")).unwrap();
    forum::fill::write(tx, &content).unwrap();
}

/// Runs one operation on a fresh database of each engine there is.
pub async fn on_both_engines(op: impl Fn(&mut Tx<'_>) + Send + Sync + Copy + 'static) {
    for db in testkit::databases().await {
        db.write(move |tx| {
            op(tx);
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
    }
}

/// A meeting as it stands in the database, for tests that need no database.
pub fn a_meeting(zone: &str, starts: &str, ends: &str, known: &str) -> Event {
    let instant = |local: &str| {
        let local = forum::times::parse(local).unwrap();
        forum::times::instant(local, &forum::times::zone(zone).unwrap()).unwrap()
    };
    Event {
        id: Id::from_uuid(Uuid::from_u128(0x0182_9d2e_0000_7000_8000_0000_0000_0001)),
        slug: "dg-forum-4".into(),
        kind: "meeting".into(),
        status: "published".into(),
        series_id: None,
        edition: None,
        original_lang: "en".into(),
        texts: serde_json::json!({ "title": { "en": "Forum" } }),
        zone: zone.into(),
        starts_local: starts.into(),
        ends_local: ends.into(),
        starts_at: instant(starts),
        ends_at: instant(ends),
        known: known.into(),
        sample_times: false,
        format: None,
        interpretation: String::new(),
        host_id: None,
        contact_email: String::new(),
        registration_closes_local: None,
        registration_closes_at: None,
        sequence: 3,
        created_at: "2022-08-01T00:00:00Z".parse().unwrap(),
        updated_at: "2022-08-10T03:04:05Z".parse().unwrap(),
    }
}
