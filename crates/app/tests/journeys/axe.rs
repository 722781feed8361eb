//! Every page of the story, in English and Arabic, light and dark, on a phone and on a desktop, through axe-core; and
//! whether any of them scrolls sideways on the narrowest phone.
use crate::browser::{Browser, Scripts};
use crate::demo::Demo;
use crate::story;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

const OPEN: [&str; 10] = [
    "/",
    "/events",
    "EVENT",
    "EVENT/programme",
    "EVENT/documents",
    "/members",
    "/sign-in",
    "/sign-up",
    "/reset",
    "/api",
];
const SIGNED: [&str; 15] = [
    "/account/password",
    "/account",
    "/account/email",
    "/account/organizations",
    "/account/passkeys",
    "/account/authenticator",
    "/account/recovery-codes",
    "/account/sessions",
    "/account/log",
    "/account/data",
    "/account/close",
    "EVENT/register/you",
    "EVENT/register/delegation",
    "EVENT/register/papers",
    "EVENT/register/access",
];
const DESK: [&str; 8] = [
    "/desk/people",
    "/desk/accounts",
    "/desk/audit",
    "/desk",
    "/desk/registrations",
    "/desk/events",
    "EVENT/my",
    "/account/tokens",
];

/// A command of Chromium's own protocol.
#[derive(Debug)]
pub struct DevTools(pub &'static str, pub Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "cmd": self.0, "params": self.1 }).to_string()),
        )
    }
}

pub async fn look_at_every_page(demo: &Demo) {
    let axe = axe_source();
    let browser = Browser::open(Scripts::On).await;
    let mut runs = 0;
    let mut faults = Vec::new();
    browser.go(&demo.url("/")).await;
    let event =
        "return [...document.querySelectorAll('a')].map(a => a.pathname).find(p => /^\\/e\\/[^/]+$/.test(p))";
    let event = browser
        .run(event)
        .await
        .as_str()
        .expect("the home page links to the event")
        .to_owned();
    for (paths, must_sign_in) in [(&OPEN[..], false), (&[&SIGNED[..], &DESK[..]].concat()[..], true)] {
        if must_sign_in {
            browser.go(&demo.url("/sign-in?lang=en")).await;
            story::sign_in(demo, &browser, "administrator").await;
        }
        for path in paths {
            for language in ["en", "ar"] {
                let path = in_language(&path.replace("EVENT", &event), language);
                for (scheme, width) in [("light", 375), ("light", 1280), ("dark", 375), ("dark", 1280)] {
                    dress(&browser, scheme, width).await;
                    browser.go(&demo.url(&path)).await;
                    let shown = browser.run("return document.documentElement.lang + performance.getEntriesByType('navigation')[0].responseStatus").await;
                    assert_eq!(
                        shown,
                        format!("{language}200"),
                        "{path} is not a page of the story"
                    );
                    let found = violations(&browser, &axe).await;
                    faults.extend(
                        found
                            .into_iter()
                            .map(|one| format!("{path} {scheme} {width}: {one}")),
                    );
                    runs += 1;
                }
                dress(&browser, "light", 320).await;
                browser.go(&demo.url(&path)).await;
                let over = browser
                    .run("return document.documentElement.scrollWidth - innerWidth")
                    .await;
                if over.as_i64().unwrap_or(1) > 0 {
                    faults.push(format!("{path}: {over} px wider than 320"));
                }
            }
        }
    }
    a_seeded_fault_is_seen(&browser, &axe).await;
    testkit::say::loudly(&format!(
        "axe: {runs} runs, {} faults, and the seeded one was caught",
        faults.len()
    ));
    browser.close().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The looker itself is tried: a picture without words must be found.
async fn a_seeded_fault_is_seen(browser: &Browser, axe: &str) {
    browser
        .run("document.body.innerHTML += '<img src=\"/icon.svg\">'")
        .await;
    let seeded = violations(browser, axe).await;
    assert!(
        seeded.iter().any(|one| one.contains("image-alt")),
        "a picture without words is not seen: {seeded:?}"
    );
}

/// Public pages have their language in the address, the others take it as a choice.
fn in_language(path: &str, language: &str) -> String {
    let plain = ["/desk", "/sign-in", "/sign-up", "/reset", "/account", "/api"]
        .iter()
        .any(|start| path.starts_with(start));
    if plain {
        format!("{path}?lang={language}")
    } else {
        format!("/{language}{path}")
    }
}

async fn dress(browser: &Browser, scheme: &str, width: u32) {
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    for command in [
        DevTools("Emulation.setEmulatedMedia", media),
        DevTools("Emulation.setDeviceMetricsOverride", size),
    ] {
        browser
            .client
            .issue_cmd(command)
            .await
            .expect("Chromium takes the command");
    }
}

async fn violations(browser: &Browser, axe: &str) -> Vec<String> {
    browser.run(axe).await;
    let look = "const done = arguments[arguments.length - 1]; axe.run().then(r => done(r.violations.map(v => \
                v.id + ' ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 160)).join(' ; '))))";
    let found = browser
        .client
        .execute_async(look, Vec::new())
        .await
        .expect("axe runs");
    found
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// axe-core, fetched once by npm into the target folder.
fn axe_source() -> String {
    let program = std::env::current_exe().expect("a test knows where it lies");
    let folder: PathBuf = program
        .ancestors()
        .nth(3)
        .expect("test programs lie in the target folder")
        .join("axe-core");
    let file = folder.join("package/axe.min.js");
    if !file.exists() {
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let packed = Command::new("npm")
            .args(["pack", "--silent", "axe-core@4"])
            .current_dir(&folder)
            .output();
        let packed = packed.expect("npm is installed");
        let name = String::from_utf8_lossy(&packed.stdout)
            .lines()
            .last()
            .unwrap_or_default()
            .to_owned();
        let unpacked = Command::new("tar")
            .arg("-xzf")
            .arg(&name)
            .current_dir(&folder)
            .status();
        assert!(
            unpacked.is_ok_and(|status| status.success()),
            "npm gave no axe-core: {name}"
        );
    }
    std::fs::read_to_string(file).expect("axe-core can be read")
}
