//! A right password that nothing follows is told to its owner.

use testkit::both_engines;

use crate::ground::SLICES;
use crate::site::{MELE, site};

const SUBJECT: &str = "Your password was given, and nobody signed in";

both_engines! {
async fn w03_a_right_password_without_its_second_step_is_told_once_a_day(app: TestApp) {
    let site = site(&app).await;
    let told = async || {
        app.deliver().await;
        site.recorder.all().into_iter().filter(|letter| letter.subject == SUBJECT).collect::<Vec<_>>()
    };
    let mut phone = site.phone();
    site.start(&mut phone, MELE).await;
    site.wait(59 * 60);
    assert_eq!(told().await.len(), 0, "she may still finish it");
    site.start(&mut site.browser(), MELE).await;
    site.wait(5 * 60);
    let letters = told().await;
    assert_eq!((letters.len(), letters[0].to.as_str()), (1, MELE));
    assert!(letters[0].text.contains("Safari"), "which browser: {}", letters[0].text);
    assert!(letters[0].text.contains("15 August 2022, 02:00"), "when it was given: {}", letters[0].text);
    site.wait(23 * 3600);
    let mut third = site.browser();
    site.start(&mut third, MELE).await;
    third.press("Cancel this sign-in").await;
    assert_eq!(told().await.len(), 1, "once a day");
    site.wait(2 * 3600);
    assert_eq!(told().await.len(), 2, "the next day, also of one that was given up");
    site.wait(48 * 3600);
    assert_eq!(told().await.len(), 2, "each once");
}

async fn w03_what_she_finished_refused_or_began_in_her_own_browser_is_not_told(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    site.start(&mut mine, MELE).await;
    site.wait(61);
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await.see("Mele Taufa");
    mine.open("/account").await.press("Sign out").await;
    site.wait(61);
    site.start(&mut mine, MELE).await;
    site.wait(61);
    let link = site.start(&mut site.phone(), MELE).await;
    let mut mailbox = site.browser();
    mailbox.open(&link).await.follow("It was not me").await;
    mailbox.fill("To end that sign-in, type NOT ME", "not me").press("End that sign-in").await;
    site.wait(25 * 3600);
    app.deliver().await;
    assert_eq!(site.recorder.all().iter().filter(|letter| letter.subject == SUBJECT).count(), 0);
}
}
