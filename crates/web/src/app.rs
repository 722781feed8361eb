//! The program as a page sees it.
use crate::{PanelFor, Slice};
use axum::extract::FromRequestParts;
use axum::http::{Extensions, request};
use base::{Clock, Email, Fault, Keys, Random};
use db::{Db, Tx};
use jiff::Timestamp;
use std::convert::Infallible;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// What the site is called and how it is reached.
#[derive(Debug, Clone)]
pub struct Site {
    pub name: String,
    /// Without a slash at its end.
    pub public_url: String,
    /// Whom to ask for help.
    pub contact: Option<Email>,
    pub mail_from: Email,
    /// The zone in which times are told that belong to no event.
    pub zone: base::Zone,
    /// The proxies in front of the program, which tell who the visitor is.
    pub proxies: crate::Proxies,
    /// Pages for developers are there.
    pub dev: bool,
    /// The demonstration: loopback names are hosts of ours, and the clock may be moved.
    pub demo: bool,
}

impl Site {
    /// `forum.example` or `127.0.0.1:8080`.
    pub fn host(&self) -> &str {
        self.public_url
            .split_once("://")
            .map_or(self.public_url.as_str(), |(_, host)| host)
    }

    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// What an [`App`] is made of.
pub struct Parts {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub files: files::Store,
    pub site: Site,
    pub keys: Keys,
    pub slices: &'static [Slice],
    pub letters: mail::Recorder,
    /// Organizations whose accounts sign in.
    pub providers: oidc::Providers,
}

/// Everything a page may use. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inside>);

struct Inside {
    parts: Parts,
    shared: Mutex<Extensions>,
    stopping: watch::Sender<bool>,
}

impl Deref for Inside {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl App {
    pub fn new(parts: Parts) -> App {
        App(Arc::new(Inside {
            parts,
            shared: Mutex::default(),
            stopping: watch::Sender::new(false),
        }))
    }

    /// What a room shares among its pages for as long as the program runs; begun when it is first asked for.
    pub fn shared<T: Clone + Default + Send + Sync + 'static>(&self) -> T {
        let mut shared = self.0.shared.lock().unwrap_or_else(PoisonError::into_inner);
        shared.get_or_insert_with(T::default).clone()
    }

    /// Turns true when the program was asked to stop: an answer that has no end of its own ends then.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.0.stopping.subscribe()
    }

    pub(crate) fn stop(&self) {
        self.0.stopping.send_replace(true);
    }

    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The instant itself. A public page that tells it cannot be kept; one that asks whether something has passed asks
    /// [`App::moment`].
    pub fn now(&self) -> Timestamp {
        db::passing();
        self.0.clock.now()
    }

    /// This instant, for what is decided by it and not told.
    pub fn moment(&self) -> db::Moment {
        self.0.clock.now().into()
    }

    pub fn random(&self) -> &Random {
        &self.0.random
    }

    pub fn files(&self) -> &files::Store {
        &self.0.files
    }

    pub fn site(&self) -> &Site {
        &self.0.site
    }

    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub fn slices(&self) -> &'static [Slice] {
        self.0.slices
    }

    pub fn letters(&self) -> &mail::Recorder {
        &self.0.letters
    }

    pub fn providers(&self) -> &oidc::Providers {
        &self.0.providers
    }

    /// What the slices show at a place of another's page, in the order of the slices, as HTML.
    pub fn panels(&self, tx: &mut Tx<'_>, place: &str, about: &PanelFor) -> Result<String, Fault> {
        let mut html = String::new();
        for panel in self
            .slices()
            .iter()
            .flat_map(|slice| slice.panels)
            .filter(|panel| panel.place == place)
        {
            if let Some(part) = (panel.render)(tx, about)? {
                html.push_str(&part);
            }
        }
        Ok(html)
    }
}

impl FromRequestParts<App> for App {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut request::Parts, app: &App) -> Result<App, Infallible> {
        Ok(app.clone())
    }
}
