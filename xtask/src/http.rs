//! A small HTTP client on a kept connection.
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;

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

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
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

    /// A line that stays open: reads until the first event has come.
    pub fn hear(host: &str, path: &str, cookie: &str) -> Result<Connection, String> {
        let mut line = Connection::open(host)?;
        let asked = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n");
        let told = |error: std::io::Error| format!("{path}: {error}");
        line.stream.get_mut().write_all(asked.as_bytes()).map_err(told)?;
        loop {
            let mut heard = String::new();
            if line.stream.read_line(&mut heard).map_err(told)? == 0 {
                return Err(format!("{path} ended"));
            }
            if heard.starts_with("data: ") {
                return Ok(line);
            }
        }
    }

    pub fn get(&mut self, path: &str, accept: &str) -> Result<Answer, String> {
        self.send("GET", path, &[("Accept-Encoding", accept)], "")
    }

    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer, String> {
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.host);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if method != "GET" {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("\r\n");
        request.push_str(body);
        let told = |error: std::io::Error| format!("{path}: {error}");
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .map_err(told)?;
        self.answer().map_err(|problem| format!("{path}: {problem}"))
    }

    fn answer(&mut self) -> Result<Answer, String> {
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
            self.stream
                .read_exact(&mut answer.body)
                .map_err(|error| error.to_string())?;
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
