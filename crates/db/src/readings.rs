//! Readings kept in memory: what many readers ask for is read once for each change, and never given out old.
use crate::tables::TableSet;
use crate::witness::{Rests, Witness};
use crate::{Db, Tx};
use base::Result;
use quick_cache::sync::Cache;
use std::any::Any;
use std::future::Future;
use std::sync::Arc;

tokio::task_local! {
    static ANEW: ();
}

/// So many readings are kept; what is asked for seldom goes first.
const MOST: usize = 256;

/// Which operation read, and for what.
type Place = (usize, Box<str>);

/// All readings in memory.
pub(crate) struct Readings(Cache<Place, Arc<Reading>>);

struct Reading {
    rests: Rests,
    tables: TableSet,
    value: Arc<dyn Any + Send + Sync>,
}

impl Readings {
    pub(crate) fn new() -> Readings {
        Readings(Cache::new(MOST))
    }
}

impl Db {
    /// Runs `work` as if nothing had been read before: what a reading from memory is compared with.
    pub async fn anew<F: Future>(&self, work: F) -> F::Output {
        ANEW.scope((), work).await
    }

    /// What `op` reads for `key`: from memory while it is what would be read now, as [`Db::still_true`] says. A plain
    /// function holds nothing of who asks, so what it reads depends on the key and the database alone.
    ///
    /// On several nodes a change made elsewhere is heard of some milliseconds later; who must see her own change at once
    /// reads with [`Db::read`].
    pub async fn read_kept<T: Send + Sync + 'static>(
        &self,
        key: &str,
        op: fn(&mut Tx<'_>, &str) -> Result<T>,
    ) -> Result<Arc<T>> {
        let place: Place = (op as usize, key.into());
        let anew = ANEW.try_with(|()| ()).is_ok();
        if let Some(kept) = self.readings().0.get(&place).filter(|_| !anew)
            && self.still_true(&kept.rests)
            && let Ok(value) = kept.value.clone().downcast::<T>()
        {
            Witness::rests_on(kept.tables, &kept.rests);
            return Ok(value);
        }
        let asked = key.to_owned();
        let (read, seen) = self.witnessed(self.read(move |tx| op(tx, &asked))).await;
        let value = Arc::new(read?);
        match seen {
            None => crate::passing(),
            Some((tables, rests)) => {
                Witness::rests_on(tables, &rests);
                let value = value.clone();
                self.readings()
                    .0
                    .insert(place, Arc::new(Reading { rests, tables, value }));
            }
        }
        Ok(value)
    }
}
