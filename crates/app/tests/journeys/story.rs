//! The stories, in the words of the pages.
use crate::browser::{Browser, Scripts};
use crate::demo::Demo;
use serde_json::json;
use std::io::Write as _;
use std::net::TcpListener;
use tempfile::TempDir;

const EMAIL: &str = "mele.taufa@foreign.example";
const TITLE: &str = "Fourth Asia-Pacific Directors-General Forum on South-South and Triangular Cooperation";
const PASSWORD: &str = "a lagoon in the morning";

/// From the home page to the letter that says she may enter.
pub async fn from_visit_to_accreditation(demo: &Demo, delegate: &Browser, officer: &Browser) {
    delegate.go(&demo.url("/")).await;
    delegate.see("Directors-General Forum").await;
    delegate.follow(TITLE).await;
    delegate.see("Bangkok").await;
    delegate.follow("Register").await;
    sign_up(demo, delegate).await;
    register(delegate).await;
    delegate.see("With the secretariat").await;
    sign_in(demo, officer, "officer").await;
    accredit(demo, officer).await;
    let letter = demo.letter(EMAIL, |raw| raw.contains("method=REQUEST"));
    assert!(
        letter["raw"]
            .as_str()
            .is_some_and(|raw| raw.contains("text/calendar")),
        "the letter carries an invitation"
    );
    delegate
        .client
        .refresh()
        .await
        .expect("her page can be read again");
    delegate.see("Accredited").await;
}

async fn sign_up(demo: &Demo, browser: &Browser) {
    if browser.path().await.ends_with("/sign-in") {
        browser.follow("Create account").await;
    }
    browser.fill("Name", "Mele Taufa").await;
    browser.fill("Email", EMAIL).await;
    browser.fill("Password", PASSWORD).await;
    browser.press("Create account").await;
    browser.see("Check your email").await;
    open_link(demo, browser, EMAIL).await;
    browser.see("You are not yet registered").await;
}

/// Opens the newest link in the browser that asked; without scripts the page it opens has one button.
async fn open_link(demo: &Demo, browser: &Browser, email: &str) {
    browser.go(&demo.link_to(email)).await;
    for _ in 0..40 {
        if !browser.path().await.starts_with("/l/") {
            return;
        }
        let text = browser.text().await;
        if browser.scripts == Scripts::Off && text.contains("Sign in here") {
            browser.press("Sign in here").await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!(
        "the link does not sign in, on {}:\n{}",
        browser.path().await,
        browser.text().await
    )
}

async fn register(browser: &Browser) {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let (photo, letter) = (
        folder.path().join("mele.png"),
        folder.path().join("note-verbale.pdf"),
    );
    image::RgbImage::from_pixel(400, 500, image::Rgb([180, 150, 120]))
        .save(&photo)
        .expect("the photo is written");
    std::fs::write(
        &letter,
        b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    )
    .expect("the letter is written");
    browser.fill("Name on the badge", "Mele Taufa").await;
    browser.fill("Position", "Director-General").await;
    browser.press("Save and continue").await;
    browser.choose("Member or associate member").await;
    browser.select("Member you represent", "Tonga").await;
    browser.choose("Head of delegation").await;
    browser.press("Save and continue").await;
    browser.attach("Photo for the badge", &photo).await;
    browser.attach("Note verbale", &letter).await;
    browser.press("Save and continue").await;
    browser.press("Save and continue").await;
    browser.see("Tonga").await;
    browser.press("Send my registration").await;
}

/// Password, then the link from the letter.
pub async fn sign_in(demo: &Demo, browser: &Browser, role: &str) {
    let (email, password) = demo.account(role);
    browser.go(&demo.url("/sign-in?next=/desk")).await;
    browser.fill("Email", email).await;
    browser.fill("Password", password).await;
    browser.press("Sign in").await;
    browser.see("Check your email").await;
    open_link(demo, browser, email).await;
}

async fn accredit(demo: &Demo, officer: &Browser) {
    officer.go(&demo.url("/desk/registrations")).await;
    officer.follow("Mele Taufa").await;
    officer.see("Tonga").await;
    officer.press("Accredit").await;
    officer.see("Accredited").await;
}

/// The link is followed from a page of another origin, as in web mail, and nothing more is clicked.
pub async fn sign_in_from_a_foreign_page(demo: &Demo, browser: &Browser) {
    let (email, password) = demo.account("delegate");
    browser.go(&demo.url("/sign-in?next=/account")).await;
    browser.fill("Email", email).await;
    browser.fill("Password", password).await;
    browser.press("Sign in").await;
    browser.see("Check your email").await;
    let page = web_mail(&demo.link_to(email));
    browser.go(&page).await;
    browser.follow("Open").await;
    for _ in 0..50 {
        if browser.path().await == "/account" {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!(
        "not signed in without a click, but on {}:\n{}",
        browser.path().await,
        browser.text().await
    )
}

/// The desktop waits; the telephone, which has signed in to nothing, opens the link and types the number. The desktop goes
/// on by itself within two seconds, and the telephone is not signed in.
pub async fn wait_for_the_telephone(demo: &Demo, desktop: &Browser, telephone: &Browser) {
    let (email, password) = demo.account("delegate");
    desktop.go(&demo.url("/sign-in?next=/account")).await;
    desktop.fill("Email", email).await;
    desktop.fill("Password", password).await;
    desktop.press("Sign in").await;
    desktop.see("Check your email").await;
    let link = demo.link_to(email);
    let text = desktop.text().await;
    let is_number = |line: &&str| line.len() == 3 && line.parse::<u32>().is_ok();
    let number = text
        .lines()
        .map(str::trim)
        .find(is_number)
        .expect("a number is shown");
    telephone.go(&link).await;
    telephone.fill("Number shown on that screen", number).await;
    telephone.press("Sign in there").await;
    let typed = std::time::Instant::now();
    telephone.see("Done").await;
    desktop.see("Dewi Sample").await;
    assert_eq!(desktop.path().await, "/account");
    assert!(
        typed.elapsed() < std::time::Duration::from_secs(2),
        "after {:?}",
        typed.elapsed()
    );
    telephone.go(&demo.url("/account")).await;
    telephone.see("Password").await;
    assert_eq!(telephone.path().await, "/sign-in");
}

/// A server of one page on an origin of its own.
fn web_mail(link: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    // another name than the demonstration's, so that it is another site to the browser
    let url = format!(
        "http://localhost:{}/",
        listener.local_addr().expect("it is bound").port()
    );
    let page = format!("<!doctype html><title>Mail</title><p><a href=\"{link}\">Open</a>");
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n",
                page.len()
            );
            let mut stream = stream.expect("a browser comes");
            let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
            let _ = write!(stream, "{head}Connection: close\r\n\r\n{page}");
        }
    });
    url
}

/// The rules beside the field are ticked off while one types, and the password can be looked at.
pub async fn choose_a_password(demo: &Demo, browser: &Browser) {
    browser.go(&demo.url("/sign-up")).await;
    browser.fill("Name", "Meleane").await;
    let ticked = "return [...document.querySelectorAll('.ticks .ok')].map(e => e.dataset.rule)";
    for (password, met) in [
        ("meleane1", json!(["length"])),
        ("short", json!([])),
        ("meleane keeps nine parrots", json!(["length", "own"])),
    ] {
        browser.fill("Password", password).await;
        assert_eq!(browser.run(ticked).await, met, "{password}");
    }
    let kind = "return document.getElementById('password').type";
    assert_eq!(browser.run(kind).await, json!("password"));
    browser.choose("Show the password").await;
    assert_eq!(browser.run(kind).await, json!("text"));
    browser.choose("Show the password").await;
    assert_eq!(browser.run(kind).await, json!("password"));
}
