//! A program of the operators that is told something: one JSON text to one address, which answers with a 2xx.
use base::{Fault, Result};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header;
use hyper::{Request, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// `https://host/path`, or `http://` inside the house.
#[derive(Clone)]
pub struct Address {
    is_encrypted: bool,
    host: String,
    port: u16,
    authority: String,
    path: String,
}

impl Address {
    pub fn parse(text: &str) -> Result<Address> {
        let wrong =
            || Fault::new("reading the setting alert_url: it must be an address such as https://host/path");
        let uri: Uri = text.parse().map_err(|e| wrong().because(e))?;
        let is_encrypted = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(wrong()),
        };
        let authority = uri.authority().ok_or_else(wrong)?;
        if authority.as_str().contains('@') {
            return Err(wrong());
        }
        let usual = if is_encrypted { 443 } else { 80 };
        Ok(Address {
            is_encrypted,
            host: authority.host().trim_matches(['[', ']']).to_owned(),
            port: authority.port_u16().unwrap_or(usual),
            authority: authority.as_str().to_owned(),
            path: uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        })
    }

    /// For operators. What follows the host may be a secret.
    pub fn host(&self) -> String {
        let scheme = if self.is_encrypted { "https" } else { "http" };
        format!("{scheme}://{}", self.authority)
    }

    /// Sends it; anything but a 2xx is a fault.
    pub async fn post(&self, json: String) -> Result<()> {
        let fault = |what: &str| Fault::new(format!("telling {}: {what}", self.host()));
        let stream = TcpStream::connect((self.host.as_str(), self.port)).await;
        let stream = stream.map_err(|e| fault("connecting").because(e))?;
        let status = if self.is_encrypted {
            let name = ServerName::try_from(self.host.clone()).map_err(|e| fault("its name").because(e))?;
            let stream = connector()?.connect(name, stream).await;
            self.send(stream.map_err(|e| fault("encrypting").because(e))?, json)
                .await
        } else {
            self.send(stream, json).await
        };
        match status {
            Ok(status) if status.is_success() => Ok(()),
            Ok(status) => Err(fault(&format!("it answered {status}"))),
            Err(error) => Err(fault("sending").because(error)),
        }
    }

    async fn send<S>(&self, stream: S, json: String) -> Result<StatusCode, hyper::Error>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let driven = tokio::spawn(connection);
        let mut request = Request::new(Full::new(Bytes::from(json)));
        *request.method_mut() = hyper::Method::POST;
        *request.uri_mut() = self.path.parse().unwrap_or_default();
        let headers = request.headers_mut();
        if let Ok(host) = self.authority.parse() {
            headers.insert(header::HOST, host);
        }
        headers.insert(
            header::CONTENT_TYPE,
            header::HeaderValue::from_static("application/json"),
        );
        headers.insert(header::CONNECTION, header::HeaderValue::from_static("close"));
        let answered = sender.send_request(request).await;
        driven.abort();
        answered.map(|answer| answer.status())
    }
}

/// Trusts the authorities that browsers trust.
fn connector() -> Result<TlsConnector> {
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| Fault::new("setting up TLS").because(e))?;
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn an_address_is_taken_apart_and_its_path_not_told() {
        let told = Address::parse("https://hooks.example/T0/s3cret?x=1").unwrap();
        assert_eq!(
            (told.host.as_str(), told.port, told.path.as_str()),
            ("hooks.example", 443, "/T0/s3cret?x=1")
        );
        assert_eq!(told.host(), "https://hooks.example");
        let inside = Address::parse("http://[::1]:9093").unwrap();
        assert_eq!(
            (inside.host.as_str(), inside.port, inside.path.as_str()),
            ("::1", 9093, "/")
        );
        for wrong in [
            "hooks.example/x",
            "ftp://hooks.example/",
            "https://a:b@hooks.example/",
            "",
        ] {
            let fault = Address::parse(wrong).err().unwrap().to_string();
            assert!(fault.contains("alert_url"), "{fault}");
        }
    }
}
