//! Which requests are let in: the names of the host, and where a form was sent from.
use crate::program::Program;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn p17_l25_a_form_is_taken_only_from_a_page_of_ours() {
    let program = Program::new().await;
    let table: &[(&[(&str, &str)], u16)] = &[
        (&[("sec-fetch-site", "same-origin")], 200),
        (&[("sec-fetch-site", "none")], 200),
        (&[("sec-fetch-site", "same-site")], 403),
        (&[("sec-fetch-site", "cross-site")], 403),
        (
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "https://forum.example"),
            ],
            403,
        ),
        (&[("sec-fetch-site", "surprise")], 403),
        (&[("origin", "https://forum.example")], 200),
        (&[("origin", "http://forum.example")], 403),
        (&[("origin", "https://forum.example.evil.example")], 403),
        (&[("origin", "https://forum.example@evil.example")], 403),
        (&[("origin", "https://forum.example:8443")], 403),
        (
            &[
                ("origin", "https://evil.example"),
                ("referer", "https://forum.example/e/x"),
            ],
            403,
        ),
        (&[("origin", "null")], 403),
        (
            &[("origin", "null"), ("referer", "https://forum.example/e/x")],
            200,
        ),
        (&[("referer", "https://forum.example/e/x")], 200),
        (&[("referer", "https://evil.example/https://forum.example/")], 403),
        (&[], 403),
    ];
    for (headers, status) in table {
        let headers: Vec<_> = headers.iter().copied().chain([FORM]).collect();
        let answer = program.ask("POST", "/e/x", &headers, "a=1").await;
        assert_eq!(answer.status.as_u16(), *status, "{headers:?}");
        assert_eq!(answer.text.contains("<h1>"), *status == 403, "{headers:?}");
    }
    let read = program
        .ask("GET", "/e/x", &[("sec-fetch-site", "cross-site")], "")
        .await;
    assert_eq!(read.status, 200);
}

#[tokio::test]
async fn l29_only_our_own_name_is_answered() {
    let strict = Program::new().await;
    let demo =
        Program::with(|site| (site.public_url, site.demo) = ("http://127.0.0.1:8080".to_owned(), true)).await;
    for (program, host, status) in [
        (&strict, "forum.example", 200),
        (&strict, "Forum.Example", 200),
        (&strict, "evil.example", 421),
        (&strict, "localhost", 421),
        (&strict, "forum.example.evil.example", 421),
        (&demo, "127.0.0.1:8080", 200),
        (&demo, "localhost:9000", 200),
        (&demo, "[::1]:8080", 200),
        (&demo, "localhost.evil.example", 421),
        (&demo, "evil.example", 421),
    ] {
        assert_eq!(
            program
                .ask("GET", "/", &[("host", host)], "")
                .await
                .status
                .as_u16(),
            status,
            "{host}"
        );
    }
    assert_eq!(
        strict
            .ask("GET", "/health/live", &[("host", "10.0.0.7")], "")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn the_clock_is_moved_by_a_program_in_the_demonstration_only() {
    let demo = Program::with(|site| (site.dev, site.demo) = (true, true)).await;
    let json = ("content-type", "application/json");
    let before = demo.app.now();
    let answer = demo
        .ask("POST", "/dev/clock", &[json], r#"{"advance_s": 61}"#)
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(demo.app.now().duration_since(before).as_secs(), 61);
    let page = demo
        .ask(
            "POST",
            "/dev/clock",
            &[json, ("origin", "https://evil.example")],
            r#"{"advance_s": 61}"#,
        )
        .await;
    assert_eq!(page.status, 403);
    let dev = Program::with(|site| site.dev = true).await;
    let ours = [json, ("sec-fetch-site", "same-origin")];
    assert_eq!(
        dev.ask("POST", "/dev/clock", &ours, r#"{"advance_s": 61}"#)
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn pages_for_developers_are_there_only_when_asked_for() {
    let (dev, plain) = (Program::with(|site| site.dev = true).await, Program::new().await);
    for path in ["/styleguide", "/dev/gallery", "/dev/mail", "/dev/mail.json"] {
        assert_eq!(dev.get(path).await.status, 200, "{path}");
        assert_eq!(plain.get(path).await.status, 404, "{path}");
    }
    assert_eq!(dev.get("/dev/mail.json").await.text, "[]");
}
