//! The secrets people are handed.

use std::collections::HashSet;

use base::Random;
use people::model::mask;
use people::secrets;

#[test]
fn l01_tokens_are_32_alphanumerics_unique_and_even() {
    let random = Random::seeded(3);
    let mut seen = HashSet::new();
    let mut counts = [0_u32; 128];
    for _ in 0..100_000 {
        let token = secrets::link_token(&random);
        assert!(secrets::looks_like_token(&token));
        token.bytes().for_each(|b| counts[usize::from(b)] += 1);
        assert!(seen.insert(token));
    }
    let expected = 3_200_000.0 / 62.0;
    let letters: Vec<f64> = counts.iter().filter(|&&n| n > 0).map(|&n| f64::from(n)).collect();
    assert_eq!(letters.len(), 62);
    let chi: f64 = letters.iter().map(|n| (n - expected).powi(2) / expected).sum();
    // 61 degrees of freedom: above 120 once in half a million draws; a modulo bias of bytes would give thousands.
    assert!(chi < 120.0, "chi-square {chi}");
}

/// As an Arabic keyboard writes it.
pub fn arabic(c: char) -> char {
    c.to_digit(10)
        .map_or(c, |figure| char::from_u32(0x660 + figure).unwrap())
}

#[test]
fn l03_a_code_is_read_however_it_is_typed() {
    let code = secrets::code(&Random::seeded(5));
    assert_eq!(code.len(), 8);
    assert!(code.chars().all(|c| "23456789BCDFGHJKMNPQRSTVWXYZ".contains(c)));
    let shown = secrets::show_code(&code);
    assert_eq!(shown.len(), 9);
    for typed in [
        shown.clone(),
        shown.to_lowercase(),
        shown.replace('-', " "),
        format!(" {shown}\t"),
        shown.replace('-', "–"),
        code.clone(),
        code.chars().map(arabic).collect(),
    ] {
        assert_eq!(secrets::tidy_code(&typed), code, "{typed:?}");
    }
}

#[test]
fn l04_a_stored_code_says_nothing_without_the_key() {
    let flow = uuid::Uuid::from_u128(1);
    let stored = secrets::code_mac(b"the key", flow, "BCDF2345");
    assert_eq!(stored, secrets::code_mac(b"the key", flow, "BCDF2345"));
    assert_ne!(stored, secrets::code_mac(b"another", flow, "BCDF2345"));
    assert_ne!(
        stored,
        secrets::code_mac(b"the key", uuid::Uuid::from_u128(2), "BCDF2345")
    );
}

#[test]
fn numbers_have_three_digits() {
    let random = Random::seeded(9);
    let drawn: Vec<i64> = (0..5_000).map(|_| secrets::match_number(&random)).collect();
    assert!(drawn.iter().all(|n| (100..=999).contains(n)));
    assert!(drawn.contains(&100) && drawn.contains(&999));
}

#[test]
fn an_address_is_masked_but_recognised_by_its_owner() {
    assert_eq!(mask("mele@foreign.example"), "m•••@foreign.example");
}

#[test]
fn m04_what_a_browser_says_of_itself_never_comes_out() {
    let agent = people::agent::parse("<b>Firefox/103.0\r\nBcc: x</b> Windows NT");
    assert_eq!((agent.browser, agent.system), (Some("Firefox"), Some("Windows")));
    let agent = people::agent::parse(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_5 like Mac OS X) Version/15.5 Safari/604.1",
    );
    assert_eq!((agent.browser, agent.system), (Some("Safari"), Some("iOS")));
    let agent = people::agent::parse("Mozilla/5.0 (Windows NT 10.0) Chrome/103.0 Safari/537.36 Edg/103.0");
    assert_eq!((agent.browser, agent.system), (Some("Edge"), Some("Windows")));
    assert_eq!(people::agent::parse("curl").browser, None);
}
