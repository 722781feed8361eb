//! The story of a registration: one line for each move, written in the same transaction.

use base::{Fault, Id};
use db::{Tx, params, sql};
use people::Account;

use crate::{Registration, State};

/// Adds a line.
pub fn write(tx: &mut Tx<'_>, id: Id<Registration>, state: State, by: Id<Account>) -> Result<(), Fault> {
    let line: Id<Registration> = tx.new_id();
    let now = tx.now();
    tx.run(
        sql!(
            "insert into registration_move (id, registration_id, at, state, account_id) values ($1, $2, $3, $4, $5)"
        ),
        params![line, id, now, state.code(), by],
    )?;
    Ok(())
}
