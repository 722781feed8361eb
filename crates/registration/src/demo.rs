//! Sample registrations of the demonstration, in every state. Every person is invented, bears the family name Sample
//! and is marked as a sample on the desk; no letter is sent about them.

use base::{Email, Fault, Id};
use db::{Tx, params, sql};
use files::{Keep, Stored};
use forum::Event;
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use members::Member;
use people::{Account, NewAccount};

use crate::{Reason, Registration, Representation, Role, State, keys};

/// The event the samples register for.
const EVENT: &str = "dg-forum-4";

/// Given names from all over the region; the family name says that nobody is meant.
const NAMES: [&str; 40] = [
    "Sione", "Aigerim", "Minh", "Tupou", "Farid", "Keiko", "Tshering", "Pita", "Rana", "Ioane", "Hoa",
    "Maria", "Bilguun", "Dilshod", "Nino", "Ananya", "Kamal", "Somsak", "Leilani", "Mere", "Arman", "Zahra",
    "Nguyet", "Rizal", "Suda", "Tane", "Ulugbek", "Vaea", "Wei", "Yasmin", "Akira", "Bopha", "Chandra",
    "Dorji", "Elena", "Fatima", "Gulnara", "Hinano", "Indra", "Jiho",
];

const POSITIONS: [&str; 8] = [
    "Director-General, Development Cooperation",
    "Deputy Director, South-South Cooperation",
    "Head, Technical Cooperation Division",
    "Senior Adviser",
    "Programme Manager",
    "First Secretary",
    "Policy Officer",
    "Chief, Partnerships",
];

const ORGANIZATIONS: [(Representation, &str); 6] = [
    (Representation::UnEntity, "Sample United Nations office"),
    (Representation::Igo, "Sample intergovernmental centre"),
    (Representation::Ngo, "Sample civil society network"),
    (
        Representation::University,
        "Sample institute of development studies",
    ),
    (Representation::ObserverState, "Sample observer delegation"),
    (Representation::Media, "Sample news service"),
];

/// Fills the queue of the demonstration.
pub fn fill(tx: &mut Tx<'_>, demo: &web::Demo) -> Result<(), Fault> {
    let papers = Papers {
        photo: demo.files.put_now(include_bytes!("samples/photo.png"))?,
        letter: demo.files.put_now(include_bytes!("samples/letter.pdf"))?,
    };
    samples(tx, usize::try_from(demo.scale).unwrap_or(1), Some(&papers))
}

/// The drawn face and the letter that all samples share.
pub struct Papers {
    pub photo: Stored,
    pub letter: Stored,
}

/// The samples themselves: forty times the scale.
pub fn samples(tx: &mut Tx<'_>, scale: usize, papers: Option<&Papers>) -> Result<(), Fault> {
    let Some(event) = forum::read::event_by_slug(tx, EVENT)? else {
        return Ok(());
    };
    let members = members::all(tx)?;
    if members.is_empty() {
        return Ok(());
    }
    let officer = officer(tx)?;
    for n in 0..40 * scale.max(1) {
        let id = one(tx, &event, &members, officer, n)?;
        if let Some(papers) = papers {
            hand_in(tx, id, papers, n)?;
        }
    }
    Ok(())
}

/// The demonstration's officer decided on the samples; where there is none, a sample officer.
fn officer(tx: &mut Tx<'_>) -> Result<Id<Account>, Fault> {
    let found: Option<(Id<Account>,)> = tx.maybe(
        sql!("select id from account where email_norm = $1"),
        params!["officer@demo.sala.example"],
    )?;
    match found {
        Some((id,)) => Ok(id),
        None => account(tx, "sample-officer@people.sala.example", "Sample officer"),
    }
}

fn account(tx: &mut Tx<'_>, email: &str, name: &str) -> Result<Id<Account>, Fault> {
    let Ok(email) = Email::parse(email) else {
        return Err(Fault::new("reading a sample address"));
    };
    people::create_account(
        tx,
        &NewAccount {
            email,
            name: name.to_owned(),
            locale: Locale::En,
            phc: None,
        },
    )
}

/// Twenty-two of forty wait, ten are accredited, three declined, three withdrawn, two are drafts.
fn state(n: usize) -> State {
    match n % 40 {
        3 | 23 => State::Draft,
        5 | 17 | 31 => State::Declined,
        9 | 21 | 37 => State::Withdrawn,
        i if i % 4 == 0 => State::Accredited,
        _ => State::Pending,
    }
}

fn one(
    tx: &mut Tx<'_>,
    event: &Event,
    members: &[Member],
    officer: Id<Account>,
    n: usize,
) -> Result<Id<Registration>, Fault> {
    let given = NAMES[n % NAMES.len()];
    let round = n / NAMES.len();
    // The person after the thirtieth has sent twice, under a second address: a possible duplicate.
    let given = if n % 40 == 30 { NAMES[29] } else { given };
    let name = if round == 0 {
        format!("{given} Sample")
    } else {
        format!("{given} Sample {}", round + 1)
    };
    let account = account(tx, &format!("sample-{:04}@people.sala.example", n + 1), &name)?;
    let id: Id<Registration> = tx.new_id();
    let state = state(n);
    let hours = i64::try_from(n % 40).unwrap_or(0) * 4 + i64::try_from(round % 7).unwrap_or(0);
    let sent = tx
        .now()
        .checked_sub(SignedDuration::from_hours(6 * 24 - hours.min(140)))
        .unwrap_or(tx.now());
    let decided = sent
        .checked_add(SignedDuration::from_hours(3))
        .unwrap_or(sent)
        .min(tx.now());
    insert(
        tx,
        event,
        &Sample {
            id,
            account,
            n,
            name,
            state,
            sent,
            decided,
            officer,
            members,
        },
    )?;
    keys::refresh(tx, id)?;
    if state != State::Draft {
        story(tx, id, State::Pending, account, sent)?;
    }
    match state {
        State::Accredited | State::Declined => story(tx, id, state, officer, decided)?,
        State::Withdrawn => story(tx, id, state, account, decided)?,
        State::Draft | State::Pending => {}
    }
    Ok(id)
}

/// Most have handed in both papers; one of six lacks the photo, one of seven the letter.
fn hand_in(tx: &mut Tx<'_>, id: Id<Registration>, papers: &Papers, n: usize) -> Result<(), Fault> {
    let keep = |tx: &mut Tx<'_>, stored: &Stored, name: &str, purpose| {
        files::keep(
            tx,
            &Keep {
                stored: stored.clone(),
                name: name.to_owned(),
                purpose,
                owner: None,
            },
        )
    };
    let photo = if n % 6 == 5 {
        None
    } else {
        Some(keep(tx, &papers.photo, "sample.png", "registration.photo")?)
    };
    let letter = if n % 7 == 3 {
        None
    } else {
        Some(keep(tx, &papers.letter, "sample.pdf", "registration.letter")?)
    };
    tx.run(
        sql!("update registration set photo_id = $2, letter_id = $3 where id = $1"),
        params![id, photo, letter],
    )?;
    Ok(())
}

/// One sample person and what became of the request.
struct Sample<'a> {
    id: Id<Registration>,
    account: Id<Account>,
    n: usize,
    name: String,
    state: State,
    sent: Timestamp,
    decided: Timestamp,
    officer: Id<Account>,
    members: &'a [Member],
}

fn insert(tx: &mut Tx<'_>, event: &Event, s: &Sample<'_>) -> Result<(), Fault> {
    let number = if s.state == State::Draft {
        None
    } else {
        Some(number(tx, event)?)
    };
    // Four of five come from members, in no order of the list.
    let organization = (s.n % 5 == 4).then(|| ORGANIZATIONS[s.n / 5 % ORGANIZATIONS.len()]);
    let member = organization
        .is_none()
        .then(|| s.members[s.n * 7 % s.members.len()].id);
    let representation = organization.map_or(Representation::Member, |(kind, _)| kind);
    let role = [Role::Head, Role::Alternate, Role::Delegate, Role::Adviser][s.n % 4];
    let decided = matches!(s.state, State::Accredited | State::Declined);
    let (reason, words) = match s.state {
        State::Declined => (
            Some(Reason::NoNomination.code()),
            "We have no letter that names you. (Sample.)",
        ),
        _ => (None, ""),
    };
    let nothing: &[u8] = &[];
    let langs = ["en", "fr", "ar"];
    tx.run(
        sql!(
            "insert into registration (id, event_id, account_id, number, state, lang, honorific, badge_name, position,
                 representation, member_id, organization, role, wheelchair, support_person, assistance_dog,
                 captioning, sign_language, diet, other_needs, access_saved, name_key, search, sort_name,
                 sort_delegation, submitted_at, decided_at, decided_by, reason, reason_text, withdrawn_at, sample,
                 created_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, '', $7, $8, $9, $10, $11, $12, $13, $14, $14, $14, $14, $15, '', $16,
                 '', '', $17, $17, $18, $19, $20, $21, $22, $23, $16, $24, $24)"
        ),
        params![
            s.id,
            event.id,
            s.account,
            number,
            s.state.code(),
            langs[s.n % 3],
            &s.name,
            POSITIONS[s.n % POSITIONS.len()],
            representation.code(),
            member,
            organization.map_or("", |(_, name)| name),
            role.code(),
            s.n % 13 == 6,
            false,
            if s.n % 6 == 1 { "Vegetarian" } else { "" },
            true,
            nothing,
            number.map(|_| s.sent),
            decided.then_some(s.decided),
            decided.then_some(s.officer),
            reason,
            words,
            (s.state == State::Withdrawn).then_some(s.decided),
            s.sent
        ],
    )?;
    Ok(())
}

fn number(tx: &mut Tx<'_>, event: &Event) -> Result<i64, Fault> {
    crate::submit::next_number(tx, event.id)
}

fn story(
    tx: &mut Tx<'_>,
    id: Id<Registration>,
    state: State,
    by: Id<Account>,
    at: Timestamp,
) -> Result<(), Fault> {
    let line: Id<Registration> = tx.new_id();
    tx.run(
        sql!(
            "insert into registration_move (id, registration_id, at, state, account_id) values ($1, $2, $3, $4, $5)"
        ),
        params![line, id, at, state.code(), by],
    )?;
    Ok(())
}
