//! The commands as an operator and the contract see them.
use crate::program::Program;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn the_demonstration_prints_the_lines_of_the_contract_and_nothing_else() {
    let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
    sala.args(["demo", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = sala.spawn().expect("sala starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it has a standard output")).lines();
    let mut said = Vec::new();
    for line in lines.by_ref().map_while(Result::ok) {
        said.push(line);
        if said.last().is_some_and(|line| line == "ready") {
            break;
        }
    }
    let stopped = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status();
    assert!(stopped.expect("kill can be run").success());
    let ended = child.wait().expect("it can be waited for");
    let after: Vec<String> = lines.map_while(Result::ok).collect();
    assert!(ended.success(), "a stop by SIGTERM is no failure: {ended}");
    assert!(after.is_empty(), "{after:?}");
    assert_eq!(said.len(), 11, "{said:#?}");
    let host = said[0]
        .strip_prefix("listening on http://")
        .expect("first the address");
    let roles = [
        "administrator",
        "officer",
        "registrar",
        "focal-point",
        "contributor",
        "provider",
        "chair",
        "delegate",
    ];
    for (line, role) in said[1..9].iter().zip(roles) {
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!((words.len(), words[0], words[1]), (4, "account", role), "{line}");
        assert!(base::Email::parse(words[2]).is_ok(), "{line}");
    }
    assert_eq!(said[9], format!("mail http://{host}/dev/mail"));
    assert_eq!(said[10], "ready");
}

#[test]
fn an_empty_folder_needs_no_configuration() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let run = |arguments: &[&str]| {
        let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
        let output = sala
            .args(arguments)
            .current_dir(folder.path())
            .env_remove("SALA_DATABASE_URL")
            .output();
        let output = output.expect("sala runs");
        (
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    let (well, said) = run(&["check"]);
    assert!(
        !well && said.contains("run `sala migrate`") || said.contains("problem"),
        "{said}"
    );
    let (well, said) = run(&["migrate"]);
    assert!(well && said.contains("applied 0001_kit.sql"), "{said}");
    let (well, said) = run(&["check"]);
    assert!(well, "{said}");
    let (well, said) = run(&["routes"]);
    assert!(
        well && said.contains("/e/{slug}") && said.contains("/l/{token}"),
        "{said}"
    );
}

#[test]
fn p18_the_log_never_has_a_password_however_much_is_logged() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("log");
    let demo = Program::demo_that_logs(std::fs::File::create(&path).expect("the log can be made"));
    let body = "email=nobody%40foreign.example&password=lagoon-and-brass-17";
    assert_eq!(demo.post("/sign-in", body).0, 422);
    assert_eq!(demo.get(&format!("/sign-in?{body}"), &[]).0, 200);
    drop(demo);
    let log = std::fs::read_to_string(&path).expect("the log can be read");
    assert!(log.contains("/sign-in") && log.contains("status=422"), "{log}");
    assert!(!log.contains("lagoon"), "{log}");
}
