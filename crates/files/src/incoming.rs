//! A file on its way in: it is written down and measured while it arrives, and never held in memory.
use crate::store::{Part, fault, hex, waiting};
use crate::{Kind, Store, Stored};
use base::Result;
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

/// A file that arrives. Dropped before its end, as when the line is cut, it leaves nothing.
#[derive(Debug)]
pub struct Incoming {
    store: Store,
    /// Nothing once more came than is taken.
    part: Option<(Part, File)>,
    limit: u64,
    size: u64,
    head: Vec<u8>,
    hash: Sha256,
}

impl Incoming {
    pub(crate) fn new(store: Store, part: Part, file: std::fs::File, limit: u64) -> Incoming {
        Incoming {
            store,
            part: Some((part, File::from_std(file))),
            limit,
            size: 0,
            head: Vec::new(),
            hash: Sha256::new(),
        }
    }

    /// Takes the next bytes; those beyond the limit are thrown away, and what came before them too.
    pub async fn take(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.limit {
            self.part = None;
        }
        let Some((_, file)) = &mut self.part else {
            return Ok(());
        };
        let missing = Kind::HEAD.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(missing));
        self.hash.update(bytes);
        file.write_all(bytes).await.map_err(fault)
    }

    /// The whole file, or nothing when it was larger than is taken.
    pub async fn whole(self) -> Result<Option<Content>> {
        let Some((part, mut file)) = self.part else {
            return Ok(None);
        };
        file.flush().await.map_err(fault)?;
        Ok(Some(Content {
            store: self.store,
            part: Some(part),
            stored: Stored {
                hash: hex(&self.hash.finalize()),
                size: self.size,
                kind: Kind::sniff(&self.head),
            },
        }))
    }
}

/// A whole file in the store's folder: one of those that are kept, or one that has arrived and goes when it is dropped.
#[derive(Debug)]
pub struct Content {
    store: Store,
    part: Option<Part>,
    stored: Stored,
}

impl Content {
    pub(crate) fn kept(store: Store, stored: Stored) -> Content {
        Content {
            store,
            part: None,
            stored,
        }
    }

    pub fn stored(&self) -> &Stored {
        &self.stored
    }

    /// Keeps it under its hash; the same content is kept once. It is on the disk when this returns.
    pub async fn keep(self) -> Result<Stored> {
        let Content { store, part, stored } = self;
        let Some(part) = part else { return Ok(stored) };
        waiting(move || store.settle(&part, &stored.hash).map(|()| stored)).await
    }

    /// Opens it, to be read piece by piece.
    pub async fn open(&self) -> Result<File> {
        File::open(self.path()).await.map_err(fault)
    }

    /// All of it: for what is small enough to be held.
    pub async fn read(&self) -> Result<Vec<u8>> {
        tokio::fs::read(self.path()).await.map_err(fault)
    }

    pub(crate) fn path(&self) -> PathBuf {
        match &self.part {
            Some(part) => part.0.clone(),
            None => self.store.path(&self.stored.hash),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Every file below a folder, by name.
    fn files(folder: &Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                found.extend(files(&entry.path()));
            } else {
                found.push(entry.file_name().into_string().unwrap());
            }
        }
        found
    }

    async fn arrived(store: &Store, pieces: &[&[u8]]) -> Option<Content> {
        let mut incoming = store.arrive(20).await.unwrap();
        for piece in pieces {
            incoming.take(piece).await.unwrap();
        }
        incoming.whole().await.unwrap()
    }

    #[tokio::test]
    async fn a_file_that_arrives_in_pieces_is_kept_once_and_only_when_somebody_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let put = store.put(b"%PDF-1.4 one".to_vec()).await.unwrap();
        let first = arrived(&store, &[b"%P", b"DF-1.4", b"", b" one"]).await.unwrap();
        assert_eq!(first.stored(), &put);
        assert_eq!(first.read().await.unwrap(), b"%PDF-1.4 one");
        assert_eq!(files(folder.path()).len(), 2, "one kept, one that has arrived");
        let second = arrived(&store, &[b"%PDF-1.4 two"]).await.unwrap();
        drop(arrived(&store, &[b"nobody keeps it"]).await);
        let (first, second) = (first.keep().await.unwrap(), second.keep().await.unwrap());
        assert_eq!(first, put);
        let mut names = files(folder.path());
        names.sort();
        let mut kept = [first.hash, second.hash];
        kept.sort();
        assert_eq!(names, kept);
    }

    #[tokio::test]
    async fn a_file_cut_on_the_way_or_too_large_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let mut cut = store.arrive(20).await.unwrap();
        cut.take(b"only the start").await.unwrap();
        assert_eq!(files(folder.path()).len(), 1, "it is written down as it comes");
        drop(cut);
        assert_eq!(files(folder.path()).len(), 0);
        let mut large = store.arrive(20).await.unwrap();
        large.take(&[b'x'; 20]).await.unwrap();
        large.take(b"y").await.unwrap();
        assert_eq!(files(folder.path()).len(), 0, "gone before its end has come");
        large.take(b"more").await.unwrap();
        assert!(large.whole().await.unwrap().is_none());
        assert_eq!(arrived(&store, &[&[b'x'; 20]]).await.unwrap().stored().size, 20);
        assert_eq!(files(folder.path()).len(), 0);
    }
}
