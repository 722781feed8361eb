//! What the waiting page hears without asking: where its sign-in stands, at once and whenever that changes. It only reads.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base::Id;
use futures_util::stream::unfold;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio::time::sleep;
use web::{App, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::status::{Asked, Told};
use crate::flows;
use crate::model::Flow;
use crate::waiting::{Place, Waiting};
use crate::words::Words;

/// A sign of life, so that nothing on the way takes the connection for dead.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// After a broken connection the browser tries again in so many milliseconds.
const RETRY: &str = "retry: 3000\n";

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let body = match query.find(&app, &asker).await? {
        None => Body::from(format!("{RETRY}{}", event(&Told::of(w, None, app.now())))),
        Some(flow) => {
            let page = Waits {
                place: app.shared::<Waiting>().enter(app.db(), flow.id),
                flow: flow.id,
                until: flow.expires_at,
                stopping: app.stopping(),
                next: Next::First,
                app,
                w,
            };
            Body::from_stream(unfold(page, Waits::tell))
        }
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream"),
        ),
        // nginx hands it on as it comes.
        (
            header::HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok(private((headers, body).into_response()))
}

fn event(told: &Told) -> String {
    let json = serde_json::to_string(told).unwrap_or_default();
    format!("data: {json}\n\n")
}

/// A page that waits.
struct Waits {
    app: App,
    w: Words,
    flow: Id<Flow>,
    until: Timestamp,
    place: Place,
    stopping: watch::Receiver<bool>,
    next: Next,
}

enum Next {
    First,
    Change,
    Nothing,
}

impl Waits {
    /// The next piece of the answer; nothing when it has ended.
    async fn tell(mut self) -> Option<(Result<Bytes, Infallible>, Waits)> {
        let text = match self.next {
            Next::First => format!("{RETRY}{}", self.look().await?),
            Next::Change => self.wait().await?,
            Next::Nothing => return None,
        };
        Some((Ok(Bytes::from(text)), self))
    }

    async fn wait(&mut self) -> Option<String> {
        tokio::select! {
            () = self.place.moved() => self.look().await,
            () = stopped(&mut self.stopping) => None,
            () = sleep(HEARTBEAT) => {
                if self.app.now() >= self.until {
                    self.look().await
                } else {
                    Some(":\n\n".to_owned())
                }
            }
        }
    }

    /// Where the sign-in stands. When that cannot be read the answer ends, and the browser asks again.
    async fn look(&mut self) -> Option<String> {
        let id = self.flow;
        let flow = self.app.db().read(move |tx| flows::by_id(tx, id)).await.ok()?;
        let told = Told::of(self.w, flow.as_ref(), self.app.now());
        self.next = if told.is_last() {
            Next::Nothing
        } else {
            Next::Change
        };
        Some(event(&told))
    }
}

async fn stopped(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await;
}
