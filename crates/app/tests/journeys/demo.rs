//! The demonstration as a process of its own, on a free port.
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::NamedTempFile;

/// A running demonstration; stops when dropped.
pub struct Demo {
    child: Child,
    log: NamedTempFile,
    pub host: String,
    accounts: Vec<(String, String, String)>,
}

impl Demo {
    pub fn start() -> Demo {
        let log = NamedTempFile::new().expect("a temporary file can be made");
        let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
        sala.args(["demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(log.reopen().expect("the log can be written"));
        let mut child = sala.spawn().expect("sala starts");
        let out = BufReader::new(child.stdout.take().expect("it has a standard output"));
        let (mut host, mut accounts) = (String::new(), Vec::new());
        for line in out.lines().map_while(Result::ok) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["listening", "on", url] => url.trim_start_matches("http://").clone_into(&mut host),
                ["account", role, email, password] => {
                    accounts.push((role.to_owned(), email.to_owned(), password.to_owned()));
                }
                ["ready"] => {
                    return Demo {
                        child,
                        log,
                        host,
                        accounts,
                    };
                }
                _ => {}
            }
        }
        panic!("the demonstration ended before it was ready")
    }

    /// A site that is not the demonstration, once it answers at `host`.
    pub fn serving(mut sala: Command, host: &str) -> Demo {
        let log = NamedTempFile::new().expect("a temporary file can be made");
        let child = sala
            .stdout(Stdio::null())
            .stderr(log.reopen().expect("the log can be written"))
            .spawn()
            .expect("sala starts");
        let began = Instant::now();
        while TcpStream::connect(host).is_err() {
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "the program does not answer at {host}"
            );
            sleep(Duration::from_millis(20));
        }
        Demo {
            child,
            log,
            host: host.to_owned(),
            accounts: Vec::new(),
        }
    }

    /// Requests for a script so far, from any browser, as the program's own log counts them.
    pub fn scripts_asked_for(&self) -> usize {
        let log = std::fs::read_to_string(self.log.path()).expect("the log can be read");
        assert!(log.contains("/e/{slug}"), "the log has the pages of the journey");
        log.lines()
            .filter(|line| line.contains("/assets/") && line.contains(".js"))
            .count()
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// E-mail address and password of a role.
    pub fn account(&self, role: &str) -> (&str, &str) {
        let found = self
            .accounts
            .iter()
            .find(|(one, _, _)| one == role)
            .expect("all eight roles have an account");
        (&found.1, &found.2)
    }

    /// The whole answer to a plain request.
    pub fn ask(&self, path: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("the demonstration listens");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n",
            self.host
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    /// How many operations of the API were answered well so far, as the program's own log counts them.
    pub fn operations_answered(&self) -> usize {
        let log = std::fs::read_to_string(self.log.path()).expect("the log can be read");
        let mut answered: Vec<&str> = log
            .lines()
            .filter_map(|line| {
                let (_, request) = line.split_once("method=")?;
                let (operation, after) = request.split_once(" status=")?;
                (operation.contains("\"/api/v1/") && after.starts_with('2')).then_some(operation)
            })
            .collect();
        answered.sort_unstable();
        answered.dedup();
        answered.len()
    }

    /// All letters so far, newest first.
    pub fn letters(&self) -> Vec<Value> {
        let answer = self.ask("/dev/mail.json", "");
        let (_, body) = answer.split_once("\r\n\r\n").expect("the answer has a body");
        let (start, end) = (
            body.find('[').unwrap_or(0),
            body.rfind(']').map_or(0, |at| at + 1),
        );
        serde_json::from_str(&body[start..end]).expect("the letters are JSON")
    }

    /// Waits for a letter to this address that `fits`, and gives the newest.
    pub fn letter(&self, to: &str, fits: impl Fn(&str) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let text = |letter: &Value, key: &str| letter[key].as_str().unwrap_or_default().to_owned();
            let letters = self.letters();
            let found = letters
                .iter()
                .find(|one| text(one, "to").contains(to) && fits(&text(one, "raw")));
            if let Some(letter) = found {
                return letter.clone();
            }
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "no such letter to {to} among {}",
                letters.len()
            );
            sleep(Duration::from_millis(100));
        }
    }

    /// The sign-in link in the newest letter to this address.
    pub fn link_to(&self, email: &str) -> String {
        let start = self.url("/l/");
        let letter = self.letter(email, |raw| raw.contains("/l/"));
        let text = letter["text"].as_str().unwrap_or_default().to_owned();
        let link = text.split_whitespace().find(|word| word.contains(&start));
        let link = link.unwrap_or_else(|| panic!("no link in:\n{text}"));
        link[link.find(&start).unwrap_or(0)..]
            .trim_end_matches(['>', ')', '.'])
            .to_owned()
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
