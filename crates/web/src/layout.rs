//! The frame of every page: languages, menus, foot. A page gives its title and its own part.
use crate::assets::{DESK_CSS, DESK_JS, ICON, PASSKEY_JS, SITE_CSS, SITE_JS};
use crate::words::Words;
use crate::{App, Error, Response, Visitor, language, link};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base::Fault;
use i18n::Locale;

/// What the layout shows around a page.
pub struct Page {
    pub title: String,
    pub description: String,
    /// A form was refused: the title says so first.
    pub error: bool,
    pub desk: bool,
    /// A passkey can be made or used on it: its script can more.
    pub passkeys: bool,
    pub lang: &'static str,
    pub dir: &'static str,
    pub site_name: String,
    pub w: Words,
    pub visitor: Visitor,
    pub languages: Vec<Language>,
    pub alternates: Vec<(&'static str, String)>,
    pub menu: Vec<Entry>,
    pub contact: String,
}

/// A language the reader can change to.
pub struct Language {
    pub tag: &'static str,
    pub name: &'static str,
    pub path: String,
    pub current: bool,
}

/// A line of a menu.
pub struct Entry {
    pub label: String,
    pub path: String,
    pub current: bool,
}

impl Page {
    /// A public page, or one of the reader's own.
    pub fn new(app: &App, visitor: &Visitor, title: &str) -> Page {
        Page::of(
            app,
            visitor,
            title,
            visitor.path == "/desk" || visitor.path.starts_with("/desk/"),
        )
    }

    /// A page of the desk.
    pub fn desk(app: &App, visitor: &Visitor, title: &str) -> Page {
        Page::of(app, visitor, title, true)
    }

    fn of(app: &App, visitor: &Visitor, title: &str, desk: bool) -> Page {
        let slices = app.slices();
        let entries = slices
            .iter()
            .flat_map(|slice| if desk { slice.desk_menu } else { slice.menu });
        let menu = entries.map(|entry| Entry {
            label: (entry.label)(visitor.locale).to_owned(),
            path: link(visitor, entry.path),
            current: is_current(entry.path, &visitor.path),
        });
        // For search engines, which are nobody.
        let alternates = if visitor.person.is_none() && language::may_have_prefix(&visitor.path) {
            let public = &app.site().public_url;
            Locale::ALL
                .map(|l| (l.tag(), format!("{public}{}", prefixed(l, &visitor.path))))
                .into()
        } else {
            Vec::new()
        };
        Page {
            title: title.to_owned(),
            description: String::new(),
            error: false,
            desk,
            passkeys: false,
            lang: visitor.locale.tag(),
            dir: visitor.locale.dir(),
            site_name: app.site().name.clone(),
            w: Words(visitor.locale),
            visitor: visitor.clone(),
            languages: languages(visitor),
            alternates,
            menu: menu.collect(),
            contact: app
                .site()
                .contact
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        }
    }

    /// One sentence for search engines and previews.
    #[must_use]
    pub fn description(mut self, text: &str) -> Page {
        text.clone_into(&mut self.description);
        self
    }

    #[must_use]
    pub fn error(mut self, refused: bool) -> Page {
        self.error = refused;
        self
    }

    #[must_use]
    pub fn with_passkeys(mut self) -> Page {
        self.passkeys = true;
        self
    }

    /// A link that keeps the reader's language.
    pub fn link(&self, path: &str) -> String {
        link(&self.visitor, path)
    }

    pub fn css(&self) -> &'static str {
        SITE_CSS
    }

    pub fn desk_css(&self) -> &'static str {
        DESK_CSS.path
    }

    pub fn script(&self) -> &'static str {
        let script = if self.desk {
            &DESK_JS
        } else if self.passkeys {
            &PASSKEY_JS
        } else {
            &SITE_JS
        };
        script.path
    }

    pub fn icon(&self) -> &'static str {
        ICON.path
    }
}

/// The page as an answer. What only its reader may see is kept by nobody on the way.
pub fn html<T: askama::Template>(view: T) -> Response {
    match view.render() {
        Ok(text) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => Error::Fault(Fault::new("rendering a page").because(error)).into_response(),
    }
}

/// All languages, each by its own name. Public pages change their address, others remember.
fn languages(visitor: &Visitor) -> Vec<Language> {
    let offered = Locale::ALL.map(|locale| Language {
        tag: locale.tag(),
        name: locale.name(),
        path: in_language(visitor, locale),
        current: locale == visitor.locale,
    });
    offered.into()
}

/// The same page with the same question, in a language.
fn in_language(visitor: &Visitor, locale: Locale) -> String {
    let lang = format!("lang={}", locale.tag());
    let kept = visitor
        .query
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let mut query: Vec<&str> = kept.collect();
    let path = if language::may_have_prefix(&visitor.path) {
        prefixed(locale, &visitor.path)
    } else {
        query.push(&lang);
        visitor.path.clone()
    };
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

fn prefixed(locale: Locale, path: &str) -> String {
    format!("/{}{}", locale.tag(), if path == "/" { "" } else { path })
}

fn is_current(entry: &str, path: &str) -> bool {
    entry == path || (entry != "/" && path.strip_prefix(entry).is_some_and(|rest| rest.starts_with('/')))
}
