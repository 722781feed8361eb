//! Letters: asked for in the transaction of the rule, written and handed over afterwards.
//!
//! The outbox holds what a letter is about, never its text: the room that asked writes it when a connection to the mail
//! server is open. So no secret lies in the database and a link's minutes begin at the hand-over.
mod letter;
mod mime;
mod outbox;
mod recorder;
mod relay;
mod smtp;
mod transport;
mod trouble;
mod worker;

pub use letter::{Kind, Letter, Outcome, Setting};
pub use outbox::{Outgoing, Post, Standing, newest, oldest_waiting, post, waiting};
pub use recorder::{Recorded, Recorder};
pub use relay::{Relay, all as relays};
pub use smtp::SmtpUrl;
pub use transport::Transport;
pub use trouble::{Late, Trouble, judge, last_left, late, to_tell, under_way};
pub use worker::{Worker, wake};
