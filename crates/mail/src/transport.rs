//! Where letters go: a mail server, a folder, or nowhere but the recorder.
use crate::Outcome;
use crate::smtp::{Connection, SmtpUrl};
use base::{Fault, Result};
use lettre::Message;
use std::path::PathBuf;

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

    pub(crate) async fn send(
        &self,
        open: Open,
        name: &str,
        message: &Message,
    ) -> (Outcome, String, Option<Open>) {
        match (self, open) {
            (Transport::Smtp(url), Open::Smtp(connection)) => {
                let (outcome, error, connection) = url.send(*connection, message).await;
                (outcome, error, connection.map(|kept| Open::Smtp(Box::new(kept))))
            }
            (Transport::Folder(folder), open) => {
                let path = folder.join(format!("{name}.eml"));
                let part = folder.join(format!("{name}.part"));
                let written = async {
                    tokio::fs::write(&part, message.formatted()).await?;
                    tokio::fs::rename(&part, &path).await
                };
                match written.await {
                    Ok(()) => (Outcome::Accepted, String::new(), Some(open)),
                    Err(error) => (Outcome::RefusedForNow, error.to_string(), Some(open)),
                }
            }
            (_, open) => (Outcome::Accepted, String::new(), Some(open)),
        }
    }
}

impl Transport {
    /// Whether a letter could leave now: for operators.
    pub async fn check(&self) -> Result<()> {
        self.open(None).await.map(drop)
    }
}
