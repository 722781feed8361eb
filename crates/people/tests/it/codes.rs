//! The code of the letter.

use people::model::CODE_TRIES;
use testkit::both_engines;

use crate::ground::{SLICES, ground};

both_engines! {
async fn l11_the_code_works_in_the_starting_browser_only(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    assert!(ground.type_code(flow, &minted.code, "two").await.is_none());
    assert_eq!(ground.flow(flow).await.code_tries, 0, "a stranger uses up no try");
    let typed = people::secrets::show_code(&minted.code).to_lowercase();
    assert!(ground.type_code(flow, &typed, "one").await.is_some());
    assert_eq!(ground.sessions().await, 1);
}
}

both_engines! {
async fn l12_five_wrong_codes_lock_the_sign_in_and_not_the_account(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    let minted = ground.mint(flow).await;
    for _ in 0..CODE_TRIES {
        assert!(ground.type_code(flow, "BBBB-BBBB", "one").await.is_none());
    }
    assert_eq!(ground.flow(flow).await.state, "locked");
    assert!(ground.type_code(flow, &minted.code, "one").await.is_none());
    assert!(ground.click(&minted.token, "one").await.is_none());
    ground.wait(61);
    let again = ground.start("one").await;
    let minted = ground.mint(again).await;
    assert!(ground.click(&minted.token, "one").await.is_some());
}
}

both_engines! {
async fn l12_twenty_at_once_are_never_compared_more_than_five_times(app: TestApp) {
    let ground = std::sync::Arc::new(ground(&app).await);
    let flow = ground.start("one").await;
    ground.mint(flow).await;
    let mut tries = Vec::new();
    for _ in 0..20 {
        let ground = std::sync::Arc::clone(&ground);
        tries.push(tokio::spawn(async move { ground.type_code(flow, "BBBB-BBBB", "one").await }));
    }
    for one in tries {
        assert!(one.await.unwrap().is_none());
    }
    assert_eq!(ground.flow(flow).await.code_tries, CODE_TRIES);
    let failed = db::sql!("select cast(count(*) as bigint) from audit where event = 'sign_in.code_failed'");
    assert_eq!(ground.count(failed).await, CODE_TRIES);
}
}
