//! The store: one file a content, named by its SHA-256, whole or not there at all.
use crate::Kind;
use base::{Fault, Result};
use sha2::{Digest, Sha256};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A folder of files named by their content.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

/// A content in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 in 64 hexadecimal digits.
    pub hash: String,
    pub size: u64,
    pub kind: Kind,
}

impl Store {
    /// Opens the store, making its folder.
    pub fn open(folder: &Path) -> Result<Store> {
        std::fs::create_dir_all(folder).map_err(|e| Fault::new("making the folder for files").because(e))?;
        Ok(Store {
            folder: folder.to_owned(),
        })
    }

    /// Keeps the bytes; the same bytes are kept once. They are on the disk when this returns.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<Stored> {
        let store = self.clone();
        let done = tokio::task::spawn_blocking(move || store.put_now(&bytes)).await;
        done.unwrap_or_else(|_| Err(Fault::new("storing a file: the thread ended")))
    }

    /// The same where one may wait: for the demonstration's files.
    pub fn put_now(&self, bytes: &[u8]) -> Result<Stored> {
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let stored = Stored {
            hash: hash.clone(),
            size: bytes.len() as u64,
            kind: Kind::sniff(bytes),
        };
        let path = self.path(&hash);
        let fault = |e: std::io::Error| {
            let kind = if e.kind() == ErrorKind::StorageFull {
                base::FaultKind::Unavailable
            } else {
                base::FaultKind::Broken
            };
            Fault::of(kind, "storing a file").because(e)
        };
        if path.exists() {
            return Ok(stored);
        }
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder).map_err(fault)?;
        let part = folder.join(format!("{hash}.{:?}.part", std::thread::current().id()));
        let written = std::fs::File::create(&part).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written
            .and_then(|()| std::fs::rename(&part, &path))
            .map_err(|e| {
                let _ = std::fs::remove_file(&part);
                fault(e)
            })?;
        Ok(stored)
    }

    /// The bytes, or nothing when the store does not have them.
    pub async fn read(&self, hash: &str) -> Result<Option<Vec<u8>>> {
        if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Ok(None);
        }
        match tokio::fs::read(self.path(hash)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(e) => Err(Fault::new("reading a stored file").because(e)),
        }
    }

    fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(hash.get(..2).unwrap_or("00")).join(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_same_content_is_kept_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let first = store.put(b"%PDF-1.4 one".to_vec()).await.unwrap();
        assert_eq!(store.put(b"%PDF-1.4 one".to_vec()).await.unwrap(), first);
        assert_eq!((first.kind, first.size), (Kind::Pdf, 12));
        assert_eq!(
            store.read(&first.hash).await.unwrap().as_deref(),
            Some(&b"%PDF-1.4 one"[..])
        );
        assert_eq!(store.read("../../etc/passwd").await.unwrap(), None);
    }
}
