//! Roles: given and taken on one page of the desk, by administrators only, with effect at once.

use base::{Email, Fault, Id};
use db::Tx;
use people::{Account, Grant, Role};
use testkit::{Browser, TestApp, both_engines};

use crate::support::{ADA, RANGI, SLICES, holder, person};

const PAGE: &str = "/desk/people";

both_engines! {
    async fn s12_a_role_given_or_taken_takes_effect_in_the_open_session(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = person(&app, "Rangi Tau", RANGI).await;
        rangi.open("/desk").await;
        assert_eq!(rangi.status(), 403);
        ada.open(PAGE).await.fill("Email", RANGI).fill("Role", "Registrar").press("Give this role").await;
        ada.see("2 roles given").see("Rangi Tau");
        assert_eq!((ada.status(), ada.path()), (200, PAGE));
        rangi.open("/desk").await;
        assert_eq!(rangi.status(), 200);
        ada.fill("Email", RANGI).fill("Role", "Registrar").press("Give this role").await.see("2 roles given");
        ada.press("Take away Registrar, Rangi Tau").await.see("1 role given").see_not("Rangi Tau");
        rangi.open("/desk").await;
        assert_eq!(rangi.status(), 403);
    }

    async fn an_address_without_an_account_is_said_beside_the_field(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        for (typed, said) in [
            ("nobody@secretariat.example", "No account has this address. The person makes one first."),
            ("nobody", "Enter an e-mail address"),
            ("", "Enter an e-mail address"),
        ] {
            ada.open(PAGE).await.fill("Email", typed).press("Give this role").await;
            assert_eq!(ada.status(), 422, "{typed}");
            assert!(ada.field("Email").described.contains(said), "{typed}: {:?}", ada.field("Email").described);
            assert_eq!(ada.value("Email"), typed);
        }
        ada.open(PAGE).await.see("1 role given");
    }

    async fn only_administrators_give_and_take_roles(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        ada.open(PAGE).await;
        for role in Role::ALL.into_iter().filter(|&role| role != Role::Administrator) {
            let email = format!("{}@secretariat.example", role.code());
            let mut other = holder(&app, "Somebody Else", &email, role).await;
            other.open(PAGE).await;
            assert_eq!(other.status(), 403, "{role:?} reads");
            // Forms of a page that was open while she was an administrator.
            let open_page = async |other: &mut Browser| {
                change(&app, &email, people::roles::grant).await;
                other.open(PAGE).await;
                change(&app, &email, people::roles::revoke).await;
            };
            open_page(&mut other).await;
            other.fill("Email", &email).fill("Role", "Administrator").press("Give this role").await;
            assert_eq!(other.status(), 403, "{role:?} gives");
            open_page(&mut other).await;
            other.press("Take away Administrator, Ada Fonua").await;
            assert_eq!(other.status(), 403, "{role:?} takes");
        }
        ada.open(PAGE).await.see("8 roles given");
    }

    async fn the_last_administrator_stays(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = holder(&app, "Rangi Tau", RANGI, Role::Administrator).await;
        for language in i18n::Locale::ALL {
            change(&app, RANGI, people::roles::revoke).await;
            ada.open(&format!("{PAGE}?lang={}", language.tag())).await;
            let button = ada.page().forms.iter().flat_map(|form| &form.buttons).find(|b| b.label.ends_with("Ada Fonua"));
            let label = button.unwrap().label.clone();
            ada.press(&label).await;
            assert_eq!(ada.status(), 422);
            ada.see(site::words::Words(language).last_administrator());
            change(&app, RANGI, people::roles::grant).await;
        }
        // Somebody who can no longer sign in is no other administrator.
        disable(&app, RANGI, true).await;
        ada.open(&format!("{PAGE}?lang=en")).await.press("Take away Administrator, Ada Fonua").await;
        assert_eq!(ada.status(), 422);
        disable(&app, RANGI, false).await;
        ada.open(PAGE).await.press("Take away Administrator, Ada Fonua").await;
        assert_eq!(ada.status(), 403, "she has given it up");
        rangi.open(PAGE).await.see("1 role given").see_not("Ada Fonua");
    }
}

type Change = fn(&mut Tx<'_>, Id<Account>, Grant) -> Result<(), Fault>;

/// Gives or takes the role of administrator, past the page.
async fn change(app: &TestApp, email: &str, change: Change) {
    let (email, grant) = (
        Email::parse(email).unwrap(),
        Grant {
            role: Role::Administrator,
            event: None,
        },
    );
    app.write(move |tx| {
        let account = people::account::by_email(tx, &email)?.unwrap();
        change(tx, account.id, grant)
    })
    .await;
}

async fn disable(app: &TestApp, email: &str, disabled: bool) {
    let email = Email::parse(email).unwrap();
    app.write(move |tx| {
        let account = people::account::by_email(tx, &email)?.unwrap();
        let at = disabled.then(|| tx.now());
        tx.run(
            db::sql!("update account set disabled_at = $2 where id = $1"),
            db::params![account.id, at],
        )?;
        Ok(())
    })
    .await;
}
