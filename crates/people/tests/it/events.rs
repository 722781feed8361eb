//! The waiting page hears where its sign-in stands, without asking.

use std::net::SocketAddr;
use std::time::Duration;

use base::Random;
use db::{DatabaseUrl, Options};
use serde_json::{Value, json};
use testkit::postgres::Cluster;
use testkit::{Browser, TestApp, both_engines, morning};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::ground::SLICES;
use crate::site::{MELE, Site, site};
use crate::throttle::number_of;

const WAITING: &str = "Waiting for you to open the link";

/// The site on an address of its own.
async fn served(site: &Site) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = site.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// A connection that hears.
struct Ear(BufReader<TcpStream>);

impl Ear {
    async fn open(to: SocketAddr, browser: &Browser) -> Ear {
        let cookie = browser.jar.get("__Host-b").unwrap();
        let mut stream = TcpStream::connect(to).await.unwrap();
        let head = format!(
            "GET /sign-in/events HTTP/1.1\r\nHost: sala.example\r\nCookie: __Host-b={cookie}\r\n\
             Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        Ear(BufReader::new(stream))
    }

    /// The next line that is not empty, within so many seconds; nothing at the end.
    async fn line(&mut self, seconds: u64) -> Option<String> {
        loop {
            let mut line = String::new();
            let read = timeout(Duration::from_secs(seconds), self.0.read_line(&mut line));
            if read.await.expect("something is heard in time").unwrap() == 0 {
                return None;
            }
            if !line.trim().is_empty() {
                return Some(line.trim().to_owned());
            }
        }
    }

    /// Hears where it stands, within two seconds.
    async fn hear(&mut self) -> Value {
        loop {
            let line = self.line(2).await.expect("the answer goes on");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// Nothing comes any more.
    async fn ends(&mut self) {
        while let Some(line) = self.line(2).await {
            assert!(!line.starts_with("data:"), "{line}");
        }
    }
}

/// The link opened on the telephone, and the number of the waiting screen typed there.
async fn type_number(site: &Site, link: &str, waiting: &Browser) {
    let mut phone = site.phone();
    phone
        .open(link)
        .await
        .fill("Number shown on that screen", &number_of(waiting))
        .press("Sign in there")
        .await;
}

both_engines! {
async fn l09_the_waiting_page_hears_at_once_that_the_number_was_typed(app: TestApp) {
    let site = site(&app).await;
    let address = served(&site).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let before = site.state().await;
    let mut ear = Ear::open(address, &mine).await;
    let mut head = Vec::new();
    while let Some(line) = ear.line(2).await.filter(|line| !line.starts_with("retry")) {
        head.push(line.to_ascii_lowercase());
    }
    for header in ["content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no"] {
        assert!(head.iter().any(|line| line == header), "{header}: {head:?}");
    }
    assert_eq!(ear.hear().await, json!({"text": WAITING, "done": false, "end": false}));
    assert_eq!(site.state().await, before, "it only reads");
    type_number(&site, &link, &mine).await;
    let text = "The number was typed on the other device. Signing you in";
    assert_eq!(ear.hear().await, json!({"text": text, "done": true, "end": false}));
    ear.ends().await;
}

async fn l09_every_waiting_page_hears_of_its_own_sign_in_only(app: TestApp) {
    let site = site(&app).await;
    site.person("sione@foreign.example", "Sione").await;
    let address = served(&site).await;
    let (mut mine, mut his) = (site.browser(), site.browser());
    let link = site.start(&mut mine, MELE).await;
    site.start(&mut his, "sione@foreign.example").await;
    let mut ears = [Ear::open(address, &mine).await, Ear::open(address, &mine).await, Ear::open(address, &his).await];
    for ear in &mut ears {
        assert_eq!(ear.hear().await["text"], WAITING);
    }
    mine.open(&link).await.press("Sign in here").await.see("Mele Taufa");
    for ear in &mut ears[..2] {
        assert_eq!(ear.hear().await, json!({"text": "You are signed in", "done": true, "end": false}));
        ear.ends().await;
    }
    his.press("Cancel this sign-in").await;
    let text = "This sign-in has ended. Start again.";
    assert_eq!(ears[2].hear().await, json!({"text": text, "done": false, "end": true}));
    ears[2].ends().await;
}

async fn l09_a_sign_of_life_comes_every_quarter_of_a_minute_and_the_end_of_the_hour_is_told(app: TestApp) {
    let site = site(&app).await;
    let address = served(&site).await;
    let mut mine = site.browser();
    site.start(&mut mine, MELE).await;
    let mut ear = Ear::open(address, &mine).await;
    assert_eq!(ear.hear().await["text"], WAITING);
    site.wait(3599);
    while ear.line(17).await.unwrap() != ":" {}
    site.wait(1);
    loop {
        let line = ear.line(17).await.unwrap();
        if let Some(data) = line.strip_prefix("data: ") {
            assert!(data.contains("This sign-in has expired."), "{data}");
            break;
        }
    }
    ear.ends().await;
}
}

#[tokio::test(flavor = "multi_thread")]
async fn l09_a_page_that_waits_on_one_node_hears_what_another_has_done() {
    let Some(cluster) = Cluster::shared() else { return };
    let (url, clock) = (
        DatabaseUrl::Postgres(cluster.url(&cluster.database(None))),
        morning(),
    );
    let start = async || {
        let options = Options::new(url.clone(), clock.clone(), Random::seeded(2022));
        TestApp::start_on(SLICES, options).await
    };
    let (first, second) = (start().await, start().await);
    let (first, second) = (site(&first).await, site(&second).await);
    let mut mine = first.browser();
    let link = first.start(&mut mine, MELE).await;
    let mut ear = Ear::open(served(&second).await, &mine).await;
    assert_eq!(ear.hear().await["text"], WAITING);
    type_number(&first, &link, &mine).await;
    assert_eq!(ear.hear().await["done"], true);
}
