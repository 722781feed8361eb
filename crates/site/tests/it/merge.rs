//! Two accounts of one person: merged by an administrator, undone within a week.

use base::{Email, Id, Random};
use db::{params, sql};
use jiff::SignedDuration;
use people::merge::{self, Refused};
use people::model::Whence;
use people::{Account, Grant, Role};
use registration::Registration;
use serde_json::Value;
use testkit::{Browser, TestApp, both_engines};

use crate::support::{ADA, PASSWORD, RANGI, SLICES, holder, person, sign_in};

const OLD: &str = "mele@mail.example";
const NEW: &str = "mele@ministry.example";
const WEEK: SignedDuration = SignedDuration::from_hours(24 * 7);

both_engines! {
    async fn s09_two_accounts_become_one_and_whoever_was_signed_in_to_the_other_is_out(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut both = two(&app).await;
        ada.open(&page(&app, OLD).await).await.fill("Address of the account that stays", NEW);
        ada.press("Show what would happen").await;
        ada.see("2 records go to the account that stays").see("Role: Secretariat officer").see("(Declined)");
        ada.see("Both accounts have these 2").see("Role: Registrar").see("(With the secretariat)");
        ada.press("Merge the two accounts").await;
        assert_eq!(ada.status(), 422);
        ada.see("Say why, in at most 500 characters");
        ada.fill("Reason", "She wrote from both").press("Merge the two accounts").await;
        ada.see("Ada Fonua merged this account into mele@ministry.example").see("She wrote from both");
        ada.see_not("Allow signing in again");
        let [old, new] = &mut both;
        old.open("/account").await;
        assert_eq!(old.path(), "/sign-in?next=/account");
        old.fill("Email", OLD).fill("Password", PASSWORD).press("Sign in").await;
        assert_eq!(old.status(), 422);
        old.see("Email or password is not right");
        new.open("/desk/registrations").await;
        assert_eq!(new.status(), 200);
        assert_eq!(roles_of(&app, NEW).await, [Role::Officer, Role::Registrar]);
        for address in [OLD, NEW] {
            let letter = app.mailbox().await.take_letter_to(address);
            letter.see("m•••@mail.example into your account m•••@ministry.example").see("Until then it can be undone");
            assert!(!letter.text().contains(OLD) && !letter.text().contains(NEW));
        }
        new.open("/account/log").await.see("Another account was merged into this one: She wrote from both");
    }

    async fn s09_what_was_merged_is_undone_by_another_administrator(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        let mut rangi = holder(&app, "Rangi Tau", RANGI, Role::Administrator).await;
        let [mut old, _new] = two(&app).await;
        let page = page(&app, OLD).await;
        ada.open(&format!("{page}/merge?into={NEW}")).await.fill("Reason", "She wrote from both");
        ada.press("Merge the two accounts").await;
        for address in [OLD, NEW] {
            app.mailbox().await.take_letter_to(address).see("Until then it can be undone");
        }
        rangi.open(&page).await.see("It can be undone until");
        rangi.press("Undo it").await;
        rangi.see("Done.").see("Active").see_not("Two accounts made one");
        old.open("/account").await;
        assert_eq!(old.path(), "/sign-in?next=/account", "a browser that was signed in stays out");
        for address in [OLD, NEW] {
            app.mailbox().await.take_letter_to(address).see("has undone the merging");
        }
        app.advance(SignedDuration::from_mins(1));
        sign_in(&app, &mut old, OLD).await;
        assert_eq!(roles_of(&app, OLD).await, [Role::Officer, Role::Registrar]);
        rangi.follow("What happened to this account").await;
        rangi.see("The merging into another account was undone").see("Merged into another account: She wrote from both");
    }

    async fn s09_undoing_restores_every_row_as_it_was(app: TestApp) {
        holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        two(&app).await;
        let before = content(&app).await;
        merged(&app, ADA, OLD, NEW).await.expect("it may be merged");
        assert_ne!(content(&app).await, before);
        let (ada, old) = (account(&app, ADA).await, account(&app, OLD).await);
        let undone = app.db().write(move |tx| merge::undo(tx, SLICES, ada, old, &whence())).await;
        undone.expect("it is undone");
        assert_eq!(content(&app).await, before);
        let again = app.db().write(move |tx| merge::undo(tx, SLICES, ada, old, &whence())).await;
        assert!(matches!(again, Err(Refused::NotNow)), "{again:?}");
        merged(&app, ADA, OLD, NEW).await.expect("and may be merged once more");
        app.deliver().await;
    }

    async fn s09_two_administrators_at_once_merge_once(app: TestApp) {
        holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        holder(&app, "Rangi Tau", RANGI, Role::Administrator).await;
        two(&app).await;
        for (from, to) in [(OLD, NEW), (NEW, OLD)] {
            let (one, other) = tokio::join!(merged(&app, ADA, OLD, NEW), merged(&app, RANGI, from, to));
            assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
            let gone = if one.is_ok() { OLD } else { from };
            let (ada, id) = (account(&app, ADA).await, account(&app, gone).await);
            let undo = || app.db().write(move |tx| merge::undo(tx, SLICES, ada, id, &whence()));
            let (one, other) = tokio::join!(undo(), undo());
            assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
        }
        app.deliver().await;
    }

    async fn s09_what_may_not_be_merged_is_said(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        two(&app).await;
        let page = page(&app, OLD).await;
        for (into, said) in [
            ("nobody@ministry.example", "No account has this address"),
            (OLD, "This is the same account"),
            (ADA, "Nobody merges an account of her own"),
            ("mele", "Enter an e-mail address"),
        ] {
            ada.open(&format!("{page}/merge?into={into}")).await.see(said);
            assert_eq!(ada.status(), 422);
        }
        assert!(matches!(merged(&app, OLD, ADA, NEW).await, Err(Refused::LastAdministrator)));
        assert!(matches!(merged(&app, OLD, OLD, NEW).await, Err(Refused::Own)));
        for change in [
            sql!("update account set verified_at = null where email = $1"),
            sql!("update account set disabled_at = created_at, verified_at = created_at where email = $1"),
        ] {
            app.write(move |tx| tx.run(change, params![NEW])).await;
            assert!(matches!(merged(&app, ADA, OLD, NEW).await, Err(Refused::NotNow)));
        }
        assert!(matches!(merged(&app, ADA, NEW, OLD).await, Err(Refused::NotNow)), "a disabled one stays where it is");
    }

    async fn s09_a_merged_account_is_not_allowed_in_again_and_after_a_week_it_is_closed(app: TestApp) {
        let mut ada = holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        two(&app).await;
        merged(&app, ADA, OLD, NEW).await.expect("it may be merged");
        let (by, old) = (account(&app, ADA).await, account(&app, OLD).await);
        let enabled = app.db().write(move |tx| people::account::enable(tx, by, old, &whence())).await;
        assert!(matches!(enabled, Err(people::account::Refused::Closed)), "{enabled:?}");
        app.advance(WEEK - SignedDuration::from_secs(1));
        app.write(merge::close_old).await;
        assert_eq!(closed(&app).await, 0, "not a second too early");
        app.advance(SignedDuration::from_secs(1));
        app.write(merge::close_old).await;
        assert_eq!(closed(&app).await, 1);
        assert_eq!(roles_of(&app, OLD).await, []);
        let undone = app.db().write(move |tx| merge::undo(tx, SLICES, by, old, &whence())).await;
        assert!(matches!(undone, Err(Refused::NotNow)), "{undone:?}");
        sign_in_anew(&app, &mut ada).await;
        ada.open(&page(&app, OLD).await).await.see("Two accounts made one").see_not("Undo it");
    }

    async fn s09_what_was_merged_on_is_undone_in_the_other_order(app: TestApp) {
        holder(&app, "Ada Fonua", ADA, Role::Administrator).await;
        two(&app).await;
        app.person("Mele Taufa", "third@ministry.example", PASSWORD).await;
        let before = content(&app).await;
        merged(&app, ADA, OLD, NEW).await.expect("it may be merged");
        merged(&app, ADA, NEW, "third@ministry.example").await.expect("so may the other");
        let (by, old, new) = (account(&app, ADA).await, account(&app, OLD).await, account(&app, NEW).await);
        let undo = |id| app.db().write(move |tx| merge::undo(tx, SLICES, by, id, &whence()));
        assert!(matches!(undo(old).await, Err(Refused::NotNow)));
        undo(new).await.expect("the later one first");
        undo(old).await.expect("then the earlier");
        assert_eq!(content(&app).await, before);
        app.deliver().await;
    }

    async fn s09_merging_is_for_administrators(app: TestApp) {
        two(&app).await;
        let page = format!("{}/merge?into={NEW}", page(&app, OLD).await);
        for role in Role::ALL.into_iter().filter(|&role| role != Role::Administrator) {
            let email = format!("{}@secretariat.example", role.code());
            let mut other = holder(&app, "Somebody Else", &email, role).await;
            other.open(&page).await;
            assert_eq!(other.status(), 403, "{role:?}");
        }
    }
}

/// The demonstration's records, and one person with two accounts: both registrars, both registered for the Forum, the
/// older one an officer with a declined registration as well.
async fn two(app: &TestApp) -> [Browser; 2] {
    let demo = web::Demo {
        now: app.web().now(),
        random: Random::seeded(1),
        files: app.web().files().clone(),
        scale: 1,
    };
    app.write(move |tx| {
        SLICES
            .iter()
            .filter_map(|slice| slice.demo)
            .try_for_each(|fill| fill(tx, &demo))
    })
    .await;
    let old = person(app, "Mele Taufa", OLD).await;
    let new = person(app, "Mele Taufa", NEW).await;
    let (older, newer) = (account(app, OLD).await, account(app, NEW).await);
    app.write(move |tx| {
        for (account, role) in [(older, Role::Registrar), (older, Role::Officer), (newer, Role::Registrar)] {
            people::roles::grant(tx, account, Grant { role, event: None })?;
        }
        for (account, state) in [(older, "pending"), (older, "declined"), (newer, "pending")] {
            let all: Vec<(Id<Registration>,)> = tx.all(
                sql!(
                    "select r.id from registration r join event e on e.id = r.event_id
                     where r.state = $1 and r.account_id not in ($2, $3) and e.slug = 'dg-forum-4' order by r.id limit 1"
                ),
                params![state, older, newer],
            )?;
            let (id,) = all[0];
            tx.run(sql!("update registration set account_id = $1 where id = $2"), params![account, id])?;
            registration::keys::refresh(tx, id)?;
        }
        Ok(())
    })
    .await;
    app.deliver().await;
    [old, new]
}

async fn account(app: &TestApp, email: &str) -> Id<Account> {
    let email = Email::parse(email).expect("it is an address");
    let found = app.read(move |tx| people::account::by_email(tx, &email)).await;
    found.expect("the account is there").id
}

async fn page(app: &TestApp, email: &str) -> String {
    format!("/desk/accounts/{}", account(app, email).await)
}

async fn roles_of(app: &TestApp, email: &str) -> Vec<Role> {
    let id = account(app, email).await;
    let grants = app.read(move |tx| people::roles::of(tx, id)).await;
    let mut roles: Vec<Role> = grants.into_iter().map(|grant| grant.role).collect();
    roles.sort_by_key(|role| role.code());
    roles
}

fn whence() -> Whence {
    Whence {
        ip: String::new(),
        ua: String::new(),
        zone: "UTC".to_owned(),
    }
}

async fn merged(app: &TestApp, by: &str, from: &str, to: &'static str) -> Result<(), Refused> {
    let (by, from) = (account(app, by).await, account(app, from).await);
    let to = Email::parse(to).expect("it is an address");
    app.db()
        .write(move |tx| merge::merge(tx, SLICES, by, (from, &to), "She wrote from both", &whence()))
        .await
}

async fn closed(app: &TestApp) -> i64 {
    let count = sql!("select cast(count(*) as bigint) from account where closed_at is not null");
    let (count,): (i64,) = app.read(move |tx| tx.one(count, &[])).await;
    count
}

async fn sign_in_anew(app: &TestApp, browser: &mut Browser) {
    browser.open("/account").await;
    sign_in(app, browser, ADA).await;
}

/// Every row of every table, but for what only grows: the log, the letters, the mergers themselves, and the number that
/// keeps what was begun before from going on.
async fn content(app: &TestApp) -> Vec<(String, Vec<Value>)> {
    app.read(|tx| {
        let schema = db::content::schema(tx)?;
        let mut all = Vec::new();
        for table in db::content::tables(&schema)? {
            if ["audit", "outbox", "account_merge", "account_merge_row"].contains(&table.name.as_str()) {
                continue;
            }
            let epoch = table
                .columns
                .iter()
                .position(|name| table.name == "account" && name == "auth_epoch");
            let mut rows = table.rows(tx, None, 100_000)?;
            for row in &mut rows {
                epoch.iter().for_each(|&place| row[place] = Value::Null);
            }
            all.push((table.name.clone(), rows.into_iter().map(Value::Array).collect()));
        }
        Ok(all)
    })
    .await
}
