//! Connections that do not behave: slow, idle by the thousand, cut, without end.
use crate::program::Program;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Served {
    address: std::net::SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    done: JoinHandle<()>,
}

async fn served(program: &Program) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let front = program.front.clone();
    let done = tokio::spawn(async move {
        web::serve(listener, front, async {
            let _ = stopped.await;
        })
        .await;
    });
    Served {
        address,
        stop: Some(stop),
        done,
    }
}

async fn well(served: &Served) {
    let began = Instant::now();
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream
        .write_all(b"GET /public/one HTTP/1.1\r\nHost: forum.example\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(
        answer.starts_with(b"HTTP/1.1 200"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_idle_and_a_hundred_slow_connections_hold_nobody_up() {
    let program = Program::new().await;
    let served = served(&program).await;
    let mut idle = Vec::new();
    for n in 0..1000 {
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        if n % 10 == 0 {
            // A head that never ends.
            stream
                .write_all(b"GET /public/one HTTP/1.1\r\nHost: forum")
                .await
                .unwrap();
        }
        idle.push(stream);
    }
    well(&served).await;
    drop(idle);
    well(&served).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_cut_in_the_middle_or_is_no_request_ends_that_connection_alone() {
    let program = Program::new().await;
    let served = served(&program).await;
    let huge = [b"GET /public/one HTTP/1.1\r\nX: ".to_vec(), vec![b'x'; 1 << 20]].concat();
    let pieces: [&[u8]; 5] = [
        b"POST /e/x HTTP/1.1\r\nHost: forum.example\r\nContent-Length: 1000\r\n\r\nname=",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /public/one HTTP/1.1\r\nHost: forum.example\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        &huge,
    ];
    for piece in pieces {
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        let _ = stream.write_all(piece).await;
        let _ = stream.shutdown().await;
        let mut rest = Vec::new();
        let _ = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await;
        assert!(
            !rest.starts_with(b"HTTP/1.1 5"),
            "{}",
            String::from_utf8_lossy(&rest)
        );
        well(&served).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_slowly_and_who_sends_without_end_do_not_grow_the_program() {
    let program = Program::new().await;
    let served = served(&program).await;
    // Asks a thousand times and reads nothing: the program stops taking from this connection.
    let mut slow = TcpStream::connect(served.address).await.unwrap();
    let request = b"GET /public/one HTTP/1.1\r\nHost: forum.example\r\n\r\n".repeat(1000);
    let _ = tokio::time::timeout(Duration::from_millis(500), slow.write_all(&request)).await;
    well(&served).await;
    // A body without end is told that it is too large.
    let mut endless = TcpStream::connect(served.address).await.unwrap();
    let head = b"POST /e/x HTTP/1.1\r\nHost: forum.example\r\nSec-Fetch-Site: same-origin\r\n\
                 Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
    endless.write_all(head).await.unwrap();
    let chunk = [b"10000\r\n".to_vec(), vec![b'a'; 0x10000], b"\r\n".to_vec()].concat();
    let mut sent = 0_usize;
    while sent < 64 << 20 && endless.write_all(&chunk).await.is_ok() {
        sent += chunk.len();
    }
    assert!(sent < 64 << 20, "it took {sent} bytes and wants more");
    well(&served).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_finishes_what_was_accepted_and_takes_no_more() {
    let program = Program::new().await;
    let mut served = served(&program).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream
        .write_all(b"GET /passing/slow HTTP/1.1\r\nHost: forum.example\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let _ = served.stop.take().unwrap().send(());
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    assert!(
        answer.starts_with(b"HTTP/1.1 200"),
        "{}",
        String::from_utf8_lossy(&answer)
    );
    tokio::time::timeout(Duration::from_secs(5), served.done)
        .await
        .unwrap()
        .unwrap();
    assert!(TcpStream::connect(served.address).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_an_end_ends_when_the_program_is_asked_to_stop() {
    let program = Program::new().await;
    let mut served = served(&program).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream
        .write_all(b"GET /endless HTTP/1.1\r\nHost: forum.example\r\n\r\n")
        .await
        .unwrap();
    let mut heard = Vec::new();
    while !heard.ends_with(b"begun\r\n") {
        assert_ne!(stream.read_buf(&mut heard).await.unwrap(), 0);
    }
    served.stop.take().unwrap().send(()).unwrap();
    let done = tokio::time::timeout(Duration::from_secs(2), served.done);
    done.await.expect("it stops at once").unwrap();
}
