//! Chromium without a window on a slow telephone: what a first visit costs and when something is seen.
use super::process;
use crate::http::Connection;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(20);

pub struct Chrome {
    driver: Child,
    profile: PathBuf,
    connection: Connection,
    session: String,
}

/// One visit with an empty cache.
pub struct Visit {
    /// Milliseconds from the request to the first paint.
    pub paint: f64,
    pub bytes: f64,
    pub requests: f64,
}

impl Chrome {
    pub fn start() -> Result<Chrome, String> {
        let mut driver = Command::new("chromedriver");
        driver
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut driver = driver
            .spawn()
            .map_err(|error| format!("chromedriver is needed to measure: {error}"))?;
        let out = driver.stdout.take().ok_or("chromedriver says nothing")?;
        let mut lines = BufReader::new(out).lines().map_while(Result::ok);
        let said = lines.find_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            Some(port.trim_end_matches('.').to_owned())
        });
        let port = said.ok_or("chromedriver does not say its port")?;
        // the pipe stays open, or the driver would stop at its next line
        std::thread::spawn(move || lines.for_each(drop));
        let mut chrome = Chrome {
            profile: std::env::temp_dir().join(format!("sala-bench-chromium-{}", driver.id())),
            driver,
            connection: Connection::open(&format!("127.0.0.1:{port}"))?,
            session: String::new(),
        };
        let asked = capabilities(&chrome.profile);
        let made = chrome.call("POST", "/session", &asked)?;
        let session = made["sessionId"].as_str().ok_or("Chromium does not start")?;
        session.clone_into(&mut chrome.session);
        Ok(chrome)
    }

    /// The smallest telephone there is, on a slow line and with a slow processor.
    pub fn slow_down(&mut self) -> Result<(), String> {
        let screen = json!({ "width": 375, "height": 812, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", &screen)?;
        let line = json!({
            "offline": false, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000
        });
        self.devtools("Network.emulateNetworkConditions", &line)?;
        self.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))
    }

    /// Opens a page with an empty cache and reads what it cost.
    pub fn visit(&mut self, url: &str) -> Result<Visit, String> {
        self.open("about:blank")?;
        self.devtools("Network.clearBrowserCache", &json!({}))?;
        self.log()?;
        self.open(url)?;
        let script = "const p = performance.getEntriesByName('first-paint')[0];
            const n = performance.getEntriesByType('navigation')[0];
            return p ? [p.startTime, n.responseStatus, location.pathname] : null;";
        let began = Instant::now();
        let entry = loop {
            let entry = self.run(script, &json!([]))?;
            if !entry.is_null() {
                break entry;
            }
            if began.elapsed() > LONG {
                return Err(format!("{url} paints nothing"));
            }
            sleep(Duration::from_millis(50));
        };
        if entry[1] != 200 || !url.ends_with(entry[2].as_str().unwrap_or("?")) {
            return Err(format!("{url} answers {} at {}", entry[1], entry[2]));
        }
        // icons are asked for after the page
        sleep(Duration::from_millis(1500));
        let (mut bytes, mut requests) = (0.0, 0.0);
        for event in self.log()? {
            let params = &event["params"];
            match event["method"].as_str() {
                Some("Network.loadingFinished") => {
                    bytes += params["encodedDataLength"].as_f64().unwrap_or(0.0);
                }
                Some("Network.requestWillBeSent")
                    if params["request"]["url"]
                        .as_str()
                        .is_some_and(|u| u.starts_with("http")) =>
                {
                    requests += 1.0;
                }
                _ => {}
            }
        }
        Ok(Visit {
            paint: entry[0].as_f64().unwrap_or(f64::NAN),
            bytes,
            requests,
        })
    }

    pub fn open(&mut self, url: &str) -> Result<(), String> {
        self.within("/url", &json!({ "url": url })).map(drop)
    }

    pub fn run(&mut self, script: &str, arguments: &Value) -> Result<Value, String> {
        self.within("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Waits until the page's path is what `wanted` says.
    pub fn wait_for_path(&mut self, wanted: impl Fn(&str) -> bool) -> Result<(), String> {
        let began = Instant::now();
        loop {
            let path = self.run("return location.pathname", &json!([]))?;
            if path.as_str().is_some_and(&wanted) {
                return Ok(());
            }
            if began.elapsed() > LONG {
                return Err(format!("the browser stays on {path}"));
            }
            sleep(Duration::from_millis(50));
        }
    }

    fn devtools(&mut self, command: &str, parameters: &Value) -> Result<(), String> {
        let asked = json!({ "cmd": command, "params": parameters });
        self.within("/goog/cdp/execute", &asked).map(drop)
    }

    /// What the network did since the last look.
    fn log(&mut self) -> Result<Vec<Value>, String> {
        let entries = self.within("/se/log", &json!({ "type": "performance" }))?;
        let entries = entries.as_array().cloned().unwrap_or_default();
        let message = |entry: &Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            Some(event["message"].clone())
        };
        Ok(entries.iter().filter_map(message).collect())
    }

    fn within(&mut self, path: &str, body: &Value) -> Result<Value, String> {
        let path = format!("/session/{}{path}", self.session);
        self.call("POST", &path, body)
    }

    fn call(&mut self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let headers = [("Content-Type", "application/json")];
        let answer = self.connection.send(method, path, &headers, &body.to_string())?;
        let mut said: Value = serde_json::from_slice(&answer.body).map_err(|error| error.to_string())?;
        if answer.status == 200 {
            Ok(said["value"].take())
        } else {
            Err(format!("{path}: {}", said["value"]["message"]))
        }
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        let _ = self.call("DELETE", &format!("/session/{}", self.session), &json!({}));
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn capabilities(profile: &Path) -> Value {
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
    if process::is_root() {
        arguments.push("--no-sandbox".to_owned());
    }
    json!({ "capabilities": { "alwaysMatch": {
        "goog:chromeOptions": { "args": arguments, "perfLoggingPrefs": { "enableNetwork": true } },
        "goog:loggingPrefs": { "performance": "ALL" },
    } } })
}
