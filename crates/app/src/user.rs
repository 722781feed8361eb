//! `sala user`: accounts and roles from the console of the server.
use crate::{cli, config, open, say};
use base::{Clock, Email, Fault, Id, Random, Result};
use db::Tx;
use i18n::Locale;
use people::audit::Note;
use people::password::Typed;
use people::rules::Own;
use people::{Account, Grant, NewAccount, Role};
use std::process::ExitCode;

pub async fn run(asked: &cli::User) -> Result<ExitCode> {
    let config = config::read(&asked.setting)?;
    let random = Random::os();
    let db = open::database(&config, &Clock::real(), &random).await?;
    db.check_schema().await?;
    let email = Email::parse(&asked.email).map_err(|_| Fault::new("reading the e-mail address"))?;
    if let Some(name) = asked.create.clone() {
        let mut password = String::new();
        std::io::stdin()
            .read_line(&mut password)
            .map_err(|e| Fault::new("reading the password").because(e))?;
        let password = password.trim_end_matches(['\r', '\n']).to_owned();
        let own = Own::default().and(&name, Some(&email));
        if let Err(why) = people::rules::judge(&Typed::new(&password), &own) {
            let why = people::unfit(why, Locale::En);
            return Err(Fault::new(format!(
                "taking the password, one line of standard input: {why}"
            )));
        }
        let keys = open::keys(&config.secret_file)?;
        let hashed = people::hash_password(&keys, &random, &password).await;
        let phc = Some(hashed.map_err(|_| Fault::new("hashing the password"))?);
        let new = NewAccount {
            email: email.clone(),
            name,
            locale: Locale::En,
            phc,
        };
        db.write(move |tx| people::create_account(tx, &new)).await?;
        say(format!("made the account {email}"))?;
    }
    let known = email.clone();
    let account = db.read(move |tx| people::account::by_email(tx, &known)).await?;
    let account = account
        .ok_or_else(|| Fault::new(format!("finding the account {email}")))?
        .id;
    for (asked, give) in [(&asked.grant, true), (&asked.revoke, false)] {
        let Some(text) = asked else { continue };
        let role = Role::parse(text).ok_or_else(|| Fault::new(format!("knowing the role {text}")))?;
        let grant = Grant { role, event: None };
        db.write(move |tx| {
            if give {
                people::roles::grant(tx, account, grant)?;
                note(tx, "role.given", account, role.code())
            } else {
                people::roles::revoke(tx, account, grant)?;
                note(tx, "role.taken", account, role.code())
            }
        })
        .await?;
        say(format!(
            "{} {} {email}",
            if give { "gave" } else { "took" },
            role.code()
        ))?;
    }
    if asked.end_sessions {
        db.write(move |tx| {
            people::session::end_all(tx, account)?;
            note(tx, "session.ended_by_administrator", account, "")
        })
        .await?;
        say(format!("ended every session of {email}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What was done on the console of the server stands in the log too.
fn note(tx: &mut Tx<'_>, event: &'static str, account: Id<Account>, detail: &str) -> Result<()> {
    let note = Note {
        event,
        account,
        flow: None,
        detail,
        ip: "",
        ua: "",
    };
    people::audit::note(tx, &note)
}
