//! Configuration: flags win over the environment, the environment over one TOML file, and all over usual values that
//! need no configuration at all.
use crate::cli::Setting;
use crate::organizations;
use base::{Email, Fault, Result, Zone};
use db::DatabaseUrl;
use mail::Transport;
use serde::Deserialize;
use site::Alerts;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use web::Proxies;

/// Everything a site needs to run.
#[derive(Clone)]
pub struct Config {
    pub listen: SocketAddr,
    /// An address of its own for the measures.
    pub metrics_listen: Option<SocketAddr>,
    /// The proxies in front, which tell who the visitor is.
    pub trusted_proxies: Proxies,
    pub public_url: String,
    pub data_dir: PathBuf,
    pub database: DatabaseUrl,
    pub standby: Option<String>,
    pub files_dir: PathBuf,
    pub secret_file: PathBuf,
    pub transport: Transport,
    /// A second mail server, for what the first does not take.
    pub second_transport: Option<Transport>,
    /// Whom operators want told of trouble, beside the log.
    pub alerts: Alerts,
    pub site_name: String,
    pub contact: Option<Email>,
    pub mail_from: Email,
    pub zone: Zone,
    pub dev: bool,
    /// Organizations whose accounts sign in.
    pub providers: oidc::Providers,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Written {
    listen: Option<String>,
    metrics_listen: Option<String>,
    trusted_proxies: Option<Vec<String>>,
    public_url: Option<String>,
    data_dir: Option<PathBuf>,
    database_url: Option<String>,
    database_replica_url: Option<String>,
    files_url: Option<String>,
    secret_file: Option<PathBuf>,
    smtp_url: Option<String>,
    smtp_second_url: Option<String>,
    alert_url: Option<String>,
    alert_command: Option<PathBuf>,
    site_name: Option<String>,
    contact: Option<String>,
    mail_from: Option<String>,
    time_zone: Option<String>,
    dev: Option<bool>,
    #[serde(default)]
    sign_in_with: Vec<organizations::Written>,
}

/// Reads file, environment and flags.
pub fn read(flags: &Setting) -> Result<Config> {
    let file = match &flags.config {
        Some(path) => read_file(path)?,
        None => Written::default(),
    };
    put_together(flags, file, &|name| {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    })
}

fn read_file(path: &Path) -> Result<Written> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Fault::new(format!("reading the configuration {}", path.display())).because(e))?;
    toml::from_str(&text)
        .map_err(|e| Fault::new(format!("understanding the configuration {}", path.display())).because(e))
}

fn put_together(flags: &Setting, file: Written, env: &dyn Fn(&str) -> Option<String>) -> Result<Config> {
    let first = |flag: &Option<String>, name: &str, written: Option<String>| {
        flag.clone().or_else(|| env(name)).or(written)
    };
    let address = |name: &str, text: &str| -> Result<SocketAddr> {
        let parsed = text.parse();
        parsed.map_err(|e| wrong(name, "an address and port such as 127.0.0.1:8080").because(e))
    };
    let listen = first(&flags.listen, "SALA_LISTEN", file.listen);
    let listen = address("listen", listen.as_deref().unwrap_or("127.0.0.1:8080"))?;
    let metrics = first(&flags.metrics_listen, "SALA_METRICS_LISTEN", file.metrics_listen);
    let metrics_listen = metrics.map(|text| address("metrics_listen", &text)).transpose()?;
    let public_url = first(&flags.public_url, "SALA_PUBLIC_URL", file.public_url);
    let public_url = public_url
        .unwrap_or_else(|| format!("http://{listen}"))
        .trim_end_matches('/')
        .to_owned();
    if !public_url.starts_with("http://") && !public_url.starts_with("https://") {
        return Err(wrong("public_url", "an address that begins with https://"));
    }
    let data_dir = flags
        .data_dir
        .clone()
        .or_else(|| env("SALA_DATA_DIR").map(PathBuf::from))
        .or(file.data_dir);
    let data_dir = data_dir.unwrap_or_else(|| PathBuf::from("data"));
    let database = first(&flags.database_url, "SALA_DATABASE_URL", file.database_url);
    let database = database.unwrap_or_else(|| format!("sqlite:{}", data_dir.join("sala.sqlite").display()));
    let files = env("SALA_FILES_URL").or(file.files_url);
    let files_dir = match files {
        Some(url) if url.contains("://") && !url.starts_with("file://") => {
            return Err(wrong("files_url", "a folder: other stores are not there yet"));
        }
        Some(folder) => PathBuf::from(folder.trim_start_matches("file://")),
        None => data_dir.join("files"),
    };
    let transport = match env("SALA_SMTP_URL").or(file.smtp_url) {
        Some(url) => Transport::Smtp(url.parse()?),
        None => Transport::Folder(data_dir.join("mail")),
    };
    let second_transport = second(&transport, env("SALA_SMTP_SECOND_URL").or(file.smtp_second_url))?;
    let alert_url = env("SALA_ALERT_URL").or(file.alert_url);
    let alert_command = env("SALA_ALERT_COMMAND")
        .map(PathBuf::from)
        .or(file.alert_command);
    let from = env("SALA_MAIL_FROM")
        .or(file.mail_from)
        .unwrap_or_else(|| sender(&public_url));
    let email = |name: &str, text: &str| Email::parse(text).map_err(|_| wrong(name, "an e-mail address"));
    let zone = env("SALA_TIME_ZONE")
        .or(file.time_zone)
        .unwrap_or_else(|| "UTC".to_owned());
    let contact = env("SALA_CONTACT").or(file.contact);
    Ok(Config {
        listen,
        metrics_listen,
        trusted_proxies: proxies(env("SALA_TRUSTED_PROXIES"), file.trusted_proxies)?,
        public_url,
        database: database.parse()?,
        standby: env("SALA_DATABASE_REPLICA_URL").or(file.database_replica_url),
        files_dir,
        secret_file: env("SALA_SECRET_FILE")
            .map(PathBuf::from)
            .or(file.secret_file)
            .unwrap_or_else(|| data_dir.join("secret")),
        data_dir,
        transport,
        second_transport,
        alerts: Alerts::new(alert_url.as_deref(), alert_command)?,
        site_name: env("SALA_SITE_NAME")
            .or(file.site_name)
            .unwrap_or_else(|| "Sala".to_owned()),
        contact: contact.map(|text| email("contact", &text)).transpose()?,
        mail_from: email("mail_from", &from)?,
        zone: Zone::parse(&zone).map_err(|_| wrong("time_zone", "a zone such as Asia/Bangkok"))?,
        dev: file.dev.unwrap_or(false),
        providers: organizations::read(file.sign_in_with, env)?,
    })
}

/// The address letters come from when none is said.
fn sender(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or("", |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    let has_name = host.contains('.') && !host.ends_with(|c: char| c.is_ascii_digit());
    format!("no-reply@{}", if has_name { host } else { "sala.example" })
}

/// The second mail server, which is another one than the first.
fn second(first: &Transport, url: Option<String>) -> Result<Option<Transport>> {
    let Some(url) = url else { return Ok(None) };
    let second = Transport::Smtp(url.parse()?);
    if !matches!(first, Transport::Smtp(_)) || first.name() == second.name() {
        return Err(wrong(
            "smtp_second_url",
            "another mail server, beside the one of smtp_url",
        ));
    }
    Ok(Some(second))
}

fn proxies(env: Option<String>, written: Option<Vec<String>>) -> Result<Proxies> {
    let listed = env.map(|text| text.split(',').map(|one| one.trim().to_owned()).collect());
    let all: Vec<String> = listed.or(written).unwrap_or_default();
    let expected = "addresses or networks such as 127.0.0.1 or 10.0.0.0/8";
    Proxies::parse(all.iter().map(String::as_str)).map_err(|e| wrong("trusted_proxies", expected).because(e))
}

fn wrong(name: &str, expected: &str) -> Fault {
    Fault::new(format!("reading the setting {name}: it must be {expected}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_at_all_works() {
        let config = put_together(&Setting::default(), Written::default(), &|_| None).unwrap();
        assert_eq!(config.public_url, "http://127.0.0.1:8080");
        assert_eq!(config.database, DatabaseUrl::Sqlite("data/sala.sqlite".into()));
        assert!(matches!(config.transport, Transport::Folder(folder) if folder == Path::new("data/mail")));
    }

    #[test]
    fn flags_win_over_environment_over_file() {
        let flags = Setting {
            listen: Some("127.0.0.1:1".into()),
            ..Setting::default()
        };
        let file = Written {
            listen: Some("127.0.0.1:3".into()),
            public_url: Some("https://a.example/".into()),
            ..Written::default()
        };
        let env = |name: &str| match name {
            "SALA_LISTEN" => Some("127.0.0.1:2".to_owned()),
            "SALA_DATA_DIR" => Some("/tmp/x".to_owned()),
            _ => None,
        };
        let config = put_together(&flags, file, &env).unwrap();
        assert_eq!(config.listen.port(), 1);
        assert_eq!(config.public_url, "https://a.example");
        assert_eq!(config.data_dir, Path::new("/tmp/x"));
        assert_eq!(config.mail_from.as_str(), "no-reply@a.example");
    }

    #[test]
    fn proxies_are_a_list_in_the_file_and_in_the_environment() {
        let listed = |env: Option<&str>, file: &str| {
            let env = |name: &str| env.filter(|_| name == "SALA_TRUSTED_PROXIES").map(str::to_owned);
            let read = put_together(&Setting::default(), toml::from_str(file).unwrap(), &env);
            read.map(|config| config.trusted_proxies.list())
        };
        assert!(listed(None, "").unwrap().is_empty());
        let file = r#"trusted_proxies = ["::1", "10.0.0.0/8"]"#;
        assert_eq!(listed(None, file).unwrap(), ["::1/128", "10.0.0.0/8"]);
        assert_eq!(
            listed(Some("127.0.0.1, fd00::/8"), file).unwrap(),
            ["127.0.0.1/32", "fd00::/8"]
        );
        let fault = listed(Some("nginx"), "").unwrap_err().to_string();
        assert!(
            fault.contains("trusted_proxies") && fault.contains("nginx"),
            "{fault}"
        );
    }

    #[test]
    fn a_second_mail_server_is_another_one_than_the_first() {
        let read = |file: &str| {
            let read = put_together(&Setting::default(), toml::from_str(file).unwrap(), &|_| None);
            read.map(|config| config.second_transport.map(|second| second.name()))
        };
        assert_eq!(read("").unwrap(), None);
        let first = "smtp_url = 'smtp://a.example'\n";
        let two = read(&format!("{first}smtp_second_url = 'smtps://b.example'")).unwrap();
        assert_eq!(two.as_deref(), Some("b.example:465"));
        for wrong in [
            "smtp_second_url = 'smtp://b.example'",
            &format!("{first}smtp_second_url = 'smtp://a.example:587'"),
        ] {
            let fault = read(wrong).unwrap_err().to_string();
            assert!(fault.contains("smtp_second_url"), "{fault}");
        }
    }

    #[test]
    fn a_wrong_value_is_said_by_its_name() {
        let flags = Setting {
            listen: Some("everywhere".into()),
            ..Setting::default()
        };
        let fault = put_together(&flags, Written::default(), &|_| None).err().unwrap();
        assert!(fault.to_string().contains("listen"), "{fault}");
        assert!(
            toml::from_str::<Written>("colour = 1").is_err(),
            "an unknown name is not passed over"
        );
    }
}
