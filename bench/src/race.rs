//! Many operations at once: so many tasks, each takes the next piece of work until none is left.
use base::Result;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Work done a second. Every piece must succeed.
pub async fn race<J, F>(
    at_once: usize,
    work: Vec<J>,
    op: impl Fn(J) -> F + Clone + Send + 'static,
) -> Result<f64>
where
    J: Clone + Send + Sync + 'static,
    F: Future<Output = Result<()>> + Send,
{
    let (work, next) = (Arc::new(work), Arc::new(AtomicUsize::new(0)));
    let all = work.len();
    let began = Instant::now();
    let tasks: Vec<_> = (0..at_once)
        .map(|_| {
            let (work, next, op) = (work.clone(), next.clone(), op.clone());
            tokio::spawn(async move {
                while let Some(piece) = work.get(next.fetch_add(1, Ordering::Relaxed)) {
                    op(piece.clone()).await?;
                }
                Ok(())
            })
        })
        .collect();
    for task in tasks {
        task.await
            .unwrap_or_else(|_| Err(base::Fault::new("a task of the race panicked")))?;
    }
    Ok(per_second(all, began))
}

pub fn per_second(count: usize, began: Instant) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / began.elapsed().as_secs_f64()
}
