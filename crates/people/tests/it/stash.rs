//! What was sent too late waits an hour for the same person.

use people::{secrets, session, stash};
use serde_json::json;
use testkit::both_engines;

use crate::ground::{SLICES, ground};

both_engines! {
async fn s05_fields_sent_after_the_session_ended_wait_an_hour_for_the_same_account(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let cookie = secrets::hash(&ground.click(&minted.token, "one").await.unwrap().cookie);
    assert_eq!(ground.write(move |tx| session::ended_lately(tx, &cookie)).await, None, "it has not ended");
    ground.wait(3601);
    let account = ground.write(move |tx| session::ended_lately(tx, &cookie)).await.unwrap();
    assert_eq!(account, ground.account);
    let other = ground.person("sione@foreign.example", "Sione").await;
    ground.write(move |tx| stash::keep(tx, account, "/e/forum/register", &json!({"name": "first"}))).await;
    ground.write(move |tx| stash::keep(tx, account, "/e/forum/register", &json!({"name": "Mele"}))).await;
    let look = async |who| ground.write(move |tx| stash::look(tx, who, "/e/forum/register")).await;
    assert_eq!(look(account).await, Some(json!({"name": "Mele"})));
    assert_eq!(look(other).await, None);
    ground.wait(3601);
    assert_eq!(look(account).await, None);
}
}

both_engines! {
async fn signing_out_keeps_nothing(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let cookie = secrets::hash(&ground.click(&minted.token, "one").await.unwrap().cookie);
    assert!(ground.write(move |tx| session::of_flow(tx, flow)).await);
    assert_eq!(ground.write(move |tx| session::end(tx, &cookie, "signed out")).await, Some(ground.account));
    assert!(!ground.write(move |tx| session::of_flow(tx, flow)).await);
    assert_eq!(ground.write(move |tx| session::ended_lately(tx, &cookie)).await, None);
    let account = ground.account;
    ground.write(move |tx| stash::drop(tx, account, "/")).await;
}
}
