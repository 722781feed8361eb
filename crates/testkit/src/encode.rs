//! The two ways in which a form travels.
use crate::document::Form;
use std::fmt::Write as _;

const BOUNDARY: &str = "----sala-test-boundary-7d9f0c2b";

/// `a=1&b=2`, everything but letters, digits and `*-._` escaped, line breaks as two characters.
pub fn urlencoded(pairs: &[(String, String)]) -> String {
    let one = |(name, value): &(String, String)| format!("{}={}", escape(name), escape(&with_crlf(value)));
    pairs.iter().map(one).collect::<Vec<_>>().join("&")
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            _ => write!(out, "%{byte:02X}").expect("a string can be written to"),
        }
    }
    out
}

fn with_crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// The body with files, and its content type. A file field left empty is sent as browsers do: no name, no bytes.
pub fn multipart(form: &Form, pairs: &[(String, String)]) -> (Vec<u8>, String) {
    let mut body = Vec::new();
    for (name, value) in pairs {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(with_crlf(value).as_bytes());
        body.extend_from_slice(b"\r\n");
    }
    for field in form.fields.iter().filter(|field| field.kind == "file") {
        let (file, bytes) = field.file.clone().unwrap_or_default();
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            field.name,
            file.replace('"', "%22"),
            kind_of(&file)
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    (body, format!("multipart/form-data; boundary={BOUNDARY}"))
}

fn kind_of(file: &str) -> &'static str {
    match file
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_lowercase()
        .as_str()
    {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_travels_as_browsers_send_it() {
        let pairs = [
            ("a b".to_owned(), "é\n&".to_owned()),
            ("c".to_owned(), String::new()),
        ];
        assert_eq!(urlencoded(&pairs), "a+b=%C3%A9%0D%0A%26&c=");
    }
}
