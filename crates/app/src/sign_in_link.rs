//! `sala sign-in-link`: the way in when no letter arrives.
use crate::{cli, config, open, say};
use base::{Clock, Email, Fault, Random, Result};
use people::console::{self, NotMade};
use std::process::ExitCode;

pub async fn run(asked: &cli::SignInLink) -> Result<ExitCode> {
    let config = config::read(&asked.setting)?;
    let email = Email::parse(&asked.user).map_err(|_| Fault::new("reading the e-mail address"))?;
    let db = open::database(&config, &Clock::real(), &Random::os()).await?;
    db.check_schema().await?;
    let (reason, zone) = (asked.reason.clone(), config.zone.clone());
    let made = db.write(move |tx| console::make(tx, &email, &reason, zone.name()));
    let token = made.await.map_err(|refused| match refused {
        NotMade::NoAccount => Fault::new(format!("finding an account {} that may sign in", asked.user)),
        NotMade::NoReason => Fault::new("taking the reason: it is one line of 1 to 500 characters"),
        NotMade::Fault(fault) => fault,
    })?;
    say(format!("{}/sign-in/console/{token}", config.public_url))?;
    Ok(ExitCode::SUCCESS)
}
