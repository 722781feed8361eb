//! Handing over to a mail server by SMTP. The connection is kept for the next letter and made anew when it died.
use crate::Outcome;
use base::{Fault, FaultKind, Result};
use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use std::str::FromStr;
use std::time::Duration;

/// A mail server: `smtps://user:password@host:465` (TLS from the beginning) or `smtp://host:587` (STARTTLS, which must
/// be offered). `?tls=none` is taken for the loopback only; `?timeout=2` sets the seconds it may be silent.
#[derive(Clone)]
pub struct SmtpUrl {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<(String, String)>,
    timeout: Duration,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tls {
    FromTheBeginning,
    Starttls,
    None,
}

impl FromStr for SmtpUrl {
    type Err = Fault;

    fn from_str(text: &str) -> Result<SmtpUrl> {
        let wrong = |what: &str| Fault::new(format!("reading the mail server's address: {what}"));
        let (scheme, rest) = text
            .split_once("://")
            .ok_or_else(|| wrong("it begins with smtp:// or smtps://"))?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (login, place) = rest
            .trim_end_matches('/')
            .rsplit_once('@')
            .map_or((None, rest), |(l, p)| (Some(l), p));
        let place = place.trim_end_matches('/');
        let (host, port) = place
            .rsplit_once(':')
            .map_or((place, None), |(host, port)| (host, Some(port)));
        let option = |name: &str| {
            query
                .split('&')
                .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        let loopback = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let tls = match (scheme, option("tls")) {
            ("smtps", _) => Tls::FromTheBeginning,
            ("smtp", Some("none")) if loopback => Tls::None,
            ("smtp", None) => Tls::Starttls,
            ("smtp", _) => return Err(wrong("a letter leaves this machine only encrypted")),
            _ => return Err(wrong("it begins with smtp:// or smtps://")),
        };
        let usual = if tls == Tls::FromTheBeginning { 465 } else { 587 };
        let port = port
            .map_or(Ok(usual), str::parse)
            .map_err(|e| wrong("the port is a number").because(e))?;
        let seconds = option("timeout")
            .map_or(Ok(30), str::parse)
            .map_err(|e| wrong("timeout").because(e))?;
        let credentials = login.map(|login| {
            let (user, password) = login.split_once(':').unwrap_or((login, ""));
            (decoded(user), decoded(password))
        });
        Ok(SmtpUrl {
            host: host.to_owned(),
            port,
            tls,
            credentials,
            timeout: Duration::from_secs(seconds),
        })
    }
}

/// `%40` and the like in a name or password.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|h| std::str::from_utf8(h).ok());
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A connection that was tried a moment ago.
pub(crate) struct Connection(AsyncSmtpConnection);

impl SmtpUrl {
    /// Opens a connection, or proves that the kept one is alive.
    pub(crate) async fn connect(&self, kept: Option<Connection>) -> Result<Connection> {
        if let Some(Connection(mut kept)) = kept
            && let Ok(true) = tokio::time::timeout(self.timeout, kept.test_connected()).await
        {
            return Ok(Connection(kept));
        }
        let opened = tokio::time::timeout(self.timeout, self.open()).await;
        let opened = opened.map_err(|_| Fault::of(FaultKind::Unavailable, "the mail server is silent"))?;
        opened
            .map(Connection)
            .map_err(|e| Fault::of(FaultKind::Unavailable, "reaching the mail server").because(e))
    }

    async fn open(&self) -> Result<AsyncSmtpConnection, Error> {
        let hello = ClientId::default();
        let tls = || TlsParameters::new(self.host.trim_matches(['[', ']']).to_owned());
        let first = if self.tls == Tls::FromTheBeginning {
            Some(tls()?)
        } else {
            None
        };
        let server = (self.host.trim_matches(['[', ']']), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(self.timeout), &hello, first, None).await?;
        if self.tls == Tls::Starttls {
            connection.starttls(tls()?, &hello).await?;
        }
        if let Some((user, password)) = &self.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await?;
        }
        Ok(connection)
    }

    /// Sends one letter. The connection comes back if it can be used again.
    pub(crate) async fn send(
        &self,
        Connection(mut connection): Connection,
        message: &Message,
    ) -> (Outcome, String, Option<Connection>) {
        let bytes = message.formatted();
        let sent = tokio::time::timeout(self.timeout, connection.send(message.envelope(), &bytes)).await;
        match sent {
            Ok(Ok(_)) => (Outcome::Accepted, String::new(), Some(Connection(connection))),
            Ok(Err(error)) => {
                let outcome = if error.is_permanent() {
                    Outcome::Refused
                } else if error.is_transient() {
                    Outcome::RefusedForNow
                } else {
                    Outcome::Unknown
                };
                let alive = outcome != Outcome::Unknown && !connection.has_broken();
                (
                    outcome,
                    error.to_string(),
                    alive.then_some(Connection(connection)),
                )
            }
            Err(_) => (Outcome::Unknown, "the mail server was silent".to_owned(), None),
        }
    }
}
