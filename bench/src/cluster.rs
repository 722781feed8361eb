//! A private PostgreSQL with its usual settings for durability, reached through a socket file; gone when this program is.
use base::{Fault, Result};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::disk::fault;

const USER: &str = "sala";

/// Serves until its standard input ends, which it does when this program ends in any way.
const KEEPER: &str = r#"
trap '' INT TERM HUP
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 &
cat >/dev/null
kill -QUIT $! 2>/dev/null
wait
rm -rf "$2"
"#;

pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    keeper: Child,
}

impl Cluster {
    /// Starts it in an empty folder.
    pub fn start(folder: &Path) -> Result<Cluster> {
        let programs = programs()?;
        let owner = owner();
        if let Some((user, group)) = owner {
            chown(folder, Some(user), Some(group)).map_err(fault("giving the folder away"))?;
        }
        let mut initdb = command(&programs.join("initdb"), owner);
        initdb
            .args([
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--username",
                USER,
                "-D",
            ])
            .arg(folder.join("data"));
        finish(&mut initdb)?;
        let settings = format!(
            "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 200\nshared_buffers = '256MB'\n\
             fsync = on\nsynchronous_commit = on\n",
            folder.display()
        );
        fs::write(folder.join("data/postgresql.auto.conf"), settings)
            .map_err(fault("writing the settings"))?;
        let mut keeper = command(Path::new("sh"), owner);
        keeper
            .args([OsStr::new("-c"), OsStr::new(KEEPER), OsStr::new("keeper")])
            .arg(&programs)
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let cluster = Cluster {
            folder: folder.to_owned(),
            programs,
            keeper: keeper.spawn().map_err(fault("starting PostgreSQL"))?,
        };
        for _ in 0..300 {
            if cluster.ask("postgres", "select 1").is_ok() {
                return Ok(cluster);
            }
            sleep(Duration::from_millis(100));
        }
        Err(Fault::new("waiting for PostgreSQL"))
    }

    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres:///{database}?user={USER}&host={}",
            self.folder.display()
        )
    }

    /// Runs SQL; gives what it answers, bare.
    pub fn ask(&self, database: &str, text: &str) -> Result<String> {
        let mut psql = self.client("psql", database);
        psql.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", text]);
        finish(&mut psql).map(|said| said.trim().to_owned())
    }

    /// A fresh copy of a database.
    pub fn copy(&self, from: &str, to: &str) -> Result<()> {
        self.ask("postgres", &format!("drop database if exists {to} with (force)"))?;
        self.ask("postgres", &format!("create database {to} template {from}"))?;
        self.ask("postgres", "checkpoint").map(drop)
    }

    /// pgbench with a script; transactions a second without the time to connect.
    pub fn pgbench(&self, database: &str, script: &Path, clients: usize, each: usize) -> Result<f64> {
        let mut pgbench = self.client("pgbench", database);
        pgbench
            .args([
                "-n",
                "-M",
                "prepared",
                "-j",
                "2",
                "--max-tries=1000000",
                "-D",
                "n=0",
                "-D",
            ])
            .arg(format!("each={each}"))
            .args(["-c", &clients.to_string(), "-t", &each.to_string(), "-f"])
            .arg(script);
        let said = finish(&mut pgbench)?;
        let line = said.lines().find_map(|line| line.strip_prefix("tps = "));
        let rate = line.and_then(|line| line.split(' ').next()?.parse().ok());
        rate.ok_or_else(|| Fault::new(format!("reading what pgbench says: {said}")))
    }

    fn client(&self, program: &str, database: &str) -> Command {
        let mut client = Command::new(self.programs.join(program));
        client.args(["-U", USER, "-h"]).arg(&self.folder);
        if program == "psql" {
            client.arg("-d");
        }
        client.arg(database).stdin(Stdio::null());
        client
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

/// The newest that Debian's packages install.
fn programs() -> Result<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").map_err(fault("finding PostgreSQL"))?;
    let mut found: Vec<PathBuf> = versions
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    found.sort();
    found.pop().ok_or_else(|| Fault::new("finding PostgreSQL"))
}

/// PostgreSQL refuses to run as root: then it runs as its own user.
fn owner() -> Option<(u32, u32)> {
    let me = Command::new("id").arg("-u").output().ok()?;
    let users = fs::read_to_string("/etc/passwd").ok()?;
    let line = users.lines().find(|line| line.starts_with("postgres:"))?;
    let mut fields = line.split(':').skip(2);
    let owner = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    me.stdout.starts_with(b"0\n").then_some(owner)
}

fn command(program: &Path, owner: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").env("LC_ALL", "C").process_group(0);
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

fn finish(command: &mut Command) -> Result<String> {
    let done = command
        .output()
        .map_err(fault("starting a program of PostgreSQL"))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    Err(Fault::new(format!("running {command:?}: {said}")))
}
