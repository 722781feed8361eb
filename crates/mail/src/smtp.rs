//! Handing over to a mail server by SMTP. The connection is kept for the next letter and made anew when it died.
use crate::Outcome;
use crate::relay::Fared;
use base::{Fault, FaultKind, Result};
use lettre::Message;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// A mail server: `smtps://user:password@host:465` (TLS from the beginning) or `smtp://host:587` (STARTTLS, which must
/// be offered). Its certificate must be vouched for by an authority that browsers trust, or with `?ca=/path/to/root.pem`
/// by that one alone. `?tls=none` is taken for the loopback only; `?timeout=2` sets the seconds it may be silent.
#[derive(Clone)]
pub struct SmtpUrl {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<(String, String)>,
    timeout: Duration,
}

#[derive(Clone)]
enum Tls {
    FromTheBeginning(TlsParameters),
    Starttls(TlsParameters),
    None,
}

/// For operators: without the password.
impl fmt::Display for SmtpUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, end) = match self.tls {
            Tls::FromTheBeginning(_) => ("smtps", ""),
            Tls::Starttls(_) => ("smtp", ""),
            Tls::None => ("smtp", "?tls=none"),
        };
        let who = self.credentials.as_ref().map(|(user, _)| format!("{user}:***@"));
        let who = who.unwrap_or_default();
        write!(out, "{scheme}://{who}{}:{}{end}", self.host, self.port)
    }
}

fn wrong(what: &str) -> Fault {
    Fault::new(format!("reading the mail server's address: {what}"))
}

impl FromStr for SmtpUrl {
    type Err = Fault;

    fn from_str(text: &str) -> Result<SmtpUrl> {
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
        let host = host.trim_matches(['[', ']']).to_owned();
        let vouched = || vouched(&host, option("ca").map(decoded));
        let (tls, usual) = match (scheme, option("tls")) {
            ("smtps", _) => (Tls::FromTheBeginning(vouched()?), 465),
            ("smtp", Some("none")) if loopback => (Tls::None, 587),
            ("smtp", None) => (Tls::Starttls(vouched()?), 587),
            ("smtp", _) => return Err(wrong("a letter leaves this machine only encrypted")),
            _ => return Err(wrong("it begins with smtp:// or smtps://")),
        };
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
            host,
            port,
            tls,
            credentials,
            timeout: Duration::from_secs(seconds),
        })
    }
}

/// Who vouches for the server: the authorities that browsers trust, or the organization's own and nobody else.
fn vouched(host: &str, ca: Option<String>) -> Result<TlsParameters> {
    let mut parameters = TlsParameters::builder(host.to_owned());
    if let Some(path) = ca {
        let pem = std::fs::read_to_string(&path).map_err(|e| wrong(&format!("ca={path}")).because(e))?;
        if !pem.contains("-----BEGIN CERTIFICATE-----") {
            return Err(wrong(&format!("ca={path} holds no certificate in PEM")));
        }
        let own = Certificate::from_pem(pem.as_bytes()).map_err(|e| wrong("ca").because(e))?;
        parameters = parameters
            .certificate_store(CertificateStore::None)
            .add_root_certificate(own);
    }
    parameters.build().map_err(|e| wrong("ca").because(e))
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
    /// Opens a connection, or proves that the kept one is alive and has done with the letter before.
    pub(crate) async fn connect(&self, kept: Option<Connection>) -> Result<Connection> {
        if let Some(Connection(mut kept)) = kept
            && let Ok(Ok(_)) = tokio::time::timeout(self.timeout, kept.command(Rset)).await
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
        let first = match &self.tls {
            Tls::FromTheBeginning(parameters) => Some(parameters.clone()),
            Tls::Starttls(_) | Tls::None => None,
        };
        let server = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(self.timeout), &hello, first, None).await?;
        if let Tls::Starttls(parameters) = &self.tls {
            connection.starttls(parameters.clone(), &hello).await?;
        }
        if let Some((user, password)) = &self.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection
                .auth(&[Mechanism::Plain, Mechanism::Login], &credentials)
                .await?;
        }
        Ok(connection)
    }

    /// `mail.example:587`
    pub(crate) fn place(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// The seconds it may be silent.
    pub(crate) fn timeout(&self) -> Duration {
        self.timeout
    }

    /// Sends one letter. The connection comes back if it can be used again.
    pub(crate) async fn send(
        &self,
        Connection(mut connection): Connection,
        message: &Message,
    ) -> (Said, Option<Connection>) {
        if needs_utf8(message) && !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            let error = "the mail server takes addresses in Latin letters only (no SMTPUTF8)".to_owned();
            let said = Said::new(Outcome::Refused, Fared::Unjudged, error);
            return (said, Some(Connection(connection)));
        }
        let mut reached = Reached::Sender;
        let said = tokio::time::timeout(self.timeout, dialogue(&mut connection, message, &mut reached)).await;
        let lost = if reached == Reached::Text {
            Outcome::Unknown
        } else {
            Outcome::RefusedForNow
        };
        let (outcome, fared) = match &said {
            Ok(Ok(())) => (Outcome::Accepted, Fared::Well),
            Ok(Err(error)) if error.is_permanent() => match reached {
                // It does not take letters from us, whoever they are for.
                Reached::Sender => (Outcome::RefusedForNow, Fared::Badly),
                Reached::Mailbox | Reached::Letter | Reached::Text => (Outcome::Refused, Fared::Well),
            },
            Ok(Err(error)) if error.is_transient() => match reached {
                Reached::Mailbox if !is_closing(error) => (Outcome::RefusedForNow, Fared::Unjudged),
                _ => (Outcome::RefusedForNow, Fared::Badly),
            },
            Ok(Err(_)) | Err(_) => (lost, Fared::Badly),
        };
        let alive = match &said {
            Ok(Ok(())) => true,
            Ok(Err(error)) => error.is_permanent() || error.is_transient(),
            Err(_) => false,
        };
        let error = match said {
            Ok(Ok(())) => String::new(),
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the mail server was silent".to_owned(),
        };
        let kept = alive.then_some(Connection(connection));
        (Said::new(outcome, fared, error), kept)
    }
}

/// What became of a letter, and what that says of the server.
#[derive(Debug)]
pub(crate) struct Said {
    pub outcome: Outcome,
    pub fared: Fared,
    pub error: String,
}

impl Said {
    pub(crate) fn new(outcome: Outcome, fared: Fared, error: String) -> Said {
        Said {
            outcome,
            fared,
            error,
        }
    }
}

/// How far the commands of a letter came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    Sender,
    Mailbox,
    Letter,
    /// The text has left.
    Text,
}

/// 421: the server closes, whatever it was asked.
fn is_closing(error: &Error) -> bool {
    error.status().is_some_and(|code| u16::from(code) == 421)
}

fn needs_utf8(message: &Message) -> bool {
    let envelope = message.envelope();
    let mut all = envelope.to().iter().chain(envelope.from());
    all.any(|address| !AsRef::<str>::as_ref(address).is_ascii())
}

/// The commands of one letter. lettre's own `send` does not tell whether the text had left when the connection broke;
/// until then nothing can have arrived.
async fn dialogue(
    connection: &mut AsyncSmtpConnection,
    message: &Message,
    reached: &mut Reached,
) -> Result<(), Error> {
    let (envelope, text) = (message.envelope(), message.formatted());
    let mut parameters = Vec::new();
    if needs_utf8(message) {
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !text.is_ascii() {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    connection
        .command(Mail::new(envelope.from().cloned(), parameters))
        .await?;
    *reached = Reached::Mailbox;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), Vec::new())).await?;
    }
    *reached = Reached::Letter;
    connection.command(Data).await?;
    *reached = Reached::Text;
    connection.message(&text).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        SmtpUrl::from_str(text).err().unwrap().to_string()
    }

    #[test]
    fn a_server_may_be_silent_for_30_seconds_unless_told_otherwise() {
        let seconds = |text: &str| SmtpUrl::from_str(text).unwrap().timeout.as_secs();
        assert_eq!(seconds("smtp://mail.example"), 30);
        assert_eq!(seconds("smtps://mail.example?timeout=2"), 2);
        assert!(refused("smtp://mail.example?timeout=soon").contains("timeout"));
    }

    #[test]
    fn nothing_leaves_the_machine_unencrypted() {
        for host in ["mail.example", "10.0.0.1", "localhost.example"] {
            let why = refused(&format!("smtp://{host}?tls=none"));
            assert!(why.contains("only encrypted"), "{why}");
        }
        let tls = |text: &str| SmtpUrl::from_str(text).unwrap().tls;
        assert!(matches!(tls("smtp://mail.example"), Tls::Starttls(_)));
        assert!(matches!(tls("smtps://mail.example"), Tls::FromTheBeginning(_)));
        assert!(matches!(tls("smtp://localhost:2525?tls=none"), Tls::None));
    }

    #[test]
    fn name_password_and_port_are_read_from_the_address() {
        let url = SmtpUrl::from_str("smtps://sala%40forum.example:a:b%2Fc@mail.example:4650/").unwrap();
        let login = ("sala@forum.example".to_owned(), "a:b/c".to_owned());
        assert_eq!(
            (url.host.as_str(), url.port, url.credentials),
            ("mail.example", 4650, Some(login))
        );
        let port = |text: &str| SmtpUrl::from_str(text).unwrap().port;
        assert_eq!(
            (port("smtp://mail.example"), port("smtps://mail.example")),
            (587, 465)
        );
    }

    #[test]
    fn an_authority_that_cannot_be_read_is_said_at_once() {
        assert!(refused("smtp://mail.example?ca=/nowhere/root.pem").contains("ca=/nowhere/root.pem"));
        let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        assert!(refused(&format!("smtp://mail.example?ca={ours}")).contains("holds no certificate"));
    }
}
