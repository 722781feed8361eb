//! The first run: a link on the console makes one administrator, once and within an hour.

use jiff::SignedDuration;
use testkit::both_engines;

use crate::support::{ADA, RANGI, SLICES, begin, person, sign_in};

both_engines! {
    async fn the_link_of_the_console_makes_the_administrator_once(app: TestApp) {
        let link = site::first_run(app.web()).await.unwrap().expect("nobody is administrator yet");
        let mut ada = app.browser();
        for _ in 0..3 {
            ada.open(&link).await.see("This site has no administrator yet.");
        }
        let mut late = app.browser();
        late.open(&link).await;
        begin(&mut ada, "Ada Fonua", ADA).await;
        assert_eq!(ada.path(), "/sign-in?next=/desk/people", "the link signs nobody in");
        sign_in(&app, &mut ada, ADA).await;
        assert_eq!((ada.status(), ada.path()), (200, "/desk/people"));
        ada.see("1 role given").see("Ada Fonua").see("Administrator");
        begin(&mut late, "Rangi Tau", RANGI).await;
        assert_eq!(late.status(), 404, "the page of the link was open since before");
        late.open(&link).await;
        assert_eq!(late.status(), 404);
        assert_eq!(site::first_run(app.web()).await.unwrap(), None, "there is an administrator");
    }

    async fn the_link_is_good_for_an_hour(app: TestApp) {
        let link = site::first_run(app.web()).await.unwrap().unwrap();
        let mut slow = app.browser();
        app.advance(SignedDuration::from_mins(59));
        slow.open(&link).await;
        assert_eq!(slow.status(), 200);
        app.advance(SignedDuration::from_mins(1));
        begin(&mut slow, "Ada Fonua", ADA).await;
        assert_eq!(slow.status(), 404);
        let email = base::Email::parse(ADA).unwrap();
        assert!(app.read(move |tx| people::account::by_email(tx, &email)).await.is_none());
        let next = site::first_run(app.web()).await.unwrap().expect("the next start offers a new one");
        assert_ne!(next, link);
        slow.open(&next).await;
        assert_eq!(slow.status(), 200);
        for other in ["/first-run/", "/first-run/0", &format!("{next}0")] {
            slow.open(other).await;
            assert_eq!(slow.status(), 404, "{other}");
        }
    }

    async fn what_is_missing_is_said_beside_its_field_and_the_link_stays_good(app: TestApp) {
        person(&app, "Rangi Tau", RANGI).await;
        let link = site::first_run(app.web()).await.unwrap().unwrap();
        let mut ada = app.browser();
        ada.open(&link).await.fill("Name", "Ada Fonua").fill("Email", "ada").fill("Password", "short");
        ada.press("Create account").await;
        assert_eq!(ada.status(), 422);
        assert!(ada.field("Email").described.contains("Enter an e-mail address"));
        assert!(ada.field("Password").described.contains("Choose a password of at least 8 characters"));
        assert_eq!(ada.value("Name"), "Ada Fonua");
        begin(&mut ada, "Ada Fonua", RANGI).await;
        assert_eq!(ada.status(), 422);
        assert!(ada.field("Email").described.contains("This address has an account already."));
        begin(&mut ada, "Ada Fonua", ADA).await;
        assert_eq!(ada.path(), "/sign-in?next=/desk/people");
    }
}
