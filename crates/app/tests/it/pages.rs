//! The public pages in every complete language: a title, one heading, the right language and direction.
use crate::SLICES;
use i18n::Locale;
use testkit::TestApp;

const PAGES: [&str; 8] = [
    "/",
    "/events",
    "/members",
    "/members/THA",
    "/e/dg-forum-4",
    "/e/dg-forum-4/programme",
    "/e/dg-forum-4/documents",
    "/e/dg-forum-4/participants",
];

testkit::both_engines! {
    async fn every_public_page_in_every_complete_language(app: TestApp) {
        fill(&app).await;
        for locale in Locale::ALL {
            for path in PAGES {
                let path = format!("/{}{}", locale.tag(), if path == "/" { "" } else { path });
                let mut browser = app.browser();
                browser.open(&path).await;
                assert_eq!(browser.status(), 200, "{path}");
                let html = browser.html();
                let start = format!("<html lang=\"{}\" dir=\"{}\"", locale.tag(), locale.dir());
                assert!(html.contains(&start), "{path} begins with {start}");
                assert_eq!(html.matches("<h1").count(), 1, "{path} has one first heading");
                assert!(!browser.title().trim().is_empty(), "{path} has a title");
            }
        }
    }
}

pub async fn fill(app: &TestApp) {
    app.write(|tx| {
        members::load(tx)?;
        let content = forum::fill::parse(include_str!("../../../../data/demo/forum.json"))?;
        forum::fill::write(tx, &content)?;
        Ok(())
    })
    .await;
}
