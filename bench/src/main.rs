//! Measures operations inside the process, for `cargo xtask bench`: each beside the same statements on one plain
//! connection with one commit each, on the same disk. One JSON object a line on standard output.
mod bare;
mod cluster;
mod disk;
mod drafts;
mod fill;
mod hash;
mod line;
mod links;
mod nodes;
mod peer;
mod race;
mod script;
mod session;
mod site;
mod sizes;

use base::Result;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime.block_on(run(&words)),
        Err(error) => Err(base::Fault::new("starting").because(error)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            line::tell(&format!("bench: {fault}"));
            ExitCode::FAILURE
        }
    }
}

async fn run(words: &[&str]) -> Result<()> {
    match words {
        ["events", folder] => fill::events(Path::new(folder)).await,
        ["db", folder] => bare::run(Path::new(folder)).await,
        ["registration", folder] => {
            drafts::run(Path::new(folder)).await?;
            nodes::run().await
        }
        ["nodes"] => nodes::run().await,
        ["node", url, first, count] => nodes::node(url, first, count).await,
        ["sign-in", folder] => {
            links::run(Path::new(folder)).await?;
            session::run(Path::new(folder)).await
        }
        ["hash"] => hash::run(),
        _ => Err(base::Fault::new(
            "reading the arguments: events, db, registration or sign-in, and a folder",
        )),
    }
}
