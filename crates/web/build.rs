//! Prepares what the pages carry: the style sheet without comments, its hash for the Content-Security-Policy, and the
//! files under /assets with their hash in the name. Compiles the words of this room.
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::Path;

fn main() {
    // Asked when it runs: two clones may share one folder of builds.
    let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    words::compile("web");
    let assets = Path::new(&here).join("../../assets");
    let read = |name: &str| {
        let path = assets.join(name);
        println!("cargo:rerun-if-changed={}", path.display());
        std::fs::read_to_string(&path).expect("the folder assets/ is part of the source")
    };
    let site_css = squeeze(&read("site.css"));
    let desk_css = format!("{site_css}{}", squeeze(&read("desk.css")));
    let site_js = plain(&read("site.js"));
    let desk_js = format!("{site_js}{}", plain(&read("desk.js")));
    let passkey_js = format!("{site_js}{}", plain(&read("passkey.js")));
    let icon = read("icon.svg");
    let mut code = String::new();
    let _ = writeln!(code, "pub const SITE_CSS: &str = {site_css:?};");
    let _ = writeln!(
        code,
        "pub const SITE_CSS_SHA256: &str = {:?};",
        base64(&Sha256::digest(site_css.as_bytes()))
    );
    let files = [
        (
            "SITE_JS",
            "site",
            "js",
            "text/javascript; charset=utf-8",
            &site_js,
        ),
        ("DESK_CSS", "desk", "css", "text/css; charset=utf-8", &desk_css),
        (
            "DESK_JS",
            "desk",
            "js",
            "text/javascript; charset=utf-8",
            &desk_js,
        ),
        (
            "PASSKEY_JS",
            "passkey",
            "js",
            "text/javascript; charset=utf-8",
            &passkey_js,
        ),
        ("ICON", "icon", "svg", "image/svg+xml", &icon),
    ];
    for (constant, name, end, kind, text) in files {
        let hash = hex(&Sha256::digest(text.as_bytes())[..5]);
        let _ = writeln!(
            code,
            "pub const {constant}: Asset = Asset {{ path: \"/assets/{name}-{hash}.{end}\", kind: {kind:?}, text: {text:?} }};"
        );
    }
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("assets.rs"), code).expect("OUT_DIR can be written");
}

/// Lines of comment and the space before a line go: half a kilobyte of every first visit. No text of ours runs over lines.
fn plain(js: &str) -> String {
    let lines = js.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.fold(String::new(), |all, line| all + line + "\n")
}

/// Comments and line breaks go; nothing else is touched.
fn squeeze(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).collect()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_u32, |n, &b| n << 8 | u32::from(b)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
