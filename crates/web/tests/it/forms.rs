//! Bad input in a form: told, kept, never a fault.
use crate::program::{Answer, Program};
use axum::body::Body;
use web::Trouble;

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");

async fn urlencoded(body: impl Into<Body>) -> Answer {
    let headers = [OURS, ("content-type", "application/x-www-form-urlencoded")];
    Program::new().await.ask("POST", "/e/x", &headers, body).await
}

async fn multipart(parts: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (head, bytes) in parts {
        body.extend_from_slice(format!("--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--cut--\r\n");
    let headers = [OURS, ("content-type", "multipart/form-data; boundary=cut")];
    Program::new().await.ask("POST", "/e/x", &headers, body).await
}

#[tokio::test]
async fn what_a_field_cannot_hold_is_told_beside_it() {
    for (typed, trouble) in [
        ("caf%C3%A9", None),
        ("", None),
        ("two%0D%0Alines%09here", None),
        ("%D8%B9%E2%80%8F", None),
        ("a%00b", Some(Trouble::OddSigns)),
        ("a%07b", Some(Trouble::OddSigns)),
        ("a%7F", Some(Trouble::OddSigns)),
        ("%E2%80%AA", Some(Trouble::OddSigns)),
        ("%E2%80%AE", Some(Trouble::OddSigns)),
        ("%E2%81%A6", Some(Trouble::OddSigns)),
        ("%E2%81%A9", Some(Trouble::OddSigns)),
        ("%FF", Some(Trouble::Encoding)),
        ("caf%E9", Some(Trouble::Encoding)),
    ] {
        let answer = urlencoded(format!("name={typed}&other=kept")).await;
        assert_eq!(answer.status, 200, "{typed}");
        assert!(
            answer
                .text
                .lines()
                .next()
                .unwrap()
                .ends_with(&format!(" {trouble:?}")),
            "{typed}: {}",
            answer.text
        );
        assert!(
            answer.text.contains("other 4 None"),
            "{typed}: nothing else is lost"
        );
    }
}

#[tokio::test]
async fn ten_megabytes_in_one_field_lose_no_other() {
    let long = "x".repeat(10 * 1024 * 1024);
    let plain = urlencoded(format!("name={long}&other=kept")).await;
    assert_eq!(
        (plain.status.as_u16(), plain.text.as_str()),
        (200, "name 65536 Some(TooLong)\nother 4 None")
    );
    let parts = multipart(&[("name=\"name\"", long.as_bytes()), ("name=\"other\"", b"kept")]).await;
    assert_eq!(
        (parts.status.as_u16(), parts.text.as_str()),
        (200, "name 65536 Some(TooLong)\nother 4 None")
    );
}

#[tokio::test]
async fn files_of_ten_megabytes_arrive_and_larger_ones_are_told() {
    let (fine, large) = (vec![1_u8; 10 * 1024 * 1024], vec![1_u8; 12 * 1024 * 1024 + 1]);
    let letter = "name=\"letter\"; filename=\"note.pdf\"";
    let answer = multipart(&[("name=\"a\"", b"1"), (letter, &fine)]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.text.as_str()),
        (200, "a 1 None\nletter note.pdf Some(10485760)")
    );
    let answer = multipart(&[(letter, &large), ("name=\"a\"", b"1")]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.text.as_str()),
        (200, "a 1 None\nletter note.pdf None")
    );
    let none = multipart(&[("name=\"letter\"; filename=\"\"", b""), ("name=\"a\"", b"1")]).await;
    assert_eq!(none.text, "a 1 None");
}

/// How many files lie in the store's folder, kept or arriving.
fn files_of(program: &Program) -> usize {
    let (mut folders, mut files) = (vec![program.files.path().to_owned()], 0);
    while let Some(folder) = folders.pop() {
        let inside = std::fs::read_dir(folder).expect("the folder can be read");
        for path in inside.map_while(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
            }
        }
    }
    files
}

#[tokio::test]
async fn a_file_nobody_keeps_goes_with_its_request() {
    let program = Program::new().await;
    let headers = [OURS, ("content-type", "multipart/form-data; boundary=cut")];
    let one = "--cut\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\nbytes\r\n";
    let answer = program
        .ask("POST", "/e/x", &headers, format!("{one}--cut--\r\n"))
        .await;
    assert_eq!((answer.text.as_str(), files_of(&program)), ("a a Some(5)", 0));
    // The second file is cut in the middle, the whole first one goes too.
    let cut = program
        .ask(
            "POST",
            "/e/x",
            &headers,
            format!("{one}{}", &one[..one.len() - 3]),
        )
        .await;
    assert_eq!((cut.status.as_u16(), files_of(&program)), (400, 0));
    let many = program
        .ask("POST", "/e/x", &headers, one.repeat(21) + "--cut--\r\n")
        .await;
    assert_eq!((many.status.as_u16(), files_of(&program)), (400, 0));
}

#[tokio::test]
async fn a_line_that_breaks_in_the_middle_of_a_file_leaves_nothing() {
    let program = Program::new().await;
    let headers = [OURS, ("content-type", "multipart/form-data; boundary=cut")];
    let head = "--cut\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n";
    let (sender, mut body) = tokio::sync::mpsc::unbounded_channel::<Result<String, std::io::Error>>();
    let body = Body::from_stream(futures_util::stream::poll_fn(move |cx| body.poll_recv(cx)));
    sender.send(Ok(format!("{head}{}", "x".repeat(100_000)))).unwrap();
    let asking = program.ask("POST", "/e/x", &headers, body);
    let watching = async {
        while files_of(&program) == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        sender.send(Err(std::io::Error::other("the line broke"))).unwrap();
    };
    let (answer, ()) = tokio::join!(asking, watching);
    assert_eq!((answer.status.as_u16(), files_of(&program)), (400, 0));
}

#[tokio::test]
async fn more_than_a_form_may_have_is_a_page_that_says_so() {
    let over = vec![b'x'; 24 * 1024 * 1024 + 1];
    let words = web::words::Words(i18n::Locale::En);
    for answer in [
        urlencoded(over.clone()).await,
        multipart(&[("name=\"f\"; filename=\"f\"", &over)]).await,
    ] {
        assert_eq!(answer.status, 413);
        assert!(answer.text.contains(words.too_large()));
    }
}

#[tokio::test]
async fn what_is_no_form_is_a_page_that_says_so() {
    let program = Program::new().await;
    for (kind, body) in [
        ("application/json", "{}"),
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=cut", "--cut\r\nbroken"),
    ] {
        let answer = program
            .ask("POST", "/e/x", &[OURS, ("content-type", kind)], body)
            .await;
        assert_eq!(answer.status, 400, "{kind}");
        assert!(answer.text.contains("<h1>"), "{kind}");
    }
}

#[test]
fn each_trouble_has_a_sentence_in_every_language() {
    let mut said = std::collections::BTreeSet::new();
    for locale in i18n::Locale::ALL {
        for trouble in [Trouble::TooLong, Trouble::Encoding, Trouble::OddSigns] {
            said.insert(trouble.sentence(locale));
        }
    }
    assert_eq!(said.len(), 18);
}
