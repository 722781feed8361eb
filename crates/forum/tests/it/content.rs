//! What the demonstration says of the fourth Forum: facts as recorded, the rest marked.

use forum::read::Tie;
use forum::{gather, read, texts};
use i18n::Locale;

use testkit::both_engines;

use crate::support::{SLICES, demo, on};

both_engines! {
    async fn the_fourth_forum_as_recorded(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = read::event_by_slug(tx, "dg-forum-4").unwrap().unwrap();
            let whole = gather::whole(tx, event).unwrap();
            let event = &whole.event;
            assert_eq!(event.starts().date().to_string(), "2022-09-13");
            assert_eq!(
                (event.zone.as_str(), event.format.as_deref()),
                ("Asia/Bangkok", Some("hybrid"))
            );
            assert_eq!(whole.host.as_ref().unwrap().iso3, "THA");
            assert_eq!(
                event.say("venue", Locale::En).text,
                "United Nations Conference Centre"
            );
            assert!(event.interpretation().is_empty(), "not recorded, so not printed");
            let ties: Vec<(Tie, &str)> = whole
                .ties
                .iter()
                .map(|(tie, other)| (*tie, other.slug.as_str()))
                .collect();
            assert_eq!(
                ties,
                vec![
                    (Tie::PreparedBy, "network-round-table-2022"),
                    (Tie::Within, "gssd-expo-2022")
                ]
            );
            assert!(
                whole.ties[0].1.day_unknown(),
                "the day of the round table is not recorded"
            );
            assert_eq!(event.say("objectives", Locale::En).lines().len(), 3);
        })
        .await;
    }

    async fn what_is_not_a_fact_is_marked_as_sample(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = read::event_by_slug(tx, "dg-forum-4").unwrap().unwrap();
            assert!(event.sample_times);
            let whole = gather::whole(tx, event).unwrap();
            assert!(!whole.sessions.is_empty() && whole.sessions.iter().all(|session| session.sample));
            assert!(whole.people.iter().all(|role| role.person.sample));
            assert!(
                whole
                    .documents
                    .iter()
                    .all(|document| document.sample && document.symbol.is_none())
            );
            assert!(whole.key_dates.iter().all(|date| date.sample));
        })
        .await;
    }

    async fn every_text_of_the_demonstration_is_in_three_languages(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let mut missing = Vec::new();
            for event in read::public_events(tx).unwrap() {
                let whole = gather::whole(tx, event).unwrap();
                let sessions = whole.sessions.iter().map(|one| &one.texts);
                let documents = whole.documents.iter().map(|one| &one.texts);
                let dates = whole.key_dates.iter().map(|one| &one.texts);
                for all in [&whole.event.texts]
                    .into_iter()
                    .chain(sessions)
                    .chain(documents)
                    .chain(dates)
                {
                    for field in all.as_object().unwrap().keys() {
                        for lang in ["en", "fr", "ar"] {
                            if texts::exact(all, field, lang).is_empty() {
                                missing.push(format!("{} {field} {lang}", whole.event.slug));
                            }
                        }
                    }
                }
            }
            assert_eq!(missing, Vec::<String>::new());
        })
        .await;
    }

    async fn a_missing_translation_shows_the_original_and_says_so(app: TestApp) {
        on(&app, |tx| {
            demo(tx);
            let event = read::event_by_slug(tx, "dg-forum-4").unwrap().unwrap();
            let said = event.say("theme", Locale::Ru);
            assert_eq!(said.other, Some(Locale::En));
            assert_eq!(said.attr(), " lang=\"en\" dir=\"ltr\"");
            assert_eq!(event.say("theme", Locale::Ar).other, None);
            assert!(event.say("nothing", Locale::Ru).is_empty());
        })
        .await;
    }
}
