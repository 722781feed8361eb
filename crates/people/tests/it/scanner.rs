//! What a program that only has the mailed address can do: nothing.

use axum::http::StatusCode;
use testkit::{Browser, both_engines};

use crate::ground::SLICES;
use crate::site::{MELE, Site, site};

both_engines! {
async fn l05_reading_the_link_a_hundred_times_changes_nothing(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let before = site.state().await;
    for _ in 0..100 {
        let answer = site.ask("GET", &link, &[], "").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("set-cookie"), "");
    }
    for method in ["HEAD", "OPTIONS"] {
        assert_eq!(site.ask(method, &link, &[], "").await.header("set-cookie"), "");
    }
    let deny = format!("{link}/deny");
    assert_eq!(site.ask("GET", &deny, &[], "").await.header("set-cookie"), "");
    assert_eq!(site.state().await, before);
}
}

/// Follows every link below the mailed one and sends every form with every button and something in every field.
async fn rampage(site: &Site, link: &str, filling: &str) {
    let mut pages = vec![link.to_owned()];
    let mut seen = Vec::new();
    while let Some(path) = pages.pop() {
        if seen.contains(&path) || seen.len() > 30 {
            continue;
        }
        seen.push(path.clone());
        let mut scanner: Browser = site.browser().called("Scanner/1.0");
        scanner.open(&path).await;
        pages.extend(
            scanner
                .page()
                .links
                .iter()
                .map(|l| l.href.clone())
                .filter(|href| href.starts_with('/')),
        );
        for form in scanner.page().forms.clone() {
            let action = form.action.clone().unwrap_or_else(|| path.clone());
            let fields: Vec<String> = form
                .fields
                .iter()
                .map(|field| {
                    let value = if field.kind == "hidden" {
                        field.value.as_str()
                    } else {
                        filling
                    };
                    format!("{}={value}", field.name)
                })
                .collect();
            for button in &form.buttons {
                let body = format!("{}&{}={}", fields.join("&"), button.name, button.value);
                let headers = [("sec-fetch-site", "same-origin"), ("origin", crate::site::HERE)];
                site.ask(
                    "POST",
                    button.action.as_deref().unwrap_or(&action),
                    &headers,
                    &body,
                )
                .await;
            }
        }
        site.ask("POST", &path, &[("sec-fetch-site", "same-origin")], "x=1")
            .await;
    }
}

both_engines! {
async fn l06_a_scanner_that_presses_everything_neither_gets_in_nor_gets_in_the_way(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    // A number that is not the one on the screen (the right one by chance is 2 in 900), and a word.
    for filling in ["no", "1", "confirm"] {
        rampage(&site, &link, filling).await;
    }
    assert_eq!(site.sessions().await, 0);
    let denied = db::sql!(
        "select cast(count(*) as bigint) from signin_flow where state in ('denied', 'approved', 'superseded', 'locked')"
    );
    assert_eq!(site.count(denied).await, 0);
    mine.open_from_elsewhere(&link).await.press("Sign in here").await;
    mine.see("Mele Taufa");
    assert_eq!(mine.path(), "/account");
}
}

both_engines! {
async fn l06_a_scanner_that_guesses_numbers_has_two_tries_and_leaves_the_link(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let number = mine.text().lines().find_map(|line| line.trim().parse::<i64>().ok()).unwrap();
    let wrong = if number == 999 { "998" } else { "999" };
    rampage(&site, &link, wrong).await;
    rampage(&site, &link, wrong).await;
    assert_eq!(site.sessions().await, 0);
    let mut phone = site.phone();
    phone.open(&link).await.see("no longer possible here");
    mine.open_from_elsewhere(&link).await.press("Sign in here").await.see("Mele Taufa");
}
}
