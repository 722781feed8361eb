//! Creating an account.

use base::{Email, Id};
use people::account;
use people::hashing::Pool;
use people::model::Flow;
use people::password::Typed;
use people::sign_up::{self, SignUp};
use testkit::both_engines;

use crate::ground::{EMAIL, Ground, SLICES, from, ground};

async fn sign_up(ground: &Ground, email: &str, name: &str, password: &str, browser: &str) -> Id<Flow> {
    let phc = people::hash_password(&ground.keys, &ground.random, password)
        .await
        .unwrap();
    let (new, from) = (
        SignUp {
            email: Email::parse(email).unwrap(),
            name: name.to_owned(),
            phc,
        },
        from(browser),
    );
    ground.write(move |tx| sign_up::sign_up(tx, &new, &from)).await
}

async fn account(ground: &Ground, email: &str) -> people::Account {
    let email = Email::parse(email).unwrap();
    ground
        .write(move |tx| Ok(account::by_email(tx, &email)?.unwrap()))
        .await
}

both_engines! {
async fn the_first_link_verifies_the_address_and_signs_in(app: TestApp) {
    let ground = ground(&app).await;
    let flow = sign_up(&ground, "New@Foreign.example", "Sione", "a new password", "one").await;
    assert!(account(&ground, "new@foreign.example").await.verified_at.is_none());
    let minted = ground.mint(flow).await;
    assert!(ground.click(&minted.token, "one").await.is_some());
    let made = account(&ground, "NEW@foreign.example").await;
    assert!(made.verified_at.is_some());
    assert_eq!(made.name, "Sione");
}
}

both_engines! {
async fn nobody_keeps_an_address_by_being_first(app: TestApp) {
    let ground = ground(&app).await;
    let squatter = sign_up(&ground, "new@foreign.example", "Squatter", "password of a squatter", "theirs").await;
    let first = ground.mint(squatter).await;
    ground.wait(61);
    let owner = sign_up(&ground, "new@foreign.example", "Owner", "password of the owner", "mine").await;
    let minted = ground.mint(owner).await;
    assert!(ground.click(&minted.token, "mine").await.is_some());
    assert_eq!(account(&ground, "new@foreign.example").await.name, "Owner");
    assert!(ground.click(&first.token, "theirs").await.is_none(), "the other sign-up is over");
    let email = Email::parse("new@foreign.example").unwrap();
    let right = ground.write(move |tx| Ok(account::credentials(tx, &email)?.unwrap())).await;
    let pool = Pool::new(1);
    assert!(pool.verify(&ground.keys, Some(right.phc.clone()), Typed::new("password of the owner")).await.unwrap());
    assert!(!pool.verify(&ground.keys, Some(right.phc), Typed::new("password of a squatter")).await.unwrap());
}
}

both_engines! {
async fn a_known_address_looks_the_same_and_can_never_be_completed(app: TestApp) {
    let ground = ground(&app).await;
    let flow = sign_up(&ground, EMAIL, "Somebody", "another password", "one").await;
    let seen = ground.flow(flow).await;
    assert_eq!((seen.kind.as_str(), seen.state.as_str(), seen.mail.as_str()), ("known", "queued", "waiting"));
    assert_eq!(account(&ground, EMAIL).await.name, "Mele Taufa", "nothing was changed");
    assert!(ground.type_code(flow, "BBBB-BBBB", "one").await.is_none());
    let own = ground.start("mine").await;
    assert_eq!(ground.flow(own).await.mail, "waiting", "a stranger's letter does not hold back the owner's");
}
}

both_engines! {
async fn an_account_not_yet_verified_signs_in_by_the_verifying_link(app: TestApp) {
    let ground = ground(&app).await;
    sign_up(&ground, "new@foreign.example", "Sione", "a new password", "one").await;
    ground.wait(3601);
    let flow = ground.start_as("new@foreign.example", "two").await;
    assert_eq!(ground.flow(flow).await.kind, "sign_up");
    let minted = ground.mint(flow).await;
    assert!(ground.click(&minted.token, "two").await.is_some());
    let made = account(&ground, "new@foreign.example").await;
    assert_eq!((made.name.as_str(), made.verified_at.is_some()), ("Sione", true));
}
}
