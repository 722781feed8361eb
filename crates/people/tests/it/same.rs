//! Whoever gives a password that does not open an account learns nothing else: not from the answer, not from its time.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use base::{Email, Id};
use people::Account;
use testkit::{TestApp, both_engines};

use crate::ground::SLICES;
use crate::site::{Answer, MELE, Site, site};

/// A wrong password for an address.
async fn wrong(site: &Site, email: &str) -> Answer {
    let body = format!("email={}&password=not+it+at+all", email.replace('@', "%40"));
    let headers = [("sec-fetch-site", "same-origin")];
    site.ask("POST", "/sign-in", &headers, &body).await
}

/// Makes an account one that may not sign in: closed, or without a password of its own.
async fn shut(app: &TestApp, email: &'static str, how: &'static db::Sql) {
    app.write(move |tx| {
        let account = people::account::by_email(tx, &Email::parse(email).unwrap())?.unwrap();
        let id: Id<Account> = account.id;
        tx.run(how, db::params![id])
    })
    .await;
}

const CLOSED: &str = "disa@foreign.example";
const WITHOUT: &str = "oidc@foreign.example";
const NOBODY: &str = "nobo@foreign.example";

/// The site with Mele, somebody whose account was closed, and somebody without a password.
async fn four(app: &TestApp) -> Site {
    let site = site(app).await;
    site.person(CLOSED, "Closed").await;
    site.person(WITHOUT, "Without").await;
    shut(
        app,
        CLOSED,
        db::sql!("update account set disabled_at = created_at where id = $1"),
    )
    .await;
    shut(
        app,
        WITHOUT,
        db::sql!("update account set password_phc = null where id = $1"),
    )
    .await;
    site
}

both_engines! {
async fn p12_every_failure_is_the_same_answer_to_the_byte(app: TestApp) {
    let site = four(&app).await;
    let mut answers = Vec::new();
    for email in [MELE, CLOSED, WITHOUT, NOBODY] {
        let answer = wrong(&site, email).await;
        let mut headers: Vec<_> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        headers.sort();
        assert!(answer.body.contains(email), "what was typed is kept");
        answers.push((answer.status, headers, answer.body.replace(email, "")));
    }
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    for other in &answers[1..] {
        assert_eq!(*other, answers[0]);
    }
}

async fn p13_every_failure_takes_the_same_time(app: TestApp) {
    let site = four(&app).await;
    let mut times: [Vec<Duration>; 3] = Default::default();
    for round in 0..TRIES {
        let kinds = [MELE, NOBODY, if round % 2 == 0 { CLOSED } else { WITHOUT }];
        for turn in 0..kinds.len() {
            let kind = (round + turn) % kinds.len();
            let began = Instant::now();
            let answer = wrong(&site, kinds[kind]).await;
            times[kind].push(began.elapsed());
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        // No pause and no count of the last round is left.
        site.wait(24 * 3600);
    }
    times.iter_mut().for_each(|all| all.sort());
    for (kind, other) in times.iter().enumerate().skip(1) {
        let apart = other[TRIES / 2].abs_diff(times[0][TRIES / 2]);
        assert!(apart < Duration::from_millis(2), "kind {kind}: medians {apart:?} apart");
        let distance = distance(&times[0], other);
        assert!(distance < FARTHEST, "kind {kind}: {distance} apart");
    }
}
}

const TRIES: usize = 200;
/// Two hundred and two hundred times of one distribution are farther apart once in a thousand (Kolmogorov and Smirnov):
/// the square root of -ln(0.001 / 2) / 2, times that of 2 / 200.
const FARTHEST: f64 = 0.195;

/// The greatest distance between the two distributions; both are sorted.
fn distance(one: &[Duration], other: &[Duration]) -> f64 {
    let share = |all: &[Duration], at: Duration| {
        let below = u32::try_from(all.partition_point(|time| *time <= at)).unwrap();
        f64::from(below) / f64::from(u32::try_from(all.len()).unwrap())
    };
    let all = one.iter().chain(other);
    all.map(|&at| (share(one, at) - share(other, at)).abs())
        .fold(0.0, f64::max)
}

#[test]
fn the_distance_of_two_distributions_is_seen() {
    let from = |start: u64| {
        (start..start + 200)
            .map(Duration::from_micros)
            .collect::<Vec<_>>()
    };
    assert!(distance(&from(0), &from(0)) < 0.001);
    assert!((distance(&from(0), &from(50)) - 0.25).abs() < 0.001);
    assert!((distance(&from(0), &from(900)) - 1.0).abs() < 0.001);
}

both_engines! {
async fn p15_a_sign_in_takes_eight_kilobytes_and_no_more(app: TestApp) {
    let site = site(&app).await;
    let headers = [("sec-fetch-site", "same-origin")];
    let start = "email=mele%40foreign.example&password=";
    let fits = format!("{start}{}", "x".repeat(8192 - start.len()));
    let answer = site.ask("POST", "/sign-in", &headers, &fits).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = site.ask("POST", "/sign-in", &headers, &format!("{fits}x")).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}
}
