//! Mail in trouble, as operators and administrators learn of it: by their program, their command, the desk, and what a
//! balancer asks.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::{Arc, Mutex};

use base::Email;
use jiff::SignedDuration;
use mail::{Setting, Transport, Worker};
use people::Role;
use site::Alerts;
use tempfile::TempDir;
use testkit::{TestApp, both_engines};

use crate::support::{ADA, RANGI, SLICES, holder};

/// A program of the operators: keeps what it is told and answers as it is told to.
struct Receiver {
    port: u16,
    told: Arc<Mutex<Vec<String>>>,
}

impl Receiver {
    /// Answers 503 so many times first.
    fn start(mut busy: usize) -> Receiver {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let told = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&told);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut request = Vec::new();
                let mut byte = [0];
                while !request.ends_with(b"\r\n\r\n") {
                    assert_eq!(stream.read(&mut byte).unwrap(), 1, "the head ends");
                    request.push(byte[0]);
                }
                let head = String::from_utf8(request).unwrap().to_ascii_lowercase();
                assert!(head.starts_with("post /hook?key=s3cret http/1.1\r\n"), "{head}");
                assert!(head.contains("content-type: application/json"), "{head}");
                let length = head
                    .split("content-length: ")
                    .nth(1)
                    .unwrap()
                    .lines()
                    .next()
                    .unwrap();
                let mut body = vec![0; length.parse().unwrap()];
                stream.read_exact(&mut body).unwrap();
                let status = if busy > 0 {
                    "503 Service Unavailable"
                } else {
                    "204 No Content"
                };
                busy = busy.saturating_sub(1);
                kept.lock()
                    .unwrap()
                    .push(format!("{} {}", &status[..3], String::from_utf8(body).unwrap()));
                let _ = write!(stream, "HTTP/1.1 {status}\r\nconnection: close\r\n\r\n");
                let _ = stream.shutdown(Shutdown::Both);
            }
        });
        Receiver { port, told }
    }

    /// The answers and what was told: `204 mail.letters.began`.
    fn told(&self) -> Vec<String> {
        let told = self.told.lock().unwrap();
        let short = told.iter().map(|line| {
            let (status, json) = line.split_once(' ').unwrap();
            let told: serde_json::Value = serde_json::from_str(json).unwrap();
            format!("{status} {}", told["event"].as_str().unwrap())
        });
        short.collect()
    }
}

/// A command that writes down what it is told.
fn command(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("tell");
    let told = folder.join("told");
    let text = format!(
        "#!/bin/sh\necho \"$1\" >>'{0}'\ncat >>'{0}.json'\n",
        told.display()
    );
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

/// The work of one node of the site, whose operators want to be told.
fn node(app: &TestApp, alerts: &Alerts) -> jobs::Worker {
    let kinds = SLICES.iter().flat_map(|slice| slice.jobs).collect();
    let timers = SLICES.iter().flat_map(|slice| slice.timers).collect();
    let worker = jobs::Worker::new(app.db().clone(), kinds, timers);
    worker.doing(site::ALERT, alerts.clone().outside(app.web()))
}

/// The way letters leave, closed: what should be a folder is a file. It is opened by taking that away.
struct Way {
    folder: TempDir,
    worker: Worker,
}

impl Way {
    fn closed(app: &TestApp) -> Way {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letters");
        fs::write(&path, "").unwrap();
        let setting = Setting {
            site_name: "Sala".to_owned(),
            public_url: testkit::ORIGIN.to_owned(),
            from: Email::parse("no-reply@sala.example").unwrap(),
            now: app.clock().now(),
            keys: app.web().keys().clone(),
        };
        let kinds = SLICES.iter().flat_map(|slice| slice.mails).collect();
        let (db, clock) = (app.db().clone(), app.clock().clone());
        let worker = Worker::new(db, clock, kinds, Transport::Folder(path), &setting);
        Way { folder, worker }
    }

    fn path(&self) -> String {
        self.folder.path().join("letters").display().to_string()
    }

    fn open(&self) {
        fs::remove_file(self.path()).unwrap();
    }

    async fn deliver(&self) {
        self.worker.deliver_due().await.unwrap();
    }
}

/// Somebody asks for a letter, and three tries of it fail.
async fn letters_do_not_leave(app: &TestApp) -> Way {
    let way = Way::closed(app);
    let mut visitor = app.browser();
    visitor
        .open("/reset")
        .await
        .fill("Email", RANGI)
        .press("Send the link")
        .await;
    for wait in [0, 5, 15] {
        app.advance(SignedDuration::from_secs(wait));
        way.deliver().await;
    }
    way
}

async fn ready(app: &TestApp) -> String {
    let mut balancer = app.browser();
    assert_eq!(balancer.open("/health/ready").await.status(), 200);
    balancer.html().clone()
}

both_engines! {
async fn operators_are_told_once_when_it_begins_and_once_when_it_is_over_by_one_of_two_nodes(app: TestApp) {
    let folder = tempfile::tempdir().unwrap();
    let receiver = Receiver::start(1);
    let hook = format!("http://127.0.0.1:{}/hook?key=s3cret", receiver.port);
    let alerts = Alerts::new(Some(&hook), Some(command(folder.path()))).unwrap();
    alerts.check().unwrap();
    assert_eq!(alerts.host(), Some(format!("http://127.0.0.1:{}", receiver.port)), "the key is not told");
    holder(&app, "Rangi Iti", RANGI, Role::Registrar).await;
    app.advance(SignedDuration::from_secs(60));
    let (one, other) = (node(&app, &alerts), node(&app, &alerts));
    let work = async || {
        let (one, other) = tokio::join!(one.run_due(), other.run_due());
        one.unwrap() + other.unwrap()
    };
    work().await;
    let way = letters_do_not_leave(&app).await;
    work().await;
    assert!(receiver.told().is_empty(), "what may be over in a moment is not told");
    app.advance(SignedDuration::from_secs(30));
    work().await;
    assert_eq!(receiver.told(), ["503 mail.letters.began"], "the program was busy");
    app.advance(SignedDuration::from_secs(15));
    work().await;
    assert_eq!(receiver.told(), ["503 mail.letters.began", "204 mail.letters.began"]);
    app.advance(SignedDuration::from_secs(3600));
    work().await;
    assert_eq!(receiver.told().len(), 2, "once");
    let said = fs::read_to_string(folder.path().join("told")).unwrap();
    let expected = format!("letters do not leave: {}: making the folder for letters", way.path());
    assert!(said.starts_with(&expected) && said.lines().count() == 1, "{said}");
    let json = fs::read_to_string(folder.path().join("told.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (json["event"].as_str(), json["site"].as_str(), json["letters_waiting"].as_i64(), json["oldest_letter_seconds"].as_i64()),
        (Some("mail.letters.began"), Some(testkit::ORIGIN), Some(1), Some(50))
    );
    assert!(!json.to_string().contains(RANGI), "nobody is named: {json}");
    way.open();
    way.deliver().await;
    app.advance(SignedDuration::from_secs(10));
    work().await;
    work().await;
    assert_eq!(receiver.told()[2..], ["204 mail.letters.ended"]);
    let said = fs::read_to_string(folder.path().join("told")).unwrap();
    assert_eq!(said.lines().nth(1), Some("letters leave again"), "{said}");
}

async fn a_command_that_fails_keeps_nobody_from_being_told(app: TestApp) {
    let receiver = Receiver::start(0);
    let hook = format!("http://127.0.0.1:{}/hook?key=s3cret", receiver.port);
    let alerts = Alerts::new(Some(&hook), Some("/nowhere/tell".into())).unwrap();
    assert!(alerts.check().unwrap_err().to_string().contains("/nowhere/tell"));
    holder(&app, "Rangi Iti", RANGI, Role::Registrar).await;
    let way = letters_do_not_leave(&app).await;
    app.advance(SignedDuration::from_secs(30));
    node(&app, &alerts).run_due().await.unwrap();
    assert_eq!(receiver.told(), ["204 mail.letters.began"]);
    way.open();
    way.deliver().await;
}

async fn administrators_see_it_on_the_desk_and_balancers_are_told(app: TestApp) {
    let mut ada = holder(&app, "Ada Vaea", ADA, Role::Administrator).await;
    let mut rangi = holder(&app, "Rangi Iti", RANGI, Role::Registrar).await;
    ada.open("/desk").await;
    assert!(!ada.text().contains("Letters have not left"), "{}", ada.text());
    assert!(ready(&app).await.contains(r#""mail":"ok""#));
    let way = letters_do_not_leave(&app).await;
    let told = ready(&app).await;
    assert!(told.contains(r#""mail":"degraded""#) && told.contains(r#""mail_oldest_seconds":20"#), "{told}");
    ada.open("/desk").await.see("Letters have not left, or only late, since 15 August 2022");
    ada.follow("Mail").await;
    assert_eq!(ada.path(), "/desk/mail");
    ada.see("Letters have not left, or only late, since 15 August 2022");
    ada.see(&format!("{}: takes none", way.path())).see("The answer was: making the folder for letters");
    rangi.open("/desk").await;
    assert!(!rangi.text().contains("Letters have not left"), "{}", rangi.text());
    way.open();
    app.advance(SignedDuration::from_secs(30));
    way.deliver().await;
    assert!(ready(&app).await.contains(r#""mail":"ok""#));
    ada.open("/desk").await;
    assert!(!ada.text().contains("Letters have not left"), "{}", ada.text());
    ada.open("/desk/mail").await.see(&format!("{}: takes letters.", way.path()));
}
}
