//! The program: one binary that serves the site, fills the demonstration, and tells operators what it knows.
mod about;
mod archive;
mod backup;
mod check;
mod cli;
mod config;
mod demo;
mod measures;
mod open;
mod organizations;
mod restore;
mod serve;
mod sign_in_link;
mod slices;
mod user;

use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SALA_LOG");
    let filter = filter.unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(filter)
        .init();
    let arguments = cli::Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    match runtime.block_on(run(arguments)) {
        Ok(code) => code,
        Err(fault) => failed(&fault),
    }
}

async fn run(arguments: cli::Arguments) -> base::Result<ExitCode> {
    match arguments.command {
        cli::Command::Demo(asked) => demo::run(&asked).await,
        cli::Command::Serve(asked) => serve::run(&config::read(&asked)?).await,
        cli::Command::Check(asked) => check::run(&asked).await,
        cli::Command::Migrate(asked) => open::migrate(&config::read(&asked)?).await,
        cli::Command::Backup(asked) => backup::run(&config::read(&asked.setting)?, &asked.file).await,
        cli::Command::Restore(asked) => restore::run(&config::read(&asked.setting)?, &asked.file).await,
        cli::Command::Routes { json } => slices::print(json),
        cli::Command::Config { setting, json } => about::config(&config::read(&setting)?, json),
        cli::Command::Mails { json } => about::mails(json),
        cli::Command::Jobs { json } => about::jobs(json),
        cli::Command::User(asked) => user::run(&asked).await,
        cli::Command::SignInLink(asked) => sign_in_link::run(&asked).await,
    }
}

fn failed(error: &dyn std::fmt::Display) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "sala: {error}");
    ExitCode::FAILURE
}

/// One line on standard output.
fn say(line: impl std::fmt::Display) -> base::Result<()> {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    written.map_err(|e| base::Fault::new("writing to standard output").because(e))
}
