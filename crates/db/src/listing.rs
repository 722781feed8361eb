//! Lists that a person filters and orders: the parts are written once, each is prepared by a test, no page glues SQL.
use crate::tables::{self, Touched};
use crate::{Value, statement};
use std::sync::OnceLock;

/// Every filtered list of every crate that is linked into this program.
#[linkme::distributed_slice]
pub static FILTERED: [Filtered];

/// A statement with named filters and orders.
pub struct Filtered {
    pub base: &'static str,
    pub filters: &'static [(&'static str, &'static str)],
    pub orders: &'static [(&'static str, &'static str)],
    pub file: &'static str,
    pub line: u32,
    touched: OnceLock<Touched>,
}

/// A registered list: `filtered! { static LIST = "select … where true", filters { state: "and state = $" }, orders { oldest: "id" } }`.
/// The lone `$` of a filter is its value. The first order is the usual one.
#[macro_export]
macro_rules! filtered {
    ($(#[$meta:meta])* $vis:vis static $name:ident = $base:expr,
     filters { $($filter:ident : $part:expr),* $(,)? } $(,)? orders { $($order:ident : $by:expr),+ $(,)? } $(,)?) => {
        $(#[$meta])*
        #[$crate::linkme::distributed_slice($crate::FILTERED)]
        #[linkme(crate = $crate::linkme)]
        $vis static $name: $crate::Filtered = $crate::Filtered::new(
            $base,
            &[$((stringify!($filter), $part)),*],
            &[$((stringify!($order), $by)),+],
            (file!(), line!()),
        );
    };
}

/// A list with the filters, the order and the page that somebody asked for.
#[derive(Clone)]
pub struct Chosen<'a> {
    list: &'a Filtered,
    filters: Vec<(&'static str, Value)>,
    order: Option<&'static str>,
    page: Option<(i64, i64)>,
}

impl Filtered {
    /// What `filtered!` makes.
    pub const fn new(
        base: &'static str,
        filters: &'static [(&'static str, &'static str)],
        orders: &'static [(&'static str, &'static str)],
        (file, line): (&'static str, u32),
    ) -> Filtered {
        Filtered {
            base,
            filters,
            orders,
            file,
            line,
            touched: OnceLock::new(),
        }
    }

    /// The tables of all its filters and orders.
    fn touched(&self) -> Touched {
        *self.touched.get_or_init(|| {
            let each = self.samples().into_iter();
            each.map(|text| {
                tables::of(&statement::for_sqlite(&text)).map_or(Touched::ALL, |t| Touched::of(&t))
            })
            .fold(Touched::default(), |mut all, one| {
                all.add(one);
                all
            })
        })
    }

    pub fn choose(&self) -> Chosen<'_> {
        Chosen {
            list: self,
            filters: Vec::new(),
            order: None,
            page: None,
        }
    }

    /// One text for each filter and each order, for the test that prepares them all.
    pub(crate) fn samples(&self) -> Vec<String> {
        let alone = self
            .filters
            .iter()
            .map(|&(name, _)| self.choose().filter(name, Value::Null));
        let ordered = self.orders.iter().map(|&(name, _)| {
            let all = self.filters.iter().fold(self.choose(), |chosen, &(name, _)| {
                chosen.filter(name, Value::Null)
            });
            all.order(name).page(1, 0)
        });
        alone
            .chain(ordered)
            .flat_map(|chosen| [chosen.text(), chosen.counting()])
            .collect()
    }
}

impl Chosen<'_> {
    /// Adds a filter; an unknown name adds nothing that could match by accident: the list is then empty.
    #[must_use]
    pub fn filter(mut self, name: &str, value: impl Into<Value>) -> Self {
        match self.list.filters.iter().find(|(known, _)| *known == name) {
            Some(&(_, part)) => self.filters.push((part, value.into())),
            None => self
                .filters
                .push(("and false and $::bigint is null", Value::Null)),
        }
        self
    }

    /// Chooses an order by name; an unknown name leaves the usual order.
    #[must_use]
    pub fn order(mut self, name: &str) -> Self {
        self.order = self
            .list
            .orders
            .iter()
            .find(|(known, _)| *known == name)
            .map(|&(_, by)| by);
        self
    }

    #[must_use]
    pub fn page(mut self, limit: i64, offset: i64) -> Self {
        self.page = Some((limit.max(0), offset.max(0)));
        self
    }

    fn filtered(&self) -> String {
        let mut text = self.list.base.to_owned();
        for (place, (part, _)) in self.filters.iter().enumerate() {
            text.push(' ');
            text.push_str(&part.replacen('$', &format!("${}", place + 1), 1));
        }
        text
    }

    pub(crate) fn touched(&self) -> Touched {
        self.list.touched()
    }

    pub(crate) fn text(&self) -> String {
        let order = self.order.or_else(|| self.list.orders.first().map(|&(_, by)| by));
        let mut text = self.filtered();
        if let Some(by) = order {
            text.push_str(" order by ");
            text.push_str(by);
        }
        if let Some((limit, offset)) = self.page {
            text.push_str(&format!(" limit {limit} offset {offset}"));
        }
        text
    }

    pub(crate) fn counting(&self) -> String {
        format!(
            "select cast(count(*) as bigint) as n from ({}) as counted",
            self.filtered()
        )
    }

    pub(crate) fn values(&self) -> Vec<Value> {
        self.filters.iter().map(|(_, value)| value.clone()).collect()
    }
}
