//! Photo and letter of nomination, sent as files: looked at as on the page, refused with its words.
use super::client::ALL;
use super::{Client, Said, desk, fill};
use crate::SLICES;
use db::{params, sql};
use serde_json::{Value, json};

pub const PHOTO: &[u8] = include_bytes!("../../../../registration/src/samples/photo.png");
pub const LETTER: &[u8] = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n";

const OWN: &str = "/events/dg-forum-4/registration";
const ANY: (&str, &str) = ("content-type", "application/octet-stream");

testkit::both_engines! {
    async fn a_photo_is_kept_small_and_a_letter_as_it_came(app: TestApp) {
        fill(&app).await;
        let delegate = Client::new(&app).await.with(&desk(&app, "Dewi", &[], &ALL).await);
        let path = format!("{OWN}/photo");
        assert_eq!(delegate.ask("PUT", &path, &[ANY], PHOTO).await.status, 404, "there is no registration yet");
        delegate.ask("POST", OWN, &[], "").await;
        let sent = delegate.ask("PUT", &format!("{path}?name=me.png"), &[ANY], PHOTO).await;
        assert_eq!((sent.status, &sent.json["photo"]["name"]), (200, &json!("me.png")), "{}", sent.text);
        assert_eq!(sent.json["photo"]["media_type"], json!("image/jpeg"));
        assert_eq!(sent.json["photo"]["address"], json!(format!("https://sala.example/api/v1{path}")));
        let read = delegate.get(&path).await;
        assert_eq!((read.header("content-type"), read.header("content-length")), ("image/jpeg", &*sent.json["photo"]["size"].to_string()));
        let letter = format!("{OWN}/letter");
        let sent = delegate.ask("PUT", &letter, &[ANY], LETTER).await;
        assert_eq!(sent.json["letter"]["name"], json!("file"), "{}", sent.text);
        assert_eq!(delegate.get(&letter).await.text.as_bytes(), LETTER);
        let again = delegate.ask("PUT", &format!("{letter}?name=second.pdf"), &[ANY], LETTER).await;
        assert_eq!(again.json["letter"]["name"], json!("second.pdf"));
        let noted: i64 = app.read(|tx| Ok(tx.one::<(i64,)>(sql!("select cast(count(*) as bigint) from stored_file where name = 'file'"), params![])?.0)).await;
        assert_eq!(noted, 0, "the first letter is forgotten");
    }

    async fn what_is_no_photo_and_no_letter_is_refused_in_the_words_of_the_form(app: TestApp) {
        fill(&app).await;
        let delegate = Client::new(&app).await.with(&desk(&app, "Dewi", &[], &ALL).await);
        delegate.ask("POST", OWN, &[], "").await;
        let (photo, letter) = (format!("{OWN}/photo"), format!("{OWN}/letter"));
        let said = |said: &Said| said.json["errors"][0]["message"].clone();
        let none = delegate.ask("PUT", &photo, &[ANY], LETTER).await;
        assert_eq!((none.problem().0, said(&none)), (422, json!("This file is not a JPEG or PNG picture. Choose another one.")));
        let none = delegate.speaking("fr").ask("PUT", &letter, &[ANY], PHOTO).await;
        assert_eq!((none.problem().0, said(&none)), (422, json!("Ce fichier n’est pas un PDF. Choisissez-en un autre.")));
        let empty = delegate.ask("PUT", &letter, &[ANY], "").await;
        assert_eq!(empty.problem(), (422, "fields", vec![""]));
        let large = delegate.ask("PUT", &photo, &[ANY], vec![0xff; 12 * 1024 * 1024 + 1]).await;
        assert_eq!(large.problem(), (413, "too_large", vec![]));
        let json = delegate.ask("PUT", &photo, &[("content-type", "application/json")], "{}").await;
        assert_eq!((json.problem().1, &json.json["detail"]), ("unsupported_media_type", &Value::from("Send the body as image/jpeg, image/png, application/octet-stream.")));
        assert_eq!(delegate.get(OWN).await.json["photo"], Value::Null);
    }

    async fn papers_may_come_until_the_decision(app: TestApp) {
        fill(&app).await;
        app.may_leave_work();
        let anybody = Client::new(&app).await;
        let delegate = anybody.with(&desk(&app, "Dewi", &[], &ALL).await);
        delegate.ask("POST", OWN, &[], "").await;
        let answers = json!({"position": "Director", "representation": "member", "member": "TON", "role": "head"});
        delegate.patch(OWN, &answers).await;
        let sent = delegate.ask("POST", &format!("{OWN}/submission"), &[], "").await;
        let photo = format!("{OWN}/photo");
        assert_eq!(delegate.ask("PUT", &photo, &[ANY], PHOTO).await.status, 200);
        let officer = anybody.with(&desk(&app, "Orapin", &[people::Role::Officer], &ALL).await);
        let decision = format!("/registrations/{}/decision", sent.json["id"].as_str().unwrap());
        assert_eq!(officer.post(&decision, &json!({"decision": "accredit"})).await.status, 200);
        for (method, headers, body) in [("PUT", &[ANY][..], PHOTO), ("DELETE", &[], b"")] {
            let late = delegate.ask(method, &photo, headers, body).await;
            assert_eq!(late.problem(), (409, "already_sent", vec![]), "{}", late.text);
        }
    }
}
