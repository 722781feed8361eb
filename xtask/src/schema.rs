//! `migrations/schema.sql`: the whole schema in one file for whoever reads it, generated from the migrations.
use crate::{Outcome, out, root};
use std::fs;

pub fn run(only_compare: bool) -> Outcome {
    let text = db::schema_text().map_err(|fault| vec![fault.to_string()])?;
    let path = root().join("migrations/schema.sql");
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if only_compare {
        let stale =
            || vec!["migrations/schema.sql is not what the migrations give: cargo xtask schema".to_owned()];
        return if kept == text { Ok(()) } else { Err(stale()) };
    }
    fs::write(&path, &text).map_err(|error| vec![error.to_string()])?;
    out::tell(if kept == text {
        "migrations/schema.sql is unchanged"
    } else {
        "migrations/schema.sql is written"
    });
    Ok(())
}
