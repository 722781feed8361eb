//! A plain PDF of one text: the sample documents of the demonstration, so that there is something to download.
//!
//! One of the fonts every reader has, Latin letters only; a text in another script is a page of the site instead.

use std::fmt::Write;

const LINES_A_PAGE: usize = 52;
const LETTERS_A_LINE: usize = 88;

/// The PDF, or nothing when a letter is not in Windows-1252 (the font's own set).
pub fn of_text(title: &str, text: &str) -> Option<Vec<u8>> {
    let mut lines = vec![encode(title)?, Vec::new()];
    for paragraph in text.lines() {
        lines.extend(wrap(&encode(paragraph)?));
    }
    let pages: Vec<&[Vec<u8>]> = lines.chunks(LINES_A_PAGE).collect();
    let mut file = File::default();
    let kids = (0..pages.len()).fold(String::new(), |mut kids, n| {
        let _ = write!(kids, "{} 0 R ", 4 + n * 2);
        kids
    });
    file.object(b"<< /Type /Catalog /Pages 2 0 R >>");
    file.object(format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).as_bytes());
    file.object(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    for (n, page) in pages.iter().enumerate() {
        let content = 5 + n * 2;
        file.object(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            .as_bytes(),
        );
        let stream = stream(page);
        let mut object = format!("<< /Length {} >>\nstream\n", stream.len()).into_bytes();
        object.extend(stream);
        object.extend(b"\nendstream");
        file.object(&object);
    }
    Some(file.finish())
}

fn stream(lines: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"BT /F1 11 Tf 14 TL 60 790 Td\n".to_vec();
    for line in lines {
        out.push(b'(');
        for &byte in line {
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(byte);
        }
        out.extend(b") Tj T*\n");
    }
    out.extend(b"ET");
    out
}

fn wrap(line: &[u8]) -> Vec<Vec<u8>> {
    let mut lines = vec![Vec::new()];
    for word in line.split(|&byte| byte == b' ') {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].len() + word.len() >= LETTERS_A_LINE {
            lines.push(word.to_vec());
        } else {
            if !lines[last].is_empty() {
                lines[last].push(b' ');
            }
            lines[last].extend(word);
        }
    }
    lines
}

fn encode(text: &str) -> Option<Vec<u8>> {
    text.trim_start_matches("## ").chars().map(letter).collect()
}

fn letter(c: char) -> Option<u8> {
    match c {
        '\u{2018}' => Some(0x91),
        '\u{2019}' => Some(0x92),
        '\u{2013}' => Some(0x96),
        '\u{2014}' => Some(0x97),
        'œ' => Some(0x9c),
        'Œ' => Some(0x8c),
        ' '..='~' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => None,
    }
}

#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    starts: Vec<usize>,
}

impl File {
    fn object(&mut self, body: &[u8]) {
        if self.bytes.is_empty() {
            self.bytes.extend(b"%PDF-1.4\n");
        }
        self.starts.push(self.bytes.len());
        self.bytes
            .extend(format!("{} 0 obj\n", self.starts.len()).as_bytes());
        self.bytes.extend(body);
        self.bytes.extend(b"\nendobj\n");
    }

    fn finish(mut self) -> Vec<u8> {
        let (at, count) = (self.bytes.len(), self.starts.len() + 1);
        let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
        for start in &self.starts {
            let _ = writeln!(table, "{start:010} 00000 n ");
        }
        let _ = write!(
            table,
            "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
        );
        self.bytes.extend(table.as_bytes());
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_pages() {
        let long = "Besoins et ressources (première partie). ".repeat(200);
        let pdf = of_text("Note de cadrage", &long).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.4\n"));
        let text = String::from_utf8_lossy(&pdf).into_owned();
        assert!(text.contains("/Count 2"), "more than 52 lines take two pages");
        assert!(text.contains("\\(premi"), "brackets are escaped");
        let at: usize = text
            .rsplit("startxref\n")
            .next()
            .unwrap()
            .lines()
            .next()
            .unwrap()
            .parse()
            .unwrap();
        assert!(
            pdf[at..].starts_with(b"xref"),
            "the table stands where the trailer says"
        );
    }

    #[test]
    fn letters_the_font_lacks_give_no_pdf() {
        assert_eq!(of_text("مذكرة", "نص"), None);
    }
}
