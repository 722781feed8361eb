//! Connections to a PostgreSQL service: how one is made, over TLS where it is asked for, and how many.
use base::{Fault, Result};
use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

const CONNECT_WAIT: Duration = Duration::from_secs(5);
const STATEMENT_LIMIT: &str = "-c statement_timeout=15000 -c lock_timeout=5000 -c timezone=UTC";

/// What every connection of ours asks for.
pub(crate) fn config(url: &str) -> Result<Config> {
    let broken = |e: tokio_postgres::Error| Fault::new("reading the database's address").because(e);
    let mut config = Config::from_str(url).map_err(broken)?;
    config
        .connect_timeout(CONNECT_WAIT)
        .options(STATEMENT_LIMIT)
        .application_name("sala");
    Ok(config)
}

/// Connections that are made when they are needed.
pub(crate) fn of(config: Config, tls: MakeRustlsConnect, size: usize) -> Result<Pool> {
    let recycling = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    let manager = Manager::from_config(config, tls, recycling);
    Pool::builder(manager)
        .max_size(size)
        .build()
        .map_err(|e| Fault::new("making the pool of connections").because(e))
}

/// Trusted roots for a service reached over TLS. Plain connections (a socket, the loopback) do not use them.
pub(crate) fn rustls_roots() -> rustls::ClientConfig {
    use rustls::{ClientConfig, RootCertStore};
    let roots = RootCertStore {
        roots: webpki_roots::TLS_SERVER_ROOTS.to_vec(),
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows the default protocol versions")
        .with_root_certificates(roots)
        .with_no_client_auth()
}
