//! M10: a letter leaves this machine only encrypted, and only to a server that proved who it is.
use crate::{Office, SLICES, TO};
use std::fs;
use std::process::Command;
use tempfile::TempDir;
use testkit::{MailServer, TestApp, both_engines, say};

/// An organization with an authority of its own, and a certificate for a name. Made by the openssl command: what rcgen
/// stands on would put a second nom and a dozen crates more into our lock file.
struct Authority {
    folder: TempDir,
}

impl Authority {
    /// `None` where openssl is not installed (which fails the test when `SALA_REQUIRE` names `smtp`).
    fn for_host(name: &str) -> Option<Authority> {
        if Command::new("openssl").arg("version").output().is_err() {
            assert!(
                !say::required("smtp"),
                "SALA_REQUIRE names smtp, and openssl is not installed"
            );
            say::loudly("SKIPPED: openssl is not installed; no letter was sent over TLS");
            return None;
        }
        let folder = TempDir::new().expect("a temporary folder can be made");
        let names = format!("subjectAltName=DNS:{name}\n");
        fs::write(folder.path().join("names"), names).expect("a file can be written");
        let new_key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
        for line in [
            format!("req -x509 {new_key} -keyout root.key -out root.pem -days 2 -subj /CN=authority"),
            format!("req {new_key} -keyout host.key -out host.csr -subj /CN=host"),
            "x509 -req -in host.csr -CA root.pem -CAkey root.key -set_serial 2 -extfile names -days 2 -out host.pem"
                .to_owned(),
        ] {
            let done = Command::new("openssl")
                .args(line.split(' '))
                .current_dir(folder.path())
                .output()
                .expect("openssl can be started");
            assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        }
        Some(Authority { folder })
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// A mail server with the certificate: `smtps` or `starttls`.
    fn server(&self, tls: &str, more: &[&str]) -> Option<MailServer> {
        let (certificate, key) = (self.path("host.pem"), self.path("host.key"));
        let mut arguments = vec!["--tls", tls, "--certificate", &certificate, "--key", &key];
        arguments.extend(more);
        MailServer::start(&arguments)
    }
}

/// Both ways to be encrypted: how the server is started, how its address begins.
const WAYS: [(&str, &str); 2] = [("smtps", "smtps"), ("starttls", "smtp")];

/// Tries one letter and says that no word of it, and no password, reached the server.
async fn nothing_leaves(app: &TestApp, server: &MailServer, url: &str) {
    app.may_leave_work();
    let office = Office::open(app, url).await;
    office.post().await;
    assert_eq!(office.heard().await, ["1 RefusedForNow"], "{url}");
    assert_eq!(office.states().await, ["waiting"], "{url}");
    assert!(office.handed_over().is_empty(), "{url}");
    assert_eq!(server.letters().len(), 0, "{url}");
    assert!(
        server.heard().iter().all(|line| line == "CONNECT"),
        "{:?}",
        server.heard()
    );
}

both_engines! {
    async fn m10_a_server_whose_certificate_is_trusted_gets_the_letter(app: TestApp) {
        let Some(authority) = Authority::for_host("localhost") else { return };
        for (tls, scheme) in WAYS {
            let Some(server) = authority.server(tls, &[]) else { return };
            let office = Office::open(&app, &format!("{scheme}://localhost:{}?ca={}", server.port(), authority.path("root.pem"))).await;
            office.post().await;
            office.post().await;
            assert_eq!(server.letters(), office.handed_over());
            let to = format!("RCPT {TO}");
            let one = ["MAIL no-reply@sala.example", &to, "DATA"];
            let heard = server.heard();
            let after_tls = heard.iter().skip_while(|line| *line != "CONNECT over TLS").skip(1);
            assert!(after_tls.eq([one, one].concat()), "{tls}: both on one encrypted connection: {heard:?}");
        }
    }

    async fn m10_the_password_travels_encrypted(app: TestApp) {
        let Some(authority) = Authority::for_host("localhost") else { return };
        let Some(server) = authority.server("starttls", &["--login", "sala@forum.example:a/b"]) else { return };
        let url = format!("smtp://sala%40forum.example:a%2Fb@localhost:{}?ca={}", server.port(), authority.path("root.pem"));
        let office = Office::open(&app, &url).await;
        office.post().await;
        assert_eq!(server.heard()[..3], ["CONNECT", "CONNECT over TLS", "AUTH sala@forum.example:a/b"]);
        assert_eq!(server.letters(), office.handed_over());
        assert_eq!(office.states().await, ["sent"]);
    }

    async fn m10_a_server_without_starttls_gets_neither_letter_nor_password(app: TestApp) {
        let Some(server) = MailServer::start(&["--login", "sala:secret"]) else { return };
        for scheme in ["smtp", "smtps"] {
            for login in ["", "sala:secret@"] {
                let url = format!("{scheme}://{login}127.0.0.1:{}?timeout=5", server.port());
                nothing_leaves(&app, &server, &url).await;
            }
        }
    }

    async fn m10_a_certificate_that_nobody_vouches_for_is_refused(app: TestApp) {
        let Some(authority) = Authority::for_host("localhost") else { return };
        let Some(other) = Authority::for_host("localhost") else { return };
        for (tls, scheme) in WAYS {
            let Some(server) = authority.server(tls, &["--login", "sala:secret"]) else { return };
            let url = format!("{scheme}://sala:secret@localhost:{}", server.port());
            nothing_leaves(&app, &server, &url).await;
            nothing_leaves(&app, &server, &format!("{url}?ca={}", other.path("root.pem"))).await;
        }
    }

    async fn m10_a_certificate_for_another_host_is_refused(app: TestApp) {
        let Some(authority) = Authority::for_host("mail.elsewhere.example") else { return };
        for (tls, scheme) in WAYS {
            let Some(server) = authority.server(tls, &["--login", "sala:secret"]) else { return };
            let url = format!("{scheme}://sala:secret@localhost:{}?ca={}", server.port(), authority.path("root.pem"));
            nothing_leaves(&app, &server, &url).await;
        }
    }
}
