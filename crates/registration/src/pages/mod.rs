//! The pages of registration: the delegate's form and status, and the desk's queue.

pub mod answers;
pub mod ask;
pub mod desk;
pub mod detail;
pub mod door;
pub mod fields;
pub mod files;
pub mod my;
pub mod panel;
pub mod papers;
pub mod queue;
pub mod register;
pub mod step;
pub mod step_view;
pub mod track;
pub mod withdraw;

/// A page that shows a form again because something in it was not taken: 422 tells programs so.
fn refused(mut page: web::Response) -> web::Response {
    *page.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    page
}
