//! One's own account.

use askama::Template;
use web::{App, Page, Visitor};

use super::answers::private;
use crate::me::Me;
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/account.html")]
struct View {
    page: Page,
    w: Words,
    name: String,
    email: String,
}

pub async fn get(app: App, visitor: Visitor, me: Me) -> web::Result {
    let w = Words(visitor.locale);
    let page = Page::new(&app, &visitor, w.account()).description(w.account_description());
    Ok(private(web::html(View {
        page,
        w,
        name: me.name,
        email: me.email,
    })))
}
