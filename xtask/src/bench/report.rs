//! Where figures go: standard output, and the tables of `docs/benchmarks.md` with their raw lines beside it.
use super::line::Line;
use super::machine;
use crate::{out, root};
use std::fs;

const HEAD: &str = "| what | ours | against | ratio | aim | met |\n|---|--:|--:|--:|--:|---|";

pub fn say(lines: &[Line], as_json: bool) {
    if !as_json {
        out::say(HEAD);
    }
    for line in lines {
        out::say(&if as_json {
            line.json().to_string()
        } else {
            line.row()
        });
    }
}

/// Puts a table between the marks of its benchmark, and the raw lines into their own file.
pub fn write(name: &str, lines: &[Line]) -> Result<(), String> {
    let folder = root().join("docs/benchmarks");
    let told = |error: std::io::Error| error.to_string();
    fs::create_dir_all(&folder).map_err(told)?;
    let raw: String = lines.iter().map(|line| format!("{}\n", line.json())).collect();
    fs::write(folder.join(format!("{name}.jsonl")), raw).map_err(told)?;
    let path = root().join("docs/benchmarks.md");
    let page = fs::read_to_string(&path).map_err(told)?;
    let rows: Vec<String> = lines.iter().map(Line::row).collect();
    let table = format!("{}\n\n{HEAD}\n{}", machine::line(), rows.join("\n"));
    fs::write(&path, between_marks(&page, name, &table)?).map_err(told)
}

fn between_marks(page: &str, name: &str, table: &str) -> Result<String, String> {
    let (open, close) = (format!("<!-- {name} -->"), format!("<!-- end of {name} -->"));
    let missing = || format!("docs/benchmarks.md has no marks {open} and {close}");
    let (before, rest) = page.split_once(&open).ok_or_else(missing)?;
    let (_, after) = rest.split_once(&close).ok_or_else(missing)?;
    Ok(format!("{before}{open}\n{table}\n{close}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_table_is_replaced() {
        let page = "a\n<!-- db -->\nold\n<!-- end of db -->\nb";
        let new = between_marks(page, "db", "new").unwrap();
        assert_eq!(new, "a\n<!-- db -->\nnew\n<!-- end of db -->\nb");
        assert!(between_marks(page, "http", "new").is_err());
    }
}
