//! The table of addresses and roles: how a line is written, and that it is as it was reviewed.

pub const HEAD: &str = "\
# Who may open what: the status of every answer, by address and role. Reviewed; compared by roles.rs beside it, which
# writes it anew with SALA_WRITE=1. `sign-in` leads to the page that signs in. A POST carries an empty form. What is
# somebody's own is the delegate's. `elsewhere` is administrator, officer and registrar of another event only. Below
# /api/v1 the askers are programs, each with a token for everything; what they send fits its kind, and is mostly what the
# rule of the page would refuse.

";

pub fn row(line: &str, cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:<10}")).collect();
    format!("{line:<87}{}\n", cells.trim_end())
}

/// An asset's address without the hash of its content.
pub fn shown(line: &str) -> String {
    match (
        line.strip_prefix("/assets/"),
        line.rsplit_once('-'),
        line.rsplit_once('.'),
    ) {
        (Some(_), Some((name, _)), Some((_, end))) => format!("{name}-{{hash}}.{end}"),
        _ => line.to_owned(),
    }
}

pub fn compare(found: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/roles.txt");
    if std::env::var_os("SALA_WRITE").is_some() {
        std::fs::write(path, found).expect("roles.txt can be written");
        return;
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    let only = |these: &str, those: &str| -> Vec<String> {
        let missing = these
            .lines()
            .filter(|line| !those.lines().any(|other| other == *line));
        missing.map(str::to_owned).collect()
    };
    let (gone, new) = (only(&reviewed, found), only(found, &reviewed));
    assert!(
        reviewed == found,
        "not as reviewed in roles.txt; if it is meant, run with SALA_WRITE=1 and review\nreviewed: {gone:#?}\nfound: {new:#?}"
    );
}
