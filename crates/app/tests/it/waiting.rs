//! Thousands of pages that wait for a link stay open at once in little memory, and hear all the same.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Where so many files may not be open, as many as may, in proportion.
const PAGES: usize = 10_000;
/// In a build without optimization; of the one that is served, 20 is the limit, and the measurements look at it.
const KILOBYTES_A_PAGE: usize = 30;

#[test]
fn l09_ten_thousand_waiting_pages_stay_open_in_little_memory_and_hear() {
    let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
    sala.args(["demo", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = sala.spawn().expect("sala starts");
    let lines = BufReader::new(child.stdout.take().expect("it has a standard output")).lines();
    let said: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| line != "ready")
        .collect();
    let host = said[0].replace("listening on http://", "");
    let account = said
        .iter()
        .find_map(|line| line.strip_prefix("account delegate "));
    let (email, password) = account
        .and_then(|account| account.split_once(' '))
        .expect("the demonstration has a delegate");
    let begun = post(
        &host,
        "/sign-in",
        "",
        &format!("email={email}&password={password}"),
    );
    let (_, cookie) = begun
        .split_once("set-cookie: __Host-b=")
        .expect("a browser's cookie");
    let cookie = format!("__Host-b={}", &cookie[..43]);

    let pages = PAGES.min(may_be_open() - 500);
    let before = peak(child.id());
    let mut ears: Vec<TcpStream> = (0..pages).map(|_| wait(&host, &cookie)).collect();
    let grown = peak(child.id()) - before;
    let shown = ask(&host, "GET /sign-in/check-email", &cookie, "");
    let (flow, _) = shown
        .split_once("name=\"flow\" value=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("the page tells its sign-in");
    let cancelled = post(&host, "/sign-in/cancel", &cookie, &format!("flow={flow}"));
    assert!(cancelled.starts_with("HTTP/1.1 303"), "{cancelled}");
    for ear in &mut ears {
        let mut heard = String::new();
        ear.read_to_string(&mut heard).expect("the answer ends");
        assert!(heard.contains("This sign-in has ended"), "{heard}");
    }
    child.kill().expect("it can be ended");
    child.wait().expect("it can be waited for");
    eprintln!("{pages} pages that wait: {grown} kB");
    assert!(grown < pages * KILOBYTES_A_PAGE, "{pages} pages: {grown} kB");
}

/// A page that has heard that it waits.
fn wait(host: &str, cookie: &str) -> TcpStream {
    let mut line = open(host, "GET /sign-in/events", cookie, "");
    let (mut heard, mut piece) = (Vec::new(), [0; 1024]);
    while !heard.windows(6).any(|part| part == b"data: ") {
        let read = line.read(&mut piece).expect("it answers");
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&heard));
        heard.extend_from_slice(&piece[..read]);
    }
    line
}

fn post(host: &str, path: &str, cookie: &str, body: &str) -> String {
    ask(host, &format!("POST {path}"), cookie, body)
}

fn ask(host: &str, what: &str, cookie: &str, body: &str) -> String {
    let mut answer = String::new();
    let mut line = open(host, what, cookie, body);
    line.read_to_string(&mut answer).expect("it answers");
    answer
}

fn open(host: &str, what: &str, cookie: &str, body: &str) -> TcpStream {
    let mut line = TcpStream::connect(host).expect("sala listens");
    let patience = Some(Duration::from_secs(20));
    line.set_read_timeout(patience).expect("a time can be set");
    let head = format!(
        "{what} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    line.write_all(head.as_bytes()).expect("it takes the request");
    line
}

/// How many files this process may have open.
fn may_be_open() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").expect("the system tells");
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().next());
    soft.and_then(|text| text.parse().ok()).unwrap_or(PAGES)
}

/// The most memory the process has had, in kB.
fn peak(process: u32) -> usize {
    let about = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = about.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next());
    kilobytes
        .and_then(|text| text.parse().ok())
        .expect("the system tells")
}
