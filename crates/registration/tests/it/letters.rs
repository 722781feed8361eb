//! The letters, whole: what the four say in every language, and what only one of them carries.

use i18n::Locale;
use mail::Letter;
use registration::letters::{self, KINDS};

fn sample(kind: &str, locale: Locale) -> Letter {
    let kind = KINDS.iter().find(|known| known.name == kind).unwrap();
    let mut letters = (kind.samples)(locale);
    assert_eq!(letters.len(), 1, "{} in {locale:?}", kind.name);
    letters.remove(0)
}

#[test]
fn whole_letters_as_they_were_read() {
    let written: Vec<String> = Locale::ALL
        .into_iter()
        .flat_map(|locale| KINDS.iter().map(move |kind| (kind.name, locale)))
        .map(|(kind, locale)| {
            let letter = sample(kind, locale);
            format!(
                "=== {kind} {}\n{}\n\n{}\n",
                locale.tag(),
                letter.subject,
                letter.text.trim_end()
            )
        })
        .collect();
    let written = written.join("\n");
    if std::env::var_os("SALA_SNAPSHOTS").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/letters.txt"),
            &written,
        )
        .unwrap();
    }
    let read = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/letters.txt")).unwrap();
    assert_eq!(
        written, read,
        "set SALA_SNAPSHOTS=1, run again, and read the difference"
    );
}

#[test]
fn subjects_are_short_and_the_page_is_in_both_parts() {
    for locale in Locale::ALL {
        for kind in KINDS {
            let letter = sample(kind.name, locale);
            assert!(letter.subject.chars().count() <= 60, "{}", letter.subject);
            let link = "/e/sample-forum/my";
            assert!(
                letter.text.contains(link) && letter.html.contains(link),
                "{} {locale:?}",
                kind.name
            );
            assert!(
                letter
                    .html
                    .contains(&format!("lang=\"{}\" dir=\"{}\"", locale.tag(), locale.dir()))
            );
            assert!(letter.html.len() < 12 * 1024);
            assert_eq!(letter.reply_to.unwrap().as_str(), "secretariat@forum.example");
        }
    }
}

#[test]
fn an_invitation_only_for_the_accredited_and_it_is_taken_back() {
    let unfolded = |kind| {
        sample(kind, Locale::En)
            .calendar
            .map(|ics| ics.replace("\r\n ", ""))
    };
    assert_eq!(unfolded(letters::RECEIVED), None);
    assert_eq!(unfolded(letters::DECLINED), None);
    let request = unfolded(letters::ACCREDITED).unwrap();
    for line in [
        "METHOD:REQUEST",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=Asia/Bangkok:20220913T090000",
        "SUMMARY:Sample forum",
    ] {
        assert!(request.contains(line), "{line} in {request}");
    }
    assert!(
        request.contains("mailto:meleane@foreign.example")
            && request.contains("mailto:secretariat@forum.example")
    );
    let cancel = unfolded(letters::WITHDRAWN).unwrap();
    assert!(
        cancel.contains("METHOD:CANCEL") && cancel.contains("STATUS:CANCELLED"),
        "{cancel}"
    );
    let uid = |ics: &str| {
        ics.lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };
    assert_eq!(uid(&request), uid(&cancel));
}

#[test]
fn the_words_of_an_officer_are_text_and_never_markup() {
    let letter = sample(letters::DECLINED, Locale::En);
    assert!(letter.text.contains("All places are taken.") && letter.html.contains("All places are taken."));
    assert!(letter.html.contains("<blockquote dir=\"auto\""));
}
