//! An organization that does not answer, or not as it must: the page stays, says so in our own words, and the other ways work.

use std::time::{Duration, Instant};

use serde_json::json;
use testkit::{Browser, both_engines};

use crate::browsers::signed_in;
use crate::ground::SLICES;
use crate::site::MELE;
use crate::there::{NAME, WITH, both, comes_back, leave, linked, refused, sign_in};

/// The page to sign in, with a word about it.
fn stays(browser: &Browser) {
    assert_eq!(
        (browser.status(), browser.path().split('?').next()),
        (200, Some("/sign-in")),
        "{}",
        browser.text()
    );
    browser
        .see(&format!("{NAME} does not answer at the moment"))
        .see("Password")
        .see(WITH);
}

both_engines! {
async fn o04_an_organization_that_stopped_leaves_every_other_way(app: TestApp) {
    let (site, mut there, mut mine) = linked(&app).await;
    let mut away = site.browser();
    let back = leave(&mut away, &there).await;
    there.stops().await;
    away.open_from_elsewhere(&back).await;
    stays(&away);
    site.wait(3601);
    let mut browser = site.browser();
    browser.open("/sign-in?next=/account").await.follow(WITH).await;
    browser.see_not("127.0.0.1");
    assert!(browser.path().contains("next=/account"), "{}", browser.path());
    let cookie = browser.jar.get("__Host-b");
    assert!(cookie.is_none(), "and nothing was begun");
    mine.open("/account").await;
    signed_in(&site, browser).await.see("Mele Taufa");
}
}

both_engines! {
async fn o04_what_it_says_of_itself_is_asked_anew_after_an_hour_and_must_still_hold(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    there.says(json!({"issuer": "http://127.0.0.1:1"}));
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
    site.wait(3601);
    let mut browser = site.browser();
    browser.open("/sign-in").await.follow(WITH).await;
    stays(&browser);
    there.says(json!({}));
    site.wait(11);
    sign_in(&mut site.browser(), &there).await.see("Mele Taufa");
}
}

both_engines! {
async fn o04_a_slow_one_is_waited_for_five_seconds_and_then_left_alone_for_ten(app: TestApp) {
    let (site, there) = both(&app).await;
    there.is_slow(Duration::from_secs(30));
    let (mut browser, begun) = (site.browser(), Instant::now());
    browser.open("/sign-in").await.follow(WITH).await;
    stays(&browser);
    assert!((4..9).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
    let begun = Instant::now();
    browser.follow(WITH).await;
    stays(&browser);
    assert!(begun.elapsed() < Duration::from_secs(2));
    there.is_slow(Duration::ZERO);
    site.wait(11);
    sign_in(&mut browser, &there).await.see("Your organization's account is new here");
}
}

both_engines! {
async fn o04_an_answer_is_small_and_leads_nowhere_else(app: TestApp) {
    let (site, there) = both(&app).await;
    there.says(json!({"filler": "x".repeat(300_000)}));
    let mut browser = site.browser();
    browser.open("/sign-in").await.follow(WITH).await;
    stays(&browser);
    for about in [
        json!({"issuer": "https://login.example.org"}),
        json!({"token_endpoint": "http://login.example.org/token"}),
        json!({"authorization_endpoint": "javascript:alert(1)"}),
        json!({"jwks_uri": 7}),
        json!({"jwks_uri": format!("{}/.well-known/openid-configuration", there.issuer())}),
    ] {
        site.wait(11);
        there.says(about);
        browser.open("/sign-in").await.follow(WITH).await;
        stays(&browser);
    }
    site.wait(11);
    there.says(json!({"token_endpoint": format!("{}/moved", there.issuer())}));
    sign_in(&mut browser, &there).await;
    refused(&browser, "a redirect is not followed");
    assert_eq!(there.tokens(), 0);
}
}

both_engines! {
async fn o04_secrets_go_in_the_form_where_that_is_all_it_takes_and_a_site_may_have_none_to_check(app: TestApp) {
    let (site, there) = both(&app).await;
    there.says(json!({"token_endpoint_auth_methods_supported": ["client_secret_post"], "authorization_response_iss_parameter_supported": false}));
    there.names_itself(false);
    sign_in(&mut site.browser(), &there).await.see("Your organization's account is new here");
    let mut wrong = there.setting("staff", NAME);
    wrong.client_secret = Some(base::Secret::new("another".to_owned()));
    let site = crate::site::Site { router: app.signing_in_with(vec![wrong]), ..site };
    let mut browser = site.browser();
    sign_in(&mut browser, &there).await;
    refused(&browser, "the secret is wrong");
}
}

both_engines! {
async fn o04_somebody_signed_in_reads_it_on_her_own_page(app: TestApp) {
    let (site, mut there) = both(&app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    mine.open("/sign-in/with/staff?link").await;
    let back = comes_back(&mine, &there);
    there.stops().await;
    mine.open_from_elsewhere(&back).await.see(&format!("{NAME} does not answer at the moment")).see("None is linked.");
    mine.open("/account").await.see(MELE);
}
}
