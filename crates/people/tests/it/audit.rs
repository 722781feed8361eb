//! The log: every act leaves its line, and no line a secret.

use std::collections::BTreeSet;

use testkit::both_engines;

use crate::browsers::signed_in;
use crate::ground::{PASSWORD, SLICES};
use crate::site::{MELE, code, link, site};

const NEW: &str = "nine parrots in a boat";

both_engines! {
async fn w02_every_act_is_written_down_and_no_secret_is(app: TestApp) {
    let site = site(&app).await;
    let mut secrets: BTreeSet<String> = [PASSWORD, NEW].map(str::to_owned).into();
    let mut mine = signed_in(&site, site.browser()).await;
    // a wrong code, then one that is refused from the mailbox
    let mut phone = site.phone();
    let denied = site.start(&mut phone, MELE).await;
    phone.fill("Or type the code from the email", "2222-2222").press("Sign in").await;
    mine.open(&format!("{denied}/deny")).await.fill("To end that sign-in, type NOT ME", "not me").press("End that sign-in").await;
    site.wait(61);
    // what is asked again
    site.wait(600);
    mine.open("/account/tokens").await.fill("What it is for", "The door").press("Make the token").await;
    mine.fill("Password", "wrong one").press("Send me a code").await;
    mine.fill("Password", PASSWORD).press("Send me a code").await;
    let letter = site.letter().await;
    mine.fill("Code from the email", &code(&letter)).press("Go on").await;
    mine.press("Go on").await;
    let token = mine.text().split_whitespace().find(|word| word.starts_with("sala_")).unwrap().to_owned();
    secrets.insert(token[9..].to_owned());
    mine.open("/account/sessions").await;
    signed_in(&site, site.phone()).await;
    mine.open("/account/sessions").await.press("Sign out everywhere else").await;
    mine.open("/account/password").await.fill("Password", NEW).press("Set the new password").await;
    mine.open("/account/email").await.fill("New email address", "other@foreign.example").press("Send the two links").await;
    app.deliver().await;
    mine.open("/reset").await.fill("Email", MELE).press("Send the link").await;
    app.deliver().await;
    mine.open("/account").await.press("Sign out").await;
    secrets.insert(mine.jar.get("__Host-b").unwrap().to_owned());
    for letter in site.recorder.all() {
        let words = letter.text.split_whitespace().filter_map(|word| word.rsplit('/').next());
        secrets.extend(words.filter(|word| people::secrets::looks_like_token(word)).map(str::to_owned));
        if letter.subject == "Your code" || letter.text.contains("/l/") {
            let code = code(&letter);
            secrets.insert(code.replace('-', ""));
            secrets.insert(code);
        }
        if letter.text.contains("/l/") {
            secrets.insert(link(&letter));
        }
    }
    assert!(secrets.len() > 12, "{secrets:?}");
    let rows: Vec<(String, String, String, String)> =
        site.db.read(|tx| tx.all(db::sql!("select event, detail, ip, ua from audit"), &[])).await.unwrap();
    let all = format!("{rows:?}");
    for secret in &secrets {
        assert!(!all.contains(secret), "{secret} is in the log");
    }
    let events: BTreeSet<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    for event in [
        "sign_in.password_ok", "sign_in.link_queued", "sign_in.link_accepted", "sign_in.completed", "sign_in.code_failed",
        "sign_in.denied", "session.proof_failed", "session.proved", "token.made", "session.others_ended",
        "account.password_changed", "account.email_change_asked", "session.signed_out",
    ] {
        assert!(events.contains(event), "{event} is not in {events:?}");
    }
}
}
