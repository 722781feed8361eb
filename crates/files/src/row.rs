//! What the database knows of a stored file: whose it is and what for. Who may read it is the page's rule.
use crate::Stored;
use base::{Id, Result};
use db::{Tx, params, sql};
use uuid::Uuid;

db::record! {
    /// A file somebody handed in.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StoredFile {
        pub id: Id<StoredFile>,
        pub hash: String,
        pub size: i64,
        pub kind: String,
        pub name: String,
        pub purpose: String,
        pub owner: Option<Uuid>,
    }
}

/// What to note of a file.
#[derive(Debug, Clone)]
pub struct Keep {
    pub stored: Stored,
    pub name: String,
    pub purpose: &'static str,
    pub owner: Option<Uuid>,
}

/// Notes a stored file; the name is cut to what a person can read.
pub fn keep(tx: &mut Tx<'_>, file: &Keep) -> Result<Id<StoredFile>> {
    let (id, now): (Id<StoredFile>, _) = (tx.new_id(), tx.now());
    let name = readable(&file.name);
    let size = i64::try_from(file.stored.size).unwrap_or(i64::MAX);
    tx.run(
        sql!(
            "insert into stored_file (id, hash, size, kind, name, purpose, owner, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            &file.stored.hash,
            size,
            file.stored.kind.media_type(),
            name,
            file.purpose,
            file.owner,
            now
        ],
    )?;
    Ok(id)
}

/// The contents that rows name, each once, in order.
pub fn named(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(sql!("select distinct hash from stored_file order by hash"), &[])?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

pub fn by_id(tx: &mut Tx<'_>, id: Id<StoredFile>) -> Result<Option<StoredFile>> {
    tx.maybe(
        sql!("select id, hash, size, kind, name, purpose, owner from stored_file where id = $1"),
        params![id],
    )
}

/// Forgets the row. The bytes stay while another row has the same content.
pub fn forget(tx: &mut Tx<'_>, id: Id<StoredFile>) -> Result<()> {
    tx.run(sql!("delete from stored_file where id = $1"), params![id])?;
    Ok(())
}

/// A name without folders, control signs and signs that turn the writing direction.
fn readable(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let clean: String = last.chars().filter(|&c| !odd(c)).take(120).collect();
    if clean.trim().is_empty() {
        "file".to_owned()
    } else {
        clean.trim().to_owned()
    }
}
