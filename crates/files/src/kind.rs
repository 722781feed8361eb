//! What a file is, told by its first bytes: a name proves nothing.

/// The kinds this program takes in and gives out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    Pdf,
    /// Anything else.
    Other,
}

impl Kind {
    /// So many bytes tell it.
    pub(crate) const HEAD: usize = 8;

    /// ```
    /// assert_eq!(files::Kind::sniff(b"%PDF-1.7\n"), files::Kind::Pdf);
    /// assert_eq!(files::Kind::sniff(b"PK\x03\x04"), files::Kind::Other);
    /// ```
    pub fn sniff(bytes: &[u8]) -> Kind {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Kind::Png,
            [b'%', b'P', b'D', b'F', b'-', ..] => Kind::Pdf,
            _ => Kind::Other,
        }
    }

    /// The media type it is given out with.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Pdf => "application/pdf",
            Kind::Other => "application/octet-stream",
        }
    }
}
