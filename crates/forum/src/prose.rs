//! Longer texts: paragraphs parted by an empty line, `## ` before a heading, `- ` before each line of a list.

/// One piece of a longer text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
}

/// The pieces in order. Everything is plain text: the page escapes it.
pub fn blocks(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n");
    text.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(block)
        .collect()
}

fn block(part: &str) -> Block {
    if let Some(heading) = part.strip_prefix("## ") {
        return Block::Heading(heading.trim().to_owned());
    }
    let items: Option<Vec<String>> = part
        .lines()
        .map(|line| line.strip_prefix("- ").map(|item| item.trim().to_owned()))
        .collect();
    items.map_or_else(|| Block::Paragraph(part.to_owned()), Block::List)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lists_and_paragraphs() {
        assert_eq!(
            blocks("## Why\r\n\r\nOne line\nand another.\n\n- first\n- second\n\n\n"),
            vec![
                Block::Heading("Why".into()),
                Block::Paragraph("One line\nand another.".into()),
                Block::List(vec!["first".into(), "second".into()]),
            ]
        );
        assert_eq!(blocks(" \n\n "), vec![]);
        assert_eq!(
            blocks("- one\nbut not"),
            vec![Block::Paragraph("- one\nbut not".into())]
        );
    }
}
