//! The languages themselves.

use i18n::Locale;

#[test]
fn every_tag_is_read_back() {
    for locale in Locale::ALL {
        assert_eq!(Locale::parse(locale.tag()), Some(locale));
        assert_eq!(locale.to_string(), locale.tag());
    }
    for other in ["", "EN", "en-GB", "de", " en"] {
        assert_eq!(Locale::parse(other), None, "{other:?}");
    }
}

#[test]
fn a_browser_is_answered_in_the_language_it_wants_most() {
    for (asked, answered) in [
        ("fr", Locale::Fr),
        ("ar-EG,ar;q=0.9,en;q=0.8", Locale::Ar),
        ("en;q=0.5, fr;q=0.6", Locale::Fr),
        ("FR-fr", Locale::Fr),
        ("fr , ar", Locale::Fr),
        ("zh-CN, fr;q=0.2", Locale::Zh),
        ("ru, es", Locale::Ru),
        ("fr;q=0, ar;q=0", Locale::En),
        ("*", Locale::En),
        ("fr;q=abc, ar;q=0.1", Locale::Ar),
        (";;q=,,", Locale::En),
    ] {
        assert_eq!(Locale::choose(asked), answered, "{asked:?}");
    }
}

#[test]
fn only_arabic_runs_from_right_to_left() {
    let rtl: Vec<Locale> = Locale::ALL
        .into_iter()
        .filter(|locale| locale.dir() == "rtl")
        .collect();
    assert_eq!(rtl, [Locale::Ar]);
}

#[test]
fn each_language_is_called_by_its_own_name() {
    let names: Vec<&str> = Locale::ALL.iter().map(|locale| locale.name()).collect();
    assert_eq!(
        names,
        ["العربية", "中文", "English", "Français", "Русский", "Español"]
    );
}
