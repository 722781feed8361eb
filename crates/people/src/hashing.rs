//! Hashing passwords beside everything else: as many threads as the machine has cores, with as many buffers as there were
//! passwords at once; one that was not needed for half a minute is given back. Who would wait longer than two seconds is
//! told to come back instead.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base::{Fault, Keys, Random};
use tokio::sync::oneshot;

use crate::password::{self, Buffer, Pepper, Typed};

const LONGEST_WAIT: Duration = Duration::from_secs(2);
const KEEP_BUFFER: Duration = Duration::from_secs(30);
/// More waiting than this for each thread can not be served in time by any machine.
const QUEUE_A_THREAD: usize = 256;

/// Why a password was not hashed.
#[derive(Debug)]
pub enum Refused {
    /// Too many at once; try again in so many seconds.
    Busy {
        seconds: i64,
    },
    Fault(Fault),
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        Refused::Fault(fault)
    }
}

/// Hashes, and gives what tells the outcome: only after the buffer is free for whoever is told.
type Work = Box<dyn FnOnce(Option<&mut Buffer>) -> Tell + Send>;
type Tell = Box<dyn FnOnce() + Send>;

/// The threads and their queue.
pub struct Pool {
    shared: Arc<Shared>,
}

struct Shared {
    waiting: Mutex<Waiting>,
    came: Condvar,
    limit: usize,
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<(Instant, Work)>,
    /// Buffers that nobody uses, with the moment each was used last; the last used is taken first.
    idle: Vec<(Instant, Buffer)>,
    /// All buffers, in use or not.
    buffers: usize,
}

impl Waiting {
    fn give_back_the_old(&mut self) {
        let before = self.idle.len();
        self.idle.retain(|(used, _)| used.elapsed() < KEEP_BUFFER);
        self.buffers -= before - self.idle.len();
    }
}

/// The pool of this program.
pub static POOL: LazyLock<Pool> =
    LazyLock::new(|| Pool::new(std::thread::available_parallelism().map_or(1, std::num::NonZero::get)));

impl Pool {
    /// A pool of `threads` threads.
    pub fn new(threads: usize) -> Pool {
        let waiting = Mutex::new(Waiting::default());
        let shared = Arc::new(Shared {
            waiting,
            came: Condvar::new(),
            limit: threads * QUEUE_A_THREAD,
        });
        for n in 0..threads {
            let shared = Arc::clone(&shared);
            let started = std::thread::Builder::new()
                .name(format!("password-{n}"))
                .spawn(move || shared.serve());
            if let Err(error) = started {
                tracing::error!(%error, "a thread for passwords did not start");
            }
        }
        Pool { shared }
    }

    /// Hashes a new password to a PHC string, with the key of the site.
    pub async fn hash(&self, keys: &Keys, random: &Random, typed: Typed) -> Result<String, Refused> {
        let (pepper, random) = (Pepper::of(keys)?, random.clone());
        self.run(move |buffer| password::hash(buffer, &pepper, &random, &typed))
            .await
    }

    /// Whether this is the password of a PHC string; `None` costs the same.
    pub async fn verify(&self, keys: &Keys, phc: Option<String>, typed: Typed) -> Result<bool, Refused> {
        let pepper = Pepper::of(keys)?;
        self.run(move |buffer| password::verify(buffer, &pepper, phc.as_deref(), &typed))
            .await
    }

    /// How many buffers there are now.
    pub fn buffers(&self) -> usize {
        self.shared.lock().buffers
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Buffer) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Refused> {
        let busy = || Refused::Busy { seconds: 2 };
        let (answer, answered) = oneshot::channel();
        {
            let mut waiting = self.shared.lock();
            if waiting.jobs.len() >= self.shared.limit {
                return Err(busy());
            }
            let work: Work = Box::new(move |buffer| {
                let result = buffer.map_or(Err(busy()), |b| work(b).map_err(Refused::from));
                // Nobody listens when the visitor has gone away.
                Box::new(move || drop(answer.send(result)))
            });
            waiting.jobs.push_back((Instant::now(), work));
        }
        self.shared.came.notify_one();
        answered
            .await
            .map_err(|_| Fault::new("a thread for passwords died"))?
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self) {
        loop {
            let (came, work, mut buffer) = self.next();
            let is_new = buffer.is_empty();
            let tell = work((came.elapsed() <= LONGEST_WAIT).then_some(&mut buffer));
            if !buffer.is_empty() {
                let mut waiting = self.lock();
                waiting.buffers += usize::from(is_new);
                waiting.idle.push((Instant::now(), buffer));
            }
            tell();
        }
    }

    /// Waits for the next piece of work, and gives back buffers while none comes.
    fn next(&self) -> (Instant, Work, Buffer) {
        let mut waiting = self.lock();
        loop {
            waiting.give_back_the_old();
            if let Some((came, work)) = waiting.jobs.pop_front() {
                let buffer = waiting.idle.pop().map(|(_, buffer)| buffer);
                return (came, work, buffer.unwrap_or_default());
            }
            let woken = self.came.wait_timeout(waiting, KEEP_BUFFER);
            (waiting, _) = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }
}
