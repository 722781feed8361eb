//! Two accounts of one person become one: what each room says goes to the account that stays, and nobody signs in to the
//! other any more. What went is written down row by row, and for a week an administrator can undo it.

use base::{Email, Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;
use web::{Fate, Moves, Referring, Slice};

use crate::audit::{self, Note};
use crate::mails::merge::{self as letter, What};
use crate::model::{Account, Whence};
use crate::{account, assisted, roles, session};

/// It can be undone for so long.
pub const UNDO: SignedDuration = SignedDuration::from_hours(24 * 7);
/// The longest reason.
pub const LONGEST_REASON: usize = 500;

/// What of this room refers to an account. What proves who somebody is, and what was begun with it, is never another
/// account's: the account that stays keeps its own. What was done stays with whoever did it. Roles are given by the site.
pub const REFERRING: &[Referring] = &[
    Referring::stays("account_merge.into_id"),
    Referring::stays("account_merge.merged_by"),
    Referring::stays("account_merge.merged_id"),
    Referring::stays("account_merge.undone_by"),
    Referring::stays("account_stash.account_id"),
    Referring::stays("api_token.account_id"),
    Referring::stays("assisted_change.account_id"),
    Referring::stays("assisted_change.agreed_by"),
    Referring::stays("assisted_change.asked_by"),
    Referring::stays("console_link.account_id"),
    Referring::stays("email_change.account_id"),
    Referring::stays("known_browser.account_id"),
    Referring::stays("link_rule.account_id"),
    Referring::stays("mail_came_back.account_id"),
    Referring::stays("oidc_identity.account_id"),
    Referring::stays("oidc_request.account_id"),
    Referring::stays("passkey.account_id"),
    Referring::stays("recovery_code.account_id"),
    Referring::stays("reset_link.account_id"),
    Referring::stays("signin_flow.account_id"),
    Referring::stays("signin_session.account_id"),
    Referring::stays("sure_code.account_id"),
    Referring::stays("totp.account_id"),
];

/// Why nothing was merged or undone.
#[derive(Debug)]
pub enum Refused {
    /// Nobody has this address.
    NoAccount,
    /// An account is not merged with itself.
    Same,
    /// Nobody merges an account of her own: another administrator does.
    Own,
    /// Nobody else could give roles.
    LastAdministrator,
    /// One of them may not sign in or waits for another address, or it is over.
    NotNow,
    Fault(Fault),
}
db::refusal!(Refused);

/// What would come of it.
#[derive(Debug)]
pub struct Plan {
    pub merged: Account,
    pub into: Account,
    /// What goes to the account that stays.
    pub goes: Vec<String>,
    /// What the account that stays has too: it stays where it is.
    pub stays: Vec<String>,
}

/// Says what would come of it, and changes nothing.
pub fn plan(
    tx: &mut Tx<'_>,
    slices: &[Slice],
    locale: Locale,
    by: Id<Account>,
    (merged, into): (Id<Account>, &Email),
) -> Result<Plan, Refused> {
    let (merged, into) = both(tx, by, merged, into)?;
    let (mut goes, mut stays) = (Vec::new(), Vec::new());
    for (_, moves) in moving(slices) {
        for row in (moves.find)(tx, locale, merged.id.uuid(), into.id.uuid())? {
            let list = if row.stays { &mut stays } else { &mut goes };
            list.push(row.said);
        }
    }
    Ok(Plan {
        merged,
        into,
        goes,
        stays,
    })
}

/// What moves, and where it stands.
fn moving(slices: &[Slice]) -> impl Iterator<Item = (&'static str, Moves)> {
    let all = slices.iter().flat_map(|slice| slice.referring);
    all.filter_map(|referring| match referring.fate {
        Fate::Moves(moves) => Some((referring.column, moves)),
        Fate::Stays => None,
    })
}

/// The two accounts, when this administrator may merge them.
fn both(
    tx: &mut Tx<'_>,
    by: Id<Account>,
    merged: Id<Account>,
    into: &Email,
) -> Result<(Account, Account), Refused> {
    let into = account::by_email(tx, into)?.ok_or(Refused::NoAccount)?;
    let merged = account::by_id(tx, merged)?.ok_or(Refused::NoAccount)?;
    if merged.id == into.id {
        return Err(Refused::Same);
    }
    if by == merged.id || by == into.id {
        return Err(Refused::Own);
    }
    if roles::is_last_administrator(tx, merged.id)? {
        return Err(Refused::LastAdministrator);
    }
    let waits = assisted::under_way(tx, merged.id)?.or(assisted::under_way(tx, into.id)?);
    let is_usable = into.disabled_at.is_none() && into.verified_at.is_some();
    if merged.disabled_at.is_some() || !is_usable || waits.is_some() {
        return Err(Refused::NotNow);
    }
    Ok((merged, into))
}

/// Merges the one into the other. The reason is one line that was checked before.
pub fn merge(
    tx: &mut Tx<'_>,
    slices: &[Slice],
    by: Id<Account>,
    (merged, into): (Id<Account>, &Email),
    reason: &str,
    whence: &Whence,
) -> Result<(), Refused> {
    let (merged, into) = both(tx, by, merged, into)?;
    let (id, now): (Id<Merge>, _) = (tx.new_id(), tx.now());
    tx.run(
        sql!(
            "insert into account_merge (id, merged_id, into_id, reason, state, merged_by, merged_at, undo_until)
             values ($1, $2, $3, $4, 'done', $5, $6, $7)"
        ),
        params![id, merged.id, into.id, reason, by, now, now + UNDO],
    )?;
    let (from, to) = (merged.id.uuid(), into.id.uuid());
    for (place, moves) in moving(slices) {
        for row in (moves.find)(tx, Locale::En, from, to)? {
            if (moves.give)(tx, row.id, from, to)? {
                tx.run(
                    sql!("insert into account_merge_row (merge_id, place, row_id) values ($1, $2, $3)"),
                    params![id, place, row.id],
                )?;
            }
        }
    }
    tx.run(
        sql!("update account set disabled_at = $1 where id = $2"),
        params![now, merged.id],
    )?;
    session::end_all(tx, merged.id)?;
    for (event, account) in [("account.merged", merged.id), ("account.merged_here", into.id)] {
        tell(tx, by, event, account, reason, whence)?;
    }
    Ok(letter::tell(tx, What::Merged, id, [&merged, &into], whence)?)
}

fn tell(
    tx: &mut Tx<'_>,
    by: Id<Account>,
    event: &'static str,
    account: Id<Account>,
    detail: &str,
    whence: &Whence,
) -> Result<(), Fault> {
    let note = Note::of(event, account, detail, whence);
    audit::by(tx, by, &note)
}

record! {
    /// A merger that stands.
    #[derive(Clone, Debug)]
    pub struct Merge {
        pub id: Id<Merge>,
        pub merged_id: Id<Account>,
        pub merged_email: String,
        pub into_id: Id<Account>,
        pub into_email: String,
        pub by: String,
        pub reason: String,
        pub merged_at: Timestamp,
        pub undo_until: Timestamp,
    }
}

impl Merge {
    pub fn can_be_undone(&self, now: Timestamp) -> bool {
        self.undo_until > now
    }
}

/// The mergers of an account, into another or of others into it, the newest first.
pub fn of(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Vec<Merge>, Fault> {
    tx.all(
        sql!(
            "select m.id, m.merged_id, a.email as merged_email, m.into_id, b.email as into_email, c.name as by,
                 m.reason, m.merged_at, m.undo_until
             from account_merge m join account a on a.id = m.merged_id join account b on b.id = m.into_id
                 join account c on c.id = m.merged_by
             where m.state = 'done' and (m.merged_id = $1 or m.into_id = $1)
             order by m.merged_at desc, m.id desc"
        ),
        params![account],
    )
}

/// One by its id, for its letter.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Merge>) -> Result<Option<Merge>, Fault> {
    tx.maybe(
        sql!(
            "select m.id, m.merged_id, a.email as merged_email, m.into_id, b.email as into_email, c.name as by,
                 m.reason, m.merged_at, m.undo_until
             from account_merge m join account a on a.id = m.merged_id join account b on b.id = m.into_id
                 join account c on c.id = m.merged_by
             where m.id = $1"
        ),
        params![id],
    )
}

/// Undoes it: what went comes back, and the account may be signed in to again. A browser that was signed in stays out.
/// What was merged on is first undone there.
pub fn undo(
    tx: &mut Tx<'_>,
    slices: &[Slice],
    by: Id<Account>,
    merged: Id<Account>,
    whence: &Whence,
) -> Result<(), Refused> {
    let now = tx.now();
    let undone: Option<(Id<Merge>, Id<Account>)> = tx.maybe(
        sql!(
            "update account_merge set state = 'undone', undone_by = $1, undone_at = $2
             where merged_id = $3 and state = 'done' and undo_until > $2
                 and not exists (select 1 from account_merge o
                     where o.merged_id = account_merge.into_id and o.state = 'done')
             returning id, into_id"
        ),
        params![by, now, merged],
    )?;
    let (id, into) = undone.ok_or(Refused::NotNow)?;
    let rows: Vec<(String, Uuid)> = tx.all(
        sql!("select place, row_id from account_merge_row where merge_id = $1 order by place, row_id"),
        params![id],
    )?;
    for (place, row) in rows {
        if let Some((_, moves)) = moving(slices).find(|(column, _)| *column == place) {
            (moves.give)(tx, row, into.uuid(), merged.uuid())?;
        }
    }
    tx.run(
        sql!("update account set disabled_at = null where id = $1 and closed_at is null"),
        params![merged],
    )?;
    for (event, account) in [("account.unmerged", merged), ("account.unmerged_here", into)] {
        tell(tx, by, event, account, "", whence)?;
    }
    let (merged, into) = (account::by_id(tx, merged)?, account::by_id(tx, into)?);
    if let (Some(merged), Some(into)) = (merged, into) {
        letter::tell(tx, What::Undone, id, [&merged, &into], whence)?;
    }
    Ok(())
}

/// Closes the accounts whose week is over, as their owner would; a month later they are forgotten.
pub fn close_old(tx: &mut Tx<'_>) -> Result<(), Fault> {
    let now = tx.now();
    let over: Vec<(Id<Account>,)> = tx.all(
        sql!(
            "update account set closed_at = $1
             where closed_at is null and id in
                 (select m.merged_id from account_merge m where m.state = 'done' and m.undo_until <= $1)
             returning id"
        ),
        params![now],
    )?;
    for (id,) in over {
        tx.run(sql!("delete from role_grant where account_id = $1"), params![id])?;
    }
    Ok(())
}

/// What is held about it, for the person's own eyes.
pub fn held(tx: &mut Tx<'_>, account: Id<Account>) -> Result<Value, Fault> {
    let each = of(tx, account)?.into_iter().map(|one| {
        json!({
            "ended": one.merged_email, "stays": one.into_email, "why": one.reason, "at": one.merged_at,
        })
    });
    Ok(each.collect())
}
