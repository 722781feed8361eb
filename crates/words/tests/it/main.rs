//! The generator and the audit, tried on sample sentences and on the sentences of Sala.

mod audit;
mod generated;
mod project;
mod spoken;
