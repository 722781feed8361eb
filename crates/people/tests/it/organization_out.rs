//! Signing out at an organization ends what came from there, when the organization itself says so.

use http::StatusCode;
use serde_json::{Value, json};
use testkit::{Browser, Organization, Way, both_engines};

use crate::ground::SLICES;
use crate::site::Site;
use crate::there::{linked, sign_in};

/// The organization's program sends it: no browser, no cookie.
async fn told(site: &Site, token: &str) -> StatusCode {
    let body = format!("logout_token={token}");
    site.ask("POST", "/sign-in/with/staff/logout", &[], &body)
        .await
        .status
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.open("/account").await.path() == "/account"
}

/// A browser signed in from a session there with this name.
async fn signed_in_as(site: &Site, there: &Organization, sid: &str) -> Browser {
    there.who(|who| who.sid = Some(sid.to_owned()));
    let mut browser = site.phone();
    sign_in(&mut browser, there).await.see("Mele Taufa");
    browser
}

type Lie = (&'static str, fn(&mut Value, &mut Value));

fn remove(from: &mut Value, name: &str) {
    from.as_object_mut().unwrap().remove(name).unwrap();
}

const LIES: [Lie; 16] = [
    ("another kind", |head, _| head["typ"] = "JWT".into()),
    ("no kind", |head, _| remove(head, "typ")),
    ("another issuer", |_, claims| {
        claims["iss"] = "http://127.0.0.1:1".into();
    }),
    ("for another site", |_, claims| claims["aud"] = "another".into()),
    ("of before", |_, claims| {
        claims["iat"] = (claims["iat"].as_i64().unwrap() - 361).into();
    }),
    ("of tomorrow", |_, claims| {
        claims["iat"] = (claims["iat"].as_i64().unwrap() + 61).into();
    }),
    ("over", |_, claims| {
        claims["exp"] = (claims["iat"].as_i64().unwrap() - 60).into();
    }),
    ("without time", |_, claims| remove(claims, "iat")),
    ("about something else", |_, claims| {
        claims["events"] = json!({"http://schemas.openid.net/event/other": {}});
    }),
    ("about nothing", |_, claims| remove(claims, "events")),
    ("an event that is none", |_, claims| {
        claims["events"] = json!({"http://schemas.openid.net/event/backchannel-logout": true});
    }),
    ("with a nonce", |_, claims| claims["nonce"] = "n".into()),
    ("without a name", |_, claims| remove(claims, "jti")),
    ("with an empty name", |_, claims| claims["jti"] = "".into()),
    ("about nobody", |_, claims| {
        remove(claims, "sub");
        remove(claims, "sid");
    }),
    ("with an unknown key", |head, _| head["kid"] = "another".into()),
];

both_engines! {
async fn o04_a_forged_sign_out_ends_nothing(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    let mut browser = signed_in_as(&site, &there, "one").await;
    for (what, lie) in LIES {
        let token = there.logout_token("a", lie);
        assert_eq!(told(&site, &token).await, StatusCode::BAD_REQUEST, "{what}");
    }
    for way in [Way::Unsigned, Way::PublicKeyAsSecret, Way::Forged] {
        there.signs(way);
        let token = there.logout_token("a", |_, _| {});
        assert_eq!(told(&site, &token).await, StatusCode::BAD_REQUEST, "{way:?}");
    }
    there.signs(Way::Rs256);
    for nonsense in ["", "a.b.c", "..", "e30.e30.", &"x".repeat(7000)] {
        assert_eq!(told(&site, nonsense).await, StatusCode::BAD_REQUEST);
    }
    assert!(is_in(&mut browser).await);
    assert_eq!(site.ask("POST", "/sign-in/with/nobody/logout", &[], "a=b").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.count(db::sql!("select cast(count(*) as bigint) from oidc_logout")).await, 0);
}
}

both_engines! {
async fn o04_a_sign_out_there_ends_the_sessions_of_that_session_once(app: TestApp) {
    let (site, there, mut mine) = linked(&app).await;
    let mut first = signed_in_as(&site, &there, "one").await;
    let mut second = signed_in_as(&site, &there, "two").await;
    let mut again = signed_in_as(&site, &there, "one").await;
    there.who(|who| who.sid = Some("one".to_owned()));
    let token = there.logout_token("first", |_, _| {});
    let answer = site.ask("POST", "/sign-in/with/staff/logout", &[], &format!("logout_token={token}")).await;
    assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(!is_in(&mut first).await && !is_in(&mut again).await);
    assert!(is_in(&mut second).await);
    assert!(is_in(&mut mine).await, "a session that was signed in with the password is not its");
    mine.open("/account/log").await.see("Signed out at").see("and so here");
    let mut third = signed_in_as(&site, &there, "one").await;
    assert_eq!(told(&site, &token).await, StatusCode::BAD_REQUEST, "it counts once");
    assert!(is_in(&mut third).await);
    let other = there.logout_token("other", |_, claims| claims["sub"] = "staff-8".into());
    assert_eq!(told(&site, &other).await, StatusCode::OK);
    assert!(is_in(&mut third).await, "a session of somebody else");
    let all = there.logout_token("all", |_, claims| remove(claims, "sid"));
    assert_eq!(told(&site, &all).await, StatusCode::OK);
    assert!(!is_in(&mut third).await && !is_in(&mut second).await);
    assert!(is_in(&mut mine).await);
}
}

both_engines! {
async fn o04_a_sign_out_there_ends_a_sign_in_under_way_too(app: TestApp) {
    let (site, there, _mine) = linked(&app).await;
    there.who(|who| who.amr = Vec::new());
    let mut browser = site.phone();
    sign_in(&mut browser, &there).await.see("Check your email");
    let path = crate::site::link(&site.letter().await);
    let token = there.logout_token("a", |_, claims| remove(claims, "sub"));
    assert_eq!(told(&site, &token).await, StatusCode::OK);
    browser.open(&path).await.see("This sign-in has ended");
    site.wait(61);
    let before = site.sessions().await;
    sign_in(&mut browser, &there).await;
    let path = crate::site::link(&site.letter().await);
    browser.open(&path).await.press("Sign in here").await.see("Mele Taufa");
    assert_eq!(site.sessions().await, before + 1);
    let token = there.logout_token("b", |_, _| {});
    assert_eq!(told(&site, &token).await, StatusCode::OK);
    assert!(!is_in(&mut browser).await, "the letter was its second step");
}
}
