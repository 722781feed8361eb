//! E-mail addresses: as the person typed it for sending, and one normal form for finding the account.
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// An address that a mail server could accept. One address, one account: see [`Email::normal`].
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    typed: String,
    normal: String,
}

/// The text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadEmail;

impl Email {
    /// Reads an address: white space around it goes, the domain is normalised (NFKC) and put into lower case.
    /// Quotes, control characters, white space inside and look-alike signs (`＠`) are refused.
    ///
    /// ```
    /// let email = base::Email::parse(" M.Tui@Foreign.Example ").unwrap();
    /// assert_eq!(email.as_str(), "M.Tui@foreign.example");
    /// assert_eq!(email.normal(), "m.tui@foreign.example");
    /// ```
    pub fn parse(text: &str) -> Result<Email, BadEmail> {
        let (local, domain) = text.trim().rsplit_once('@').ok_or(BadEmail)?;
        let typed = format!("{local}@{}", fold(domain));
        let normal = fold(&typed);
        if fits(&typed) && fits(&normal) {
            Ok(Email { typed, normal })
        } else {
            Err(BadEmail)
        }
    }

    /// For sending and showing.
    pub fn as_str(&self) -> &str {
        &self.typed
    }

    /// For finding: two spellings of one mailbox have one normal form.
    pub fn normal(&self) -> &str {
        &self.normal
    }

    /// `m•••@foreign.example`: enough for its owner to recognise, not enough to learn it.
    pub fn masked(&self) -> String {
        let (local, domain) = self.typed.rsplit_once('@').unwrap_or_default();
        format!("{}•••@{domain}", local.chars().next().unwrap_or('•'))
    }
}

/// One form for what looks the same; doing it again changes nothing.
fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).nfkc().collect()
}

/// Whether mail servers and the table of accounts take it, and the head of a letter.
fn fits(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let bad =
        |c: char| c.is_control() || c.is_whitespace() || "\"(),:;<>@[\\]＠﹫".contains(c) || is_format(c);
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    let is_short = local.len() <= 64 && text.len() <= 254;
    !local.is_empty() && is_short && !local.contains(bad) && !dots && domain_is_right(domain)
}

fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn domain_is_right(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.typed)
    }
}

/// Addresses stay out of logs: the debug form is masked.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p14_what_cannot_be_an_address_is_refused() {
        for text in [
            "",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a b@c.example",
            "a＠b.example",
            "\"a\"@b.example",
            "a@b.example\r\nBcc:x@y.example",
            "a\0@b.example",
            "a@-b.example",
            "a@b..example",
            "a..b@c.example",
            "\u{202e}a@b.example",
            "a@b@c.example",
            // what becomes a quote or two dots in the normal form
            "＂a@b.example",
            "a‥b@c.example",
        ] {
            assert_eq!(Email::parse(text).err(), Some(BadEmail), "{text:?}");
        }
        let long = format!("a@{}.example", ["b"; 130].join("."));
        assert_eq!(
            Email::parse(&long).err(),
            Some(BadEmail),
            "longer than any mailbox"
        );
    }

    #[test]
    fn p14_one_mailbox_has_one_normal_form() {
        let typed = Email::parse("Meleane@FOREIGN.example").unwrap();
        assert_eq!(
            typed.normal(),
            Email::parse("meleane@foreign.example").unwrap().normal()
        );
        assert_eq!(typed.masked(), "M•••@foreign.example");
    }
}
