//! The mailed link.

use people::flows::{self, Standing};
use people::secrets;
use testkit::both_engines;

use crate::ground::{Ground, SLICES, browser_hash, ground};

async fn standing(ground: &Ground, token: &str) -> Standing {
    let hash = secrets::hash(token);
    ground
        .write(move |tx| Ok(flows::by_link(tx, &hash)?.unwrap().standing))
        .await
}

both_engines! {
async fn l02_the_database_holds_no_token_and_no_code(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let (hash, mac): (Vec<u8>, Vec<u8>) = ground
        .write(move |tx| {
            tx.one(
                db::sql!("select token_hash, code_mac from signin_link where flow_id = $1"),
                db::params![flow],
            )
        })
        .await;
    assert_eq!(hash, secrets::hash(&minted.token));
    assert_ne!(mac, secrets::hash(&minted.code));
    assert_eq!((hash.len(), mac.len()), (32, 32));
}
}

both_engines! {
async fn l07_the_link_in_the_starting_browser_signs_in(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let done = ground.click(&minted.token, "one").await.unwrap();
    assert_eq!(done.account, ground.account);
    assert_eq!(done.next, "/e/forum/register");
    assert_eq!(ground.sessions().await, 1);
}
}

both_engines! {
async fn l08_the_link_in_another_browser_never_gives_a_session(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    for _ in 0..20 {
        assert!(ground.click(&minted.token, "two").await.is_none());
    }
    assert_eq!(ground.sessions().await, 0);
    assert_eq!(standing(&ground, &minted.token).await, Standing::Alive, "and does not use it up");
    assert!(ground.click(&minted.token, "one").await.is_some());
}
}

both_engines! {
async fn l14_a_link_lives_20_minutes_from_its_hand_over(app: TestApp) {
    let ground = ground(&app).await;
    for (seconds, alive) in [(1199, true), (1201, false)] {
        let flow = ground.start("one").await;
        ground.wait(600);
        let minted = ground.mint(flow).await;
        ground.wait(seconds);
        assert_eq!(ground.click(&minted.token, "one").await.is_some(), alive, "after {seconds} seconds");
        if !alive {
            assert_eq!(standing(&ground, &minted.token).await, Standing::Expired { at: minted.until });
        }
    }
}
}

both_engines! {
async fn l17_two_links_of_one_sign_in_work_until_one_is_used(app: TestApp) {
    let ground = ground(&app).await;
    for (first, sessions) in [(0, 1), (1, 2)] {
        let flow = ground.start("one").await;
        let links = [ground.mint(flow).await, ground.mint(flow).await];
        assert!(ground.click(&links[first].token, "one").await.is_some());
        for link in &links {
            assert!(ground.click(&link.token, "one").await.is_none());
            assert!(matches!(standing(&ground, &link.token).await, Standing::Used { .. }));
        }
        assert_eq!(ground.sessions().await, sessions);
    }
}
}

both_engines! {
async fn l18_fifty_presses_at_once_make_one_session_and_one_line_in_the_audit(app: TestApp) {
    let ground = std::sync::Arc::new(ground(&app).await);
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let mut presses = Vec::new();
    for _ in 0..50 {
        let (ground, token) = (std::sync::Arc::clone(&ground), minted.token.clone());
        presses.push(tokio::spawn(async move { ground.click(&token, "one").await.is_some() }));
    }
    let mut wins = 0;
    for press in presses {
        wins += i32::from(press.await.unwrap());
    }
    assert_eq!(wins, 1);
    assert_eq!(ground.sessions().await, 1);
    assert_eq!(ground.completions().await, 1);
}
}

both_engines! {
async fn l20_a_changed_password_ends_links_flows_and_sessions(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let account = ground.account;
    ground
        .write(move |tx| {
            tx.run(
                db::sql!("update account set auth_epoch = auth_epoch + 1 where id = $1"),
                db::params![account],
            )
        })
        .await;
    assert!(ground.click(&minted.token, "one").await.is_none());
    assert!(ground.type_code(flow, &minted.code, "one").await.is_none());
    assert_eq!(ground.sessions().await, 0);
    assert_eq!(standing(&ground, &minted.token).await, Standing::Ended("superseded".to_owned()));
}
}

both_engines! {
async fn l22_the_link_of_one_account_never_signs_in_another(app: TestApp) {
    let ground = ground(&app).await;
    ground.person("attacker@elsewhere.example", "A").await;
    let theirs = ground.start_as("attacker@elsewhere.example", "theirs").await;
    let minted = ground.mint(theirs).await;
    ground.start("mine").await;
    assert!(ground.click(&minted.token, "mine").await.is_none());
    assert_eq!(ground.sessions().await, 0);
}
}

both_engines! {
async fn l23_a_sign_in_given_up_is_over(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    ground.write(move |tx| people::cancel::cancel(tx, flow, &browser_hash("two"))).await;
    assert_eq!(standing(&ground, &minted.token).await, Standing::Alive, "not by another browser");
    ground.write(move |tx| people::cancel::cancel(tx, flow, &browser_hash("one"))).await;
    assert!(ground.click(&minted.token, "one").await.is_none());
    assert!(ground.type_code(flow, &minted.code, "one").await.is_none());
}
}

both_engines! {
async fn l24_denial_ends_this_sign_in_and_no_other(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    ground.wait(61);
    let other = ground.start("two").await;
    let kept = ground.mint(other).await;
    let hash = secrets::hash(&minted.token);
    assert!(ground.write(move |tx| people::deny::deny(tx, &hash, "192.0.2.9", "")).await);
    assert_eq!(ground.flow(flow).await.state, "denied");
    assert!(ground.click(&minted.token, "one").await.is_none());
    assert!(ground.click(&kept.token, "two").await.is_some());
}
}

both_engines! {
async fn m07_a_try_the_server_refused_loses_its_link_and_the_next_mints_anew(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let letter = uuid::Uuid::from_u128(77);
    let mint = move |tx: &mut db::Tx<'_>| {
        let found = flows::by_id(tx, flow)?.unwrap();
        Ok(people::mint::mint(tx, &found, letter, crate::ground::KEY)?.unwrap())
    };
    let first = ground.write(mint).await;
    ground.write(move |tx| people::mint::not_taken(tx, flow.uuid(), letter, false)).await;
    ground.wait(15);
    let second = ground.write(mint).await;
    assert_ne!(first.token, second.token);
    assert!(ground.click(&first.token, "one").await.is_none());
    assert!(ground.click(&second.token, "one").await.is_some());
}
}

both_engines! {
async fn m08_a_mailbox_that_refuses_ends_the_sign_in_unless_a_link_lives(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let letter = uuid::Uuid::from_u128(78);
    ground
        .write(move |tx| {
            let found = flows::by_id(tx, flow)?.unwrap();
            people::mint::mint(tx, &found, letter, crate::ground::KEY)?;
            people::mint::not_taken(tx, flow.uuid(), letter, true)
        })
        .await;
    let seen = ground.flow(flow).await;
    assert_eq!((seen.state.as_str(), seen.mail.as_str()), ("undeliverable", "refused"));
}
}
