//! What stands in front of the sign-in: who may send its forms, how many passwords are hashed at once, what is typed
//! when a session has ended.

use axum::http::StatusCode;
use people::{Me, Posted};
use testkit::both_engines;
use web::{App, Routes, Slice};

use crate::ground::PASSWORD;
use crate::site::{HERE, MELE, site};

/// The room under test, and one page that takes a form of somebody signed in and gives back what waited.
const SLICES: &[Slice] = &[
    people::SLICE,
    Slice {
        name: "form",
        routes: form,
        ..Slice::EMPTY
    },
];

fn form() -> Routes {
    Routes::new().at("/form", axum::routing::get(waiting).post(sent))
}

async fn waiting(app: App, me: Me) -> web::Result<String> {
    let form = people::kept(&app, &me, "/form").await?;
    Ok(form.map_or("nothing".to_owned(), |form| form.text("name").to_owned()))
}

async fn sent(app: App, posted: Posted) -> web::Result<String> {
    people::forget_kept(&app, &posted.me, "/form").await?;
    Ok(format!("{} of {}", posted.form.text("name"), posted.me.name))
}

both_engines! {
async fn p17_forms_are_taken_from_our_own_pages_only(app: TestApp) {
    let site = site(&app).await;
    let body = format!("email=mele%40foreign.example&password={}", PASSWORD.replace(' ', "+"));
    let page = format!("{HERE}/sign-in");
    for (headers, taken) in [
        (vec![("sec-fetch-site", "same-origin")], true),
        (vec![("sec-fetch-site", "none")], true),
        (vec![("sec-fetch-site", "cross-site")], false),
        (vec![("sec-fetch-site", "same-site")], false),
        (vec![("sec-fetch-site", "cross-site"), ("origin", HERE)], false),
        (vec![("origin", HERE)], true),
        (vec![("origin", "https://evil.example")], false),
        (vec![("origin", "https://sala.example.evil.example")], false),
        (vec![("origin", "null"), ("referer", page.as_str())], true),
        (vec![("origin", "null"), ("sec-fetch-site", "same-origin")], true),
        (vec![("origin", "null")], false),
        (vec![("referer", page.as_str())], true),
        (vec![("referer", "https://evil.example/https://sala.example/")], false),
        (vec![], false),
    ] {
        let answer = site.ask("POST", "/sign-in", &headers, &body).await;
        let expected = if taken { StatusCode::SEE_OTHER } else { StatusCode::FORBIDDEN };
        assert_eq!(answer.status, expected, "{headers:?}");
    }
}
}

both_engines! {
async fn l25_the_form_of_the_link_passes_although_its_page_sends_no_referrer(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let cookie = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    let headers = [("cookie", cookie.as_str()), ("origin", "null"), ("sec-fetch-site", "same-origin")];
    let page = site.ask("GET", &link, &[("cookie", &cookie)], "").await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && !policy.contains("http"), "{policy}");
    assert_eq!(site.ask("POST", &link, &headers, "a=b").await.status, StatusCode::SEE_OTHER);
}
}

both_engines! {
async fn l18_fifty_posts_of_one_link_at_once_make_one_session(app: TestApp) {
    let site = std::sync::Arc::new(site(&app).await);
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    let cookie = format!("__Host-b={}", mine.jar.get("__Host-b").unwrap());
    let mut posts = Vec::new();
    for _ in 0..50 {
        let (site, link, cookie) = (std::sync::Arc::clone(&site), link.clone(), cookie.clone());
        posts.push(tokio::spawn(async move {
            let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "same-origin")];
            let answer = site.ask("POST", &link, &headers, "a=b").await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/account"));
            !answer.header("set-cookie").is_empty()
        }));
    }
    let mut cookies = 0;
    for post in posts {
        cookies += i32::from(post.await.unwrap());
    }
    assert_eq!((cookies, site.sessions().await), (1, 1));
    let completed = db::sql!("select cast(count(*) as bigint) from audit where event = 'sign_in.completed'");
    assert_eq!(site.count(completed).await, 1);
}
}

both_engines! {
async fn p16_other_pages_stay_fast_while_many_passwords_are_hashed(app: TestApp) {
    let site = std::sync::Arc::new(site(&app).await);
    let mut tries = Vec::new();
    for n in 0..60 {
        let site = std::sync::Arc::clone(&site);
        tries.push(tokio::spawn(async move {
            let body = format!("email=nobody{n}%40foreign.example&password=not+it+at+all");
            let answer = site.ask("POST", "/sign-in", &[("sec-fetch-site", "same-origin")], &body).await;
            match answer.status {
                StatusCode::UNPROCESSABLE_ENTITY => {}
                StatusCode::SERVICE_UNAVAILABLE => assert!(answer.header("retry-after").parse::<u32>().unwrap() > 0),
                other => panic!("{other}"),
            }
        }));
    }
    let mut slowest = std::time::Duration::ZERO;
    for _ in 0..10 {
        let began = std::time::Instant::now();
        assert_eq!(site.ask("GET", "/sign-in", &[], "").await.status, StatusCode::OK);
        slowest = slowest.max(began.elapsed());
    }
    assert!(slowest < std::time::Duration::from_secs(2), "{slowest:?}");
    for one in tries {
        one.await.unwrap();
    }
}
}

both_engines! {
async fn m06_signing_in_does_not_wait_for_the_letter(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    mine.open("/sign-in").await.fill("Email", MELE).fill("Password", PASSWORD).press("Sign in").await;
    assert_eq!((mine.status(), site.letters()), (200, 0), "answered before anything was handed over");
    mine.see("The message is about to leave.");
    site.wait(61);
    mine.open("/sign-in/check-email").await.see("Our mail is slow at the moment.");
    app.deliver().await;
    mine.open("/sign-in/check-email").await.see("Our mail server passed the message on at 02:01 (UTC).");
}
}

both_engines! {
async fn s05_what_was_typed_when_the_session_had_ended_waits_for_the_same_person(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    let session = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let post = async |body: &str| {
        let headers = [("cookie", session.as_str()), ("sec-fetch-site", "same-origin")];
        site.ask("POST", "/form", &headers, body).await
    };
    assert_eq!(post("name=first").await.body, "first of Mele Taufa");
    site.wait(3601);
    let late = post("name=Mele+on+the+badge").await;
    assert_eq!((late.status, late.header("location")), (StatusCode::SEE_OTHER, "/sign-in?next=/form"));
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    let session = format!("__Host-s={}", mine.jar.get("__Host-s").unwrap());
    let page = site.ask("GET", "/form", &[("cookie", &session)], "").await;
    assert_eq!(page.body, "Mele on the badge");
}
}
