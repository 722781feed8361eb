//! The desk's page of mail: a test letter and what became of it.

use people::Role;
use testkit::both_engines;

use crate::support::{ADA, SLICES, holder, person};

both_engines! {
async fn m05_an_administrator_sends_a_test_letter_and_sees_what_became_of_it(app: TestApp) {
    let mut ada = holder(&app, "Ada Vaea", ADA, Role::Administrator).await;
    ada.open("/desk").await.follow("Mail").await;
    ada.see("Letters come from no-reply@sala.example.").see("No letter waits to be handed over.");
    assert!(!ada.text().contains("That is not an address of"), "{}", ada.text());
    ada.press("Send a test letter to ada@secretariat.example").await;
    assert_eq!(ada.path(), "/desk/mail");
    ada.see("1 letter waits to be handed over.").see("waits to be handed over. Tries so far: 0.");
    ada.press("Send a test letter to ada@secretariat.example").await.see("1 letter waits to be handed over.");
    app.deliver().await;
    ada.follow("Look again").await;
    ada.see("Our mail server took the test letter at 15 August 2022").see("the mailbox ada@secretariat.example");
    let letters = app.web().letters().all();
    let letter = letters.iter().find(|letter| letter.kind == "site.mail_test").unwrap();
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), (ADA, "Test letter of Sala"));
    assert!(letter.text.contains("spf, dkim and dmarc should each say"), "{}", letter.text);
    let head = letter.raw.split("\r\n\r\n").next().unwrap().to_ascii_lowercase();
    let from = head.lines().find(|line| line.starts_with("from:")).unwrap();
    assert!(from.contains("no-reply@sala.example"), "{from}");
    assert!(!head.contains("list-unsubscribe"), "{head}");
    app.write(|tx| {
        let refused = db::sql!("update outbox set state = 'refused', last_error = '550 no such mailbox' where kind = 'site.mail_test'");
        tx.run(refused, &[])
    }).await;
    ada.open("/desk/mail").await.see("was refused for good").see("The answer was: 550 no such mailbox");
}

async fn the_page_of_mail_is_for_administrators(app: TestApp) {
    let mut mele = person(&app, "Mele Taufa", "mele@foreign.example").await;
    mele.open("/desk/mail").await;
    assert_eq!(mele.status(), 403);
}
}
