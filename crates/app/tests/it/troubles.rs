//! A database that is locked, full or gone: the visitor is told to come back, the log says why under the same number,
//! and the next request is answered as if nothing had been.
use crate::SLICES;
use crate::api::{ALL, Client, desk};
use base::Random;
use db::{DatabaseUrl, Db, Options};
use jiff::SignedDuration;
use people::Role;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;
use testkit::postgres_server::Server;
use testkit::{Browser, TestApp, morning};

/// What the program under test wrote to its log.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// Tells this test program that it is the second process, and which file to lock.
const LOCK: &str = "SALA_TEST_LOCK";
const HELD: &str = "the lock is held";

struct Log;

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The program on a database of its own. Each `seed` makes other numbers of problems.
async fn start(url: DatabaseUrl, seed: u64, max_pages: Option<i64>) -> TestApp {
    let log = tracing_subscriber::fmt().with_ansi(false).with_writer(|| Log);
    let _ = log.try_init();
    let mut options = Options::new(url, morning(), Random::seeded(seed));
    options.max_pages = max_pages;
    TestApp::start_on(SLICES, options).await
}

fn file_in(folder: &TempDir) -> DatabaseUrl {
    DatabaseUrl::Sqlite(folder.path().join("sala.sqlite").display().to_string())
}

/// Sends the form that writes most: an account in French.
async fn sign_up(browser: &mut Browser, email: &str) {
    browser.open("/sign-up").await;
    send_sign_up(browser, email).await;
}

/// Fills and sends the form that she sees.
async fn send_sign_up(browser: &mut Browser, email: &str) {
    browser
        .fill("Nom", "Meleane Tui")
        .fill("Adresse électronique", email)
        .fill("Mot de passe", "correct horse")
        .press("Créer un compte")
        .await;
}

/// Somebody who has signed in, a minute and more ago.
async fn signed_in(app: &TestApp) -> Browser {
    let mut browser = app.browser().speaking("fr");
    sign_up(&mut browser, "mele@foreign.example").await;
    browser.see("Consultez votre messagerie");
    let letter = app.mailbox().await.take_letter_to("mele@foreign.example");
    browser
        .open(&letter.link("/l/"))
        .await
        .press("Se connecter ici")
        .await;
    browser.open("/account").await.see("Meleane Tui");
    app.advance(SignedDuration::from_secs(90));
    browser
}

/// The answer is a page in French that says to come back and gives a number. The number is in the log with the reason,
/// and no word of the reason is on the page.
fn says_to_come_back(browser: &Browser, reason: &str) {
    assert_eq!(browser.status(), 503, "{}:\n{}", browser.path(), browser.text());
    assert_eq!(browser.header("retry-after"), "5");
    assert!(browser.html().contains("<html lang=\"fr\" dir=\"ltr\""));
    browser.see("Le site est très sollicité");
    let text = browser.text().to_owned();
    let (_, number) = text
        .split_once("indiquez ce numéro :")
        .expect("the page gives a number");
    let number = number.split_whitespace().next().expect("a number");
    let log = LOG.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let log = String::from_utf8(log).expect("the log is text");
    let mut lines = log.lines().filter(|line| line.contains(number));
    let failed = lines.find(|line| line.contains("a request failed"));
    let failed = failed.expect("the number is in the log");
    assert!(failed.contains(reason), "{failed}");
    let (_, fault) = failed.split_once("fault=").expect("the log gives the reason");
    let html = browser.html();
    for word in fault.trim_matches('"').split(": ").filter(|word| word.len() > 3) {
        assert!(!html.contains(word), "the page says {word:?}");
    }
}

async fn opens(browser: &mut Browser, path: &str) {
    let status = browser.open(path).await.status();
    assert_eq!(status, 200, "{path}:\n{}", browser.text());
}

/// A second process that holds the lock of a file until its standard input ends.
struct Holder {
    child: Child,
    /// Kept open: the harness of the second process says how its test ended.
    _said: BufReader<ChildStdout>,
}

impl Holder {
    fn of(file: &Path) -> Holder {
        let this_program = std::env::current_exe().expect("a program knows its file");
        let mut child = Command::new(this_program)
            .args([
                "troubles::a_database_that_another_process_locks",
                "--exact",
                "--nocapture",
            ])
            .env(LOCK, file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the second process starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output is ours"));
        let mut lines = said.by_ref().lines().map_while(Result::ok);
        assert!(
            lines.any(|line| line.contains(HELD)),
            "the second process holds the lock"
        );
        Holder { child, _said: said }
    }

    fn release(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().expect("it ends").success());
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The second process's part: a transaction that writes and does not end.
async fn hold(file: String) {
    let options = Options::new(DatabaseUrl::Sqlite(file), morning(), Random::seeded(9));
    let db = Db::open(&options).await.expect("the file opens");
    let held = db.write(|tx| {
        tx.run(db::sql!("delete from timer where name = ''"), &[])?;
        let said = std::io::stdout().write_all(format!("{HELD}\n").as_bytes());
        said.expect("the first process listens");
        let _ = std::io::stdin().read_line(&mut String::new());
        Ok::<_, base::Fault>(())
    });
    held.await.expect("the transaction ends well");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_another_process_locks() {
    if let Ok(file) = std::env::var(LOCK) {
        return hold(file).await;
    }
    let folder = TempDir::new().expect("a temporary folder can be made");
    let app = start(file_in(&folder), 1, None).await;
    app.write(|tx| members::load(tx).map(drop)).await;
    let mut mele = signed_in(&app).await;
    let anybody = Client::new(&app).await;
    let program = anybody.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
    let holder = Holder::of(&folder.path().join("sala.sqlite"));
    let mut visitor = app.browser().speaking("fr");
    sign_up(&mut visitor, "sione@foreign.example").await;
    says_to_come_back(&visitor, "database is locked");
    opens(&mut visitor, "/members").await;
    // that she was seen cannot be noted now, and she reads on
    opens(&mut mele, "/account").await;
    mele.see("Meleane Tui");
    // nor how often a program asked, and that its token was used
    assert_eq!(anybody.get("/members/TON").await.status, 200);
    assert_eq!(program.get("/me").await.status, 200);
    let told = program
        .ask("DELETE", "/roles/00000000000000000000000000/chair", &[], "")
        .await;
    assert_eq!(
        (told.problem(), told.header("retry-after")),
        ((503, "unavailable", vec![]), "5")
    );
    holder.release();
    sign_up(&mut visitor, "sione@foreign.example").await;
    visitor.see("Consultez votre messagerie");
    app.mailbox().await.take_letter_to("sione@foreign.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_is_full() {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let app = start(file_in(&folder), 2, None).await;
    app.write(|tx| members::load(tx).map(drop)).await;
    let (pages,): (i64,) = app.read(|tx| tx.one(&PAGES, &[])).await;
    drop(app);
    let app = start(file_in(&folder), 3, Some(pages + 16)).await;
    let mut mele = signed_in(&app).await;
    let mut visitor = app.browser().speaking("fr");
    let mut people = (0..200).map(|number| format!("person{number}@foreign.example"));
    while visitor.status() != 503 {
        let _ = app.db().write(fill).await;
        let email = people.next().expect("the disk fills");
        sign_up(&mut visitor, &email).await;
        app.advance(SignedDuration::from_secs(61));
    }
    says_to_come_back(&visitor, "full");
    opens(&mut visitor, "/members").await;
    opens(&mut mele, "/account").await;
    app.write(|tx| {
        tx.run(db::sql!("delete from timer where name like '%xxx'"), &[])
            .map(drop)
    })
    .await;
    sign_up(&mut visitor, "sione@foreign.example").await;
    visitor.see("Consultez votre messagerie");
    app.mailbox().await.take_letter_to("sione@foreign.example");
}

/// Takes room.
fn fill(tx: &mut db::Tx<'_>) -> Result<(), base::Fault> {
    let (id, now): (base::Id<()>, _) = (tx.new_id(), tx.now());
    let name = format!("{id}{}", "x".repeat(2000));
    let insert = db::sql!("insert into timer (name, next_at) values ($1, $2)");
    tx.run(insert, db::params![name, now]).map(drop)
}

static PAGES: db::Sql = db::Sql::new("pragma page_count", file!(), line!());

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_stops_and_starts() {
    let Some(server) = Server::start_new() else { return };
    let app = start(DatabaseUrl::Postgres(server.url()), 4, None).await;
    app.write(|tx| members::load(tx).map(drop)).await;
    let mut mele = signed_in(&app).await;
    let mut visitor = app.browser().speaking("fr");
    visitor.open("/sign-up").await;
    server.stop();
    send_sign_up(&mut visitor, "sione@foreign.example").await;
    says_to_come_back(&visitor, "connecting to the database");
    visitor.open("/members").await;
    says_to_come_back(&visitor, "connecting to the database");
    // not "sign in first": she is signed in, and nobody can tell now
    mele.open("/account").await;
    says_to_come_back(&mele, "connecting to the database");
    visitor.open("/health/ready").await;
    assert_eq!(
        (visitor.status(), visitor.header("retry-after")),
        (503, "5".to_owned())
    );
    opens(&mut visitor, "/health/live").await;
    server.start();
    opens(&mut visitor, "/members").await;
    opens(&mut mele, "/account").await;
    mele.see("Meleane Tui");
    sign_up(&mut visitor, "sione@foreign.example").await;
    visitor.see("Consultez votre messagerie");
    opens(&mut visitor, "/health/ready").await;
}
