//! The worker: takes letters that are due, has them written on an open connection, hands them over, notes how it went.
use crate::transport::{Open, Transport};
use crate::{Kind, Letter, Outcome, Outgoing, Recorded, Recorder, Setting, mime, outbox};
use base::{Clock, Email, Keys, Result};
use db::Db;
use lettre::Message;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::{Mutex, Notify, watch};

static WAKE: LazyLock<Notify> = LazyLock::new(Notify::new);

/// Tells the worker of this program that a letter was committed.
pub fn wake() {
    WAKE.notify_one();
}

/// Hands letters over.
pub struct Worker {
    db: Db,
    clock: Clock,
    kinds: Vec<&'static Kind>,
    transport: Transport,
    site: Site,
    recorder: Option<Recorder>,
    open: Mutex<Option<Open>>,
}

struct Site {
    name: String,
    public_url: String,
    from: Email,
    keys: Keys,
}

impl Worker {
    pub fn new(
        db: Db,
        clock: Clock,
        kinds: Vec<&'static Kind>,
        transport: Transport,
        setting: &Setting,
    ) -> Worker {
        let site = Site {
            name: setting.site_name.clone(),
            public_url: setting.public_url.clone(),
            from: setting.from.clone(),
            keys: setting.keys.clone(),
        };
        Worker {
            db,
            clock,
            kinds,
            transport,
            site,
            recorder: None,
            open: Mutex::new(None),
        }
    }

    /// Keeps the last letters in memory too.
    #[must_use]
    pub fn recording(mut self, recorder: Recorder) -> Worker {
        self.recorder = Some(recorder);
        self
    }

    /// Runs until told to stop; finishes the letter at hand.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            if let Err(fault) = self.deliver_due().await {
                tracing::warn!(%fault, "letters wait");
            }
            tokio::select! {
                _ = stop.changed() => return,
                () = WAKE.notified() => {}
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
            }
        }
    }

    /// Tries every letter that is due once; answers how many were handed over.
    pub async fn deliver_due(&self) -> Result<usize> {
        let mut sent = 0;
        while let Some(outgoing) = self.db.write(outbox::take).await? {
            if self.deliver(outgoing).await? == Some(Outcome::Accepted) {
                sent += 1;
            }
        }
        Ok(sent)
    }

    async fn deliver(&self, outgoing: Outgoing) -> Result<Option<Outcome>> {
        let Some(&kind) = self.kinds.iter().find(|kind| kind.name == outgoing.kind) else {
            tracing::error!(kind = outgoing.kind, "no room of this program writes this letter");
            self.note(&outgoing, &Kind::EMPTY, Outcome::RefusedForNow, "unknown kind")
                .await?;
            return Ok(None);
        };
        // The connection first: what is minted while the letter is written must not grow old in a queue.
        let mut kept = self.open.lock().await;
        let open = match self.transport.open(kept.take()).await {
            Ok(open) => open,
            Err(fault) => {
                drop(kept);
                tracing::warn!(%fault, "the mail server cannot be reached");
                count(Outcome::RefusedForNow);
                self.note(&outgoing, kind, Outcome::RefusedForNow, &fault.to_string())
                    .await?;
                return Ok(Some(Outcome::RefusedForNow));
            }
        };
        let Some((letter, setting)) = self.write(&outgoing, kind).await? else {
            *kept = Some(open);
            return Ok(None);
        };
        let message = match mime::message(&letter, &outgoing, &setting) {
            Ok(message) => message,
            // Another try would end the same: this is no address that mail can be sent to.
            Err(fault) => {
                *kept = Some(open);
                drop(kept);
                tracing::warn!(kind = kind.name, %fault, "a letter cannot be sent");
                self.note(&outgoing, kind, Outcome::Refused, &fault.to_string())
                    .await?;
                return Ok(Some(Outcome::Refused));
            }
        };
        let (outcome, error, open) = self
            .transport
            .send(open, &outgoing.id.to_string(), &message)
            .await;
        *kept = open;
        drop(kept);
        count(outcome);
        if outcome == Outcome::Accepted {
            self.keep(&outgoing, &letter, &message);
        } else {
            tracing::warn!(kind = outgoing.kind, ?outcome, error, "a letter was not taken");
        }
        self.note(&outgoing, kind, outcome, &error).await?;
        Ok(Some(outcome))
    }

    /// Has the letter written, in a transaction that is committed before a byte of it leaves.
    async fn write(&self, outgoing: &Outgoing, kind: &'static Kind) -> Result<Option<(Letter, Setting)>> {
        let setting = Setting {
            site_name: self.site.name.clone(),
            public_url: self.site.public_url.clone(),
            from: self.site.from.clone(),
            now: self.clock.now(),
            keys: self.site.keys.clone(),
        };
        let (about, told) = (outgoing.clone(), setting.clone());
        let written = self.db.write(move |tx| {
            let letter = (kind.render)(tx, &about, &told)?;
            if letter.is_none() {
                outbox::drop_unwanted(tx, &about)?;
            }
            Ok::<_, base::Fault>(letter)
        });
        match written.await {
            Ok(letter) => Ok(letter.map(|letter| (letter, setting))),
            Err(fault) => {
                tracing::error!(kind = kind.name, %fault, "a letter cannot be written");
                self.note(outgoing, &Kind::EMPTY, Outcome::RefusedForNow, &fault.to_string())
                    .await?;
                Ok(None)
            }
        }
    }

    async fn note(&self, outgoing: &Outgoing, kind: &Kind, outcome: Outcome, error: &str) -> Result<()> {
        let (outgoing, error) = (outgoing.clone(), error.to_owned());
        let (sent, refused) = (kind.sent, kind.refused);
        let noted = self.db.write(move |tx| {
            outbox::record(tx, &outgoing, outcome, &error)?;
            if outcome == Outcome::Accepted {
                sent(tx, &outgoing)
            } else {
                refused(tx, &outgoing, outcome)
            }
        });
        noted.await
    }

    fn keep(&self, outgoing: &Outgoing, letter: &Letter, message: &Message) {
        if let Some(recorder) = &self.recorder {
            recorder.note(Recorded {
                id: outgoing.id.to_string(),
                to: outgoing.to.to_string(),
                subject: letter.subject.clone(),
                kind: outgoing.kind.clone(),
                lang: outgoing.locale.tag().to_owned(),
                text: letter.text.clone(),
                html: letter.html.clone(),
                raw: String::from_utf8_lossy(&message.formatted()).into_owned(),
                at: self.clock.now(),
            });
        }
    }
}

/// For operators: how the tries end.
fn count(outcome: Outcome) {
    let name = match outcome {
        Outcome::Accepted => "accepted",
        Outcome::RefusedForNow => "later",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
    };
    metrics::counter!("sala_mail_letters_total", "outcome" => name).increment(1);
}
