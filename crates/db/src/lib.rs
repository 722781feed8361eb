//! The database, and the only room that names an engine: SQLite inside the program, or a PostgreSQL service.
//!
//! One SQL text serves both. An operation is a plain function of [`Tx`]; [`Db::write`] commits what it did when it
//! answers `Ok` and rolls it back when it answers `Err`.
mod check;
pub mod content;
mod health;
mod listing;
mod measure;
mod migrate;
mod notices;
mod open;
mod pool;
mod postgres;
mod postgres_value;
mod readings;
mod record;
mod sqlite;
mod sqlite_batch;
mod standby;
mod statement;
mod tables;
mod turns;
mod tx;
mod value;
mod versions;
mod witness;

pub use check::{Problem, check_every_statement, registered_in, written_in};
pub use listing::{Chosen, FILTERED, Filtered};
pub use migrate::{migration_names, schema_text};
pub use open::{DatabaseUrl, Db, Engine, Options};
pub use record::{FromRow, FromValue, Row};
pub use sqlite::is_open_elsewhere;
pub use statement::{STATEMENTS, Sql};
pub use tables::Tables;
pub use tx::{Retry, Tx};
pub use value::Value;
pub use versions::Changes;
pub use witness::{Moment, Rests, passing};

#[doc(hidden)]
pub use linkme;
