//! The event for machines that read pages (schema.org), public data only.

use serde_json::{Value, json};
use web::Site;

use crate::gather::Whole;
use crate::view;
use i18n::Locale;

/// The JSON, safe inside a script element.
pub fn of(whole: &Whole, locale: Locale, site: &Site) -> String {
    let event = &whole.event;
    let tz = event.tz();
    let (starts, ends) = if event.timed() && !event.sample_times {
        (view::iso(&tz, event.starts()), view::iso(&tz, event.ends()))
    } else {
        (event.starts().date().to_string(), event.ends().date().to_string())
    };
    let url = format!("{}/e/{}", site.public_url.trim_end_matches('/'), event.slug);
    let status = match event.status.as_str() {
        "cancelled" => "EventCancelled",
        "postponed" => "EventPostponed",
        _ => "EventScheduled",
    };
    let mut json = json!({
        "@context": "https://schema.org", "@type": "Event", "name": event.title(locale), "url": url,
        "startDate": starts, "endDate": ends, "eventStatus": format!("https://schema.org/{status}"),
        "inLanguage": locale.tag(),
    });
    let lede = event.say("lede", locale);
    if !lede.is_empty() {
        json["description"] = Value::from(lede.text);
    }
    let (mode, online) = match event.format.as_deref() {
        Some("online") => (Some("Online"), true),
        Some("hybrid") => (Some("Mixed"), true),
        Some("in_person") => (Some("Offline"), false),
        _ => (None, false),
    };
    if let Some(mode) = mode {
        json["eventAttendanceMode"] = Value::from(format!("https://schema.org/{mode}EventAttendanceMode"));
    }
    let mut places = Vec::new();
    let place = view::place(whole, locale);
    if !place.is_empty() {
        let venue = event.say("venue", locale);
        let name = if venue.is_empty() {
            place.clone()
        } else {
            venue.text
        };
        places.push(json!({ "@type": "Place", "name": name, "address": place }));
    }
    if online {
        places.push(json!({ "@type": "VirtualLocation", "url": url }));
    }
    if !places.is_empty() {
        json["location"] = Value::from(places);
    }
    let organizers: Vec<Value> = whole
        .conveners
        .iter()
        .map(|convener| json!({ "@type": "Organization", "name": view::convener(convener, locale).text }))
        .collect();
    if !organizers.is_empty() {
        json["organizer"] = Value::from(organizers);
    }
    json.to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
}
