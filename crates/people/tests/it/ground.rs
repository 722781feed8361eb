//! What the tests of operations stand on: a database, a clock that stands still, a person with a password.

use base::{Clock, Email, Id, Keys, Random};
use db::{Db, Tx};
use i18n::Locale;
use jiff::SignedDuration;
use people::complete::{self, Asking};
use people::mint::{self, Minted};
use people::model::{Account, BrowserHash, Flow, Origin, SignedIn};
use people::throttle::Namer;
use people::{account, flows, secrets, start};
use testkit::TestApp;

pub const KEY: &[u8] = b"a key of the server for tests";
pub const EMAIL: &str = "mele@foreign.example";
pub const PASSWORD: &str = "correct horse";

/// The database, its clock, and one account.
pub struct Ground {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub keys: Keys,
    pub account: Id<Account>,
}

/// The slices these tests need.
pub const SLICES: &[web::Slice] = &[people::SLICE];

/// The account of Mele, on the database of a test.
pub async fn ground(app: &TestApp) -> Ground {
    app.may_leave_work();
    let (db, clock, random) = (app.db().clone(), app.clock().clone(), app.web().random().clone());
    let mut ground = Ground {
        db,
        clock,
        random,
        keys: app.web().keys().clone(),
        account: Id::from_uuid(uuid::Uuid::nil()),
    };
    let email = Email::parse(EMAIL).unwrap();
    let known = ground.write(move |tx| account::by_email(tx, &email)).await;
    ground.account = match known {
        Some(account) => account.id,
        None => ground.person(EMAIL, "Mele Taufa").await,
    };
    ground
}

impl Ground {
    /// Another account, with the usual password.
    pub async fn person(&self, email: &str, name: &str) -> Id<Account> {
        let phc = people::hash_password(&self.keys, &self.random, PASSWORD)
            .await
            .unwrap();
        let new = account::NewAccount {
            email: Email::parse(email).unwrap(),
            name: name.to_owned(),
            locale: Locale::En,
            phc: Some(phc),
        };
        self.write(move |tx| account::create_account(tx, &new)).await
    }

    pub async fn write<T: Send + 'static>(
        &self,
        op: impl Fn(&mut Tx<'_>) -> Result<T, base::Fault> + Send + Sync + 'static,
    ) -> T {
        self.db.write(op).await.unwrap()
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    /// The password of an address was right in a browser.
    pub async fn start_as(&self, email: &str, browser: &str) -> Id<Flow> {
        let email = Email::parse(email).unwrap();
        let from = from(browser);
        self.write(move |tx| {
            let right = account::credentials(tx, &email)?.unwrap();
            start::start(tx, &right, &from)
        })
        .await
    }

    pub async fn start(&self, browser: &str) -> Id<Flow> {
        self.start_as(EMAIL, browser).await
    }

    pub async fn flow(&self, id: Id<Flow>) -> Flow {
        self.write(move |tx| Ok(flows::by_id(tx, id)?.unwrap())).await
    }

    /// The letter of a sign-in is handed over.
    pub async fn mint(&self, id: Id<Flow>) -> Minted {
        let letter: Id<Flow> = self.write(|tx| Ok(tx.new_id())).await;
        self.write(move |tx| {
            let flow = flows::by_id(tx, id)?.unwrap();
            let minted = mint::mint(tx, &flow, letter.uuid(), KEY)?.unwrap();
            mint::handed_over(tx, id.uuid(), letter.uuid())?;
            Ok(minted)
        })
        .await
    }

    /// The link is opened (its page sends itself on) in a browser.
    pub async fn click(&self, token: &str, browser: &str) -> Option<SignedIn> {
        let (hash, asking) = (secrets::hash(token), asking(browser));
        match self
            .db
            .write(move |tx| complete::by_link(tx, &hash, &asking))
            .await
        {
            Ok(done) => Some(done),
            Err(complete::Refused::NotNow) => None,
            Err(complete::Refused::Fault(fault)) => panic!("{fault}"),
        }
    }

    /// A code is typed on the waiting page of a browser.
    pub async fn type_code(&self, id: Id<Flow>, typed: &str, browser: &str) -> Option<SignedIn> {
        let (hash, asking, typed) = (browser_hash(browser), asking(browser), typed.to_owned());
        let namer = Namer::of(&self.keys);
        let taken = self
            .db
            .write(move |tx| people::code::count_try(tx, &namer, id, &hash))
            .await
            .ok()?;
        let Some(link) = self
            .write(move |tx| people::code::matching(tx, id, &typed, KEY))
            .await
        else {
            self.write(move |tx| people::code::failed(tx, id, taken)).await;
            return None;
        };
        self.db
            .write(move |tx| complete::by_code(tx, link, taken, &asking))
            .await
            .ok()
    }

    /// How many sessions there are.
    pub async fn sessions(&self) -> i64 {
        self.count(db::sql!("select cast(count(*) as bigint) from signin_session"))
            .await
    }

    /// How many sign-ins were written down as completed.
    pub async fn completions(&self) -> i64 {
        self.count(db::sql!(
            "select cast(count(*) as bigint) from audit where event = 'sign_in.completed'"
        ))
        .await
    }

    pub async fn count(&self, sql: &'static db::Sql) -> i64 {
        let (n,): (i64,) = self.write(move |tx| tx.one(sql, &[])).await;
        n
    }
}

pub fn browser_hash(browser: &str) -> BrowserHash {
    BrowserHash(secrets::hash(browser))
}

pub fn from(browser: &str) -> Origin {
    Origin {
        browser: browser_hash(browser),
        ip: "192.0.2.7".to_owned(),
        ua: "Mozilla/5.0 (Windows NT 10.0; rv:103.0) Gecko/20100101 Firefox/103.0".to_owned(),
        zone: "Asia/Bangkok".to_owned(),
        locale: Locale::En,
        next: "/e/forum/register".to_owned(),
    }
}

pub fn asking(browser: &str) -> Asking {
    Asking {
        browser: browser_hash(browser),
        session: None,
        ip: "192.0.2.7".to_owned(),
        ua: "Firefox/1".to_owned(),
    }
}
