//! A registration that is complete is sent to the secretariat: `registration::submit`, 64 and 256 at once, beside the
//! statements it runs on one connection with one commit each; then the same on a large database.
use base::{Email, Fault, Id, Random, Result};
use db::Db;
use i18n::Locale;
use people::{Account, NewAccount};
use registration::start::Person;
use registration::{Delegation, Representation, Role, Sender, You, save, submit};
use std::path::Path;
use std::time::Instant;

use crate::line::{self, Line};
use crate::peer::{Peer, statement};
use crate::race::{per_second, race};
use crate::site;
use crate::sizes::{self, ONE_BY_ONE};

/// Complete drafts in the database; a run sends all of them, the peer some.
const DRAFTS: usize = 12_800;
const PEERS: usize = 2_560;

pub async fn run(folder: &Path) -> Result<()> {
    let filled = async |db: &Db| write(db, DRAFTS).await;
    let [small, large] = sizes::measure(folder, "registration", filled, together, one_by_one).await?;
    let line = |what: &str, ours, against, aim| {
        line::say(&Line {
            what: format!("registration submitted, SQLite, {what}"),
            unit: "/s",
            ours,
            against: Some(against),
            aim: Some(aim),
        });
    };
    let single = (ONE_BY_ONE, small.one_by_one);
    line("64 at once", small.at_64, single, 5.0);
    line("256 at once", small.at_256, single, 8.0);
    let (at_64, at_256) = ("64 at once, large database", "256 at once, large database");
    line(at_64, large.at_64, ("small database", small.at_64), 0.9);
    line(at_256, large.at_256, ("small database", small.at_256), 0.9);
    let single = (ONE_BY_ONE, large.one_by_one);
    line(at_64, large.at_64, single, 5.0);
    line(at_256, large.at_256, single, 8.0);
    Ok(())
}

/// Accounts with complete drafts, made by the operations of the form.
pub async fn write(db: &Db, count: usize) -> Result<()> {
    for from in (0..count).step_by(500) {
        db.write(move |tx| {
            let event = forum::read::event_by_slug(tx, site::EVENT)?;
            let event = event.ok_or_else(|| Fault::new("finding the event"))?;
            let members = members::all(tx)?;
            for n in from..count.min(from + 500) {
                let email = Email::parse(&format!("draft-{n}@bench.sala.example"));
                let new = NewAccount {
                    email: email.map_err(|_| Fault::new("writing an address"))?,
                    name: format!("Draft Sample {n}"),
                    locale: Locale::En,
                    phc: None,
                };
                let person = Person {
                    account: people::create_account(tx, &new)?,
                    name: new.name,
                    locale: Locale::En,
                };
                let you = You {
                    honorific: "Ms".to_owned(),
                    badge_name: person.name.clone(),
                    position: "Deputy Director, South-South Cooperation".to_owned(),
                };
                let member = members.get(n % members.len().max(1)).map(|member| member.id);
                let to = Delegation {
                    sender: member.map_or_else(
                        || Sender::Organization(Representation::Igo, "Sample".to_owned()),
                        Sender::Member,
                    ),
                    role: Role::Delegate,
                };
                save::you(tx, &event, &person, &you).map_err(refused)?;
                save::delegation(tx, &event, &person, &to).map_err(refused)?;
            }
            Ok::<_, Fault>(())
        })
        .await?;
    }
    Ok(())
}

fn refused(refused: impl std::fmt::Debug) -> Fault {
    Fault::new(format!("an operation was refused: {refused:?}"))
}

/// The accounts whose drafts wait.
const WAITING: &str = "select r.account_id, r.id, r.event_id
    from registration r join account a on a.id = r.account_id
    where r.state = 'draft' and a.email_norm like 'draft-%' order by r.id";

async fn together(path: &Path, at_once: usize) -> Result<f64> {
    let people: Vec<[u8; 16]> = Peer::open(path)?.rows(WAITING, |row| row.get(0))?;
    let people = people
        .into_iter()
        .map(|id| Id::from_uuid(uuid::Uuid::from_bytes(id)))
        .collect();
    let db = site::open_file(path).await?;
    let rate = send(&db, people, at_once).await?;
    site::close(db, path)?;
    let sent =
        "select count(*) from registration r join outbox o on o.about = r.id where r.state = 'pending'";
    let sent: Vec<i64> = Peer::open(path)?.rows(sent, |row| row.get(0))?;
    if sent == [i64::try_from(DRAFTS).unwrap_or(0)] {
        Ok(rate)
    } else {
        Err(Fault::new(format!("{sent:?} of {DRAFTS} were kept")))
    }
}

/// Sends the drafts of these people, so many at once.
pub async fn send(db: &Db, people: Vec<Id<Account>>, at_once: usize) -> Result<f64> {
    let event = db.read(|tx| forum::read::event_by_slug(tx, site::EVENT)).await?;
    let event = std::sync::Arc::new(event.ok_or_else(|| Fault::new("finding the event"))?);
    let db = db.clone();
    race(at_once, people, move |account| {
        let (db, event) = (db.clone(), event.clone());
        async move {
            let done = db.write(move |tx| submit::submit(tx, &event, account)).await;
            done.map(drop).map_err(refused)
        }
    })
    .await
}

/// What a draft's statements are given.
struct Draft {
    account: [u8; 16],
    id: [u8; 16],
    event: [u8; 16],
}

/// The statements of `registration::submit`, in their order; what the number adds to the words is made beforehand.
fn one_by_one(path: &Path) -> Result<f64> {
    let peer = Peer::open(path)?;
    let drafts = peer.rows(WAITING, |row| {
        Ok(Draft {
            account: row.get(0)?,
            id: row.get(1)?,
            event: row.get(2)?,
        })
    })?;
    let active = statement(
        "registration/src/read.rs",
        "select * from registration where event_id = $1 and account_id = $2 and state",
    )?;
    let counter = statement("registration/src/submit.rs", "insert into registration_counter")?;
    let pending = statement(
        "registration/src/submit.rs",
        "update registration set state = 'pending'",
    )?;
    let line = statement("registration/src/moves.rs", "insert")?;
    let person = statement("registration/src/read.rs", "select name, email")?;
    let letter = statement("mail/src/outbox.rs", "insert into outbox")?;
    let random = Random::os();
    let new = || Id::<Draft>::new(1_660_528_800_000, &random.bytes());
    let now = 1_660_528_800_000_000_i64;
    let quoted = format!(" {}-0001", site::EVENT);
    let began = Instant::now();
    for draft in drafts.iter().take(PEERS) {
        let (move_id, letter_id) = (new(), new());
        peer.run("begin immediate", &[])?;
        peer.run(&active, &[&draft.event, &draft.account])?;
        let number = peer.run(&counter, &[&draft.event])?;
        peer.run(&pending, &[&draft.id, &number, &now, &quoted])?;
        peer.run(
            &line,
            &[
                &move_id.uuid().into_bytes(),
                &draft.id,
                &now,
                &"pending",
                &draft.account,
            ],
        )?;
        peer.run(&person, &[&draft.account])?;
        peer.run(
            &letter,
            &[
                &letter_id.uuid().into_bytes(),
                &"registration.received",
                &"draft@bench.sala.example",
                &"en",
                &draft.id,
                &"null",
                &letter_id.to_string(),
                &now,
            ],
        )?;
        peer.run("commit", &[])?;
    }
    Ok(per_second(PEERS, began))
}
