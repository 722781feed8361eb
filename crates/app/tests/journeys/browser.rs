//! Chromium, driven by the words on the page: each browser has its own driver and its own fresh profile.
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Whether pages may run scripts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    On,
    Off,
}

/// One browser with an empty profile.
pub struct Browser {
    pub client: Client,
    pub scripts: Scripts,
    driver: Child,
    profile: TempDir,
}

pub fn is_installed() -> bool {
    chromium().is_some() && Command::new("chromedriver").arg("--version").output().is_ok()
}

fn chromium() -> Option<&'static str> {
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ]
    .into_iter()
    .find(|path| Path::new(path).exists())
}

impl Browser {
    pub async fn open(scripts: Scripts) -> Browser {
        let mut driver = Command::new("chromedriver");
        driver
            .args(["--port=0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut driver = driver.spawn().expect("chromedriver starts");
        let mut lines = BufReader::new(driver.stdout.take().expect("it has a standard output")).lines();
        let said = lines.find_map(|line| {
            line.ok()?
                .split("successfully on port ")
                .nth(1)
                .map(str::to_owned)
        });
        let port = said
            .expect("chromedriver says its port")
            .trim_end_matches('.')
            .to_owned();
        // the pipe stays open, or the driver would stop at its next line
        std::thread::spawn(move || lines.for_each(drop));
        let profile = TempDir::with_prefix("sala-chromium-").expect("a temporary folder can be made");
        let capabilities = capabilities(scripts, profile.path());
        let capabilities = capabilities
            .as_object()
            .expect("capabilities are an object")
            .clone();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        let client = client.expect("Chromium starts");
        Browser {
            client,
            scripts,
            driver,
            profile,
        }
    }

    pub async fn close(mut self) {
        let _ = self.client.clone().close().await;
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        drop(self.profile);
    }

    /// Opens an address as if it had been typed or clicked in a mail program.
    pub async fn go(&self, url: &str) {
        self.client.goto(url).await.expect("the page opens");
    }

    /// The element, waited for: pages come after the press of a button.
    async fn find(&self, xpath: &str) -> Element {
        let began = Instant::now();
        loop {
            if let Ok(found) = self.client.find(Locator::XPath(xpath)).await {
                return found;
            }
            if began.elapsed() > Duration::from_secs(10) {
                let url = self
                    .client
                    .current_url()
                    .await
                    .map(|url| url.to_string())
                    .unwrap_or_default();
                panic!("{xpath} is not on {url}:\n{}", self.text().await)
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn labelled(&self, label: &str) -> Element {
        let label = self
            .find(&format!("//label[starts-with(normalize-space(.), \"{label}\")]"))
            .await;
        match label.attr("for").await.expect("the label can be read") {
            Some(id) => self
                .client
                .find(Locator::Id(&id))
                .await
                .expect("the label's field is on the page"),
            None => label
                .find(Locator::Css("input, select, textarea"))
                .await
                .expect("the label holds its field"),
        }
    }

    pub async fn fill(&self, label: &str, text: &str) {
        let field = self.labelled(label).await;
        field.clear().await.expect("the field can be emptied");
        field.send_keys(text).await.expect("the field can be typed in");
    }

    pub async fn attach(&self, label: &str, file: &Path) {
        let path = file.to_str().expect("the path is text");
        self.labelled(label)
            .await
            .send_keys(path)
            .await
            .expect("the field takes a file");
    }

    pub async fn choose(&self, label: &str) {
        self.labelled(label)
            .await
            .click()
            .await
            .expect("it can be chosen");
    }

    pub async fn select(&self, label: &str, option: &str) {
        self.labelled(label)
            .await
            .select_by_label(option)
            .await
            .expect("the option is there");
    }

    pub async fn press(&self, label: &str) {
        self.click(&format!("//button[normalize-space(.)=\"{label}\"]"))
            .await;
    }

    pub async fn follow(&self, text: &str) {
        self.click(&format!("//a[normalize-space(.)=\"{text}\"]")).await;
    }

    /// Clicks, and waits until the page has changed.
    async fn click(&self, xpath: &str) {
        let old = self
            .client
            .find(Locator::Css("html"))
            .await
            .expect("a page is open");
        let wanted = self.find(xpath).await;
        let element = serde_json::to_value(&wanted).expect("an element has a name");
        // bars that stay at the edge of the window must not lie over it
        let centre = "arguments[0].scrollIntoView({ block: 'center' })";
        self.client
            .execute(centre, vec![element])
            .await
            .expect("the driver scrolls");
        wanted.click().await.expect("it can be clicked");
        let began = Instant::now();
        while old.tag_name().await.is_ok() && began.elapsed() < Duration::from_secs(10) {
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until the page says `words`.
    pub async fn see(&self, words: &str) {
        let began = Instant::now();
        while !self.text().await.to_lowercase().contains(&words.to_lowercase()) {
            let text = if began.elapsed() > Duration::from_secs(15) {
                Some(self.text().await)
            } else {
                None
            };
            assert!(
                text.is_none(),
                "the page does not say {words:?}:\n{}",
                text.unwrap_or_default()
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    pub async fn text(&self) -> String {
        let Ok(body) = self.client.find(Locator::Css("body")).await else {
            return String::new();
        };
        body.text().await.unwrap_or_default()
    }

    pub async fn path(&self) -> String {
        self.client
            .current_url()
            .await
            .expect("a page is open")
            .path()
            .to_owned()
    }

    pub async fn run(&self, script: &str) -> Value {
        self.client
            .execute(script, Vec::new())
            .await
            .expect("the driver runs it")
    }
}

fn capabilities(scripts: Scripts, profile: &Path) -> Value {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    let me = Command::new("id")
        .arg("-u")
        .output()
        .map(|out| out.stdout)
        .unwrap_or_default();
    if me.starts_with(b"0\n") {
        arguments.push("--no-sandbox".to_owned());
    }
    let setting = if scripts == Scripts::Off { 2 } else { 1 };
    json!({
        "goog:chromeOptions": {
            "binary": chromium(),
            "args": arguments,
            "prefs": { "profile.managed_default_content_settings.javascript": setting, "intl.accept_languages": "en" },
        }
    })
}
