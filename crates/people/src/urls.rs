//! The pages of this room.

use axum::routing::{get, post};
use web::Routes;

use crate::pages::{
    account, check_email, code, console, link, link_deny, link_number, reset, reset_link, sign_in, sign_out,
    sign_up, status, tokens,
};

pub fn routes() -> Routes {
    Routes::new()
        .at("/sign-up", get(sign_up::get).post(sign_up::post))
        .at("/sign-in", get(sign_in::get).post(sign_in::post))
        .at("/sign-in/check-email", get(check_email::get))
        .at("/sign-in/status", get(status::get))
        .at("/sign-in/resend", post(check_email::resend))
        .at("/sign-in/cancel", post(check_email::cancel))
        .at("/sign-in/complete", post(check_email::complete))
        .at("/sign-in/code", get(code::get).post(code::post))
        .at("/sign-in/console/{token}", get(console::get).post(console::post))
        .at("/reset", get(reset::get).post(reset::post))
        .at("/r/{token}", get(reset_link::get).post(reset_link::post))
        .at("/l/{token}", get(link::get).post(link::post))
        .at("/l/{token}/approve", post(link_number::post))
        .at("/l/{token}/deny", get(link_deny::get).post(link_deny::post))
        .at("/sign-out", post(sign_out::post))
        .at("/account", get(account::get))
        .at("/account/tokens", get(tokens::get).post(tokens::post))
        .at("/account/tokens/{id}/revoke", post(tokens::revoke))
}
