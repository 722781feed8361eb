//! One figure: what was measured, beside the limit or the peer measured in the same run.
use serde_json::{Value, json};

/// Which of two figures is the better.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Less,
    More,
}

pub struct Line {
    pub bench: &'static str,
    pub what: String,
    pub unit: &'static str,
    pub ours: f64,
    /// The limit or peer by its name, and its figure.
    pub against: Option<(String, f64)>,
    pub better: Better,
    /// The ratio to reach.
    pub aim: Option<f64>,
}

impl Line {
    /// A figure that must not pass a limit.
    pub fn limit(bench: &'static str, what: &str, unit: &'static str, ours: f64, limit: f64) -> Line {
        Line {
            against: Some(("limit".to_owned(), limit)),
            aim: Some(1.0),
            ..Line::alone(bench, what, unit, ours)
        }
    }

    /// A figure for information.
    pub fn alone(bench: &'static str, what: &str, unit: &'static str, ours: f64) -> Line {
        Line {
            bench,
            what: what.to_owned(),
            unit,
            ours,
            against: None,
            better: Better::Less,
            aim: None,
        }
    }

    /// Better when larger.
    pub fn ratio(&self) -> Option<f64> {
        let (_, peer) = self.against.as_ref()?;
        let ratio = match self.better {
            Better::Less => peer / self.ours,
            Better::More => self.ours / peer,
        };
        ratio.is_finite().then_some(ratio)
    }

    pub fn met(&self) -> Option<bool> {
        Some(self.ratio()? >= self.aim?)
    }

    pub fn json(&self) -> Value {
        let (against, peer) = match &self.against {
            Some((name, figure)) => (json!(name), json!(rounded(*figure))),
            None => (Value::Null, Value::Null),
        };
        json!({
            "bench": self.bench, "what": self.what, "unit": self.unit, "ours": rounded(self.ours),
            "against": against, "peer": peer, "ratio": self.ratio().map(rounded), "aim": self.aim, "met": self.met(),
        })
    }

    /// A row of the table in `docs/benchmarks.md`.
    pub fn row(&self) -> String {
        let against = self.against.as_ref();
        let dash = || "–".to_owned();
        let cells = [
            self.what.clone(),
            format!("{} {}", shown(self.ours), self.unit),
            against.map_or_else(dash, |(name, figure)| {
                format!("{name} {} {}", shown(*figure), self.unit)
            }),
            self.ratio().map_or_else(dash, shown),
            self.aim.map_or_else(dash, |aim| format!("≥ {aim}")),
            self.met()
                .map_or_else(dash, |met| if met { "yes" } else { "**no**" }.to_owned()),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

/// Four digits that count.
fn rounded(figure: f64) -> f64 {
    format!("{figure:.3e}").parse().unwrap_or(figure)
}

/// As people read it: thousands apart, no needless digits.
fn shown(figure: f64) -> String {
    let text = format!("{}", rounded(figure));
    let (whole, rest) = text
        .split_once('.')
        .map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    if rest.is_empty() {
        grouped
    } else {
        format!("{grouped}.{rest}")
    }
}

/// The middle of several runs.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_met_or_it_is_not() {
        let line = |ours| Line::limit("forum", "bytes", "bytes", ours, 15_360.0);
        assert_eq!(line(15_360.0).met(), Some(true));
        assert_eq!(line(15_361.0).met(), Some(false));
        assert_eq!(Line::alone("forum", "bytes", "bytes", 1.0).met(), None);
    }

    #[test]
    fn more_is_better_where_it_is() {
        let line = Line {
            against: Some(("nginx".to_owned(), 100_000.0)),
            better: Better::More,
            aim: Some(1.0),
            ..Line::alone("http", "requests", "requests/s", 99_000.0)
        };
        assert_eq!((line.ratio(), line.met()), (Some(0.99), Some(false)));
    }

    #[test]
    fn figures_are_shown_short() {
        assert_eq!(shown(1_234_567.8), "1\u{202f}235\u{202f}000");
        assert_eq!(shown(0.123_456), "0.1235");
        assert_eq!(shown(15.0), "15");
    }

    #[test]
    fn the_middle_of_five() {
        assert!((median(vec![5.0, 1.0, 4.0, 2.0, 3.0]) - 3.0).abs() < f64::EPSILON);
    }
}
