//! Whole stories in a real browser, against the program as it is shipped: from the first visit to the letter with the
//! calendar invitation; the same without scripts; and every page of it looked at by axe.
#![expect(
    clippy::panic,
    reason = "a test says what it found by failing with a sentence"
)]
mod axe;
mod browser;
mod demo;
mod organization;
mod passkeys;
mod programs;
mod story;

use browser::{Browser, Scripts};
use demo::Demo;

/// Runs a journey where Chromium and its driver are installed.
fn walk<Done: Future<Output = ()>>(journey: impl FnOnce() -> Done) {
    if !browser::is_installed() {
        assert!(
            !testkit::say::required("chromium"),
            "SALA_REQUIRE names chromium, and it is not installed"
        );
        testkit::say::loudly("SKIPPED: Chromium or its driver is not installed; no journey was walked");
        return;
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    runtime.expect("a runtime can be made").block_on(journey());
}

#[test]
fn a_delegate_registers_and_is_accredited() {
    walk(|| async {
        let demo = Demo::start();
        let (delegate, officer) = (Browser::open(Scripts::On).await, Browser::open(Scripts::On).await);
        story::from_visit_to_accreditation(&demo, &delegate, &officer).await;
        assert!(
            demo.scripts_asked_for() > 0,
            "with scripts on, the script is fetched: the next test can see it"
        );
        delegate.close().await;
        officer.close().await;
    });
}

#[test]
fn l30_the_same_without_any_script() {
    walk(|| async {
        let demo = Demo::start();
        let (delegate, officer) = (
            Browser::open(Scripts::Off).await,
            Browser::open(Scripts::Off).await,
        );
        story::from_visit_to_accreditation(&demo, &delegate, &officer).await;
        assert_eq!(
            demo.scripts_asked_for(),
            0,
            "requests for a script, by the program's own log"
        );
        delegate.close().await;
        officer.close().await;
    });
}

#[test]
fn l27_a_link_signs_in_the_browser_that_asked_also_from_web_mail() {
    walk(|| async {
        let demo = Demo::start();
        let browser = Browser::open(Scripts::On).await;
        story::sign_in_from_a_foreign_page(&demo, &browser).await;
        browser.close().await;
    });
}

#[test]
fn l09_the_desktop_goes_on_by_itself_when_the_number_was_typed_on_the_telephone() {
    walk(|| async {
        let demo = Demo::start();
        let desktop = Browser::open(Scripts::On).await;
        let telephone = Browser::open(Scripts::On).await;
        story::wait_for_the_telephone(&demo, &desktop, &telephone).await;
        desktop.close().await;
        telephone.close().await;
    });
}

#[test]
fn l30_no_page_hinders_anybody() {
    walk(|| async {
        let demo = Demo::start();
        axe::look_at_every_page(&demo).await;
    });
}

#[test]
fn p10_a_new_password_is_shown_when_asked_and_its_rules_are_ticked_off() {
    walk(|| async {
        let demo = Demo::start();
        let browser = Browser::open(Scripts::On).await;
        story::choose_a_password(&demo, &browser).await;
        browser.close().await;
    });
}
