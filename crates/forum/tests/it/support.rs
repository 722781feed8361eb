//! What the tests of this room share.

use base::{Fault, Id};
use db::Tx;
use forum::Event;
use testkit::{Browser, TestApp};
use uuid::Uuid;

/// The members and the forum of the demonstration, without files.
pub fn demo(tx: &mut Tx<'_>) {
    members::load(tx).unwrap();
    let content = forum::fill::parse(include_str!("../../../../data/demo/forum.json")).unwrap();
    forum::fill::write(tx, &content).unwrap();
}

/// The rooms these tests need.
pub const SLICES: &[web::Slice] = &[people::SLICE, members::SLICE, forum::SLICE];

/// The demonstration of these rooms, files included.
pub async fn demonstration(app: &TestApp) {
    let demo = web::Demo {
        now: app.clock().now(),
        random: app.web().random().clone(),
        files: app.web().files().clone(),
        scale: 1,
    };
    let demo = std::sync::Arc::new(demo);
    let done = app.db().write(move |tx| {
        (members::SLICE.demo.unwrap())(tx, &demo)?;
        (forum::SLICE.demo.unwrap())(tx, &demo)
    });
    done.await.unwrap();
}

/// A browser in which somebody with this role is signed in.
pub async fn signed_in(app: &TestApp, role: Option<people::Role>) -> Browser {
    let cookie = app
        .write(move |tx| {
            let email = base::Email::parse("somebody@sala.example").unwrap();
            let new = people::NewAccount {
                email,
                name: "Somebody".into(),
                locale: i18n::Locale::En,
                phc: None,
            };
            let account = people::create_account(tx, &new)?;
            if let Some(role) = role {
                people::roles::grant(tx, account, people::Grant { role, event: None })?;
            }
            let asking = people::complete::Asking {
                browser: people::model::BrowserHash([1; 32]),
                session: None,
                ip: "127.0.0.1".into(),
                ua: "test".into(),
            };
            let new = people::session::New {
                account,
                flow: None,
                epoch: 0,
                method: "link",
                offer_on: None,
            };
            Ok(people::session::open(tx, &new, &asking)?.0)
        })
        .await;
    let mut browser = app.browser();
    let line = format!("__Host-s={cookie}; Max-Age=1800; Path=/; Secure; HttpOnly; SameSite=Lax");
    browser.jar.take(&line, app.clock().now());
    browser
}

/// Runs one operation on the database of a test.
pub async fn on(app: &TestApp, op: impl Fn(&mut Tx<'_>) + Send + Sync + Copy + 'static) {
    let done = app.db().write(move |tx| {
        op(tx);
        Ok::<_, Fault>(())
    });
    done.await.unwrap();
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
