//! One link a minute for each account.

use base::Id;
use people::model::Flow;
use people::resend::{self, Refused};
use testkit::both_engines;

use crate::ground::{Ground, SLICES, browser_hash, ground};

const LETTERS: &str = "sign_in.link_queued";

async fn letters(ground: &Ground) -> i64 {
    let (n,): (i64,) = ground
        .write(|tx| {
            tx.one(
                db::sql!("select cast(count(*) as bigint) from audit where event = $1"),
                db::params![LETTERS],
            )
        })
        .await;
    n
}

async fn resend(ground: &Ground, flow: Id<Flow>, browser: &str) -> Result<(), Refused> {
    let browser = browser_hash(browser);
    ground
        .db
        .write(move |tx| resend::resend(tx, flow, &browser))
        .await
}

both_engines! {
async fn l15_a_new_link_after_60_seconds_and_not_after_59(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    ground.mint(flow).await;
    ground.wait(59);
    assert!(matches!(resend(&ground, flow, "one").await, Err(Refused::TooEarly { ago: 59, seconds: 1 })));
    assert_eq!(letters(&ground).await, 1);
    ground.wait(1);
    assert!(resend(&ground, flow, "one").await.is_ok());
    assert_eq!(letters(&ground).await, 2);
}
}

both_engines! {
async fn l15_ten_at_once_send_one_letter(app: TestApp) {
    let ground = std::sync::Arc::new(ground(&app).await);
    let flow = ground.start("one").await;
    ground.mint(flow).await;
    ground.wait(60);
    let mut tries = Vec::new();
    for _ in 0..10 {
        let ground = std::sync::Arc::clone(&ground);
        tries.push(tokio::spawn(async move { resend(&ground, flow, "one").await.is_ok() }));
    }
    let mut sent = 0;
    for one in tries {
        sent += i32::from(one.await.unwrap());
    }
    assert_eq!(sent, 1);
    assert_eq!(letters(&ground).await, 2);
}
}

both_engines! {
async fn l16_the_minute_holds_across_browsers_and_through_the_password(app: TestApp) {
    let ground = ground(&app).await;
    let first = ground.start("one").await;
    ground.mint(first).await;
    ground.wait(30);
    assert_eq!(ground.start("one").await, first, "the same browser goes on with what it has");
    let other = ground.start("two").await;
    assert_ne!(other, first);
    assert_eq!(letters(&ground).await, 1);
    assert_eq!(ground.flow(other).await.mail, "none");
    assert!(matches!(resend(&ground, other, "two").await, Err(Refused::TooEarly { seconds: 30, .. })));
    ground.wait(30);
    assert!(resend(&ground, other, "two").await.is_ok());
    assert!(matches!(resend(&ground, first, "one").await, Err(Refused::TooEarly { seconds: 60, .. })));
    assert_eq!(letters(&ground).await, 2);
}
}

both_engines! {
async fn a_letter_that_has_not_gone_yet_is_not_doubled(app: TestApp) {
    let ground = ground(&app).await;
    let flow = ground.start("one").await;
    ground.wait(90);
    assert!(resend(&ground, flow, "one").await.is_ok());
    assert_eq!(letters(&ground).await, 1);
}
}
