//! A site that was set up with an earlier program keeps its rows when the tables they stand in are made anew.
use crate::{options, postgres};
use base::Fault;
use db::{DatabaseUrl, Db, content, sql};
use tempfile::TempDir;

/// One database of each engine, as a program left it that knew the migrations before this one.
async fn every_engine_before(migration: &str) -> Vec<(Option<TempDir>, Db)> {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let path = folder.path().join("test.db").display().to_string();
    let mut places = vec![(Some(folder), DatabaseUrl::Sqlite(path))];
    if let Some(cluster) = postgres::Cluster::shared() {
        let url = cluster.url(&cluster.database(None));
        places.push((None, DatabaseUrl::Postgres(url)));
    }
    let earlier = db::migration_names().into_iter().filter(|&name| name < migration);
    let earlier: Vec<String> = earlier.map(str::to_owned).collect();
    let mut opened = Vec::new();
    for (folder, url) in places {
        let db = Db::open(&options(url)).await.expect("the database opens");
        let earlier = earlier.clone();
        let laid = db.write(move |tx| content::lay(tx, &earlier)).await;
        laid.expect("the earlier migrations apply");
        opened.push((folder, db));
    }
    opened
}

async fn run(db: &Db, statement: &'static db::Sql) -> Result<u64, Fault> {
    db.write(move |tx| tx.run(statement, &[])).await
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_ins_under_way_and_their_links_outlive_a_longer_list_of_ways_to_sign_in() {
    for (_folder, db) in every_engine_before("0019_recovery.sql").await {
        db.write(|tx| {
            let (account, flow, letter) = (tx.new_id::<()>(), tx.new_id::<()>(), tx.new_id::<()>());
            let now = tx.now();
            tx.run(
                sql!(
                    "insert into account (id, email, email_norm, name, locale, created_at)
                     values ($1, 'a@b.example', 'a@b.example', 'Mele', 'en', $2)"
                ),
                db::params![account, now],
            )?;
            tx.run(
                sql!(
                    "insert into signin_flow (id, account_id, kind, browser_hash, state, auth_epoch, next_path, name,
                         password_phc, match_no, code_tries, ip, ua, zone, locale, mail, mail_at, created_at, expires_at,
                         completed_at, method)
                     values ($1, $2, 'sign_in', $3, 'completed', 7, '/account', 'Mele', '', 417, 3, '192.0.2.7', 'Firefox',
                         'UTC', 'en', 'sent', $4, $4, $4, $4, 'link')"
                ),
                db::params![flow, account, &[1_u8; 32][..], now],
            )?;
            tx.run(
                sql!(
                    "insert into signin_link (id, flow_id, outgoing_id, token_hash, code_mac, issued_at, expires_at,
                         used_at, used_ua)
                     values ($1, $2, $1, $3, $4, $5, $5, $5, 'Firefox')"
                ),
                db::params![letter, flow, &[2_u8; 32][..], &[3_u8; 32][..], now],
            )
        })
        .await
        .unwrap();
        db.migrate().await.unwrap();

        let kept: (i64, i64, String, bool, String, bool) = db
            .read(|tx| {
                tx.one(
                    sql!(
                        "select f.match_no, f.code_tries, f.method, f.completed_at = f.created_at, l.used_ua,
                             l.code_mac = $1
                         from signin_link l join signin_flow f on f.id = l.flow_id join account a on a.id = f.account_id"
                    ),
                    db::params![&[3_u8; 32][..]],
                )
            })
            .await
            .unwrap();
        assert_eq!(
            kept,
            (417, 3, "link".to_owned(), true, "Firefox".to_owned(), true)
        );
        run(&db, sql!("update signin_flow set method = 'recovery'"))
            .await
            .unwrap();
        assert!(
            run(&db, sql!("update signin_flow set method = 'magic'"))
                .await
                .is_err()
        );
        assert!(
            run(&db, sql!("update signin_link set flow_id = id"))
                .await
                .is_err()
        );
        assert!(run(&db, sql!("delete from account")).await.is_err());
        run(&db, sql!("delete from signin_flow")).await.unwrap();
        let (left,): (i64,) = db
            .read(|tx| tx.one(sql!("select cast(count(*) as bigint) from signin_link"), &[]))
            .await
            .unwrap();
        assert_eq!(left, 0, "a link goes with its sign-in");
    }
}
