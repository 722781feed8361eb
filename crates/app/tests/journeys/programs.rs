//! A stranger's program reads the document and tries every operation with whatever the document allows, and with what
//! it does not: no fault, and no answer that the document does not tell.
use crate::demo::Demo;
use base::{Clock, Email, Random};
use db::{Db, Options};
use people::token::{self, From, New};
use people::{Grant, Me, Role};
use std::process::Command;

/// At most so many tries of one kind for each operation: under two minutes together.
const EXAMPLES: &str = "12";

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
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let demo = Demo::start_in(folder.path());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime can be made");
    let token = runtime.block_on(token(&folder.path().join("sala.sqlite").display().to_string()));
    let mut strange = Command::new("schemathesis");
    strange.args([
        "run",
        &demo.url("/api/openapi.json"),
        "--max-examples",
        EXAMPLES,
        "--seed",
        "4",
    ]);
    strange.args([
        "--header",
        &format!("Authorization: Bearer {token}"),
        "--continue-on-failure",
    ]);
    strange.args([
        "--checks",
        CHECKS,
        "--no-color",
        "--suppress-health-check",
        "all",
        "--warnings",
        "off",
    ]);
    let output = strange.current_dir(folder.path()).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let summary = said
        .rfind("= SUMMARY =")
        .map_or(0, |at| said[..at].rfind('\n').unwrap_or(0));
    testkit::say::loudly(&said[summary..]);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What is held against every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance,negative_data_rejection,missing_required_header,\
    unsupported_method,allow_header_conformance,use_after_free,ensure_resource_availability,ignored_auth";

/// A token of somebody who may do everything, made beside the running demonstration.
async fn token(database: &str) -> String {
    let url = format!("sqlite:{database}").parse().expect("the address is one");
    let morning = "2022-08-15T02:00:00Z".parse().expect("the morning is an instant");
    let options = Options::new(url, Clock::starting_at(morning), Random::os());
    let db = Db::open(&options).await.expect("the database opens");
    let made = db.write(|tx| {
        let email = Email::parse("administrator@demo.sala.example").expect("the address is one");
        let account = people::account::by_email(tx, &email)?.expect("the demonstration has it");
        let me = Me {
            id: account.id,
            name: account.name,
            email: account.email,
            locale: i18n::Locale::En,
            roles: Vec::new(),
        };
        people::roles::grant(
            tx,
            me.id,
            Grant {
                role: Role::Officer,
                event: None,
            },
        )?;
        let scopes = [
            "read",
            "account:write",
            "events:write",
            "registrations:write",
            "desk",
            "roles",
        ];
        let new = New {
            name: "A stranger".to_owned(),
            scopes: scopes.map(str::to_owned).to_vec(),
            days: 7,
        };
        let from = From {
            ip: String::new(),
            ua: String::new(),
        };
        token::make(tx, &me, &new, &from)
    });
    made.await.expect("the token is made")
}
