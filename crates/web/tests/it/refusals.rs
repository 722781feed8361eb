//! No page: the answer is one all the same, in the reader's language, and tells nothing of the inside.
use crate::program::Program;
use i18n::Locale;
use web::words::Words;

#[tokio::test]
async fn an_unknown_address_is_a_page_in_the_readers_language() {
    let program = Program::new().await;
    for (uri, locale) in [
        ("/nowhere", Locale::En),
        ("/fr/nowhere", Locale::Fr),
        ("/ar/e/x/y/z", Locale::Ar),
    ] {
        let answer = program.get(uri).await;
        assert_eq!(answer.status, 404, "{uri}");
        assert!(
            answer.text.contains(&format!(
                "<html lang=\"{}\" dir=\"{}\"",
                locale.tag(),
                locale.dir()
            )),
            "{uri}"
        );
        assert!(
            answer
                .text
                .contains(&format!("<h1>{}</h1>", Words(locale).not_found())),
            "{uri}"
        );
        assert_eq!(answer.header("cache-control"), "no-store", "{uri}");
        assert!(!answer.text.contains("rel=\"alternate\""), "{uri}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_a_page_that_names_the_right_ones() {
    let program = Program::new().await;
    let answer = program
        .ask("POST", "/desk", &[("sec-fetch-site", "same-origin")], "")
        .await;
    assert_eq!(answer.status, 405);
    assert!(answer.header("allow").contains("GET"), "{:?}", answer.headers);
    assert!(answer.text.contains(Words(Locale::En).wrong_method()));
}

#[tokio::test]
async fn a_fault_shows_its_number_and_nothing_else() {
    let program = Program::new().await;
    let answer = program.get("/broken").await;
    assert_eq!(answer.status, 500);
    assert!(!answer.text.contains("drawer"));
    assert!(answer.text.contains(Words(Locale::En).problem_id()));
    assert_eq!(answer.header("retry-after"), "");
}

#[tokio::test]
async fn a_page_that_stops_in_the_middle_is_a_fault_and_the_next_request_is_answered() {
    let program = Program::new().await;
    let answer = program.get("/panics").await;
    assert_eq!(answer.status, 500);
    assert!(answer.text.contains(Words(Locale::En).fault()) && !answer.text.contains("drawer"));
    assert_eq!(program.get("/").await.status, 200);
}

#[tokio::test]
async fn come_back_later_says_when() {
    let program = Program::new().await;
    for (path, status, seconds) in [("/gone", 503, "5"), ("/often", 429, "3")] {
        let answer = program.get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("retry-after")),
            (status, seconds),
            "{path}"
        );
        assert!(
            answer.text.contains("<h1>") && !answer.text.contains("drawer"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_the_address_asks_wrongly_is_a_page_too() {
    let program = Program::new().await;
    for uri in ["/numbers?n=many", "/numbers", "/e/%ff"] {
        let answer = program.get(uri).await;
        assert_eq!(answer.status, 400, "{uri}");
        assert!(
            answer.text.contains(Words(Locale::En).bad_request()),
            "{uri}: {}",
            answer.text
        );
    }
}

#[tokio::test]
async fn signing_in_first_leads_back_and_keeps_the_language() {
    let program = Program::new().await;
    assert_eq!(
        program.get("/e/x/mine").await.header("location"),
        "/sign-in?next=/e/x/mine"
    );
    let french = program.get("/fr/e/x/mine").await;
    assert_eq!(
        (french.status.as_u16(), french.header("location")),
        (303, "/sign-in?next=/e/x/mine&lang=fr")
    );
}
