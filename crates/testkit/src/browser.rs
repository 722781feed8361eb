//! A browser without JavaScript that finds everything by the words a person reads, so that a page test is an
//! accessibility test as well.
use crate::document::{Document, Form, squeeze};
use crate::encode::{multipart, urlencoded};
use crate::jar::{Jar, Site};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use base::Clock;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use std::net::{IpAddr, SocketAddr};
use tower::ServiceExt as _;

/// The address under which the pages believe to be served in tests.
pub const ORIGIN: &str = "https://sala.example";

/// One browser: its cookies, its language, the page it shows.
pub struct Browser {
    router: Router,
    clock: Clock,
    pub jar: Jar,
    language: String,
    agent: String,
    /// The address it connects from, and whom it says to forward for.
    address: Option<IpAddr>,
    forwarded: Option<String>,
    pub(crate) path: String,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    pub(crate) page: Document,
    /// The forms in which something was entered: a button that stands on the page twice belongs to the last.
    pub(crate) touched: Option<usize>,
}

/// A request as it goes out, before cookies and headers are added.
struct Going {
    method: Method,
    path: String,
    site: Site,
    body: Vec<u8>,
    kind: Option<String>,
    from: Option<String>,
}

impl Browser {
    pub fn new(router: Router, clock: Clock) -> Browser {
        Browser {
            router,
            clock,
            jar: Jar::default(),
            language: "en".to_owned(),
            agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0".to_owned(),
            address: None,
            forwarded: None,
            path: "/".to_owned(),
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: Vec::new(),
            page: Document::default(),
            touched: None,
        }
    }

    /// Says which language the person prefers.
    #[must_use]
    pub fn speaking(mut self, language: &str) -> Browser {
        language.clone_into(&mut self.language);
        self
    }

    /// Says which program it is.
    #[must_use]
    pub fn called(mut self, agent: &str) -> Browser {
        agent.clone_into(&mut self.agent);
        self
    }

    /// Connects from this address.
    #[must_use]
    pub fn at(mut self, address: &str) -> Browser {
        self.address = Some(address.parse().expect("it is an address"));
        self
    }

    /// Says in `X-Forwarded-For` for whom it asks, as a proxy does.
    #[must_use]
    pub fn forwarding(mut self, list: &str) -> Browser {
        self.forwarded = Some(list.to_owned());
        self
    }

    /// Types an address, or clicks a link in a mail program that is not a browser.
    pub async fn open(&mut self, address: &str) -> &mut Browser {
        self.go(Going::get(local(address), Site::None)).await
    }

    /// Clicks a link on a page of somebody else, as in web mail.
    pub async fn open_from_elsewhere(&mut self, address: &str) -> &mut Browser {
        self.go(Going {
            from: Some("https://mail.example/".to_owned()),
            ..Going::get(local(address), Site::Cross)
        })
        .await
    }

    /// Clicks the link that says `text`.
    pub async fn follow(&mut self, text: &str) -> &mut Browser {
        let wanted = squeeze(text);
        let mut found: Vec<&str> = self
            .page
            .links
            .iter()
            .filter(|link| link.text == wanted)
            .map(|link| link.href.as_str())
            .collect();
        found.dedup();
        let Some(href) = found.first() else {
            let links: Vec<&str> = self.page.links.iter().map(|link| link.text.as_str()).collect();
            panic!("no link says {wanted:?} on {}; there are {links:?}", self.path)
        };
        let path = self.resolve(href);
        self.go(Going {
            from: Some(format!("{ORIGIN}{}", self.path)),
            ..Going::get(path, Site::Same)
        })
        .await
    }

    /// Presses the button that says `label`: sends its form and follows where the answer leads.
    pub async fn press(&mut self, label: &str) -> &mut Browser {
        let going = self.submission(label);
        self.go(going).await
    }

    /// As [`Browser::press`], from a page of somebody else: what a forged form would do.
    pub async fn press_from_elsewhere(&mut self, label: &str) -> &mut Browser {
        let going = self.submission(label);
        self.go(Going {
            site: Site::Cross,
            from: Some("https://evil.example/".to_owned()),
            ..going
        })
        .await
    }

    fn submission(&self, label: &str) -> Going {
        let (form, button) = self.find_button(label);
        let form = &self.page.forms[form];
        let button = &form.buttons[button];
        let action = button
            .action
            .as_deref()
            .or(form.action.as_deref())
            .unwrap_or_default();
        let path = self.resolve(action);
        let pairs = pairs_of(form, &button.name, &button.value);
        let from = Some(format!("{ORIGIN}{}", self.path));
        if form.method != "post" {
            let bare = path.split('?').next().unwrap_or_default();
            return Going {
                from,
                ..Going::get(format!("{bare}?{}", urlencoded(&pairs)), Site::Same)
            };
        }
        let (body, kind) = if form.multipart {
            multipart(form, &pairs)
        } else {
            (
                urlencoded(&pairs).into_bytes(),
                "application/x-www-form-urlencoded".to_owned(),
            )
        };
        Going {
            method: Method::POST,
            path,
            site: Site::Same,
            body,
            kind: Some(kind),
            from,
        }
    }

    fn find_button(&self, label: &str) -> (usize, usize) {
        let wanted = squeeze(label);
        let mut found = Vec::new();
        for (place, form) in self.page.forms.iter().enumerate() {
            found.extend(
                (0..form.buttons.len())
                    .filter(|&b| form.buttons[b].label == wanted)
                    .map(|b| (place, b)),
            );
        }
        let touched = found.iter().find(|(form, _)| Some(*form) == self.touched);
        let Some(chosen) = touched.or(found.first()) else {
            let all: Vec<&str> = self
                .page
                .forms
                .iter()
                .flat_map(|form| &form.buttons)
                .map(|b| b.label.as_str())
                .collect();
            panic!(
                "no button says {wanted:?} on {} ({}); there are {all:?}",
                self.path, self.status
            )
        };
        *chosen
    }

    async fn go(&mut self, going: Going) -> &mut Browser {
        let mut going = going;
        for _ in 0..10 {
            self.send(&going).await;
            let place = self
                .headers
                .get(header::LOCATION)
                .and_then(|place| place.to_str().ok());
            // What is somebody else's site is not gone to.
            let elsewhere = |place: &str| place.contains("://") && !place.starts_with(ORIGIN);
            let Some(place) = place.filter(|place| self.status.is_redirection() && !elsewhere(place)) else {
                return self;
            };
            let next = self.resolve(&local(place));
            going = match self.status.as_u16() {
                307 | 308 => Going { path: next, ..going },
                _ => Going {
                    from: going.from,
                    ..Going::get(next, going.site)
                },
            };
        }
        panic!("{} redirects more than ten times", self.path)
    }

    /// Sends one request without following where the answer leads.
    async fn send(&mut self, going: &Going) {
        let now = self.clock.now();
        let host = ORIGIN.trim_start_matches("https://");
        let site = match going.site {
            Site::None => "none",
            Site::Same => "same-origin",
            Site::Cross => "cross-site",
        };
        let safe = going.method == Method::GET;
        let mut request = Request::builder()
            .method(going.method.clone())
            .uri(&going.path)
            .header(header::HOST, host)
            .header(header::USER_AGENT, &self.agent)
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .header("sec-fetch-site", site)
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-dest", "document");
        if let Some(from) = &going.from {
            request = request.header(header::REFERER, from);
        }
        if !safe {
            let origin = if going.site == Site::Cross {
                "https://evil.example"
            } else {
                ORIGIN
            };
            request = request
                .header(header::ORIGIN, origin)
                .header(header::CONTENT_LENGTH, going.body.len());
        }
        if let Some(kind) = &going.kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if let Some(line) = self.jar.line(&going.path, going.site, safe, now) {
            request = request.header(header::COOKIE, line);
        }
        if let Some(list) = &self.forwarded {
            request = request.header("x-forwarded-for", list);
        }
        if let Some(address) = self.address {
            request = request.extension(ConnectInfo(SocketAddr::new(address, 49_152)));
        }
        let request = request
            .body(Body::from(going.body.clone()))
            .expect("the request is well formed");
        let answer = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("a router always answers");
        let (parts, body) = answer.into_parts();
        self.body = body
            .collect()
            .await
            .expect("the answer can be read to its end")
            .to_bytes()
            .to_vec();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            self.jar.take(line.to_str().expect("cookies are text"), now);
        }
        self.status = parts.status;
        self.headers = parts.headers;
        going.path.clone_into(&mut self.path);
        self.touched = None;
        self.page = if self.header("content-type").starts_with("text/html") {
            Document::parse(&self.html())
        } else {
            Document::default()
        };
    }

    /// An address on the page, made absolute against where the page stands.
    fn resolve(&self, address: &str) -> String {
        let address = local(address);
        let address = address.split('#').next().unwrap_or_default();
        let bare = self.path.split('?').next().unwrap_or_default();
        if address.starts_with('/') {
            address.to_owned()
        } else if address.is_empty() {
            self.path.clone()
        } else if address.starts_with('?') {
            format!("{bare}{address}")
        } else {
            let folder = bare.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{address}")
        }
    }
}

impl Going {
    fn get(path: String, site: Site) -> Going {
        Going {
            method: Method::GET,
            path,
            site,
            body: Vec::new(),
            kind: None,
            from: None,
        }
    }
}

/// An address of ours without the name of the host, so that the links of letters can be opened as they are.
fn local(address: &str) -> String {
    let path = address.strip_prefix(ORIGIN).unwrap_or(address);
    if path.is_empty() && !address.is_empty() {
        "/".to_owned()
    } else {
        path.to_owned()
    }
}

/// What the form sends: names and values in the order of the page. Files are added by [`multipart`].
fn pairs_of(form: &Form, button_name: &str, button_value: &str) -> Vec<(String, String)> {
    let sent = form.fields.iter().filter(|field| {
        let ticked = !matches!(field.kind.as_str(), "radio" | "checkbox") || field.checked;
        !field.name.is_empty() && ticked && field.kind != "file"
    });
    let mut pairs: Vec<(String, String)> = sent
        .map(|field| (field.name.clone(), field.value.clone()))
        .collect();
    if !button_name.is_empty() {
        pairs.push((button_name.to_owned(), button_value.to_owned()));
    }
    pairs
}
