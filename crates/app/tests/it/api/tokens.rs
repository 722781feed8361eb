//! Tokens: made on a page and shown once, kept as a hash, ended by time, by hand, with the account; never more than its
//! owner at that moment.
use super::client::ALL;
use super::{Client, desk, fill};
use crate::SLICES;
use base::{Email, Fault};
use db::{params, sql};
use i18n::Locale;
use jiff::SignedDuration;
use people::{Grant, Role};
use testkit::{Browser, TestApp};

const DEWI: &str = "dewi@people.example";
const PASSWORD: &str = "lagoon-and-brass-17";

/// Signs in as the pages have it: password, letter, link.
async fn signed_in(app: &TestApp) -> Browser {
    app.person("Dewi", DEWI, PASSWORD).await;
    let mut browser = app.browser();
    browser.open("/sign-in").await;
    app.sign_in(&mut browser, DEWI, PASSWORD).await;
    browser
}

async fn run(app: &TestApp, statement: &'static db::Sql) {
    app.write(move |tx| tx.run(statement, params![]).map(drop)).await;
}

testkit::both_engines! {
    async fn a_person_makes_a_token_sees_it_once_and_ends_it(app: TestApp) {
        let mut browser = signed_in(&app).await;
        browser.open("/account").await.follow("Tokens for programs").await;
        browser.fill("What it is for", "").press("Make the token").await;
        assert_eq!(browser.status(), 422);
        browser.see("Say what it is for");
        browser.fill("What it is for", "Badge printer").press("Make the token").await;
        let html = browser.html();
        let token = html.split(">sala_").nth(1).unwrap().split('<').next().unwrap();
        let token = format!("sala_{token}");
        assert_eq!(token.len(), 48);
        browser.open("/account/tokens").await;
        browser.see("Badge printer").see(&token[..9]);
        assert!(!browser.html().contains(&token), "it is shown once");
        let client = Client::new(&app).await.with(&token);
        assert_eq!(client.get("/me").await.json["name"], "Dewi");
        assert_eq!(client.get("/me/tokens").await.json["items"][0]["scopes"], serde_json::json!(["read"]));
        app.advance(SignedDuration::from_secs(1));
        browser.press("End Badge printer").await;
        browser.see("Ended 15 August 2022");
        assert_eq!(client.get("/me").await.problem(), (401, "unauthorized", vec![]));
        assert_eq!(client.get("/members").await.status, 401, "a dead token is told, also where none is needed");
        let story: Vec<(String, String)> = app
            .read(|tx| tx.all(sql!("select event, detail from audit where event like 'token.%' order by at, id"), &[]))
            .await;
        let prefix = token[..9].to_owned();
        assert_eq!(story, [("token.made".to_owned(), prefix.clone()), ("token.revoked".to_owned(), prefix)]);
    }

    async fn only_the_hash_of_a_token_is_kept(app: TestApp) {
        let text = desk(&app, "Orapin", &[], &ALL).await;
        let (hash, prefix): (Vec<u8>, String) =
            app.read(|tx| tx.one(sql!("select token_hash, prefix from api_token"), &[])).await;
        assert_eq!(hash, people::secrets::hash(&text));
        assert_eq!(prefix, text[..9]);
    }

    async fn a_token_ends_with_its_time_and_with_its_account(app: TestApp) {
        fill(&app).await;
        let anybody = Client::new(&app).await;
        let names: [&'static str; 3] = ["Old", "Closed", "Changed"];
        let mut clients = Vec::new();
        for name in names {
            let client = anybody.with(&desk(&app, name, &[], &ALL).await);
            assert_eq!(client.get("/me").await.status, 200);
            clients.push(client);
        }
        run(&app, sql!("update account set disabled_at = created_at where name = 'Closed'")).await;
        app.write(|tx| {
            let email = Email::parse("changed@people.example").unwrap();
            let account = people::account::by_email(tx, &email)?.unwrap();
            people::session::end_all(tx, account.id)
        })
        .await;
        assert_eq!(clients[0].get("/me").await.status, 200);
        assert_eq!(clients[1].get("/me").await.status, 401, "a closed account");
        assert_eq!(clients[2].get("/me").await.status, 401, "a new password");
        app.advance(SignedDuration::from_hours(24 * 30));
        assert_eq!(clients[0].get("/me").await.status, 401, "its 30 days are over");
    }

    async fn a_token_never_does_more_than_its_owner_may_now(app: TestApp) {
        fill(&app).await;
        let officer = Client::new(&app).await.with(&desk(&app, "Orapin", &[Role::Officer], &ALL).await);
        let queue = "/events/dg-forum-4/registrations";
        assert_eq!(officer.get(queue).await.status, 200);
        app.write(|tx| {
            let email = Email::parse("orapin@people.example").unwrap();
            let account = people::account::by_email(tx, &email)?.unwrap();
            people::roles::revoke(tx, account.id, Grant { role: Role::Officer, event: None })
        })
        .await;
        assert_eq!(officer.get(queue).await.problem(), (403, "forbidden", vec![]));
    }

    async fn its_use_is_written_down_at_most_once_a_minute(app: TestApp) {
        let client = Client::new(&app).await.with(&desk(&app, "Orapin", &[], &ALL).await);
        let mut seen = Vec::new();
        for seconds in [0, 59, 1] {
            app.advance(SignedDuration::from_secs(seconds));
            client.get("/me").await;
            let (used,): (jiff::Timestamp,) =
                app.read(|tx| tx.one(sql!("select last_used_at from api_token"), &[])).await;
            seen.push(used.duration_since("2022-08-15T02:00:00Z".parse().unwrap()).as_secs());
        }
        assert_eq!(seen, [0, 0, 60]);
    }

    async fn a_cookie_opens_nothing_of_the_api(app: TestApp) {
        let browser = signed_in(&app).await;
        let client = Client::new(&app).await;
        let session = browser.jar.get("__Host-s").expect("she is signed in");
        let cookies = format!("__Host-s={session}");
        let said = client.ask("GET", "/me", &[("cookie", &cookies)], "").await;
        assert_eq!(said.problem(), (401, "unauthorized", vec![]));
    }

    async fn one_person_has_twenty_good_tokens_at_most(app: TestApp) {
        desk(&app, "Orapin", &[], &ALL).await;
        let made = app.write(|tx| {
            let email = Email::parse("orapin@people.example").unwrap();
            let account = people::account::by_email(tx, &email)?.unwrap();
            let me = people::Me {
                id: account.id, name: account.name, email: account.email, locale: Locale::En, roles: Vec::new(),
            };
            let new = people::token::New { name: "More".to_owned(), scopes: vec!["read".to_owned()], days: 7 };
            let from = people::token::From { ip: String::new(), ua: String::new() };
            let mut made = 1;
            while people::token::make(tx, &me, &new, &from).is_ok() {
                made += 1;
            }
            Ok::<_, Fault>(made)
        });
        assert_eq!(made.await, people::token::MOST);
    }
}
