//! The rules of a new password: long enough, none that everybody tries first, and more than one's own name and the site's.

use base::{Email, Fault};
use db::Tx;
use web::App;

use crate::password::{LONGEST, SHORTEST, Typed};

/// The passwords used most, in lower case and in order (`data/README.md` says whose list it is).
static COMMON: &str = include_str!("../../../data/common-passwords.txt");
/// So many digits around a common password make no other of it.
const FEW_DIGITS: usize = 4;
/// Shorter words are in every sentence.
const SHORTEST_WORD: usize = 4;
/// So many words are told to the script of the page; all are looked at when the form is sent.
const TOLD: usize = 60;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    TooShort,
    TooLong,
    /// One of the most used, as it is or with a few digits.
    Common,
    /// Little more than one's name, address, or the name of this site or of an event.
    Own,
}

/// The words that do not count: of the site's name, the events', one's own name and address.
#[derive(Clone, Debug, Default)]
pub struct Own(Vec<String>);

impl Own {
    /// Those of this site; to be asked for where a password is chosen.
    pub fn of_site(app: &App, tx: &mut Tx<'_>) -> Result<Own, Fault> {
        let mut own = Own::of_name(app);
        for names in app.slices().iter().filter_map(|slice| slice.names) {
            for name in names(tx)? {
                own.add(&name);
            }
        }
        Ok(own)
    }

    /// Those of the site's name alone.
    pub fn of_name(app: &App) -> Own {
        let mut own = Own::default();
        own.add(&app.site().name);
        own
    }

    /// And those of a person.
    #[must_use]
    pub fn and(mut self, name: &str, email: Option<&Email>) -> Own {
        self.add(name);
        if let Some(email) = email {
            let text = email.as_str();
            self.add(
                text.rsplit_once('.')
                    .map_or(text, |(without_top_level, _)| without_top_level),
            );
        }
        self
    }

    fn add(&mut self, text: &str) {
        let folded = text.to_lowercase();
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let long_enough = words.filter(|word| word.chars().count() >= SHORTEST_WORD);
        self.0.extend(long_enough.map(str::to_owned));
        // The longest first: a word may be part of another.
        self.0
            .sort_by_key(|word| (std::cmp::Reverse(word.len()), word.clone()));
        self.0.dedup();
    }

    /// For the script that shows while one types what is still missing.
    pub fn words(&self) -> String {
        self.0[..self.0.len().min(TOLD)].join(" ")
    }
}

/// Judges a new password. There is no rule about kinds of characters.
pub fn judge(typed: &Typed, own: &Own) -> Result<(), Unfit> {
    match typed.text().chars().count() {
        0..SHORTEST => return Err(Unfit::TooShort),
        SHORTEST..=LONGEST => {}
        _ => return Err(Unfit::TooLong),
    }
    let folded = typed.text().to_lowercase();
    let plain: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if is_common(&folded) || is_common_with_digits(&plain) {
        return Err(Unfit::Common);
    }
    let rest = own
        .0
        .iter()
        .fold(plain.clone(), |rest, word| rest.replace(word, ""));
    match rest {
        _ if rest == plain => Ok(()),
        _ if rest.chars().count() < SHORTEST => Err(Unfit::Own),
        _ if is_common_with_digits(&rest) => Err(Unfit::Common),
        _ => Ok(()),
    }
}

fn is_common_with_digits(plain: &str) -> bool {
    let core = plain.trim_matches(|c: char| c.is_ascii_digit());
    is_common(plain) || (plain.len() - core.len() <= FEW_DIGITS && is_common(core))
}

/// Looks a line up in the ordered list, byte by byte: a half may begin inside a letter.
fn is_common(text: &str) -> bool {
    let list = COMMON.as_bytes();
    let ends = |byte: &u8| *byte == b'\n';
    let (mut from, mut to) = (0, list.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let start = list[from..middle]
            .iter()
            .rposition(ends)
            .map_or(from, |at| from + at + 1);
        let end = list[middle..to]
            .iter()
            .position(ends)
            .map_or(to, |at| middle + at);
        match list[start..end].cmp(text.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => from = end + 1,
            std::cmp::Ordering::Greater => to = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_found_and_its_neighbours_are_not() {
        let lines: Vec<&str> = COMMON.lines().collect();
        assert!(lines.is_sorted(), "it is looked up by halves");
        assert!(lines.iter().all(|line| is_common(line)));
        assert!(!lines.iter().any(|line| is_common(&format!("{line}~~"))));
        assert!(!is_common(""));
        // ASVS 6.2.4 asks for the 3000 most used that the rule of length would take.
        assert!(lines.iter().filter(|line| line.len() >= SHORTEST).count() > 3000);
    }
}
