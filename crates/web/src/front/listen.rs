//! Connections: taken until the program is asked to stop, each answered by the front, all finished before it ends.
use super::Front;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// The head of a request must arrive in this time; an idle connection is closed after it.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// Requests under way get this long to finish after the program was asked to stop.
const STOP_TIME: Duration = Duration::from_secs(30);

/// Serves until `stop` is done, then finishes what was accepted.
pub async fn serve(listener: TcpListener, front: Front, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => take(stream, peer, &front, &connections),
                Err(error) => {
                    // Too many open files, for example: those that are open go on, and one of them ends soon.
                    tracing::warn!(%error, "a connection cannot be taken");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    front.stop();
    if tokio::time::timeout(STOP_TIME, connections.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not finish in time");
    }
}

fn take(stream: TcpStream, peer: SocketAddr, front: &Front, connections: &GracefulShutdown) {
    let _ = stream.set_nodelay(true);
    let front = front.clone();
    let answer = service_fn(move |request: Request<Incoming>| {
        let front = front.clone();
        async move {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            Ok::<_, Infallible>(front.answer(request).await)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), answer);
    let watched = connections.watch(connection);
    tokio::spawn(async move {
        // A reader who goes away in the middle is no fault of ours.
        if let Err(error) = watched.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
