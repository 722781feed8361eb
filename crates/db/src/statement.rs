//! Statements: written once where they are used, known to one registry, rewritten for each engine.
use crate::tables::{self, Tables, Touched};
use std::sync::OnceLock;

/// Every statement of every crate that is linked into this program.
#[linkme::distributed_slice]
pub static STATEMENTS: [Sql];

/// One statement, and where it stands in the source.
pub struct Sql {
    pub text: &'static str,
    pub file: &'static str,
    pub line: u32,
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
    tables: OnceLock<Tables>,
    touched: OnceLock<Touched>,
}

/// A registered statement. `$1`, `$2` … are its values; `$1::uuid` gives a value's type where PostgreSQL cannot infer
/// it; `x in list($1::uuid)` takes a list.
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        #[$crate::linkme::distributed_slice($crate::STATEMENTS)]
        #[linkme(crate = $crate::linkme)]
        static STATEMENT: $crate::Sql = $crate::Sql::new($text, file!(), line!());
        &STATEMENT
    }};
}

impl Sql {
    pub const fn new(text: &'static str, file: &'static str, line: u32) -> Sql {
        Sql {
            text,
            file,
            line,
            sqlite: OnceLock::new(),
            postgres: OnceLock::new(),
            tables: OnceLock::new(),
            touched: OnceLock::new(),
        }
    }

    pub(crate) fn sqlite(&self) -> &str {
        self.sqlite.get_or_init(|| for_sqlite(self.text))
    }

    pub(crate) fn postgres(&self) -> &str {
        self.postgres.get_or_init(|| for_postgres(self.text))
    }

    /// The tables it reads and writes, triggers and cascades included; the same on both engines.
    pub fn tables(&self) -> &Tables {
        self.tables
            .get_or_init(|| tables::of(self.sqlite()).unwrap_or_default())
    }

    /// The same as sets; a statement whose tables are unknown touches all.
    pub(crate) fn touched(&self) -> Touched {
        *self.touched.get_or_init(|| {
            let known = Touched::of(self.tables());
            let nothing = known.reads.is_empty() && known.writes.is_empty();
            if nothing { Touched::ALL } else { known }
        })
    }
}

/// `$n` becomes `?n` (SQLite would number `$n` by first appearance); types of values go (a cast would turn an id into
/// a number); a list is read from JSON.
pub(crate) fn for_sqlite(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\'', '$', ':', 'l']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((value, kind, after)) = list_at(rest, &out) {
            let column = if kind == "uuid" || kind == "bytea" {
                "unhex(value)"
            } else {
                "value"
            };
            out.push_str(&format!("(select {column} from json_each(?{value}))"));
            rest = after;
        } else if rest.starts_with('\'') {
            rest = copy_quoted(rest, &mut out);
        } else if rest.starts_with("::") {
            rest = rest[2..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '[' || c == ']');
        } else {
            out.push(if rest.starts_with('$') {
                '?'
            } else {
                rest.as_bytes()[0].into()
            });
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Only a list is written otherwise.
pub(crate) fn for_postgres(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\'', 'l']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((value, kind, after)) = list_at(rest, &out) {
            out.push_str(&format!("(select unnest(${value}::{kind}[]))"));
            rest = after;
        } else if rest.starts_with('\'') {
            rest = copy_quoted(rest, &mut out);
        } else {
            out.push('l');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// `list($1::uuid)` at the beginning of `rest`: number, type and what follows.
fn list_at<'a>(rest: &'a str, before: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let inner = rest.strip_prefix("list($")?;
    let (inside, after) = inner.split_once(')')?;
    let (value, kind) = inside.split_once("::")?;
    let whole_word = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    whole_word.then_some((value, kind, after))
}

fn copy_quoted<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let end = rest[1..].find('\'').map_or(rest.len(), |at| at + 2);
    out.push_str(&rest[..end]);
    &rest[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lists_and_types() {
        let text =
            "select 'a$1::x' from t where id = $2::uuid and x in list($1::uuid) and y in list($3::text)";
        assert_eq!(
            for_sqlite(text),
            "select 'a$1::x' from t where id = ?2 and x in (select unhex(value) from json_each(?1)) \
             and y in (select value from json_each(?3))"
        );
        assert_eq!(
            for_postgres(text),
            "select 'a$1::x' from t where id = $2::uuid and x in (select unnest($1::uuid[])) \
             and y in (select unnest($3::text[]))"
        );
    }
}
