//! Passwords as they are kept and compared.

use argon2::password_hash::phc::PasswordHash;
use base::Random;
use people::hashing::Pool;
use people::password::{Typed, Unfit};

#[tokio::test]
async fn p01_the_verifier_is_argon2id_with_19_mib_and_two_passes() {
    let phc = Pool::new(1)
        .hash(&Random::seeded(1), Typed::new("correct horse"))
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
    assert_eq!(Typed::new("seven77").fit(), Err(Unfit::TooShort));
    assert_eq!(Typed::new("eight888").fit(), Ok(()));
    assert_eq!(Typed::new(&"é".repeat(128)).fit(), Ok(()));
    assert_eq!(Typed::new(&"é".repeat(129)).fit(), Err(Unfit::TooLong));
}

#[tokio::test]
async fn p05_composed_and_decomposed_are_the_same_and_nothing_else_is() {
    let pool = Pool::new(1);
    let phc = pool
        .hash(&Random::seeded(1), Typed::new("caf\u{e9} au lait"))
        .await
        .unwrap();
    let check = async |typed: &str| pool.verify(Some(phc.clone()), Typed::new(typed)).await.unwrap();
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
        .hash(&Random::seeded(1), Typed::new(&format!("{long}x")))
        .await
        .unwrap();
    assert!(
        pool.verify(Some(phc.clone()), Typed::new(&format!("{long}x")))
            .await
            .unwrap()
    );
    assert!(
        !pool
            .verify(Some(phc), Typed::new(&format!("{long}y")))
            .await
            .unwrap()
    );
}

#[tokio::test]
async fn no_account_is_answered_no() {
    assert!(
        !Pool::new(1)
            .verify(None, Typed::new("correct horse"))
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
            pool.verify(None, Typed::new("correct horse")).await
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
        assert!(!pool.verify(None, Typed::new("correct horse")).await.unwrap());
    }
    assert_eq!(pool.buffers(), 1);
}
