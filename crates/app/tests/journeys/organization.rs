//! An organization's account, with a provider that others have written: linked, signed in with in one step and in two, signed out
//! there, and still no hindrance when it is gone.
use crate::browser::{Browser, Scripts};
use crate::demo::Demo;
use crate::walk;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

const EMAIL: &str = "mele@foreign.example";
const PASSWORD: &str = "a lagoon in the morning";
const WITH: &str = "Sign in with Bank of the Islands";

/// The provider, as a process of its own; it ends when this is dropped.
struct Provider {
    child: Child,
    issuer: String,
    /// Kept open: it ends when nobody listens to what it says.
    _out: BufReader<ChildStdout>,
}

impl Provider {
    fn start(site: &str) -> Provider {
        let mut child = Command::new("node")
            .arg("provider.mjs")
            .arg(site)
            .current_dir(installed())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node starts");
        let mut issuer = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("its standard output is ours"));
        out.read_line(&mut issuer).expect("it says where it is");
        let issuer = issuer.trim().to_owned();
        assert!(
            issuer.starts_with("http://127.0.0.1:"),
            "the provider did not start: {issuer}"
        );
        Provider {
            child,
            issuer,
            _out: out,
        }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The provider with what it stands on, by its lock file, once into the target folder.
fn installed() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys/organization");
    let program = std::env::current_exe().expect("a test knows where it lies");
    let target = program
        .ancestors()
        .nth(3)
        .expect("test programs lie in the target folder");
    let folder = target.join("oidc-provider");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let lock = here.join("package-lock.json");
    let same = std::fs::read(&lock).ok() == std::fs::read(folder.join("package-lock.json")).ok();
    for file in ["package.json", "package-lock.json", "provider.mjs"] {
        std::fs::copy(here.join(file), folder.join(file)).expect("it can be copied");
    }
    if !same || !folder.join("node_modules").exists() {
        let npm = Command::new("npm")
            .args(["ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(&folder)
            .status();
        assert!(
            npm.is_ok_and(|status| status.success()),
            "npm gave no oidc-provider"
        );
    }
    folder
}

fn is_installed() -> bool {
    let is_there = |name: &str| Command::new(name).arg("--version").output().is_ok();
    is_there("node") && is_there("npm")
}

/// The site in a folder, set to know the provider, with Mele's account.
struct Site {
    folder: TempDir,
    host: String,
}

impl Site {
    fn new() -> Site {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        Site {
            folder: TempDir::with_prefix("sala-organization-").expect("a temporary folder can be made"),
            host: listener.local_addr().expect("it has an address").to_string(),
        }
    }

    fn url(&self) -> String {
        format!("http://{}", self.host)
    }

    fn set_up(&self, issuer: &str) {
        self.set(issuer, "mfa");
        self.run(&["migrate"], "");
        self.run(&["user", EMAIL, "--create", "Mele Taufa"], PASSWORD);
    }

    /// Its configuration; `enough` is what the provider must have asked for.
    fn set(&self, issuer: &str, enough: &str) {
        let (host, url) = (&self.host, self.url());
        let setting = format!(
            "listen = \"{host}\"\npublic_url = \"{url}\"\nmail_from = \"no-reply@sala.example\"\ndev = true\n\
             [[sign_in_with]]\nid = \"bank\"\nname = \"Bank of the Islands\"\nissuer = \"{issuer}\"\n\
             client_id = \"sala\"\nclient_secret_file = \"bank.secret\"\naccept_amr = [\"{enough}\"]\n"
        );
        let write = |name: &str, text: &str| std::fs::write(self.folder.path().join(name), text);
        write("sala.toml", &setting).expect("the configuration can be written");
        write("bank.secret", "a secret between the two\n").expect("the secret can be written");
    }

    /// A command of the program; what it says.
    fn run(&self, arguments: &[&str], input: &str) -> String {
        let mut sala = self.sala(arguments);
        let mut sala = sala
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("sala starts");
        let mut stdin = sala.stdin.take().expect("its input is ours");
        stdin.write_all(input.as_bytes()).expect("it can be told");
        drop(stdin);
        let output = sala.wait_with_output().expect("it ends");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn sala(&self, arguments: &[&str]) -> Command {
        let mut sala = Command::new(env!("CARGO_BIN_EXE_sala"));
        sala.args(arguments)
            .args(["--config", "sala.toml"])
            .current_dir(self.folder.path());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SALA_")) {
            sala.env_remove(name);
        }
        sala
    }

    fn serve(&self) -> Demo {
        Demo::serving(self.sala(&["serve"]), &self.host)
    }
}

/// On the pages of the provider: under a name, and yes to what the site asks for.
async fn sign_in_there(browser: &Browser, name: &str) {
    browser.see("Sign-in").await;
    let script = format!(
        "document.querySelector('[name=login]').value = '{name}'; document.querySelector('[name=password]').value = 'x'"
    );
    browser.run(&script).await;
    browser.press("Sign-in").await;
    browser.see("Authorize").await;
    browser.press("Continue").await;
}

async fn sign_in_here(site: &Demo, browser: &Browser) {
    browser.go(&site.url("/sign-in?next=/account")).await;
    browser.fill("Email", EMAIL).await;
    browser.fill("Password", PASSWORD).await;
    browser.press("Sign in").await;
    browser.see("Check your email").await;
    browser.go(&site.link_to(EMAIL)).await;
    browser.see("Mele Taufa").await;
}

#[test]
fn o01_o04_o05_an_organizations_account_is_linked_signs_in_and_signs_out() {
    if !is_installed() {
        assert!(
            !testkit::say::required("oidc"),
            "SALA_REQUIRE names oidc, and node or npm is not installed"
        );
        testkit::say::loudly(
            "SKIPPED: node or npm is not installed; no provider of others was signed in with",
        );
        return;
    }
    walk(|| async {
        let site = Site::new();
        let provider = Provider::start(&site.url());
        site.set_up(&provider.issuer);
        let served = site.serve();
        let said = site.run(&["check"], "");
        let told = format!(
            "bank answers and shows 1 keys; tell it {}/sign-in/with/bank/back",
            site.url()
        );
        assert!(said.contains(&told), "{said}");
        let mine = Browser::open(Scripts::On).await;
        link(&served, &mine).await;
        mine.close().await;
        in_one_step_and_out(&served, &provider).await;
        unknown(&served).await;
        drop(served);
        site.set(&provider.issuer, "hwk");
        let served = site.serve();
        in_two_steps(&served).await;
        drop((provider, served));
        let served = site.serve();
        let other = Browser::open(Scripts::Off).await;
        other.go(&served.url("/sign-in")).await;
        other.follow(WITH).await;
        other.see("does not answer at the moment").await;
        other.see("Password").await;
        let said = site.run(&["check"], "");
        assert!(said.contains("problem  account: bank at"), "{said}");
        other.close().await;
    });
}

async fn link(site: &Demo, browser: &Browser) {
    sign_in_here(site, browser).await;
    browser.follow("Your organization's account").await;
    browser.follow("Link an account of Bank of the Islands").await;
    sign_in_there(browser, "two-mele").await;
    browser.see("Do the two belong together?").await;
    browser.press("Link them").await;
    browser.see("The account is linked.").await;
}

/// Two factors there: no letter here. A sign-out there is a sign-out here.
async fn in_one_step_and_out(site: &Demo, provider: &Provider) {
    let browser = Browser::open(Scripts::Off).await;
    let letters = site.letters().len();
    browser.go(&site.url("/sign-in?next=/account")).await;
    browser.follow(WITH).await;
    sign_in_there(&browser, "two-mele").await;
    browser.see("Mele Taufa").await;
    assert_eq!(
        (browser.path().await.as_str(), site.letters().len()),
        ("/account", letters)
    );
    browser.go(&format!("{}/session/end", provider.issuer)).await;
    browser.press("Yes, sign me out").await;
    browser.see("Sign-out Success").await;
    browser.go(&site.url("/account")).await;
    browser.see("Sign in").await;
    assert_eq!(browser.path().await, "/sign-in");
    browser.close().await;
}

/// What was asked there is not enough any more: the letter follows here.
async fn in_two_steps(site: &Demo) {
    let browser = Browser::open(Scripts::On).await;
    browser.go(&site.url("/sign-in")).await;
    browser.follow(WITH).await;
    sign_in_there(&browser, "two-mele").await;
    browser.see("Check your email").await;
    browser.go(&site.url("/account")).await;
    assert_eq!(browser.path().await, "/sign-in");
    browser.close().await;
}

/// Somebody nobody knows here, with an address that has an account.
async fn unknown(site: &Demo) {
    let browser = Browser::open(Scripts::Off).await;
    browser.go(&site.url("/sign-in")).await;
    browser.follow(WITH).await;
    sign_in_there(&browser, "another").await;
    browser.see("Your organization's account is new here").await;
    browser.see("there is an account here with it").await;
    browser.close().await;
}
