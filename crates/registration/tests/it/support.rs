//! What the tests of this room share: the demonstration's forum, people, and answers that are complete.

use base::{Email, Fault, Id};
use db::{Tx, params, sql};
use forum::Event;
use i18n::Locale;
use people::{Account, NewAccount};
use registration::decide::Decider;
use registration::start::Person;
use registration::{Access, Delegation, Registration, Role, Sender, You, read, save, submit};
use testkit::TestApp;

/// The rooms these tests need.
pub const SLICES: &[web::Slice] = &[people::SLICE, members::SLICE, forum::SLICE, registration::SLICE];

/// Puts the members and the forum of the demonstration in the database.
pub async fn fill(app: &TestApp) {
    app.write(|tx| {
        members::load(tx)?;
        let content = forum::fill::parse(include_str!("../../../../data/demo/forum.json"))?;
        forum::fill::write(tx, &content)?;
        Ok(())
    })
    .await;
}

/// Runs one operation on a database with the members and the forum in it.
pub async fn on(app: &TestApp, op: impl Fn(&mut Tx<'_>) + Send + Sync + 'static) {
    fill(app).await;
    app.may_leave_work();
    app.write(move |tx| {
        op(tx);
        Ok::<_, Fault>(())
    })
    .await;
}

/// The fourth edition: registration is open at the time of the tests.
pub fn forum(tx: &mut Tx<'_>) -> Event {
    let event = forum::read::event_by_slug(tx, "dg-forum-4").unwrap().unwrap();
    assert!(
        event.registration_open(tx.now()),
        "the tests stand before the deadline"
    );
    event
}

/// The same event after its deadline.
pub fn closed(tx: &mut Tx<'_>) -> Event {
    let event = forum(tx);
    Event {
        registration_closes_at: Some(tx.now()),
        ..event
    }
}

pub fn account(tx: &mut Tx<'_>, email: &str, name: &str, locale: Locale) -> Id<Account> {
    let email = Email::parse(email).unwrap();
    people::create_account(
        tx,
        &NewAccount {
            email,
            name: name.into(),
            locale,
            phc: None,
        },
    )
    .unwrap()
}

pub fn person(tx: &mut Tx<'_>, email: &str, name: &str, locale: Locale) -> Person {
    Person {
        account: account(tx, email, name, locale),
        name: name.into(),
        locale,
    }
}

/// Meleane Tui of Tonga, who has an account and no registration.
pub fn meleane(tx: &mut Tx<'_>) -> Person {
    person(tx, "m.tui@foreign.example", "Meleane Tui", Locale::En)
}

pub fn you(name: &str) -> You {
    You {
        honorific: "Ms".into(),
        badge_name: name.into(),
        position: "Deputy Secretary".into(),
    }
}

pub fn from_member(tx: &mut Tx<'_>, iso3: &str) -> Delegation {
    let member = members::by_iso3(tx, iso3).unwrap().unwrap();
    Delegation {
        sender: Sender::Member(member.id),
        role: Role::Head,
    }
}

/// Saves the steps that must be there.
pub fn answer(tx: &mut Tx<'_>, event: &Event, who: &Person) {
    let tonga = from_member(tx, "TON");
    save::you(tx, event, who, &you(&who.name)).unwrap();
    save::delegation(tx, event, who, &tonga).unwrap();
    save::access(
        tx,
        event,
        who,
        &Access {
            wheelchair: true,
            diet: "Vegetarian".into(),
            ..Access::default()
        },
    )
    .unwrap();
}

/// Answers and sends.
pub fn sent(tx: &mut Tx<'_>, event: &Event, who: &Person) -> Id<Registration> {
    answer(tx, event, who);
    submit::submit(tx, event, who.account).unwrap()
}

/// An officer at the desk of this event.
pub fn officer(tx: &mut Tx<'_>, event: &Event, email: &str, name: &str) -> Decider {
    let officer = account(tx, email, name, Locale::En);
    Decider::by_the_program(event.id, officer)
}

pub fn get(tx: &mut Tx<'_>, id: Id<Registration>) -> Registration {
    read::by_id(tx, id).unwrap().unwrap()
}

/// The kinds of the letters in the outbox about a registration, by name.
pub fn letters(tx: &mut Tx<'_>, id: Id<Registration>) -> Vec<String> {
    let kinds: Vec<(String,)> = tx
        .all(
            sql!("select kind from outbox where about = $1 order by kind"),
            params![id],
        )
        .unwrap();
    kinds.into_iter().map(|(kind,)| kind).collect()
}
