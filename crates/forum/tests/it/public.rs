//! The public pages, opened as a visitor opens them.

use testkit::both_engines;

use crate::support::{SLICES, demonstration};

const TITLE: &str = "Fourth Asia-Pacific Directors-General Forum on South-South and Triangular Cooperation";

both_engines! {
    async fn the_front_page_leads_to_the_next_edition(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/").await.see("62 members and associate members").see("13");
        visitor.see("Registration closes 9 September 2022, 17:00 in Bangkok (UTC+7)");
        visitor.follow(TITLE).await;
        assert_eq!(visitor.path(), "/e/dg-forum-4");
    }

    async fn an_event_with_what_is_known_of_it(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4").await;
        visitor.see("Fourth edition").see(TITLE).see("13 September 2022").see("In person and online");
        visitor.see("United Nations Conference Centre, Bangkok, Thailand");
        visitor.see("Mapping Multilateral Support via South-South and Triangular Cooperation in Asia and the Pacific");
        visitor.see("Getting back on track to realize the 2030 Agenda").see("Sample data");
        visitor.see("United Nations Office for South-South Cooperation").see("Eleventh Global South-South Development Expo");
        visitor.see("One day of 28–31 March 2022; the day is not recorded.");
        visitor.see_not("Interpretation");
        assert!(visitor.title().starts_with(TITLE));
        assert_eq!(visitor.html().matches("<h1").count(), 1);
        assert!(visitor.html().contains("datetime=\"2022-09-13T09:00+07:00\""), "times carry their offset");
    }

    async fn the_page_tells_machines_only_what_is_known(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4").await;
        let html = visitor.html();
        let text = html.split("application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(json["startDate"], "2022-09-13", "the hours are sample data, so they are not stated");
        assert_eq!(json["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
        assert_eq!(json["organizer"][2]["name"], "Thailand");
    }

    async fn in_french_and_in_arabic(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/fr/e/dg-forum-4").await.see("Quatrième édition").see("13 septembre 2022");
        assert_eq!(visitor.page().lang, "fr");
        visitor.open("/ar/e/dg-forum-4").await.see("الدورة الرابعة").see("13 أيلول/سبتمبر 2022");
        assert_eq!((visitor.page().lang.as_str(), visitor.page().dir.as_str()), ("ar", "rtl"));
        visitor.open("/ar/members").await.see("تونغا").see("عضو منتسب");
    }

    async fn the_programme_in_another_zone(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4/programme").await.see("Tuesday 13 September").see("09:00–09:45");
        visitor.fill("Time zone", "Pacific/Fiji").press("Show").await;
        visitor.see("Times are those of Pacific/Fiji (UTC+12).").see("14:00–14:45").see("Tuesday 13 September");
        visitor.fill("Time zone", "Moon/Crater").press("Show").await.see("This time zone is not known.");
    }

    async fn documents_to_read_and_to_download(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4/documents").await.see("Concept note").see("1 August 2022").see("Sample data");
        visitor.follow("Read on this page").await.see("What the fourth edition is for");
        visitor.open("/e/dg-forum-4/documents/concept-note/fr").await;
        assert_eq!(visitor.header("content-type"), "application/pdf");
        assert!(visitor.header("content-disposition").starts_with("attachment"));
        assert!(visitor.bytes().starts_with(b"%PDF"));
        visitor.open("/e/dg-forum-4/documents/concept-note/zh").await;
        assert_eq!(visitor.status(), 404);
        visitor.open("/e/dg-forum-4/documents/information-for-participants/en").await;
        assert!(visitor.path().starts_with("/sign-in"), "for participants: {}", visitor.path());
    }

    async fn participants_are_not_listed_yet(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/e/dg-forum-4/participants").await.see("The list of participants is not published yet.");
    }

    async fn events_series_and_their_calendars(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/events").await.see("Coming").see("Past").see("Ninth Asia-Pacific Forum on Sustainable Development");
        visitor.open("/series/dg-forum").await.see("Third edition").see("First edition").see_not("Second edition");
        visitor.open("/e/dg-forum-4.ics").await;
        assert_eq!(visitor.header("content-type"), "text/calendar; charset=utf-8");
        let text = String::from_utf8(visitor.bytes().to_vec()).unwrap();
        assert!(text.contains("DTSTART;TZID=Asia/Bangkok:20220913T090000"), "{text}");
        visitor.open("/events.ics").await;
        let text = String::from_utf8(visitor.bytes().to_vec()).unwrap();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 6);
    }

    async fn what_does_not_exist_is_not_found(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        for path in ["/e/none", "/e/none.ics", "/e/none/programme", "/series/none", "/members/ZZZ", "/organizations/none"] {
            visitor.open(path).await;
            assert_eq!(visitor.status(), 404, "{path}");
        }
        visitor.open("/organizations/arm-01").await;
        assert_eq!(visitor.status(), 404, "unconfirmed: waits for the member's word");
    }

    async fn members_in_their_one_order(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        visitor.open("/members").await.see("Afghanistan").see("Associate member");
        visitor.follow("Thailand").await.see("South-East Asia").see("Таиланд");
        visitor.follow("Thailand International Cooperation Agency").await.see("TICA").see("Agency");
    }

    async fn the_desk_is_not_for_visitors(app: TestApp) {
        demonstration(&app).await;
        let mut visitor = app.browser();
        for path in ["/desk/events", "/desk/events/new"] {
            visitor.open(path).await;
            assert!(visitor.path().starts_with("/sign-in"), "{path} led to {}", visitor.path());
        }
    }
}
