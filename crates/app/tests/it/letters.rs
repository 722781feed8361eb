//! Every letter of every room in the six languages, as it travels.
use crate::SLICES;
use base::{Email, Fault};
use i18n::Locale;
use mail::{Kind, Letter, Outgoing, Post, Recorded, Recorder, Setting, Transport, Worker};
use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use testkit::both_engines;

/// Stands for the kinds of all rooms: writes the sample that its row names.
static SAMPLE: Kind = Kind {
    name: "sample",
    render: |_, outgoing, _| sample(outgoing).map(Some),
    samples: |_| Vec::new(),
    ..Kind::EMPTY
};

fn letters(locale: Locale) -> Vec<Letter> {
    let kinds = SLICES.iter().flat_map(|slice| slice.mails);
    kinds.flat_map(|kind| (kind.samples)(locale)).collect()
}

fn sample(outgoing: &Outgoing) -> Result<Letter, Fault> {
    let nth = outgoing.data.as_u64().and_then(|nth| usize::try_from(nth).ok());
    let letter = nth.and_then(|nth| letters(outgoing.locale).into_iter().nth(nth));
    letter.ok_or_else(|| Fault::new("a sample that there is not"))
}

fn setting() -> Setting {
    Setting {
        site_name: "Asia-Pacific Cooperation Forum".to_owned(),
        public_url: "https://forum.example".to_owned(),
        from: Email::parse("forum@forum.example").expect("an address"),
        now: "2022-08-15T02:00:00Z".parse().expect("a time"),
        keys: base::Keys::new([7; 32]),
    }
}

both_engines! {
async fn m01_m03_every_letter_in_six_languages_as_it_travels(app: TestApp) {
    for locale in Locale::ALL {
        let recorder = Recorder::default();
        let worker = Worker::new(app.db().clone(), app.clock().clone(), vec![&SAMPLE], Transport::Memory, &setting());
        let worker = worker.recording(recorder.clone());
        let all = letters(locale);
        assert!(all.len() >= 25, "there are letters: {}", all.len());
        let count = all.len();
        app.write(move |tx| {
            let to = Email::parse("m.taufa@foreign.example").map_err(|_| Fault::new("an address that is none"))?;
            for nth in 0..count {
                mail::post(tx, Post { kind: "sample", to: &to, locale, about: None, data: nth.into() })?;
            }
            Ok::<_, Fault>(())
        })
        .await;
        worker.deliver_due().await.expect("letters are handed over");
        let sent = recorder.all();
        assert_eq!(sent.len(), all.len());
        for letter in &sent {
            let written = all.iter().find(|one| one.text == letter.text && one.subject == letter.subject);
            travels_well(letter, written.expect("a letter that was written"), locale);
        }
    }
}
}

fn travels_well(sent: &Recorded, written: &Letter, locale: Locale) {
    let raw = &sent.raw;
    for line in raw.lines() {
        assert!(line.len() <= 998, "{line}");
    }
    let mail = parse_mail(raw.as_bytes()).expect("a mail program reads it");
    let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_default();
    assert_eq!(header("Subject"), written.subject);
    assert!(written.subject.chars().count() <= 60, "{}", written.subject);
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("X-Auto-Response-Suppress"), "All");
    assert_eq!(header("Content-Language"), locale.tag());
    assert!(
        header("Date").starts_with("Mon, 15 Aug 2022"),
        "{}",
        header("Date")
    );
    assert!(
        header("Message-ID").ends_with("@forum.example>"),
        "{}",
        header("Message-ID")
    );
    assert!(header("List-Unsubscribe").is_empty());
    let (text, html) = both_parts(&mail);
    assert_eq!(
        text.trim_end(),
        written.text.trim_end(),
        "the text arrives as it was written"
    );
    links_stand_alone(&text, &html, raw);
    let tag = format!("<html lang=\"{}\" dir=\"{}\">", locale.tag(), locale.dir());
    assert!(html.contains(&tag), "{tag} is missing in\n{html}");
    for fetched in ["<img", "src=", "url(", "<link", "<script"] {
        assert!(!html.contains(fetched), "{fetched}: nothing is fetched");
    }
}

/// The text, which comes first, and the HTML.
fn both_parts(mail: &ParsedMail<'_>) -> (String, String) {
    let alternative = if mail.ctype.mimetype == "multipart/mixed" {
        &mail.subparts[0]
    } else {
        mail
    };
    assert_eq!(alternative.ctype.mimetype, "multipart/alternative");
    let (text, html) = (&alternative.subparts[0], &alternative.subparts[1]);
    assert_eq!(
        (text.ctype.mimetype.as_str(), html.ctype.mimetype.as_str()),
        ("text/plain", "text/html")
    );
    let read = |part: &ParsedMail<'_>| {
        assert_eq!(part.ctype.charset, "utf-8");
        part.get_body().expect("it can be read").replace("\r\n", "\n")
    };
    (read(text), read(html))
}

/// Every address that leads to a page stands alone on its line, short enough to stay whole, and is in both parts.
fn links_stand_alone(text: &str, html: &str, raw: &str) {
    let pages = |line: &&str| line.contains("https://forum.example/");
    for line in text.lines().filter(pages) {
        assert!(
            line.starts_with("https://") && !line.contains(' '),
            "alone on its line: {line}"
        );
        assert!(line.len() <= 76, "{line}");
        assert!(
            html.contains(&format!("href=\"{line}\"")),
            "{line} is missing in\n{html}"
        );
        let is_plain = !raw.contains("base64");
        assert!(
            !is_plain || raw.lines().any(|sent| sent == line),
            "whole on its way: {line}"
        );
    }
    let leads = text.lines().filter(pages).count();
    assert!(html.matches("href=\"https://forum.example/").count() >= leads);
}
