//! The number of the waiting screen, typed where the link was opened.

use base::Id;
use people::approve::{self, Answer};
use people::complete;
use people::model::{Flow, SignedIn};
use people::secrets;
use people::throttle::Namer;
use testkit::both_engines;

use crate::ground::{Ground, SLICES, asking, ground};

async fn type_number(ground: &Ground, token: &str, number: i64) -> Option<Answer> {
    let hash = secrets::hash(token);
    let namer = Namer::of(&ground.keys);
    let counted = ground
        .db
        .write(move |tx| approve::count_try(tx, &namer, &hash))
        .await
        .ok()?;
    Some(
        ground
            .write(move |tx| approve::approve(tx, counted, number, "198.51.100.4", "Chrome/1"))
            .await,
    )
}

async fn go_on(ground: &Ground, flow: Id<Flow>, browser: &str) -> Option<SignedIn> {
    let asking = asking(browser);
    ground
        .db
        .write(move |tx| complete::by_number(tx, flow, &asking))
        .await
        .ok()
}

both_engines! {
async fn l09_the_right_number_lets_the_waiting_browser_go_on_and_no_other(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    assert!(go_on(&ground, flow, "one").await.is_none(), "not before the number");
    let number = ground.flow(flow).await.match_no;
    assert_eq!(type_number(&ground, &minted.token, number).await, Some(Answer::Approved));
    assert!(go_on(&ground, flow, "two").await.is_none());
    assert_eq!(ground.sessions().await, 0, "the number alone makes no session");
    assert!(go_on(&ground, flow, "one").await.is_some());
    assert!(go_on(&ground, flow, "one").await.is_none(), "once");
    assert_eq!(ground.sessions().await, 1);
}
}

both_engines! {
async fn l09_an_approval_is_good_for_five_minutes(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let number = ground.flow(flow).await.match_no;
    type_number(&ground, &minted.token, number).await;
    ground.wait(301);
    assert!(go_on(&ground, flow, "one").await.is_none());
    assert!(ground.click(&minted.token, "one").await.is_some(), "the link still works");
}
}

both_engines! {
async fn l10_two_wrong_numbers_close_this_way_and_leave_the_code(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    let number = ground.flow(flow).await.match_no;
    let wrong = if number == 100 { 101 } else { 100 };
    assert_eq!(type_number(&ground, &minted.token, wrong).await, Some(Answer::Wrong { left: 1 }));
    assert_eq!(type_number(&ground, &minted.token, wrong).await, Some(Answer::Wrong { left: 0 }));
    assert_eq!(type_number(&ground, &minted.token, number).await, None, "the third try is not even compared");
    let failed = db::sql!("select cast(count(*) as bigint) from audit where event = 'sign_in.number_failed'");
    assert_eq!(ground.count(failed).await, 2);
    assert!(ground.type_code(flow, &minted.code, "one").await.is_some());
}
}
