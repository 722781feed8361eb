//! What the desk may enter: every mistake at once, each beside its field, and nothing typed is lost.

use forum::check::{self, Choices};
use forum::entered::Entered;
use forum::words::Words;
use i18n::Locale;
use jiff::Timestamp;

use crate::support::a_meeting;

const W: Words = Words(Locale::En);

fn good() -> Entered {
    Entered::default()
        .with("slug", "round-table")
        .with("kind", "meeting")
        .with("status", "draft")
        .with("known", "time")
        .with("language", "en")
        .with("title", "A round table")
        .with("zone", "Pacific/Fiji")
        .with("starts", "2022-09-13T09:00")
        .with("ends", "2022-09-13T17:00")
}

fn wrong(mut entered: Entered) -> Vec<(&'static str, String)> {
    assert!(check::event(&mut entered, W, &Choices::default()).is_none());
    entered
        .wrong
        .iter()
        .map(|wrong| (wrong.field, wrong.sentence.clone()))
        .collect()
}

#[test]
fn good_fields_pass() {
    let mut entered = good()
        .with("interpretation_fr", "1")
        .with("interpretation_ar", "1");
    let fields = check::event(&mut entered, W, &Choices::default()).unwrap();
    assert_eq!(
        fields.interpretation, "ar;fr",
        "in the order of the languages, whatever was ticked first"
    );
    assert_eq!((fields.series, fields.edition, fields.format), (None, None, None));
}

#[test]
fn an_empty_form_says_all_that_is_missing() {
    let fields: Vec<&str> = wrong(Entered::default())
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(
        fields,
        vec![
            "slug", "kind", "status", "known", "language", "title", "zone", "starts", "ends"
        ]
    );
}

#[test]
fn days_that_do_not_exist() {
    assert_eq!(
        wrong(good().with("starts", "2022-02-30T09:00")),
        vec![(
            "starts",
            "This date and time do not exist. Use the form 2022-09-13T09:00.".to_owned()
        )]
    );
    assert_eq!(wrong(good().with("closes", "soon"))[0].0, "closes");
}

#[test]
fn the_end_comes_after_the_start() {
    assert_eq!(
        wrong(good().with("ends", "2022-09-12T17:00")),
        vec![("ends", "The end is before the start.".to_owned())]
    );
}

#[test]
fn only_an_edition_has_a_series_and_a_number() {
    assert_eq!(wrong(good().with("edition", "4"))[0].0, "edition");
    let without = wrong(good().with("kind", "edition").with("edition", "0"));
    assert_eq!(
        without,
        vec![(
            "edition",
            "Give a number from 1 up and choose the series.".to_owned()
        )]
    );
}

#[test]
fn addresses_zones_mail_and_length() {
    for slug in ["", "a", "With Space", "-x-", "naïve", &"x".repeat(61)] {
        assert_eq!(wrong(good().with("slug", slug))[0].0, "slug", "{slug}");
    }
    assert_eq!(wrong(good().with("zone", "Asia/Nowhere"))[0].0, "zone");
    assert_eq!(
        wrong(good().with("contact_email", "not an address"))[0].0,
        "contact_email"
    );
    assert_eq!(
        wrong(good().with("title", "x".repeat(201)))[0].1,
        "Use at most 200 characters."
    );
    assert_eq!(wrong(good().with("host", "ZZZ"))[0].0, "host");
}

#[test]
fn control_characters_and_direction_overrides_are_dropped() {
    let mut entered = good().with("title", "A\u{0} ro\u{202e}und\u{7} table");
    let fields = check::event(&mut entered, W, &Choices::default()).unwrap();
    assert_eq!(fields.title, "A round table");
}

#[test]
fn what_was_typed_stays() {
    let mut entered = good()
        .with("starts", "tomorrow")
        .with("about", "Two\r\n\r\nparagraphs");
    assert!(check::event(&mut entered, W, &Choices::default()).is_none());
    assert_eq!(
        (entered.value("starts"), entered.value("about")),
        ("tomorrow", "Two\n\nparagraphs")
    );
}

#[test]
fn a_session_lies_within_the_event() {
    let event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-14T17:00", "time");
    let good = || {
        Entered::default()
            .with("kind", "panel")
            .with("language", "ar")
            .with("title", "جلسة")
            .with("day", "2022-09-14")
            .with("from", "09:00")
            .with("to", "10:30")
    };
    let fields = check::session(&mut good(), W, &event).unwrap();
    assert_eq!(fields.ends.to_string(), "2022-09-14T10:30:00");
    let wrong = |mut entered: Entered| {
        assert!(check::session(&mut entered, W, &event).is_none());
        entered
            .wrong
            .iter()
            .map(|wrong| (wrong.field, wrong.sentence.clone()))
            .collect::<Vec<_>>()
    };
    let one = |field, sentence: &str| vec![(field, sentence.to_owned())];
    assert_eq!(
        wrong(good().with("day", "2022-09-15")),
        one("day", "This is not a day of the event.")
    );
    assert_eq!(
        wrong(good().with("day", "2022-09-31")),
        one("day", "This date does not exist.")
    );
    assert_eq!(
        wrong(good().with("to", "09:00")),
        one("to", "The end is before the start.")
    );
    assert_eq!(
        wrong(good().with("from", "9 am")),
        one("from", "Enter a time such as 09:30.")
    );
    assert_eq!(
        wrong(good().with("from", "25:00")),
        one("from", "Enter a time such as 09:30.")
    );
}

#[test]
fn registration_is_open_until_the_deadline() {
    let mut event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-13T17:00", "time");
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    assert!(
        !event.registration_open(at("2022-08-15T02:00:00Z")),
        "no deadline set: no registration"
    );
    event.registration_closes_at = Some(at("2022-09-09T10:00:00Z"));
    assert!(event.registration_open(at("2022-09-09T09:59:59Z")));
    assert!(!event.registration_open(at("2022-09-09T10:00:00Z")));
    assert!(event.registration_closed(at("2022-09-09T10:00:00Z")));
    event.status = "cancelled".into();
    assert!(!event.registration_open(at("2022-08-15T02:00:00Z")));
}
