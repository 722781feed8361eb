//! Each thing the audit looks for, found where it is and not where it is not.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

const ENGLISH: &str = "help = Help\nseats = { $count ->\n    [one] seat\n   *[other] seats { $count }\n}\n";
const FRENCH: &str = "help = Aide\nseats = { $count ->\n    [one] place\n   *[other] places { $count }\n}\n";
const ARABIC: &str = "help = مساعدة\nseats = { $count ->\n    [zero] أ\n    [one] ب\n    [two] ت\n    [few] ث\n    [many] ج\n   *[other] ح { $count }\n}\n";
const RUSSIAN: &str = "help = Помощь\nseats = { $count ->\n    [one] а\n    [few] б\n    [many] в\n   *[other] г { $count }\n}\n";
const CHINESE: &str = "help = 帮助\nseats = 座位 { $count }\n";
const SPANISH: &str =
    "help = Ayuda\nseats = { $count ->\n    [one] asiento\n   *[other] asientos { $count }\n}\n";
const SOURCE: &str = "fn page(w: Words) { w.help(); w.seats(3); }";

/// A project of one crate whose sentences are complete.
fn project() -> TempDir {
    let root = TempDir::new().expect("a folder for a test");
    put(root.path(), "words/en/hall.ftl", ENGLISH);
    put(root.path(), "words/fr/hall.ftl", FRENCH);
    put(root.path(), "words/ar/hall.ftl", ARABIC);
    put(root.path(), "words/ru/hall.ftl", RUSSIAN);
    put(root.path(), "words/zh/hall.ftl", CHINESE);
    put(root.path(), "words/es/hall.ftl", SPANISH);
    put(root.path(), "crates/hall/src/lib.rs", SOURCE);
    root
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder for a test");
    fs::write(path, text).expect("a file for a test");
}

fn audit(root: &TempDir) -> Vec<String> {
    words::audit(root.path())
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_complete_project_has_no_problem() {
    assert_eq!(audit(&project()), Vec::<String>::new());
}

#[test]
fn a_sentence_french_does_not_say_is_named() {
    let root = project();
    put(root.path(), "words/fr/hall.ftl", "help = Aide\n");
    assert_eq!(audit(&root), ["words/fr/hall.ftl:0: does not say `seats`"]);
    fs::remove_file(root.path().join("words/fr/hall.ftl")).unwrap();
    assert_eq!(audit(&root), ["words/fr/hall.ftl:0: is missing (2 sentences)"]);
}

#[test]
fn a_sentence_english_does_not_have_is_named() {
    let root = project();
    put(
        root.path(),
        "words/fr/hall.ftl",
        &format!("{FRENCH}more = Plus\n"),
    );
    put(root.path(), "words/fr/attic.ftl", "help = Aide\n");
    assert_eq!(
        audit(&root),
        [
            "words/fr/attic.ftl:0: English has no such file",
            "words/fr/hall.ftl:6: `more` English has no such sentence"
        ]
    );
}

#[test]
fn arguments_are_the_same_in_every_language() {
    let root = project();
    put(
        root.path(),
        "words/fr/hall.ftl",
        &FRENCH.replace("Aide", "Aide { $name }"),
    );
    put(root.path(), "words/ar/hall.ftl", "help = مساعدة\nseats = مقاعد\n");
    assert_eq!(
        audit(&root),
        [
            "words/ar/hall.ftl:2: `seats` does not use its argument $count",
            "words/fr/hall.ftl:1: `help` English has no argument $name"
        ]
    );
}

#[test]
fn an_arabic_number_has_six_forms() {
    let root = project();
    put(
        root.path(),
        "words/ar/hall.ftl",
        &ARABIC.replace("    [two] ت\n", "").replace("    [many] ج\n", ""),
    );
    assert_eq!(
        audit(&root),
        ["words/ar/hall.ftl:2: `seats` lacks the forms two, many"]
    );
}

#[test]
fn english_left_in_french_needs_a_reason() {
    let root = project();
    put(root.path(), "words/fr/hall.ftl", &FRENCH.replace("Aide", "Help"));
    let complaint =
        "words/fr/hall.ftl:1: `help` is the English sentence: translate it, or name it in words/same.txt";
    assert_eq!(audit(&root), [complaint]);
    put(root.path(), "words/same.txt", "# why\nfr hall.help\n");
    assert_eq!(audit(&root), ["words/same.txt:2: `fr hall.help` has no reason"]);
    put(
        root.path(),
        "words/same.txt",
        "fr hall.help the same word in both languages\n",
    );
    assert_eq!(audit(&root), Vec::<String>::new());
    put(root.path(), "words/fr/hall.ftl", FRENCH);
    let stale =
        "words/same.txt:1: `fr hall.help` does not equal English, or is no sentence: take the line out";
    assert_eq!(audit(&root), [stale]);
}

#[test]
fn a_sentence_no_page_says_is_named() {
    let root = project();
    put(
        root.path(),
        "crates/hall/src/lib.rs",
        "fn page(w: Words) { w.help_me(); help(); w.seats(3); }",
    );
    assert_eq!(
        audit(&root),
        ["words/en/hall.ftl:1: `help` is never said: no source uses it"]
    );
    put(
        root.path(),
        "crates/hall/src/pages/page.html",
        "<h1>{{ w.help() }}</h1>",
    );
    assert_eq!(audit(&root), Vec::<String>::new());
}

#[test]
fn another_crate_may_say_it_when_it_names_the_words() {
    let root = project();
    put(
        root.path(),
        "crates/hall/src/lib.rs",
        "fn page(w: Words) { w.seats(3); }",
    );
    put(root.path(), "words/en/room.ftl", "door = Door\n");
    put(root.path(), "words/fr/room.ftl", "door = Porte\n");
    put(root.path(), "words/ar/room.ftl", "door = باب\n");
    put(root.path(), "words/ru/room.ftl", "door = Дверь\n");
    put(root.path(), "words/zh/room.ftl", "door = 门\n");
    put(root.path(), "words/es/room.ftl", "door = Puerta\n");
    put(
        root.path(),
        "crates/room/src/lib.rs",
        "fn page(w: Words) { w.door(); w.help(); }",
    );
    assert_eq!(
        audit(&root),
        ["words/en/hall.ftl:1: `help` is never said: no source uses it"]
    );
    put(
        root.path(),
        "crates/room/src/lib.rs",
        "use hall::words::Words as Hall; fn p() { w.door(); Hall::help(w); }",
    );
    assert_eq!(audit(&root), Vec::<String>::new());
}

#[test]
fn syntax_the_generator_does_not_know_is_refused_with_its_line() {
    for (text, complaint) in [
        (
            "help = Help\n-term = Sala\n",
            "2: `-term`: terms are not supported",
        ),
        (
            "help = Help\n    .title = Help\n",
            "1: `help`: attributes are not supported",
        ),
        (
            "help = Help\nwhen = { DATE($day) }\n",
            "2: `when`: the function DATE is not supported",
        ),
        (
            "help = { other }\n",
            "1: `help`: { other }: a sentence cannot quote another; an argument begins with $",
        ),
        ("help = Help\nhelp = Aid\n", "1: `help` stands twice in this file"),
        (
            "help_me = Help\n",
            "1: `help_me`: a key has small letters, digits and dashes only",
        ),
        (
            "help = { $count ->\n    [one] a\n   *[few] b\n}\n",
            "1: `help`: the default wording of $count must be *[other]",
        ),
    ] {
        let root = TempDir::new().unwrap();
        put(root.path(), "words/en/hall.ftl", text);
        let problems = words::translate(root.path(), "hall", "i18n").unwrap_err();
        assert_eq!(problems[0].to_string(), format!("words/en/hall.ftl:{complaint}"));
    }
}

#[test]
fn broken_syntax_is_refused_with_its_line() {
    let root = TempDir::new().unwrap();
    put(root.path(), "words/en/hall.ftl", "help = Help\nseats { $count\n");
    let problems = words::translate(root.path(), "hall", "i18n").unwrap_err();
    assert_eq!((problems.len(), problems[0].line), (1, 2));
}
