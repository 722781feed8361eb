//! Serving: the listener, the workers beside it, and a stop that finishes what was accepted.
use crate::config::Config;
use crate::measures::{self, Measures};
use crate::{open, say};
use axum::middleware::from_fn_with_state;
use base::{Clock, Fault, Random, Result};
use mail::Setting;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::watch;
use web::App;

/// `sala serve`
pub async fn run(config: &Config) -> Result<ExitCode> {
    let measures = Measures::begin()?;
    let (clock, random) = (Clock::real(), Random::os());
    let db = open::serving(config, &clock, &random).await?;
    db.migrate().await?;
    let app = open::app(config, db, clock, random, false)?;
    if let Some(path) = site::first_run(&app).await? {
        say(format!(
            "first run: make the administrator's account within an hour at {}{path}",
            config.public_url
        ))?;
    }
    let listener = listen(config.listen).await?;
    let watched = Watched {
        measures,
        listener: match config.metrics_listen {
            Some(address) => Some(listen(address).await?),
            None => None,
        },
    };
    let stop = Stop::new()?;
    tracing::info!(listen = %config.listen, public_url = config.public_url, "serving");
    until_stopped(&app, listener, config, watched, stop).await
}

/// The measures, and where they are served if not beside the pages.
pub struct Watched {
    pub measures: Measures,
    pub listener: Option<TcpListener>,
}

/// Binds the address.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .map_err(|e| Fault::new(format!("listening on {address}")).because(e))
}

/// The signals that ask for a clean stop. Made before the program says that it is ready: until then a signal ends the
/// process at once.
#[derive(Debug)]
pub struct Stop {
    interrupt: Signal,
    terminate: Signal,
}

impl Stop {
    /// Takes SIGTERM and SIGINT.
    pub fn new() -> Result<Stop> {
        let take = |kind| signal(kind).map_err(|e| Fault::new("taking the signals of a stop").because(e));
        Ok(Stop {
            interrupt: take(SignalKind::interrupt())?,
            terminate: take(SignalKind::terminate())?,
        })
    }

    async fn asked(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
        tracing::info!("stopping: requests under way are finished first");
    }
}

/// Serves until it is asked to stop, then finishes the requests it accepted and the letter at hand.
pub async fn until_stopped(
    app: &App,
    listener: TcpListener,
    config: &Config,
    watched: Watched,
    asked: Stop,
) -> Result<ExitCode> {
    let (stop, stopped) = watch::channel(false);
    let letters = letters(app, config);
    let mail = tokio::spawn({
        let stopped = stopped.clone();
        async move { Box::pin(letters.run(stopped)).await }
    });
    let kinds = app.slices().iter().flat_map(|slice| slice.jobs).collect();
    let timers = app.slices().iter().flat_map(|slice| slice.timers).collect();
    let work = jobs::Worker::new(app.db().clone(), kinds, timers);
    let work = work.doing(site::ALERT, config.alerts.clone().outside(app));
    let work = tokio::spawn(work.run(stopped));
    let measures = watched.measures;
    tokio::spawn(measures.clone().keep_small());
    let beside = watched
        .listener
        .is_none()
        .then(|| (measures.clone(), app.clone()));
    if let Some(listener) = watched.listener {
        measures::serve(&measures, app, listener);
    }
    let stack = web::stack(app, people::SESSION_COOKIE, |router, app| {
        let router = router.layer(from_fn_with_state(app.clone(), people::visitor_layer));
        match beside {
            Some(beside) => router.layer(from_fn_with_state(beside, measures::beside_the_pages)),
            None => router,
        }
    });
    web::serve(listener, stack.service, asked.asked()).await;
    stop.send_replace(true);
    let _ = tokio::join!(mail, work);
    Ok(ExitCode::SUCCESS)
}

fn letters(app: &App, config: &Config) -> Arc<mail::Worker> {
    let kinds = app.slices().iter().flat_map(|slice| slice.mails).collect();
    let setting = Setting {
        site_name: app.site().name.clone(),
        public_url: app.site().public_url.clone(),
        from: app.site().mail_from.clone(),
        now: app.now(),
        keys: app.keys().clone(),
    };
    let (db, clock, first) = (app.db().clone(), app.clock().clone(), config.transport.clone());
    let worker = mail::Worker::new(db, clock, kinds, first, &setting);
    let worker = worker.and_then_by(config.second_transport.clone());
    Arc::new(if app.site().dev {
        worker.recording(app.letters().clone())
    } else {
        worker
    })
}
