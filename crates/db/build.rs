//! Puts every file of `migrations/` into the program, in the order of their names.
use std::fmt::Write as _;
use std::path::Path;

fn main() {
    // Asked when it runs: two clones may share one folder of builds.
    let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let folder = Path::new(&here).join("../../migrations");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder migrations/ is part of the source")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.strip_suffix(".sql").is_some_and(|stem| stem != "schema"))
        .collect();
    names.sort();
    let mut code = String::from("pub const MIGRATIONS: &[(&str, &str)] = &[\n");
    for name in names {
        let path = folder
            .join(&name)
            .canonicalize()
            .expect("the file was listed a moment ago");
        println!("cargo:rerun-if-changed={}", path.display());
        let _ = writeln!(
            code,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        );
    }
    code.push_str("];\n");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    std::fs::write(Path::new(&out).join("migrations.rs"), code).expect("OUT_DIR can be written");
}
