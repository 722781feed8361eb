//! The words for codes, and the small phrases that pages and letters share.

use forum::Event;
use i18n::Locale;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use members::Member;

use crate::words::Words;
use crate::{Reason, Registration, Representation, Role, State, Step, keys};

pub fn state(w: Words, state: State) -> &'static str {
    match state {
        State::Draft => w.state_draft(),
        State::Pending => w.state_pending(),
        State::Accredited => w.state_accredited(),
        State::Declined => w.state_declined(),
        State::Withdrawn => w.state_withdrawn(),
    }
}

/// The colour that repeats the word.
pub fn tag(state: State) -> &'static str {
    match state {
        State::Draft | State::Withdrawn => "tag plain",
        State::Pending => "tag",
        State::Accredited => "tag ok",
        State::Declined => "tag bad",
    }
}

pub fn step(w: Words, step: Step) -> &'static str {
    match step {
        Step::You => w.step_you(),
        Step::Delegation => w.step_delegation(),
        Step::Papers => w.step_papers(),
        Step::Access => w.step_access(),
        Step::Check => w.step_check(),
    }
}

pub fn representation(w: Words, representation: Representation) -> &'static str {
    match representation {
        Representation::Member => w.rep_member(),
        Representation::ObserverState => w.rep_observer_state(),
        Representation::UnEntity => w.rep_un_entity(),
        Representation::Igo => w.rep_igo(),
        Representation::Ngo => w.rep_ngo(),
        Representation::University => w.rep_university(),
        Representation::Media => w.rep_media(),
        Representation::Other => w.rep_other(),
    }
}

pub fn role(w: Words, role: Role) -> &'static str {
    match role {
        Role::Head => w.role_head(),
        Role::Alternate => w.role_alternate(),
        Role::Delegate => w.role_delegate(),
        Role::Adviser => w.role_adviser(),
    }
}

pub fn reason(w: Words, reason: Reason) -> &'static str {
    match reason {
        Reason::NoNomination => w.reason_no_nomination(),
        Reason::Papers => w.reason_papers(),
        Reason::Representation => w.reason_representation(),
        Reason::Places => w.reason_places(),
        Reason::Duplicate => w.reason_duplicate(),
        Reason::Other => w.reason_other(),
    }
}

/// A member's name in the reader's language, an associate member marked.
pub fn member(w: Words, member: &Member) -> String {
    let (name, _) = member.name(w.0);
    if member.associate() {
        format!("{name} ({})", w.associate_member())
    } else {
        name.to_owned()
    }
}

/// The needs that were ticked, in words.
pub fn needs(w: Words, r: &Registration) -> Vec<&'static str> {
    [
        (r.wheelchair, w.need_wheelchair()),
        (r.support_person, w.need_support_person()),
        (r.assistance_dog, w.need_assistance_dog()),
        (r.captioning, w.need_captioning()),
        (r.sign_language, w.need_sign_language()),
    ]
    .into_iter()
    .filter_map(|(ticked, words)| ticked.then_some(words))
    .collect()
}

/// Title and name, as one writes to a person.
pub fn addressed(r: &Registration) -> String {
    if r.honorific.is_empty() {
        r.badge_name.clone()
    } else {
        format!("{} {}", r.honorific, r.badge_name)
    }
}

/// The number people quote; empty before the registration is sent.
pub fn number(event: &Event, r: &Registration) -> String {
    r.number.map(|n| keys::number(&event.slug, n)).unwrap_or_default()
}

/// `13 September 2022`.
pub fn dates(event: &Event, locale: Locale) -> String {
    i18n::date_range(locale, event.starts().date(), event.ends().date())
}

/// Venue and city, as far as they are known.
pub fn place(event: &Event, locale: Locale) -> String {
    let mut parts = vec![event.say("venue", locale).text, event.say("city", locale).text];
    parts.retain(|part| !part.is_empty());
    parts.join(if locale == Locale::Ar { "، " } else { ", " })
}

/// A moment in the reader's words, on the clock of the event or of the reader.
pub fn moment(locale: Locale, at: Timestamp, tz: &TimeZone) -> String {
    i18n::date_time(locale, at.to_zoned_datetime(tz.clone()).datetime())
}

/// The place whose clock the event keeps.
pub fn clock_place(event: &Event, locale: Locale) -> String {
    let city = event.say("city", locale).text;
    if city.is_empty() {
        i18n::zone_place(locale, &event.zone)
    } else {
        city
    }
}
