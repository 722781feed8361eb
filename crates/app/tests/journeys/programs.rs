//! A stranger's program reads the document and tries every operation with whatever the document allows, and with what
//! it does not: no fault, and no answer that the document does not tell. Once without a token, and once in the name of
//! each role that may do what the others may not.
use crate::browser::{Browser, Scripts};
use crate::demo::Demo;
use crate::{story, walk};
use std::path::Path;
use std::process::Command;

/// Nobody, and those whose programs try.
const WHO: [&str; 4] = ["", "delegate", "officer", "administrator"];

/// At most so many tries of one kind for each operation: about a minute together.
const EXAMPLES: &str = "12";

/// So many operations must have been answered with what one hopes for, or the tries say little.
const ANSWERED: usize = 25;

/// What is held against every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance,negative_data_rejection,missing_required_header,\
    unsupported_method,allow_header_conformance,use_after_free,ensure_resource_availability,ignored_auth";

/// 428 is the answer that RFC 6585 made for a missing `If-Match`; what cannot be an address is not found before.
const CONFIGURATION: &str =
    "[checks.missing_required_header]\nexpected-statuses = [400, 401, 403, 404, 422, 428]\n";

#[test]
fn a_stranger_finds_no_fault_and_nothing_undocumented() {
    if Command::new("schemathesis").arg("--version").output().is_err() {
        assert!(
            !testkit::say::required("schemathesis"),
            "SALA_REQUIRE names schemathesis, and it is not installed"
        );
        testkit::say::loudly(
            "SKIPPED: schemathesis is not installed; the API was not tried against its document",
        );
        return;
    }
    walk(|| async {
        let demo = Demo::start();
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::write(folder.path().join("schemathesis.toml"), CONFIGURATION).expect("it can be written");
        for role in WHO {
            let token = match role {
                "" => None,
                _ => Some(token(&demo, role).await),
            };
            try_everything(&demo, folder.path(), role, token.as_deref());
            if let Some(token) = token {
                let me = demo.ask("/api/v1/me", &format!("Authorization: Bearer {token}\r\n"));
                assert!(
                    me.starts_with("HTTP/1.1 200"),
                    "the token was good to the end: {me}"
                );
            }
        }
        let answered = demo.operations_answered();
        testkit::say::loudly(&format!(
            "{answered} operations were answered with what one hopes for"
        ));
        assert!(answered >= ANSWERED, "{answered} operations are too few");
    });
}

fn try_everything(demo: &Demo, folder: &Path, role: &str, token: Option<&str>) {
    let mut strange = Command::new("schemathesis");
    strange.args(["run", &demo.url("/api/openapi.json")]);
    strange.args(["--max-examples", EXAMPLES, "--seed", "4", "--checks", CHECKS]);
    strange.args(["--continue-on-failure", "--no-color", "--warnings", "off"]);
    strange.args(["--suppress-health-check", "all"]);
    if let Some(token) = token {
        strange.args(["--header", &format!("Authorization: Bearer {token}")]);
        // It would end the token it asks with, and learn nothing more.
        for ends in ["revoke_token", "sign_account_out", "disable_account"] {
            strange.args(["--exclude-operation-id", ends]);
        }
    }
    let output = strange.current_dir(folder).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let summary = said
        .rfind("= SUMMARY =")
        .map_or(0, |at| said[..at].rfind('\n').unwrap_or(0));
    testkit::say::loudly(&format!(
        "schemathesis, {}{}",
        if role.is_empty() { "nobody" } else { role },
        &said[summary..]
    ));
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A token for everything, made as a person makes one.
async fn token(demo: &Demo, role: &str) -> String {
    let browser = Browser::open(Scripts::On).await;
    story::sign_in(demo, &browser, role).await;
    browser.go(&demo.url("/account/tokens?lang=en")).await;
    browser.fill("What it is for", "A stranger").await;
    browser
        .run("document.querySelectorAll('[name=scope]').forEach(one => one.checked = true)")
        .await;
    browser.press("Make the token").await;
    browser.see("it is shown only once").await;
    let text = browser.text().await;
    browser.close().await;
    let token = text
        .split_whitespace()
        .find(|word| word.starts_with("sala_") && word.is_ascii());
    token.expect("the page shows the token").to_owned()
}
