//! Several nodes on one PostgreSQL service, as processes of their own: what one commits the others show, what was
//! acknowledged outlives a node and a primary, and a person does not notice on which node she is.
#![expect(
    clippy::panic,
    reason = "a test says what it found by failing with a sentence"
)]
mod node;
mod replication;
mod together;
