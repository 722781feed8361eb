//! The language of a page, how it is changed, and how it goes along.
use crate::program::{Headers, Program};

#[tokio::test]
async fn the_language_is_chosen_without_leading_elsewhere() {
    let program = Program::new().await;
    let table: &[(&str, Headers<'_>, &str)] = &[
        ("/e/x", &[], "en"),
        ("/e/x", &[("accept-language", "fr-CA, en;q=0.5")], "fr"),
        ("/e/x", &[("accept-language", "fr"), ("cookie", "lang=ar")], "ar"),
        (
            "/ar/e/x",
            &[("accept-language", "fr"), ("cookie", "lang=fr")],
            "ar",
        ),
        ("/e/x?lang=fr", &[("cookie", "lang=ar")], "fr"),
        ("/e/x", &[("cookie", "lang=ru")], "ru"),
        ("/zh/e/x", &[], "zh"),
        ("/e/x", &[("accept-language", "es-MX")], "es"),
        ("/e/x", &[("cookie", "lang=de")], "en"),
        ("/e/x", &[("cookie", "lang=\"><script>")], "en"),
        ("/fr", &[], "fr"),
    ];
    for (uri, headers, lang) in table {
        let answer = program.ask("GET", uri, headers, "").await;
        assert_eq!(answer.status, 200, "{uri}");
        assert!(
            answer.text.contains(&format!("<html lang=\"{lang}\"")),
            "{uri} {headers:?}"
        );
        assert_eq!(answer.header("content-language"), *lang);
    }
    assert_eq!(
        program.get("/de/e/x").await.status,
        404,
        "a language that is none of the six has no address"
    );
}

#[tokio::test]
async fn the_switch_offers_all_languages_and_keeps_the_question() {
    let program = Program::new().await;
    let public = program.get("/fr/e/x?page=2").await.text;
    for lang in ["ar", "zh", "en", "fr", "ru", "es"] {
        assert!(
            public.contains(&format!("href=\"/{lang}/e/x?page=2\" lang=\"{lang}\"")),
            "{lang}"
        );
        assert!(
            public.contains(&format!(
                "hreflang=\"{lang}\" href=\"https://forum.example/{lang}/e/x\""
            )),
            "{lang}"
        );
    }
    let sign_in = program.get("/sign-in?next=/e/x/register&lang=fr").await.text;
    assert!(
        sign_in.contains("href=\"/sign-in?next=/e/x/register&#38;lang=ar\""),
        "{sign_in}"
    );
    assert!(!sign_in.contains("rel=\"alternate\""));
}

#[tokio::test]
async fn a_chosen_language_is_remembered() {
    let program = Program::new().await;
    let cookie = program.get("/sign-in?lang=ar").await.all("set-cookie");
    for part in [
        "lang=ar;",
        "Path=/",
        "SameSite=Lax",
        "HttpOnly",
        "Secure",
        "Max-Age=",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Expires"));
    assert_eq!(program.get("/sign-in?lang=xx").await.all("set-cookie"), "");
}

#[tokio::test]
async fn links_to_pages_without_a_language_in_their_address_take_it_along() {
    let page = Program::new().await.get("/fr/e/x").await.text;
    assert!(page.contains("href=\"/sign-in?lang=fr\""));
    assert!(page.contains("class=\"mark\" href=\"/fr\""));
}

#[tokio::test]
async fn an_address_that_is_no_page_is_told_in_its_language() {
    let program = Program::new().await;
    for uri in ["/ar/nowhere", "/ar/sign-up", "/ar/desk"] {
        let answer = program.ask("GET", uri, &[("cookie", "lang=fr")], "").await;
        assert_eq!(answer.status, 404, "{uri}");
        assert!(answer.text.contains("<html lang=\"ar\" dir=\"rtl\""), "{uri}");
    }
}
