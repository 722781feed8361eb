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

/// Something that a scanner can do: open an address, ask for its head, or send a form with one of its buttons.
#[derive(Clone, PartialEq)]
enum Act {
    Read(&'static str, String),
    Send {
        path: String,
        fields: Vec<(String, Option<String>)>,
        button: (String, String),
    },
}

/// What a page lets anybody do; a field that is not hidden is for whoever fills it in.
fn acts(page: &testkit::Browser, path: &str) -> Vec<Act> {
    let links = page.page().links.iter().map(|link| link.href.clone());
    let mut all: Vec<Act> = links
        .filter(|href| href.starts_with("/l/"))
        .flat_map(|href| [Act::Read("GET", href.clone()), Act::Read("HEAD", href)])
        .collect();
    for form in &page.page().forms {
        let action = form.action.clone().unwrap_or_else(|| path.to_owned());
        let fields: Vec<_> = form
            .fields
            .iter()
            .map(|field| {
                (
                    field.name.clone(),
                    (field.kind == "hidden").then(|| field.value.clone()),
                )
            })
            .collect();
        all.extend(form.buttons.iter().map(|button| Act::Send {
            path: button.action.clone().unwrap_or_else(|| action.clone()),
            fields: fields.clone(),
            button: (button.name.clone(), button.value.clone()),
        }));
    }
    all
}

both_engines! {
async fn l06_a_thousand_visits_of_a_scanner_in_any_order_leave_the_owner_one_click(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let right = mine.text().lines().find_map(|line| line.trim().parse::<i64>().ok()).unwrap().to_string();
    let random = base::Random::seeded(6);
    let mut known = vec![Act::Read("GET", link.clone()), Act::Read("HEAD", link.clone())];
    for _ in 0..1_000 {
        let nth = usize::try_from(random.below(u32::try_from(known.len()).unwrap())).unwrap();
        match known[nth].clone() {
            Act::Read("GET", path) => {
                let mut scanner = site.browser().called("Scanner/1.0");
                scanner.open(&path).await;
                for act in acts(&scanner, &path) {
                    if !known.contains(&act) {
                        known.push(act);
                    }
                }
            }
            Act::Read(method, path) => drop(site.ask(method, &path, &[], "").await),
            Act::Send { path, fields, button } => {
                let typed = random.text(3, if random.below(2) == 0 { b"0123456789" } else { b"NOTMEyesok" });
                let typed = if typed == right { "no".to_owned() } else { typed };
                let said = fields.iter().map(|(name, value)| format!("{name}={}", value.as_ref().unwrap_or(&typed)));
                let body = format!("{}&{}={}", said.collect::<Vec<_>>().join("&"), button.0, button.1);
                let headers = [("sec-fetch-site", "same-origin"), ("origin", crate::site::HERE)];
                drop(site.ask("POST", &path, &headers, &body).await);
            }
        }
    }
    assert!(known.len() >= 6, "it found the pages and the forms: {}", known.len());
    assert_eq!(site.sessions().await, 0);
    let ended = db::sql!("select cast(count(*) as bigint) from signin_flow where state <> 'sent'");
    assert_eq!(site.count(ended).await, 0, "neither approved nor denied nor ended");
    mine.open_from_elsewhere(&link).await.press("Sign in here").await.see("Mele Taufa");
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
