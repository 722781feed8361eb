//! Who may open what: every address of the program, asked for by nobody, by each role, and by somebody with roles at
//! another event only; below `/api/v1` by their programs. The answers stand in `roles.txt`, where they are reviewed; `SALA_WRITE=1` writes it anew.
mod links;
mod programs;
mod table;

use crate::SLICES;
use axum::Router;
use axum::body::Body;
use axum::middleware::from_fn_with_state;
use base::{Email, Fault, Id, Random};
use db::{Tx, params, sql};
use http::{Method, Request, StatusCode, header};
use people::complete::Asking;
use people::model::BrowserHash;
use people::{Account, Grant, NewAccount, Role, secrets, session};
use registration::Registration;
use table::{HEAD, compare, row, shown};
use testkit::TestApp;
use tower::ServiceExt as _;
use web::{App, Parts, Site};

const FORUM: &str = "dg-forum-4";
/// An event of which one of the askers is everything.
const OTHER: &str = "network-round-table-2022";
/// A token of nobody.
const UNKNOWN: &str = "00000000000000000000000000000000";
/// An event that is made a draft here.
const DRAFT: &str = "gssd-expo-2022";
const MELE: &str = "mele@foreign.example";

/// Addresses that answer differently for some of what they show.
const ALSO: [&str; 8] = [
    "/e/{slug}.ics",
    "/e/{slug} (a draft)",
    "/e/{slug}.ics (a draft)",
    "/e/{slug}/register (a draft)",
    "/e/{slug}/documents/{document} (for participants)",
    "/e/{slug}/documents/{document}/{lang} (for participants)",
    "/desk/registrations/{id} (not sent yet)",
    "/desk/registrations/{id}/file/{file} (not sent yet)",
];

/// The columns of the roles, in the order of `Role::ALL`.
const COLUMNS: [&str; 8] = [
    "admin",
    "officer",
    "registrar",
    "focal",
    "contrib",
    "provider",
    "chair",
    "delegate",
];

/// Somebody who asks.
struct Asker {
    column: &'static str,
    account: Option<Id<Account>>,
    /// The token of her program, for everything.
    token: Option<String>,
}

testkit::both_engines! {
    async fn every_address_answers_every_role_as_it_was_reviewed(app: TestApp) {
        app.may_leave_work();
        let link = site::first_run(app.web()).await.expect("the database answers").expect("nobody is there yet");
        let mut askers = fill(&app).await;
        let web = demonstration(app.web());
        let stack = web::stack(&web, people::SESSION_COOKIE, |router: Router<App>, app| {
            router.layer(from_fn_with_state(app.clone(), people::visitor_layer))
        });
        let service = Router::new().fallback_service(stack.service);
        let mut lines: Vec<String> = stack.patterns.iter().map(|(_, pattern)| pattern.to_string()).collect();
        lines.extend(ALSO.into_iter().chain(programs::ALSO).map(str::to_owned));
        // Programs after everybody: they begin registrations.
        lines.sort_by_key(|line| (programs::asks(line), shown(line)));
        let mut found = HEAD.to_owned();
        found += &row("", &askers.iter().map(|asker| asker.column.to_owned()).collect::<Vec<_>>());
        let mut pages = true;
        for (method, line) in requests(&lines) {
            let mut cells = Vec::new();
            if pages && programs::asks(line) {
                pages = false;
                anew(&app, &mut askers).await;
            }
            for asker in &askers {
                cells.push(if programs::asks(line) {
                    let path = programs::path(&app, line, asker).await;
                    programs::ask(&service, &method, &path, line, asker).await
                } else {
                    let path = path(&app, line, &link, asker).await;
                    ask(&app, &service, &method, &path, asker.account).await
                });
            }
            if cells.iter().any(|cell| cell != "405") {
                found += &row(&format!("{method:<6} {}", shown(line)), &cells);
            }
        }
        for line in &lines {
            let line = shown(line);
            assert!(found.contains(&format!(" {line} ")), "{line} answers nothing");
        }
        compare(&found);
    }
}

/// Every line with every method that its side knows: pages are read and sent, programs also change and remove.
fn requests(lines: &[String]) -> Vec<(Method, &String)> {
    let methods: [Method; 5] =
        ["GET", "POST", "PUT", "PATCH", "DELETE"].map(|name| name.parse().expect("one"));
    let mut all = Vec::new();
    for programs in [false, true] {
        let known = if programs { methods.len() } else { 2 };
        for method in methods.iter().take(known) {
            let side = lines.iter().filter(|line| programs::asks(line) == programs);
            all.extend(side.map(|line| (method.clone(), line)));
        }
    }
    all
}

/// The same program as the demonstration: then it has every address.
fn demonstration(app: &App) -> App {
    App::new(Parts {
        db: app.db().clone(),
        clock: app.clock().clone(),
        random: app.random().clone(),
        files: app.files().clone(),
        site: Site {
            demo: true,
            ..app.site().clone()
        },
        keys: app.keys().clone(),
        slices: app.slices(),
        letters: app.letters().clone(),
        providers: oidc::Providers::new(vec![links::away()]).expect("the setting is right"),
    })
}

/// The demonstration's records, the askers, and a letter that was sent.
async fn fill(app: &TestApp) -> Vec<Asker> {
    let web = app.web();
    let demo = web::Demo {
        now: web.now(),
        random: Random::seeded(1),
        files: web.files().clone(),
        scale: 1,
    };
    let askers = app
        .write(move |tx| {
            for fill in SLICES.iter().filter_map(|slice| slice.demo) {
                fill(tx, &demo)?;
            }
            tx.run(
                sql!("update event set status = 'draft' where slug = $1"),
                params![DRAFT],
            )?;
            let other = forum::read::event_by_slug(tx, OTHER)?.expect("the demonstration has it");
            let mut askers = vec![Asker {
                column: "nobody",
                account: None,
                token: None,
            }];
            for (role, column) in Role::ALL.into_iter().zip(COLUMNS) {
                let account = account(tx, role.code())?;
                people::roles::grant(tx, account, Grant { role, event: None })?;
                askers.push(Asker {
                    column,
                    account: Some(account),
                    token: Some(programs::token(tx, account)?),
                });
                if role == Role::Delegate {
                    own(tx, account)?;
                }
            }
            let elsewhere = account(tx, "elsewhere")?;
            for role in [Role::Administrator, Role::Officer, Role::Registrar] {
                let event = Some(other.id.uuid());
                people::roles::grant(tx, elsewhere, Grant { role, event })?;
            }
            askers.push(Asker {
                column: "elsewhere",
                account: Some(elsewhere),
                token: Some(programs::token(tx, elsewhere)?),
            });
            account(tx, "mele")?;
            // Whom administrators disable here.
            account(tx, "gone")?;
            Ok(askers)
        })
        .await;
    let mut browser = app.browser();
    browser
        .open("/sign-up")
        .await
        .fill("Name", "Ana")
        .fill("Email", "ana@foreign.example");
    browser
        .fill("Password", "a long new password")
        .press("Create account")
        .await;
    app.deliver().await;
    askers
}

/// The tokens of before ended when everybody signed out everywhere else.
async fn anew(app: &TestApp, askers: &mut [Asker]) {
    for asker in askers {
        if let Some(account) = asker.account {
            asker.token = Some(app.write(move |tx| programs::token(tx, account)).await);
        }
    }
}

fn account(tx: &mut Tx<'_>, name: &str) -> Result<Id<Account>, Fault> {
    let email = Email::parse(&format!("{name}@foreign.example")).expect("it is an address");
    let new = NewAccount {
        email,
        name: name.to_owned(),
        locale: i18n::Locale::En,
        phc: Some("$argon2id$nobody knows it".to_owned()),
    };
    people::create_account(tx, &new)
}

/// Makes a sample registration with its papers somebody's own.
fn own(tx: &mut Tx<'_>, account: Id<Account>) -> Result<(), Fault> {
    let registration = registration(tx, "pending", 0)?;
    tx.run(
        sql!("update registration set account_id = $2 where id = $1"),
        params![registration.id, account],
    )?;
    Ok(())
}

/// A registration with a letter, in a state. The first that waits is made the delegate's own.
fn registration(tx: &mut Tx<'_>, state: &str, at: usize) -> Result<Registration, Fault> {
    let all: Vec<(Id<Registration>,)> = tx.all(
        sql!("select id from registration where state = $1 and letter_id is not null order by id"),
        params![state],
    )?;
    let (id,) = all[at];
    Ok(registration::read::by_id(tx, id)?.expect("it is there"))
}

/// The address of a line, with what is there: a request before may have changed or used up what the last one met.
async fn path(app: &TestApp, line: &str, first_run: &str, asker: &Asker) -> String {
    let (pattern, note) = line.split_once(" (").unwrap_or((line, ""));
    let letter = app.web().letters().all().pop().expect("a letter was sent").id;
    let (prefix, column) = (
        pattern.split('/').nth(1).unwrap_or_default().to_owned(),
        asker.column,
    );
    let (note, waiter) = (note.trim_end_matches(')').to_owned(), format!("{column} {line}"));
    let values = app
        .write(move |tx| {
            let event = forum::read::event_by_slug(tx, FORUM)?.expect("the demonstration has it");
            let session = forum::read::sessions(tx, event.id)?.remove(0);
            let (waiting, state) = if note == "not sent yet" {
                (0, "draft")
            } else {
                (1, "pending")
            };
            let registration = registration(tx, state, waiting)?;
            let mine = registration_of_delegate(tx)?;
            let gone = Email::parse("gone@foreign.example").expect("it is an address");
            let gone = people::account::by_email(tx, &gone)?.expect("it has an account");
            let slug = match (prefix.as_str(), note.as_str()) {
                ("series", _) => "dg-forum".to_owned(),
                ("organizations", _) => members::organizations(tx)?.remove(0).slug,
                (_, "a draft") => DRAFT.to_owned(),
                _ => FORUM.to_owned(),
            };
            let document = match note.as_str() {
                "for participants" => "information-for-participants",
                _ => "concept-note",
            };
            let id = match prefix.as_str() {
                "dev" => letter.clone(),
                "account" => event.id.to_string(),
                "e" => mine.letter_id.expect("it has one").to_string(),
                _ => String::new(),
            };
            Ok([
                ("/desk/accounts/{id}", format!("/desk/accounts/{}", gone.id)),
                ("/desk/events/{id}", format!("/desk/events/{}", event.id)),
                (
                    "/desk/registrations/{id}",
                    format!("/desk/registrations/{}", registration.id),
                ),
                ("/l/{token}", format!("/l/{}", links::link(tx, &waiter)?)),
                ("/r/{token}", format!("/r/{}", links::reset_link(tx)?)),
                ("/email/{token}", format!("/email/{UNKNOWN}")),
                ("/undo/{token}", format!("/undo/{UNKNOWN}")),
                (
                    "/console/{token}",
                    format!("/console/{}", links::console_link(tx)),
                ),
                ("/stop/{token}", format!("/stop/{UNKNOWN}")),
                ("{slug}", slug),
                ("{document}", document.to_owned()),
                ("{lang}", "en".to_owned()),
                ("{step}", "you".to_owned()),
                ("{iso3}", "THA".to_owned()),
                ("{session}", session.id.to_string()),
                ("{file}", registration.letter_id.expect("it has one").to_string()),
                ("{provider}", "bank".to_owned()),
                ("{id}", id),
            ])
        })
        .await;
    let path = pattern.replace("/first-run/{token}", first_run);
    let path = values
        .iter()
        .fold(path, |path, (name, value)| path.replace(name, value));
    assert!(!path.contains('{'), "{path} needs a value");
    path
}

fn registration_of_delegate(tx: &mut Tx<'_>) -> Result<Registration, Fault> {
    let email = Email::parse("delegate@foreign.example").expect("it is an address");
    let delegate = people::account::by_email(tx, &email)?.expect("it has an account");
    let event = forum::read::event_by_slug(tx, FORUM)?.expect("the demonstration has it");
    Ok(registration::read::mine(tx, event.id, delegate.id)?.expect("it has a registration"))
}

/// One answer: its status, or that it leads to the sign-in. Everybody asks in a session of this request alone.
async fn ask(
    app: &TestApp,
    service: &Router,
    method: &Method,
    path: &str,
    account: Option<Id<Account>>,
) -> String {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "sala.example")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(account) = account {
        let cookie = app.write(move |tx| sign_in(tx, account)).await;
        request = request.header(header::COOKIE, format!("{}={cookie}", people::SESSION_COOKIE));
    }
    let request = request.body(Body::empty()).expect("it is well formed");
    let answer = service
        .clone()
        .oneshot(request)
        .await
        .expect("a router always answers");
    let to = answer
        .headers()
        .get(header::LOCATION)
        .and_then(|to| to.to_str().ok());
    assert!(
        !answer.status().is_server_error(),
        "{method} {path}: {}",
        answer.status()
    );
    match to {
        Some(to) if answer.status() == StatusCode::SEE_OTHER && to.starts_with("/sign-in?") => {
            "sign-in".to_owned()
        }
        _ => answer.status().as_str().to_owned(),
    }
}

fn sign_in(tx: &mut Tx<'_>, account: Id<Account>) -> Result<String, Fault> {
    let found = people::account::by_id(tx, account)?.expect("it is there");
    let new = session::New {
        account,
        flow: None,
        epoch: found.auth_epoch,
        method: "link",
        offer_on: None,
    };
    let asking = Asking {
        browser: BrowserHash(secrets::hash("the asker's")),
        session: None,
        ip: String::new(),
        ua: String::new(),
    };
    Ok(session::open(tx, &new, &asking)?.0)
}
