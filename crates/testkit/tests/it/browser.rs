//! The browser reads labels, keeps cookies, and says where a form comes from.
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use base::Clock;
use testkit::Browser;

const PAGE: &str = r#"<!doctype html><html lang="en" dir="ltr"><title>Sign up</title><body>
<h1>Sign up</h1><p hidden>secret</p><script>never()</script><noscript><p>No script here</p></noscript>
<a href="/echo?x=1">Look <b>around</b></a>
<form action="/search"><input name="q" aria-label="Search"><button>Go</button></form>
<form method="post" action="/echo"><label for="e">Email</label><input id="e" name="email" type="email" value="old">
<label>Language <select name="l"><option value="en">English</option><option value="fr">Français</option></select></label>
<fieldset><legend>Is it you?</legend><label><input type="radio" name="you" value="y">Yes</label>
<label><input type="radio" name="you" value="n" checked>No</label></fieldset>
<input type="hidden" name="token" value="t"><button name="do" value="send">Send it</button></form>
<form method="post" action="/upload" enctype="multipart/form-data"><label>Photo<input type="file" name="photo"></label>
<button>Upload</button></form></body></html>"#;

async fn echo(headers: HeaderMap, body: Bytes) -> Html<String> {
    let header = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("-")
            .to_owned()
    };
    let said = [
        header("sec-fetch-site"),
        header("origin"),
        header("cookie"),
        String::from_utf8_lossy(&body).into_owned(),
    ];
    Html(format!(
        "<title>Echo</title><pre>{}</pre>",
        said.join(" | ").replace('<', "&lt;")
    ))
}

async fn door() -> Response {
    let mut answer = Redirect::to("/echo").into_response();
    let cookie = "__Host-s=7; Path=/; Secure; HttpOnly; SameSite=Strict"
        .parse()
        .expect("a cookie is a header");
    answer.headers_mut().insert("set-cookie", cookie);
    answer
}

fn browser() -> Browser {
    let missing = || async { StatusCode::NOT_FOUND };
    let router = Router::new()
        .route("/", get(|| async { Html(PAGE) }))
        .route("/echo", get(echo).post(echo))
        .route(
            "/search",
            get(|uri: axum::http::Uri| async move { Html(uri.to_string()) }),
        )
        .route("/upload", post(echo))
        .route("/door", get(door))
        .fallback(missing);
    Browser::new(
        router,
        Clock::frozen("2022-08-15T02:00:00Z".parse().expect("an instant")),
    )
}

#[tokio::test]
async fn a_form_is_filled_by_its_labels_and_sent_as_a_browser_does() {
    let mut browser = browser();
    browser
        .open("/")
        .await
        .see("Sign up")
        .see("No script here")
        .see_not("secret")
        .see_not("never");
    assert_eq!(
        (browser.title(), browser.status(), browser.value("Email").as_str()),
        ("Sign up", 200, "old")
    );
    browser
        .fill("Email", "a@b.example")
        .fill("Language", "Français")
        .choose_in("Is it you?", "Yes");
    browser.press("Send it").await;
    browser.see("same-origin | https://sala.example | - | email=a%40b.example&l=fr&you=y&token=t&do=send");
}

#[tokio::test]
async fn a_search_travels_in_the_address_and_a_link_is_found_by_its_words() {
    let mut browser = browser();
    browser
        .open("/")
        .await
        .fill("Search", "a b")
        .press("Go")
        .await
        .see("/search?q=a+b");
    browser
        .open("/")
        .await
        .follow("Look around")
        .await
        .see("same-origin | - | - |");
    assert_eq!(browser.path(), "/echo?x=1");
}

#[tokio::test]
async fn a_file_travels_with_its_name_and_kind() {
    let mut browser = browser();
    browser
        .open("https://sala.example/")
        .await
        .attach("Photo", "me.png", b"bytes")
        .press("Upload")
        .await;
    browser
        .see("name=\"photo\"; filename=\"me.png\"")
        .see("Content-Type: image/png")
        .see("bytes");
}

#[tokio::test]
async fn a_redirect_is_followed_and_a_strict_cookie_stays_away_from_strangers() {
    let mut browser = browser();
    browser.open("/door").await.see("none | - | __Host-s=7");
    browser
        .open_from_elsewhere("/echo")
        .await
        .see("cross-site | - | - |");
    assert_eq!(browser.open("/nowhere").await.status(), 404);
}

#[tokio::test]
#[should_panic(expected = "0 fields are labelled")]
async fn a_field_without_this_label_fails_the_test() {
    browser().open("/").await.fill("Password", "x");
}

#[tokio::test]
#[should_panic(expected = "does not say")]
async fn words_that_are_not_there_fail_the_test() {
    browser().open("/").await.see("Welcome");
}
