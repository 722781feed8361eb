//! temporary
use crate::support::{demonstration, signed_in, SLICES};
use testkit::both_engines;
both_engines! {
    async fn shots(app: TestApp) {
        demonstration(&app).await;
        let mut b = signed_in(&app, Some(people::Role::Officer)).await;
        for (n,p) in [("home","/"),("event","/e/dg-forum-4"),("event-ar","/ar/e/dg-forum-4"),("event-fr","/fr/e/dg-forum-4"),("home-ar","/ar"),("documents","/e/dg-forum-4/documents"),("members-fr","/fr/members"),("programme","/e/dg-forum-4/programme?zone=Pacific/Fiji"),("desk","/desk/events"),("new","/desk/events/new"),("note-ar","/ar/e/dg-forum-4/documents/concept-note")] {
            b.open(p).await; println!("{n} {} {}", b.status(), b.bytes().len());
            std::fs::write(format!("/tmp/forum-try/out/real-{n}.html"), b.html()).unwrap();
        }
    }
}
