//! What the waiting page asks every few seconds. It only reads.

use axum::Json;
use axum::extract::Query;
use axum::response::IntoResponse;
use base::Id;
use jiff::Timestamp;
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
pub struct Told {
    text: String,
    done: bool,
    end: bool,
}

pub async fn get(app: App, visitor: Visitor, asker: Asker, Query(query): Query<Asked>) -> web::Result {
    let flow = query.find(&app, &asker).await?;
    let told = Told::of(Words(visitor.locale), flow.as_ref(), app.now());
    Ok(private(Json(told).into_response()))
}

impl Asked {
    /// The sign-in that this browser waits for.
    pub async fn find(self, app: &App, asker: &Asker) -> Result<Option<Flow>, web::Error> {
        let id: Option<Id<Flow>> = self.flow.and_then(|text| text.parse().ok());
        let Some(browser) = asker.browser() else {
            return Ok(None);
        };
        let found = app.db().read(move |tx| match id {
            Some(id) => flows::of_browser(tx, id, &browser),
            None => flows::newest(tx, &browser),
        });
        Ok(found.await?)
    }
}

impl Told {
    pub fn of(w: Words, flow: Option<&Flow>, now: Timestamp) -> Told {
        let Some(flow) = flow else {
            return Told {
                text: w.unknown_browser().to_owned(),
                done: false,
                end: true,
            };
        };
        let done = flow.state == "completed" || flow.is_approved(now);
        Told {
            text: state::state(w, flow, now),
            done,
            end: !done && !flow.is_open(now),
        }
    }

    /// Whether nothing will be told after this.
    pub fn is_last(&self) -> bool {
        self.done || self.end
    }
}
