//! Signed-in browsers.

use people::complete;
use people::roles::{self, Grant, Role};
use people::{secrets, session};
use testkit::both_engines;

use crate::ground::{Ground, SLICES, asking, ground};

async fn alive(ground: &Ground, cookie: &str) -> bool {
    let hash = secrets::hash(cookie);
    ground
        .write(move |tx| Ok(session::check(tx, &hash)?.is_some()))
        .await
}

async fn signed_in(ground: &Ground) -> String {
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    ground.click(&minted.token, "one").await.unwrap().cookie
}

both_engines! {
async fn s01_the_cookie_has_256_bits_and_the_database_its_hash(app: TestApp) {
    let ground = ground(&app).await;
    let cookie = signed_in(&ground).await;
    assert_eq!(cookie.len(), 43);
    assert!(cookie.bytes().all(|b| b.is_ascii_alphanumeric()));
    let (hash,): (Vec<u8>,) = ground.write(|tx| tx.one(db::sql!("select token_hash from signin_session"), &[])).await;
    assert_eq!(hash, secrets::hash(&cookie));
}
}

both_engines! {
async fn s03_a_new_sign_in_gives_a_new_cookie_and_ends_the_old(app: TestApp) {
    let ground = ground(&app).await;
    let old = signed_in(&ground).await;
    ground.wait(61);
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let mut asking = asking("one");
    asking.session = Some(secrets::hash(&old));
    let token = secrets::hash(&minted.token);
    let done = ground.db.write(move |tx| complete::by_link(tx, &token, &asking)).await.ok().unwrap();
    assert_ne!(done.cookie, old);
    assert!(!alive(&ground, &old).await);
    assert!(alive(&ground, &done.cookie).await);
}
}

both_engines! {
async fn s05_idle_and_absolute_limits(app: TestApp) {
    let ground = ground(&app).await;
    let cookie = signed_in(&ground).await;
    ground.wait(3599);
    assert!(alive(&ground, &cookie).await);
    ground.wait(2);
    assert!(!alive(&ground, &cookie).await);
}
}

both_engines! {
async fn s05_a_request_keeps_it_alive_but_not_beyond_a_day(app: TestApp) {
    let ground = ground(&app).await;
    let cookie = signed_in(&ground).await;
    let hash = secrets::hash(&cookie);
    for _ in 0..47 {
        ground.wait(1800);
        ground
            .write(move |tx| {
                let signed = session::check(tx, &hash)?.unwrap();
                session::seen(tx, &signed, "192.0.2.8")
            })
            .await;
    }
    assert!(alive(&ground, &cookie).await);
    ground.wait(1801);
    assert!(!alive(&ground, &cookie).await);
}
}

both_engines! {
async fn s05_the_desk_is_signed_out_after_half_an_hour(app: TestApp) {
    let ground = ground(&app).await;
    let account = ground.account;
    ground.write(move |tx| roles::grant(tx, account, Grant { role: Role::Officer, event: None })).await;
    let cookie = signed_in(&ground).await;
    ground.wait(1799);
    assert!(alive(&ground, &cookie).await);
    ground.wait(2);
    assert!(!alive(&ground, &cookie).await);
}
}

both_engines! {
async fn s09_a_disabled_account_has_no_session(app: TestApp) {
    let ground = ground(&app).await;
    let cookie = signed_in(&ground).await;
    let account = ground.account;
    ground
        .write(move |tx| {
            let now = tx.now();
            tx.run(db::sql!("update account set disabled_at = $1 where id = $2"), db::params![now, account])
        })
        .await;
    assert!(!alive(&ground, &cookie).await);
}
}

both_engines! {
async fn roles_are_given_once_and_taken_away(app: TestApp) {
    let ground = ground(&app).await;
    let account = ground.account;
    let officer = Grant { role: Role::Officer, event: None };
    for _ in 0..2 {
        ground.write(move |tx| roles::grant(tx, account, officer)).await;
    }
    assert_eq!(ground.write(move |tx| roles::of(tx, account)).await, [officer]);
    ground.write(move |tx| roles::revoke(tx, account, officer)).await;
    assert_eq!(ground.write(move |tx| roles::of(tx, account)).await, []);
}
}

both_engines! {
async fn what_ended_a_day_ago_is_forgotten(app: TestApp) {
    let ground = ground(&app).await;
    signed_in(&ground).await;
    ground.wait(24 * 3600);
    ground.write(people::purge::purge).await;
    let flows = db::sql!("select cast(count(*) as bigint) from signin_flow");
    assert_eq!(ground.count(flows).await, 1);
    ground.wait(3601);
    ground.write(people::purge::purge).await;
    assert_eq!(ground.count(flows).await, 0);
    assert_eq!(ground.sessions().await, 1, "the session had a day of its own");
    ground.wait(24 * 3600);
    ground.write(people::purge::purge).await;
    assert_eq!(ground.sessions().await, 0);
}
}
