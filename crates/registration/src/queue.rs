//! The desk's list of registrations at one event: saved views with counts, filters, pages, next and previous.

use base::{Fault, Id};
use db::{Tx, filtered, params, record, sql};
use forum::Event;
use jiff::Timestamp;
use members::Member;

use crate::{Registration, Representation, State};

/// Lines on one page of the queue.
pub const PAGE: i64 = 50;

record! {
    /// One line of the queue.
    #[derive(Clone, Debug)]
    pub struct Line {
        pub id: Id<Registration>,
        pub number: i64,
        pub state: String,
        pub badge_name: String,
        pub member_id: Option<Id<Member>>,
        pub organization: String,
        pub role: String,
        pub representation: String,
        pub submitted_at: Timestamp,
        pub photo: bool,
        pub letter: bool,
        pub duplicate: bool,
        pub sample: bool,
    }
}

filtered! {
    static QUEUE = "select r.id, r.number, r.state, r.badge_name, r.member_id, r.organization, r.role,
                r.representation, r.submitted_at, (r.photo_id is not null) as photo,
                (r.letter_id is not null) as letter,
                exists (select 1 from registration o where o.event_id = r.event_id and o.name_key = r.name_key
                        and o.id <> r.id and o.state in ('pending', 'accredited')) as duplicate,
                r.sample
            from registration r where r.state <> 'draft'",
    filters {
        event: "and r.event_id = $",
        state: "and r.state = $",
        text: "and r.search like $ escape '!'",
        representation: "and r.representation = $",
        photo: "and (r.photo_id is not null) = $",
        letter: "and (r.letter_id is not null) = $",
        after_oldest: "and (r.submitted_at, r.number) > (select c.submitted_at, c.number
                from registration c where c.id = $)",
        after_name: "and (r.sort_name, r.number) > (select c.sort_name, c.number
                from registration c where c.id = $)",
        after_delegation: "and (r.sort_delegation, r.sort_name, r.number) >
                (select c.sort_delegation, c.sort_name, c.number from registration c where c.id = $)",
    },
    orders {
        oldest: "r.submitted_at, r.number",
        name: "r.sort_name, r.number",
        delegation: "r.sort_delegation, r.sort_name, r.number",
    }
}

filtered! {
    static QUEUE_IDS = "select r.id from registration r where r.state <> 'draft'",
    filters {
        event: "and r.event_id = $",
        state: "and r.state = $",
        text: "and r.search like $ escape '!'",
        representation: "and r.representation = $",
        photo: "and (r.photo_id is not null) = $",
        letter: "and (r.letter_id is not null) = $",
    },
    orders {
        oldest: "r.submitted_at, r.number",
        name: "r.sort_name, r.number",
        delegation: "r.sort_delegation, r.sort_name, r.number",
    }
}

/// The order of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Oldest,
    Name,
    Delegation,
}

impl Order {
    pub fn code(self) -> &'static str {
        match self {
            Order::Oldest => "oldest",
            Order::Name => "name",
            Order::Delegation => "delegation",
        }
    }

    /// An unknown word means the oldest first.
    pub fn parse(code: &str) -> Order {
        match code {
            "name" => Order::Name,
            "delegation" => Order::Delegation,
            _ => Order::Oldest,
        }
    }
}

/// What is missing, as a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Photo,
    Letter,
}

/// Which part of the list, in which order.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub event: Id<Event>,
    pub view: State,
    pub text: String,
    pub representation: Option<Representation>,
    pub lack: Option<Lack>,
    pub order: Order,
}

impl Wanted {
    /// Narrows a listing; every word that was typed must be found.
    fn narrow<'q>(&self, mut chosen: db::Chosen<'q>) -> db::Chosen<'q> {
        chosen = chosen
            .filter("event", self.event)
            .filter("state", self.view.code());
        for word in i18n::fold(&self.text).split_whitespace().take(6) {
            chosen = chosen.filter("text", pattern(word));
        }
        if let Some(representation) = self.representation {
            chosen = chosen.filter("representation", representation.code());
        }
        match self.lack {
            Some(Lack::Photo) => chosen = chosen.filter("photo", false),
            Some(Lack::Letter) => chosen = chosen.filter("letter", false),
            None => {}
        }
        chosen.order(self.order.code())
    }
}

/// A word anywhere in the text; signs that mean something to `like` stand for themselves.
fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for c in word.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// One page of the list, and how many lines it has in all.
pub fn page(tx: &mut Tx<'_>, wanted: &Wanted, page: i64) -> Result<(Vec<Line>, i64), Fault> {
    let total = tx.count(&wanted.narrow(QUEUE_IDS.choose()))?;
    let offset = (page.max(1) - 1).saturating_mul(PAGE);
    let lines = tx.list(&wanted.narrow(QUEUE.choose()).page(PAGE, offset))?;
    Ok((lines, total))
}

/// So many lines after one of them, which may have left the list meanwhile: nothing is skipped or told twice.
pub fn after(
    tx: &mut Tx<'_>,
    wanted: &Wanted,
    after: Option<Id<Registration>>,
    limit: i64,
) -> Result<Vec<Line>, Fault> {
    let mut chosen = wanted.narrow(QUEUE.choose());
    if let Some(after) = after {
        let filter = match wanted.order {
            Order::Oldest => "after_oldest",
            Order::Name => "after_name",
            Order::Delegation => "after_delegation",
        };
        chosen = chosen.filter(filter, after);
    }
    tx.list(&chosen.page(limit, 0))
}

/// The saved views with their counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub pending: i64,
    pub accredited: i64,
    pub declined: i64,
    pub withdrawn: i64,
}

/// How many registrations stand where, at one event.
pub fn counts(tx: &mut Tx<'_>, event: Id<Event>) -> Result<Counts, Fault> {
    let rows: Vec<(String, i64)> = tx.all(
        sql!(
            "select state, cast(count(*) as bigint) from registration
             where event_id = $1 and state <> 'draft' group by state"
        ),
        params![event],
    )?;
    let mut counts = Counts::default();
    for (state, n) in rows {
        match State::parse(&state) {
            Some(State::Pending) => counts.pending = n,
            Some(State::Accredited) => counts.accredited = n,
            Some(State::Declined) => counts.declined = n,
            Some(State::Withdrawn) => counts.withdrawn = n,
            Some(State::Draft) | None => {}
        }
    }
    Ok(counts)
}

/// The events anybody registered for, with how many wait, the one with the nearest beginning first.
pub fn events(tx: &mut Tx<'_>) -> Result<Vec<(Id<Event>, i64)>, Fault> {
    tx.all(
        sql!(
            "select e.id, cast(count(r.id) as bigint) from event e
             left join registration r on r.event_id = e.id and r.state = 'pending'
             where e.registration_closes_at is not null
             group by e.id, e.starts_at order by e.starts_at desc, e.id"
        ),
        params![],
    )
}

/// The lines before and after one in the same list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Neighbours {
    pub before: Option<Id<Registration>>,
    pub after: Option<Id<Registration>>,
}

/// Where one stands in the list it was opened from.
pub fn neighbours(tx: &mut Tx<'_>, wanted: &Wanted, id: Id<Registration>) -> Result<Neighbours, Fault> {
    let ids: Vec<(Id<Registration>,)> = tx.list(&wanted.narrow(QUEUE_IDS.choose()).page(10_000, 0))?;
    let Some(at) = ids.iter().position(|(other,)| *other == id) else {
        return Ok(Neighbours {
            before: None,
            after: ids.first().map(|(first,)| *first),
        });
    };
    let before = at.checked_sub(1).and_then(|i| ids.get(i)).map(|(id,)| *id);
    let after = ids.get(at + 1).map(|(id,)| *id);
    Ok(Neighbours { before, after })
}
