//! The demonstration: the fourth Forum with sample people, in a folder of its own.
use crate::cli::{self, Stage};
use crate::config::Config;
use crate::measures::Measures;
use crate::{open, say, serve};
use base::{Clock, Email, Fault, Random, Result, Zone};
use i18n::Locale;
use jiff::Timestamp;
use mail::Transport;
use people::{Grant, NewAccount, Role};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use web::{App, Demo};

/// Who the eight accounts are.
const PEOPLE: [(Role, &str, &str); 8] = [
    (Role::Administrator, "administrator", "Ada Sample"),
    (Role::Officer, "officer", "Orapin Sample"),
    (Role::Registrar, "registrar", "Rangi Sample"),
    (Role::FocalPoint, "focal-point", "Fetu Sample"),
    (Role::Contributor, "contributor", "Chanda Sample"),
    (Role::Provider, "provider", "Pema Sample"),
    (Role::Chair, "chair", "Chinara Sample"),
    (Role::Delegate, "delegate", "Dewi Sample"),
];

/// `sala demo`
pub async fn run(asked: &cli::Demo) -> Result<ExitCode> {
    let address = asked
        .listen
        .parse()
        .map_err(|e| Fault::new("reading --listen").because(e))?;
    let listener = serve::listen(address).await?;
    let address = listener
        .local_addr()
        .map_err(|e| Fault::new("listening").because(e))?;
    if !address.ip().is_loopback() {
        tracing::warn!(
            "browsers keep the sign-in's cookies over plain http on this machine only: use 127.0.0.1"
        );
    }
    let folder = Folder::of(asked.data.as_deref())?;
    let config = config(&folder.path, address, asked)?;
    let measures = Measures::begin()?;
    let clock = Clock::starting_at(moment(asked.stage));
    let random = Random::os();
    let db = open::serving(&config, &clock, &random).await?;
    db.migrate().await?;
    let app = open::app(&config, db, clock, random, true)?;
    fill(&app, asked).await?;
    let stop = serve::Stop::new()?;
    say(format!("listening on http://{address}"))?;
    for (_, code, _) in PEOPLE {
        say(format!(
            "account {code} {} {}",
            address_of(code),
            password_of(code)
        ))?;
    }
    say(format!("mail http://{address}/dev/mail"))?;
    say("ready")?;
    let watched = serve::Watched {
        measures,
        listener: None,
    };
    let done = serve::until_stopped(&app, listener, &config, watched, stop).await;
    drop(folder);
    done
}

/// A moment of the story, in Bangkok's time.
fn moment(stage: Stage) -> Timestamp {
    let text = match stage {
        Stage::Announced => "2022-07-01T09:00:00+07:00",
        Stage::Open => "2022-08-15T09:00:00+07:00",
        Stage::Running => "2022-09-13T09:00:00+07:00",
        Stage::Over => "2022-09-20T09:00:00+07:00",
    };
    text.parse().expect("these four instants are well written")
}

fn config(folder: &Path, address: std::net::SocketAddr, asked: &cli::Demo) -> Result<Config> {
    let database = asked.database_url.clone();
    let database = database.unwrap_or_else(|| format!("sqlite:{}", folder.join("sala.sqlite").display()));
    Ok(Config {
        listen: address,
        metrics_listen: None,
        public_url: format!("http://{address}"),
        data_dir: folder.to_owned(),
        database: database.parse()?,
        standby: None,
        trusted_proxies: web::Proxies::parse(["127.0.0.1", "::1"])?,
        files_dir: folder.join("files"),
        secret_file: folder.join("secret"),
        transport: Transport::Memory,
        second_transport: None,
        alerts: site::Alerts::default(),
        site_name: "Asia-Pacific Directors-General Forum".to_owned(),
        contact: Some(email_of("secretariat")?),
        mail_from: email_of("no-reply")?,
        zone: Zone::parse("Asia/Bangkok").map_err(|_| Fault::new("reading the zone of the demonstration"))?,
        dev: true,
        providers: oidc::Providers::default(),
    })
}

fn address_of(code: &str) -> String {
    format!("{code}@demo.sala.example")
}

fn email_of(code: &str) -> Result<Email> {
    Email::parse(&address_of(code)).map_err(|_| Fault::new("reading an address of the demonstration"))
}

/// Known to everybody who reads this: the demonstration is not a place for secrets.
fn password_of(code: &str) -> String {
    format!("lagoon-and-brass-{code}")
}

/// Accounts first, then what each room shows. A folder that was filled before stays as it is.
async fn fill(app: &App, asked: &cli::Demo) -> Result<()> {
    let first = email_of(PEOPLE[0].1)?;
    let filled = app.db().read(move |tx| people::account::by_email(tx, &first));
    if filled.await?.is_some() {
        return Ok(());
    }
    let mut accounts = Vec::new();
    for (role, code, name) in PEOPLE {
        let hashed = people::hash_password(app.keys(), app.random(), &password_of(code)).await;
        let phc = hashed.map_err(|_| Fault::new("hashing a password of the demonstration"))?;
        accounts.push((
            role,
            NewAccount {
                email: email_of(code)?,
                name: name.to_owned(),
                locale: Locale::En,
                phc: Some(phc),
            },
        ));
    }
    let demo = Demo {
        now: app.now(),
        random: Random::seeded(asked.seed),
        scale: asked.scale,
        files: app.files().clone(),
    };
    let slices = app.slices();
    app.db()
        .write(move |tx| {
            for (role, new) in &accounts {
                // another program may have begun at the same time
                if people::account::by_email(tx, &new.email)?.is_some() {
                    return Ok(());
                }
                let id = people::create_account(tx, new)?;
                people::roles::grant(
                    tx,
                    id,
                    Grant {
                        role: *role,
                        event: None,
                    },
                )?;
            }
            for slice in slices {
                if let Some(fill) = slice.demo {
                    fill(tx, &demo).map_err(|fault| fault.while_(format!("filling {}", slice.name)))?;
                }
            }
            Ok::<_, Fault>(())
        })
        .await
}

/// The folder of the data; one that we made goes with the program.
struct Folder {
    path: PathBuf,
    temporary: bool,
}

impl Folder {
    fn of(asked: Option<&Path>) -> Result<Folder> {
        let name = || {
            format!(
                "sala-demo-{}",
                Random::os().text(8, b"23456789bcdfghjkmnpqrstvwxyz")
            )
        };
        let path = asked.map_or_else(|| std::env::temp_dir().join(name()), Path::to_owned);
        std::fs::create_dir_all(&path)
            .map_err(|e| Fault::new("making the folder of the demonstration").because(e))?;
        Ok(Folder {
            path,
            temporary: asked.is_none(),
        })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.temporary {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}
