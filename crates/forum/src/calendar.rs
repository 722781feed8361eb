//! Events as calendar files: one event, all events, or the invitation in a letter (RFC 5545, RFC 5546).
//!
//! A calendar keeps itself right by three things: the UID never changes, SEQUENCE rises with each change, and every
//! time is local time with the whole rule of its zone beside it.

use base::{Email, Fault};
use i18n::Locale;
use icalendar::Property;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::tz::{Offset, TimeZone};

use crate::Event;
use crate::words::Words;

/// What a calendar file asks of the program that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// For anybody to read or subscribe to.
    Publish,
    /// Put this in your calendar.
    Request,
    /// Take it out again.
    Cancel,
}

impl Method {
    fn name(self) -> &'static str {
        match self {
            Method::Publish => "PUBLISH",
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// One event in a calendar file, in the words of one language.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    pub event: &'a Event,
    pub title: String,
    pub place: String,
    pub about: String,
    pub url: String,
}

/// Who is invited, and who invites.
#[derive(Clone, Debug)]
pub struct Guest<'a> {
    pub name: &'a str,
    pub email: &'a Email,
    pub organizer_name: &'a str,
    pub organizer_email: &'a Email,
}

/// The entry of an event in one language, with its page under this public address.
pub fn entry<'a>(
    tx: &mut db::Tx<'_>,
    event: &'a Event,
    locale: Locale,
    public_url: &str,
) -> Result<Entry<'a>, Fault> {
    let host = event
        .host_id
        .map(|id| members::by_id(tx, id))
        .transpose()?
        .flatten();
    let mut place = vec![event.say("venue", locale).text, event.say("city", locale).text];
    place.extend(host.map(|host| host.name(locale).0.to_owned()));
    place.retain(|part| !part.is_empty());
    let w = Words(locale);
    let mut about = vec![event.say("lede", locale).text];
    if event.day_unknown() {
        about.push(crate::view::dates(w, event));
    }
    if event.sample_times {
        about.push(w.sample_times().to_owned());
    }
    about.retain(|part| !part.is_empty());
    Ok(Entry {
        event,
        title: event.title(locale),
        place: place.join(", "),
        about: about.join("\n\n"),
        url: format!("{}/e/{}", public_url.trim_end_matches('/'), event.slug),
    })
}

/// A file to read or subscribe to. It is stamped with the last change of each event, not with the time of reading: so it
/// stays the same, byte for byte, until something changes.
pub fn publish(entries: &[Entry<'_>], name: &str) -> String {
    file(entries, Method::Publish, Some(name), None, None)
}

/// The invitation (or its withdrawal) that goes with a letter to one person.
pub fn invitation(entry: &Entry<'_>, guest: &Guest<'_>, method: Method, now: Timestamp) -> String {
    file(std::slice::from_ref(entry), method, None, Some(guest), Some(now))
}

fn file(
    entries: &[Entry<'_>],
    method: Method,
    name: Option<&str>,
    guest: Option<&Guest<'_>>,
    stamp: Option<Timestamp>,
) -> String {
    let mut out = String::new();
    line(&mut out, "BEGIN", "VCALENDAR", &[]);
    line(&mut out, "VERSION", "2.0", &[]);
    line(&mut out, "PRODID", "-//Sala//Forum//EN", &[]);
    line(&mut out, "CALSCALE", "GREGORIAN", &[]);
    line(&mut out, "METHOD", method.name(), &[]);
    if let Some(name) = name {
        line(&mut out, "X-WR-CALNAME", name, &[]);
        line(&mut out, "REFRESH-INTERVAL", "PT1H", &[("VALUE", "DURATION")]);
        line(&mut out, "X-PUBLISHED-TTL", "PT1H", &[]);
    }
    for zone in zones(entries) {
        let times = entries.iter().filter(|entry| entry.event.zone == zone);
        let span = times.fold(None, |span: Option<(Timestamp, Timestamp)>, entry| {
            let (from, to) = (entry.event.starts_at, entry.event.ends_at);
            Some(span.map_or((from, to), |(first, last)| (first.min(from), last.max(to))))
        });
        if let Some((first, last)) = span {
            vtimezone(&mut out, &zone, first, last);
        }
    }
    for entry in entries {
        vevent(
            &mut out,
            entry,
            method,
            guest,
            stamp.unwrap_or(entry.event.updated_at),
        );
    }
    line(&mut out, "END", "VCALENDAR", &[]);
    out
}

/// The zones that timed entries name, each once.
fn zones(entries: &[Entry<'_>]) -> Vec<String> {
    let mut zones: Vec<String> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.event.timed()) {
        if !zones.contains(&entry.event.zone) {
            zones.push(entry.event.zone.clone());
        }
    }
    zones
}

fn vevent(out: &mut String, entry: &Entry<'_>, method: Method, guest: Option<&Guest<'_>>, stamp: Timestamp) {
    let event = entry.event;
    line(out, "BEGIN", "VEVENT", &[]);
    line(out, "UID", &uid(event), &[]);
    line(out, "DTSTAMP", &utc(stamp), &[]);
    line(out, "CREATED", &utc(event.created_at), &[]);
    line(out, "LAST-MODIFIED", &utc(event.updated_at), &[]);
    line(out, "SEQUENCE", &event.sequence.to_string(), &[]);
    if event.timed() {
        let local = |at: jiff::civil::DateTime| at.strftime("%Y%m%dT%H%M%S").to_string();
        line(out, "DTSTART", &local(event.starts()), &[("TZID", &event.zone)]);
        line(out, "DTEND", &local(event.ends()), &[("TZID", &event.zone)]);
    } else {
        // Whole days; the end is the first day after.
        let day = |day: jiff::civil::Date| day.strftime("%Y%m%d").to_string();
        let last = event.ends().date();
        line(out, "DTSTART", &day(event.starts().date()), &[("VALUE", "DATE")]);
        line(
            out,
            "DTEND",
            &day(last.tomorrow().unwrap_or(last)),
            &[("VALUE", "DATE")],
        );
    }
    line(out, "SUMMARY", &entry.title, &[]);
    for (name, text) in [
        ("LOCATION", &entry.place),
        ("DESCRIPTION", &entry.about),
        ("URL", &entry.url),
    ] {
        if !text.is_empty() {
            line(out, name, text, &[]);
        }
    }
    let status = match (method, event.status.as_str()) {
        (Method::Cancel, _) | (_, "cancelled") => "CANCELLED",
        (_, "published") => "CONFIRMED",
        _ => "TENTATIVE",
    };
    line(out, "STATUS", status, &[]);
    line(
        out,
        "TRANSP",
        if event.timed() { "OPAQUE" } else { "TRANSPARENT" },
        &[],
    );
    if let Some(guest) = guest {
        let address = |email: &Email| format!("mailto:{email}");
        line(
            out,
            "ORGANIZER",
            &address(guest.organizer_email),
            &[("CN", guest.organizer_name)],
        );
        let parameters = [
            ("CN", guest.name),
            ("PARTSTAT", "ACCEPTED"),
            ("ROLE", "REQ-PARTICIPANT"),
            ("RSVP", "FALSE"),
        ];
        line(out, "ATTENDEE", &address(guest.email), &parameters);
    }
    line(out, "END", "VEVENT", &[]);
}

/// The name of an event in every calendar, for ever.
pub fn uid(event: &Event) -> String {
    event.id.uuid().to_string()
}

/// The rule of a zone around the times that name it: the offset in force a year before, and each change until a
/// year after.
fn vtimezone(out: &mut String, name: &str, first: Timestamp, last: Timestamp) {
    let tz = crate::times::zone_or_utc(name);
    let year = (366 * 24).hours();
    let from = first.checked_sub(year).unwrap_or(first);
    let until = last.checked_add(year).unwrap_or(last);
    line(out, "BEGIN", "VTIMEZONE", &[]);
    line(out, "TZID", name, &[]);
    let info = tz.to_offset_info(from);
    let start = "19700101T000000".to_owned();
    observance(
        out,
        info.dst().is_dst(),
        &start,
        info.offset(),
        info.offset(),
        info.abbreviation(),
    );
    let mut before = info.offset();
    for change in tz
        .following(from)
        .take_while(|change| change.timestamp() <= until)
    {
        let local = before
            .to_datetime(change.timestamp())
            .strftime("%Y%m%dT%H%M%S")
            .to_string();
        observance(
            out,
            change.dst().is_dst(),
            &local,
            before,
            change.offset(),
            change.abbreviation(),
        );
        before = change.offset();
    }
    line(out, "END", "VTIMEZONE", &[]);
}

fn observance(out: &mut String, summer: bool, start: &str, from: Offset, to: Offset, name: &str) {
    let kind = if summer { "DAYLIGHT" } else { "STANDARD" };
    line(out, "BEGIN", kind, &[]);
    line(out, "DTSTART", start, &[]);
    line(out, "TZOFFSETFROM", &offset(from), &[]);
    line(out, "TZOFFSETTO", &offset(to), &[]);
    line(out, "TZNAME", name, &[]);
    line(out, "END", kind, &[]);
}

/// `+0700`, `+0545`, with seconds only where a zone has them.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (h, m, s) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    if s == 0 {
        format!("{sign}{h:02}{m:02}")
    } else {
        format!("{sign}{h:02}{m:02}{s:02}")
    }
}

fn utc(at: Timestamp) -> String {
    TimeZone::UTC
        .to_datetime(at)
        .strftime("%Y%m%dT%H%M%SZ")
        .to_string()
}

/// One content line: escaped, folded at 75 octets, ended by CRLF. Control characters never reach a calendar, and a
/// quotation mark cannot stand in a parameter.
fn line(out: &mut String, name: &str, value: &str, parameters: &[(&str, &str)]) {
    let value = value
        .replace("\r\n", "\n")
        .replace(|c: char| c.is_control() && c != '\n', " ");
    let mut property = Property::new(name, value);
    for (key, text) in parameters {
        property.add_parameter(
            key,
            text.replace(|c: char| c.is_control() || c == '"', " ").trim(),
        );
    }
    let written: Result<String, std::fmt::Error> = property.try_into();
    // Writing to a String cannot fail.
    out.push_str(&written.unwrap_or_default());
}
