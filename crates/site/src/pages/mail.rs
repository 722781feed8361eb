//! The desk's page of mail: from which address letters come, how many wait, and a test letter with what became of it.
use crate::mail_test;
use crate::pages::mail_trouble;
use crate::pages::people::only_administrators;
use crate::words::Words;
use ::people::{Me, Posted};
use askama::Template;
use mail::Relay;
use web::{App, Page, Visitor};

#[derive(Template)]
#[template(path = "pages/mail.html")]
struct View {
    page: Page,
    w: Words,
    from: String,
    /// The name of the site, when the address letters come from is not of it.
    foreign: Option<String>,
    waiting: i64,
    /// What is wrong, for everybody.
    troubles: Vec<String>,
    relays: Vec<Line>,
    me: String,
    standing: Option<String>,
    /// What the mail server said, or why it could not be reached.
    said: Option<String>,
}

/// A mail server and how it fares.
struct Line {
    name: String,
    standing: &'static str,
    /// What it said last, if it failed.
    said: Option<String>,
}

impl Line {
    fn new(w: Words, relay: Relay) -> Line {
        Line {
            standing: if relay.is_down() {
                w.mail_relay_down()
            } else if relay.failures > 0 {
                w.mail_relay_ails()
            } else {
                w.mail_relay_well()
            },
            name: relay.name,
            said: relay.last_error,
        }
    }
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    only_administrators(&me)?;
    let asked = me.clone();
    let read = app.db().read(move |tx| {
        let stands = (mail::under_way(tx)?, mail::relays(tx)?);
        Ok::<_, base::Fault>((mail::waiting(tx)?, mail_test::newest(tx, &asked)?, stands))
    });
    let (waiting, last, (troubles, relays)) = read.await?;
    let w = Words(visitor.locale);
    let zone = visitor.zone.as_ref().map_or("UTC", base::Zone::name);
    let from = app.site().mail_from.to_string();
    let standing = last.as_ref().map(|last| {
        let at = ::people::moment(visitor.locale, last.done_at.unwrap_or(last.created_at), zone);
        match last.state.as_str() {
            "sent" => w.mail_test_sent(at, last.to_address.as_str()),
            "waiting" => w.mail_test_waiting(at, last.tries),
            _ => w.mail_test_refused(at),
        }
    });
    Ok(web::html(View {
        page: Page::desk(&app, &visitor, w.mail()),
        w,
        foreign: foreign(&from, app.site().host()),
        from,
        waiting,
        troubles: troubles
            .iter()
            .map(|one| mail_trouble::say(w, one, zone))
            .collect(),
        relays: relays.into_iter().map(|relay| Line::new(w, relay)).collect(),
        me: me.email,
        standing,
        said: last.and_then(|last| last.last_error),
    }))
}

/// The host, if the address is neither of it nor of a domain that it lies in.
fn foreign(from: &str, host: &str) -> Option<String> {
    let host = host.split(':').next().unwrap_or_default();
    let domain = from.rsplit_once('@').map_or("", |(_, domain)| domain);
    let is_own = host == domain || host.ends_with(&format!(".{domain}"));
    (!is_own).then(|| host.to_owned())
}

pub async fn post(app: App, posted: Posted) -> web::Result {
    only_administrators(&posted.me)?;
    app.db().write(move |tx| mail_test::ask(tx, &posted.me)).await?;
    mail::wake();
    Ok(web::redirect("/desk/mail"))
}

#[cfg(test)]
mod tests {
    use super::foreign;

    #[test]
    fn an_address_of_the_host_or_of_a_domain_around_it_is_our_own() {
        assert_eq!(
            foreign("no-reply@forum.example.org", "forum.example.org:8443"),
            None
        );
        assert_eq!(foreign("forum@example.org", "forum.example.org"), None);
        assert_eq!(
            foreign("forum@ample.org", "example.org"),
            Some("example.org".to_owned())
        );
        assert_eq!(
            foreign("forum@other.example", "example.org"),
            Some("example.org".to_owned())
        );
    }
}
