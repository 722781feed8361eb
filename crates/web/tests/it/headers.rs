//! The headers of every answer, pages or not.
use crate::program::{Headers, Program};

#[tokio::test]
async fn w01_every_answer_carries_the_headers() {
    let program = Program::with(|site| site.dev = true).await;
    for uri in [
        "/",
        "/fr/e/x",
        "/nowhere",
        "/broken",
        "/panics",
        "/e/x/mine",
        "/health/live",
        "/dev/mail.json",
    ] {
        let answer = program.get(uri).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ] {
            assert_eq!(answer.header(name), value, "{uri}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"), "{uri}");
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "img-src 'self'",
            "form-action 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "manifest-src 'self'",
        ] {
            assert!(policy.contains(part), "{uri}: {part}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains("nonce"), "{uri}");
    }
    let misdirected = program.ask("GET", "/", &[("host", "evil.example")], "").await;
    assert_eq!(misdirected.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn w01_without_tls_nothing_is_promised_about_it() {
    let program = Program::with(|site| site.public_url = "http://forum.example".to_owned()).await;
    assert_eq!(program.get("/").await.header("strict-transport-security"), "");
}

#[tokio::test]
async fn a_shared_cache_keeps_only_what_is_everybodys() {
    let program = Program::new().await;
    let public = "public, max-age=0, s-maxage=30, stale-while-revalidate=300";
    let table: &[(&str, &str, Headers<'_>, &str)] = &[
        ("GET", "/e/x", &[], public),
        ("GET", "/fr/e/x", &[], public),
        ("GET", "/e/x", &[("x-signed-in", "1")], "private, no-store"),
        (
            "GET",
            "/numbers?n=1",
            &[("x-signed-in", "1")],
            "private, no-store",
        ),
        ("GET", "/sign-in", &[], "private, no-store"),
        ("GET", "/e/x?lang=fr", &[], "private, no-store"),
        ("GET", "/e/x/mine", &[], "private, no-store"),
        (
            "POST",
            "/e/x",
            &[("sec-fetch-site", "same-origin")],
            "private, no-store",
        ),
        ("GET", "/broken", &[], "no-store"),
    ];
    for (method, uri, headers, keeps) in table {
        let answer = program.ask(method, uri, headers, "").await;
        assert_eq!(
            answer.header("cache-control"),
            *keeps,
            "{method} {uri} {headers:?}"
        );
    }
    let vary = |text: String| text.to_ascii_lowercase();
    let plain = vary(program.get("/e/x").await.all("vary"));
    assert!(
        plain.contains("cookie") && plain.contains("accept-language") && plain.contains("accept-encoding"),
        "{plain}"
    );
    let prefixed = vary(program.get("/fr/e/x").await.all("vary"));
    assert!(
        prefixed.contains("cookie") && !prefixed.contains("accept-language"),
        "{prefixed}"
    );
}

#[tokio::test]
async fn assets_are_kept_for_ever_and_a_page_needs_three_requests() {
    let program = Program::new().await;
    let page = program.get("/").await.text;
    let linked: Vec<&str> = page
        .split('"')
        .filter(|part| part.starts_with("/assets/"))
        .collect();
    assert_eq!(linked.len(), 2, "the icon and the script: {linked:?}");
    for path in linked {
        let answer = program.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.header("cache-control").contains("immutable"), "{path}");
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'",
            "{path}"
        );
        for name in [
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "strict-transport-security",
        ] {
            assert_ne!(answer.header(name), "", "{path}: {name}");
        }
    }
    let desk = program.get("/desk").await.text;
    assert_eq!(
        desk.split('"')
            .filter(|part| part.starts_with("/assets/"))
            .count(),
        3
    );
    assert!(!desk.contains("<style"));
}

#[tokio::test]
async fn a_page_travels_compressed() {
    let program = Program::new().await;
    let (whole, small) = (
        program.get("/").await,
        program.ask("GET", "/", &[("accept-encoding", "br")], "").await,
    );
    assert_eq!(small.header("content-encoding"), "br");
    assert!(whole.bytes > 16_000, "{}", whole.bytes);
    // The frame with the inlined style: what is left of 15 KB is the page's own.
    assert!(small.bytes < 6 * 1024, "{}", small.bytes);
}
