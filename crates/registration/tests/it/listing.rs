//! The desk's list: oldest first, found by name, delegation, address or number, with counts and neighbours.

use db::Tx;
use forum::Event;
use i18n::Locale;
use registration::queue::{self, Counts, Lack, Neighbours, Order, Wanted};
use registration::{Representation, Role, Sender, State, decide, demo, save, submit};
use testkit::both_engines;

use crate::support::{SLICES, fill, forum, officer, on, person, sent, you};

fn wanted(event: &Event) -> Wanted {
    Wanted {
        event: event.id,
        view: State::Pending,
        text: String::new(),
        representation: None,
        lack: None,
        order: Order::Oldest,
    }
}

fn names(tx: &mut Tx<'_>, wanted: &Wanted) -> Vec<String> {
    queue::page(tx, wanted, 1)
        .unwrap()
        .0
        .into_iter()
        .map(|line| line.badge_name)
        .collect()
}

/// Three who wait: two of Tonga, one of an organization.
fn three(tx: &mut Tx<'_>, event: &Event) -> Vec<base::Id<registration::Registration>> {
    let first = person(tx, "zoe@foreign.example", "Zoë Álvarez", Locale::En);
    let second = person(tx, "ana@foreign.example", "Ana Fonua", Locale::En);
    let third = person(tx, "ana.second@foreign.example", "Ana Fonua", Locale::En);
    let ids = vec![sent(tx, event, &first), sent(tx, event, &second)];
    save::you(tx, event, &third, &you("Ana  FONUA")).unwrap();
    let centre = Sender::Organization(Representation::Igo, "100% Regional_Centre".into());
    save::delegation(
        tx,
        event,
        &third,
        &registration::Delegation {
            sender: centre,
            role: Role::Adviser,
        },
    )
    .unwrap();
    [ids, vec![submit::submit(tx, event, third.account).unwrap()]].concat()
}

both_engines! {
    async fn oldest_first_and_found_by_any_word(app: TestApp) {
        on(&app, |tx| {
            let event = forum(tx);
            three(tx, &event);
            let all = wanted(&event);
            assert_eq!(names(tx, &all), ["Zoë Álvarez", "Ana Fonua", "Ana  FONUA"]);
            let find = |text: &str| Wanted { text: text.into(), ..wanted(&event) };
            assert_eq!(names(tx, &find("zoe alvarez")), ["Zoë Álvarez"], "accents and capitals do not matter");
            assert_eq!(names(tx, &find("TONGA")), ["Zoë Álvarez", "Ana Fonua"]);
            assert_eq!(names(tx, &find("تونغا")), ["Zoë Álvarez", "Ana Fonua"], "in the reader's language too");
            assert_eq!(names(tx, &find("ana.second@foreign")), ["Ana  FONUA"]);
            assert_eq!(names(tx, &find("dg-forum-4-0002")), ["Ana Fonua"]);
            assert_eq!(names(tx, &find("nobody")), Vec::<String>::new());
            // Signs of a pattern stand for themselves.
            assert_eq!(names(tx, &find("100%")), ["Ana  FONUA"]);
            assert_eq!(names(tx, &find("zo%")), Vec::<String>::new());
            let igo = Wanted { representation: Some(Representation::Igo), ..wanted(&event) };
            assert_eq!(names(tx, &igo), ["Ana  FONUA"]);
            let lack = Wanted { lack: Some(Lack::Photo), ..wanted(&event) };
            assert_eq!(names(tx, &lack).len(), 3);
            let by_name = Wanted { order: Order::Name, ..wanted(&event) };
            assert_eq!(names(tx, &by_name).last().unwrap(), "Zoë Álvarez");
        })
        .await;
    }
}

both_engines! {
    async fn the_same_name_twice_is_pointed_out(app: TestApp) {
        on(&app, |tx| {
            let event = forum(tx);
            three(tx, &event);
            let lines = queue::page(tx, &wanted(&event), 1).unwrap().0;
            let marks: Vec<bool> = lines.iter().map(|line| line.duplicate).collect();
            assert_eq!(marks, [false, true, true]);
            assert!(lines.iter().all(|line| !line.photo && !line.letter && !line.sample));
        })
        .await;
    }
}

both_engines! {
    async fn views_count_and_neighbours_keep_the_filter(app: TestApp) {
        on(&app, |tx| {
            let event = forum(tx);
            let ids = three(tx, &event);
            let desk = officer(tx, &event, "l.ofa@secretariat.example", "L. Ofa");
            decide::accredit(tx, &desk, ids[0]).unwrap();
            let counts = queue::counts(tx, event.id).unwrap();
            assert_eq!(counts, Counts { pending: 2, accredited: 1, declined: 0, withdrawn: 0 });
            let all = wanted(&event);
            let at = queue::neighbours(tx, &all, ids[1]).unwrap();
            assert_eq!(at, Neighbours { before: None, after: Some(ids[2]) });
            let at = queue::neighbours(tx, &all, ids[2]).unwrap();
            assert_eq!(at, Neighbours { before: Some(ids[1]), after: None });
            // One just decided is no longer in the list: the first of it is next.
            let at = queue::neighbours(tx, &all, ids[0]).unwrap();
            assert_eq!(at, Neighbours { before: None, after: Some(ids[1]) });
        })
        .await;
    }
}

both_engines! {
    async fn the_samples_fill_every_view_and_spare_the_demonstrations_delegate(app: TestApp) {
        on(&app, |tx| {
            let event = forum(tx);
            let stored = |hash: &str, kind| files::Stored { hash: hash.repeat(64), size: 9, kind };
            let papers = demo::Papers { photo: stored("a", files::Kind::Png), letter: stored("b", files::Kind::Pdf) };
            demo::samples(tx, 2, Some(&papers)).unwrap();
            let counts = queue::counts(tx, event.id).unwrap();
            assert_eq!(counts, Counts { pending: 44, accredited: 20, declined: 6, withdrawn: 6 });
            let (lines, total) = queue::page(tx, &wanted(&event), 1).unwrap();
            assert_eq!((lines.len(), total), (44, 44));
            assert!(lines.iter().all(|line| line.sample && line.badge_name.contains("Sample")));
            assert!(lines.windows(2).all(|pair| pair[0].submitted_at <= pair[1].submitted_at));
            assert!(lines.iter().any(|line| line.duplicate) && lines.iter().any(|line| line.photo && line.letter));
        })
        .await;
    }
}

both_engines! {
    async fn the_demonstration_stores_the_papers_of_its_samples(app: TestApp) {
        fill(&app).await;
        let web = app.web().clone();
        let demo = web::Demo { now: web.now(), random: web.random().clone(), files: web.files().clone(), scale: 1 };
        let hash = app
            .write(move |tx| {
                demo::fill(tx, &demo)?;
                let event = forum(tx);
                let line = queue::page(tx, &wanted(&event), 1)?.0.into_iter().find(|line| line.letter).unwrap();
                let letter = registration::read::by_id(tx, line.id)?.unwrap().letter_id.unwrap();
                Ok(files::by_id(tx, letter)?.unwrap().hash)
            })
            .await;
        let letter = app.web().files().find(&hash).await.unwrap().unwrap();
        assert_eq!(files::check_pdf(&letter).await.unwrap(), Ok(()));
    }
}
