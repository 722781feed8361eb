//! Accounts and the log on the desk.

use people::Role;
use testkit::both_engines;

use crate::support::{ADA, RANGI, SLICES, holder, person};

both_engines! {
    async fn s11_an_administrator_signs_somebody_out_everywhere(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = person(&app, "Rangi Tau", RANGI).await;
        ada.open("/desk/accounts").await.fill("Name or email", "rangi").press("Show").await;
        ada.see("1 account");
        ada.follow("Rangi Tau").await;
        ada.see("Signed in in 1 browser").see("Firefox on Linux");
        ada.press("Sign out everywhere").await;
        ada.see("Done.").see("Signed in nowhere");
        rangi.open("/account").await;
        assert_eq!(rangi.path(), "/sign-in?next=/account");
        app.mailbox().await.take_letter_to(RANGI).see("An administrator of Sala signed your account out in every browser.");
        ada.follow("What happened to this account").await;
        ada.see("An administrator signed everybody out").see("Ada Fonua");
    }

    async fn s09_a_disabled_account_is_out_at_once_and_may_come_back(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = person(&app, "Rangi Tau", RANGI).await;
        ada.open("/desk/accounts").await.follow("Rangi Tau").await;
        ada.press("Let nobody sign in to it").await;
        ada.see("May not sign in");
        rangi.open("/account").await;
        assert_eq!(rangi.path(), "/sign-in?next=/account");
        rangi.fill("Email", RANGI).fill("Password", crate::support::PASSWORD).press("Sign in").await;
        assert_eq!(rangi.status(), 422);
        ada.press("Allow signing in again").await;
        ada.see("Active");
        let email = base::Email::parse(ADA).expect("it is an address");
        let own = app.read(move |tx| people::account::by_email(tx, &email)).await.expect("she has an account");
        ada.open(&format!("/desk/accounts/{}", own.id)).await;
        ada.press("Let nobody sign in to it").await;
        assert_eq!(ada.status(), 422);
        ada.see("The last administrator stays");
    }

    async fn w02_the_desk_looks_through_the_log_by_kind_person_and_day(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        person(&app, "Rangi Tau", RANGI).await;
        ada.open("/desk/people").await.fill("Email", RANGI).fill("Role", "Registrar").press("Give this role").await;
        ada.open("/desk/audit").await;
        ada.see("A role was given: registrar").see("Signed in");
        ada.fill("Kind", "Roles").press("Show").await;
        ada.see("A role was given: registrar").see_not("Signed in");
        assert!(ada.path().contains("kind=role"), "{}", ada.path());
        ada.open(&format!("/desk/audit?whom={ADA}")).await.see("Signed in").see_not("A role was given");
        ada.open("/desk/audit?from=2022-08-16").await.see("There is no such line.");
        ada.open("/desk/audit?until=2022-08-15").await.see("Signed in");
        ada.open("/desk/audit?ip=203.0.113.9&from=nonsense").await.see("There is no such line.");
    }

    async fn w02_a_long_log_is_read_page_by_page(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        app.write(|tx| {
            let email = base::Email::parse(ADA).expect("it is an address");
            let account = people::account::by_email(tx, &email)?.expect("she has an account");
            for n in 0..120 {
                let detail = format!("number {n}");
                let note = people::audit::Note {
                    event: "token.made", account: account.id, flow: None, detail: &detail, ip: "", ua: "",
                };
                people::audit::note(tx, &note)?;
            }
            Ok(())
        })
        .await;
        let mut seen = std::collections::BTreeSet::new();
        ada.open("/desk/audit?kind=token").await;
        for page in [50, 50, 20] {
            let text = ada.text().to_owned();
            let lines: Vec<String> = text.lines().filter(|line| line.contains("A token was made: number")).map(str::to_owned).collect();
            assert_eq!(lines.len(), page);
            seen.extend(lines);
            if page == 50 {
                ada.follow("Older").await;
            }
        }
        assert_eq!(seen.len(), 120, "each line once");
        assert!(!ada.text().contains("Older"));
    }

    async fn w02_lines_are_kept_as_long_as_their_kind_says_and_addresses_shorter(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        ada.open("/desk/audit").await.see("How long it is kept");
        ada.fill("Days: Tokens", "10").fill("Days of the address: Tokens", "5").press("Set Tokens").await;
        ada.see("Set.").see("The log is kept otherwise: token 10 5");
        ada.fill("Days: Tokens", "never").press("Set Tokens").await;
        assert_eq!(ada.status(), 422);
        app.write(|tx| {
            let email = base::Email::parse(ADA).expect("it is an address");
            let account = people::account::by_email(tx, &email)?.expect("she has an account");
            for event in ["token.made", "role.given"] {
                let note = people::audit::Note {
                    event, account: account.id, flow: None, detail: "kept", ip: "192.0.2.7", ua: "Firefox",
                };
                people::audit::note(tx, &note)?;
            }
            Ok(())
        })
        .await;
        let left = async || -> Vec<(String, String)> {
            let statement = db::sql!("select event, ip from audit where detail = 'kept' order by event");
            app.read(move |tx| tx.all(statement, &[])).await
        };
        let (role, token) = ("role.given".to_owned(), "token.made".to_owned());
        let here = "192.0.2.7".to_owned();
        for (days, expected) in [
            (4, vec![(role.clone(), here.clone()), (token.clone(), here.clone())]),
            (2, vec![(role.clone(), here.clone()), (token, String::new())]),
            (5, vec![(role, here)]),
        ] {
            app.advance(jiff::SignedDuration::from_hours(24 * days));
            app.write(people::retention::keep).await;
            assert_eq!(left().await, expected);
        }
    }

    async fn w02_the_log_is_for_administrators(app: TestApp) {
        for role in Role::ALL.into_iter().filter(|&role| role != Role::Administrator) {
            let email = format!("{}@secretariat.example", role.code());
            let mut other = holder(&app, "Somebody Else", &email, role).await;
            for page in ["/desk/audit", "/desk/accounts"] {
                other.open(page).await;
                assert_eq!(other.status(), 403, "{role:?} {page}");
            }
        }
    }
}
