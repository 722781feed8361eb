//! The program's own door to an organization: one request, a short wait, a small answer, encrypted, and no redirect followed.

use std::sync::Arc;
use std::time::Duration;

use base::{Fault, Result};
use bytes::Bytes;
use http::uri::Uri;
use http::{Method, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::trouble::Trouble;

/// From the first packet to the last.
const PATIENCE: Duration = Duration::from_secs(5);
/// Documents and sets of keys are far smaller.
const LARGEST: usize = 256 * 1024;

/// The door.
pub(crate) struct Door(TlsConnector);

/// What came back.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub body: Bytes,
}

impl Door {
    pub fn new() -> Result<Door> {
        let roots = webpki_roots::TLS_SERVER_ROOTS
            .iter()
            .cloned()
            .collect::<RootCertStore>();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|e| Fault::new("setting up TLS").because(e))?;
        let config = config.with_root_certificates(roots).with_no_client_auth();
        Ok(Door(TlsConnector::from(Arc::new(config))))
    }

    /// Reads a document; `bearer` is the token of whose account it is about.
    pub async fn get(&self, url: &str, bearer: Option<&str>) -> Result<Answer, Trouble> {
        let bearer = bearer.map(|token| format!("Bearer {token}"));
        self.ask(Method::GET, url, bearer, None).await
    }

    /// Sends a form.
    pub async fn post(&self, url: &str, form: String, basic: Option<String>) -> Result<Answer, Trouble> {
        self.ask(Method::POST, url, basic, Some(form)).await
    }

    async fn ask(
        &self,
        method: Method,
        url: &str,
        authorization: Option<String>,
        form: Option<String>,
    ) -> Result<Answer, Trouble> {
        let to = Target::of(url).ok_or_else(|| Trouble::wrong("an address that is not asked over https"))?;
        let mut request = Request::builder()
            .method(method)
            .uri(&to.path)
            .header(header::HOST, &to.authority)
            .header(header::ACCEPT, "application/json")
            .header(header::CONNECTION, "close");
        if let Some(line) = authorization {
            request = request.header(header::AUTHORIZATION, line);
        }
        if form.is_some() {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = Full::new(Bytes::from(form.unwrap_or_default()));
        let request = request.body(body).map_err(Trouble::wrong)?;
        let asked = tokio::time::timeout(PATIENCE, self.reach(&to, request)).await;
        asked.unwrap_or_else(|_| Err(Trouble::down(format!("no answer within {PATIENCE:?}"))))
    }

    async fn reach(&self, to: &Target, request: Request<Full<Bytes>>) -> Result<Answer, Trouble> {
        let stream = TcpStream::connect((to.host.as_str(), to.port))
            .await
            .map_err(Trouble::down)?;
        if !to.encrypted {
            return talk(stream, request).await;
        }
        let name = ServerName::try_from(to.host.clone()).map_err(Trouble::wrong)?;
        let stream = self.0.connect(name, stream).await.map_err(Trouble::down)?;
        talk(stream, request).await
    }
}

async fn talk<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(Trouble::down)?;
    // The connection is driven beside the question, and ends with it.
    let driven = async {
        let _ = connection.await;
        std::future::pending().await
    };
    let asked = async {
        let (parts, body) = sender
            .send_request(request)
            .await
            .map_err(Trouble::down)?
            .into_parts();
        let body = Limited::new(body, LARGEST).collect().await;
        let body = body.map_err(|e| Trouble::down(format!("its answer does not end well: {e}")))?;
        Ok(Answer {
            status: parts.status,
            body: body.to_bytes(),
        })
    };
    tokio::select! {
        answer = asked => answer,
        never = driven => never,
    }
}

/// An address, taken apart.
struct Target {
    encrypted: bool,
    host: String,
    port: u16,
    authority: String,
    path: String,
}

impl Target {
    /// Encrypted, or on this machine: there a test plays the organization.
    fn of(url: &str) -> Option<Target> {
        let uri: Uri = url.parse().ok()?;
        let (authority, host) = (uri.authority()?, uri.host()?);
        let encrypted = match uri.scheme_str()? {
            "https" => true,
            "http" if host == "127.0.0.1" => false,
            _ => return None,
        };
        if authority.as_str().contains('@') || host.is_empty() {
            return None;
        }
        Some(Target {
            encrypted,
            host: host.to_owned(),
            port: uri.port_u16().unwrap_or(if encrypted { 443 } else { 80 }),
            authority: authority.to_string(),
            path: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        })
    }
}

/// Whether the program asks this address at all.
pub(crate) fn may_be_asked(url: &str) -> bool {
    Target::of(url).is_some()
}

#[cfg(test)]
mod tests {
    use super::may_be_asked;

    #[test]
    fn only_encrypted_addresses_are_asked_and_those_of_this_machine() {
        for good in [
            "https://login.example.org/a?b",
            "https://login.example.org:8443",
            "http://127.0.0.1:8081/x",
        ] {
            assert!(may_be_asked(good), "{good}");
        }
        let bad = [
            "http://login.example.org/",
            "http://localhost:1/",
            "http://127.0.0.1.example.org/",
            "http://[::1]/",
            "https://user@login.example.org/",
            "http://127.0.0.1@evil.example/",
            "file:///etc/passwd",
            "/login",
            "",
        ];
        for bad in bad {
            assert!(!may_be_asked(bad), "{bad}");
        }
    }
}
