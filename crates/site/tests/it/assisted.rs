//! A lost mailbox: two administrators, a reason, a day.

use people::Role;
use testkit::{Browser, TestApp, both_engines};

use crate::support::{ADA, PASSWORD, RANGI, SLICES, holder, person};

const LOST: &str = "mele@secretariat.example";
const NEW: &str = "mele.taufa@ministry.example";

async fn page(app: &TestApp, email: &'static str) -> String {
    let found = app
        .read(move |tx| people::account::by_email(tx, &base::Email::parse(email).expect("it is an address")))
        .await;
    format!("/desk/accounts/{}", found.expect("the account is there").id)
}

async fn ask(browser: &mut Browser, page: &str) {
    browser
        .open(page)
        .await
        .fill("New email address", NEW)
        .fill("Reason", "She called from the ministry");
    browser.press("Ask for the change").await;
}

both_engines! {
    async fn r08_one_administrator_alone_changes_nothing_and_two_after_a_day(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = holder(&app, "Rangi Tau", RANGI, Role::Administrator).await;
        let mut mele = person(&app, "Mele Taufa", LOST).await;
        let page = page(&app, LOST).await;
        ada.open(&page).await.fill("New email address", NEW).press("Ask for the change").await;
        assert_eq!(ada.status(), 422);
        assert!(ada.field("Reason").described.contains("Say why, in at most 500 characters"));
        ask(&mut ada, &page).await;
        ada.see("A second administrator has to agree.").see("She called from the ministry").see_not("Agree to it");
        app.advance(jiff::SignedDuration::from_hours(25));
        app.write(people::assisted::carry_out).await;
        mele.open("/sign-in").await.fill("Email", LOST).fill("Password", PASSWORD).press("Sign in").await;
        assert_eq!(mele.path(), "/sign-in/check-email", "one alone changes nothing");
        app.deliver().await;
        rangi.open("/account").await;
        crate::support::sign_in(&app, &mut rangi, RANGI).await;
        rangi.open(&page).await.see("Ada Fonua");
        rangi.press("Agree to it").await;
        rangi.see("unless it is stopped from the old mailbox");
        app.mailbox().await.take_letter_to(LOST).link("/l/");
        let told = app.mailbox().await.take_letter_to(LOST);
        told.see(NEW).see("Is this wrong?");
        app.write(people::assisted::carry_out).await;
        app.advance(jiff::SignedDuration::from_secs(24 * 3600 - 1));
        app.write(people::assisted::carry_out).await;
        assert!(known(&app, LOST).await, "not a second too early");
        app.advance(jiff::SignedDuration::from_secs(1));
        app.write(people::assisted::carry_out).await;
        assert!(!known(&app, LOST).await && known(&app, NEW).await);
        app.mailbox().await.take_letter_to(NEW).see("choose a new password");
    }

    async fn r08_the_old_mailbox_can_stop_it_for_a_day(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = holder(&app, "Rangi Tau", RANGI, Role::Administrator).await;
        person(&app, "Mele Taufa", LOST).await;
        let page = page(&app, LOST).await;
        ask(&mut ada, &page).await;
        rangi.open(&page).await.press("Agree to it").await;
        let stop = app.mailbox().await.take_letter_to(LOST).link("/stop/");
        let mut owner = app.browser();
        owner.open(&stop).await.press("Stop the change").await;
        assert_eq!(owner.status(), 422, "a button alone stops nothing");
        owner.fill("To stop the change, type STOP", "stop").press("Stop the change").await;
        owner.see("The change is stopped");
        app.advance(jiff::SignedDuration::from_hours(25));
        app.write(people::assisted::carry_out).await;
        assert!(known(&app, LOST).await && !known(&app, NEW).await);
    }

    async fn r08_whoever_asked_can_not_agree_too(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        person(&app, "Mele Taufa", LOST).await;
        let page = page(&app, LOST).await;
        ask(&mut ada, &page).await;
        let refused = app
            .db()
            .write(|tx| {
                let (id, by): (base::Id<people::assisted::Assisted>, base::Id<people::Account>) =
                    tx.one(db::sql!("select id, asked_by from assisted_change"), &[])?;
                let whence = people::model::Whence { ip: String::new(), ua: String::new(), zone: "UTC".to_owned() };
                people::assisted::agree(tx, by, id, &whence)
            })
            .await;
        assert!(matches!(refused, Err(people::assisted::Refused::SamePerson)), "{refused:?}");
    }
}

async fn known(app: &TestApp, email: &'static str) -> bool {
    app.read(move |tx| people::account::by_email(tx, &base::Email::parse(email).expect("it is an address")))
        .await
        .is_some()
}
