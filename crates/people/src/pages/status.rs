//! What the waiting page asks every few seconds. It only reads.

use axum::Json;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use base::Id;
use serde::{Deserialize, Serialize};
use web::{App, Visitor};

use super::answers::private;
use super::asker::Asker;
use super::state;
use crate::flows;
use crate::model::Flow;
use crate::words::Words;

/// Which waiting page asks; without it, the newest of the browser.
#[derive(Deserialize)]
pub struct Asked {
    flow: Option<String>,
}

/// `done`: the page may go on. `end`: nothing will come any more.
#[derive(Serialize)]
struct Told {
    text: String,
    done: bool,
    end: bool,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let w = Words(visitor.locale);
    let id: Option<Id<Flow>> = query.flow.and_then(|text| text.parse().ok());
    let flow = match asker.browser() {
        Some(browser) => {
            app.db()
                .read(move |tx| match id {
                    Some(id) => flows::of_browser(tx, id, &browser),
                    None => flows::newest(tx, &browser),
                })
                .await?
        }
        None => None,
    };
    let now = app.now();
    let told = match flow {
        Some(flow) => {
            let done = flow.state == "completed" || flow.is_approved(now);
            Told {
                text: state::state(w, &flow, now),
                done,
                end: !done && !flow.is_open(now),
            }
        }
        None => Told {
            text: w.unknown_browser().to_owned(),
            done: false,
            end: true,
        },
    };
    Ok(private(answer(told)))
}

fn answer(told: Told) -> Response {
    Json(told).into_response()
}
