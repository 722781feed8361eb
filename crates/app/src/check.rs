//! `sala check`: every problem at once, each with what to do about it.
use crate::cli::Setting;
use crate::{config, open, say};
use base::{Clock, Random, Result};
use std::process::ExitCode;

pub async fn run(asked: &Setting) -> Result<ExitCode> {
    let mut problems: Vec<String> = Vec::new();
    let config = match config::read(asked) {
        Ok(config) => config,
        Err(fault) => {
            say(format!("problem  configuration: {fault}"))?;
            return Ok(ExitCode::FAILURE);
        }
    };
    say(format!("address  {} as {}", config.listen, config.public_url))?;
    if !config.public_url.starts_with("https://") && !config.listen.ip().is_loopback() {
        problems.push(
            "public_url: browsers keep the sign-in's cookies over https only; put a TLS proxy in front"
                .to_owned(),
        );
    }
    let clock = Clock::real();
    if clock.now().as_second() < 1_700_000_000 {
        problems.push("clock: the machine's clock is in the past; links would be wrong".to_owned());
    }
    match open::database(&config, &clock, &Random::os()).await {
        Ok(db) => match db.check_schema().await {
            Ok(()) => say("database answers, and its schema is this program's")?,
            Err(fault) => problems.push(format!("database: {fault}")),
        },
        Err(fault) => problems.push(format!("database: {fault}")),
    }
    let probe = config.data_dir.join(".write-probe");
    match std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe)) {
        Ok(()) => say(format!("folder   {} can be written", config.data_dir.display()))?,
        Err(error) => problems.push(format!("folder {}: {error}", config.data_dir.display())),
    }
    match config.transport.check().await {
        Ok(()) => say("mail     can be handed over")?,
        Err(fault) => problems.push(format!("mail: {fault}")),
    }
    for problem in &problems {
        say(format!("problem  {problem}"))?;
    }
    Ok(if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
