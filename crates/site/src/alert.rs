//! Operators told of mail in trouble by the log, a command of theirs and a program of theirs: not by mail, once when it
//! begins and once when it is over.
use crate::webhook::Address;
use base::{Fault, Result};
use db::Tx;
use jiff::SignedDuration;
use jobs::{Job, Outside};
use mail::Trouble;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use web::App;

/// The kind of job; one job is one thing to tell.
pub const ALERT: &str = "site.alert";
/// A command or a program may take so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// In the program that serves, [`Alerts`] tells it before this; a program without operators tells nobody.
pub static JOBS: &[jobs::Kind] = &[jobs::Kind {
    name: ALERT,
    run: |_, _| Ok(()),
}];

pub static TIMERS: &[jobs::Timer] = &[jobs::Timer {
    name: "site.mail",
    every: SignedDuration::from_secs(10),
    run: look,
}];

/// Looks at the mail and asks for what operators are to be told.
fn look(tx: &mut Tx<'_>) -> Result<(), Fault> {
    mail::judge(tx)?;
    let now = tx.now();
    for trouble in mail::to_tell(tx)? {
        let waiting = mail::waiting(tx)?;
        let oldest = mail::oldest_waiting(tx)?;
        let oldest = oldest.map_or(0, |at| now.duration_since(at).as_secs().max(0));
        jobs::push(tx, ALERT, &told(&trouble, waiting, oldest), now)?;
    }
    Ok(())
}

/// What is told, in the words of the log.
fn told(trouble: &Trouble, waiting: i64, oldest: i64) -> Value {
    let detail = &trouble.detail;
    let (event, text) = match (trouble.kind.as_str(), trouble.ended_at.is_some()) {
        ("relay", false) => (
            "mail.relay.began",
            format!("a mail server takes no letters, another one does: {detail}"),
        ),
        ("relay", true) => (
            "mail.relay.ended",
            "every mail server takes letters again".to_owned(),
        ),
        (_, false) => ("mail.letters.began", format!("letters do not leave: {detail}")),
        (_, true) => ("mail.letters.ended", "letters leave again".to_owned()),
    };
    json!({
        "event": event,
        "text": text,
        "began_at": trouble.began_at,
        "ended_at": trouble.ended_at,
        "letters_waiting": waiting,
        "oldest_letter_seconds": oldest,
    })
}

/// Whom operators want told, beside the log.
#[derive(Clone, Default)]
pub struct Alerts {
    webhook: Option<Address>,
    command: Option<PathBuf>,
}

impl Alerts {
    /// The address of a program that takes JSON, and a command that finds the same on its standard input.
    pub fn new(webhook: Option<&str>, command: Option<PathBuf>) -> Result<Alerts> {
        let webhook = webhook.map(Address::parse).transpose()?;
        Ok(Alerts { webhook, command })
    }

    /// The program's host. What follows it in the address may be a secret.
    pub fn host(&self) -> Option<String> {
        self.webhook.as_ref().map(Address::host)
    }

    pub fn command(&self) -> Option<&PathBuf> {
        self.command.as_ref()
    }

    /// Whether the command can be run at all.
    pub fn check(&self) -> Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let Some(command) = &self.command else {
            return Ok(());
        };
        match std::fs::metadata(command) {
            Ok(file) if file.is_file() && file.permissions().mode() & 0o111 != 0 => Ok(()),
            Ok(_) => Err(Fault::new(format!("{} is no program", command.display()))),
            Err(error) => Err(Fault::new(format!("finding {}", command.display())).because(error)),
        }
    }

    /// What the worker of jobs does for each thing to tell.
    pub fn outside(self, app: &App) -> Outside {
        let (alerts, site) = (Arc::new(self), app.site().public_url.clone());
        Arc::new(move |job| {
            let (alerts, site) = (Arc::clone(&alerts), site.clone());
            Box::pin(async move { alerts.tell(job, &site).await })
        })
    }

    /// The log and the command once; the other program until it has taken it.
    async fn tell(&self, job: Job, site: &str) -> Result<()> {
        let mut told = job.data;
        told["site"] = site.into();
        if job.tries == 1 {
            let text = told["text"].as_str().unwrap_or_default();
            if told["ended_at"].is_null() {
                tracing::error!(event = %told["event"], "{text}");
            } else {
                tracing::info!(event = %told["event"], "{text}");
            }
            if let Some(command) = &self.command
                && let Err(fault) = run(command, &told).await
            {
                tracing::error!(%fault, command = %command.display(), "operators could not be told by the command");
            }
        }
        match &self.webhook {
            None => Ok(()),
            Some(address) => {
                let posted = tokio::time::timeout(PATIENCE, address.post(told.to_string()));
                posted
                    .await
                    .unwrap_or_else(|_| Err(Fault::new(format!("{} is silent", address.host()))))
            }
        }
    }
}

/// Runs it with the text as its only argument and the whole on its standard input, without a shell.
async fn run(command: &PathBuf, told: &Value) -> Result<()> {
    let text = told["text"].as_str().unwrap_or_default();
    let began = Command::new(command)
        .arg(text)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn();
    let mut child = began.map_err(|e| Fault::new("starting the command").because(e))?;
    let ended = tokio::time::timeout(PATIENCE, async {
        if let Some(mut input) = child.stdin.take() {
            // One that does not read it knows enough.
            let _ = input.write_all(told.to_string().as_bytes()).await;
        }
        child.wait().await
    });
    let ended = ended
        .await
        .map_err(|_| Fault::new("the command takes too long"))?;
    let status = ended.map_err(|e| Fault::new("waiting for the command").because(e))?;
    if status.success() {
        Ok(())
    } else {
        Err(Fault::new(format!("the command ended with {status}")))
    }
}
