//! Two nodes on one database.
use crate::node::{Http, Node, balancer, http, send};
use axum::body::Body;
use base::{Clock, Email, Fault, Random};
use db::{DatabaseUrl, Db, Options, params, sql};
use http::Request;
use serde_json::Value;
use std::ffi::OsStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use testkit::Browser;
use testkit::postgres::Cluster;
use testkit::say::loudly;
use tokio::sync::RwLock;

const EVENT: &str = "/e/dg-forum-4";

/// What is timed runs alone; everything else may run beside everything else.
pub static ALONE: RwLock<()> = RwLock::const_new(());

struct Pair {
    nodes: Vec<Node>,
    url: String,
    folder: TempDir,
}

/// Where an older program lies, built by `cargo xtask older`.
const OLDER: &str = "SALA_OLDER";

/// This program joins an older one on a database that the older one made.
fn old_and_new(older: &OsStr) -> Option<Pair> {
    let cluster = Cluster::shared()?;
    let url = cluster.url(&cluster.database(None));
    let folder = TempDir::new().expect("a temporary folder can be made");
    let nodes = vec![
        Node::start_program(older, &url, folder.path()),
        Node::start(&url, folder.path()),
    ];
    Some(Pair { nodes, url, folder })
}

fn pair() -> Option<Pair> {
    let cluster = Cluster::shared()?;
    let url = cluster.url(&cluster.database(None));
    let folder = TempDir::new().expect("a temporary folder can be made");
    let nodes = (0..2).map(|_| Node::start(&url, folder.path())).collect();
    Some(Pair { nodes, url, folder })
}

/// The database as a third node would see it.
async fn database(url: &str) -> Db {
    let mut options = Options::new(DatabaseUrl::Postgres(url.to_owned()), Clock::real(), Random::os());
    options.hears_others = true;
    Db::open(&options).await.expect("the database opens")
}

async fn get(http: &Http, host: &str, path: &str) -> (u16, String) {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let response = send(http, host, request).await.expect("the node answers");
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("the answer arrives");
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// All letters that any node handed over, newest first on each.
async fn letters(http: &Http, nodes: &[Node]) -> Vec<Value> {
    let mut all = Vec::new();
    for node in nodes {
        let request = Request::get("/dev/mail.json")
            .body(Body::empty())
            .expect("a request");
        if let Some(response) = send(http, &node.host, request).await {
            let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
                .await
                .expect("the letters arrive");
            all.extend(serde_json::from_slice::<Vec<Value>>(&bytes).expect("they are JSON"));
        }
    }
    all
}

/// The path of the sign-in link in a letter to this address.
async fn link_to(http: &Http, nodes: &[Node], to: &str) -> String {
    let began = Instant::now();
    loop {
        let found = letters(http, nodes).await;
        let mine = found.iter().find(|letter| letter["to"] == to);
        let text = mine
            .and_then(|letter| letter["text"].as_str())
            .unwrap_or_default();
        if let Some((_, rest)) = text.split_once("/l/") {
            let token = rest.split_whitespace().next().unwrap_or_default();
            return format!("/l/{token}");
        }
        assert!(began.elapsed() < Duration::from_secs(15), "no letter to {to}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_node_commits_the_other_shows_within_a_tenth_of_a_second() {
    let _alone = ALONE.write().await;
    let Some(pair) = pair() else { return };
    let (db, http) = (database(&pair.url).await, http());
    let mut took = Vec::new();
    for n in 0..15 {
        for node in &pair.nodes {
            get(&http, &node.host, EVENT).await;
        }
        let texts = serde_json::json!({"title": {"en": format!("Forum-{n}-")}});
        db.write(move |tx| {
            let statement = sql!("update event set texts = $1 where slug = 'dg-forum-4'");
            tx.run(statement, params![texts.clone()])
        })
        .await
        .expect("the title is changed");
        let began = Instant::now();
        for node in &pair.nodes {
            while !get(&http, &node.host, EVENT)
                .await
                .1
                .contains(&format!("Forum-{n}-"))
            {
                assert!(began.elapsed() < Duration::from_secs(3), "it never shows");
            }
        }
        took.push(began.elapsed());
    }
    took.sort();
    loudly(&format!(
        "nodes: a change is on both nodes after {:?} in the middle case, {:?} at most",
        took[7], took[14]
    ));
    assert!(took[7] < Duration::from_millis(100), "{took:?}");
}

/// Mele signs up and fills in the first step, each of her requests on another node.
async fn registering(pair: &Pair, http: &Http) -> Browser {
    let hosts = pair.nodes.iter().map(|node| node.host.clone()).collect();
    let clock = Clock::starting_at("2022-08-15T02:00:00Z".parse().expect("an instant"));
    let mut browser = Browser::new(balancer(hosts), clock);
    browser.open("/sign-up?next=/e/dg-forum-4/register").await;
    browser
        .fill("Name", "Mele Sample")
        .fill("Email", "mele@two.example")
        .fill("Password", "a long enough sentence")
        .press("Create account")
        .await;
    assert_eq!(browser.path(), "/sign-in/check-email", "{}", browser.text());
    // The minute between two letters holds on whatever node she asks.
    browser.open("/sign-in/check-email").await;
    let link = link_to(http, &pair.nodes, "mele@two.example").await;
    browser.open(&link).await.press("Sign in here").await;
    browser.see("You are not yet registered");
    browser
        .fill("Position", "Director-General")
        .press("Save and continue")
        .await;
    browser.see("Step 2 of 5");
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_does_not_notice_on_which_node_she_is_nor_that_one_of_them_dies() {
    let _beside = ALONE.read().await;
    let Some(mut pair) = pair() else { return };
    let http = http();
    let mut browser = registering(&pair, &http).await;
    pair.nodes[0].kill();
    for _ in 0..3 {
        browser.open("/e/dg-forum-4/register/you").await;
        assert_eq!(browser.status(), 200);
        assert!(
            browser.html().contains("Director-General"),
            "what she typed is on the other node"
        );
    }
    // A node started anew joins the others: the same people, the same codes.
    let again = Node::start(&pair.url, pair.folder.path());
    let request = Request::get("/health/ready")
        .body(Body::empty())
        .expect("a request");
    let ready = send(&http, &again.host, request).await.expect("it answers");
    assert_eq!(ready.status(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_does_not_notice_that_one_node_is_older_than_the_other() {
    let _beside = ALONE.read().await;
    let Some(older) = std::env::var_os(OLDER) else {
        loudly("nodes: no older program was built; `cargo xtask older` builds one");
        return;
    };
    let Some(pair) = old_and_new(&older) else { return };
    let http = http();
    let mut browser = registering(&pair, &http).await;
    browser
        .choose("Member or associate member")
        .fill("Member you represent", "Tonga")
        .choose("Head of delegation")
        .press("Save and continue")
        .await;
    browser.see("Step 3 of 5");
    for _ in 0..2 {
        browser.open("/e/dg-forum-4/register/delegation").await;
        assert_eq!(browser.status(), 200);
        assert!(browser.html().contains("Tonga"), "both read what either wrote");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s09_a_disabled_account_is_signed_out_on_every_node_within_a_second() {
    signed_out_everywhere(|tx| {
        let now = tx.now();
        let statement = sql!("update account set disabled_at = $1 where email = 'sione@two.example'");
        tx.run(statement, params![now]).map(drop)
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s09_a_merged_account_is_signed_out_on_every_node_within_a_second() {
    signed_out_everywhere(|tx| {
        let account = |tx: &mut db::Tx<'_>, email: &str| {
            let email = Email::parse(email).expect("it is an address");
            let found = people::account::by_email(tx, &email)?;
            Ok::<_, Fault>(found.expect("the account is there").id)
        };
        let merged = account(tx, "sione@two.example")?;
        let by = account(tx, "administrator@demo.sala.example")?;
        let into = Email::parse("delegate@demo.sala.example").expect("it is an address");
        let whence = people::model::Whence {
            ip: String::new(),
            ua: String::new(),
            zone: "UTC".to_owned(),
        };
        let slices = &[people::SLICE, registration::SLICE, site::SLICE];
        let done = people::merge::merge(tx, slices, by, (merged, &into), "He told us", &whence);
        assert!(done.is_ok(), "{done:?}");
        Ok(())
    })
    .await;
}

/// Signs somebody in, makes a change, and waits until every node has signed him out.
async fn signed_out_everywhere(change: fn(&mut db::Tx<'_>) -> Result<(), Fault>) {
    let _beside = ALONE.read().await;
    let Some(pair) = pair() else { return };
    let http = http();
    let hosts = pair.nodes.iter().map(|node| node.host.clone()).collect();
    let clock = Clock::starting_at("2022-08-15T02:00:00Z".parse().expect("an instant"));
    let mut browser = Browser::new(balancer(hosts), clock);
    browser.open("/sign-up?next=/account").await;
    browser
        .fill("Name", "Sione Sample")
        .fill("Email", "sione@two.example")
        .fill("Password", "a long enough sentence")
        .press("Create account")
        .await;
    let link = link_to(&http, &pair.nodes, "sione@two.example").await;
    browser.open(&link).await.press("Sign in here").await;
    let cookie = format!(
        "__Host-s={}",
        browser.jar.get("__Host-s").expect("she is signed in")
    );
    let is_in = async |host: &str| {
        let request = Request::get("/account")
            .header("cookie", &cookie)
            .body(Body::empty())
            .expect("a request");
        let answer = send(&http, host, request).await.expect("the node answers");
        answer.status().as_u16() == 200
    };
    for node in &pair.nodes {
        assert!(is_in(&node.host).await);
    }
    let db = database(&pair.url).await;
    db.write(change).await.expect("the account is changed");
    let began = Instant::now();
    for node in &pair.nodes {
        while is_in(&node.host).await {
            assert!(began.elapsed() < Duration::from_secs(1), "she is still in");
        }
    }
    loudly(&format!("nodes: the account was out after {:?}", began.elapsed()));
}

/// Creates accounts on one node until it is gone; the addresses that were acknowledged.
async fn sign_up_until_gone(http: Http, host: String, worker: usize, stop: Arc<AtomicBool>) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for n in 0..10_000 {
        let email = format!("load-{worker}-{n}@two.example");
        let form = format!(
            "name=Load+Sample&email={}&password=a+long+enough+sentence",
            email.replace('@', "%40")
        );
        let request = Request::post("/sign-up")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(form))
            .expect("a request");
        match send(&http, &host, request).await {
            Some(response) if response.status() == 303 => acknowledged.push(email),
            Some(_) => {}
            None => break,
        }
        if stop.load(Ordering::SeqCst) {
            break;
        }
    }
    acknowledged
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_killed_under_load_loses_nothing_it_acknowledged() {
    let _beside = ALONE.read().await;
    let Some(mut pair) = pair() else { return };
    let (http, stop) = (http(), Arc::new(AtomicBool::new(false)));
    let work = |worker: usize| {
        let host = pair.nodes[worker % 2].host.clone();
        tokio::spawn(sign_up_until_gone(http.clone(), host, worker, stop.clone()))
    };
    let workers: Vec<_> = (0..4).map(work).collect();
    tokio::time::sleep(Duration::from_secs(3)).await;
    pair.nodes[0].kill();
    tokio::time::sleep(Duration::from_millis(500)).await;
    stop.store(true, Ordering::SeqCst);
    let mut acknowledged = Vec::new();
    for worker in workers {
        acknowledged.extend(worker.await.expect("the worker ends"));
    }
    assert!(
        acknowledged.len() > 10,
        "only {} accounts were made",
        acknowledged.len()
    );
    let db = database(&pair.url).await;
    let kept: Vec<(String,)> = db
        .read(|tx| tx.all(sql!("select email from account where email like 'load-%'"), &[]))
        .await
        .expect("the accounts can be read");
    let lost: Vec<_> = acknowledged
        .iter()
        .filter(|email| !kept.iter().any(|(known,)| known == *email))
        .collect();
    loudly(&format!(
        "nodes: {} accounts acknowledged while a node was killed, {} lost",
        acknowledged.len(),
        lost.len()
    ));
    assert!(lost.is_empty(), "{lost:?}");
}

/// The release after this one has come to one node and changed a table; this release serves on beside it.
#[tokio::test(flavor = "multi_thread")]
async fn a_node_serves_on_when_a_newer_one_has_changed_the_schema() {
    let _beside = ALONE.read().await;
    let Some(pair) = pair() else { return };
    let http = http();
    // A session's cookie makes the node read afresh; after this every connection has its statements prepared.
    let read_afresh = async |host: &str| {
        let request = Request::get(EVENT)
            .header("cookie", format!("__Host-s={}", "a".repeat(43)))
            .body(Body::empty())
            .expect("a request");
        send(&http, host, request)
            .await
            .expect("the node answers")
            .status()
            .as_u16()
    };
    for _ in 0..40 {
        assert_eq!(read_afresh(&pair.nodes[0].host).await, 200);
    }
    let cluster = Cluster::shared().expect("it runs");
    let name = pair
        .url
        .split(['/', '?'])
        .nth(3)
        .expect("the address names the database");
    let changes = "alter table event add column sala_next text; alter table programme_session add column sala_next text; \
                   insert into schema_migration (name, applied_at) values ('9999_next.sql', 0)";
    assert!(cluster.try_psql(name, changes), "the schema is changed");
    for round in 0..40 {
        assert_eq!(read_afresh(&pair.nodes[0].host).await, 200, "round {round}");
    }
    let late = Node::start(&pair.url, pair.folder.path());
    assert_eq!(
        read_afresh(&late.host).await,
        200,
        "a node of this release also starts on it"
    );
}
