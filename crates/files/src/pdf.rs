//! Letters and papers come as PDF. What runs programs when it is opened is refused.
use crate::Kind;

/// Upper limit of a paper: 10 MB.
const LIMIT: usize = 10 * 1024 * 1024;

/// Why a file is not taken as a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadPdf {
    TooLarge,
    NotPdf,
    /// The end is missing: it was cut on the way.
    Damaged,
}

/// Looks whether the bytes are a whole PDF of an accepted size.
pub fn check_pdf(bytes: &[u8]) -> Result<(), BadPdf> {
    if bytes.len() > LIMIT {
        return Err(BadPdf::TooLarge);
    }
    if Kind::sniff(bytes) != Kind::Pdf {
        return Err(BadPdf::NotPdf);
    }
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if tail.windows(5).any(|window| window == b"%%EOF") {
        Ok(())
    } else {
        Err(BadPdf::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_pdf_is_taken() {
        assert_eq!(check_pdf(b"%PDF-1.4\n1 0 obj\n%%EOF\n"), Ok(()));
        assert_eq!(check_pdf(b"%PDF-1.4\n1 0 obj\n"), Err(BadPdf::Damaged));
        assert_eq!(check_pdf(b"#!/bin/sh\necho %PDF-1.4 %%EOF"), Err(BadPdf::NotPdf));
        assert_eq!(check_pdf(b""), Err(BadPdf::NotPdf));
        assert_eq!(check_pdf(&vec![b'%'; LIMIT + 1]), Err(BadPdf::TooLarge));
    }
}
