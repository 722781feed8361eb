//! A person fills in, sends and withdraws: one registration a person and event, whatever is pressed twice.

use i18n::Locale;
use registration::{
    Access, Delegation, Representation, Role, Sender, State, Step, save, start, submit, withdraw,
};
use testkit::both_engines;

use crate::support::{
    SLICES, answer, closed, forum, from_member, get, letters, meleane, on, person, sent, you,
};

both_engines! {
    async fn steps_are_saved_as_she_goes(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            save::you(tx, &event, &who, &you("Meleane Tui")).unwrap();
            let draft = start::start(tx, &event, &who).unwrap();
            assert_eq!((draft.state(), draft.badge_name.as_str(), draft.number), (State::Draft, "Meleane Tui", None));
            assert!(draft.done(Step::You) && !draft.done(Step::Delegation) && !draft.sendable());
            assert_eq!(draft.next_step(), Step::Delegation);

            // Order is free, and a saved step can be changed.
            save::access(tx, &event, &who, &Access { captioning: true, ..Access::default() }).unwrap();
            let organization = Sender::Organization(Representation::Igo, "A sample centre".into());
            save::delegation(tx, &event, &who, &Delegation { sender: organization, role: Role::Adviser }).unwrap();
            let tonga = from_member(tx, "TON");
            save::delegation(tx, &event, &who, &tonga).unwrap();
            let draft = start::start(tx, &event, &who).unwrap();
            assert_eq!(draft.representation(), Some(Representation::Member));
            assert_eq!((draft.organization.as_str(), draft.member_id.is_some()), ("", true));
            assert!(draft.captioning && draft.done(Step::Access) && draft.sendable());
            assert_eq!(draft.next_step(), Step::Papers);
            assert_eq!(letters(tx, draft.id), Vec::<String>::new(), "a draft sends nothing");
        })
        .await;
    }
}

both_engines! {
    async fn sending_twice_is_sending_once(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let first = get(tx, id);
            assert_eq!((first.state(), first.number, first.submitted_at), (State::Pending, Some(1), Some(tx.now())));
            assert!(matches!(submit::submit(tx, &event, who.account), Err(submit::Refused::AlreadySent)));
            assert!(matches!(save::you(tx, &event, &who, &you("Other")), Err(save::Refused::Sent)));
            assert_eq!(get(tx, id), first, "the second press changed nothing");
            assert_eq!(letters(tx, id), ["registration.received"]);
            let second = person(tx, "t.sika@foreign.example", "Tevita Sika", Locale::En);
            let second = sent(tx, &event, &second);
            assert_eq!(get(tx, second).number, Some(2));
        })
        .await;
    }
}

both_engines! {
    async fn what_is_missing_is_named(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            assert!(matches!(submit::submit(tx, &event, who.account), Err(submit::Refused::NotStarted)));
            let tonga = from_member(tx, "TON");
            save::delegation(tx, &event, &who, &tonga).unwrap();
            let refused = submit::submit(tx, &event, who.account);
            assert!(matches!(refused, Err(submit::Refused::Incomplete(Step::You))), "{refused:?}");
            save::you(tx, &event, &who, &you("Meleane Tui")).unwrap();
            // Photo, letter and needs may follow.
            submit::submit(tx, &event, who.account).unwrap();
        })
        .await;
    }
}

both_engines! {
    async fn after_the_deadline_nothing_begins_and_nothing_is_sent(app: TestApp) {
        on(&app, |tx| {
            let (open, who) = (forum(tx), meleane(tx));
            answer(tx, &open, &who);
            let closed = closed(tx);
            assert!(matches!(submit::submit(tx, &closed, who.account), Err(submit::Refused::Closed)));
            assert!(matches!(save::you(tx, &closed, &who, &you("Late")), Err(save::Refused::Closed)));
            let late = person(tx, "late@foreign.example", "Late", Locale::Fr);
            assert!(matches!(start::start(tx, &closed, &late), Err(start::Refused::Closed)));
            let draft = start::start(tx, &closed, &who).unwrap();
            assert_eq!((draft.state(), draft.badge_name.as_str()), (State::Draft, "Meleane Tui"), "her answers stay");
        })
        .await;
    }
}

both_engines! {
    async fn withdrawing_ends_it_and_answers_fill_the_next(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            assert!(matches!(withdraw::withdraw(tx, &event, who.account), Err(withdraw::Refused::Nothing)));
            let id = sent(tx, &event, &who);
            withdraw::withdraw(tx, &event, who.account).unwrap();
            assert_eq!(get(tx, id).state(), State::Withdrawn);
            assert_eq!(letters(tx, id), ["registration.received", "registration.withdrawn"]);
            assert!(matches!(withdraw::withdraw(tx, &event, who.account), Err(withdraw::Refused::Nothing)));
            let again = start::start(tx, &event, &who).unwrap();
            assert_ne!(again.id, id);
            assert_eq!((again.state(), again.number), (State::Draft, None));
            assert_eq!((again.badge_name.as_str(), again.diet.as_str()), ("Meleane Tui", "Vegetarian"));
            let second = submit::submit(tx, &event, who.account).unwrap();
            assert_eq!(get(tx, second).number, Some(2), "a number is never given twice");
        })
        .await;
    }
}

both_engines! {
    async fn nobody_withdraws_from_what_is_over(app: TestApp) {
        on(&app, |tx| {
            let (event, who) = (forum(tx), meleane(tx));
            let id = sent(tx, &event, &who);
            let over = forum::Event { ends_at: tx.now(), ..event };
            assert!(matches!(withdraw::withdraw(tx, &over, who.account), Err(withdraw::Refused::Over)));
            assert_eq!(get(tx, id).state(), State::Pending);
        })
        .await;
    }
}
