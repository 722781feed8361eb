//! The four letters of a registration. Each is written when it is handed over, from what is true at that moment:
//! who has withdrawn meanwhile gets no invitation.

use askama::Template;
use base::{Email, Fault, Id};
use db::Tx;
use forum::Event;
use forum::calendar::{Entry, Guest, Method, invitation};
use i18n::Locale;
use mail::{Kind, Letter, Outgoing, Post, Setting};

use crate::model::Registration;
use crate::words::Words;
use crate::{State, labels, read, sample};

pub const RECEIVED: &str = "registration.received";
pub const ACCREDITED: &str = "registration.accredited";
pub const DECLINED: &str = "registration.declined";
pub const WITHDRAWN: &str = "registration.withdrawn";

/// The kinds of letter this room sends.
pub const KINDS: &[Kind] = &[
    Kind {
        name: RECEIVED,
        render: received,
        samples: |l| samples(State::Pending, l, write_received),
        ..Kind::EMPTY
    },
    Kind {
        name: ACCREDITED,
        render: accredited,
        samples: |l| samples(State::Accredited, l, write_accredited),
        ..Kind::EMPTY
    },
    Kind {
        name: DECLINED,
        render: declined,
        samples: |l| samples(State::Declined, l, write_declined),
        ..Kind::EMPTY
    },
    Kind {
        name: WITHDRAWN,
        render: withdrawn,
        samples: |l| samples(State::Withdrawn, l, write_withdrawn),
        ..Kind::EMPTY
    },
];

/// Puts a letter about the registration with this id in the outbox.
pub fn post(tx: &mut Tx<'_>, id: Id<Registration>, kind: &'static str) -> Result<(), Fault> {
    match read::by_id(tx, id)? {
        Some(registration) => about(tx, &registration, kind),
        None => Ok(()),
    }
}

/// Puts a letter about a registration in the outbox, in the person's language.
pub fn about(tx: &mut Tx<'_>, registration: &Registration, kind: &'static str) -> Result<(), Fault> {
    let (_, email) = read::person(tx, registration.account_id)?;
    let Ok(to) = Email::parse(&email) else {
        return Err(Fault::new("an account whose address is none"));
    };
    mail::post(
        tx,
        Post {
            kind,
            to: &to,
            locale: registration.locale(),
            about: Some(registration.id.uuid()),
            data: serde_json::Value::Null,
        },
    )?;
    Ok(())
}

/// What a letter is written from.
struct About {
    pub registration: Registration,
    pub event: Event,
    pub locale: Locale,
    pub email: String,
}

impl About {
    fn read(tx: &mut Tx<'_>, outgoing: &Outgoing) -> Result<Option<About>, Fault> {
        let Some(about) = outgoing.about else {
            return Ok(None);
        };
        let Some(registration) = read::by_id(tx, Id::from_uuid(about))? else {
            return Ok(None);
        };
        let Some(event) = forum::read::event_by_id(tx, registration.event_id)? else {
            return Ok(None);
        };
        let (_, email) = read::person(tx, registration.account_id)?;
        Ok(Some(About {
            registration,
            event,
            locale: outgoing.locale,
            email,
        }))
    }

    fn number(&self) -> String {
        labels::number(&self.event, &self.registration)
    }

    /// Whom to write to: the event's own address, else the site's.
    fn contact(&self, setting: &Setting) -> String {
        if self.event.contact_email.is_empty() {
            setting.from.to_string()
        } else {
            self.event.contact_email.clone()
        }
    }

    fn calendar(&self, setting: &Setting, method: Method) -> Option<String> {
        let guest = Email::parse(&self.email).ok()?;
        let organizer = Email::parse(&self.contact(setting)).ok()?;
        let entry = Entry {
            event: &self.event,
            title: self.event.title(self.locale),
            place: labels::place(&self.event, self.locale),
            about: String::new(),
            url: format!(
                "{}/e/{}",
                setting.public_url.trim_end_matches('/'),
                self.event.slug
            ),
        };
        let guest = Guest {
            name: &self.registration.badge_name,
            email: &guest,
            organizer_name: &setting.site_name,
            organizer_email: &organizer,
        };
        Some(invitation(&entry, &guest, method, setting.now))
    }

    /// Lays the letter out as text and as HTML.
    fn letter(&self, setting: &Setting, subject: &str, body: Body) -> Result<Letter, Fault> {
        let w = Words(self.locale);
        let base = setting.public_url.trim_end_matches('/');
        let view = View {
            lang: self.locale.tag(),
            dir: self.locale.dir(),
            site: setting.site_name.clone(),
            subject: subject.to_owned(),
            hello: w.mail_hello(labels::addressed(&self.registration)),
            fact: body.fact,
            lines: body.lines,
            quote: body.quote,
            after: body.after,
            label: w.mail_see(),
            link: format!("{base}{}/e/{}/my", prefix(self.locale), self.event.slug),
            foot: w.mail_foot(),
        };
        let html = view
            .render()
            .map_err(|err| Fault::new("writing a letter").because(err))?;
        let text = Text(&view)
            .render()
            .map_err(|err| Fault::new("writing a letter").because(err))?;
        Ok(Letter {
            subject: subject.to_owned(),
            text,
            html,
            calendar: body.calendar,
            reply_to: Email::parse(&self.contact(setting)).ok(),
        })
    }
}

/// The language of the page in its address; English has none.
fn prefix(locale: Locale) -> String {
    if locale == Locale::En {
        String::new()
    } else {
        format!("/{}", locale.tag())
    }
}

/// What differs from letter to letter.
#[derive(Default)]
struct Body {
    fact: String,
    lines: Vec<String>,
    /// Words of an officer, as she wrote them.
    quote: String,
    after: Vec<String>,
    calendar: Option<String>,
}

#[derive(Template)]
#[template(path = "mails/letter.html")]
struct View {
    lang: &'static str,
    dir: &'static str,
    site: String,
    subject: String,
    hello: String,
    fact: String,
    lines: Vec<String>,
    quote: String,
    after: Vec<String>,
    label: &'static str,
    link: String,
    foot: &'static str,
}

#[derive(Template)]
#[template(path = "mails/letter.txt")]
struct Text<'a>(&'a View);

fn received(tx: &mut Tx<'_>, outgoing: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = About::read(tx, outgoing)? else {
        return Ok(None);
    };
    if about.registration.state() == State::Withdrawn {
        return Ok(None);
    }
    write_received(&about, setting).map(Some)
}

fn write_received(about: &About, setting: &Setting) -> Result<Letter, Fault> {
    let w = Words(about.locale);
    let mut lines = vec![w.mail_received_next().to_owned()];
    if about.registration.photo_id.is_none() {
        lines.push(w.mail_received_photo().to_owned());
    }
    if about.registration.letter_id.is_none() {
        lines.push(w.mail_received_letter().to_owned());
    }
    let fact = w.mail_received_fact(about.event.title(about.locale), about.number());
    about.letter(
        setting,
        w.mail_received_subject(),
        Body {
            fact,
            lines,
            ..Body::default()
        },
    )
}

fn accredited(tx: &mut Tx<'_>, outgoing: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = About::read(tx, outgoing)? else {
        return Ok(None);
    };
    if about.registration.state() != State::Accredited {
        return Ok(None);
    }
    write_accredited(&about, setting).map(Some)
}

fn write_accredited(about: &About, setting: &Setting) -> Result<Letter, Fault> {
    let w = Words(about.locale);
    let place = labels::place(&about.event, about.locale);
    let when = labels::dates(&about.event, about.locale);
    let lines = vec![
        if place.is_empty() {
            when
        } else {
            w.mail_accredited_when(when, place)
        },
        w.mail_accredited_calendar().to_owned(),
        w.mail_accredited_badge().to_owned(),
    ];
    let fact = w.mail_accredited_fact(about.event.title(about.locale), about.number());
    let calendar = about.calendar(setting, Method::Request);
    about.letter(
        setting,
        w.mail_accredited_subject(),
        Body {
            fact,
            lines,
            calendar,
            ..Body::default()
        },
    )
}

fn declined(tx: &mut Tx<'_>, outgoing: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = About::read(tx, outgoing)? else {
        return Ok(None);
    };
    if about.registration.state() != State::Declined {
        return Ok(None);
    }
    write_declined(&about, setting).map(Some)
}

fn write_declined(about: &About, setting: &Setting) -> Result<Letter, Fault> {
    let w = Words(about.locale);
    let reason = about
        .registration
        .reason()
        .map(|reason| w.mail_declined_reason(labels::reason(w, reason)));
    let fact = w.mail_declined_fact(about.event.title(about.locale), about.number());
    let body = Body {
        fact,
        lines: reason.into_iter().collect(),
        quote: about.registration.reason_text.clone(),
        after: vec![w.mail_declined_ask(about.contact(setting))],
        calendar: None,
    };
    about.letter(setting, w.mail_declined_subject(), body)
}

fn withdrawn(tx: &mut Tx<'_>, outgoing: &Outgoing, setting: &Setting) -> Result<Option<Letter>, Fault> {
    let Some(about) = About::read(tx, outgoing)? else {
        return Ok(None);
    };
    if about.registration.state() != State::Withdrawn {
        return Ok(None);
    }
    write_withdrawn(&about, setting).map(Some)
}

fn write_withdrawn(about: &About, setting: &Setting) -> Result<Letter, Fault> {
    let w = Words(about.locale);
    let mut lines = Vec::new();
    // Only an accredited person had an invitation to take back.
    let was_accredited = about.registration.decided_at.is_some();
    let calendar = if was_accredited {
        about.calendar(setting, Method::Cancel)
    } else {
        None
    };
    if calendar.is_some() {
        lines.push(w.mail_withdrawn_calendar().to_owned());
    }
    lines.push(w.mail_withdrawn_again().to_owned());
    let fact = w.mail_withdrawn_fact(about.event.title(about.locale), about.number());
    about.letter(
        setting,
        w.mail_withdrawn_subject(),
        Body {
            fact,
            lines,
            calendar,
            ..Body::default()
        },
    )
}

/// What a letter looks like, for the gallery and for tests.
fn samples(
    state: State,
    locale: Locale,
    write: fn(&About, &Setting) -> Result<Letter, Fault>,
) -> Vec<Letter> {
    let Ok(from) = Email::parse("forum@sala.example") else {
        return Vec::new();
    };
    let registration = sample::registration(state);
    let now = registration.created_at;
    let email = "meleane@foreign.example".to_owned();
    let about = About {
        registration,
        event: sample::event(),
        locale,
        email,
    };
    let setting = Setting {
        site_name: "Sala".to_owned(),
        public_url: "https://forum.example".to_owned(),
        from,
        now,
        keys: base::Keys::new([0; 32]),
    };
    write(&about, &setting).into_iter().collect()
}
