//! A small HTTP client on a kept connection, and the demonstration to talk to.
use crate::{root, target};
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// A running demonstration; ends with this value.
pub struct Demo {
    child: Child,
    pub host: String,
}

impl Demo {
    /// Builds (in release) and starts it on a free port.
    pub fn start() -> Result<Demo, String> {
        let mut cargo = Command::new(env!("CARGO"));
        let built = cargo
            .args(["build", "--release", "--quiet", "--package", "app"])
            .current_dir(root())
            .status();
        if !built.is_ok_and(|status| status.success()) {
            return Err("the release build failed".to_owned());
        }
        let mut sala = Command::new(target().join("release/sala"));
        sala.args(["demo", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = sala
            .spawn()
            .map_err(|error| format!("sala cannot be started: {error}"))?;
        let out = child
            .stdout
            .take()
            .ok_or("the demonstration has no standard output")?;
        let mut host = String::new();
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some(address) = line.strip_prefix("listening on http://") {
                address.clone_into(&mut host);
            }
            if line == "ready" {
                return Ok(Demo { child, host });
            }
        }
        Err("the demonstration ended before it was ready".to_owned())
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A kept connection.
pub struct Connection {
    stream: BufReader<TcpStream>,
    host: String,
}

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

impl Connection {
    pub fn open(host: &str) -> Result<Connection, String> {
        let stream = TcpStream::connect(host).map_err(|error| format!("{host}: {error}"))?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        Ok(Connection {
            stream: BufReader::new(stream),
            host: host.to_owned(),
        })
    }

    pub fn get(&mut self, path: &str, accept: &str) -> Result<Answer, String> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nAccept-Encoding: {accept}\r\n\r\n",
            self.host
        );
        let told = |error: std::io::Error| format!("{path}: {error}");
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .map_err(told)?;
        let status = self
            .line()?
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or(0);
        let mut answer = Answer {
            status,
            headers: Vec::new(),
            body: Vec::new(),
        };
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            answer
                .headers
                .push((name.to_lowercase(), value.trim().to_owned()));
        }
        if answer.header("transfer-encoding") == Some("chunked") {
            self.chunks(&mut answer.body)?;
        } else {
            let length = answer
                .header("content-length")
                .and_then(|length| length.parse().ok())
                .unwrap_or(0);
            answer.body = vec![0; length];
            self.stream.read_exact(&mut answer.body).map_err(told)?;
        }
        Ok(answer)
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> Result<(), String> {
        loop {
            let length = usize::from_str_radix(self.line()?.trim(), 16).map_err(|error| error.to_string())?;
            let from = body.len();
            body.resize(from + length, 0);
            self.stream
                .read_exact(&mut body[from..])
                .map_err(|error| error.to_string())?;
            self.line()?;
            if length == 0 {
                return Ok(());
            }
        }
    }

    fn line(&mut self) -> Result<String, String> {
        let mut line = String::new();
        self.stream
            .read_line(&mut line)
            .map_err(|error| error.to_string())?;
        Ok(line.trim_end().to_owned())
    }
}
