//! Registrations sent on two nodes over one PostgreSQL, 32 at once on each, beside pgbench running the same statements
//! with 64 clients.
use base::{Fault, Id, Result};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Instant;
use uuid::Uuid;

use crate::cluster::Cluster;
use crate::disk::fault;
use crate::line::{self, Line};
use crate::race::per_second;
use crate::{disk, drafts, script, site};

const ROUNDS: usize = 3;
const DRAFTS: usize = 3_200;
const AT_ONCE: usize = 64;
/// Other numbers of clients that pgbench may do better with.
const FEWER: [usize; 2] = [16, 4];

pub async fn run() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("sala-bench-postgres-{}", std::process::id()));
    disk::prepare(&folder)?;
    let cluster = Cluster::start(&folder)?;
    cluster.ask("postgres", "create database base")?;
    line::tell("PostgreSQL: filling the database");
    let db = site::open(cluster.url("base").parse()?).await?;
    let files = std::env::temp_dir().join(format!("sala-bench-files-{}", std::process::id()));
    site::fill(&db, &files, 1).await?;
    drafts::write(&db, DRAFTS).await?;
    drop(db);
    std::fs::remove_dir_all(files).map_err(fault("removing the files"))?;
    cluster.ask("base", script::RENUMBER)?;
    cluster.ask("base", "vacuum analyze")?;
    let event = cluster.ask(
        "base",
        &format!("select id from event where slug = '{}'", site::EVENT),
    )?;
    let path = std::env::temp_dir().join(format!("sala-bench-{}.sql", std::process::id()));
    std::fs::write(&path, script::submit(&event)?).map_err(fault("writing the script"))?;
    let (mut ours, mut theirs, mut best) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        line::tell(&format!("PostgreSQL: round {round} of {ROUNDS}"));
        cluster.copy("base", "run")?;
        theirs.push(cluster.pgbench("run", &path, AT_ONCE, DRAFTS / AT_ONCE)?);
        all_are_kept(&cluster)?;
        cluster.copy("base", "run")?;
        ours.push(two_nodes(&cluster.url("run"))?);
        all_are_kept(&cluster)?;
        let mut fewer = Vec::new();
        for clients in FEWER {
            cluster.copy("base", "run")?;
            fewer.push(cluster.pgbench("run", &path, clients, DRAFTS / clients)?);
        }
        best.push(fewer.into_iter().fold(0.0, f64::max));
    }
    std::fs::remove_file(path).map_err(fault("removing the script"))?;
    let ours = line::median(ours);
    let line = |against, peer, aim| {
        line::say(&Line {
            what: "registration submitted, PostgreSQL, two nodes, 64 at once".to_owned(),
            unit: "/s",
            ours,
            against: Some((against, peer)),
            aim,
        });
    };
    line(
        "pgbench, the same statements, 64 clients",
        line::median(theirs),
        Some(0.8),
    );
    line(
        "pgbench, the same statements, the better of 16 and 4 clients",
        line::median(best),
        None,
    );
    Ok(())
}

fn all_are_kept(cluster: &Cluster) -> Result<()> {
    let sent =
        "select count(*) from registration r join outbox o on o.about = r.id where r.state = 'pending'";
    let sent = cluster.ask("run", sent)?;
    if sent == DRAFTS.to_string() {
        Ok(())
    } else {
        Err(Fault::new(format!("{sent} of {DRAFTS} were kept")))
    }
}

/// Both begin at the same moment; the time is that of the slower.
fn two_nodes(url: &str) -> Result<f64> {
    let half = DRAFTS / 2;
    let mut nodes = Vec::new();
    for first in [0, half] {
        let program = std::env::current_exe().map_err(fault("finding this program"))?;
        let mut node = Command::new(program);
        node.args(["node", url, &first.to_string(), &half.to_string()]);
        node.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut node = node.spawn().map_err(fault("starting a node"))?;
        let out = node.stdout.take().ok_or_else(|| Fault::new("reading a node"))?;
        let mut lines = BufReader::new(out).lines();
        expect("ready", lines.next())?;
        nodes.push((node, lines));
    }
    let began = Instant::now();
    for (node, _) in &mut nodes {
        go(node)?;
    }
    for (_, lines) in &mut nodes {
        expect("done", lines.next())?;
    }
    let rate = per_second(DRAFTS, began);
    for (mut node, _) in nodes {
        node.wait().map_err(fault("ending a node"))?;
    }
    Ok(rate)
}

fn go(node: &mut Child) -> Result<()> {
    let input = node
        .stdin
        .as_mut()
        .ok_or_else(|| Fault::new("telling a node to begin"))?;
    writeln!(input, "go").map_err(fault("telling a node to begin"))
}

fn expect(word: &str, line: Option<std::io::Result<String>>) -> Result<()> {
    match line {
        Some(Ok(said)) if said == word => Ok(()),
        _ => Err(Fault::new("a node failed")),
    }
}

/// One node, in a process of its own: waits to be told, then sends its share.
pub async fn node(url: &str, first: &str, count: &str) -> Result<()> {
    let figure = |text: &str| {
        text.parse::<usize>()
            .map_err(|error| Fault::new("reading a number").because(error))
    };
    let (first, count) = (figure(first)?, figure(count)?);
    let people = (first..first + count)
        .map(|n| Uuid::parse_str(&script::account(n)).map(Id::from_uuid))
        .collect::<std::result::Result<_, _>>();
    let people = people.map_err(|error| Fault::new("making an id").because(error))?;
    let db = site::open(url.parse()?).await?;
    line::word("ready");
    let mut told = String::new();
    std::io::stdin().read_line(&mut told).map_err(fault("waiting"))?;
    drafts::send(&db, people, AT_ONCE / 2).await?;
    line::word("done");
    Ok(())
}
