//! Calendar files: what a calendar program reads in them.

use base::Email;
use forum::Event;
use forum::calendar::{Entry, Guest, Method, invitation, publish};
use icalendar::Component;
use icalendar::parser::{read_calendar, unfold};
use jiff::Timestamp;

use crate::support::a_meeting;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn entry<'a>(event: &'a Event, title: &str) -> Entry<'a> {
    Entry {
        event,
        title: title.into(),
        place: "Room 1; UNCC, Bangkok".into(),
        about: "One line,\nand another \\ here".into(),
        url: "https://forum.example/e/dg-forum-4".into(),
    }
}

fn values(text: &str, name: &str) -> Vec<String> {
    let text = unfold(text);
    text.lines()
        .filter(|line| line.split([':', ';']).next() == Some(name))
        .map(|line| line.trim_end().to_owned())
        .collect()
}

#[test]
fn an_event_to_subscribe_to() {
    let event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-13T17:00", "time");
    let text = publish(&[entry(&event, "Fourth Forum")], "Sala: Events");
    assert_eq!(
        text.replace("\r\n", "\n"),
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Sala//Forum//EN\nCALSCALE:GREGORIAN\nMETHOD:PUBLISH\n\
         X-WR-CALNAME:Sala: Events\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\nX-PUBLISHED-TTL:PT1H\n\
         BEGIN:VTIMEZONE\nTZID:Asia/Bangkok\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\n\
         TZOFFSETTO:+0700\nTZNAME:+07\nEND:STANDARD\nEND:VTIMEZONE\n\
         BEGIN:VEVENT\nUID:01829d2e-0000-7000-8000-000000000001\nDTSTAMP:20220810T030405Z\n\
         CREATED:20220801T000000Z\nLAST-MODIFIED:20220810T030405Z\nSEQUENCE:3\n\
         DTSTART;TZID=Asia/Bangkok:20220913T090000\nDTEND;TZID=Asia/Bangkok:20220913T170000\n\
         SUMMARY:Fourth Forum\nLOCATION:Room 1\\; UNCC\\, Bangkok\n\
         DESCRIPTION:One line\\,\\nand another \\\\ here\nURL:https://forum.example/e/dg-forum-4\n\
         STATUS:CONFIRMED\nTRANSP:OPAQUE\nEND:VEVENT\nEND:VCALENDAR\n"
    );
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "every line ends in CRLF"
    );
}

#[test]
fn a_zone_with_summer_time_brings_its_whole_rule() {
    let event = a_meeting("Pacific/Auckland", "2022-09-25T09:00", "2022-09-25T10:00", "time");
    let text = publish(&[entry(&event, "Forum")], "Events");
    assert!(text.contains("DTSTART;TZID=Pacific/Auckland:20220925T090000"));
    let rule = text
        .split("BEGIN:VTIMEZONE")
        .nth(1)
        .unwrap()
        .split("END:VTIMEZONE")
        .next()
        .unwrap();
    let rule = rule.replace("\r\n", "\n");
    assert!(rule.contains(
        "BEGIN:DAYLIGHT\nDTSTART:20220925T020000\nTZOFFSETFROM:+1200\nTZOFFSETTO:+1300\nTZNAME:NZDT\nEND:DAYLIGHT"
    ));
    assert!(rule.contains(
        "BEGIN:STANDARD\nDTSTART:20230402T030000\nTZOFFSETFROM:+1300\nTZOFFSETTO:+1200\nTZNAME:NZST\nEND:STANDARD"
    ));
    // A year before: winter time was in force, then summer time, then winter time again.
    assert_eq!(rule.matches("BEGIN:DAYLIGHT").count(), 3);
    assert_eq!(rule.matches("BEGIN:STANDARD").count(), 3);
}

#[test]
fn two_events_of_one_zone_share_its_rule() {
    let first = a_meeting("Pacific/Fiji", "2022-09-13T09:00", "2022-09-13T10:00", "time");
    let second = a_meeting("Pacific/Fiji", "2022-11-13T09:00", "2022-11-13T10:00", "time");
    let days = a_meeting("Asia/Bangkok", "2022-09-12T00:00", "2022-09-14T23:59", "day");
    let entries = [entry(&first, "A"), entry(&second, "B"), entry(&days, "C")];
    let text = publish(&entries, "Events");
    assert_eq!(
        values(&text, "TZID"),
        vec!["TZID:Pacific/Fiji"],
        "whole days need no zone"
    );
}

#[test]
fn days_without_times_are_whole_days() {
    let event = a_meeting("Asia/Bangkok", "2022-09-12T00:00", "2022-09-14T23:59", "day");
    let text = publish(&[entry(&event, "Expo")], "Events");
    assert_eq!(values(&text, "DTSTART"), vec!["DTSTART;VALUE=DATE:20220912"]);
    assert_eq!(
        values(&text, "DTEND"),
        vec!["DTEND;VALUE=DATE:20220915"],
        "the end is the day after"
    );
    assert_eq!(values(&text, "TRANSP"), vec!["TRANSP:TRANSPARENT"]);
}

#[test]
fn lines_are_at_most_75_octets_and_letters_stay_whole() {
    let event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-13T17:00", "time");
    let title =
        "المنتدى الرابع للمديرين العامين لآسيا والمحيط الهادئ المعني بالتعاون فيما بين بلدان الجنوب".repeat(3);
    let text = publish(&[entry(&event, &title)], "Events");
    let longest = text.split("\r\n").map(str::len).max().unwrap();
    assert!(longest <= 75, "{longest}");
    assert_eq!(values(&text, "SUMMARY"), vec![format!("SUMMARY:{title}")]);
}

#[test]
fn another_program_reads_it() {
    let event = a_meeting("Europe/Paris", "2022-10-30T09:00", "2022-10-30T17:00", "time");
    let text = publish(&[entry(&event, "Réunion, à Paris; première")], "Events");
    let text = unfold(&text);
    let calendar = icalendar::Calendar::from(read_calendar(&text).unwrap());
    let events: Vec<&icalendar::Event> = calendar
        .components
        .iter()
        .filter_map(icalendar::CalendarComponent::as_event)
        .collect();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].get_summary(), Some("Réunion, à Paris; première"));
    assert_eq!(events[0].get_sequence(), Some(3));
}

#[test]
fn an_invitation_and_its_withdrawal() {
    let event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-13T17:00", "time");
    let (guest, host) = (
        Email::parse("mele@example.org").unwrap(),
        Email::parse("desk@example.org").unwrap(),
    );
    let guest = Guest {
        name: "Mele \"M\" Tui\r\nX-EVIL:1",
        email: &guest,
        organizer_name: "Forum secretariat",
        organizer_email: &host,
    };
    let now = at("2022-08-15T02:00:00Z");
    let request = invitation(&entry(&event, "Forum"), &guest, Method::Request, now);
    assert_eq!(values(&request, "METHOD"), vec!["METHOD:REQUEST"]);
    assert_eq!(
        values(&request, "ORGANIZER"),
        vec!["ORGANIZER;CN=Forum secretariat:mailto:desk@example.org"]
    );
    let attendee = values(&request, "ATTENDEE");
    assert_eq!(attendee.len(), 1);
    assert!(attendee[0].ends_with(":mailto:mele@example.org") && attendee[0].contains(";RSVP=FALSE"));
    assert_eq!(
        values(&request, "X-EVIL"),
        Vec::<String>::new(),
        "a name cannot add a line"
    );
    assert_eq!(values(&request, "STATUS"), vec!["STATUS:CONFIRMED"]);
    let cancel = invitation(&entry(&event, "Forum"), &guest, Method::Cancel, now);
    assert_eq!(values(&cancel, "METHOD"), vec!["METHOD:CANCEL"]);
    assert_eq!(values(&cancel, "STATUS"), vec!["STATUS:CANCELLED"]);
    assert_eq!(values(&request, "UID"), values(&cancel, "UID"));
}

#[test]
fn a_cancelled_event_says_so_in_every_calendar() {
    let mut event = a_meeting("Asia/Bangkok", "2022-09-13T09:00", "2022-09-13T17:00", "time");
    event.status = "cancelled".into();
    let text = publish(&[entry(&event, "Forum")], "Events");
    assert_eq!(values(&text, "STATUS"), vec!["STATUS:CANCELLED"]);
}
