//! A member of the convening body, and an organization: what the other rooms know of them.

use base::{Fault, Id};
use db::{Tx, params, record, sql};
use i18n::Locale;

record! {
    /// A member or associate member, under the one name the convening body uses for it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Member {
        pub id: Id<Member>,
        pub iso3: String,
        pub iso2: String,
        pub name_en: String,
        pub name_fr: String,
        pub name_ru: String,
        pub name_zh: String,
        pub name_ar: String,
        pub membership: String,
        pub subregion: String,
        pub status_note: String,
        pub capital: String,
        pub zone: String,
        pub position: i64,
        pub sort_key: String,
        pub unverified: String,
    }
}

impl Member {
    /// The name to print in this language, and the language it is really in.
    pub fn name(&self, locale: Locale) -> (&str, Locale) {
        let name = match locale {
            Locale::Fr => &self.name_fr,
            Locale::Ru => &self.name_ru,
            Locale::Zh => &self.name_zh,
            Locale::Ar => &self.name_ar,
            Locale::En | Locale::Es => "",
        };
        if name.is_empty() {
            (&self.name_en, Locale::En)
        } else {
            (name, locale)
        }
    }

    /// An associate member is marked in every list.
    pub fn associate(&self) -> bool {
        self.membership == "associate_member"
    }

    /// Whether nobody has confirmed this column yet; shown on the desk only.
    pub fn unverified(&self, column: &str) -> bool {
        self.unverified.split(';').any(|name| name == column)
    }
}

record! {
    /// An agency, ministry, United Nations entity or other body that takes part.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Organization {
        pub id: Id<Organization>,
        pub slug: String,
        pub name_en: String,
        pub name_fr: Option<String>,
        pub name_ar: Option<String>,
        pub acronym: String,
        pub kind: String,
        pub member_id: Option<Id<Member>>,
        pub parent_body: String,
        pub established: String,
        pub website: String,
        pub leads: bool,
        pub confidence: String,
        pub position: i64,
    }
}

impl Organization {
    /// The name to print in this language, and the language it is really in.
    pub fn name(&self, locale: Locale) -> (&str, Locale) {
        let name = match locale {
            Locale::Fr => self.name_fr.as_deref(),
            Locale::Ar => self.name_ar.as_deref(),
            _ => None,
        };
        name.map_or((self.name_en.as_str(), Locale::En), |name| (name, locale))
    }

    /// Known from a source; the others are printed only after the member has confirmed them.
    pub fn established_fact(&self) -> bool {
        self.confidence != "C"
    }

    /// The address of its web site, if it is one that a link may lead to.
    pub fn link(&self) -> Option<&str> {
        let safe = self.website.starts_with("https://") || self.website.starts_with("http://");
        safe.then_some(self.website.as_str())
    }
}

/// All members and associate members, in the one English alphabetical order.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Member>, Fault> {
    tx.all(sql!("select * from member order by position"), params![])
}

/// How many members and associate members there are.
pub fn how_many(tx: &mut Tx<'_>) -> Result<i64, Fault> {
    let (n,): (i64,) = tx.one(sql!("select cast(count(*) as bigint) from member"), params![])?;
    Ok(n)
}

/// The member with this three-letter code (capital letters).
pub fn by_iso3(tx: &mut Tx<'_>, iso3: &str) -> Result<Option<Member>, Fault> {
    tx.maybe(sql!("select * from member where iso3 = $1"), params![iso3])
}

/// The member with this id.
pub fn by_id(tx: &mut Tx<'_>, id: Id<Member>) -> Result<Option<Member>, Fault> {
    tx.maybe(sql!("select * from member where id = $1"), params![id])
}

/// The organization at this address.
pub fn organization(tx: &mut Tx<'_>, slug: &str) -> Result<Option<Organization>, Fault> {
    tx.maybe(sql!("select * from organization where slug = $1"), params![slug])
}

/// The organization with this id.
pub fn organization_by_id(tx: &mut Tx<'_>, id: Id<Organization>) -> Result<Option<Organization>, Fault> {
    tx.maybe(sql!("select * from organization where id = $1"), params![id])
}

/// All organizations: those of no member first, then in the order of the members.
pub fn organizations(tx: &mut Tx<'_>) -> Result<Vec<Organization>, Fault> {
    tx.all(
        sql!("select * from organization order by position, slug"),
        params![],
    )
}

/// The organizations of one member, the leading one first.
pub fn organizations_of(tx: &mut Tx<'_>, member: Id<Member>) -> Result<Vec<Organization>, Fault> {
    tx.all(
        sql!("select * from organization where member_id = $1 order by leads desc, position, slug"),
        params![member],
    )
}
