//! The document of the API, OpenAPI 3.1, made of the table.
use super::{Field, Kind, Noun, Operation, ROOT, Verb};
use crate::{App, Response};
use axum::http::header;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};

/// `GET /api/openapi.json`
pub async fn get(app: App) -> Response {
    let kind = (header::CONTENT_TYPE, "application/json");
    ([kind], document(&app).to_string()).into_response()
}

/// The whole document.
pub fn document(app: &App) -> Value {
    let nouns: Vec<&Noun> = super::nouns(app.slices()).collect();
    let mut paths: Map<String, Value> = Map::new();
    for noun in &nouns {
        for operation in noun.operations {
            let path = paths.entry(operation.path).or_insert_with(|| json!({}));
            path[operation.verb.name().to_lowercase()] = described(noun, operation);
        }
    }
    let shapes = super::shapes(app.slices()).into_iter();
    let mut schemas: Map<String, Value> = shapes
        .map(|shape| (shape.name.to_owned(), shape.schema()))
        .collect();
    schemas.insert("Problem".to_owned(), problem());
    let tags: Vec<Value> = nouns
        .iter()
        .map(|noun| json!({"name": noun.name, "description": noun.about}))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": app.site().name, "version": "1",
            "description": "The same operations as the pages, for programs. How to begin: docs/guide/api.md.",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": format!("{}{ROOT}", app.site().public_url)}],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": responses(),
            "securitySchemes": {"token": {
                "type": "http", "scheme": "bearer", "description": "A token made at /account/tokens.",
            }},
        },
    })
}

fn described(noun: &Noun, operation: &Operation) -> Value {
    let mut parameters: Vec<Value> = operation
        .parts
        .iter()
        .map(|part| parameter(part, "path"))
        .collect();
    parameters.extend(operation.query.iter().map(|field| parameter(field, "query")));
    parameters.extend(headers(operation));
    let mut answers = Map::new();
    answers.insert(operation.status.to_string(), success(operation));
    if let Some(status) = operation.also {
        answers.insert(status.to_string(), success(operation));
    }
    for status in operation.refusals() {
        answers.insert(
            status.to_string(),
            json!({"$ref": format!("#/components/responses/{status}")}),
        );
    }
    let security = match operation.scope() {
        None => json!([{}, {"token": []}]),
        Some(scope) => json!([{"token": [scope.code]}]),
    };
    let mut described = json!({
        "operationId": operation.id, "tags": [noun.name], "summary": operation.summary,
        "parameters": parameters, "responses": answers, "security": security,
    });
    if let Some(body) = operation.body {
        let schema = Kind::Object(body).schema();
        described["requestBody"] =
            json!({"required": true, "content": {"application/json": {"schema": schema}}});
    }
    if let Some(file) = operation.file {
        let schema = |kind: &&str| ((*kind).to_owned(), json!({"schema": Kind::File.schema()}));
        let content: Map<String, Value> = file.kinds.iter().map(schema).collect();
        described["requestBody"] = json!({"required": true, "content": content});
    }
    described
}

fn parameter(field: &Field, place: &str) -> Value {
    let mut told = json!({
        "name": field.name, "in": place, "required": field.required || place == "path",
        "description": field.about, "schema": field.kind.schema(),
    });
    if !field.example.is_empty() {
        told["example"] = field.example.into();
    }
    told
}

fn headers(operation: &Operation) -> Vec<Value> {
    let header = |name: &str, about: &str, required: bool, schema: Value| json!({"name": name, "in": "header", "required": required, "description": about, "schema": schema});
    let mut all = Vec::new();
    match operation.verb {
        Verb::Get => all.push(header(
            "If-None-Match",
            "The ETag one has: 304 if it is still the same.",
            false,
            json!({"type": "string"}),
        )),
        Verb::Post => all.push(header(
            "Idempotency-Key",
            "Any text of up to 255 visible ASCII characters: sent twice within a day, the thing is done once.",
            false,
            json!({"type": "string", "pattern": "^[!-~]{1,255}$"}),
        )),
        Verb::Put | Verb::Patch | Verb::Delete => {}
    }
    if operation.current.is_some() {
        all.push(header(
            "If-Match",
            "The ETag of what was read.",
            true,
            json!({"type": "string"}),
        ));
    }
    all
}

fn success(operation: &Operation) -> Value {
    let told = json!({
        "RateLimit-Policy": {"schema": {"type": "string"}, "description": "The limit: q requests in w seconds."},
        "RateLimit": {"schema": {"type": "string"}, "description": "What is left: r requests for t seconds."},
        "ETag": {"schema": {"type": "string"}, "description": "Names this state."},
    });
    let kind = match operation.answer {
        Kind::Nothing => return json!({"description": "Done."}),
        Kind::File => "*/*",
        _ => "application/json",
    };
    json!({
        "description": operation.summary, "headers": told,
        "content": {kind: {"schema": operation.answer.schema()}},
    })
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "Why nothing was done (RFC 9457), in the language of Accept-Language.",
        "required": ["type", "code", "title", "status", "detail"],
        "additionalProperties": false,
        "properties": {
            "type": {"type": "string", "format": "uri", "description": "The code as an address of the reference page."},
            "code": {"type": "string", "description": "For programs; it does not change."},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object", "required": ["field", "message"], "additionalProperties": false,
                    "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
                },
            },
            "id": {"type": "string", "description": "The number to quote when something went wrong on our side."},
        },
    })
}

/// Every status that is not the answer one hopes for.
const REFUSALS: [(u16, &str); 15] = [
    (304, "It is still what you have."),
    (
        400,
        "The address or the body cannot be read, or asks for something unknown.",
    ),
    (401, "No token, or one that is not good."),
    (
        403,
        "The token was not made for this, or its owner may not do it.",
    ),
    (404, "There is no such thing for you."),
    (409, "The rule says no: the sentence says why."),
    (412, "Somebody changed it meanwhile."),
    (
        413,
        "The body is larger than one megabyte, or the file than twelve.",
    ),
    (415, "The body is not of a kind that is taken here."),
    (421, "The name of the host is not ours."),
    (
        422,
        "Fields that do not fit, each with its sentence; or a key that was used for something else.",
    ),
    (428, "If-Match is missing."),
    (429, "Too often; Retry-After says when."),
    (503, "Busy; Retry-After says when."),
    (405, "The address takes other methods; Allow names them."),
];

fn responses() -> Value {
    let one = |(status, about): (u16, &str)| {
        let content =
            json!({"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
        let body = if status == 304 {
            json!({"description": about})
        } else {
            json!({"description": about, "content": content})
        };
        (status.to_string(), body)
    };
    Value::Object(REFUSALS.into_iter().map(one).collect())
}
