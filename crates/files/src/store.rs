//! The store: one file a content, named by its SHA-256, whole or not there at all.
use crate::{Content, Incoming, Kind};
use base::{Fault, FaultKind, Random, Result};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where files are while they arrive.
const ARRIVING: &str = "arriving";
/// What lies there longer was left behind by a program that ended in the middle.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

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
    /// Opens the store: makes its folder, clears what was left half-way a day ago and more.
    pub fn open(folder: &Path) -> Result<Store> {
        let arriving = folder.join(ARRIVING);
        let opened = std::fs::create_dir_all(&arriving).and_then(|()| sweep(&arriving));
        opened.map_err(|e| Fault::new("opening the folder for files").because(e))?;
        Ok(Store {
            folder: folder.to_owned(),
        })
    }

    /// Begins to take a file in, of which `limit` bytes are taken at most.
    pub async fn arrive(&self, limit: u64) -> Result<Incoming> {
        let store = self.clone();
        let (part, file) = waiting(move || store.part()).await?;
        Ok(Incoming::new(self.clone(), part, file, limit))
    }

    /// Keeps the bytes; the same bytes are kept once. They are on the disk when this returns.
    pub async fn put(&self, bytes: Vec<u8>) -> Result<Stored> {
        let store = self.clone();
        waiting(move || store.put_bytes(&bytes)).await
    }

    /// The same where one may wait: for the demonstration's files.
    pub fn put_now(&self, bytes: &[u8]) -> Result<Stored> {
        self.put_bytes(bytes).map_err(fault)
    }

    fn put_bytes(&self, bytes: &[u8]) -> io::Result<Stored> {
        let (part, mut file) = self.part()?;
        file.write_all(bytes)?;
        let hash = hex(&Sha256::digest(bytes));
        self.settle(&part, &hash)?;
        Ok(Stored {
            hash,
            size: bytes.len() as u64,
            kind: Kind::sniff(bytes),
        })
    }

    /// A content by its hash, or nothing when the store does not have it.
    pub async fn find(&self, hash: &str) -> Result<Option<Content>> {
        if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let (path, mut head) = (self.path(hash), Vec::new());
        let looked = waiting(move || {
            let file = match File::open(path) {
                Ok(file) => file,
                Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
                Err(e) => return Err(e),
            };
            let size = file.metadata()?.len();
            file.take(Kind::HEAD as u64).read_to_end(&mut head)?;
            Ok(Some((size, Kind::sniff(&head))))
        });
        Ok(looked.await?.map(|(size, kind)| {
            let hash = hash.to_owned();
            Content::kept(self.clone(), Stored { hash, size, kind })
        }))
    }

    /// A new file in the folder of those that arrive.
    fn part(&self) -> io::Result<(Part, File)> {
        let name = Random::os().text(20, b"0123456789abcdefghjkmnpqrstvwxyz");
        let path = self.folder.join(ARRIVING).join(name);
        let file = File::create_new(&path)?;
        Ok((Part(path), file))
    }

    /// Moves a whole file to its place; both are on the disk when this returns.
    pub(crate) fn settle(&self, part: &Part, hash: &str) -> io::Result<()> {
        let path = self.path(hash);
        let folder = path.parent().unwrap_or(&self.folder);
        match std::fs::create_dir(folder) {
            Ok(()) => File::open(&self.folder)?.sync_all()?,
            Err(e) if e.kind() == ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
        }
        if !path.exists() {
            File::open(&part.0)?.sync_all()?;
            std::fs::rename(&part.0, &path)?;
        }
        File::open(folder)?.sync_all()
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(hash.get(..2).unwrap_or("00")).join(hash)
    }
}

/// A file that has no name of its own yet; it goes when nobody holds it.
#[derive(Debug)]
pub(crate) struct Part(pub PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Removes what was left behind. Younger files may be arriving at another node.
fn sweep(arriving: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(arriving)? {
        let entry = entry?;
        // Another node may sweep at the same time.
        let Ok(changed) = entry.metadata().and_then(|about| about.modified()) else {
            continue;
        };
        if changed.elapsed().is_ok_and(|age| age > LEFT_BEHIND) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// Work with the disk, on a thread that may wait.
pub(crate) async fn waiting<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done.map_err(fault),
        Err(_) => Err(Fault::new("working with a file: the thread ended")),
    }
}

pub(crate) fn fault(e: io::Error) -> Fault {
    let kind = match e.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FaultKind::Unavailable,
        _ => FaultKind::Broken,
    };
    Fault::of(kind, "working with a file of the store").because(e)
}

pub(crate) fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::FileTimes;

    #[tokio::test]
    async fn the_same_content_is_kept_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let first = store.put(b"%PDF-1.4 one".to_vec()).await.unwrap();
        assert_eq!(store.put(b"%PDF-1.4 one".to_vec()).await.unwrap(), first);
        assert_eq!((first.kind, first.size), (Kind::Pdf, 12));
        let found = store.find(&first.hash).await.unwrap().unwrap();
        assert_eq!(found.stored(), &first);
        assert_eq!(found.read().await.unwrap(), b"%PDF-1.4 one");
        drop(found);
        assert!(store.find(&first.hash).await.unwrap().is_some(), "it stays");
        assert!(store.find("../../etc/passwd").await.unwrap().is_none());
        assert!(store.find(&"0".repeat(64)).await.unwrap().is_none());
    }

    #[test]
    fn what_a_crash_left_behind_is_swept_after_a_day() {
        let folder = tempfile::tempdir().unwrap();
        Store::open(folder.path()).unwrap();
        let arriving = folder.path().join(ARRIVING);
        for (name, hours) in [("old", 25), ("young", 23)] {
            let file = File::create(arriving.join(name)).unwrap();
            let long_ago = file.metadata().unwrap().modified().unwrap() - Duration::from_secs(hours * 3600);
            file.set_times(FileTimes::new().set_modified(long_ago)).unwrap();
        }
        Store::open(folder.path()).unwrap();
        let left: Vec<_> = std::fs::read_dir(&arriving)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["young"]);
    }
}
