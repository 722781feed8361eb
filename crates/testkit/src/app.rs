//! The whole program in memory: its database, its files, its letters, a clock that stands still at nine in the morning
//! of 15 August 2022 in Bangkok.
use crate::engines::count;
use crate::mailbox::Mailbox;
use crate::postgres::Cluster;
use crate::{Browser, Engine, ORIGIN};
use axum::Router;
use axum::middleware::from_fn_with_state;
use base::{Clock, Email, Fault, Keys, Random};
use db::{DatabaseUrl, Db, Options};
use jiff::SignedDuration;
use mail::{Setting, Transport};
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;
use web::{App, Parts, Site, Slice};

/// When every test begins.
const MORNING: &str = "2022-08-15T02:00:00Z";

/// The program under test. Cheap to clone.
#[derive(Clone)]
pub struct TestApp(Arc<Inside>);

struct Inside {
    app: App,
    router: Router,
    letters: mail::Worker,
    jobs: jobs::Worker,
    mailbox: Mailbox,
    may_leave_work: AtomicBool,
    database: Option<String>,
    _folder: TempDir,
}

/// Runs one test on one engine; fails it when letters or jobs are left undone.
pub fn run<Body, Done>(engine: Engine, slices: &'static [Slice], test: &str, body: Body)
where
    Body: FnOnce(TestApp) -> Done,
    Done: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime can be made");
    runtime.block_on(async {
        let Some(app) = TestApp::start(slices, engine).await else {
            return;
        };
        body(app.clone()).await;
        app.end().await;
        count(engine, test);
    });
    // connections that are still open must not hold the test up
    runtime.shutdown_background();
}

impl TestApp {
    /// Starts the program with these slices; `None` where PostgreSQL is asked for and not installed.
    pub async fn start(slices: &'static [Slice], engine: Engine) -> Option<TestApp> {
        let clock = morning();
        let random = Random::seeded(2022);
        let (url, database) = match engine {
            Engine::Sqlite => (DatabaseUrl::SqliteInMemory, None),
            Engine::Postgres => {
                let name = postgres_copy(&clock).await?;
                let cluster = Cluster::shared()?;
                (DatabaseUrl::Postgres(cluster.url(&name)), Some(name))
            }
        };
        let options = Options::new(url, clock, random);
        Some(TestApp::open(slices, options, database).await)
    }

    /// Starts the program on a database of the test's own, such as one that another process locks.
    pub async fn start_on(slices: &'static [Slice], options: Options) -> TestApp {
        TestApp::open(slices, options, None).await
    }

    async fn open(slices: &'static [Slice], mut options: Options, database: Option<String>) -> TestApp {
        options.pool_size = 6;
        options.hears_others = true;
        let db = Db::open(&options).await.expect("a test's database opens");
        // a copy of the template has them all
        if database.is_none() {
            db.migrate().await.expect("the migrations run");
        }
        let Options { clock, random, .. } = options;
        let folder = TempDir::with_prefix("sala-test-").expect("a temporary folder can be made");
        let files = files::Store::open(folder.path()).expect("the store opens");
        let recorder = mail::Recorder::default();
        let (site, keys) = (site(), Keys::new([7; 32]));
        let setting = Setting {
            site_name: site.name.clone(),
            public_url: site.public_url.clone(),
            from: site.mail_from.clone(),
            now: clock.now(),
            keys: keys.clone(),
        };
        let kinds = slices.iter().flat_map(|slice| slice.mails).collect();
        let letters = mail::Worker::new(db.clone(), clock.clone(), kinds, Transport::Memory, &setting);
        let kinds = slices.iter().flat_map(|slice| slice.jobs).collect();
        let timers = slices.iter().flat_map(|slice| slice.timers).collect();
        let jobs = jobs::Worker::new(db.clone(), kinds, timers);
        let letters = letters.recording(recorder.clone());
        let mailbox = Mailbox::new(recorder.clone());
        let app = App::new(Parts {
            db,
            clock,
            random,
            files,
            site,
            keys,
            slices,
            letters: recorder,
            providers: oidc::Providers::default(),
        });
        let router = stack(&app);
        let may_leave_work = AtomicBool::new(false);
        let inside = Inside {
            app,
            router,
            letters,
            jobs,
            mailbox,
            may_leave_work,
            database,
            _folder: folder,
        };
        TestApp(Arc::new(inside))
    }

    /// The program as its pages see it.
    pub fn web(&self) -> &App {
        &self.0.app
    }

    pub fn db(&self) -> &Db {
        self.0.app.db()
    }

    /// Runs an operation that must succeed.
    pub async fn write<T: Send + 'static>(
        &self,
        op: impl Fn(&mut db::Tx<'_>) -> Result<T, Fault> + Send + Sync + 'static,
    ) -> T {
        self.db().write(op).await.expect("the operation succeeds")
    }

    /// Reads what must be readable.
    pub async fn read<T: Send + 'static>(
        &self,
        op: impl Fn(&mut db::Tx<'_>) -> Result<T, Fault> + Send + Sync + 'static,
    ) -> T {
        self.db().read(op).await.expect("the operation succeeds")
    }

    pub fn clock(&self) -> &Clock {
        self.0.app.clock()
    }

    /// Lets time pass.
    pub fn advance(&self, by: SignedDuration) {
        self.clock().advance(by);
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.0.router.clone(), self.clock().clone())
    }

    /// The same program with organizations whose accounts sign in.
    pub fn signing_in_with(&self, settings: Vec<oidc::Setting>) -> Router {
        let app = &self.0.app;
        let app = App::new(Parts {
            db: app.db().clone(),
            clock: app.clock().clone(),
            random: app.random().clone(),
            files: app.files().clone(),
            site: app.site().clone(),
            keys: app.keys().clone(),
            slices: app.slices(),
            letters: app.letters().clone(),
            providers: oidc::Providers::new(settings).expect("the settings are right"),
        });
        stack(&app)
    }

    /// The stack in front of the pages, for requests that no browser would send.
    pub fn router(&self) -> Router {
        self.0.router.clone()
    }

    /// Does all work and hands over all letters that are due.
    pub async fn deliver(&self) {
        loop {
            let done = self.0.jobs.run_due().await.expect("jobs run");
            let sent = self
                .0
                .letters
                .deliver_due()
                .await
                .expect("letters are handed over");
            if done + sent == 0 {
                return;
            }
        }
    }

    /// The mailboxes of everybody, after everything due was handed over.
    pub async fn mailbox(&self) -> &Mailbox {
        self.deliver().await;
        &self.0.mailbox
    }

    /// Says that this test ends on purpose with letters or jobs undone.
    pub fn may_leave_work(&self) {
        self.0.may_leave_work.store(true, Ordering::SeqCst);
    }

    /// Fails when something due was left undone, or given up.
    async fn end(&self) {
        let work = self
            .read(|tx| Ok((mail::waiting(tx)?, jobs::due(tx)?, jobs::failed(tx)?)))
            .await;
        if let (Some(cluster), Some(name)) = (Cluster::shared_if_started(), &self.0.database) {
            cluster.drop_database(name);
        }
        let (letters, due, failed) = work;
        assert!(failed.is_empty(), "jobs failed: {failed:?}");
        if !self.0.may_leave_work.load(Ordering::SeqCst) {
            let hint = "`app.mailbox().await` hands letters over; `app.may_leave_work()` says it is meant";
            assert_eq!(
                (letters, due),
                (0, 0),
                "letters waiting and jobs due at the end ({hint})"
            );
        }
    }
}

fn stack(app: &App) -> Router {
    let reader =
        |router: Router<App>, app: &App| router.layer(from_fn_with_state(app.clone(), people::visitor_layer));
    Router::new().fallback_service(web::stack(app, people::SESSION_COOKIE, reader).service)
}

/// A clock that stands still when every test begins.
pub fn morning() -> Clock {
    Clock::frozen(MORNING.parse().expect("the morning is an instant"))
}

fn site() -> Site {
    Site {
        zone: base::Zone::utc(),
        name: "Sala".to_owned(),
        public_url: ORIGIN.to_owned(),
        contact: Email::parse("secretariat@sala.example").ok(),
        mail_from: Email::parse("no-reply@sala.example").expect("the address is one"),
        proxies: web::Proxies::parse(["10.0.0.0/8"]).expect("it is a network"),
        dev: true,
        demo: false,
    }
}

/// A database with all migrations: a copy of one that was migrated once for this process.
async fn postgres_copy(clock: &Clock) -> Option<String> {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    static MAKING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let cluster = tokio::task::spawn_blocking(Cluster::shared)
        .await
        .expect("the cluster starts")?;
    let making = MAKING.lock().await;
    if TEMPLATE.get().is_none() {
        let name = cluster.database(None);
        let url = DatabaseUrl::Postgres(cluster.url(&name));
        let options = Options::new(url, clock.clone(), Random::seeded(1));
        let db = Db::open(&options).await.expect("the template opens");
        db.migrate().await.expect("the migrations run on PostgreSQL");
        drop(db);
        cluster.close_connections(&name);
        TEMPLATE.set(name).expect("the template is made once");
    }
    drop(making);
    let template = TEMPLATE.get()?;
    tokio::task::spawn_blocking(|| cluster.database(Some(template)))
        .await
        .ok()
}
