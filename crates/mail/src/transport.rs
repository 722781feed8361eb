//! Where letters go: a mail server, a folder, or nowhere but the recorder.
use crate::Outcome;
use crate::relay::Fared;
use crate::smtp::{Connection, Said, SmtpUrl};
use base::{Fault, Result};
use lettre::Message;
use std::path::PathBuf;
use std::time::Duration;

/// The way out.
#[derive(Clone)]
pub enum Transport {
    Smtp(SmtpUrl),
    /// One `.eml` file a letter.
    Folder(PathBuf),
    /// Only the recorder sees it: for the demonstration and tests.
    Memory,
}

/// An open way out.
pub(crate) enum Open {
    Smtp(Box<Connection>),
    Folder,
    Memory,
}

impl Transport {
    /// What operators know it by. Two ways with the same name are one.
    pub fn name(&self) -> String {
        match self {
            Transport::Smtp(url) => url.place(),
            Transport::Folder(folder) => folder.display().to_string(),
            Transport::Memory => "memory".to_owned(),
        }
    }

    /// How long a letter may take on this way: to open it, and to hand over.
    pub(crate) fn longest(&self) -> Duration {
        match self {
            Transport::Smtp(url) => 2 * url.timeout(),
            Transport::Folder(_) | Transport::Memory => Duration::ZERO,
        }
    }

    pub(crate) async fn open(&self, kept: Option<Open>) -> Result<Open> {
        match self {
            Transport::Smtp(url) => {
                let kept = if let Some(Open::Smtp(connection)) = kept {
                    Some(*connection)
                } else {
                    None
                };
                url.connect(kept)
                    .await
                    .map(|connection| Open::Smtp(Box::new(connection)))
            }
            Transport::Folder(folder) => {
                let made = tokio::fs::create_dir_all(folder).await;
                made.map(|()| Open::Folder)
                    .map_err(|e| Fault::new("making the folder for letters").because(e))
            }
            Transport::Memory => Ok(Open::Memory),
        }
    }

    pub(crate) async fn send(&self, open: Open, name: &str, message: &Message) -> (Said, Option<Open>) {
        let taken = Said::new(Outcome::Accepted, Fared::Well, String::new());
        match (self, open) {
            (Transport::Smtp(url), Open::Smtp(connection)) => {
                let (said, connection) = url.send(*connection, message).await;
                (said, connection.map(|kept| Open::Smtp(Box::new(kept))))
            }
            (Transport::Folder(folder), open) => {
                let path = folder.join(format!("{name}.eml"));
                let part = folder.join(format!("{name}.part"));
                let written = async {
                    tokio::fs::write(&part, message.formatted()).await?;
                    tokio::fs::rename(&part, &path).await
                };
                let said = match written.await {
                    Ok(()) => taken,
                    Err(error) => Said::new(Outcome::RefusedForNow, Fared::Badly, error.to_string()),
                };
                (said, Some(open))
            }
            (_, open) => (taken, Some(open)),
        }
    }
}

impl Transport {
    /// Whether a letter could leave now: for operators.
    pub async fn check(&self) -> Result<()> {
        self.open(None).await.map(drop)
    }
}
