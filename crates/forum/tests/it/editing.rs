//! The desk changes an event: what is refused, and what calendars see of it.

use db::Tx;
use forum::edit::{self, EventFields, Moment, Refused, SessionFields};
use forum::{Event, Managed, calendar, instants, read, texts, times};
use i18n::Locale;

use testkit::both_engines;

use crate::support::{SLICES, demo, on};

fn fourth(tx: &mut Tx<'_>) -> Managed<Event> {
    Managed::by_the_program(read::event_by_slug(tx, "dg-forum-4").unwrap().unwrap())
}

fn fields(event: &Event) -> EventFields {
    let text = |field| texts::exact(&event.texts, field, "en").to_owned();
    EventFields {
        slug: event.slug.clone(),
        kind: event.kind.clone(),
        status: event.status.clone(),
        edition: event.edition,
        series: event.series_id,
        language: Locale::En,
        title: text("title"),
        theme: text("theme"),
        lede: text("lede"),
        about: text("about"),
        objectives: text("objectives"),
        venue: text("venue"),
        city: text("city"),
        zone: event.zone.clone(),
        starts: event.starts(),
        ends: event.ends(),
        known: event.known.clone(),
        format: event.format.clone(),
        interpretation: event.interpretation.clone(),
        host: event.host_id,
        contact_email: event.contact_email.clone(),
        closes: event.closes(),
    }
}

fn session(starts: &str, ends: &str) -> SessionFields {
    SessionFields {
        kind: "panel".into(),
        starts: times::parse(starts).unwrap(),
        ends: times::parse(ends).unwrap(),
        language: Locale::Fr,
        title: "Une séance".into(),
        about: String::new(),
        room: "Salle 4".into(),
    }
}

both_engines! {
    async fn a_change_raises_the_sequence_and_never_the_name(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let before = fourth(tx);
            let changed = EventFields {
                title: "A new title".into(),
                ..fields(&before)
            };
            edit::change(tx, &before, &changed, before.sequence).unwrap();
            let after = fourth(tx);
            assert_eq!(after.sequence, before.sequence + 1);
            assert_eq!(calendar::uid(&after), calendar::uid(&before));
            assert_eq!(after.updated_at, tx.now());
            assert_eq!(after.title(Locale::En), "A new title");
            assert_eq!(
                after.title(Locale::Fr),
                before.title(Locale::Fr),
                "other languages stay"
            );
        })
        .await;
    }

    async fn who_comes_second_overwrites_nothing(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let first = EventFields {
                lede: "The first".into(),
                ..fields(&event)
            };
            let second = EventFields {
                lede: "The second".into(),
                ..fields(&event)
            };
            edit::change(tx, &event, &first, event.sequence).unwrap();
            let refused = edit::change(tx, &event, &second, event.sequence);
            assert!(matches!(refused, Err(Refused::Stale)), "{refused:?}");
            assert_eq!(fourth(tx).say("lede", Locale::En).text, "The first");
        })
        .await;
    }

    async fn addresses_and_editions_are_unique(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let taken = EventFields {
                slug: "dg-forum-3".into(),
                ..fields(&event)
            };
            assert!(matches!(
                edit::change(tx, &event, &taken, event.sequence),
                Err(Refused::SlugTaken)
            ));
            let third = EventFields {
                edition: Some(3),
                ..fields(&event)
            };
            assert!(matches!(
                edit::change(tx, &event, &third, event.sequence),
                Err(Refused::EditionTaken)
            ));
            let meeting = EventFields {
                kind: "meeting".into(),
                edition: None,
                series: None,
                ..fields(&event)
            };
            assert!(matches!(edit::create(tx, &meeting), Err(Refused::SlugTaken)));
            let id = edit::create(
                tx,
                &EventFields {
                    slug: "a-meeting".into(),
                    ..meeting
                },
            )
            .unwrap();
            let made = read::event_by_id(tx, id).unwrap().unwrap();
            assert_eq!(
                (made.sequence, made.slug.as_str(), made.sample_times),
                (0, "a-meeting", false)
            );
        })
        .await;
    }

    async fn a_time_the_clocks_skip_is_refused(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let zone = "Pacific/Auckland".to_owned();
            let start = times::parse("2022-09-25T02:30").unwrap();
            let ends = times::parse("2022-09-25T17:00").unwrap();
            let skipped = EventFields {
                zone,
                starts: start,
                ends,
                ..fields(&event)
            };
            let refused = edit::change(tx, &event, &skipped, event.sequence);
            assert!(
                matches!(refused, Err(Refused::Skipped(Moment::Start))),
                "{refused:?}"
            );
            let moved = EventFields {
                starts: times::parse("2022-09-25T03:30").unwrap(),
                ..skipped
            };
            edit::change(tx, &event, &moved, event.sequence).unwrap();
            assert_eq!(fourth(tx).starts_at.to_string(), "2022-09-24T14:30:00Z");
        })
        .await;
    }

    async fn the_programme_keeps_its_local_times_when_the_zone_changes(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let suva = EventFields {
                zone: "Pacific/Fiji".into(),
                ..fields(&event)
            };
            edit::change(tx, &event, &suva, event.sequence).unwrap();
            let opening = read::sessions(tx, event.id).unwrap().remove(1);
            assert_eq!(opening.starts_local, "2022-09-13T09:00");
            assert_eq!(opening.starts_at.to_string(), "2022-09-12T21:00:00Z");
        })
        .await;
    }

    async fn sessions_come_change_and_go_and_calendars_follow(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let before = read::sessions(tx, event.id).unwrap().len();
            let id = edit::add_session(tx, &event, &session("2022-09-13T17:00", "2022-09-13T18:00")).unwrap();
            assert_eq!(read::sessions(tx, event.id).unwrap().len(), before + 1);
            edit::change_session(tx, &event, id, &session("2022-09-13T17:30", "2022-09-13T18:00")).unwrap();
            let changed = read::session(tx, event.id, id).unwrap().unwrap();
            assert_eq!(
                (changed.starts_local.as_str(), changed.sample),
                ("2022-09-13T17:30", false)
            );
            assert_eq!(texts::exact(&changed.texts, "title", "fr"), "Une séance");
            edit::remove_session(tx, &event, id).unwrap();
            assert!(matches!(
                edit::remove_session(tx, &event, id),
                Err(Refused::NoSuchSession)
            ));
            assert_eq!(fourth(tx).sequence, event.sequence + 3);
        })
        .await;
    }

    async fn a_session_of_another_event_cannot_be_touched(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = fourth(tx);
            let id = read::sessions(tx, event.id).unwrap()[0].id;
            let other = read::event_by_slug(tx, "dg-forum-3").unwrap().unwrap();
            let other = Managed::by_the_program(other);
            assert!(matches!(
                edit::remove_session(tx, &other, id),
                Err(Refused::NoSuchSession)
            ));
            let fields = session("2020-11-25T09:00", "2020-11-25T10:00");
            assert!(matches!(
                edit::change_session(tx, &other, id, &fields),
                Err(Refused::NoSuchSession)
            ));
        })
        .await;
    }

    async fn instants_are_right_already_so_deriving_moves_none(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            assert_eq!(instants::derive(tx).unwrap(), 0);
        })
        .await;
    }
}
