//! What the generated methods say, in three languages and in others that have no sentences.

use i18n::Locale;

include!("../sample/hall.made");

const EN: Words = Words(Locale::En);
const FR: Words = Words(Locale::Fr);
const AR: Words = Words(Locale::Ar);

#[test]
fn a_sentence_without_arguments_is_a_constant() {
    let title: &'static str = EN.title();
    assert_eq!(title, "The \"great\" hall");
    assert_eq!(FR.title(), "La «\u{a0}grande\u{a0}» salle");
    assert_eq!(AR.title(), "القاعة «الكبرى»");
    assert_eq!(EN.lines(), "The first line\nand the second.");
}

#[test]
fn a_language_without_the_sentence_says_it_in_english() {
    assert_eq!(Words(Locale::Ru).type_(), "Kind");
    assert_eq!(Words(Locale::Zh).seats(1), "1 seat is left");
}

#[test]
fn an_argument_is_shown_and_kept_whole_in_the_other_direction() {
    assert_eq!(EN.greeting("Mele"), "Welcome, Mele");
    assert_eq!(FR.greeting(String::from("Mele")), "Bienvenue, Mele\u{202f}!");
    assert_eq!(AR.greeting("Mele"), "مرحباً، \u{2068}Mele\u{2069}");
    assert_eq!(AR.greeting("ميلي"), "مرحباً، ميلي");
    assert_eq!(EN.greeting("ميلي"), "Welcome, \u{2068}ميلي\u{2069}");
}

#[test]
fn a_number_chooses_its_form_exactly_or_by_the_rules_of_the_language() {
    let english: Vec<String> = [0, 1, 2, 1200].iter().map(|n| EN.seats(n)).collect();
    assert_eq!(
        english,
        [
            "No seat is left",
            "1 seat is left",
            "2 seats are left",
            "1,200 seats are left"
        ]
    );
    let french: Vec<String> = [0, 1, 2].iter().map(|n| FR.seats(n)).collect();
    assert_eq!(
        french,
        ["Plus une place", "Il reste 1 place", "Il reste 2 places"]
    );
    let arabic: Vec<String> = [0, 1, 2, 3, 11, 100].iter().map(|n| AR.seats(n)).collect();
    assert_eq!(
        arabic,
        [
            "لم يبق أي مقعد",
            "بقي مقعد واحد",
            "بقي مقعدان",
            "بقيت 3 مقاعد",
            "بقي 11 مقعداً",
            "بقي 100 مقعد"
        ]
    );
}

#[test]
fn a_text_chooses_its_wording() {
    assert_eq!(EN.place("online", "Bangkok"), "On line");
    assert_eq!(EN.place("hybrid", "Bangkok"), "In Bangkok and on line");
    assert_eq!(FR.place("anything", "Bangkok"), "À Bangkok");
    assert_eq!(AR.place("online", "بانكوك"), "عن بُعد");
}

#[test]
fn arguments_keep_the_english_order_in_every_language() {
    assert_eq!(EN.two("Mele", 1, 5), "Mele took one seat of 5.");
    assert_eq!(FR.two("Mele", 1, 5), "Sur 5 places, Mele en a pris une.");
    assert_eq!(AR.two("ميلي", 2, 5), "حجز ميلي مقعدين من أصل 5.");
}

#[test]
fn braces_in_words_stay_braces() {
    assert_eq!(EN.braces("x"), "{ x } and nothing else");
    assert_eq!(FR.braces("x"), "{ x } et rien d’autre");
}
