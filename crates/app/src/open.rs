//! Opening what a site stands on: database, files, secret.
use crate::config::Config;
use crate::say;
use crate::slices::SLICES;
use base::{Clock, Fault, Keys, Random, Result};
use db::{Db, Options};
use files::Store;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use web::{App, Parts, Site};

/// Opens the database of a configuration, for a command that does one thing and ends.
pub async fn database(config: &Config, clock: &Clock, random: &Random) -> Result<Db> {
    opened(
        config,
        Options::new(config.database.clone(), clock.clone(), random.clone()),
    )
    .await
}

/// Opens it for a program that serves pages: it hears what other nodes change.
pub async fn serving(config: &Config, clock: &Clock, random: &Random) -> Result<Db> {
    let mut options = Options::new(config.database.clone(), clock.clone(), random.clone());
    options.hears_others = true;
    options.standby.clone_from(&config.standby);
    opened(config, options).await
}

async fn opened(config: &Config, options: Options) -> Result<Db> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(|e| Fault::new(format!("making the folder {}", config.data_dir.display())).because(e))?;
    Db::open(&options).await
}

/// `sala migrate`
pub async fn migrate(config: &Config) -> Result<ExitCode> {
    let db = database(config, &Clock::real(), &Random::os()).await?;
    let applied = db.migrate().await?;
    for name in &applied {
        say(format!("applied {name}"))?;
    }
    say(format!("{} applied; the schema is this program's", applied.len()))?;
    Ok(ExitCode::SUCCESS)
}

/// The program as pages see it.
pub fn app(config: &Config, db: Db, clock: Clock, random: Random, demo: bool) -> Result<App> {
    let site = Site {
        zone: config.zone.clone(),
        name: config.site_name.clone(),
        public_url: config.public_url.clone(),
        contact: config.contact.clone(),
        mail_from: config.mail_from.clone(),
        proxies: config.trusted_proxies.clone(),
        dev: config.dev || demo,
        demo,
    };
    Ok(App::new(Parts {
        db,
        clock,
        random,
        files: Store::open(&config.files_dir)?,
        site,
        keys: keys(&config.secret_file)?,
        slices: SLICES,
        letters: mail::Recorder::default(),
        providers: config.providers.clone(),
    }))
}

/// The root key: made on the first run, readable by its owner only. Without it no password is right any more.
pub fn keys(path: &Path) -> Result<Keys> {
    let fault = |e| Fault::new(format!("reading the secret {}", path.display())).because(e);
    match std::fs::read(path) {
        Ok(bytes) => {
            let key: [u8; 32] = bytes
                .try_into()
                .map_err(|_| Fault::new("reading the secret: it is not 32 bytes long"))?;
            return Ok(Keys::new(key));
        }
        Err(e) if e.kind() == ErrorKind::NotFound => {}
        Err(e) => return Err(fault(e)),
    }
    let key: [u8; 32] = Random::os().bytes();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
        .open(path)
        .and_then(|mut file| file.write_all(&key).and_then(|()| file.sync_all()))
        .map_err(fault)?;
    Ok(Keys::new(key))
}
