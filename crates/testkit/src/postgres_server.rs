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
        let folder = server.folder.path().display();
        if is_root() {
            let given = Command::new("chown")
                .arg("postgres")
                .arg(server.folder.path())
                .status();
            assert!(
                given.is_ok_and(|done| done.success()),
                "PostgreSQL's own user exists"
            );
        }
        server.run(&format!(
            "initdb --no-sync --auth=trust --encoding=UTF8 --locale=C --username sala -D {folder}/data"
        ));
        server.start();
        Some(server)
    }

    pub fn start(&self) {
        let folder = self.folder.path().display();
        let options = format!("-c listen_addresses= -c fsync=off -c unix_socket_directories={folder}");
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
