//! The table of the API: a noun with its operations. The routes, the document and the reference page are made of it.
use super::{Call, Field, Kind, Reply, Shape};
use crate::App;
use db::Tx;
use files::{Content, Stored};
use i18n::Locale;
use std::pin::Pin;

/// One noun of the product as programs see it. A room adds it with one line in its slice.
#[derive(Clone, Copy)]
pub struct Noun {
    pub name: &'static str,
    pub about: &'static str,
    pub operations: &'static [Operation],
}

/// What a token may be made for.
#[derive(Debug)]
pub struct Scope {
    pub code: &'static str,
    pub label: fn(Locale) -> &'static str,
}

/// Who may ask.
#[derive(Clone, Copy)]
pub enum Access {
    /// Anybody: what a page shows without a sign-in.
    Public,
    /// A token with this scope; what its owner may do is asked by the operation itself.
    Scope(&'static Scope),
}

/// What an operation does: a plain function of a transaction, as the pages' operations are.
pub type Run = fn(&mut Tx<'_>, &Call) -> super::Result<Reply>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Verb {
    pub fn name(self) -> &'static str {
        match self {
            Verb::Get => "GET",
            Verb::Post => "POST",
            Verb::Put => "PUT",
            Verb::Patch => "PATCH",
            Verb::Delete => "DELETE",
        }
    }

    pub fn writes(self) -> bool {
        self != Verb::Get
    }
}

/// A body that is one file: the media types it may be sent as, and what looks at it and keeps it before the transaction.
#[derive(Debug)]
pub struct FileBody {
    pub kinds: &'static [&'static str],
    pub take: Take,
}

/// Keeps a file that has arrived, or says what is wrong with it.
pub type Take = for<'t> fn(&'t App, Content, Locale) -> Taking<'t>;
pub type Taking<'t> = Pin<Box<dyn Future<Output = super::Result<Stored>> + Send + 't>>;

/// One line of the table.
#[derive(Clone, Copy)]
pub struct Operation {
    pub verb: Verb,
    /// Below `/api/v1`.
    pub path: &'static str,
    pub id: &'static str,
    pub summary: &'static str,
    pub access: Access,
    /// The kinds of the parts of the path that stand in braces, in their order.
    pub parts: &'static [Field],
    pub query: &'static [Field],
    pub body: Option<&'static Shape>,
    pub file: Option<&'static FileBody>,
    pub status: u16,
    /// Another status that is as good.
    pub also: Option<u16>,
    pub answer: Kind,
    /// The rule may say no (409), with its sentence.
    pub conflicts: bool,
    pub run: Run,
    /// For a change: what is there now. Its `ETag` must be the one of `If-Match`.
    pub current: Option<Run>,
}

/// What every list takes.
pub const PAGED: [Field; 2] = [
    Field::new("limit", Kind::Whole(1, 100), "How many at most; 50 if not given."),
    Field::new(
        "cursor",
        Kind::Short(100),
        "From the address of the next page, as it is.",
    ),
];

impl Operation {
    const fn new(verb: Verb, path: &'static str, id: &'static str, access: Access, run: Run) -> Operation {
        Operation {
            verb,
            path,
            id,
            summary: "",
            access,
            parts: &[],
            query: &[],
            body: None,
            file: None,
            status: 200,
            also: None,
            answer: Kind::Nothing,
            conflicts: false,
            run,
            current: None,
        }
    }

    pub const fn get(path: &'static str, id: &'static str, access: Access, run: Run) -> Operation {
        Operation::new(Verb::Get, path, id, access, run)
    }

    pub const fn post(path: &'static str, id: &'static str, access: Access, run: Run) -> Operation {
        Operation::new(Verb::Post, path, id, access, run)
    }

    /// Puts a file in its place, whatever was there.
    pub const fn put(
        path: &'static str,
        id: &'static str,
        access: Access,
        file: &'static FileBody,
        run: Run,
    ) -> Operation {
        let mut operation = Operation::new(Verb::Put, path, id, access, run);
        operation.file = Some(file);
        operation
    }

    /// A change of what `current` reads: `If-Match` is asked for and compared in the same transaction.
    pub const fn patch(
        path: &'static str,
        id: &'static str,
        access: Access,
        current: Run,
        run: Run,
    ) -> Operation {
        let mut operation = Operation::new(Verb::Patch, path, id, access, run);
        operation.current = Some(current);
        operation
    }

    pub const fn delete(path: &'static str, id: &'static str, access: Access, run: Run) -> Operation {
        let mut operation = Operation::new(Verb::Delete, path, id, access, run);
        operation.status = 204;
        operation
    }

    /// In one English sentence.
    #[must_use]
    pub const fn says(mut self, summary: &'static str) -> Operation {
        self.summary = summary;
        self
    }

    #[must_use]
    pub const fn of(mut self, parts: &'static [Field]) -> Operation {
        self.parts = parts;
        self
    }

    #[must_use]
    pub const fn asks(mut self, query: &'static [Field]) -> Operation {
        self.query = query;
        self
    }

    #[must_use]
    pub const fn takes(mut self, body: &'static Shape) -> Operation {
        self.body = Some(body);
        self
    }

    #[must_use]
    pub const fn answers(mut self, status: u16, answer: Kind) -> Operation {
        self.status = status;
        self.answer = answer;
        self
    }

    /// May answer the same with another status.
    #[must_use]
    pub const fn or(mut self, status: u16) -> Operation {
        self.also = Some(status);
        self
    }

    #[must_use]
    pub const fn may_conflict(mut self) -> Operation {
        self.conflicts = true;
        self
    }

    /// The media types of its body; none when it takes none.
    pub fn body_kinds(&self) -> &'static [&'static str] {
        match (self.body, self.file) {
            (_, Some(file)) => file.kinds,
            (Some(_), None) => &["application/json"],
            (None, None) => &[],
        }
    }

    /// The scope a token needs.
    pub fn scope(&self) -> Option<&'static Scope> {
        match self.access {
            Access::Public => None,
            Access::Scope(scope) => Some(scope),
        }
    }

    /// Whether strangers may be told what was true a second ago: lists of what is public, on a standby where there is one.
    pub fn may_lag(&self) -> bool {
        matches!((self.access, self.answer), (Access::Public, Kind::Page(_)))
    }

    /// Every status it answers with, beside its own.
    pub fn refusals(&self) -> Vec<u16> {
        let mut all = vec![400, 401, 421, 429, 503];
        let mut add = |when: bool, statuses: &[u16]| {
            if when {
                all.extend(statuses);
            }
        };
        add(self.verb == Verb::Get, &[304]);
        add(self.scope().is_some(), &[403]);
        add(!self.parts.is_empty(), &[404]);
        add(self.conflicts, &[409]);
        add(self.current.is_some(), &[412, 428]);
        add(self.verb.writes(), &[413, 415]);
        add(
            self.body.is_some() || matches!(self.verb, Verb::Post | Verb::Put),
            &[422],
        );
        all.sort_unstable();
        all
    }
}
