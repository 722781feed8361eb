//! The style sheets: the hash that lets them in, both writing directions, contrast.
use crate::program::Program;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const SITE: &str = include_str!("../../../../assets/site.css");
const DESK: &str = include_str!("../../../../assets/desk.css");

#[tokio::test]
async fn the_policy_lets_in_exactly_the_style_of_the_page() {
    let program = Program::new().await;
    let answer = program.get("/e/x").await;
    let style = answer
        .text
        .split("<style>")
        .nth(1)
        .unwrap()
        .split("</style>")
        .next()
        .unwrap();
    let digest = Sha256::digest(style.as_bytes());
    let policy = answer.header("content-security-policy");
    assert!(
        policy.contains(&format!("style-src 'sha256-{}';", base64(&digest))),
        "{policy}"
    );
    assert!(!style.contains("/*") && !style.contains('\n'));
    assert!(!answer.text.contains(" style=\""));
    let desk = program.get("/desk").await;
    assert!(
        desk.header("content-security-policy")
            .contains("style-src 'self';")
    );
}

fn base64(bytes: &[u8]) -> String {
    let bits = bytes
        .iter()
        .map(|byte| format!("{byte:08b}"))
        .collect::<Vec<_>>()
        .concat();
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain(['+', '/'])
        .collect();
    let six = bits
        .as_bytes()
        .chunks(6)
        .map(|chunk| format!("{:0<6}", std::str::from_utf8(chunk).unwrap()));
    let mut text: String = six
        .map(|six| letters[usize::from_str_radix(&six, 2).unwrap()])
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Declarations that mean a side of the screen, not a side of the text.
fn physical(css: &str) -> Vec<String> {
    let css = css
        .replace("env(safe-area-inset-left)", "")
        .replace("env(safe-area-inset-bottom)", "");
    let declarations = css
        .split(['{', '}', ';', '('])
        .map(str::trim)
        .filter(|part| part.contains(':'));
    let is_physical = |part: &&str| {
        let (name, value) = part.split_once(':').unwrap_or_default();
        let (name, value) = (name.trim(), value.trim());
        let sided = ["left", "right", "top", "bottom"].iter().any(|side| {
            name == *side
                || name.starts_with(&format!("{side}-"))
                || name.ends_with(&format!("-{side}"))
                || name.contains(&format!("-{side}-"))
        });
        let aligned = ["text-align", "float", "clear"].contains(&name) && ["left", "right"].contains(&value);
        let four = ["margin", "padding", "inset"].contains(&name) && value.split_whitespace().count() == 4;
        sided || aligned || four || name == "inset"
    };
    declarations.filter(is_physical).map(str::to_owned).collect()
}

#[test]
fn the_style_sheets_know_no_left_and_right() {
    assert_eq!(physical(SITE), [] as [&str; 0]);
    assert_eq!(physical(DESK), [] as [&str; 0]);
    for bad in [
        "a{margin-left:1px}",
        "a{left:0}",
        "a{text-align:right}",
        "a{inset:0}",
        "a{padding:1px 2px 3px 4px}",
        "a{border-top-color:red}",
    ] {
        assert_eq!(physical(bad).len(), 1, "{bad}");
    }
}

/// The tokens of the light and of the dark form.
fn tokens() -> [BTreeMap<String, String>; 2] {
    let both = format!("{SITE}{DESK}");
    let mut all = [BTreeMap::new(), BTreeMap::new()];
    for (place, _) in both.match_indices(":root{") {
        let dark = both[..place].ends_with("@media(prefers-color-scheme:dark){");
        let block = both[place + 6..].split('}').next().unwrap();
        for (name, value) in block.split(';').filter_map(|line| line.trim().split_once(':')) {
            if name.starts_with("--") && value.starts_with('#') {
                all[usize::from(dark)].insert(name[2..].to_owned(), value.to_owned());
            }
        }
    }
    let light = all[0].clone();
    for (name, value) in light {
        all[1].entry(name).or_insert(value);
    }
    all
}

fn luminance(colour: &str) -> f64 {
    let digits = colour.trim_start_matches('#');
    let digits: String = if digits.len() == 3 {
        digits.chars().flat_map(|d| [d, d]).collect()
    } else {
        digits.to_owned()
    };
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_pair_of_colours_in_use_can_be_read() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 0.01);
    let pairs = [
        ("ink", "paper", 4.5),
        ("ink", "sand", 4.5),
        ("ink", "tint", 4.5),
        ("ink", "card", 4.5),
        ("muted", "paper", 4.5),
        ("muted", "sand", 4.5),
        ("muted", "tint", 4.5),
        ("muted", "card", 4.5),
        ("brand", "paper", 4.5),
        ("brand", "tint", 4.5),
        ("brand", "sand", 4.5),
        ("brand", "card", 4.5),
        ("brand-ink", "brand", 4.5),
        ("ok", "ok-bg", 4.5),
        ("warn", "warn-bg", 4.5),
        ("bad", "bad-bg", 4.5),
        ("bad", "paper", 4.5),
        ("bad", "card", 4.5),
        ("edge", "card", 3.0),
        ("edge", "paper", 3.0),
        ("brass", "paper", 3.0),
        ("qi", "q1", 4.5),
        ("qi", "q2", 4.5),
        ("qj", "q3", 4.5),
        ("qj", "q4", 4.5),
    ];
    for (form, tokens) in ["light", "dark"].iter().zip(tokens()) {
        for (front, ground, least) in pairs {
            let ratio = contrast(&tokens[front], &tokens[ground]);
            assert!(ratio >= least, "{front} on {ground} ({form}): {ratio:.2}");
        }
        for fixed in ["#f6f3ea", "#e7cf8d", "#c3d0d5", "#dbe4e8"] {
            assert!(
                contrast(fixed, &tokens["deep"]) >= 4.5,
                "{fixed} on deep ({form})"
            );
        }
    }
    assert!(
        contrast("#ffcf3f", "#15212b") >= 3.0,
        "the focus against its ring"
    );
}
