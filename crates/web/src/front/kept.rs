//! A page in memory: what it rests on, and its bytes in the three forms in which they travel.
use super::key::{Asked, Key};
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use base::{Fault, Result};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::Arc;

/// The most bytes that all pages together may take.
const MOST: u64 = 64 * 1024 * 1024;
/// A page with its keys and headers weighs at least so much.
const LEAST: usize = 4096;

/// One page.
pub struct Kept {
    pub rests: db::Rests,
    /// When it was made, by the count of makings.
    pub making: u64,
    /// The pattern of its address, for the log.
    pub pattern: Arc<str>,
    forms: [Coded; 3],
}

/// One form of it.
pub struct Coded {
    pub etag: HeaderValue,
    pub headers: HeaderMap,
    /// The headers of "not changed".
    pub unchanged: HeaderMap,
    pub body: Bytes,
}

/// The forms in which a body travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
    Plain,
}

impl Coding {
    /// The smallest that the reader takes.
    pub fn accepted(headers: &HeaderMap) -> Coding {
        let (mut brotli, mut gzip) = (false, false);
        let lines = headers.get_all(header::ACCEPT_ENCODING).iter();
        for one in lines
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
        {
            let (name, weight) = one.split_once(';').unwrap_or((one, ""));
            let refused = weight
                .trim()
                .strip_prefix("q=")
                .is_some_and(|q| q.bytes().all(|b| b == b'0' || b == b'.'));
            match name.trim() {
                "br" => brotli = !refused,
                "gzip" | "x-gzip" => gzip = !refused,
                _ => {}
            }
        }
        match (brotli, gzip) {
            (true, _) => Coding::Brotli,
            (false, true) => Coding::Gzip,
            (false, false) => Coding::Plain,
        }
    }

    fn token(self) -> &'static str {
        match self {
            Coding::Brotli => "br",
            Coding::Gzip => "gzip",
            Coding::Plain => "",
        }
    }
}

impl Kept {
    /// Compresses a page once for everybody.
    pub fn new(
        rests: db::Rests,
        making: u64,
        pattern: Arc<str>,
        headers: &HeaderMap,
        body: &Bytes,
    ) -> Result<Kept> {
        let digest = Sha256::digest(body);
        let hash = digest[..9]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>();
        let one = |coding: Coding, body: Bytes| coded(coding, headers, &hash, body);
        Ok(Kept {
            forms: [
                one(Coding::Brotli, brotli(body)?)?,
                one(Coding::Gzip, gzip(body)?)?,
                one(Coding::Plain, body.clone())?,
            ],
            rests,
            making,
            pattern,
        })
    }

    pub fn coded(&self, coding: Coding) -> &Coded {
        &self.forms[coding as usize]
    }

    fn weight(&self) -> usize {
        let bodies: usize = self.forms.iter().map(|form| form.body.len()).sum();
        LEAST + bodies
    }
}

fn coded(coding: Coding, page: &HeaderMap, hash: &str, body: Bytes) -> Result<Coded> {
    let token = coding.token();
    let text = format!("\"{hash}{}{token}\"", if token.is_empty() { "" } else { "-" });
    let etag =
        HeaderValue::from_str(&text).map_err(|e| Fault::new("naming a version of a page").because(e))?;
    let mut headers = page.clone();
    headers.insert(header::ETAG, etag.clone());
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let mut unchanged = headers.clone();
    for name in [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::CONTENT_DISPOSITION,
    ] {
        unchanged.remove(&name);
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    if !token.is_empty() {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(token));
    }
    Ok(Coded {
        etag,
        headers,
        unchanged,
        body,
    })
}

/// Headers that belong to one answer and not to the page.
pub const OF_ONE_ANSWER: [HeaderName; 3] = [header::DATE, header::CONNECTION, header::TRANSFER_ENCODING];

fn brotli(body: &[u8]) -> Result<Bytes> {
    let mut out = Vec::with_capacity(body.len() / 3);
    // Quality 5, window 22: 0.2 ms for a page of 10 KB.
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 5, 22);
    writer
        .write_all(body)
        .map_err(|e| Fault::new("compressing a page").because(e))?;
    drop(writer);
    Ok(out.into())
}

fn gzip(body: &[u8]) -> Result<Bytes> {
    let mut writer =
        flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), flate2::Compression::new(6));
    let done = writer.write_all(body).and_then(|()| writer.finish());
    done.map(Bytes::from)
        .map_err(|e| Fault::new("compressing a page").because(e))
}

/// All pages in memory, at most so many bytes; what is asked for seldom goes first.
pub struct Store(Cache<Key, Arc<Kept>, Weight>);

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, _: &Key, kept: &Arc<Kept>) -> u64 {
        kept.weight() as u64
    }
}

impl Store {
    pub fn new() -> Store {
        Store(Cache::with_weighter(2048, MOST, Weight))
    }

    pub fn get(&self, asked: &Asked<'_>) -> Option<Arc<Kept>> {
        self.0.get(asked)
    }

    pub fn put(&self, key: Key, kept: Arc<Kept>) {
        self.0.insert(key, kept);
    }
}
