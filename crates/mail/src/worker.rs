//! The worker: takes letters that are due, has them written on an open connection, hands them over, notes how it went.
use crate::relay::{self, Fared, Usable};
use crate::smtp::Said;
use crate::transport::{Open, Transport};
use crate::{Kind, Letter, Outcome, Outgoing, Recorded, Recorder, Setting, mime, outbox, trouble};
use base::{Clock, Email, Keys, Result};
use db::Db;
use jiff::SignedDuration;
use lettre::Message;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tokio::sync::{Mutex, Notify, OnceCell, watch};

/// Letters under way at once.
const LINES: usize = 2;
/// How long a letter is held at least before another worker takes it.
const LEASE: SignedDuration = SignedDuration::from_mins(3);

static WAKE: LazyLock<Notify> = LazyLock::new(Notify::new);

/// Tells the worker of this program that a letter was committed.
pub fn wake() {
    WAKE.notify_one();
}

/// Hands letters over: to the first relay, and where that fails to the second.
pub struct Worker {
    db: Db,
    clock: Clock,
    kinds: Vec<&'static Kind>,
    relays: Vec<Transport>,
    site: Site,
    recorder: Option<Recorder>,
    lines: [Line; LINES],
    registered: OnceCell<()>,
}

/// One letter after the other, on connections that are kept, one to each relay.
#[derive(Default)]
struct Line {
    kept: Mutex<BTreeMap<usize, Open>>,
}

/// What the worker does at once.
#[derive(Clone, Copy)]
enum Part<'a> {
    Letters(&'a Line),
    Trials,
}

impl Part<'_> {
    /// A letter was committed. Relays are tried by the clock alone.
    async fn is_called(self) {
        match self {
            Part::Letters(_) => WAKE.notified().await,
            Part::Trials => std::future::pending().await,
        }
    }
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
            relays: vec![transport],
            site,
            recorder: None,
            lines: Default::default(),
            registered: OnceCell::new(),
        }
    }

    /// Another relay, for letters that those before it did not take.
    #[must_use]
    pub fn and_then_by(mut self, second: Option<Transport>) -> Worker {
        self.relays.extend(second);
        self
    }

    /// Keeps the last letters in memory too.
    #[must_use]
    pub fn recording(mut self, recorder: Recorder) -> Worker {
        self.recorder = Some(recorder);
        self
    }

    /// Runs until told to stop; finishes the letters at hand.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        let [one, other] = &self.lines;
        tokio::join!(
            self.go_on(stop.clone(), Part::Letters(one)),
            self.go_on(stop.clone(), Part::Letters(other)),
            self.go_on(stop, Part::Trials),
        );
    }

    async fn go_on(&self, mut stop: watch::Receiver<bool>, part: Part<'_>) {
        while !*stop.borrow() {
            let done = match part {
                Part::Letters(line) => self.hand_over(line).await.map(drop),
                Part::Trials => self.try_again().await,
            };
            if let Err(fault) = done {
                tracing::warn!(%fault, "letters wait");
            }
            tokio::select! {
                _ = stop.changed() => return,
                () = part.is_called() => {}
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
            }
        }
    }

    /// Tries every relay that has rested and every letter that is due once; answers how many were handed over.
    pub async fn deliver_due(&self) -> Result<usize> {
        self.try_again().await?;
        self.hand_over(&self.lines[0]).await
    }

    async fn hand_over(&self, line: &Line) -> Result<usize> {
        self.register().await?;
        let mut sent = 0;
        while let Some((outgoing, usable)) = self.next().await? {
            if self.deliver(line, outgoing, &usable).await? == Some(Outcome::Accepted) {
                sent += 1;
            }
        }
        Ok(sent)
    }

    /// A connection without a letter to each relay that has rested long enough.
    async fn try_again(&self) -> Result<()> {
        self.register().await?;
        let names = self.names();
        loop {
            let asked = Arc::clone(&names);
            let Some(place) = self.db.write(move |tx| relay::take_trial(tx, &asked)).await? else {
                return Ok(());
            };
            let (outcome, names) = (self.relays[place].check().await, Arc::clone(&names));
            let noted = self.db.write(move |tx| match &outcome {
                Ok(()) => relay::is_back(tx, &names[place]),
                Err(fault) => relay::still_rests(tx, &names[place], &fault.to_string()),
            });
            noted.await?;
        }
    }

    fn names(&self) -> Arc<[String]> {
        self.relays.iter().map(Transport::name).collect()
    }

    async fn register(&self) -> Result<()> {
        let names = self.names();
        let write = || self.db.write(move |tx| relay::register(tx, &names));
        self.registered.get_or_try_init(write).await.copied()
    }

    /// The next letter that is due, and the relays it may be given to. While there is none, no letter is taken.
    async fn next(&self) -> Result<Option<(Outgoing, Vec<Usable>)>> {
        let names = self.names();
        let longest: Duration = self.relays.iter().map(Transport::longest).sum();
        let longest = SignedDuration::try_from(longest).unwrap_or(SignedDuration::MAX);
        let lease = LEASE.max(longest.saturating_add(SignedDuration::from_mins(1)));
        let taken = self.db.write(move |tx| {
            let usable = relay::usable(tx, &names)?;
            if usable.is_empty() {
                return Ok(None);
            }
            let letter = outbox::take(tx, lease)?;
            Ok(letter.map(|letter| (letter, usable)))
        });
        taken.await
    }

    /// Tries the relays in turn; answers how the last try ended, or nothing when there was none.
    async fn deliver(&self, line: &Line, outgoing: Outgoing, usable: &[Usable]) -> Result<Option<Outcome>> {
        let Some(&kind) = self.kinds.iter().find(|kind| kind.name == outgoing.kind) else {
            tracing::error!(kind = outgoing.kind, "no room of this program writes this letter");
            self.postpone(&outgoing, "unknown kind").await?;
            return Ok(None);
        };
        for (number, relay) in (1..).zip(usable) {
            let Some(tried) = self.attempt(line, *relay, &outgoing, kind).await? else {
                return Ok(None);
            };
            let outcome = tried.said.outcome;
            let for_now = matches!(outcome, Outcome::RefusedForNow | Outcome::Unknown);
            let is_last = !for_now || number == usable.len();
            count(outcome);
            if outcome != Outcome::Accepted {
                let (relay, error) = (self.relays[relay.place].name(), &tried.said.error);
                tracing::warn!(
                    kind = outgoing.kind,
                    relay,
                    ?outcome,
                    error,
                    "a letter was not taken"
                );
            }
            self.note(&outgoing, kind, tried, is_last).await?;
            if is_last {
                return Ok(Some(outcome));
            }
        }
        Ok(None)
    }

    /// One try at one relay. The connection comes first: what is minted while the letter is written must not grow old in a
    /// queue. Nothing when there is no letter.
    async fn attempt(
        &self,
        line: &Line,
        relay: Usable,
        outgoing: &Outgoing,
        kind: &'static Kind,
    ) -> Result<Option<Tried>> {
        let transport = &self.relays[relay.place];
        let tried = |is_written, said| {
            Ok(Some(Tried {
                relay,
                is_written,
                said,
            }))
        };
        let mut kept = line.kept.lock().await;
        let open = match transport.open(kept.remove(&relay.place)).await {
            Ok(open) => open,
            Err(fault) => {
                let said = Said::new(Outcome::RefusedForNow, Fared::Badly, fault.to_string());
                return tried(false, said);
            }
        };
        let Some((letter, setting)) = self.write(outgoing, kind).await? else {
            kept.insert(relay.place, open);
            return Ok(None);
        };
        let message = match mime::message(&letter, outgoing, &setting) {
            Ok(message) => message,
            // Another try would end the same: this is no address that mail can be sent to.
            Err(fault) => {
                kept.insert(relay.place, open);
                let said = Said::new(Outcome::Refused, Fared::Unjudged, fault.to_string());
                return tried(true, said);
            }
        };
        let (mut said, open) = transport.send(open, &outgoing.id.to_string(), &message).await;
        kept.extend(open.map(|open| (relay.place, open)));
        if said.outcome == Outcome::Accepted {
            self.keep(outgoing, &letter, &message);
        }
        // A mailbox that is asked to wait says nothing of the relay; many mailboxes do.
        if said.outcome == Outcome::RefusedForNow && outgoing.tries == 1 {
            said.fared = Fared::Badly;
        }
        tried(true, said)
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
                self.postpone(outgoing, &fault.to_string()).await?;
                Ok(None)
            }
        }
    }

    /// The letter could not be written: that is no fault of a relay.
    async fn postpone(&self, outgoing: &Outgoing, error: &str) -> Result<()> {
        let (outgoing, error) = (outgoing.clone(), error.to_owned());
        let noted = self
            .db
            .write(move |tx| outbox::record(tx, &outgoing, Outcome::RefusedForNow, &error));
        noted.await
    }

    /// Notes a try: for the relay, for the letter unless another relay is tried at once, and for the room that wrote it.
    /// So what the letter of a try that was certainly refused could open is void before the next is written.
    async fn note(&self, outgoing: &Outgoing, kind: &Kind, tried: Tried, is_last: bool) -> Result<()> {
        let (outgoing, name) = (outgoing.clone(), self.relays[tried.relay.place].name());
        let (sent, refused) = (kind.sent, kind.refused);
        let noted = self.db.write(move |tx| {
            let said = &tried.said;
            let is_news = relay::note(tx, &name, tried.relay.ails, said.fared, &said.error)?;
            if is_last {
                outbox::record(tx, &outgoing, said.outcome, &said.error)?;
            }
            if is_news {
                trouble::judge(tx)?;
            }
            match said.outcome {
                Outcome::Accepted => sent(tx, &outgoing),
                outcome if is_last || tried.is_written => refused(tx, &outgoing, outcome),
                _ => Ok(()),
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

/// One try at one relay.
struct Tried {
    relay: Usable,
    /// What the letter opens was made.
    is_written: bool,
    said: Said,
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
