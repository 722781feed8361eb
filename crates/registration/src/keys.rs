//! What lists are searched and sorted by: folded words and sort keys, kept beside the answers they come from.

use base::{Fault, Id};
use db::{Tx, params, record, sql};

use crate::Registration;

record! {
    struct Source {
        slug: String,
        number: Option<i64>,
        badge_name: String,
        position: String,
        organization: String,
        email: String,
        name_en: Option<String>,
        name_fr: Option<String>,
        name_ar: Option<String>,
        member_sort: Option<String>,
    }
}

/// Writes them anew after the answers have changed.
pub fn refresh(tx: &mut Tx<'_>, id: Id<Registration>) -> Result<(), Fault> {
    let source: Source = tx.one(
        sql!(
            "select e.slug, r.number, r.badge_name, r.position, r.organization, a.email, m.name_en, m.name_fr,
                 m.name_ar, m.sort_key as member_sort
             from registration r
             join event e on e.id = r.event_id
             join account a on a.id = r.account_id
             left join member m on m.id = r.member_id
             where r.id = $1"
        ),
        params![id],
    )?;
    let number = source.number.map(|n| number(&source.slug, n)).unwrap_or_default();
    let parts = [
        Some(source.badge_name.as_str()),
        Some(source.position.as_str()),
        Some(source.organization.as_str()),
        source.name_en.as_deref(),
        source.name_fr.as_deref(),
        source.name_ar.as_deref(),
        Some(source.email.as_str()),
        Some(number.as_str()),
    ];
    let words: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .map(i18n::fold)
        .collect();
    let delegation = source.member_sort.as_deref().unwrap_or(&source.organization);
    tx.run(
        sql!(
            "update registration set name_key = $2, search = $3, sort_name = $4, sort_delegation = $5
             where id = $1"
        ),
        params![
            id,
            i18n::fold(&source.badge_name),
            words.join(" "),
            i18n::sort_key(&source.badge_name),
            i18n::sort_key(delegation)
        ],
    )?;
    Ok(())
}

/// What the number adds, once it is given, to the words a registration is found by.
pub fn quoted(slug: &str, given: i64) -> String {
    format!(" {}", i18n::fold(&number(slug, given)))
}

/// The number people quote: the event's address and four digits.
pub fn number(slug: &str, number: i64) -> String {
    format!("{}-{number:04}", slug.to_uppercase())
}
