//! Pages kept in memory, asked for by readers who play tricks.
use crate::program::{Headers, LARGE, Program};
use std::sync::Arc;
use std::sync::atomic::Ordering;

const SESSION: &str = "__Host-s=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

fn made(program: &Program) -> usize {
    program.made.load(Ordering::SeqCst)
}

#[tokio::test]
async fn a_page_is_made_once_and_given_in_the_form_the_reader_takes() {
    let program = Program::new().await;
    let forms: [(Headers<'_>, &str); 5] = [
        (&[("accept-encoding", "gzip, deflate, br")], "br"),
        (&[("accept-encoding", "gzip")], "gzip"),
        (&[("accept-encoding", "br;q=0, gzip;q=0.5")], "gzip"),
        (&[], ""),
        (&[("accept-encoding", "identity")], ""),
    ];
    let mut tags = Vec::new();
    for (headers, coding) in forms {
        let answer = program.ask("GET", "/public/one", headers, "").await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-encoding")),
            (200, coding)
        );
        assert_eq!(answer.header("content-length"), answer.bytes.to_string());
        assert!(answer.all("vary").contains("accept-encoding") && answer.all("vary").contains("cookie"));
        assert!(!answer.header("content-security-policy").is_empty());
        tags.push(answer.header("etag").to_owned());
    }
    assert_eq!(made(&program), 1);
    assert!(
        tags[0] != tags[1] && tags[1] != tags[3] && tags[1] == tags[2] && tags[3] == tags[4],
        "{tags:?}"
    );
    let known = format!("\"other\", W/{}", tags[0]);
    let headers = [("accept-encoding", "br"), ("if-none-match", known.as_str())];
    let unchanged = program.ask("GET", "/public/one", &headers, "").await;
    assert_eq!((unchanged.status.as_u16(), unchanged.bytes), (304, 0));
    assert_eq!(unchanged.header("etag"), tags[0]);
    assert!(unchanged.header("content-length").is_empty() && !unchanged.header("cache-control").is_empty());
    let head = program.ask("HEAD", "/public/one", &[], "").await;
    assert_eq!((head.status.as_u16(), head.bytes), (200, 0));
    assert!(head.header("content-length").parse::<usize>().unwrap() > 100);
    assert_eq!(made(&program), 1);
}

#[tokio::test]
async fn who_is_signed_in_is_never_given_a_kept_page_and_who_only_waits_for_a_link_is() {
    let program = Program::new().await;
    program.get("/public/one").await;
    for cookie in ["__Host-b=x", "lang=en", "a=b; __Host-b=y; lang=en", "x__Host-s=1"] {
        let answer = program.ask("GET", "/public/one", &[("cookie", cookie)], "").await;
        assert!(!answer.header("etag").is_empty(), "{cookie}");
    }
    assert_eq!(made(&program), 1);
    let passing: [Headers<'_>; 3] = [
        &[("cookie", SESSION)],
        &[("cookie", "lang=en;__Host-s=short")],
        &[("authorization", "Bearer x")],
    ];
    for headers in passing {
        let answer = program.ask("GET", "/public/one", headers, "").await;
        assert!(answer.header("etag").is_empty(), "{headers:?}");
    }
    assert_eq!(made(&program), 4);
}

#[tokio::test]
async fn ten_thousand_query_strings_are_one_page() {
    let program = Program::new().await;
    let first = program.get("/public/one").await;
    for n in 0..10_000 {
        let answer = program
            .get(&format!("/public/one?utm_source={n}&x[{n}]=%00"))
            .await;
        assert!(answer.text == first.text, "{n}");
    }
    assert_eq!(made(&program), 1);
    let second = program.get("/public/one?page=2&utm_source=1").await;
    assert!(second.text.contains("page=2") && !second.text.contains("utm_source"));
    assert_eq!(program.get("/public/one?page=2").await.text, second.text);
    assert_eq!(made(&program), 2, "what the page declares is a page of its own");
}

#[tokio::test]
async fn pages_in_memory_take_64_mib_and_no_more() {
    let program = Program::new().await;
    let most = 64 * 1024 * 1024 / LARGE;
    let ask_all = async || {
        for n in 0..2 * most {
            let answer = program.get(&format!("/public/large?page={n}")).await;
            assert_eq!((answer.status.as_u16(), answer.bytes), (200, LARGE));
        }
    };
    ask_all().await;
    assert_eq!(made(&program), 2 * most);
    ask_all().await;
    let kept = 4 * most - made(&program);
    assert!(
        (1..=most).contains(&kept),
        "{kept} large pages were kept, {most} fit"
    );
}

#[tokio::test]
async fn a_stranger_cannot_put_anything_into_a_page_for_others() {
    let program = Program::new().await;
    let tricks: [Headers<'_>; 6] = [
        &[("x-forwarded-host", "evil.example")],
        &[("forwarded", "host=evil.example;proto=http")],
        &[("x-original-url", "/desk"), ("x-rewrite-url", "/desk")],
        &[
            ("user-agent", "<script>alert(1)</script>"),
            ("referer", "https://evil.example/"),
        ],
        &[("accept-language", "xx, <b>"), ("accept", "application/json")],
        &[("range", "bytes=0-10"), ("x-http-method-override", "DELETE")],
    ];
    for headers in tricks {
        let answer = program.ask("GET", "/public/one", headers, "").await;
        assert_eq!(answer.status.as_u16(), 200, "{headers:?}");
        assert!(
            !answer.text.contains("evil") && !answer.text.contains("alert"),
            "{headers:?}"
        );
    }
    assert_eq!(made(&program), 1, "none of them is a page of its own");
    let poisoned = program
        .ask("GET", "/public/two", &[("host", "evil.example")], "")
        .await;
    assert_eq!(poisoned.status.as_u16(), 421);
    let clean = program.get("/public/two").await;
    assert!(clean.status.as_u16() == 200 && !clean.text.contains("evil"));
    let french = program
        .ask("GET", "/public/one", &[("accept-language", "fr")], "")
        .await;
    assert!(french.text.contains("<html lang=\"fr\""));
    let english = program
        .ask(
            "GET",
            "/public/one",
            &[("accept-language", "fr"), ("cookie", "lang=en")],
            "",
        )
        .await;
    assert!(english.text.contains("<html lang=\"en\""));
    let chosen = program.get("/public/one?lang=ar").await;
    assert!(!chosen.header("set-cookie").is_empty() && chosen.header("etag").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn one_makes_the_page_for_a_crowd() {
    let program = Arc::new(Program::new().await);
    let visit = |_| {
        let program = program.clone();
        tokio::spawn(async move { program.get("/public/slow").await.status.as_u16() })
    };
    for visitor in (0..200).map(visit).collect::<Vec<_>>() {
        assert_eq!(visitor.await.unwrap(), 200);
    }
    assert_eq!(made(&program), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_in_line_for_a_page_that_cannot_be_kept() {
    let program = Arc::new(Program::new().await);
    let began = tokio::time::Instant::now();
    let visit = |_| {
        let program = program.clone();
        tokio::spawn(async move { program.get("/passing/slow").await })
    };
    for visitor in (0..50).map(visit).collect::<Vec<_>>() {
        let answer = visitor.await.unwrap();
        assert!(answer.status.as_u16() == 200 && answer.header("etag").is_empty());
    }
    let took = began.elapsed();
    assert_eq!(made(&program), 50);
    assert!(
        took.as_millis() < 3000,
        "each waited for the one before: {took:?}"
    );
}

#[tokio::test]
async fn errors_redirects_and_pages_that_set_a_cookie_are_not_kept() {
    let program = Program::new().await;
    for path in ["/public/none", "/public/away", "/public/cookie", "/public/broken"] {
        for _ in 0..2 {
            assert!(program.get(path).await.header("etag").is_empty(), "{path}");
        }
    }
    assert_eq!(made(&program), 8);
}
