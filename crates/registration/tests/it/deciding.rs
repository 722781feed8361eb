//! The desk decides: once, by whoever is first, and with a reason when it declines.

use i18n::Locale;
use registration::decide::{self, Decider, Refusal, Refused};
use registration::{Reason, State, read, save, withdraw};
use testkit::both_engines;

use crate::support::{SLICES, fill, forum, get, letters, meleane, officer, on, person, sent, you};

fn refusal() -> Refusal {
    Refusal {
        reason: Reason::Places,
        words: "All five places of Tonga are taken.".into(),
    }
}

both_engines! {
    async fn of_two_officers_the_second_learns_who_was_first(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let first = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
            let second = officer(tx, &event, "k.tan@secretariat.example", "K. Tan");
            decide::accredit(tx, &first, id).unwrap();
            let now = tx.now();
            match decide::decline(tx, &second, id, &refusal()) {
                Err(Refused::AlreadyDecided { state, by, at }) => {
                    assert_eq!((state, by.as_str(), at), (State::Accredited, "L. Ofa", now));
                }
                other => unreachable!("{other:?}"),
            }
            let r = get(tx, id);
            assert_eq!((r.state(), r.reason(), r.reason_text.as_str()), (State::Accredited, None, ""));
            assert_eq!(letters(tx, id), ["registration.accredited", "registration.received"]);
            let story: Vec<(String, String)> =
                read::moves(tx, id).unwrap().into_iter().map(|m| (m.state, m.name)).collect();
            assert_eq!(
                story,
                [("pending".to_owned(), "Meleane Tui".to_owned()), ("accredited".to_owned(), "L. Ofa".to_owned())]
            );
        })
        .await;
    }
}

both_engines! {
    async fn declining_keeps_the_reason_and_tells_her(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let desk = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
            decide::decline(tx, &desk, id, &refusal()).unwrap();
            let r = get(tx, id);
            assert_eq!((r.state(), r.reason(), r.decided_at), (State::Declined, Some(Reason::Places), Some(tx.now())));
            assert_eq!(r.reason_text, "All five places of Tonga are taken.");
            assert_eq!(letters(tx, id), ["registration.declined", "registration.received"]);
            assert!(matches!(withdraw::withdraw(tx, &event, who.account), Err(withdraw::Refused::Nothing)));
        })
        .await;
    }
}

both_engines! {
    async fn a_reason_without_words_does_not_get_into_the_database(app: TestApp) {
        fill(&app).await;
        let refused = app
            .db()
            .write(|tx| {
                let (event, who) = (forum(tx), meleane(tx));
                let id = sent(tx, &event, &who);
                let desk = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
                decide::decline(tx, &desk, id, &Refusal { reason: Reason::Other, words: String::new() })
            })
            .await;
        assert!(matches!(refused, Err(Refused::Fault(_))), "{refused:?}");
    }
}

both_engines! {
    async fn what_was_withdrawn_is_not_decided(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let desk = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
            withdraw::withdraw(tx, &event, who.account).unwrap();
            assert!(matches!(decide::accredit(tx, &desk, id), Err(Refused::Withdrawn { .. })));
            assert_eq!(get(tx, id).state(), State::Withdrawn);
        })
        .await;
    }
}

both_engines! {
    async fn the_desk_of_one_event_cannot_decide_for_another_nor_on_a_draft(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let other = forum::read::event_by_slug(tx, "dg-forum-3").unwrap().unwrap();
            let elsewhere = officer(tx, &other, "x@secretariat.example", "X");
            assert!(matches!(decide::accredit(tx, &elsewhere, id), Err(Refused::Unknown)));

            let someone = person(tx, "draft@foreign.example", "A Draft", Locale::En);
            save::you(tx, &event, &someone, &you("A Draft")).unwrap();
            let draft = read::active(tx, event.id, someone.account).unwrap().unwrap();
            let desk = Decider::by_the_program(event.id, who.account);
            assert!(matches!(decide::accredit(tx, &desk, draft.id), Err(Refused::Unknown)));
            assert_eq!(get(tx, id).state(), State::Pending);
        })
        .await;
    }
}

both_engines! {
    async fn many_at_once_with_a_report(app: TestApp) {
        on(&app, |tx| {
            let event = forum(tx);
            let mut ids = Vec::new();
            for (n, name) in ["Ana", "Ben", "Cho"].iter().enumerate() {
                let who = person(tx, &format!("p{n}@foreign.example"), name, Locale::En);
                ids.push(sent(tx, &event, &who));
            }
            let desk = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
            decide::decline(tx, &desk, ids[1], &refusal()).unwrap();
            let report = decide::accredit_all(tx, &desk, &ids).unwrap();
            assert_eq!(report.done, ["Ana", "Cho"]);
            assert_eq!(report.skipped.len(), 1);
            assert_eq!(report.skipped[0].0, "Ben");
            assert!(matches!(report.skipped[0].1, Refused::AlreadyDecided { state: State::Declined, .. }));
            let again = decide::accredit_all(tx, &desk, &ids).unwrap();
            assert_eq!((again.done.len(), again.skipped.len()), (0, 3), "pressing twice decides once");
            assert_eq!(letters(tx, ids[0]), ["registration.accredited", "registration.received"]);
        })
        .await;
    }
}
