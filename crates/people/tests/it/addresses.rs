//! Another address for an account.

use mail::Recorded;
use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::{PASSWORD, SLICES};
use crate::site::{HERE, MELE, Site, site};

const NEW: &str = "mele.taufa@ministry.example";

/// Asks for another address.
async fn asked(site: &Site, browser: &mut Browser, email: &str) {
    browser
        .open("/account")
        .await
        .follow("Change email address")
        .await;
    browser
        .fill("New email address", email)
        .press("Send the two links")
        .await;
    assert_eq!(browser.path(), "/account/email", "{}", browser.text());
    site.app.deliver().await;
}

/// The newest letter with this subject to an address.
fn letter(site: &Site, to: &str, subject: &str) -> Option<Recorded> {
    let mut all = site.recorder.all().into_iter();
    all.find(|letter| letter.to == to && letter.subject == subject)
}

/// The path in a letter about the change.
fn path(letter: &Recorded) -> String {
    let line = letter.text.lines().find(|line| line.starts_with(HERE)).unwrap();
    line.strip_prefix(HERE).unwrap().to_owned()
}

fn confirmation(site: &Site, to: &str) -> String {
    path(&letter(site, to, "Confirm the change of your address").unwrap())
}

async fn confirm(browser: &mut Browser, path: &str) {
    browser.open(path).await.press("Confirm").await;
}

async fn signs_in(site: &Site, email: &str) -> bool {
    let mut browser = site.phone();
    browser
        .open("/sign-in")
        .await
        .fill("Email", email)
        .fill("Password", PASSWORD)
        .press("Sign in")
        .await;
    browser.path() == "/sign-in/check-email"
}

both_engines! {
async fn r03_the_address_changes_when_both_mailboxes_have_confirmed_in_either_order(app: TestApp) {
    let site = site(&app).await;
    for (round, order) in [[MELE, NEW], [NEW, MELE]].into_iter().enumerate() {
        let mut mine = site.browser();
        let (from, to) = if round == 0 { (MELE, NEW) } else { (NEW, MELE) };
        let link = site.start(&mut mine, from).await;
        mine.open(&link).await.press("Sign in here").await;
        asked(&site, &mut mine, to).await;
        mine.see(&format!("We sent links to your address and to {to}."));
        confirm(&mut mine, &confirmation(&site, order[0])).await;
        mine.see("Half is done");
        mine.open("/account").await.see(from);
        let before = mine.jar.get("__Host-s").unwrap().to_owned();
        confirm(&mut mine, &confirmation(&site, order[1])).await;
        mine.see("Your email address is changed.").see(to);
        assert_ne!(mine.jar.get("__Host-s").unwrap(), before, "s08: a new cookie");
        assert!(!signs_in(&site, from).await);
        site.wait(61);
        app.deliver().await;
        assert!(letter(&site, from, "Your email address was changed").is_some(), "the old mailbox is told");
    }
}
}

both_engines! {
async fn r03_one_mailbox_alone_changes_nothing_and_after_a_day_neither_does(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    asked(&site, &mut mine, NEW).await;
    let (old, new) = (confirmation(&site, MELE), confirmation(&site, NEW));
    for _ in 0..2 {
        confirm(&mut mine, &new).await;
        mine.see("Half is done");
    }
    for _ in 0..23 {
        site.wait(3590);
        mine.open("/account").await;
    }
    site.wait(3590);
    let mut later = site.browser();
    site.wait(240);
    let link = site.start(&mut later, MELE).await;
    later.open(&link).await.press("Sign in here").await;

    later.open(&old).await.see("This change was completed, replaced or undone, or its time is over.");
    later.open("/account").await.see(MELE);
}
}

both_engines! {
async fn r03_its_links_do_nothing_when_read_and_nothing_for_anybody_else(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    asked(&site, &mut mine, NEW).await;
    let state = async || -> Vec<(String, bool, bool)> {
        let statement = db::sql!("select state, old_confirmed_at is null, new_confirmed_at is null from email_change");
        site.db.read(move |tx| tx.all(statement, &[])).await.unwrap()
    };
    let before = state().await;
    site.person("sione@foreign.example", "Sione").await;
    let mut other = site.phone();
    let link = site.start(&mut other, "sione@foreign.example").await;
    other.open(&link).await.press("Sign in here").await;
    for side in [MELE, NEW] {
        let path = confirmation(&site, side);
        for method in ["GET", "HEAD", "POST"] {
            let answer = site.ask(method, &path, &[("sec-fetch-site", "same-origin")], "").await;
            assert_eq!(answer.status.as_u16(), 303, "nobody who is not signed in: {method}");
        }
        mine.open(&path).await.see("Confirm");
        other.open(&path).await.see("We do not know this link");
    }
    assert_eq!(state().await, before);
}
}

both_engines! {
async fn r03_for_seven_days_the_old_address_comes_back_by_a_typed_word(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    asked(&site, &mut mine, NEW).await;
    confirm(&mut mine, &confirmation(&site, MELE)).await;
    confirm(&mut mine, &confirmation(&site, NEW)).await;
    app.deliver().await;
    let undo = path(&letter(&site, MELE, "Your email address was changed").unwrap());
    let mut owner = site.phone();
    owner.open(&undo).await.press("Give the old address back").await;
    assert_eq!(owner.status(), 422, "a button alone does nothing");
    site.wait(7 * 24 * 3600 - 1);
    owner.open(&undo).await.fill("To get the old address back, type UNDO", "undo").press("Give the old address back").await;
    owner.see("Your old address is back");
    mine.open("/account").await;
    assert_eq!(mine.path(), "/sign-in?next=/account", "everybody is signed out");
    assert!(signs_in(&site, MELE).await);
    assert!(!signs_in(&site, NEW).await);
    owner.open(&undo).await.see("This change was completed, replaced or undone");
}
}

both_engines! {
async fn r03_after_seven_days_it_stays_changed(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    asked(&site, &mut mine, NEW).await;
    confirm(&mut mine, &confirmation(&site, MELE)).await;
    confirm(&mut mine, &confirmation(&site, NEW)).await;
    app.deliver().await;
    let undo = path(&letter(&site, MELE, "Your email address was changed").unwrap());
    site.wait(7 * 24 * 3600);
    mine.open(&undo).await.see("This change was completed, replaced or undone, or its time is over.");
}
}

both_engines! {
async fn r04_an_address_that_is_somebodys_looks_the_same_and_its_owner_is_told(app: TestApp) {
    let site = site(&app).await;
    site.person("sione@foreign.example", "Sione").await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut pages = Vec::new();
    for email in ["sione@foreign.example", NEW] {
        asked(&site, &mut mine, email).await;
        pages.push(mine.text().replace(email, "…"));
    }
    assert_eq!(pages[0], pages[1]);
    assert!(letter(&site, "sione@foreign.example", "Confirm the change of your address").is_none());
    let told = letter(&site, "sione@foreign.example", "You already have an account").unwrap();
    assert!(told.text.contains("It has an account of its own already; nothing was changed."), "{}", told.text);
    assert!(!told.text.contains(MELE), "whoever asked is not named");
}
}

both_engines! {
async fn l21_a_link_sent_before_the_address_changed_is_dead(app: TestApp) {
    let site = site(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    let mut waits = site.phone();
    let link = site.start(&mut waits, MELE).await;
    asked(&site, &mut mine, NEW).await;
    confirm(&mut mine, &confirmation(&site, MELE)).await;
    confirm(&mut mine, &confirmation(&site, NEW)).await;
    waits.open(&link).await.see("This sign-in has ended");
    app.deliver().await;
}
}
