//! The person who is signed in.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use web::App;
/// Somebody signed in.
pub struct Me {
    pub name: String,
    pub email: String,
}
impl FromRequestParts<App> for Me {
    type Rejection = web::Error;
    async fn from_request_parts(_: &mut Parts, _: &App) -> Result<Me, web::Error> {
        Err(web::Error::NotFound)
    }
}
