//! `sala check`: everything that is wrong at once, each with what to do about it.
use crate::cli::Setting;
use crate::config::{self, Config};
use crate::{open, say};
use base::{Clock, Fault, FaultKind, Random, Result};
use db::{DatabaseUrl, Db};
use files::Store;
use jiff::{SignedDuration, Timestamp};
use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

/// A disk with less is full tomorrow, in bytes: photographs and notes of a large delegation, and a backup beside them.
const LEAST_FREE: u64 = 1_000_000_000;
/// The oldest letter may wait so long before somebody stands waiting for it.
const LETTER_WAITS: SignedDuration = SignedDuration::from_mins(10);

/// What was found so far.
#[derive(Default)]
struct Found {
    problems: Vec<String>,
}

impl Found {
    fn problem(&mut self, subject: &str, what: impl Display) {
        self.problems.push(format!("{subject}: {what}"));
    }

    fn is(&mut self, subject: &str, well: &str, outcome: Result<()>) -> Result<()> {
        match outcome {
            Ok(()) => say(format!("{subject:<9} {well}")),
            Err(fault) => {
                self.problem(subject, fault);
                Ok(())
            }
        }
    }
}

/// `sala check`
pub async fn run(asked: &Setting) -> Result<ExitCode> {
    let config = match config::read(asked) {
        Ok(config) => config,
        Err(fault) => {
            say(format!("problem  configuration: {fault}"))?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let (mut found, clock) = (Found::default(), Clock::real());
    address(&mut found, &config)?;
    if clock.now().as_second() < 1_764_000_000 {
        found.problem(
            "clock",
            "the machine's clock is in the past: links would be wrong",
        );
    }
    disk(&mut found, &config)?;
    secret(&mut found, &config.secret_file)?;
    match there(&config) {
        Ok(()) => match open::database(&config, &clock, &Random::os()).await {
            Ok(db) => database(&mut found, &config, &db, clock.now()).await?,
            Err(fault) => found.problem("database", fault),
        },
        Err(fault) => found.problem("database", fault),
    }
    organizations(&mut found, &config).await?;
    let handed = config.transport.check().await;
    found.is("mail", "can be handed over", handed)?;
    if let Some(second) = &config.second_transport {
        let well = format!("can be handed over to {} too", second.name());
        found.is("mail", &well, second.check().await)?;
    }
    if let Err(fault) = config.alerts.check() {
        found.problem("alert_command", fault);
    }
    for problem in &found.problems {
        say(format!("problem  {problem}"))?;
    }
    Ok(if found.problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn address(found: &mut Found, config: &Config) -> Result<()> {
    say(format!(
        "{:<9} {} as {}",
        "address", config.listen, config.public_url
    ))?;
    if !config.public_url.starts_with("https://") && !config.listen.ip().is_loopback() {
        found.problem(
            "public_url",
            "browsers keep the sign-in's cookies over https only; put a TLS proxy in front and set the address people type",
        );
    }
    if config.public_url.starts_with("https://") && config.trusted_proxies.is_empty() {
        found.problem(
            "trusted_proxies",
            "none is set, and something in front speaks https: all visitors would be counted as one address; name the \
             proxy, such as 127.0.0.1",
        );
    }
    match std::net::TcpListener::bind(config.listen) {
        Ok(_) => {}
        // A site that is being served is checked too.
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            say(format!(
                "{:<9} {} is in use: the site is being served, or another program is there",
                "address", config.listen
            ))?;
        }
        Err(error) => found.problem("listen", format!("{}: {error}", config.listen)),
    }
    if config.dev {
        found.problem(
            "dev",
            "is on: everybody can read every letter at /dev/mail; turn it off",
        );
    }
    Ok(())
}

/// The folders can be written, and their disks have room.
fn disk(found: &mut Found, config: &Config) -> Result<()> {
    for folder in [&config.data_dir, &config.files_dir] {
        let probe = folder.join(".write-probe");
        let wrote = std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&probe, b"probe"))
            .and_then(|()| std::fs::remove_file(&probe));
        let free = wrote.and_then(|()| Ok(rustix::fs::statvfs(folder)?));
        match free.map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize)) {
            Ok(free) if free < LEAST_FREE => {
                found.problem(
                    "disk",
                    format!("{} has {} MB left; make room", folder.display(), free / 1_000_000),
                );
            }
            Ok(free) => say(format!(
                "{:<9} {} can be written, {} MB are free",
                "disk",
                folder.display(),
                free / 1_000_000
            ))?,
            Err(error) => found.problem("disk", format!("{}: {error}", folder.display())),
        }
    }
    Ok(())
}

/// Only its owner reads the secret.
fn secret(found: &mut Found, path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    match std::fs::metadata(path) {
        Ok(file) if file.len() != 32 => {
            found.problem("secret", format!("{} is not 32 bytes long", path.display()));
        }
        Ok(file) if file.permissions().mode() & 0o077 != 0 => {
            found.problem("secret", format!("others can read {}: chmod 600", path.display()));
        }
        Ok(_) => say(format!("{:<9} {}", "secret", path.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            say(format!(
                "{:<9} {} is made on the first run",
                "secret",
                path.display()
            ))?;
        }
        Err(error) => found.problem("secret", format!("{}: {error}", path.display())),
    }
    Ok(())
}

/// Each is asked now; what must be told to it is said.
async fn organizations(found: &mut Found, config: &Config) -> Result<()> {
    for provider in config.providers.all() {
        let setting = provider.setting();
        let here = format!("{}/sign-in/with/{}", config.public_url, setting.id);
        match provider.check().await {
            Ok(keys) => say(format!(
                "{:<9} {} answers and shows {keys} keys; tell it {here}/back and, for signing out, {here}/logout",
                "account", setting.id
            ))?,
            Err(trouble) => found.problem(
                "account",
                format!("{} at {}: {trouble}", setting.id, setting.issuer),
            ),
        }
        if setting.accept_amr.is_empty() && setting.accept_acr.is_empty() {
            say(format!(
                "{:<9} {}: a letter follows each sign-in, as neither accept_amr nor accept_acr is set",
                "account", setting.id
            ))?;
        }
    }
    Ok(())
}

/// Looking must not make a database.
fn there(config: &Config) -> Result<()> {
    match &config.database {
        DatabaseUrl::Sqlite(path) if !Path::new(path).exists() => {
            let text = format!("{path} is not there yet: `sala serve` or `sala migrate` makes it");
            Err(Fault::of(FaultKind::Unavailable, text))
        }
        _ => Ok(()),
    }
}

async fn database(found: &mut Found, config: &Config, db: &Db, now: Timestamp) -> Result<()> {
    let (missing, newer) = db.schema_apart().await?;
    if !missing.is_empty() {
        let names = missing.join(", ");
        found.problem("database", format!("run `sala migrate`: it applies {names}"));
        return Ok(());
    }
    if !newer.is_empty() {
        say(format!(
            "{:<9} a newer program has been here: {}",
            "database",
            newer.join(", ")
        ))?;
    }
    let troubles = db.troubles().await?;
    if troubles.is_empty() {
        say(format!(
            "{:<9} answers, is whole, and has this program's schema",
            "database"
        ))?;
    }
    troubles
        .into_iter()
        .for_each(|trouble| found.problem("database", trouble));
    let (named, waits, failed) = db
        .read(|tx| Ok::<_, Fault>((files::named(tx)?, mail::oldest_waiting(tx)?, jobs::failed(tx)?)))
        .await?;
    let kept = Store::open(&config.files_dir)?.all()?;
    let lost: Vec<&String> = named
        .iter()
        .filter(|hash| kept.binary_search(hash).is_err())
        .collect();
    match lost.first() {
        None => say(format!(
            "{:<9} all {} that the database names are there",
            "files",
            named.len()
        ))?,
        Some(first) => found.problem(
            "files",
            format!(
                "{} are missing, such as {first}: restore them from a backup",
                lost.len()
            ),
        ),
    }
    if let Some(since) = waits.filter(|since| now.duration_since(*since) > LETTER_WAITS) {
        found.problem(
            "letters",
            format!("one has waited since {since}; is the program running, and what does its log say?"),
        );
    }
    for work in failed {
        found.problem("work", format!("given up: {work}"));
    }
    Ok(())
}
