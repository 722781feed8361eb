//! Every content of the store, for a backup.
use crate::Store;
use base::{Fault, Result};
use std::fs::File;

impl Store {
    /// The hashes of all contents, in order. Where one may wait.
    pub fn all(&self) -> Result<Vec<String>> {
        let fault = |e| Fault::new("listing the stored files").because(e);
        let mut hashes = Vec::new();
        for shelf in std::fs::read_dir(self.folder()).map_err(fault)? {
            let shelf = shelf.map_err(fault)?;
            if shelf.file_name().len() != 2 {
                continue;
            }
            for entry in std::fs::read_dir(shelf.path()).map_err(fault)? {
                let name = entry.map_err(fault)?.file_name();
                hashes.extend(name.into_string().ok().filter(|name| name.len() == 64));
            }
        }
        hashes.sort_unstable();
        Ok(hashes)
    }

    /// A content to be read from its beginning. Where one may wait.
    pub fn open_now(&self, hash: &str) -> Result<File> {
        File::open(self.path(hash))
            .map_err(|e| Fault::new(format!("opening the stored file {hash}")).because(e))
    }
}
