//! What the program knows about itself: its settings, its letters, the work it does beside the pages.
use crate::config::Config;
use crate::say;
use crate::slices::SLICES;
use base::Result;
use db::DatabaseUrl;
use i18n::Locale;
use mail::Transport;
use serde_json::json;
use std::process::ExitCode;

/// `sala config`: every setting as it would be taken now, passwords left out.
pub fn config(config: &Config, as_json: bool) -> Result<ExitCode> {
    let settings = json!({
        "listen": config.listen.to_string(),
        "metrics_listen": config.metrics_listen.map(|address| address.to_string()),
        "trusted_proxies": config.trusted_proxies.list(),
        "public_url": config.public_url,
        "data_dir": config.data_dir,
        "database_url": match &config.database {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
            DatabaseUrl::SqliteInMemory => "sqlite::memory:".to_owned(),
            DatabaseUrl::Postgres(url) => without_password(url),
        },
        "database_replica_url": config.standby.as_deref().map(without_password),
        "files_url": config.files_dir,
        "secret_file": config.secret_file,
        "smtp_url": match &config.transport {
            Transport::Smtp(server) => Some(server.to_string()),
            _ => None,
        },
        "smtp_second_url": match &config.second_transport {
            Some(Transport::Smtp(server)) => Some(server.to_string()),
            _ => None,
        },
        "alert_url": config.alerts.host(),
        "alert_command": config.alerts.command(),
        "site_name": config.site_name,
        "contact": config.contact.as_ref().map(ToString::to_string),
        "mail_from": config.mail_from.to_string(),
        "time_zone": config.zone.to_string(),
        "dev": config.dev,
        "sign_in_with": config.providers.all().iter().map(|one| &one.setting().issuer).collect::<Vec<_>>(),
    });
    if as_json {
        say(&settings)?;
        return Ok(ExitCode::SUCCESS);
    }
    for (name, value) in settings.as_object().into_iter().flatten() {
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        say(format!(
            "{name:<20} {}",
            if value.is_null() { "–" } else { &shown }
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// `user:secret@` becomes `user:***@`, and so does a `password=` among the parameters.
fn without_password(url: &str) -> String {
    let (address, parameters) = url.split_once('?').unwrap_or((url, ""));
    let mut shown = address.to_owned();
    if let Some((before, host)) = address.rsplit_once('@')
        && let Some((name, _)) = before.split_once("://").and_then(|(_, who)| who.split_once(':'))
    {
        let scheme = before.split_once("://").map_or("", |(scheme, _)| scheme);
        shown = format!("{scheme}://{name}:***@{host}");
    }
    let parameters: Vec<&str> = parameters
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            if part.starts_with("password=") {
                "password=***"
            } else {
                part
            }
        })
        .collect();
    if parameters.is_empty() {
        shown
    } else {
        format!("{shown}?{}", parameters.join("&"))
    }
}

/// `sala mails`: every letter the program can write, with a subject as a sample.
pub fn mails(as_json: bool) -> Result<ExitCode> {
    for slice in SLICES {
        for kind in slice.mails {
            let subject = (kind.samples)(Locale::En)
                .into_iter()
                .next()
                .map(|letter| letter.subject);
            if as_json {
                say(json!({"room": slice.name, "kind": kind.name, "subject": subject}))?;
            } else {
                say(format!(
                    "{:<14} {:<28} {}",
                    slice.name,
                    kind.name,
                    subject.unwrap_or_default()
                ))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// `sala jobs`: the work done beside the pages, on demand or again and again.
pub fn jobs(as_json: bool) -> Result<ExitCode> {
    let tell = |room: &str, name: &str, every: Option<i64>| -> Result<()> {
        if as_json {
            return say(json!({"room": room, "name": name, "every_s": every}));
        }
        let when = every.map_or_else(
            || "when asked for".to_owned(),
            |seconds| format!("every {seconds} s"),
        );
        say(format!("{room:<14} {name:<28} {when}"))
    };
    for slice in SLICES {
        for kind in slice.jobs {
            tell(slice.name, kind.name, None)?;
        }
        for timer in slice.timers {
            tell(slice.name, timer.name, Some(timer.every.as_secs()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn no_password_is_told() {
        assert_eq!(
            without_password("postgres://sala:s3cret@db.example/sala?sslmode=require"),
            "postgres://sala:***@db.example/sala?sslmode=require"
        );
        assert_eq!(
            without_password("postgres:///sala?user=sala&password=s3cret&host=/run"),
            "postgres:///sala?user=sala&password=***&host=/run"
        );
        assert_eq!(
            without_password("postgres://sala:p@ss:word@db.example/sala"),
            "postgres://sala:***@db.example/sala"
        );
        assert_eq!(
            without_password("sqlite:data/sala.sqlite"),
            "sqlite:data/sala.sqlite"
        );
    }
}
