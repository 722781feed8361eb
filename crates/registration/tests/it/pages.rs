//! The journey by page: from the event to the account, the form, the desk's decision and the letter.

use people::roles::{self, Grant};
use people::{Role, account};
use testkit::{Browser, TestApp, both_engines};

use crate::support::{SLICES, fill};

const PASSWORD: &str = "a long new password";
const FORM: &str = "/e/dg-forum-4/register";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n";
const PNG: &[u8] = include_bytes!("../../src/samples/photo.png");

/// A browser in which somebody has just made an account, led there from `path`.
async fn newcomer(app: &TestApp, path: &str, name: &str, email: &str) -> Browser {
    let mut browser = app.browser();
    browser.open(path).await;
    assert!(browser.path().starts_with("/sign-up"), "{}", browser.path());
    app.sign_up(&mut browser, name, email, PASSWORD).await;
    browser
}

/// Somebody with a role at the desk.
async fn at_the_desk(app: &TestApp, role: Role) -> Browser {
    at_the_desk_of(app, role, None).await
}

/// The same at the desk of one event.
async fn at_the_desk_of(app: &TestApp, role: Role, event: Option<&'static str>) -> Browser {
    let email = format!("{}@{}.example", role.code(), event.unwrap_or("secretariat"));
    let mut browser = newcomer(app, FORM, "L. Ofa", &email).await;
    app.write(move |tx| {
        let found = account::by_email(tx, &base::Email::parse(&email).unwrap())?.unwrap();
        let event = match event {
            Some(slug) => forum::read::event_by_slug(tx, slug)?.map(|event| event.id.uuid()),
            None => None,
        };
        roles::grant(tx, found.id, Grant { role, event })
    })
    .await;
    browser.open("/desk").await;
    browser
}

async fn fill_in(browser: &mut Browser) {
    browser
        .open("/e/dg-forum-4/register/you")
        .await
        .fill("Name on the badge", "Meleane Tui")
        .fill("Position", "Deputy Secretary");
    browser.press("Save and continue").await;
    assert_eq!(browser.path(), "/e/dg-forum-4/register/delegation");
    browser
        .choose("Member or associate member")
        .fill("Member you represent", "Tonga")
        .choose("Head of delegation");
    browser.press("Save and continue").await;
}

both_engines! {
    async fn from_the_event_to_the_letter_of_accreditation(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        assert_eq!(mine.path(), "/e/dg-forum-4/register/you");
        mine.see("You have an account. You are not yet registered.").see("Registration closes on 9 September 2022");
        assert_eq!(mine.value("Name on the badge"), "Meleane Tui", "what is known is filled in");
        fill_in(&mut mine).await;
        mine.attach("Photo for the badge", "me.png", PNG).attach("Note verbale", "note.pdf", PDF);
        mine.press("Save and continue").await;
        mine.choose("A place for a wheelchair, step-free ways").press("Save and continue").await;
        mine.see("Tonga").see("Deputy Secretary").see("note.pdf").see("A place for a wheelchair");
        mine.press("Send my registration").await;
        assert_eq!(mine.path(), "/e/dg-forum-4/my?done=sent");
        mine.see("With the secretariat").see("since 15 August 2022, 09:00; usually three working days").see("DG-FORUM-4-0001");
        app.mailbox().await.take_letter_to("m.tui@foreign.example").see("DG-FORUM-4-0001");
        mine.open("/e/dg-forum-4").await.see("Your registration: With the secretariat");

        let mut desk = at_the_desk(&app, Role::Registrar).await;
        desk.see("1 person waits for a decision.");
        desk.open("/desk/registrations").await.see("1 request to decide, oldest first.").see("Complete");
        desk.follow("Meleane Tui").await.see("Deputy Secretary");
        desk.press("Accredit").await;
        desk.see("Meleane Tui: Accredited. The letter is on its way.");
        let letter = app.mailbox().await.take_letter_to("m.tui@foreign.example");
        assert_eq!(letter.subject(), "You are accredited");
        assert!(letter.0.raw.contains("METHOD:REQUEST") || letter.0.raw.contains("method=REQUEST"));
        mine.open("/e/dg-forum-4/my").await.see("Accredited").see("comes later, after accreditation");
        mine.follow("Withdraw").await.press("Yes, withdraw").await.see("Your registration is withdrawn.");
        app.mailbox().await.take_letter_to("m.tui@foreign.example").see("taken out of your calendar");
    }

    async fn declining_needs_a_reason_and_tells_her(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.open("/e/dg-forum-4/register/check").await.press("Send my registration").await;
        app.mailbox().await.take_letter_to("m.tui@foreign.example");
        let mut desk = at_the_desk(&app, Role::Officer).await;
        desk.open("/desk/registrations").await.see("Photo missing").see("No letter");
        desk.follow("Meleane Tui").await;
        desk.press("Decline").await;
        assert_eq!(desk.status(), 422);
        desk.see("Choose a reason.").see("Write to the person why");
        desk.fill("Reason", "All places of the delegation are taken");
        desk.fill("In words, for the person", "All five places of Tonga are taken.").press("Decline").await;
        app.mailbox().await.take_letter_to("m.tui@foreign.example").see("All five places of Tonga are taken.");
        mine.open("/e/dg-forum-4/my").await.see("Declined").see("All five places of Tonga are taken.");
    }

    async fn wrong_papers_lose_nothing(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.attach("Photo for the badge", "me.jpg", b"PK\x03\x04 a zip").attach("Note verbale", "note.pdf", PDF);
        mine.press("Save and continue").await;
        assert_eq!(mine.status(), 422);
        assert!(mine.title().starts_with("Error:"), "{}", mine.title());
        mine.see("This file is not a JPEG or PNG picture.").see("note.pdf");
        mine.attach("Photo for the badge", "me.png", PNG).attach("Note verbale", "x.pdf", b"#!/bin/sh\nrm -rf ~");
        mine.press("Save and continue").await.see("This file is not a PDF.").see("me.png").see("note.pdf");
        mine.attach("Photo for the badge", "big.png", &vec![0x89; 9 * 1024 * 1024]).press("Save and continue").await;
        mine.see("This picture is larger than 8 MB.");
        mine.attach("Note verbale", "big.pdf", &vec![b'%'; 13 * 1024 * 1024]).press("Save and continue").await;
        mine.see("This file is larger than 10 MB.").see("me.png");
        mine.press("Remove note.pdf").await.see_not("note.pdf").see("me.png");
    }

    async fn odd_entries_are_said_beside_their_fields(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        for (name, said) in [
            ("", "Enter the name as it should be printed on the badge."),
            ("Ana\u{202e}gnp", "This text held signs that cannot be printed."),
            ("Ana\u{0}\u{7}", "This text held signs that cannot be printed."),
            (&"x".repeat(10 * 1024 * 1024), "Use at most 120 characters."),
        ] {
            mine.open("/e/dg-forum-4/register/you").await.fill("Name on the badge", name).fill("Position", "Kept");
            mine.press("Save and continue").await;
            assert_eq!(mine.status(), 422, "{said}");
            assert!(mine.field("Name on the badge").described.contains(said), "{:?}", mine.field("Name on the badge").described);
            assert_eq!(mine.value("Position"), "Kept");
        }
        mine.open("/e/dg-forum-4/register/delegation").await.press("Save and continue").await;
        mine.see("Choose in what capacity you take part.").see("Choose your role in the delegation.");
    }

    async fn files_are_for_their_owner_and_the_desk(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.attach("Note verbale", "note.pdf", PDF).press("Save and continue").await;
        mine.open("/e/dg-forum-4/register/papers").await.follow("note.pdf").await;
        assert_eq!((mine.status(), mine.bytes()), (200, PDF));
        assert!(mine.header("content-disposition").starts_with("attachment"));
        assert_eq!(mine.header("x-content-type-options"), "nosniff");
        assert_eq!(mine.header("content-length"), PDF.len().to_string());
        let path = mine.path().to_owned();
        let mut other = newcomer(&app, FORM, "Somebody Else", "other@foreign.example").await;
        other.open(&path).await;
        assert_eq!(other.status(), 404);
        for desk in ["/desk", "/desk/registrations"] {
            other.open(desk).await;
            assert_eq!(other.status(), 403, "{desk}");
        }
    }

    async fn a_registrar_of_one_event_decides_on_that_one_alone(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.attach("Note verbale", "note.pdf", PDF).press("Save and continue").await;
        mine.open("/e/dg-forum-4/register/check").await.press("Send my registration").await;
        let mut here = at_the_desk_of(&app, Role::Registrar, Some("dg-forum-4")).await;
        let mut elsewhere = at_the_desk_of(&app, Role::Registrar, Some("apfsd-9")).await;
        here.see("1 person waits for a decision.");
        here.open("/desk/registrations").await.follow("Meleane Tui").await;
        let request = here.path().to_owned();
        here.follow("Open the letter").await;
        let letter = here.path().to_owned();
        assert_eq!((here.status(), here.bytes()), (200, PDF));
        elsewhere.see_not("1 person waits for a decision.");
        for (path, status) in [(request.as_str(), 403), (letter.as_str(), 404)] {
            elsewhere.open(path).await;
            assert_eq!(elsewhere.status(), status, "{path}");
        }
        for path in ["/desk/registrations", "/desk/registrations?event=dg-forum-4"] {
            elsewhere.open(path).await.see_not("Meleane Tui");
            assert_eq!(elsewhere.path(), "/desk");
        }
        here.open(&request).await.press("Accredit").await.see("Meleane Tui: Accredited.");
        app.deliver().await;
    }

    async fn after_the_deadline_the_page_says_so(app: TestApp) {
        fill(&app).await;
        app.advance(jiff::SignedDuration::from_hours(26 * 24));
        let mut anybody = app.browser();
        anybody.open(FORM).await.see("Registration is closed").see("closed on 9 September 2022 at 17:00");
        anybody.open("/ar/e/dg-forum-4/register").await.see("التسجيل مغلق");
    }

    async fn what_was_typed_when_the_session_had_ended_comes_back(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        mine.open("/e/dg-forum-4/register/you").await.fill("Name on the badge", "Typed late").fill("Position", "Deputy");
        app.advance(jiff::SignedDuration::from_mins(61));
        mine.press("Save and continue").await;
        assert!(mine.path().starts_with("/sign-in"), "{}", mine.path());
        app.sign_in(&mut mine, "m.tui@foreign.example", PASSWORD).await;
        assert_eq!(mine.path(), "/e/dg-forum-4/register/you");
        mine.see("Your session had ended. What you had typed is back below");
        assert_eq!((mine.value("Name on the badge"), mine.value("Position")), ("Typed late".into(), "Deputy".into()));
        mine.press("Save and continue").await.open("/e/dg-forum-4/register/you").await.see_not("Your session had ended");
        assert_eq!(mine.value("Name on the badge"), "Typed late");
    }

    async fn files_sent_when_the_session_had_ended_wait_for_the_same_account(app: TestApp) {
        fill(&app).await;
        newcomer(&app, FORM, "Somebody Else", "other@foreign.example").await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.attach("Photo for the badge", "me.png", PNG).attach("Note verbale", "note.pdf", PDF);
        app.advance(jiff::SignedDuration::from_mins(61));
        mine.press("Save and continue").await;
        assert!(mine.path().starts_with("/sign-in"), "{}", mine.path());
        let mut other = app.browser();
        other.open("/e/dg-forum-4/register/papers").await;
        app.sign_in(&mut other, "other@foreign.example", PASSWORD).await;
        assert_eq!(other.path(), "/e/dg-forum-4/register/papers");
        other.see_not("me.png").see_not("note.pdf");
        app.sign_in(&mut mine, "m.tui@foreign.example", PASSWORD).await;
        assert_eq!(mine.path(), "/e/dg-forum-4/register/papers");
        mine.see("Your session had ended.").see("me.png").see("note.pdf");
        mine.follow("note.pdf").await;
        assert_eq!(mine.bytes(), PDF);
        mine.open("/e/dg-forum-4/register/papers").await.see("me.png").see_not("Your session had ended.");
    }

    async fn the_second_officer_is_told_who_was_first(app: TestApp) {
        fill(&app).await;
        let mut mine = newcomer(&app, FORM, "Meleane Tui", "m.tui@foreign.example").await;
        fill_in(&mut mine).await;
        mine.open("/e/dg-forum-4/register/check").await.press("Send my registration").await;
        let mut first = at_the_desk(&app, Role::Officer).await;
        let mut second = at_the_desk(&app, Role::Registrar).await;
        let mut third = at_the_desk(&app, Role::Administrator).await;
        for desk in [&mut first, &mut second, &mut third] {
            desk.open("/desk/registrations").await;
        }
        second.follow("Meleane Tui").await;
        first.choose("Select Meleane Tui").press("Accredit").await;
        first.see("1 person accredited.").see("Nothing here.");
        second.press("Accredit").await.see("Already decided by L. Ofa on 15 August 2022, 09:00: Accredited.");
        third.choose("Select Meleane Tui").press("Accredit").await;
        third.see("0 people accredited.").see("Already decided by L. Ofa");
        third.open("/desk/registrations").await.see("Nothing here.");
        app.deliver().await;
    }
}
