//! Passkeys in a real browser, with a device that it plays: made after the first sign-in, offered while one would type an
//! address, used by a button, and in place of the letter.
use crate::axe::DevTools;
use crate::browser::{Browser, Scripts};
use crate::demo::Demo;
use crate::walk;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::time::Duration;

/// The device of this browser (WebDriver's extension for web authentication).
#[derive(Debug)]
enum Device {
    Add,
    Kept(String),
    /// Whether the finger fits.
    Verifies(String, bool),
}

impl WebDriverCompatibleCommand for Device {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        let rest = match self {
            Device::Add => String::new(),
            Device::Kept(device) => format!("/{device}/credentials"),
            Device::Verifies(device, _) => format!("/{device}/uv"),
        };
        base.join(&format!("session/{session}/webauthn/authenticator{rest}"))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let post = |body: Value| (http::Method::POST, Some(body.to_string()));
        match self {
            Device::Add => post(json!({
                "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
                "isUserConsenting": true, "isUserVerified": true,
            })),
            Device::Kept(_) => (http::Method::GET, None),
            Device::Verifies(_, fits) => post(json!({ "isUserVerified": fits })),
        }
    }
}

async fn tell(browser: &Browser, command: Device) -> Value {
    browser
        .client
        .issue_cmd(command)
        .await
        .expect("the driver knows devices")
}

/// Browsers make no passkeys for an address that is a number.
fn by_name(demo: &Demo, path: &str) -> String {
    demo.url(path).replace("127.0.0.1", "localhost")
}

/// The password, and then what was asked for.
async fn give_password(demo: &Demo, browser: &Browser) {
    let (email, password) = demo.account("delegate");
    browser.go(&by_name(demo, "/sign-in?next=/account")).await;
    browser.fill("Email", email).await;
    browser.fill("Password", password).await;
    browser.press("Sign in").await;
    browser.see("Check your email").await;
}

async fn sign_out(demo: &Demo, browser: &Browser) {
    browser.go(&by_name(demo, "/account")).await;
    browser.press("Sign out").await;
    arrive(browser, "/").await;
}

async fn arrive(browser: &Browser, path: &str) {
    for _ in 0..100 {
        if browser.path().await == path {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!(
        "not on {path} but on {}:\n{}",
        browser.path().await,
        browser.text().await
    )
}

#[test]
fn r11_a_passkey_is_made_after_the_first_sign_in_and_signs_in_without_a_letter() {
    walk(|| async {
        let demo = Demo::start();
        let browser = Browser::open(Scripts::On).await;
        let device = tell(&browser, Device::Add)
            .await
            .as_str()
            .expect("it has a name")
            .to_owned();
        make(&demo, &browser).await;
        let kept = tell(&browser, Device::Kept(device.clone())).await;
        assert_eq!(
            (
                &kept[0]["rpId"],
                &kept[0]["isResidentCredential"],
                kept.as_array().map(Vec::len)
            ),
            (&json!("localhost"), &json!(true), Some(1))
        );
        let (email, _) = demo.account("delegate");
        demo.letter(email, |raw| raw.contains("Subject: A passkey was added"));
        let letters = demo.letters().len();

        // offered by the browser where the address is typed; the one it plays takes the offer at once
        sign_out(&demo, &browser).await;
        browser.go(&by_name(&demo, "/sign-in?next=/account/log")).await;
        browser.run("document.getElementById('email').focus()").await;
        arrive(&browser, "/account/log").await;

        // a browser that offers nothing by itself: the button
        let nothing = "PublicKeyCredential.isConditionalMediationAvailable = async () => false";
        let command = DevTools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": nothing }),
        );
        browser
            .client
            .issue_cmd(command)
            .await
            .expect("Chromium takes the script");
        sign_out(&demo, &browser).await;
        tell(&browser, Device::Verifies(device.clone(), false)).await;
        browser
            .go(&by_name(&demo, "/sign-in?next=/account/sessions"))
            .await;
        press_here(&browser, "Sign in with a passkey").await;
        browser.see("No passkey was used.").await;
        tell(&browser, Device::Verifies(device, true)).await;
        browser.press("Sign in with a passkey").await;
        arrive(&browser, "/account/sessions").await;
        browser.see("Signed in by passkey").await;
        assert_eq!(demo.letters().len(), letters, "not one letter");

        // in place of the letter
        sign_out(&demo, &browser).await;
        give_password(&demo, &browser).await;
        browser.follow("Use your passkey").await;
        browser.press("Use your passkey").await;
        arrive(&browser, "/account").await;
        browser.close().await;
    });
}

/// The first sign-in, by the code of the letter; on the page after it a passkey is offered.
async fn make(demo: &Demo, browser: &Browser) {
    give_password(demo, browser).await;
    let (email, _) = demo.account("delegate");
    let letter = demo.letter(email, |raw| raw.contains("/l/"));
    let text = letter["text"].as_str().unwrap_or_default();
    let code = text
        .lines()
        .find(|line| line.len() == 9 && line.as_bytes()[4] == b'-');
    browser
        .fill(
            "Or type the code from the email",
            code.expect("the letter has a code"),
        )
        .await;
    browser.press("Sign in").await;
    arrive(browser, "/account").await;
    browser.see("Next time sign in with your fingerprint").await;
    browser.follow("Make a passkey").await;
    browser.fill("Name", "The laptop").await;
    browser.press("Make a passkey").await;
    browser.see("Your passkey is ready.").await;
    browser.see("The laptop").await;
    browser.go(&by_name(demo, "/account")).await;
    assert!(
        !browser.text().await.contains("Next time sign in with"),
        "offered no more"
    );
}

/// Presses a button that leaves the page where it is.
async fn press_here(browser: &Browser, label: &str) {
    let press = format!(
        "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === '{label}').click()"
    );
    browser.run(&press).await;
}
