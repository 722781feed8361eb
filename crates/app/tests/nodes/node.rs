//! One node: the program as a process of its own on a database and a folder that it shares with others.
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::{HeaderValue, StatusCode, Uri, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A running node; ends when dropped.
pub struct Node {
    child: Child,
    pub host: String,
}

impl Node {
    /// Starts the demonstration on a database; the first node fills it. Returns when it is ready.
    pub fn start(database: &str, folder: &Path) -> Node {
        Node::start_program(env!("CARGO_BIN_EXE_sala").as_ref(), database, folder)
    }

    /// The same with another program.
    pub fn start_program(program: &OsStr, database: &str, folder: &Path) -> Node {
        let mut sala = Command::new(program);
        sala.args([
            "demo",
            "--listen",
            "127.0.0.1:0",
            "--database-url",
            database,
            "--data",
        ])
        .arg(folder)
        .env("SALA_LOG", "error")
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
        let mut node = Node {
            child: sala.spawn().expect("sala starts"),
            host: String::new(),
        };
        let out = BufReader::new(node.child.stdout.take().expect("it has a standard output"));
        for line in out.lines().map_while(Result::ok) {
            if let Some(address) = line.strip_prefix("listening on http://") {
                address.clone_into(&mut node.host);
            }
            if line == "ready" {
                return node;
            }
        }
        panic!("the node ended before it was ready")
    }

    /// Kill -9.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}

pub type Http = Client<HttpConnector, Body>;

pub fn http() -> Http {
    Client::builder(TokioExecutor::new()).build_http()
}

/// Sends a request to a node as if it had been meant for it.
pub async fn send(http: &Http, host: &str, mut request: Request) -> Option<Response> {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = Uri::try_from(format!("http://{host}{path}")).expect("an address");
    let value = HeaderValue::from_str(host).expect("a host is a header");
    request.headers_mut().insert(header::HOST, value);
    http.request(request)
        .await
        .ok()
        .map(|response| response.map(Body::new))
}

/// What stands before the nodes: each request goes to the next of them, or to the one after when that is gone.
pub fn balancer(hosts: Vec<String>) -> Router {
    let (http, next) = (http(), Arc::new(AtomicUsize::new(0)));
    Router::new().fallback(move |request: Request| {
        let (http, next, hosts) = (http.clone(), next.clone(), hosts.clone());
        async move {
            let (parts, body) = request.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX)
                .await
                .expect("the body arrives");
            for _ in &hosts {
                let host = &hosts[next.fetch_add(1, Ordering::SeqCst) % hosts.len()];
                let copy = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
                if let Some(response) = send(&http, host, copy).await {
                    return response;
                }
            }
            let mut none = Response::new(Body::empty());
            *none.status_mut() = StatusCode::BAD_GATEWAY;
            none
        }
    })
}
