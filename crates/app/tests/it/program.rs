//! The program as it is started from a console, and requests to it over a socket.
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that serves; ends with the test.
pub struct Program {
    child: Child,
    address: String,
    /// Kept open: a program whose output nobody takes would be stopped.
    _out: BufReader<ChildStdout>,
}

/// An address that nobody listens on now.
pub fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it has an address").to_string()
}

/// `sala` without the settings of whoever runs the tests.
pub fn sala() -> Command {
    let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SALA_")) {
        sala.env_remove(name);
    }
    sala
}

impl Program {
    /// `sala demo`, ready.
    pub fn demo() -> Program {
        Program::ready(&mut sala(), &[], Stdio::null())
    }

    /// The same on a folder, which it fills when it is empty.
    pub fn demo_in(folder: &Path) -> Program {
        Program::ready(
            &mut sala(),
            &["--data".as_ref(), folder.as_os_str()],
            Stdio::null(),
        )
    }

    /// The same on a database of its own.
    pub fn demo_on(folder: &Path, database: &str) -> Program {
        let more = [
            "--database-url".as_ref(),
            database.as_ref(),
            "--data".as_ref(),
            folder.as_os_str(),
        ];
        Program::ready(&mut sala(), &more, Stdio::null())
    }

    /// The same, with everything it has to say written to a file.
    pub fn demo_that_logs(log: File) -> Program {
        Program::ready(sala().env("SALA_LOG", "trace"), &[], log.into())
    }

    fn ready(sala: &mut Command, more: &[&OsStr], log: Stdio) -> Program {
        sala.args(["demo", "--listen", "127.0.0.1:0"]).args(more);
        let (child, mut out) = start(sala, log);
        let mut address = String::new();
        for line in out.by_ref().lines().map_while(Result::ok) {
            if let Some(told) = line.strip_prefix("listening on http://") {
                told.clone_into(&mut address);
            }
            if line == "ready" {
                break;
            }
        }
        assert!(!address.is_empty(), "the demonstration says where it listens");
        Program {
            child,
            address,
            _out: out,
        }
    }

    /// `sala serve` in a folder, answering at `address`.
    pub fn serve(folder: &Path, settings: &[(&str, &str)], address: &str) -> Program {
        let mut sala = sala();
        sala.arg("serve")
            .current_dir(folder)
            .envs(settings.iter().copied());
        let (child, out) = start(&mut sala, Stdio::null());
        let program = Program {
            child,
            address: address.to_owned(),
            _out: out,
        };
        let began = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "the program does not answer at {address}"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        program
    }

    pub fn port(&self) -> &str {
        self.address.rsplit(':').next().unwrap_or_default()
    }

    /// One request of this program; a `host` among the headers replaces its own.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> (u16, String) {
        Program::ask(&self.address, path, headers)
    }

    /// A form sent from a page of its own.
    pub fn post(&self, path: &str, body: &str) -> (u16, String) {
        let origin = format!("http://{}", self.address);
        let length = body.len().to_string();
        let headers = [
            ("origin", origin.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        Program::send(&self.address, &format!("POST {path}"), &headers, body)
    }

    /// Status and body of one request.
    pub fn ask(address: &str, path: &str, headers: &[(&str, &str)]) -> (u16, String) {
        Program::send(address, &format!("GET {path}"), headers, "")
    }

    fn send(address: &str, line: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut request = format!("{line} HTTP/1.1\r\nconnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "host") {
            request.push_str(&format!("host: {address}\r\n"));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut stream = TcpStream::connect(address).expect("the program listens");
        write!(stream, "{request}\r\n{body}").expect("the request can be sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the answer can be read");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        let (_, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        (status.expect("an answer has a status"), body.to_owned())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(sala: &mut Command, log: Stdio) -> (Child, BufReader<ChildStdout>) {
    sala.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
    let mut child = sala.spawn().expect("sala starts");
    let out = child.stdout.take().expect("it has a standard output");
    (child, BufReader::new(out))
}
