//! The archive of a backup: a plain tar file that any tool opens, with the rows as lines of JSON, the stored files, and at
//! the end the list of everything with its SHA-256 (`docs/decisions/0011-backup-format.md`).
use base::{Fault, Result};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

/// The first member: what is needed to read the others.
const HEAD: &str = "sala-backup.json";
/// The last: an archive without it was cut.
const LIST: &str = "list.json";
const TABLES: &str = "tables/";
const FILES: &str = "files/";
const FORMAT: u32 = 1;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    pub made_at: Timestamp,
    /// The migrations its tables have.
    pub schema: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Member {
    name: String,
    size: u64,
    sha256: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// Rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// Files that the rows name and the store did not have whole.
    pub missing: Vec<String>,
    members: Vec<Member>,
}

impl List {
    pub fn files(&self) -> usize {
        self.members
            .iter()
            .filter(|member| member.name.starts_with(FILES))
            .count()
    }
}

/// Writes an archive, member by member.
pub struct Writer<W: Write> {
    tar: tar::Builder<W>,
    list: List,
    at: u64,
    piece: u32,
}

impl<W: Write> Writer<W> {
    pub fn begin(out: W, schema: Vec<String>, made_at: Timestamp) -> io::Result<Writer<W>> {
        let at = u64::try_from(made_at.as_second()).unwrap_or(0);
        let mut writer = Writer {
            tar: tar::Builder::new(out),
            list: List::default(),
            at,
            piece: 0,
        };
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let head = Head {
            format: FORMAT,
            program,
            made_at,
            schema,
        };
        writer.add(HEAD, &serde_json::to_vec(&head)?)?;
        Ok(writer)
    }

    /// Some rows of a table, in a piece of their own.
    pub fn rows(&mut self, table: &str, columns: &[String], rows: &[Vec<Json>]) -> io::Result<()> {
        let mut lines = serde_json::to_string(columns)?;
        for row in rows {
            lines.push('\n');
            lines.push_str(&serde_json::to_string(row)?);
        }
        self.piece += 1;
        let name = format!("{TABLES}{table}/{:06}.jsonl", self.piece);
        *self.list.rows.entry(table.to_owned()).or_default() += rows.len() as u64;
        self.add(&name, lines.as_bytes())
    }

    /// A stored file; whether its content is what its name says.
    pub fn file(&mut self, hash: &str, size: u64, content: impl Read) -> io::Result<bool> {
        let sha256 = self.stream(&format!("{FILES}{hash}"), size, content)?;
        Ok(sha256 == hash)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.stream(name, bytes.len() as u64, bytes).map(drop)
    }

    fn stream(&mut self, name: &str, size: u64, content: impl Read) -> io::Result<String> {
        let mut header = tar::Header::new_ustar();
        header.set_size(size);
        header.set_mode(0o600);
        header.set_mtime(self.at);
        let mut hashing = Hashing::new(content);
        self.tar.append_data(&mut header, name, &mut hashing)?;
        let member = hashing.member(name);
        let sha256 = member.sha256.clone();
        self.list.members.push(member);
        Ok(sha256)
    }

    /// Ends it with the list.
    pub fn end(mut self, missing: Vec<String>) -> io::Result<(W, List)> {
        self.list.missing = missing;
        let list = self.list.clone();
        self.add(LIST, &serde_json::to_vec(&list)?)?;
        Ok((self.tar.into_inner()?, list))
    }
}

/// Counts and hashes what is read through it.
struct Hashing<R> {
    inner: R,
    hash: Sha256,
    size: u64,
}

impl<R: Read> Hashing<R> {
    fn new(inner: R) -> Hashing<R> {
        Hashing {
            inner,
            hash: Sha256::new(),
            size: 0,
        }
    }

    fn member(self, name: &str) -> Member {
        let sha256 = self
            .hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        Member {
            name: name.to_owned(),
            size: self.size,
            sha256,
        }
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(out)?;
        self.hash.update(&out[..read]);
        self.size += read as u64;
        Ok(read)
    }
}

/// What an archive holds, after all of it was read and compared with its list.
pub fn verify(path: &Path) -> Result<(Head, List)> {
    let mut head: Option<Head> = None;
    let mut told: Option<List> = None;
    let mut found = List::default();
    each(path, |name, content| {
        let mut content = Hashing::new(content);
        if name == LIST {
            told = Some(serde_json::from_reader(&mut content)?);
            return Ok(());
        }
        if name == HEAD {
            head = Some(serde_json::from_reader(&mut content)?);
        } else if let Some(table) = table_of(name) {
            let lines = BufReader::new(&mut content).lines();
            let rows = lines
                .skip(1)
                .try_fold(0_u64, |rows, line| line.map(|_| rows + 1))?;
            *found.rows.entry(table.to_owned()).or_default() += rows;
        }
        io::copy(&mut content, &mut io::sink())?;
        found.members.push(content.member(name));
        Ok(())
    })?;
    let wrong = |what: &str| Fault::new(format!("checking the backup {}: {what}", path.display()));
    let (Some(head), Some(told)) = (head, told) else {
        return Err(wrong("it is cut short, or none of ours"));
    };
    if head.format != FORMAT {
        return Err(wrong(
            "another version of the program made it, in a format this one does not know",
        ));
    }
    let pairs = told.members.iter().zip(&found.members);
    if let Some((member, _)) = pairs.into_iter().find(|(told, found)| told != found) {
        return Err(wrong(&format!("{} is damaged", member.name)));
    }
    if told.members.len() != found.members.len() || told.rows != found.rows {
        return Err(wrong("its list and its content differ"));
    }
    Ok((head, told))
}

/// Every row, in the order in which they can be written: a table, its columns, a row.
pub fn each_row(path: &Path, mut take: impl FnMut(&str, &[String], &[Json]) -> Result<()>) -> Result<()> {
    let mut refused = Ok(());
    each(path, |name, content| {
        let Some(table) = table_of(name) else {
            return Ok(());
        };
        let mut lines = BufReader::new(content).lines();
        let columns: Vec<String> = serde_json::from_str(&lines.next().transpose()?.unwrap_or_default())?;
        for line in lines {
            let row: Vec<Json> = serde_json::from_str(&line?)?;
            if refused.is_ok() {
                refused = take(table, &columns, &row);
            }
        }
        Ok(())
    })?;
    refused
}

/// Every stored file with its content.
pub fn each_file(path: &Path, mut take: impl FnMut(&str, &[u8]) -> Result<()>) -> Result<()> {
    let mut refused = Ok(());
    each(path, |name, content| {
        if let Some(hash) = name.strip_prefix(FILES)
            && refused.is_ok()
        {
            let mut bytes = Vec::new();
            content.read_to_end(&mut bytes)?;
            refused = take(hash, &bytes);
        }
        Ok(())
    })?;
    refused
}

fn each(path: &Path, mut visit: impl FnMut(&str, &mut dyn Read) -> io::Result<()>) -> Result<()> {
    let mut read = || -> io::Result<()> {
        let mut tar = tar::Archive::new(BufReader::new(File::open(path)?));
        for entry in tar.entries()? {
            let mut entry = entry?;
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            visit(&name, &mut entry)?;
        }
        Ok(())
    };
    read().map_err(|e| Fault::new(format!("reading the backup {}", path.display())).because(e))
}

/// `tables/account/000001.jsonl` belongs to `account`.
fn table_of(name: &str) -> Option<&str> {
    name.strip_prefix(TABLES)?.split_once('/').map(|(table, _)| table)
}
