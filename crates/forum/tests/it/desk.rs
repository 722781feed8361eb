//! The desk's pages: an officer makes and changes events with the keyboard alone, by the words on the page.

use people::Role;
use testkit::both_engines;

use crate::support::{SLICES, demonstration, signed_in};

const TITLE: &str = "Fourth Asia-Pacific Directors-General Forum on South-South and Triangular Cooperation";

both_engines! {
    async fn an_officer_changes_an_event_and_calendars_follow(app: TestApp) {
        demonstration(&app).await;
        let mut officer = signed_in(&app, Some(Role::Officer)).await;
        officer.open("/desk/events").await.see("6 events");
        officer.follow(TITLE).await;
        assert_eq!(officer.value("Starts"), "2022-09-13T09:00");
        officer.fill("In one sentence", "A new sentence.").press("Save").await;
        officer.see("Saved. Calendars that subscribe will follow.");
        assert_eq!(officer.value("In one sentence"), "A new sentence.");
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4").await.see("A new sentence.");
        visitor.open("/e/dg-forum-4.ics").await;
        assert!(visitor.html().contains("SEQUENCE:1\r\n"), "{}", visitor.html());
        visitor.open("/fr/e/dg-forum-4").await.see_not("A new sentence.");
    }

    async fn an_officer_makes_an_event_from_draft_to_published(app: TestApp) {
        demonstration(&app).await;
        let mut officer = signed_in(&app, Some(Role::Officer)).await;
        officer.open("/desk/events").await.follow("New event").await;
        officer.fill("Title", "Round table on training").fill("Address", "training").fill("Kind", "Round table");
        officer.fill("Time zone", "Pacific/Fiji").fill("Starts", "2022-10-03T09:00").fill("Ends", "2022-10-03T12:00");
        officer.fill("City", "Suva").press("Create the event").await.see("Saved.");
        officer.open("/e/training").await.see("This is a draft. Only the secretariat sees this page.");
        let mut visitor = app.browser();
        visitor.open("/e/training").await;
        assert_eq!(visitor.status(), 404, "a draft does not exist for others");
        visitor.open("/e/training.ics").await;
        assert_eq!(visitor.status(), 404);
        officer.open("/desk/events").await.follow("Round table on training").await;
        officer.fill("State", "Published").press("Save").await.see("Saved.");
        visitor.open("/e/training").await.see("Round table on training").see("Suva");
    }

    async fn every_mistake_is_said_beside_its_field_and_nothing_is_lost(app: TestApp) {
        demonstration(&app).await;
        let mut officer = signed_in(&app, Some(Role::Officer)).await;
        officer.open("/desk/events/new").await;
        officer.fill("Title", "Kept as typed").fill("Address", "With Space").fill("Time zone", "Asia/Nowhere");
        officer.fill("Starts", "2022-02-30T09:00").fill("Ends", "").press("Create the event").await;
        officer.see("There is a problem").see("This date and time do not exist.").see("Enter the end.");
        assert_eq!(officer.value("Title"), "Kept as typed");
        assert_eq!(officer.value("Starts"), "2022-02-30T09:00");
        assert!(officer.field("Address").invalid && officer.field("Starts").invalid && !officer.field("Title").invalid);
        assert!(officer.title().starts_with("Error:"), "{}", officer.title());
    }

    async fn who_saves_second_is_told(app: TestApp) {
        demonstration(&app).await;
        let mut first = signed_in(&app, Some(Role::Administrator)).await;
        first.open("/desk/events").await.follow(TITLE).await;
        let path = first.path().to_owned();
        app.write(move |tx| {
            let event = forum::read::event_by_slug(tx, "dg-forum-4")?.unwrap();
            let event = forum::Managed::by_the_program(event);
            let id = forum::read::sessions(tx, event.id)?[0].id;
            forum::edit::remove_session(tx, &event, id).unwrap();
            Ok(())
        })
        .await;
        first.fill("In one sentence", "Mine").press("Save").await;
        first.see("Somebody else changed this event meanwhile.");
        assert_eq!((first.path(), first.value("In one sentence").as_str()), (path.as_str(), "Mine"));
        first.press("Save").await.see("Saved.");
    }

    async fn sessions_are_added_changed_and_removed(app: TestApp) {
        demonstration(&app).await;
        let mut officer = signed_in(&app, Some(Role::Officer)).await;
        officer.open("/desk/events").await.follow(TITLE).await;
        officer.follow("Add a session").await;
        officer.fill("Title", "Side event on data").fill("From", "17:30").fill("To", "17:00").press("Save").await;
        officer.see("The end is before the start.");
        officer.fill("To", "18:30").fill("Room", "Room 4").press("Save").await.see("The programme has been changed.");
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4/programme").await.see("Side event on data").see("17:30–18:30").see("Room 4");
        officer.follow("Side event on data").await;
        officer.fill("Title", "Side event on statistics").press("Save").await;
        visitor.open("/e/dg-forum-4/programme").await.see("Side event on statistics").see_not("on data");
        officer.follow("Side event on statistics").await.press("Remove the session").await;
        officer.see("The session has been removed.");
        visitor.open("/e/dg-forum-4/programme").await.see_not("Side event on statistics");
        visitor.open("/e/dg-forum-4.ics").await;
        assert!(visitor.html().contains("SEQUENCE:3\r\n"));
    }

    async fn delegates_and_registrars_do_not_run_events(app: TestApp) {
        demonstration(&app).await;
        let id = app.read(|tx| Ok(forum::read::event_by_slug(tx, "dg-forum-4")?.unwrap().id)).await;
        let mut registrar = signed_in(&app, Some(Role::Registrar)).await;
        for path in ["/desk/events".to_owned(), "/desk/events/new".to_owned(), format!("/desk/events/{id}")] {
            registrar.open(&path).await;
            assert_eq!(registrar.status(), 403, "{path}");
        }
    }

    async fn documents_for_participants_open_after_a_sign_in(app: TestApp) {
        demonstration(&app).await;
        let mut delegate = signed_in(&app, None).await;
        delegate.open("/e/dg-forum-4/documents/information-for-participants/en").await;
        assert_eq!((delegate.status(), delegate.header("content-type")), (200, "application/pdf".to_owned()));
    }
}
