//! A slice: what one room adds to the program.
use crate::{App, Visitor};
use axum::Router;
use axum::routing::MethodRouter;
use base::{Fault, Random};
use db::Tx;
use i18n::Locale;
use jiff::Timestamp;
use std::borrow::Cow;
use uuid::Uuid;

/// What one room adds: its addresses, letters, work, parts of others' pages, sample data.
#[derive(Clone, Copy)]
pub struct Slice {
    pub name: &'static str,
    pub routes: fn() -> Routes,
    pub mails: &'static [mail::Kind],
    pub jobs: &'static [jobs::Kind],
    pub timers: &'static [jobs::Timer],
    pub menu: &'static [MenuEntry],
    pub desk_menu: &'static [MenuEntry],
    pub panels: &'static [Panel],
    /// Its nouns as programs see them.
    pub api: &'static [crate::api::Noun],
    /// Names that stand on its public pages: a password is made of more than them.
    pub names: Option<Names>,
    /// What it holds about a person, for her own eyes.
    pub held: Option<Held>,
    /// Every column of its tables that refers to an account, and what becomes of it when two accounts are made one.
    pub referring: &'static [Referring],
    pub demo: Option<FillDemo>,
}

impl Slice {
    /// Adds nothing: the rest of a `Slice { name, routes, ..Slice::EMPTY }`.
    pub const EMPTY: Slice = Slice {
        name: "",
        routes: Routes::new,
        mails: &[],
        jobs: &[],
        timers: &[],
        menu: &[],
        desk_menu: &[],
        panels: &[],
        api: &[],
        names: None,
        held: None,
        referring: &[],
        demo: None,
    };
}

/// A line of a menu.
pub struct MenuEntry {
    pub path: &'static str,
    pub label: fn(Locale) -> &'static str,
}

/// A part that one room shows on the page of another.
pub struct Panel {
    pub place: &'static str,
    pub render: fn(&mut Tx<'_>, &PanelFor) -> Result<Option<String>, Fault>,
}

/// What a panel is about and who reads it.
pub struct PanelFor {
    pub about: Uuid,
    pub visitor: Visitor,
}

/// Finds the names of a room.
pub type Names = fn(&mut Tx<'_>) -> Result<Vec<String>, Fault>;

/// Finds what a room holds about the person with this account: a name for it, and the records.
pub type Held = fn(&mut Tx<'_>, Uuid) -> Result<(&'static str, serde_json::Value), Fault>;

/// A column that refers to an account, as `table.column`.
#[derive(Clone, Copy)]
pub struct Referring {
    pub column: &'static str,
    pub fate: Fate,
}

impl Referring {
    /// One that keeps saying which account it was.
    pub const fn stays(column: &'static str) -> Referring {
        Referring {
            column,
            fate: Fate::Stays,
        }
    }
}

/// What becomes of the rows that refer to an account when it is merged into another of the same person.
#[derive(Clone, Copy)]
pub enum Fate {
    Stays,
    Moves(Moves),
}

/// Finds the rows of the first account, and gives one of them to the second where it may; the same way undoes it.
#[derive(Clone, Copy)]
pub struct Moves {
    pub find: FindMovable,
    pub give: GiveMovable,
}

/// The rows of the first account, and whether the second has their like.
pub type FindMovable = fn(&mut Tx<'_>, Locale, Uuid, Uuid) -> Result<Vec<Movable>, Fault>;

/// Gives a row of the first account to the second; `false` when it is not the first's, or the second has its like.
pub type GiveMovable = fn(&mut Tx<'_>, Uuid, Uuid, Uuid) -> Result<bool, Fault>;

/// A row that refers to an account, as the desk reads it.
pub struct Movable {
    pub id: Uuid,
    pub said: String,
    /// The other account has its like: it is not given.
    pub stays: bool,
}

/// Writes a room's sample records.
pub type FillDemo = fn(&mut Tx<'_>, &Demo) -> Result<(), Fault>;

/// The demonstration that is being filled.
pub struct Demo {
    pub now: Timestamp,
    pub random: Random,
    /// Where sample documents go.
    pub files: files::Store,
    /// Multiplies the sample records.
    pub scale: u32,
}

/// The addresses of a room.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    patterns: Vec<Cow<'static, str>>,
    public: Vec<Public>,
}

/// A page that is the same for everybody who is not signed in: its pattern, and the parameters of its query.
pub(crate) type Public = (&'static str, &'static [&'static str]);

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    /// Adds an address.
    #[must_use]
    pub fn at(mut self, pattern: &'static str, methods: MethodRouter<App>) -> Routes {
        self.router = self.router.route(pattern, methods);
        self.patterns.push(pattern.into());
        self
    }

    /// Adds the address of a page that is the same for everybody who is not signed in, but for its language and these
    /// parameters of its query. It is kept in memory and given again while nothing it was made of has changed.
    #[must_use]
    pub fn public(
        mut self,
        pattern: &'static str,
        parameters: &'static [&'static str],
        methods: MethodRouter<App>,
    ) -> Routes {
        self.public.push((pattern, parameters));
        self.at(pattern, methods)
    }

    pub(crate) fn public_pages(&self) -> &[Public] {
        &self.public
    }

    /// Adds an address below another; one that is there already gets more methods.
    #[must_use]
    pub(crate) fn below(mut self, root: &str, path: &str, methods: MethodRouter<App>) -> Routes {
        let pattern = format!("{root}{path}");
        self.router = self.router.route(&pattern, methods);
        if !self.patterns.iter().any(|known| **known == pattern) {
            self.patterns.push(pattern.into());
        }
        self
    }

    pub fn patterns(&self) -> &[Cow<'static, str>] {
        &self.patterns
    }

    pub(crate) fn router(self) -> Router<App> {
        self.router
    }
}
