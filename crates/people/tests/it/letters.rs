//! What the letters say, in each language.

use i18n::Locale;
use mail::Letter;
use people::mails::MAILS;

fn letters(locale: Locale) -> Vec<(&'static str, Letter)> {
    MAILS
        .iter()
        .flat_map(|kind| {
            (kind.samples)(locale)
                .into_iter()
                .map(|letter| (kind.name, letter))
        })
        .collect()
}

#[test]
fn m01_link_and_code_stand_in_both_parts_and_the_subject_is_short() {
    for locale in Locale::ALL {
        for (name, letter) in letters(locale) {
            assert!(letter.subject.chars().count() <= 60, "{}", letter.subject);
            assert!(
                letter.html.len() <= 12 * 1024,
                "{name}: {} bytes",
                letter.html.len()
            );
            assert!(
                !letter.html.contains("<img") && !letter.html.contains("src="),
                "nothing is fetched"
            );
            if ![people::mails::SIGN_IN, people::mails::SIGN_UP].contains(&name) {
                assert!(!letter.text.contains("/l/"), "{name} holds no link to sign in");
                continue;
            }
            let url = "https://forum.example/l/0123456789abcdefghijABCDEFGHIJ01";
            assert!(
                letter.text.lines().any(|line| line == url),
                "alone on its line: {}",
                letter.text
            );
            assert_eq!(
                letter.html.matches(url).count(),
                3,
                "the button, and the bare address as its own link"
            );
            for part in [&letter.text, &letter.html] {
                assert!(part.contains("7KQ3-MXPD"), "{part}");
            }
            assert!(!letter.subject.contains("7KQ3"));
        }
    }
}

#[test]
fn m02_the_letter_says_who_asked_when_where_and_what_to_do_if_it_was_somebody_else() {
    let all = letters(Locale::En);
    let (_, letter) = all
        .iter()
        .find(|(name, _)| *name == people::mails::SIGN_IN)
        .unwrap();
    for part in [
        "Asia-Pacific Cooperation Forum",
        "Account: m.taufa@foreign.example",
        "15 August 2022, 09:00 (UTC+7)",
        "until 15 August 2022, 09:20 (UTC+7)",
        "Browser: Firefox on Windows",
        "Internet address: 192.0.2.7",
        "We never ask for this code or the number by phone or chat.",
        "Was it not you? Then somebody knows your password.",
        "https://forum.example and ask",
    ] {
        assert!(
            letter.text.contains(part),
            "{part} is missing in:\n{}",
            letter.text
        );
    }
}

#[test]
fn m03_each_letter_is_in_its_language_and_direction() {
    let subject = |locale| {
        letters(locale)
            .into_iter()
            .map(|(_, letter)| letter.subject)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        subject(Locale::Fr),
        [
            "Votre lien de connexion",
            "Confirmez votre adresse et connectez-vous",
            "Vous avez déjà un compte",
            "Votre lien vers un nouveau mot de passe",
            "Votre code",
            "Votre compte va recevoir une autre adresse",
            "Vos deux comptes n’en font plus qu’un",
            "Vos deux comptes sont de nouveau séparés",
            "Confirmez le changement de votre adresse",
            "Confirmez le changement de votre adresse",
            "Votre adresse électronique a été changée",
            "Vous avez déjà un compte",
            "Votre mot de passe a été changé",
            "Votre mot de passe a été changé",
            "Vous avez été déconnecté d’un navigateur",
            "Vous avez été déconnecté partout",
            "Votre adresse électronique a été changée",
            "Quelqu’un cherche votre mot de passe",
            "Votre mot de passe a été donné, personne ne s’est connecté",
            "Vous avez de nouveaux codes de secours",
            "Un code de secours a été utilisé",
            "Une application d’authentification a été ajoutée",
            "Votre application d’authentification a été retirée",
            "Le compte d’une organisation a été associé au vôtre",
            "Le compte d’une organisation a été dissocié du vôtre",
            "Une clé d’accès a été ajoutée",
            "Une clé d’accès a été retirée",
            "L’une de vos clés d’accès a peut-être été copiée",
            "Un lien de connexion a été créé sur le serveur"
        ]
    );
    let english = subject(Locale::En);
    for locale in Locale::ALL {
        let tag = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">",
            locale.tag(),
            locale.dir()
        );
        for (_, letter) in letters(locale) {
            assert!(letter.html.starts_with(&tag), "{tag}");
            let is_english = english.contains(&letter.subject);
            assert!(is_english == (locale == Locale::En), "{}", letter.subject);
        }
    }
}

#[test]
fn l28_the_address_fits_in_76_characters_for_a_host_of_thirty() {
    let host = "https://abcdefghij.klmnopqrst.uvwxyzab";
    let url = format!(
        "{host}/l/{}",
        people::secrets::link_token(&base::Random::seeded(1))
    );
    assert_eq!(host.len(), 8 + 30);
    assert!(url.len() <= 76, "{}", url.len());
}
