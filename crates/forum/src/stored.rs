//! An event and a session as their forms show them: what is stored, in one language, to go on from.

use base::Fault;
use db::Tx;
use i18n::Locale;
use jiff::civil::DateTime;

use crate::check::{Choices, INTERPRETATION};
use crate::entered::Entered;
use crate::model::{Event, Session};
use crate::{read, texts};

impl Choices {
    /// What there is to choose from now.
    pub fn read(tx: &mut Tx<'_>) -> Result<Choices, Fault> {
        Ok(Choices {
            series: read::all_series(tx)?,
            members: members::all(tx)?,
        })
    }
}

/// An event.
pub fn event(event: &Event, language: Locale, choices: &Choices) -> Entered {
    let series = choices
        .series
        .iter()
        .find(|one| Some(one.id) == event.series_id)
        .map(|one| one.slug.clone());
    let host = choices
        .members
        .iter()
        .find(|one| Some(one.id) == event.host_id)
        .map(|one| one.iso3.clone());
    let mut entered = Entered::default()
        .with("slug", &event.slug)
        .with("kind", &event.kind)
        .with("status", &event.status)
        .with("series", series.unwrap_or_default())
        .with(
            "edition",
            event.edition.map(|n| n.to_string()).unwrap_or_default(),
        )
        .with("language", language.tag())
        .with("zone", &event.zone)
        .with("starts", &event.starts_local)
        .with("ends", &event.ends_local)
        .with("known", &event.known)
        .with("format", event.format.clone().unwrap_or_default())
        .with("host", host.unwrap_or_default())
        .with("contact_email", &event.contact_email)
        .with(
            "closes",
            event.registration_closes_local.clone().unwrap_or_default(),
        )
        .with("seen", event.sequence.to_string());
    for field in ["title", "theme", "lede", "about", "objectives", "venue", "city"] {
        entered = entered.with(field, texts::exact(&event.texts, field, language.tag()));
    }
    for (field, locale) in INTERPRETATION {
        if event.interpretation().contains(&locale) {
            entered = entered.with(field, "1");
        }
    }
    entered
}

/// A session.
pub fn session(session: &Session, language: Locale) -> Entered {
    let mut entered = Entered::default()
        .with("day", session.starts().date().to_string())
        .with("from", clock(session.starts()))
        .with("to", clock(session.ends()))
        .with("kind", &session.kind)
        .with("language", language.tag());
    for field in ["title", "about", "room"] {
        entered = entered.with(field, texts::exact(&session.texts, field, language.tag()));
    }
    entered
}

/// `09:30`
pub fn clock(local: DateTime) -> String {
    local.strftime("%H:%M").to_string()
}
