//! What a page says and offers, read the way a person without JavaScript meets it: text, links, forms and their
//! fields under the labels that stand beside them.
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

/// A page, taken apart.
#[derive(Debug, Default, Clone)]
pub struct Document {
    pub title: String,
    pub lang: String,
    pub dir: String,
    /// The words of the page, a line for each block.
    pub text: String,
    pub links: Vec<Link>,
    pub forms: Vec<Form>,
}

#[derive(Debug, Clone)]
pub struct Link {
    pub text: String,
    pub href: String,
}

#[derive(Debug, Default, Clone)]
pub struct Form {
    pub action: Option<String>,
    pub method: String,
    pub multipart: bool,
    pub fields: Vec<Field>,
    pub buttons: Vec<Button>,
}

/// One control of a form.
#[derive(Debug, Default, Clone)]
pub struct Field {
    pub name: String,
    /// `text`, `email`, `password`, `hidden`, `radio`, `checkbox`, `file`, `select`, `textarea`, …
    pub kind: String,
    /// What its label says; empty for hidden fields.
    pub label: String,
    /// What the legend of the group around it says.
    pub legend: String,
    pub value: String,
    pub checked: bool,
    /// Of a select: what each option says and sends.
    pub options: Vec<(String, String)>,
    /// Hint and error, as `aria-describedby` joins them to it.
    pub described: String,
    pub invalid: bool,
    pub file: Option<(String, Vec<u8>)>,
}

#[derive(Debug, Default, Clone)]
pub struct Button {
    pub label: String,
    pub name: String,
    pub value: String,
    pub action: Option<String>,
}

impl Document {
    pub fn parse(html: &str) -> Document {
        // the parser reads as a browser with JavaScript would; without it, these tags are not there
        let html = html.replace("<noscript>", "").replace("</noscript>", "");
        let page = Html::parse_document(&html);
        let root = page.root_element();
        let body = first(root, "body").unwrap_or(root);
        Document {
            title: first(root, "title")
                .map(|title| words_of(title))
                .unwrap_or_default(),
            lang: attribute(root, "lang"),
            dir: attribute(root, "dir"),
            text: visible_text(body),
            links: all(body, "a[href]").into_iter().map(link).collect(),
            forms: all(body, "form")
                .into_iter()
                .map(|form| read_form(body, form))
                .collect(),
        }
    }
}

fn link(anchor: ElementRef<'_>) -> Link {
    Link {
        text: name_of(anchor),
        href: attribute(anchor, "href"),
    }
}

fn read_form(body: ElementRef<'_>, form: ElementRef<'_>) -> Form {
    let mut read = Form {
        action: form.value().attr("action").map(str::to_owned),
        method: attribute(form, "method").to_lowercase(),
        multipart: attribute(form, "enctype") == "multipart/form-data",
        ..Form::default()
    };
    for control in controls_of(body, form) {
        let element = control.value();
        let kind = kind_of(element);
        if element.attr("disabled").is_some() || inside_disabled(control) {
            continue;
        }
        match kind.as_str() {
            "submit" => read.buttons.push(button(control)),
            "button" | "reset" | "image" => {}
            _ => read.fields.push(field(body, control, kind)),
        }
    }
    read
}

fn controls_of<'a>(body: ElementRef<'a>, form: ElementRef<'a>) -> Vec<ElementRef<'a>> {
    const CONTROLS: &str = "input, select, textarea, button";
    let id = form.value().attr("id").unwrap_or("\0");
    let mut found = all(form, CONTROLS);
    found.retain(|control| control.value().attr("form").is_none_or(|other| other == id));
    let outside = all(body, CONTROLS).into_iter();
    found.extend(outside.filter(|control| {
        control.value().attr("form") == Some(id) && !control.ancestors().any(|node| node.id() == form.id())
    }));
    found
}

fn kind_of(element: &Element) -> String {
    match element.name() {
        "input" => element.attr("type").unwrap_or("text").to_lowercase(),
        "button" => element.attr("type").unwrap_or("submit").to_lowercase(),
        other => other.to_owned(),
    }
}

fn inside_disabled(control: ElementRef<'_>) -> bool {
    let mut around = control.ancestors().filter_map(ElementRef::wrap);
    around.any(|one| one.value().name() == "fieldset" && one.value().attr("disabled").is_some())
}

fn button(control: ElementRef<'_>) -> Button {
    let said = if control.value().name() == "input" {
        attribute(control, "value")
    } else {
        name_of(control)
    };
    Button {
        label: said,
        name: attribute(control, "name"),
        value: attribute(control, "value"),
        action: control.value().attr("formaction").map(str::to_owned),
    }
}

fn field(body: ElementRef<'_>, control: ElementRef<'_>, kind: String) -> Field {
    let element = control.value();
    let mut options = Vec::new();
    let value = match kind.as_str() {
        "select" => {
            let listed = all(control, "option");
            let sent = |option: &ElementRef<'_>| {
                option
                    .value()
                    .attr("value")
                    .map_or_else(|| words_of(*option), str::to_owned)
            };
            options = listed
                .iter()
                .map(|option| (words_of(*option), sent(option)))
                .collect();
            let chosen = listed
                .iter()
                .find(|option| option.value().attr("selected").is_some());
            chosen.or(listed.first()).map(sent).unwrap_or_default()
        }
        // a line break right after the tag is not part of the value
        "textarea" => control
            .text()
            .collect::<String>()
            .trim_start_matches('\n')
            .to_owned(),
        "radio" | "checkbox" => element.attr("value").unwrap_or("on").to_owned(),
        _ => attribute(control, "value"),
    };
    Field {
        name: attribute(control, "name"),
        label: if kind == "hidden" {
            String::new()
        } else {
            label_of(body, control)
        },
        legend: legend_of(control),
        value,
        checked: element.attr("checked").is_some(),
        options,
        described: texts_by_id(body, &attribute(control, "aria-describedby")),
        invalid: element.attr("aria-invalid") == Some("true"),
        file: None,
        kind,
    }
}

/// The label, as assistive technology finds it: `aria-labelledby`, `aria-label`, `<label for>`, `<label>` around.
fn label_of(body: ElementRef<'_>, control: ElementRef<'_>) -> String {
    let named = texts_by_id(body, &attribute(control, "aria-labelledby"));
    if !named.is_empty() {
        return named;
    }
    let spoken = attribute(control, "aria-label");
    if !spoken.is_empty() {
        return spoken;
    }
    let id = attribute(control, "id");
    let beside = all(body, "label")
        .into_iter()
        .find(|label| !id.is_empty() && attribute(*label, "for") == id);
    let around = || {
        control
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find(|one| one.value().name() == "label")
    };
    beside.or_else(around).map(words_of).unwrap_or_default()
}

fn legend_of(control: ElementRef<'_>) -> String {
    let mut around = control.ancestors().filter_map(ElementRef::wrap);
    let group = around.find(|one| one.value().name() == "fieldset");
    group
        .and_then(|group| first(group, "legend"))
        .map(words_of)
        .unwrap_or_default()
}

fn texts_by_id(body: ElementRef<'_>, ids: &str) -> String {
    let everything = all(body, "[id]");
    let found = ids
        .split_whitespace()
        .filter_map(|id| everything.iter().find(|one| attribute(**one, "id") == id));
    found.map(|one| words_of(*one)).collect::<Vec<_>>().join(" ")
}

fn name_of(element: ElementRef<'_>) -> String {
    let spoken = attribute(element, "aria-label");
    if spoken.is_empty() {
        words_of(element)
    } else {
        spoken
    }
}

/// The words inside an element on one line, scripts and hidden parts left out.
fn words_of(element: ElementRef<'_>) -> String {
    squeeze(&visible_text(element))
}

/// One space wherever there is white space; direction marks, which nobody sees, are left out.
pub fn squeeze(text: &str) -> String {
    let seen: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn visible_text(element: ElementRef<'_>) -> String {
    let mut raw = String::new();
    collect(element, &mut raw);
    raw.lines()
        .map(squeeze)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn collect(element: ElementRef<'_>, out: &mut String) {
    const SILENT: [&str; 4] = ["script", "style", "template", "option"];
    const INLINE: [&str; 20] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "label", "mark", "q", "small",
        "span", "strong", "sub", "sup", "time", "u",
    ];
    for child in element.children() {
        match child.value() {
            Node::Text(text) => out.push_str(&text.replace('\n', " ")),
            Node::Element(inner) => {
                let hidden = inner.attr("hidden").is_some() || SILENT.contains(&inner.name());
                if let Some(inner_ref) = ElementRef::wrap(child).filter(|_| !hidden) {
                    let block = !INLINE.contains(&inner.name());
                    out.push_str(if block { "\n" } else { "" });
                    collect(inner_ref, out);
                    out.push_str(if block { "\n" } else { "" });
                }
            }
            _ => {}
        }
    }
}

fn attribute(element: ElementRef<'_>, name: &str) -> String {
    element.value().attr(name).unwrap_or_default().to_owned()
}

fn all<'a>(within: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("the selectors here are constants that parse");
    within.select(&selector).collect()
}

fn first<'a>(within: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    all(within, selector).into_iter().next()
}
