//! Hashing passwords beside everything else: as many threads as the machine has cores, each with a buffer made when
//! first needed and given back after half a minute without work. Who would wait longer than two seconds is told to come
//! back instead.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base::{Fault, Random};
use tokio::sync::oneshot;

use crate::password::{self, Buffer, Typed};

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

type Work = Box<dyn FnOnce(Option<&mut Buffer>) + Send>;

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
    buffers: usize,
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

    /// Hashes a new password to a PHC string.
    pub async fn hash(&self, random: &Random, typed: Typed) -> Result<String, Refused> {
        let random = random.clone();
        self.run(move |buffer| password::hash(buffer, &random, &typed))
            .await
    }

    /// Whether this is the password of a PHC string; `None` costs the same.
    pub async fn verify(&self, phc: Option<String>, typed: Typed) -> Result<bool, Refused> {
        self.run(move |buffer| password::verify(buffer, phc.as_deref(), &typed))
            .await
    }

    /// How many threads hold a buffer now.
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
                drop(answer.send(result));
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
        let mut buffer = Buffer::default();
        loop {
            let (came, work) = self.next(&mut buffer);
            let empty = buffer.is_empty();
            work((came.elapsed() <= LONGEST_WAIT).then_some(&mut buffer));
            if empty && !buffer.is_empty() {
                self.lock().buffers += 1;
            }
        }
    }

    /// Waits for the next piece of work; gives the buffer back when none comes.
    fn next(&self, buffer: &mut Buffer) -> (Instant, Work) {
        let mut waiting = self.lock();
        loop {
            if let Some(job) = waiting.jobs.pop_front() {
                return job;
            }
            let (woken, time) = self
                .came
                .wait_timeout(waiting, KEEP_BUFFER)
                .unwrap_or_else(PoisonError::into_inner);
            waiting = woken;
            if time.timed_out() && waiting.jobs.is_empty() && !buffer.is_empty() {
                *buffer = Buffer::default();
                waiting.buffers -= 1;
            }
        }
    }
}
