//! What the program tells whoever watches it: `/metrics`, in the text format of Prometheus. Each name is explained in
//! `docs/guide/metrics.md`, and a test holds the two together.
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base::{Fault, Result};
use metrics::{counter, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::time::Duration;
use tokio::net::TcpListener;
use web::{Address, App};

/// Seconds of a request or a commit, and operations in one commit.
const SECONDS: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 5.0];
const OPERATIONS: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// Counters that are told from the start, with the values their label can have.
const COUNTERS: [(&str, &str, &[&str]); 5] = [
    (
        "sala_mail_letters_total",
        "outcome",
        &["accepted", "later", "refused", "unknown"],
    ),
    (
        "sala_sign_in_organization_failed_total",
        "why",
        &["down", "refused", "wrong"],
    ),
    ("sala_jobs_total", "outcome", &["done", "failed"]),
    ("sala_db_faults_total", "kind", &["busy", "unavailable", "retry"]),
    (
        "sala_sign_in_completed_total",
        "method",
        &["link", "code", "number", "totp", "recovery", "oidc", "console"],
    ),
];
const PLAIN_COUNTERS: [&str; 4] = [
    "sala_sign_in_held_off_total",
    "sala_sign_in_password_wrong_total",
    "sala_sign_in_denied_total",
    "sala_sign_in_locked_total",
];
const GAUGES: [&str; 3] = ["sala_db_waiting", "sala_db_pool_in_use", "sala_db_pool_size"];

/// The measures of this process. Cheap to clone.
#[derive(Clone)]
pub struct Measures(PrometheusHandle);

impl Measures {
    /// Begins to measure; once in a process, before anything is opened.
    pub fn begin() -> Result<Measures> {
        let wrong = |e| Fault::new("setting the measures up").because(e);
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)
            .map_err(wrong)?
            .set_buckets_for_metric(Matcher::Suffix("_operations".to_owned()), &OPERATIONS)
            .map_err(wrong)?
            .build_recorder();
        let measures = Measures(recorder.handle());
        metrics::set_global_recorder(recorder)
            .map_err(|_| Fault::new("setting the measures up: they are there already"))?;
        for (name, label, values) in COUNTERS {
            values
                .iter()
                .for_each(|&value| counter!(name, label => value).increment(0));
        }
        PLAIN_COUNTERS
            .iter()
            .for_each(|&name| counter!(name).increment(0));
        GAUGES.iter().for_each(|&name| gauge!(name).increment(0));
        gauge!("sala_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1);
        let started = base::Clock::real().now();
        gauge!("process_start_time_seconds").set(started.as_duration().as_secs_f64());
        Ok(measures)
    }

    /// Keeps the memory of the measures small between two readings.
    pub async fn keep_small(self) {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            self.0.run_upkeep();
        }
    }

    /// Everything, with what is counted only when somebody asks.
    async fn text(&self, app: &App) -> String {
        let now = app.now();
        let counted = app.db().read(|tx| {
            let down = mail::relays(tx)?.iter().filter(|relay| relay.is_down()).count();
            let waiting = (mail::waiting(tx)?, mail::oldest_waiting(tx)?, down);
            Ok::<_, Fault>((waiting, jobs::due(tx)?, jobs::failed(tx)?.len()))
        });
        let counted = counted.await;
        gauge!("sala_db_up").set(f64::from(u8::from(counted.is_ok())));
        if let Ok(((letters, oldest, down), due, failed)) = counted {
            let seconds = oldest.map_or(0.0, |at| now.duration_since(at).as_secs_f64().max(0.0));
            gauge!("sala_mail_waiting").set(whole(letters));
            gauge!("sala_mail_oldest_seconds").set(seconds);
            gauge!("sala_mail_servers_down").set(whole(i64::try_from(down).unwrap_or(i64::MAX)));
            gauge!("sala_jobs_waiting").set(whole(due));
            gauge!("sala_jobs_failed").set(whole(i64::try_from(failed).unwrap_or(i64::MAX)));
        }
        if let Some(kilobytes) = resident_kilobytes() {
            gauge!("process_resident_memory_bytes").set(whole(kilobytes * 1024));
        }
        self.0.render()
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a measure above 2^53 may lose its last digits"
)]
fn whole(number: i64) -> f64 {
    number as f64
}

/// As Linux tells it; elsewhere it is not told.
fn resident_kilobytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Serves them at an address of their own, to everybody who can reach it.
pub fn serve(measures: &Measures, app: &App, listener: TcpListener) {
    let (measures, app) = (measures.clone(), app.clone());
    let answer = get(|| async move { plain(measures.text(&app).await) });
    let router = Router::new().route("/metrics", answer);
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "the measures are not served any more");
        }
    });
}

/// Without an address of their own: answered beside the pages, but only to a program on this machine that came without
/// a proxy and by the machine's own name, so that they are not public by accident.
pub async fn beside_the_pages(
    State((measures, app)): State<(Measures, App)>,
    request: Request,
    next: Next,
) -> Response {
    let address = request.extensions().get::<Address>();
    let asked = request.uri().path() == "/metrics" && request.method() == Method::GET;
    if asked && address.is_some_and(|address| is_local(*address, request.headers())) {
        return plain(measures.text(&app).await);
    }
    next.run(request).await
}

fn is_local(address: Address, headers: &HeaderMap) -> bool {
    let forwarded = headers.keys().any(|name| {
        let name = name.as_str();
        name == "forwarded" || name == "via" || name == "x-real-ip" || name.starts_with("x-forwarded-")
    });
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let name = host
        .unwrap_or_default()
        .rsplit_once(':')
        .map_or(host.unwrap_or_default(), |(name, _)| name);
    let own_name = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
    address.is_loopback() && own_name && !forwarded
}

fn plain(text: String) -> Response {
    let kind = "text/plain; version=0.0.4; charset=utf-8";
    (
        [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")],
        text,
    )
        .into_response()
}
