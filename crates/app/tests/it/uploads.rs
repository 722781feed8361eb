//! Large files that many send at once go through the program without filling its memory.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

const FILE: usize = 10 * 1024 * 1024;
const SENDERS: usize = 5;

#[test]
fn a_hundred_megabytes_at_once_take_a_few_of_memory() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
    sala.args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = sala.spawn().expect("sala starts");
    let lines = BufReader::new(child.stdout.take().expect("it has a standard output")).lines();
    let mut said: Vec<String> = lines
        .map_while(Result::ok)
        .take_while(|line| line != "ready")
        .collect();
    let host = said.remove(0).replace("listening on http://", "");
    let before = peak(child.id());
    std::thread::scope(|scope| {
        let sending: Vec<_> = (0..SENDERS).map(|_| scope.spawn(|| send(&host))).collect();
        for sender in sending {
            let answer = sender.join().expect("the sender ends");
            assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        }
    });
    let grown = peak(child.id()) - before;
    let arriving = std::fs::read_dir(folder.path().join("files/arriving")).expect("the folder is there");
    let left = arriving.count();
    child.kill().expect("it can be ended");
    child.wait().expect("it can be waited for");
    assert!(grown < 40_000, "{grown} kB more than before");
    assert_eq!(left, 0, "files nobody keeps go with their requests");
}

/// A form with two files, as a browser sends it; the answer.
fn send(host: &str) -> String {
    let mut body = Vec::new();
    for name in ["photo", "letter"] {
        let head =
            format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.resize(body.len() + FILE, b'x');
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--cut--\r\n");
    let mut line = TcpStream::connect(host).expect("sala listens");
    let head = format!(
        "POST /e/dg-forum-4/register/papers HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n\
         Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    line.write_all(head.as_bytes()).expect("it takes the head");
    line.write_all(&body).expect("it takes the body");
    let mut answer = String::new();
    line.read_to_string(&mut answer).expect("it answers");
    answer
}

/// The most memory the process has had, in kB.
fn peak(process: u32) -> i64 {
    let about = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    let line = about.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next());
    kilobytes
        .and_then(|text| text.parse().ok())
        .expect("the system tells")
}
