//! A real mail server (aiosmtpd) that answers as a test tells it, and shows the bytes it received.
use crate::say;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const PROGRAM: &str = include_str!("mail_server.py");

/// A running server. It ends when this is dropped, or with the test program.
pub struct MailServer {
    child: Child,
    port: u16,
    folder: TempDir,
}

impl MailServer {
    /// Starts it with the arguments that `mail_server.py` explains; `None` where aiosmtpd is not installed (which fails
    /// the test when `SALA_REQUIRE` names `smtp`).
    pub fn start(arguments: &[&str]) -> Option<MailServer> {
        let installed = Command::new("python3")
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status();
        if !installed.is_ok_and(|status| status.success()) {
            assert!(
                !say::required("smtp"),
                "SALA_REQUIRE names smtp, and python3 has no aiosmtpd"
            );
            say::loudly("SKIPPED: python3 has no aiosmtpd; letters were not sent to a real mail server");
            return None;
        }
        let folder = TempDir::with_prefix("sala-mail-").expect("a temporary folder can be made");
        let log = fs::File::create(folder.path().join("log")).expect("the log can be made");
        let mut child = Command::new("python3")
            .args(["-c", PROGRAM])
            .arg(folder.path())
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("python3 can be started");
        let mut line = String::new();
        let out = child.stdout.take().expect("its standard output is ours");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("it says its port");
        let Ok(port) = line.trim().parse() else {
            let log = fs::read_to_string(folder.path().join("log")).unwrap_or_default();
            panic!("the mail server did not start:\n{log}")
        };
        Some(MailServer { child, port, folder })
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// The letters in the order of their coming, each as its bytes came.
    pub fn letters(&self) -> Vec<String> {
        let file = |number: usize| fs::read_to_string(self.folder.path().join(format!("{number}.eml")));
        (1..).map_while(|number| file(number).ok()).collect()
    }

    /// What was said to it, a line for each connection and command of a letter: `CONNECT`, `RCPT a@b.example`.
    pub fn heard(&self) -> Vec<String> {
        let heard = fs::read_to_string(self.folder.path().join("heard")).unwrap_or_default();
        heard.lines().map(str::to_owned).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
