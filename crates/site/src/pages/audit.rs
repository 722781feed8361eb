//! The log on the desk: looked through by kind, person, address and day, the newest first; and how long it is kept.
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::model::Whence;
use ::people::retention::{self, Rule};
use ::people::story::{self, DeskLine, Search};
use ::people::{Me, Sure};
use askama::Template;
use axum::extract::Query;
use base::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use web::{App, Error, Page, Visitor};

/// So many lines on a page.
const LINES: usize = 50;

#[derive(Template)]
#[template(path = "pages/audit.html")]
struct View {
    page: Page,
    w: Words,
    /// To choose from: code, name, whether it is chosen.
    kinds: Vec<(String, String, bool)>,
    asked: Asked,
    filtered: bool,
    rows: Vec<Row>,
    older: Option<String>,
    rules: Vec<(Rule, String)>,
    note: Option<&'static str>,
    wrong: bool,
}

struct Row {
    when: String,
    what: String,
    whom: Option<(String, String)>,
    who: String,
    whence: String,
}

/// What stands behind the question mark.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct Asked {
    kind: String,
    whom: String,
    ip: String,
    from: String,
    until: String,
    after: String,
    kept: Option<String>,
}

impl Asked {
    fn is_filtered(&self) -> bool {
        [&self.kind, &self.whom, &self.ip, &self.from, &self.until]
            .iter()
            .any(|text| !text.trim().is_empty())
    }

    fn search(&self, zone: &Zone) -> Search {
        let day = |text: &str| text.trim().parse::<Date>().ok();
        let begins = |day: Date| -> Option<Timestamp> {
            let zoned = day
                .to_zoned_datetime(jiff::tz::TimeZone::get(zone.name()).ok()?)
                .ok()?;
            Some(zoned.timestamp())
        };
        Search {
            kind: self.kind.trim().to_owned(),
            whom: self.whom.trim().to_owned(),
            ip: self.ip.trim().to_owned(),
            from: day(&self.from).and_then(begins),
            until: day(&self.until)
                .and_then(|day| day.tomorrow().ok())
                .and_then(begins),
            after: self.after.parse().ok(),
        }
    }

    /// The address of the lines after this one.
    fn after(&self, id: &str) -> String {
        let parts = [
            ("kind", &self.kind),
            ("whom", &self.whom),
            ("ip", &self.ip),
            ("from", &self.from),
            ("until", &self.until),
        ];
        let kept = parts.iter().filter(|(_, value)| !value.is_empty());
        let kept: String = kept
            .map(|(name, value)| format!("{name}={}&", web::encode(value)))
            .collect();
        format!("/desk/audit?{kept}after={id}")
    }
}

pub async fn get(app: App, visitor: Visitor, me: Me, Query(asked): Query<Asked>) -> web::Result {
    only_administrators(&me)?;
    show(&app, &visitor, asked, false).await
}

async fn show(app: &App, visitor: &Visitor, asked: Asked, wrong: bool) -> web::Result {
    let w = Words(visitor.locale);
    let search = asked.search(&app.site().zone);
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let (mut lines, rules) = app
        .db()
        .read(move |tx| {
            let lines = story::search(tx, &search, limit)?;
            Ok::<_, base::Fault>((lines, retention::rules(tx)?))
        })
        .await?;
    let more = lines.len() > LINES;
    lines.truncate(LINES);
    let last = lines.last().filter(|_| more).map(|line| line.id.to_string());
    let zone = app.site().zone.name();
    let mut response = web::html(View {
        page: Page::desk(app, visitor, w.audit()).error(wrong),
        w,
        kinds: rules
            .iter()
            .filter(|rule| rule.kind != "other")
            .map(|rule| (rule.kind.clone(), kind(w, &rule.kind), rule.kind == asked.kind))
            .collect(),
        filtered: asked.is_filtered(),
        older: last.map(|id| asked.after(&id)),
        note: asked.kept.as_ref().map(|_| w.audit_is_set()),
        asked,
        rows: lines.into_iter().map(|line| row(w, line, zone)).collect(),
        rules: rules
            .into_iter()
            .map(|rule| {
                let name = kind(w, &rule.kind);
                (rule, name)
            })
            .collect(),
        wrong,
    });
    if wrong {
        *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// A kind in words; one that this release does not know by its code.
fn kind(w: Words, code: &str) -> String {
    let name = match code {
        "sign_in" => w.kind_sign_in(),
        "session" => w.kind_session(),
        "console_link" => w.kind_console_link(),
        "token" => w.kind_token(),
        "account" => w.kind_account(),
        "role" => w.kind_role(),
        "other" => w.kind_other(),
        _ => code,
    };
    name.to_owned()
}

fn row(w: Words, line: DeskLine, zone: &str) -> Row {
    let whom = line.account_id.map(|id| {
        let name = line.name.clone().unwrap_or_default();
        (format!("/desk/accounts/{id}"), name)
    });
    Row {
        when: ::people::moment(w.0, line.at, zone),
        what: ::people::event(w.0, &line.event, &line.detail),
        whom,
        who: line.actor.or(line.name).unwrap_or_default(),
        whence: ::people::whence(w.0, &line.ip, &line.ua),
    }
}

/// Sets how long a kind is kept.
pub async fn keep(app: App, visitor: Visitor, whence: Whence, sure: Sure) -> web::Result {
    only_administrators(&sure.me)?;
    let number = |name: &str| {
        let typed = sure.form.text(name).trim().parse::<i64>().ok();
        typed.filter(|days| (1..=36_500).contains(days))
    };
    let (Some(days), Some(address_days)) = (number("days"), number("address_days")) else {
        return show(&app, &visitor, Asked::default(), true).await;
    };
    let rule = Rule {
        kind: sure.form.text("kind").to_owned(),
        days,
        address_days,
    };
    let by = sure.me.id;
    let known = app
        .db()
        .write(move |tx| {
            let known = retention::set(tx, &rule)?;
            if known {
                let detail = format!("{} {} {}", rule.kind, rule.days, rule.address_days);
                let note = ::people::audit::Note::of("audit.kept_for", by, &detail, &whence);
                ::people::audit::by(tx, by, &note)?;
            }
            Ok::<_, base::Fault>(known)
        })
        .await?;
    if known {
        Ok(web::redirect("/desk/audit?kept=1#kept"))
    } else {
        Err(Error::BadRequest)
    }
}
