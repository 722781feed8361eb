//! The pages of this room.

use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, get, post};
use web::{App, Routes};

use crate::pages::{
    account, again, again_passkey, again_totp, authenticator, check_email, close, code, console, data, email,
    events, link, link_deny, link_number, log, organizations, passkey, passkeys, password, recovery,
    recovery_codes, reset, reset_link, sessions, sign_in, sign_out, sign_up, status, stop, tokens, totp,
    with, with_logout, with_offer,
};

pub fn routes() -> Routes {
    of_account(Routes::new())
        .at("/sign-up", get(sign_up::get).post(sign_up::post))
        .at("/sign-in", small(get(sign_in::get).post(sign_in::post)))
        .at("/sign-in/check-email", get(check_email::get))
        .at("/sign-in/status", get(status::get))
        .at("/sign-in/events", get(events::get))
        .at("/sign-in/resend", post(check_email::resend))
        .at("/sign-in/cancel", post(check_email::cancel))
        .at("/sign-in/complete", post(check_email::complete))
        .at("/sign-in/code", get(code::get).post(code::post))
        .at("/sign-in/passkey", small(get(passkey::get).post(passkey::post)))
        .at("/sign-in/passkey/options", post(passkey::options))
        .at("/sign-in/authenticator", small(get(totp::get).post(totp::post)))
        .at(
            "/sign-in/recovery",
            small(get(recovery::get).post(recovery::post)),
        )
        .at("/sign-in/console/{token}", get(console::get).post(console::post))
        .at("/sign-in/with/{provider}", get(with::get))
        .at("/sign-in/with/{provider}/back", get(with::back))
        .at("/sign-in/with/{provider}/logout", small(post(with_logout::post)))
        .at("/sign-in/organization", get(with_offer::get))
        .at("/reset", get(reset::get).post(reset::post))
        .at("/r/{token}", get(reset_link::get).post(reset_link::post))
        .at("/l/{token}", get(link::get).post(link::post))
        .at("/l/{token}/approve", post(link_number::post))
        .at("/l/{token}/deny", get(link_deny::get).post(link_deny::post))
        .at("/sign-out", post(sign_out::post))
}

/// One's own account.
fn of_account(routes: Routes) -> Routes {
    routes
        .at("/account", get(account::get))
        .at("/account/password", get(password::get).post(password::post))
        .at(
            "/account/recovery-codes",
            get(recovery_codes::get).post(recovery_codes::post),
        )
        .at(
            "/account/passkeys",
            small(get(passkeys::get).post(passkeys::post)),
        )
        .at("/account/passkeys/add", post(passkeys::add))
        .at("/account/passkeys/options", post(passkeys::options))
        .at("/account/passkeys/ask", post(passkeys::asked))
        .at("/account/passkeys/decline", post(passkeys::decline))
        .at("/account/passkeys/{id}/name", post(passkeys::rename))
        .at("/account/passkeys/{id}/remove", post(passkeys::remove))
        .at("/account/email", get(email::get).post(email::post))
        .at(
            "/account/email/{token}",
            get(email::confirm_page).post(email::confirm),
        )
        .at("/account/email/passkey", post(email::by_passkey))
        .at("/stop/{token}", get(stop::get).post(stop::post))
        .at("/undo/{token}", get(email::undo_page).post(email::undo))
        .at(
            "/account/authenticator",
            get(authenticator::get).post(authenticator::post),
        )
        .at("/account/authenticator/confirm", post(authenticator::confirm))
        .at("/account/authenticator/remove", post(authenticator::remove))
        .at("/account/organizations", get(organizations::get))
        .at(
            "/account/organizations/link",
            get(with_offer::ask).post(with_offer::post),
        )
        .at("/account/organizations/{id}/unlink", post(organizations::unlink))
        .at("/account/log", get(log::get))
        .at("/account/data", get(data::get).post(data::post))
        .at("/account/close", get(close::get).post(close::post))
        .at("/account/again", get(again::get).post(again::post))
        .at("/account/again/code", post(again::code))
        .at(
            "/account/again/authenticator",
            get(again_totp::get).post(again_totp::post),
        )
        .at(
            "/account/again/passkey",
            get(again_passkey::get).post(again_passkey::post),
        )
        .at("/account/again/on", get(again::on_with))
        .at("/account/extend", post(sessions::extend))
        .at("/account/sessions", get(sessions::get))
        .at("/account/sessions/end-others", post(sessions::end_others))
        .at("/account/sessions/{id}/end", post(sessions::end))
        .at("/account/tokens", get(tokens::get).post(tokens::post))
        .at("/account/tokens/{id}/revoke", post(tokens::revoke))
}

/// An address and a password need no more.
fn small(page: MethodRouter<App>) -> MethodRouter<App> {
    page.layer(DefaultBodyLimit::max(8 * 1024))
}
