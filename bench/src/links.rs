//! A mailed link is verified and opens a session: `people::complete::by_link`, 64 and 256 at once, beside the statements it
//! runs on one connection with one commit each; then the same on a large database.
use base::{Email, Fault, Id, Random, Result};
use db::Db;
use i18n::Locale;
use people::account::Credentials;
use people::complete::{self, Asking};
use people::model::{BrowserHash, Origin};
use people::{NewAccount, flows, mint, secrets, start};
use std::path::Path;
use std::time::Instant;

use crate::line::{self, Line};
use crate::peer::{Peer, statement};
use crate::race::{per_second, race};
use crate::site;
use crate::sizes::{self, ONE_BY_ONE};

const LINKS: usize = 12_800;
const PEERS: usize = 2_560;
const IP: &str = "192.0.2.7";
const UA: &str = "Firefox on Linux";

/// A link that waits to be opened.
#[derive(Clone)]
pub struct Waiting {
    pub token: [u8; 32],
    browser: [u8; 32],
}

impl Waiting {
    /// Whoever opens it in the browser that waits.
    pub fn asking(&self) -> Asking {
        Asking {
            browser: BrowserHash(self.browser),
            session: None,
            ip: IP.to_owned(),
            ua: UA.to_owned(),
        }
    }
}

pub async fn run(folder: &Path) -> Result<()> {
    let [small, large] = sizes::measure(folder, "sign-in", write, together, one_by_one).await?;
    let line = |what: &str, ours, against, aim| {
        line::say(&Line {
            what: format!("sign-in link verified, SQLite, {what}"),
            unit: "/s",
            ours,
            against: Some(against),
            aim,
        });
    };
    let single = (ONE_BY_ONE, small.one_by_one);
    line("64 at once", small.at_64, single, Some(4.0));
    line("256 at once", small.at_256, single, None);
    let at_64 = "64 at once, large database";
    line(at_64, large.at_64, ("small database", small.at_64), Some(0.9));
    line(at_64, large.at_64, (ONE_BY_ONE, large.one_by_one), Some(4.0));
    Ok(())
}

/// Accounts with a sign-in under way each, made by the operations of the pages.
pub async fn write(db: &Db) -> Result<()> {
    for from in (0..LINKS).step_by(500) {
        db.write(move |tx| {
            for n in from..LINKS.min(from + 500) {
                let email = Email::parse(&format!("link-{n}@bench.sala.example"));
                let new = NewAccount {
                    email: email.map_err(|_| Fault::new("writing an address"))?,
                    name: format!("Link Sample {n}"),
                    locale: Locale::En,
                    phc: Some("none".to_owned()),
                };
                let right = Credentials {
                    account: people::create_account(tx, &new)?,
                    name: new.name,
                    phc: "none".to_owned(),
                    auth_epoch: 0,
                    verified: true,
                };
                let origin = Origin {
                    browser: BrowserHash(secrets::hash(&secrets::cookie(tx.random()))),
                    ip: IP.to_owned(),
                    ua: UA.to_owned(),
                    zone: "Asia/Bangkok".to_owned(),
                    locale: Locale::En,
                    next: "/".to_owned(),
                };
                let flow = start::start(tx, &right, &origin)?;
                let flow = flows::by_id(tx, flow)?.ok_or_else(|| Fault::new("finding the sign-in"))?;
                let letter: Id<Waiting> = tx.new_id();
                mint::mint(tx, &flow, letter.uuid(), &[7; 32])?;
            }
            Ok::<_, Fault>(())
        })
        .await?;
    }
    Ok(())
}

/// The links that wait in a file.
pub fn waiting(path: &Path) -> Result<Vec<Waiting>> {
    let waiting = "select l.token_hash, f.browser_hash from signin_link l join signin_flow f on f.id = l.flow_id order by l.id";
    Peer::open(path)?.rows(waiting, |row| {
        Ok(Waiting {
            token: row.get(0)?,
            browser: row.get(1)?,
        })
    })
}

async fn together(path: &Path, at_once: usize) -> Result<f64> {
    let waiting = waiting(path)?;
    let db = site::open_file(path).await?;
    let shared = db.clone();
    let rate = race(at_once, waiting, move |link| {
        let db = shared.clone();
        async move {
            let asking = link.asking();
            let done = db
                .write(move |tx| complete::by_link(tx, &link.token, &asking))
                .await;
            done.map(drop)
                .map_err(|refused| Fault::new(format!("a link was refused: {refused:?}")))
        }
    })
    .await?;
    site::close(db, path)?;
    let opened = "select count(*) from signin_session s join signin_flow f on f.id = s.flow_id where f.state = 'completed'";
    let opened: Vec<i64> = Peer::open(path)?.rows(opened, |row| row.get(0))?;
    if opened == [i64::try_from(LINKS).unwrap_or(0)] {
        Ok(rate)
    } else {
        Err(Fault::new(format!("{opened:?} of {LINKS} were kept")))
    }
}

/// What a link's statements are given.
struct Link {
    token: [u8; 32],
    browser: [u8; 32],
    flow: [u8; 16],
    account: [u8; 16],
}

fn links(peer: &Peer) -> Result<Vec<Link>> {
    let links = "select l.token_hash, f.browser_hash, f.id, f.account_id
        from signin_link l join signin_flow f on f.id = l.flow_id order by l.id";
    peer.rows(links, |row| {
        Ok(Link {
            token: row.get(0)?,
            browser: row.get(1)?,
            flow: row.get(2)?,
            account: row.get(3)?,
        })
    })
}

/// The statements of `people::complete::by_link`, in their order. The cookie and its hash are made beforehand.
fn one_by_one(path: &Path) -> Result<f64> {
    let peer = Peer::open(path)?;
    let links = links(&peer)?;
    let used = statement(
        "people/src/complete.rs",
        "update signin_link set used_at = $1, used_ua = $2 where token_hash",
    )?;
    let completed = statement("people/src/complete.rs", "update signin_flow")?;
    let alive = statement("people/src/sessions.rs", "select s.id, s.amr")?;
    let staff = statement(
        "people/src/session.rs",
        "select cast(count(*) as bigint) from role_grant",
    )?;
    let session = statement("people/src/session.rs", "insert into signin_session")?;
    let known = statement("people/src/known_browser.rs", "insert into known_browser")?;
    let audit = statement("people/src/audit.rs", "insert into audit")?;
    let random = Random::os();
    let new = || {
        Id::<Link>::new(1_660_528_800_000, &random.bytes())
            .uuid()
            .into_bytes()
    };
    let now = 1_660_528_800_000_000_i64 + 60_000_000;
    let began = Instant::now();
    for link in links.iter().take(PEERS) {
        let cookie: [u8; 32] = random.bytes();
        peer.run("begin immediate", &[])?;
        if peer.count(&used, &[&now, &UA, &link.token])? != 1 {
            return Err(Fault::new("the peer's link was not taken"));
        }
        if peer.count(&completed, &[&now, &"link", &link.flow, &link.browser])? != 1 {
            return Err(Fault::new("the peer's sign-in was not completed"));
        }
        peer.run(&alive, &[&link.account, &now])?;
        peer.run(&staff, &[&link.account])?;
        peer.run(
            &session,
            &[
                &new(),
                &cookie,
                &link.account,
                &link.flow,
                &0,
                &now,
                &"pwd link",
                &UA,
                &IP,
                &now,
                &now,
                &now,
                &now,
                &now,
                &"/account",
            ],
        )?;
        peer.run(&known, &[&link.account, &link.browser, &0, &now])?;
        peer.run(
            &audit,
            &[
                &new(),
                &now,
                &"sign_in.completed",
                &link.account,
                &link.flow,
                &"link",
                &IP,
                &UA,
                &None::<[u8; 16]>,
            ],
        )?;
        peer.run("commit", &[])?;
    }
    Ok(per_second(PEERS, began))
}
