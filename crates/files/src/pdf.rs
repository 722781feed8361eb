//! Letters and papers come as PDF. What runs programs when it is opened is refused.
use crate::store::waiting;
use crate::{Content, Kind};
use base::Result;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Upper limit of a paper: 10 MB.
const LIMIT: u64 = 10 * 1024 * 1024;
/// The mark of the end stands in the last so many bytes.
const TAIL: u64 = 2048;

/// Why a file is not taken as a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPdf {
    TooLarge,
    NotPdf,
    /// The end is missing: it was cut on the way.
    Damaged,
}

/// Looks whether a file is a whole PDF of an accepted size: at its first and last bytes, whatever its size.
pub async fn check_pdf(content: &Content) -> Result<Result<(), BadPdf>> {
    let stored = content.stored();
    if stored.size > LIMIT {
        return Ok(Err(BadPdf::TooLarge));
    }
    if stored.kind != Kind::Pdf {
        return Ok(Err(BadPdf::NotPdf));
    }
    let (path, start) = (content.path(), stored.size.saturating_sub(TAIL));
    let tail = waiting(move || {
        let (mut file, mut tail) = (File::open(path)?, Vec::new());
        file.seek(SeekFrom::Start(start))?;
        file.take(TAIL).read_to_end(&mut tail)?;
        Ok(tail)
    });
    let has_end = tail.await?.windows(5).any(|window| window == b"%%EOF");
    Ok(if has_end { Ok(()) } else { Err(BadPdf::Damaged) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[tokio::test]
    async fn only_a_whole_pdf_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let check = async |bytes: &[u8]| {
            let mut incoming = store.arrive(2 * LIMIT).await.unwrap();
            incoming.take(bytes).await.unwrap();
            let content = incoming.whole().await.unwrap().unwrap();
            check_pdf(&content).await.unwrap()
        };
        assert_eq!(check(b"%PDF-1.4\n1 0 obj\n%%EOF\n").await, Ok(()));
        let long = [b"%PDF-1.4\n", &[b' '; 5000][..], b"%%EOF\n"].concat();
        assert_eq!(check(&long).await, Ok(()));
        assert_eq!(check(&long[..5009]).await, Err(BadPdf::Damaged));
        assert_eq!(check(b"%PDF-1.4\n1 0 obj\n").await, Err(BadPdf::Damaged));
        assert_eq!(
            check(b"#!/bin/sh\necho %PDF-1.4 %%EOF").await,
            Err(BadPdf::NotPdf)
        );
        assert_eq!(check(b"").await, Err(BadPdf::NotPdf));
        let large = vec![b'%'; usize::try_from(LIMIT).unwrap() + 1];
        assert_eq!(check(&large).await, Err(BadPdf::TooLarge));
    }
}
