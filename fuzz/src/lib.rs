//! What holds for everything that strangers type or send at the sign-in, whatever it is. `cargo xtask fuzz` looks for
//! input that breaks it; what it ever found lies in `corpus/`, which the ordinary tests read as well.

use base::{Email, Random};
use people::secrets::{self, TOKEN_LEN};
use url::Url;

/// What holds for some input, or it panics.
pub type Holds = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: [(&str, Holds); 4] = [("next", next), ("email", email), ("token", token), ("code", code)];

/// Where a browser stands that is told where to go on to.
const HERE: &str = "https://sala.example/sign-in/check-email";

/// Going on after a sign-in leads to a page of this site, for our own reading of it, a browser's and a proxy's.
pub fn next(bytes: &[u8]) {
    let asked = String::from_utf8_lossy(bytes);
    let next = web::safe_next(&asked);
    assert!(
        next == "/" || next == asked,
        "{asked:?} became {next:?}, which nobody asked for"
    );
    assert_eq!(web::safe_next(&next), next, "read twice");
    assert!(
        next.starts_with('/') && next.len() <= 500 && !next.contains(['\\', '\r', '\n', '\0']),
        "{next:?} is no path"
    );
    assert!(
        !next.chars().any(char::is_control),
        "{next:?} has a control character"
    );
    let here = Url::parse(HERE).expect("it is an address");
    let there = here.join(&next).expect("a path is taken as one");
    assert_eq!(there.origin(), here.origin(), "{next:?} leads to {there}");
    assert_eq!((there.username(), there.password()), ("", None), "{next:?}");
    // A proxy may undo the percents of a path before it reads it.
    let path = there
        .path()
        .to_ascii_lowercase()
        .replace("%2f", "/")
        .replace("%5c", "\\");
    assert!(
        !path.contains("//") && !path.contains('\\'),
        "{next:?} leads to {there}, which may be read as another host"
    );
}

/// An address that is taken can stand in the head of a letter, and has one normal form, which is that of itself.
pub fn email(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let Ok(email) = Email::parse(&typed) else { return };
    for text in [email.as_str(), email.normal()] {
        assert_eq!(text.matches('@').count(), 1, "{text:?} from {typed:?}");
        let odd = text
            .chars()
            .find(|c| c.is_control() || c.is_whitespace() || "\"(),:;<>[\\]".contains(*c));
        assert_eq!(odd, None, "{text:?} from {typed:?}");
        let read = Email::parse(text);
        assert_eq!(
            read.as_ref().map(Email::normal),
            Ok(email.normal()),
            "{text:?} from {typed:?} is another mailbox"
        );
        // What the table of accounts and the mail servers take.
        assert!(
            text.chars().count() >= 3 && text.len() <= 254,
            "{text:?} has no room"
        );
    }
    let read = Email::parse(email.as_str()).expect("it was read before");
    assert_eq!(read.as_str(), email.as_str());
}

/// A token is read back from its link as it was made; a link that was cut or grew on its way is known as such.
pub fn token(bytes: &[u8]) {
    let (seed, rest) = seed(bytes);
    let text = String::from_utf8_lossy(rest);
    if secrets::looks_like_token(&text) {
        assert_eq!(text.chars().count(), TOKEN_LEN);
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric()), "{text:?}");
        assert_eq!(
            back(&text),
            text.as_ref(),
            "the address of a link reads otherwise"
        );
    }
    let token = secrets::link_token(&Random::seeded(seed));
    assert!(secrets::looks_like_token(&token), "{token}");
    assert_eq!(back(&token), token);
    let (cut, _) = token.split_at(usize::try_from(seed % 32).unwrap_or(0));
    assert!(!secrets::looks_like_token(cut), "{cut} is a part of {token}");
    for mixed in [
        format!("{cut}{text}"),
        format!("{token}{text}"),
        format!("{text}{token}"),
    ] {
        let is_itself = mixed == token;
        let may_be = mixed.len() == TOKEN_LEN && mixed.bytes().all(|b| b.is_ascii_alphanumeric());
        assert_eq!(secrets::looks_like_token(&mixed), may_be, "{mixed:?}");
        assert_eq!(
            secrets::hash(&mixed) == secrets::hash(&token),
            is_itself,
            "{mixed:?}"
        );
    }
}

/// The token in the address of a link, as the program reads it from a request.
fn back(token: &str) -> String {
    let uri: http::Uri = format!("/l/{token}").parse().expect("a link is an address");
    uri.path().trim_start_matches("/l/").to_owned()
}

/// A code is read as it was meant, however it is typed; reading it once more changes nothing.
pub fn code(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let read = secrets::tidy_code(&typed);
    assert!(
        read.len() <= 64 && read.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()),
        "{read:?}"
    );
    assert_eq!(secrets::tidy_code(&read), read, "read twice");
    assert_eq!(
        secrets::tidy_code(&secrets::show_code(&read)),
        read,
        "as it is shown"
    );
    let (seed, rest) = seed(bytes);
    let meant = secrets::code(&Random::seeded(seed));
    let mut signs = String::from_utf8_lossy(rest).into_owned();
    signs.retain(|c| secrets::tidy_code(c.encode_utf8(&mut [0; 4])).is_empty());
    let mut between = signs.chars();
    let typed: String = meant
        .chars()
        .enumerate()
        .flat_map(|(at, c)| {
            let small = seed >> (at % 8) & 1 == 1;
            let c = if small { c.to_ascii_lowercase() } else { c };
            [between.next(), Some(c)].into_iter().flatten()
        })
        .collect();
    assert_eq!(secrets::tidy_code(&typed), meant, "{typed:?}");
}

/// The first eight bytes as a number, and the rest.
fn seed(bytes: &[u8]) -> (u64, &[u8]) {
    match bytes.split_first_chunk() {
        Some((first, rest)) => (u64::from_le_bytes(*first), rest),
        None => (0, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn whatever_was_ever_found_holds() {
        for (name, holds) in TARGETS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
            let files: Vec<_> = std::fs::read_dir(&folder)
                .unwrap()
                .map(|file| file.unwrap().path())
                .collect();
            assert!(files.len() > 5, "{name} has {} inputs", files.len());
            for file in files {
                holds(&std::fs::read(file).unwrap());
            }
        }
    }
}
