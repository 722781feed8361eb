//! A PostgreSQL that a test may stop and start, apart from the one that the other tests share.
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub struct Server {
    folder: TempDir,
    programs: PathBuf,
}

impl Server {
    /// `None` where PostgreSQL is not installed; the shared cluster has said so or failed already.
    pub fn start_new() -> Option<Server> {
        crate::postgres::Cluster::shared()?;
        let server = Server {
            folder: TempDir::with_prefix("sala-server-").expect("a temporary folder can be made"),
            programs: crate::postgres::programs()?,
        };
        server.give_away();
        let folder = server.folder.path().display();
        server.run(&format!(
            "initdb --no-sync --auth=trust --encoding=UTF8 --locale=C --username sala -D {folder}/data"
        ));
        server.start();
        Some(server)
    }

    /// A hot standby of this server, made from a copy of it as it runs. From then on the primary acknowledges nothing
    /// before the standby has it on its disk.
    #[must_use]
    pub fn with_standby(&self) -> Server {
        let standby = Server {
            folder: TempDir::with_prefix("sala-standby-").expect("a temporary folder can be made"),
            programs: self.programs.clone(),
        };
        standby.give_away();
        let (from, to) = (self.folder.path().display(), standby.folder.path().display());
        self.run(&format!(
            "pg_basebackup -R -X stream -U sala -h {from} -D {to}/data --checkpoint=fast"
        ));
        standby.start();
        self.sql("alter system set synchronous_standby_names = '*'");
        self.sql("alter system set synchronous_commit = on");
        self.sql("select pg_reload_conf()");
        standby
    }

    /// Makes a standby the primary.
    pub fn promote(&self) {
        self.run(&format!(
            "pg_ctl -w -D {}/data promote",
            self.folder.path().display()
        ));
    }

    /// Runs a statement as the owner.
    pub fn sql(&self, statement: &str) {
        let folder = self.folder.path().display();
        self.run(&format!(
            "psql -X -q -v ON_ERROR_STOP=1 -U sala -h {folder} -d postgres -c \"{statement}\""
        ));
    }

    /// The folder of the socket, for an address that names several servers.
    pub fn socket(&self) -> &Path {
        self.folder.path()
    }

    fn give_away(&self) {
        if is_root() {
            let given = Command::new("chown")
                .arg("postgres")
                .arg(self.folder.path())
                .status();
            assert!(
                given.is_ok_and(|done| done.success()),
                "PostgreSQL's own user exists"
            );
        }
    }

    pub fn start(&self) {
        let folder = self.folder.path().display();
        let options = format!(
            "-c listen_addresses= -c fsync=off -c unix_socket_directories={folder} -c wal_level=replica -c hot_standby=on"
        );
        self.run(&format!(
            "pg_ctl -w -D {folder}/data -l {folder}/log -o '{options}' start"
        ));
    }

    pub fn stop(&self) {
        self.run(&format!(
            "pg_ctl -w -m immediate -D {}/data stop",
            self.folder.path().display()
        ));
    }

    pub fn url(&self) -> String {
        format!(
            "postgres:///postgres?user=sala&host={}",
            self.folder.path().display()
        )
    }

    fn run(&self, line: &str) {
        assert!(self.try_run(line), "{line}");
    }

    /// PostgreSQL refuses to run as root.
    fn try_run(&self, line: &str) -> bool {
        let line = format!("cd / && {}/{line}", self.programs.display());
        let mut command = if is_root() {
            let mut su = Command::new("su");
            su.args(["postgres", "-s", "/bin/sh", "-c", &line]);
            su
        } else {
            let mut sh = Command::new("sh");
            sh.args(["-c", &line]);
            sh
        };
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().is_ok_and(|done| done.success())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let folder = self.folder.path().display();
        self.try_run(&format!("pg_ctl -w -m immediate -D {folder}/data stop"));
    }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    // whoever runs this program owns its own entry there
    Path::new("/proc/self").metadata().is_ok_and(|own| own.uid() == 0)
}
