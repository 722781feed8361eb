//! Passwords as they are kept and compared.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version};
use base::{Email, Keys, Random};
use people::hashing::Pool;
use people::password::{Pepper, Typed, is_stale};
use people::rules::{Own, Unfit, judge};
use testkit::both_engines;

use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, Site, site};

fn keys() -> Keys {
    Keys::new([7; 32])
}

/// The password as a release without a key of the server kept it, and weaker.
fn old_hash() -> String {
    let params = Params::new(8192, 1, 1, Some(32)).unwrap();
    let (salt, mut out) = ([3; 16], [0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into(PASSWORD.as_bytes(), &salt, &mut out)
        .unwrap();
    let phc = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params).unwrap(),
        salt: Some(Salt::new(&salt).unwrap()),
        hash: Some(Output::new(&out).unwrap()),
    };
    phc.to_string()
}

async fn stored(site: &Site) -> String {
    let (phc,): (String,) = site
        .db
        .read(|tx| {
            let statement = db::sql!("select password_phc from account where email_norm = $1");
            tx.one(statement, db::params![Email::parse(MELE).unwrap().normal()])
        })
        .await
        .unwrap();
    phc
}

#[tokio::test]
async fn p01_the_verifier_is_argon2id_with_19_mib_and_two_passes() {
    let phc = Pool::new(1)
        .hash(&keys(), &Random::seeded(1), Typed::new("correct horse"))
        .await
        .unwrap();
    let stored = PasswordHash::new(&phc).unwrap();
    assert_eq!(stored.algorithm.as_str(), "argon2id");
    assert_eq!(stored.version, Some(19));
    assert_eq!(stored.params.get_decimal("m"), Some(19_456));
    assert_eq!(stored.params.get_decimal("t"), Some(2));
    assert_eq!(stored.params.get_decimal("p"), Some(1));
    assert_eq!(stored.hash.unwrap().len(), 32);
}

#[test]
fn p04_eight_to_128_characters_counted_as_people_count() {
    let judged = |text: &str| judge(&Typed::new(text), &Own::default());
    assert_eq!(judged("seven 7"), Err(Unfit::TooShort));
    assert_eq!(judged("eight is"), Ok(()));
    assert_eq!(judged(&"é".repeat(128)), Ok(()));
    assert_eq!(judged(&"é".repeat(129)), Err(Unfit::TooLong));
}

#[tokio::test]
async fn p05_composed_and_decomposed_are_the_same_and_nothing_else_is() {
    let pool = Pool::new(1);
    let phc = pool
        .hash(&keys(), &Random::seeded(1), Typed::new("caf\u{e9} au lait"))
        .await
        .unwrap();
    let check = async |typed: &str| {
        pool.verify(&keys(), Some(phc.clone()), Typed::new(typed))
            .await
            .unwrap()
    };
    assert!(check("caf\u{e9} au lait").await);
    assert!(check("cafe\u{301} au lait").await);
    assert!(!check("caf\u{e9} au lait ").await, "a space at the end matters");
    assert!(!check("Caf\u{e9} au lait").await, "so does a capital");
    assert!(!check("cafe au lait").await);
}

#[tokio::test]
async fn p04_the_last_of_128_characters_matters() {
    let pool = Pool::new(1);
    let long = "a".repeat(127);
    let phc = pool
        .hash(&keys(), &Random::seeded(1), Typed::new(&format!("{long}x")))
        .await
        .unwrap();
    assert!(
        pool.verify(&keys(), Some(phc.clone()), Typed::new(&format!("{long}x")))
            .await
            .unwrap()
    );
    assert!(
        !pool
            .verify(&keys(), Some(phc), Typed::new(&format!("{long}y")))
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn no_account_is_answered_no() {
    assert!(
        !Pool::new(1)
            .verify(&keys(), None, Typed::new("correct horse"))
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn p16_hashing_is_bounded_and_who_would_wait_too_long_is_told() {
    let pool = std::sync::Arc::new(Pool::new(1));
    assert_eq!(pool.buffers(), 0, "no memory before the first hash");
    let mut tries = Vec::new();
    for _ in 0..400 {
        let pool = std::sync::Arc::clone(&pool);
        tries.push(tokio::spawn(async move {
            pool.verify(&keys(), None, Typed::new("correct horse")).await
        }));
    }
    let (mut answered, mut busy) = (0, 0);
    for one in tries {
        match one.await.unwrap() {
            Ok(_) => answered += 1,
            Err(people::hashing::Refused::Busy { seconds }) => {
                assert!(seconds > 0);
                busy += 1;
            }
            Err(people::hashing::Refused::Fault(fault)) => panic!("{fault}"),
        }
    }
    assert!(
        answered > 0 && busy > 0,
        "answered {answered}, told to come back {busy}"
    );
    assert_eq!(pool.buffers(), 1, "one buffer for one thread");
}

#[tokio::test]
async fn passwords_one_after_another_need_one_buffer() {
    let pool = Pool::new(4);
    for _ in 0..8 {
        assert!(
            !pool
                .verify(&keys(), None, Typed::new("correct horse"))
                .await
                .unwrap()
        );
    }
    assert_eq!(pool.buffers(), 1);
}

#[tokio::test]
async fn p03_without_the_key_of_the_server_no_password_is_right() {
    let (pool, other) = (Pool::new(1), Keys::new([8; 32]));
    let phc = pool
        .hash(&keys(), &Random::seeded(1), Typed::new(PASSWORD))
        .await
        .unwrap();
    assert!(
        PasswordHash::new(&phc).unwrap().params.get("keyid").is_some(),
        "{phc}"
    );
    let right = async |keys: &Keys| {
        pool.verify(keys, Some(phc.clone()), Typed::new(PASSWORD))
            .await
            .unwrap()
    };
    assert!(right(&keys()).await);
    assert!(!right(&other).await);
    assert!(!is_stale(&phc, &Pepper::of(&keys()).unwrap()).unwrap());
    assert!(is_stale(&phc, &Pepper::of(&other).unwrap()).unwrap());
}

both_engines! {
async fn p02_a_password_kept_the_old_way_is_kept_the_new_way_after_the_next_sign_in(app: TestApp) {
    let site = site(&app).await;
    let old = old_hash();
    let kept = old.clone();
    site.db.write(move |tx| tx.run(db::sql!("update account set password_phc = $1"), db::params![kept.clone()])).await.unwrap();
    let mut mine = site.browser();
    mine.open("/sign-in").await.fill("Email", MELE).fill("Password", "not this one").press("Sign in").await;
    assert_eq!(stored(&site).await, old, "a wrong password renews nothing");
    site.wait(1);
    let link = site.start(&mut mine, MELE).await;
    let new = stored(&site).await;
    let params = PasswordHash::new(&new).unwrap().params;
    assert_eq!((params.get_decimal("m"), params.get_decimal("t")), (Some(19_456), Some(2)));
    assert!(params.get("keyid").is_some());
    mine.open(&link).await.press("Sign in here").await;
    assert_eq!(mine.path(), "/account", "and the sign-in under way goes on");
    let right = Pool::new(1).verify(app.web().keys(), Some(new), Typed::new(PASSWORD)).await.unwrap();
    assert!(right);
}
}

/// What the page for a new account answers to a password: its status, and what stands beside the field.
async fn refused(site: &Site, password: &str) -> (u16, String) {
    let mut browser = site.browser();
    browser
        .open("/sign-up")
        .await
        .fill("Name", "Meleane Fifita")
        .fill("Email", "m.taufahema@treasury.example");
    browser.fill("Password", password).press("Create account").await;
    let described = match browser.status() {
        422 => browser.field("Password").described.clone(),
        _ => String::new(),
    };
    (browser.status(), described)
}

both_engines! {
async fn p06_there_is_no_rule_about_kinds_of_characters(app: TestApp) {
    let site = site(&app).await;
    for password in ["aaaa bbbb cccc dddd", "onlysmallletters then", "94 03 58 17 62", "ένα δύο τρία τέσσερα"] {
        assert_eq!(refused(&site, password).await.0, 200, "{password}");
    }
}
}

both_engines! {
async fn p07_common_passwords_are_refused_and_the_reason_is_told(app: TestApp) {
    let site = site(&app).await;
    for password in ["password123", "Password123!", "12345678", "1234 5678", "PASSWORD", "Monkey-2024", "iloveyou!!"] {
        let (status, said) = refused(&site, password).await;
        assert_eq!(status, 422, "{password}");
        assert!(said.contains("this is one of the most used, or one with a few digits more, and those are tried first"), "{said}");
    }
}
}

both_engines! {
async fn p08_names_of_the_site_and_of_the_person_do_not_count(app: TestApp) {
    let site = site(&app).await;
    for password in ["Sala2026!", "Meleane-F1", "fifita meleane", "taufahema22", "Treasury 99!", "meleane12345678"] {
        let (status, said) = refused(&site, password).await;
        assert_eq!(status, 422, "{password}");
        assert!(said.contains("Choose another password"), "{said}");
    }
    assert_eq!(refused(&site, "meleane keeps nine parrots").await.0, 200);
}
}

both_engines! {
async fn p11_no_password_ends_by_its_age(app: TestApp) {
    let site = site(&app).await;
    site.wait(400 * 24 * 3600);
    let mut mine = site.browser();
    let link = site.start(&mut mine, MELE).await;
    mine.open(&link).await.press("Sign in here").await;
    assert_eq!(mine.path(), "/account");
}
}

both_engines! {
async fn p14_an_address_finds_its_account_however_it_is_typed(app: TestApp) {
    let site = site(&app).await;
    let mut mine = site.browser();
    for typed in ["  mele@foreign.example ", "Mele@FOREIGN.example", "MELE@foreign.EXAMPLE"] {
        mine.open("/sign-in").await.fill("Email", typed).fill("Password", PASSWORD).press("Sign in").await;
        assert_eq!(mine.path(), "/sign-in/check-email", "{typed}");
    }
}
}

both_engines! {
async fn p01_what_stands_in_the_row_of_a_new_account_is_argon2id(app: TestApp) {
    let site = site(&app).await;
    assert_eq!(refused(&site, "a new password of mine").await.0, 200);
    let (phc,): (String,) = site
        .db
        .read(|tx| tx.one(db::sql!("select password_phc from account where name = 'Meleane Fifita'"), &[]))
        .await
        .unwrap();
    assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1,keyid="), "{phc}");
}
}
