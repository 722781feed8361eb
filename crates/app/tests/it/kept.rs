//! Pages that are kept in memory are never old: whatever is written, however the clock is moved, on both engines.
use crate::{SLICES, pages};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::{Fault, Id, Random};
use db::{DatabaseUrl, Options, Sql, params, sql};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use testkit::TestApp;
use tower::ServiceExt as _;

const PAGES: [&str; 13] = [
    "/",
    "/events",
    "/events.ics",
    "/series/dg-forum",
    "/members",
    "/members/THA",
    "/organizations/escap",
    "/e/dg-forum-4",
    "/e/dg-forum-4.ics",
    "/e/dg-forum-4/programme",
    "/e/dg-forum-4/programme?zone=Pacific/Fiji",
    "/e/dg-forum-4/documents",
    "/e/dg-forum-4/documents/concept-note",
];

/// Whoever sends a session's cookie is answered by the router, even when the session is none.
const PAST_THE_CACHE: &str = "__Host-s=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

struct Answer {
    status: StatusCode,
    kept: bool,
    text: String,
}

async fn ask(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().uri(path).header("host", "sala.example");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("the request is well made");
    let response = app.router().oneshot(request).await.expect("the router answers");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("the answer arrives").to_bytes();
    Answer {
        status: parts.status,
        kept: parts.headers.contains_key("etag"),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

/// The sample, and a file of its concept note.
async fn fill(app: &TestApp) {
    pages::fill(app).await;
    app.write(|tx| {
        let stored = files::Stored {
            hash: "5a".repeat(32),
            size: 1000,
            kind: files::Kind::Pdf,
        };
        let keep = files::Keep {
            stored,
            name: "concept-note.pdf".to_owned(),
            purpose: "sample",
            owner: None,
        };
        let file = files::keep(tx, &keep)?;
        let (id, now): (Id<files::Keep>, _) = (tx.new_id(), tx.now());
        let noted = tx.run(
            sql!(
                "insert into document_file (id, document_id, lang, version, file_id, created_at)
                 select $1, d.id, 'en', 1, $2, $3 from document d where d.slug = 'concept-note'"
            ),
            params![id, file, now],
        )?;
        assert_eq!(noted, 1);
        Ok(())
    })
    .await;
}

/// One change of each table that a public page reads.
fn change(n: usize) -> &'static Sql {
    match n {
        0 => sql!("update event set sequence = $1 where slug = 'dg-forum-4'"),
        1 => sql!(
            "update programme_session set kind = case when $1::bigint % 2 = 0 then 'panel' else 'plenary' end"
        ),
        2 => sql!("update member set name_en = 'Thailand ' || cast($1::bigint as text) where iso3 = 'THA'"),
        3 => sql!("update organization set acronym = 'E' || cast($1::bigint as text) where slug = 'escap'"),
        4 => sql!("update document set issued_on = '2022-08-' || cast(10 + ($1::bigint % 15) as text)"),
        5 => sql!("update stored_file set size = 1000 * $1::bigint"),
        6 => sql!("update key_date set day = '2022-08-' || cast(10 + ($1::bigint % 15) as text)"),
        7 => sql!("update event_person set name = 'Sample ' || cast($1::bigint as text)"),
        8 => sql!("update series set original_lang = case when $1::bigint % 2 = 0 then 'en' else 'fr' end"),
        9 => {
            sql!("update event set interpretation = case when $1::bigint % 2 = 0 then 'en;fr' else 'en' end")
        }
        10 => sql!("update document_file set version = $1"),
        _ => sql!("update event_convener set position = position + 100 where position < 100 * $1::bigint"),
    }
}

/// Every public page in every complete language.
fn every_page() -> Vec<String> {
    ["", "/fr", "/ar"]
        .iter()
        .flat_map(|language| PAGES.iter().map(move |page| format!("{language}{page}")))
        .collect()
}

/// Writes, moves of the clock and readings in an order drawn by chance; the number of pages that were not what the program
/// would have made at that moment, and of those that came from memory.
async fn walk(app: &TestApp, seed: u64, steps: u32, ways: &[String]) -> (Vec<String>, u32) {
    let chance = Random::seeded(seed);
    let (mut wrong, mut kept) = (Vec::new(), 0);
    for step in 0..steps {
        match chance.below(10) {
            0 | 1 => {
                let statement = change(usize::try_from(chance.below(12)).expect("small"));
                let value = i64::from(step) + 2;
                app.write(move |tx| tx.run(statement, params![value]).map(drop))
                    .await;
            }
            2 => {
                let hours = i64::from(chance.below(400)) - 130;
                app.advance(SignedDuration::from_hours(hours));
            }
            _ => {
                let way = chance.below(u32::try_from(ways.len()).expect("few"));
                let path = &ways[usize::try_from(way).expect("small")];
                let given = ask(app, path, &[]).await;
                // Made for one reader, of what was read for others before; and with nothing from memory at all.
                let past = [("cookie", PAST_THE_CACHE)];
                let single = ask(app, path, &past).await;
                let made = app.db().anew(ask(app, path, &past)).await;
                assert_eq!(
                    [given.status, single.status, made.status],
                    [StatusCode::OK; 3],
                    "{path}"
                );
                assert!(!made.kept, "{path} was not made past the cache");
                kept += u32::from(given.kept);
                if given.text != made.text {
                    wrong.push(format!("step {step}: {path}"));
                }
                if single.text != made.text {
                    wrong.push(format!("step {step}: {path} for one reader"));
                }
            }
        }
    }
    (wrong, kept)
}

testkit::both_engines! {
    async fn whatever_happens_a_kept_page_is_what_would_be_made_now(app: TestApp) {
        fill(&app).await;
        for seed in 1..=3 {
            let (wrong, kept) = walk(&app, seed, 250, &every_page()).await;
            assert!(wrong.is_empty(), "seed {seed}: {wrong:?}");
            assert!(kept > 150, "seed {seed}: only {kept} pages were kept at all");
        }
    }
}

testkit::both_engines! {
    async fn every_public_page_is_kept_and_given_again(app: TestApp) {
        fill(&app).await;
        for page in PAGES {
            let first = ask(&app, page, &[]).await;
            assert!(first.kept, "{page} is made anew for everybody");
            let again = ask(&app, page, &[("accept-encoding", "identity")]).await;
            assert!(first.text == again.text, "{page}");
        }
    }
}

/// A program whose witness does not see one table gives out old pages, and the walk finds them.
#[tokio::test(flavor = "multi_thread")]
async fn a_table_missing_from_what_a_page_rests_on_is_found() {
    let mutants = [
        ("programme_session", "/e/dg-forum-4/programme"),
        ("member", "/members/THA"),
        ("event", "/e/dg-forum-4.ics"),
        ("organization", "/organizations/escap"),
        ("stored_file", "/e/dg-forum-4/documents"),
    ];
    for (table, page) in mutants {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join("mutant.db").display().to_string();
        let mut options = Options::new(DatabaseUrl::Sqlite(path), testkit::morning(), Random::seeded(1));
        options.unwatched = Some(table);
        let app = TestApp::start_on(SLICES, options).await;
        fill(&app).await;
        let (wrong, _) = walk(&app, 1, 400, &[page.to_owned()]).await;
        assert!(
            !wrong.is_empty(),
            "{table} may be forgotten and nothing is noticed"
        );
    }
}

// Writers count up in the title; readers of the kept page and of the database itself never see it go back.
testkit::both_engines! {
    async fn nobody_who_saw_a_commit_is_given_a_page_from_before_it(app: TestApp) {
        fill(&app).await;
        let seen = Arc::new(AtomicU64::new(0));
        let writer = {
            let (app, seen) = (app.clone(), seen.clone());
            async move {
                for n in 1..=120_u64 {
                    let texts = serde_json::json!({"title": {"en": format!("Forum-{n}-")}});
                    let texts = db::Value::from(texts);
                    app.write(move |tx| {
                        let statement = sql!("update event set texts = $1 where slug = 'dg-forum-4'");
                        tx.run(statement, std::slice::from_ref(&texts)).map(drop)
                    })
                    .await;
                    seen.fetch_max(n, Ordering::SeqCst);
                }
            }
        };
        let direct = {
            let (app, seen) = (app.clone(), seen.clone());
            async move {
                while seen.load(Ordering::SeqCst) < 120 {
                    let found: Result<(serde_json::Value,), Fault> = app
                        .db()
                        .read(|tx| tx.one(sql!("select texts from event where slug = 'dg-forum-4'"), &[]))
                        .await;
                    let (texts,) = found.expect("the event can be read");
                    let title = texts["title"]["en"].as_str().unwrap_or_default().to_owned();
                    seen.fetch_max(number(&title), Ordering::SeqCst);
                    tokio::task::yield_now().await;
                }
            }
        };
        let reader = |language: &'static str| {
            let (app, seen) = (app.clone(), seen.clone());
            async move {
                let mut read = 0;
                while seen.load(Ordering::SeqCst) < 120 {
                    let floor = seen.load(Ordering::SeqCst);
                    let page = ask(&app, &format!("{language}/e/dg-forum-4"), &[]).await;
                    let told = number(&page.text);
                    assert!(told >= floor, "a page of {told} was given after {floor} had been seen");
                    seen.fetch_max(told, Ordering::SeqCst);
                    read += 1;
                    tokio::task::yield_now().await;
                }
                read
            }
        };
        let readers = ["/en", "/fr", "/en", "/en"].map(|language| tokio::spawn(reader(language)));
        let others = [tokio::spawn(writer), tokio::spawn(direct)];
        for task in others {
            task.await.expect("it ends well");
        }
        for task in readers {
            assert!(task.await.expect("no old page") > 0);
        }
    }
}

/// The number in "Forum-17-".
fn number(text: &str) -> u64 {
    text.split("Forum-")
        .nth(1)
        .and_then(|rest| rest.split('-').next())
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}
