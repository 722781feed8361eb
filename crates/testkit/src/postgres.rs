//! A private PostgreSQL for the tests of one process: started when the first test asks for it, gone when the
//! process is gone, however it ends.
use crate::say;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The user name inside the cluster; nobody needs a password.
const USER: &str = "sala";

/// Waits for the end of its standard input, which comes when the process that holds the other end is gone; then
/// stops the server and removes its folder. Interrupts meant for the tests do not reach it.
const KEEPER: &str = r#"
trap '' INT TERM HUP
"$1/postgres" -D "$2/data" >"$2/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT "$server" 2>/dev/null
wait "$server" 2>/dev/null
rm -rf "$2"
"#;

static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();

/// One running server. Databases are made by [`Cluster::database`] and live until they are dropped.
pub struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    next: AtomicU32,
    /// Holds the pipe whose end tells the keeper to stop.
    _keeper: Child,
}

impl Cluster {
    /// The cluster of this process, or `None` where PostgreSQL is not installed (which fails the test when
    /// `SALA_REQUIRE` names `postgres`).
    pub fn shared() -> Option<&'static Cluster> {
        SHARED.get_or_init(Cluster::find_and_start).as_ref()
    }

    /// The same without starting it.
    pub fn shared_if_started() -> Option<&'static Cluster> {
        SHARED.get()?.as_ref()
    }

    fn find_and_start() -> Option<Cluster> {
        let Some(programs) = programs() else {
            assert!(
                !say::required("postgres"),
                "SALA_REQUIRE names postgres, and PostgreSQL is not installed"
            );
            say::loudly("SKIPPED: PostgreSQL is not installed; these tests ran on SQLite only");
            return None;
        };
        Some(Cluster::start(programs))
    }

    fn start(programs: PathBuf) -> Cluster {
        let folder = TempDir::with_prefix("sala-postgres-")
            .expect("a temporary folder can be made")
            .keep();
        let user = server_user();
        if let Some(user) = &user {
            chown(&folder, Some(user.uid), Some(user.gid)).expect("root may give a folder away");
        }
        let data = folder.join("data");
        let options = [
            "--no-sync",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--username",
            USER,
            "-D",
        ];
        let mut initdb = command(&programs.join("initdb"), user.as_ref());
        finish(initdb.args(options).arg(&data));
        fs::write(data.join("postgresql.auto.conf"), settings(&folder)).expect("the settings can be written");
        let mut keeper = command(Path::new("sh"), user.as_ref());
        keeper
            .args([OsStr::new("-c"), OsStr::new(KEEPER), OsStr::new("keeper")])
            .arg(&programs)
            .arg(&folder);
        keeper
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let keeper = keeper.spawn().expect("sh can be started");
        let cluster = Cluster {
            folder,
            programs,
            next: AtomicU32::new(0),
            _keeper: keeper,
        };
        cluster.wait_until_ready();
        cluster
    }

    fn wait_until_ready(&self) {
        let began = Instant::now();
        while !self.try_psql("postgres", "select 1") {
            assert!(
                began.elapsed() < Duration::from_secs(30),
                "PostgreSQL did not start:\n{}",
                fs::read_to_string(self.folder.join("log")).unwrap_or_default()
            );
            sleep(Duration::from_millis(30));
        }
    }

    /// The address of a database of this cluster, through a socket file: no port is taken.
    pub fn url(&self, database: &str) -> String {
        format!(
            "postgres:///{database}?user={USER}&host={}",
            self.folder.display()
        )
    }

    /// Makes an empty database, or a copy of `template`, and returns its name.
    pub fn database(&self, template: Option<&str>) -> String {
        let name = format!("t{}", self.next.fetch_add(1, Ordering::SeqCst));
        let copy = template.map_or(String::new(), |from| format!(" template {from}"));
        let began = Instant::now();
        while !self.try_psql("postgres", &format!("create database {name}{copy}")) {
            // a connection to the template may still be closing
            assert!(
                began.elapsed() < Duration::from_secs(10),
                "PostgreSQL makes no database {name}{copy}"
            );
            sleep(Duration::from_millis(50));
        }
        name
    }

    /// Removes a database, with whoever is still connected to it.
    pub fn drop_database(&self, name: &str) {
        self.try_psql(
            "postgres",
            &format!("drop database if exists {name} with (force)"),
        );
    }

    /// Ends all connections to a database, so that it can serve as a template.
    pub fn close_connections(&self, name: &str) {
        let ended =
            format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        self.try_psql("postgres", &ended);
    }

    /// Runs statements in a database as its owner; whether all of them were taken.
    pub fn try_psql(&self, database: &str, statement: &str) -> bool {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-U", USER, "-h"])
            .arg(&self.folder);
        psql.args(["-d", database, "-c", statement]).stdin(Stdio::null());
        psql.output().is_ok_and(|done| done.status.success())
    }
}

fn settings(folder: &Path) -> String {
    format!(
        "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 400\nfsync = off\n\
         synchronous_commit = off\nfull_page_writes = off\nshared_buffers = '64MB'\nautovacuum = off\n\
         timezone = 'Pacific/Apia'\nlog_min_messages = warning\n",
        folder.display()
    )
}

/// The folder of `initdb` and `postgres`: told by `pg_config`, else the newest that Debian's packages install.
pub fn programs() -> Option<PathBuf> {
    let told = Command::new("pg_config").arg("--bindir").output().ok();
    let told = told.map(|out| PathBuf::from(String::from_utf8_lossy(&out.stdout).trim()));
    let mut found: Vec<PathBuf> = told.into_iter().collect();
    let mut packaged: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|all| all.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    packaged.sort();
    found.extend(packaged.into_iter().rev());
    found
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("psql").exists())
}

struct User {
    uid: u32,
    gid: u32,
}

/// PostgreSQL refuses to run as root: then its own user is taken, or `nobody`.
fn server_user() -> Option<User> {
    let me = Command::new("id").arg("-u").output().ok()?;
    if String::from_utf8_lossy(&me.stdout).trim() != "0" {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").ok()?;
    ["postgres", "nobody"].iter().find_map(|name| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some(User {
            uid: fields.next()?.parse().ok()?,
            gid: fields.next()?.parse().ok()?,
        })
    })
}

fn command(program: &Path, user: Option<&User>) -> Command {
    let mut command = Command::new(program);
    command.current_dir("/").env("LC_ALL", "C").process_group(0);
    if let Some(user) = user {
        command.uid(user.uid).gid(user.gid);
    }
    command
}

fn finish(command: &mut Command) {
    let done = command
        .stdin(Stdio::null())
        .output()
        .expect("the program can be started");
    assert!(
        done.status.success(),
        "{command:?}:\n{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
