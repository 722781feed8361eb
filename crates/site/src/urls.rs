//! The pages of this room.
use crate::pages::{accounts, assisted, audit, begin, mail, merge, people, second_step};
use axum::routing::{get, post};
use web::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .at("/first-run/{token}", get(begin::get).post(begin::post))
        .at("/desk/accounts", get(accounts::list))
        .at("/desk/accounts/{id}", get(accounts::one))
        .at("/desk/accounts/{id}/end-sessions", post(accounts::end_sessions))
        .at("/desk/accounts/{id}/disable", post(accounts::disable))
        .at("/desk/accounts/{id}/enable", post(accounts::enable))
        .at("/desk/accounts/{id}/address", post(assisted::ask))
        .at("/desk/accounts/{id}/address/agree", post(assisted::agree))
        .at("/desk/accounts/{id}/merge", get(merge::get).post(merge::post))
        .at("/desk/accounts/{id}/merge/undo", post(merge::undo))
        .at("/desk/audit", get(audit::get))
        .at("/desk/audit/kept", post(audit::keep))
        .at("/desk/mail", get(mail::get).post(mail::post))
        .at("/desk/second-step", get(second_step::get).post(second_step::post))
        .at("/desk/second-step/code", post(second_step::code))
        .at("/desk/people", get(people::get))
        .at("/desk/people/grant", post(people::grant))
        .at("/desk/people/revoke", post(people::revoke))
}
