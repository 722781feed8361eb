//! The program as a process of its own, built in release, on a free port; ends with its value.
use crate::http::Connection;
use crate::{root, target};
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running `sala`.
pub struct Program {
    child: Child,
    pub host: String,
    /// Role, address and password of each account of the demonstration.
    pub accounts: Vec<(String, String, String)>,
    /// From the start of the process to the first page.
    pub first_page: Duration,
}

/// How to start it.
#[derive(Default)]
pub struct How<'a> {
    /// The one processor it may use, with one worker; any otherwise.
    pub processor: Option<&'a str>,
    /// Where its lines of log go; nowhere otherwise.
    pub log: Option<&'a Path>,
    pub arguments: &'a [&'a str],
}

/// Builds the program for release; its path.
pub fn build() -> Result<PathBuf, String> {
    let mut cargo = Command::new(env!("CARGO"));
    let built = cargo
        .args(["build", "--release", "--quiet", "--package", "app"])
        .current_dir(root())
        .status();
    if built.is_ok_and(|status| status.success()) {
        Ok(target().join("release/sala"))
    } else {
        Err("the release build failed".to_owned())
    }
}

impl Program {
    /// The demonstration, in a temporary folder unless the arguments name one.
    pub fn demo(how: &How<'_>) -> Result<Program, String> {
        let mut command = command(how)?;
        command
            .args(["demo", "--listen", "127.0.0.1:0"])
            .args(how.arguments);
        let began = Instant::now();
        let mut child = start(command.stdout(Stdio::piped()))?;
        let out = child
            .stdout
            .take()
            .ok_or("the demonstration has no standard output")?;
        let mut program = Program {
            child,
            host: String::new(),
            accounts: Vec::new(),
            first_page: Duration::ZERO,
        };
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["listening", "on", address] => {
                    address
                        .trim_start_matches("http://")
                        .clone_into(&mut program.host);
                }
                ["account", role, email, password] => {
                    let account = (role.to_owned(), email.to_owned(), password.to_owned());
                    program.accounts.push(account);
                }
                ["ready"] => {
                    program.first_page(began)?;
                    return Ok(program);
                }
                _ => {}
            }
        }
        Err("the demonstration ended before it was ready".to_owned())
    }

    /// `sala serve` on the folder of a site.
    pub fn serve(how: &How<'_>, folder: &Path) -> Result<Program, String> {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
        let host = free.map_err(|error| error.to_string())?.to_string();
        let mut command = command(how)?;
        command
            .args(["serve", "--listen", &host, "--data-dir"])
            .arg(folder)
            .args(how.arguments);
        let began = Instant::now();
        let child = start(command.stdout(Stdio::null()))?;
        let mut program = Program {
            child,
            host,
            accounts: Vec::new(),
            first_page: Duration::ZERO,
        };
        program.first_page(began)?;
        Ok(program)
    }

    fn first_page(&mut self, began: Instant) -> Result<(), String> {
        while began.elapsed() < Duration::from_secs(600) {
            if let Ok(mut connection) = Connection::open(&self.host) {
                let answer = connection.get("/", "br")?;
                self.first_page = began.elapsed();
                return if answer.status == 200 {
                    Ok(())
                } else {
                    Err(format!("the first page has status {}", answer.status))
                };
            }
            if !matches!(self.child.try_wait(), Ok(None)) {
                return Err("the program ended before it served".to_owned());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Err("the program does not serve".to_owned())
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Address and password of a role of the demonstration.
    pub fn account(&self, role: &str) -> Result<(&str, &str), String> {
        let found = self.accounts.iter().find(|(one, _, _)| one == role);
        found
            .map(|(_, email, password)| (email.as_str(), password.as_str()))
            .ok_or_else(|| format!("the demonstration has no {role}"))
    }
}

fn command(how: &How<'_>) -> Result<Command, String> {
    let program = build()?;
    let mut command = match how.processor {
        Some(processor) => {
            let mut pinned = Command::new("taskset");
            pinned.args(["-c", processor]).arg(program);
            pinned.env("TOKIO_WORKER_THREADS", "1");
            pinned
        }
        None => Command::new(program),
    };
    let log = match how.log {
        // appended to, so that whoever reads it may empty it
        Some(path) => Stdio::from(
            File::options()
                .create(true)
                .append(true)
                .open(path)
                .map_err(|error| error.to_string())?,
        ),
        None => Stdio::null(),
    };
    command.stderr(log);
    Ok(command)
}

fn start(command: &mut Command) -> Result<Child, String> {
    command
        .spawn()
        .map_err(|error| format!("sala cannot be started: {error}"))
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
