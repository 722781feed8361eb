//! Reads the document as a stranger would: which operation a request is, and whether an answer is what was promised.
use super::Said;
use serde_json::Value;

/// The operation of a request.
pub fn operation<'d>(document: &'d Value, method: &str, path: &str) -> Option<&'d Value> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |pattern: &str| {
        let wanted: Vec<&str> = pattern.split('/').collect();
        wanted.len() == parts.len()
            && wanted
                .iter()
                .zip(&parts)
                .all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
    };
    let paths = document["paths"].as_object()?;
    // Fixed words before parts in braces.
    let mut found: Vec<_> = paths.iter().filter(|(pattern, _)| fits(pattern)).collect();
    found.sort_by_key(|(pattern, _)| pattern.matches('{').count());
    found
        .into_iter()
        .find_map(|(_, path)| path.get(method.to_lowercase()))
}

/// What of an answer the document does not promise.
pub fn answer(document: &Value, operation: &Value, said: &Said) -> Vec<String> {
    let promised = &operation["responses"][said.status.to_string()];
    if promised.is_null() {
        return vec![format!("the status {} is not told", said.status)];
    }
    let promised = resolve(document, promised);
    let Some(content) = promised.get("content").and_then(Value::as_object) else {
        return if said.text.is_empty() {
            vec![]
        } else {
            vec!["a body where none was told".to_owned()]
        };
    };
    let kind = said.header("content-type");
    if let Some(media) = content.get(kind) {
        let mut wrong = Vec::new();
        check(document, &media["schema"], &said.json, "answer", &mut wrong);
        return wrong;
    }
    if content.contains_key("*/*") {
        return Vec::new();
    }
    vec![format!("the kind {kind} is not told")]
}

fn resolve<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(path) => document
            .pointer(path.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{path} leads nowhere")),
        None => value,
    }
}

fn check(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    let schema = resolve(document, schema);
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = any.iter().any(|one| {
            let mut own = Vec::new();
            check(document, one, value, at, &mut own);
            own.is_empty()
        });
        if !fits {
            wrong.push(format!("{at}: {value} is none of {any:?}"));
        }
        return;
    }
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => false,
    };
    if !fits {
        wrong.push(format!("{at}: {value} is no {}", schema["type"]));
        return;
    }
    if schema["enum"]
        .as_array()
        .is_some_and(|codes| !codes.contains(value))
    {
        wrong.push(format!("{at}: {value} is not in {}", schema["enum"]));
    }
    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
        check(document, &schema["items"], item, &format!("{at}[{place}]"), wrong);
    }
    let Some(fields) = value.as_object() else { return };
    for name in schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
    {
        if !fields.contains_key(name) {
            wrong.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, field) in fields {
        let place = format!("{at}.{name}");
        match (schema["properties"].get(name), &schema["additionalProperties"]) {
            (Some(own), _) => check(document, own, field, &place, wrong),
            (None, Value::Bool(false)) => wrong.push(format!("{place} is not told")),
            (None, other) => check(document, other, field, &place, wrong),
        }
    }
}
