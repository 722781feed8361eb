//! A letter in the form that travels: text first, HTML beside it, an invitation last and as a file.
use crate::{Letter, Outgoing, Setting};
use base::{Fault, Result};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};
use std::time::{Duration, UNIX_EPOCH};

/// The finished message and its envelope.
pub(crate) fn message(letter: &Letter, outgoing: &Outgoing, setting: &Setting) -> Result<Message> {
    let wrong = |what: &str| Fault::new(format!("writing the {what} of a letter"));
    // A domain in another script has an ASCII form that every mail server takes.
    let address = |email: &base::Email| {
        let (local, domain) = email.as_str().rsplit_once('@').unwrap_or_default();
        let domain = idna::domain_to_ascii(domain).map_err(|e| wrong("address").because(e))?;
        Address::new(local, domain).map_err(|e| wrong("address").because(e))
    };
    let seconds = u64::try_from(setting.now.as_second()).unwrap_or(0);
    let domain = setting
        .from
        .as_str()
        .rsplit_once('@')
        .map_or("localhost", |(_, domain)| domain);
    let mut builder = Message::builder()
        .from(Mailbox::new(
            Some(setting.site_name.clone()),
            address(&setting.from)?,
        ))
        .to(Mailbox::new(None, address(&outgoing.to)?))
        .subject(&letter.subject)
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .message_id(Some(format!("<{}@{domain}>", outgoing.message_id)));
    if let Some(reply_to) = &letter.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    let alternative = MultiPart::alternative()
        .singlepart(SinglePart::plain(letter.text.clone()))
        .singlepart(SinglePart::html(letter.html.clone()));
    let body = match &letter.calendar {
        None => alternative,
        Some(calendar) => {
            let method = if calendar.contains("METHOD:CANCEL") {
                "CANCEL"
            } else {
                "REQUEST"
            };
            let kind = format!("text/calendar; charset=utf-8; method={method}");
            let kind = ContentType::parse(&kind).map_err(|e| wrong("calendar").because(e))?;
            let part = SinglePart::builder().header(kind.clone()).body(calendar.clone());
            let file = Attachment::new("invitation.ics".to_owned()).body(calendar.clone(), kind);
            MultiPart::mixed()
                .multipart(alternative.singlepart(part))
                .singlepart(file)
        }
    };
    let mut message = builder.multipart(body).map_err(|e| wrong("body").because(e))?;
    for (name, value) in [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
    ] {
        let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|e| wrong("header").because(e))?;
        message
            .headers_mut()
            .insert_raw(HeaderValue::new(name, value.to_owned()));
    }
    message.headers_mut().insert_raw(HeaderValue::new(
        HeaderName::new_from_ascii("Content-Language".to_owned()).map_err(|e| wrong("header").because(e))?,
        outgoing.locale.tag().to_owned(),
    ));
    Ok(message)
}
