//! The same statement, value, list and filter answer the same on every engine.
use crate::{every_engine, file, noon};
use base::Fault;
use db::{Db, Value, filtered, params, sql};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// Four letters: two wait, one was sent, one was dropped.
async fn write_letters(db: &Db) {
    let write = db.write(|tx| {
        for (n, state) in [(1, "waiting"), (2, "sent"), (3, "waiting"), (4, "dropped")] {
            let done = (state != "waiting").then(|| tx.now());
            let about = (n > 2).then(|| id(100));
            tx.run(
                sql!(
                    "insert into outbox (id, kind, to_address, locale, about, data, message_id, state, tries, \
                     not_before, created_at, done_at) \
                     values ($1, 'test', 'a@example.org', 'en', $2, $3, $4, $5, $6, $7, $7, $8)"
                ),
                params![
                    id(n),
                    about,
                    json!({ "n": n }),
                    format!("m{n}"),
                    state,
                    10 - i64::try_from(n).unwrap_or(0),
                    tx.now(),
                    done
                ],
            )?;
        }
        Ok::<(), Fault>(())
    });
    write.await.expect("the letters are written");
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_and_typed_values_find_the_same_rows() {
    for db in every_engine().await {
        write_letters(&db).await;
        let engine = db.engine();
        let found = db
            .read(|tx| {
                let by_state: Vec<(Uuid,)> = tx.all(
                    sql!("select id from outbox where state in list($1::text) order by id"),
                    params![vec!["sent".to_owned(), "dro'pped".to_owned(), "dropped".to_owned()]],
                )?;
                let by_id: Vec<(Uuid,)> = tx.all(
                    sql!("select id from outbox where id in list($1::uuid) and tries in list($2::bigint) order by id"),
                    params![
                        Value::List(vec![id(3).into(), id(1).into(), id(77).into()]),
                        vec![9_i64, 7, 1]
                    ],
                )?;
                let none: Vec<(Uuid,)> = tx.all(
                    sql!("select id from outbox where id in list($1::uuid)"),
                    params![Value::List(Vec::new())],
                )?;
                Ok::<_, Fault>((by_state, by_id, none))
            })
            .await
            .unwrap();
        assert_eq!(found.0, [(id(2),), (id(4),)], "{engine:?}");
        assert_eq!(found.1, [(id(1),), (id(3),)], "{engine:?}");
        assert!(found.2.is_empty(), "{engine:?}");
        for (about, expected) in [(None, 4), (Some(id(100)), 2), (Some(id(5)), 0)] {
            let rows: Vec<(Uuid,)> = db
                .read(move |tx| {
                    tx.all(
                        sql!("select id from outbox where ($1::uuid is null or about = $1::uuid)"),
                        params![about],
                    )
                })
                .await
                .unwrap();
            assert_eq!(rows.len(), expected, "{engine:?} {about:?}");
        }
    }
}

filtered! {
    static LETTERS = "select id, state from outbox where true",
    filters { state: "and state = $::text", about: "and about = $::uuid", least: "and tries >= $::bigint" },
    orders { oldest: "id", newest: "id desc" },
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_filtered_ordered_counted_and_cut() {
    for db in every_engine().await {
        write_letters(&db).await;
        let ids = async |choose: fn() -> db::Chosen<'static>| {
            let rows: Result<(Vec<(Uuid, String)>, i64), Fault> = db
                .read(move |tx| Ok((tx.list(&choose())?, tx.count(&choose())?)))
                .await;
            let (rows, count) = rows.unwrap();
            (
                rows.into_iter().map(|(id, _)| id.as_u128()).collect::<Vec<_>>(),
                count,
            )
        };
        assert_eq!(ids(|| LETTERS.choose()).await, (vec![1, 2, 3, 4], 4));
        assert_eq!(
            ids(|| LETTERS.choose().order("newest").page(3, 1)).await,
            (vec![3, 2, 1], 4)
        );
        assert_eq!(
            ids(|| LETTERS.choose().order("no such").page(1, 0)).await,
            (vec![1], 4)
        );
        assert_eq!(
            ids(|| LETTERS.choose().filter("state", "waiting")).await,
            (vec![1, 3], 2)
        );
        let three = || {
            let chosen = LETTERS.choose().filter("least", 7_i64);
            chosen.filter("state", "waiting").filter("about", id(100))
        };
        assert_eq!(ids(three).await, (vec![3], 1));
        assert_eq!(ids(|| LETTERS.choose().filter("no such", "x")).await, (vec![], 0));
        let problems = db::check_every_statement(&db).await.unwrap();
        assert!(problems.is_empty(), "{:?}: {problems:?}", db.engine());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_value_comes_back_as_it_went() {
    type Half = (bool, i64, String, Vec<u8>, Uuid, Timestamp, serde_json::Value);
    type Nulls = (
        Option<bool>,
        Option<i64>,
        Option<String>,
        Option<Vec<u8>>,
        Option<Uuid>,
        Option<Timestamp>,
        Option<serde_json::Value>,
    );
    let samples: Vec<Half> = vec![
        (
            true,
            i64::MAX,
            "É «ش» '\\ $1 🙂".into(),
            vec![0, 255, 39],
            id(u128::MAX),
            noon(),
            json!({"a": [1, null, "ش'"]}),
        ),
        (
            false,
            i64::MIN,
            String::new(),
            vec![],
            id(0),
            Timestamp::from_microsecond(-1).unwrap(),
            json!([]),
        ),
        (
            true,
            0,
            "a\nb".into(),
            vec![1; 5000],
            id(1),
            "9999-12-30T00:00:00.000001Z".parse().unwrap(),
            json!(null),
        ),
    ];
    for db in every_engine().await {
        for sample in samples.clone() {
            let given = sample.clone();
            let back: Half = db
                .write(move |tx| {
                    let (yes, number, text, bytes, id, at, json) = &given;
                    tx.one(&VALUES, params![yes, number, text, bytes, id, at, json])
                })
                .await
                .unwrap();
            assert_eq!(back, sample, "{:?}", db.engine());
        }
        let nulls = [const { Value::Null }; 7];
        let back: Nulls = db.write(move |tx| tx.one(&VALUES, &nulls)).await.unwrap();
        assert_eq!(back, Nulls::default(), "{:?}", db.engine());
        stored_and_read(&db).await;
    }
}

/// The same through columns of real tables.
async fn stored_and_read(db: &Db) {
    write_letters(db).await;
    let read: (Uuid, serde_json::Value, Timestamp, Option<Uuid>, i64) = db
        .read(|tx| {
            tx.one(
                sql!("select id, data, created_at, about, tries from outbox where id = $1"),
                params![id(1)],
            )
        })
        .await
        .expect("the letter is there");
    assert_eq!(
        read,
        (id(1), json!({"n": 1}), noon(), None, 9),
        "{:?}",
        db.engine()
    );
}

static VALUES: db::Sql = db::Sql::new(
    "select $1::boolean, $2::bigint, $3::text, $4::bytea, $5::uuid, $6::timestamptz, $7::jsonb",
    file!(),
    line!(),
);

#[tokio::test(flavor = "multi_thread")]
async fn rows_too_many_too_few_and_misread_are_faults() {
    let (_folder, db) = file().await;
    write_letters(&db).await;
    let two: Result<Option<(Uuid,)>, Fault> = db
        .read(|tx| tx.maybe(sql!("select id from outbox where state = 'waiting'"), &[]))
        .await;
    assert!(
        two.unwrap_err().to_string().contains("engines.rs"),
        "the fault names its statement"
    );
    let none: Result<(Uuid,), Fault> = db
        .read(|tx| tx.one(sql!("select id from outbox where state = 'refused'"), &[]))
        .await;
    assert!(none.is_err());
    let misread: Result<Vec<(bool,)>, Fault> =
        db.read(|tx| tx.all(sql!("select state from outbox"), &[])).await;
    assert!(misread.unwrap_err().to_string().contains("column state"));
}

#[test]
fn the_tables_of_a_statement_are_known_with_cascades() {
    let told = |statement: &db::Sql| {
        let tables = statement.tables();
        let list =
            |set: &std::collections::BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        (list(&tables.reads), list(&tables.writes))
    };
    let read =
        sql!("select o.id from outbox o join account a on a.email_norm = o.to_address where o.state = $1");
    assert_eq!(told(read), ("account outbox".into(), String::new()));
    assert_eq!(told(crate::set_timer()).1, "timer");
    let (_, deleted) = told(sql!("delete from event where id = $1"));
    let deleted: Vec<_> = deleted.split(' ').collect();
    assert!(
        deleted.contains(&"event") && deleted.contains(&"programme_session"),
        "{deleted:?}"
    );
    assert!(
        deleted.contains(&"document") && !deleted.contains(&"account"),
        "{deleted:?}"
    );
}
