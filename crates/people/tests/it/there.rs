//! An organization, as the tests of signing in with its accounts meet it.

use http::StatusCode;
use testkit::{Browser, Organization, TestApp};

use crate::browsers::signed_in;
use crate::site::{Site, site};

pub const NAME: &str = "Bank of the Islands";
pub const WITH: &str = "Sign in with Bank of the Islands";

/// The site with Mele, and an organization whose accounts sign in.
pub async fn both(app: &TestApp) -> (Site, Organization) {
    let there = Organization::start(app.clock().clone()).await;
    let site = site(app).await;
    let router = app.signing_in_with(vec![there.setting("staff", NAME)]);
    (Site { router, ..site }, there)
}

/// The site where Mele has linked the account she has there, and a browser in which she is signed in.
pub async fn linked(app: &TestApp) -> (Site, Organization, Browser) {
    let (site, there) = both(app).await;
    let mut mine = signed_in(&site, site.browser()).await;
    mine.open("/account")
        .await
        .follow("Your organization's account")
        .await
        .see("None is linked.");
    mine.follow("Link an account of Bank of the Islands").await;
    let back = comes_back(&mine, &there);
    mine.open_from_elsewhere(&back)
        .await
        .see("Do the two belong together?");
    mine.press("Link them").await.see("The account is linked.");
    app.deliver().await;
    (site, there, mine)
}

/// What a browser that was sent there comes back with.
pub fn comes_back(browser: &Browser, there: &Organization) -> String {
    assert_eq!(
        browser.status(),
        StatusCode::SEE_OTHER.as_u16(),
        "{}",
        browser.text()
    );
    format!(
        "/sign-in/with/staff/back?{}",
        there.signs_in(&browser.header("location"))
    )
}

/// Leaves for the organization and signs in there: what the browser comes back with.
pub async fn leave(browser: &mut Browser, there: &Organization) -> String {
    browser.open("/sign-in?next=/account").await.follow(WITH).await;
    comes_back(browser, there)
}

/// There and back.
pub async fn sign_in<'b>(browser: &'b mut Browser, there: &Organization) -> &'b mut Browser {
    let back = leave(browser, there).await;
    browser.open_from_elsewhere(&back).await
}

/// It was not taken: a page of our own says so, and nobody is signed in by it.
pub fn refused(browser: &Browser, what: &str) {
    assert_eq!(browser.status(), 400, "{what}: {}", browser.text());
    browser
        .see("You are not signed in with an organization")
        .see_not("words of the organization");
    assert!(browser.jar.get("__Host-s").is_none(), "{what}");
    assert!(
        browser.page().links.iter().any(|link| link.text == "Start again"),
        "{what}"
    );
}

pub async fn identities(site: &Site) -> i64 {
    site.count(db::sql!("select cast(count(*) as bigint) from oidc_identity"))
        .await
}
