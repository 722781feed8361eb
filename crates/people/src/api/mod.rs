//! What programs read and write of this room, and who it is that asks.

pub mod me;

use axum::extract::Request;
use base::Fault;
use std::sync::Arc;
use web::App;
use web::api::{Bearer, Call, Caller, Refused, Scope};

use crate::me::Me;
use crate::token::{self, From};
use crate::words::Words;

/// To read what one may read oneself.
pub static READ: Scope = Scope {
    code: "read",
    label: |locale| Words(locale).scope_read(),
};

/// To change one's own account.
pub static ACCOUNT_WRITE: Scope = Scope {
    code: "account:write",
    label: |locale| Words(locale).scope_account_write(),
};

/// The person in whose name a program asks.
pub fn me(call: &Call) -> web::api::Result<&Me> {
    let found = call.extensions.get::<Arc<Me>>();
    found.map(Arc::as_ref).ok_or(Refused::Unauthorized)
}

/// Where the request comes from.
pub fn from(call: &Call) -> From {
    call.extensions.get::<From>().cloned().unwrap_or(From {
        ip: String::new(),
        ua: String::new(),
    })
}

/// Finds out whose token a request carries, roles included, and notes that it was used, at most once a minute.
pub(crate) async fn recognise(app: &App, request: &mut Request) {
    let Some(hash) = token::of_request(request.headers()) else {
        return;
    };
    let caller = match look_up(app, hash).await {
        Ok(Some((me, bearer))) => {
            if let Some(visitor) = request.extensions_mut().get_mut::<web::Visitor>() {
                crate::me::tell(visitor, &me);
            }
            request.extensions_mut().insert(Arc::new(me));
            Caller::Token(bearer)
        }
        Ok(None) => Caller::Dead,
        Err(fault) => {
            tracing::error!(%fault, "no token can be recognised");
            Caller::Unknown
        }
    };
    request.extensions_mut().insert(caller);
}

async fn look_up(app: &App, hash: [u8; 32]) -> Result<Option<(Me, Bearer)>, Fault> {
    let found = app
        .db()
        .read(move |tx| {
            let Some(carried) = token::check(tx, &hash)? else {
                return Ok::<_, Fault>(None);
            };
            let me = Me::read(
                tx,
                carried.account_id,
                &carried.name,
                &carried.email,
                &carried.locale,
            )?;
            Ok(Some((me, carried)))
        })
        .await?;
    let Some((me, carried)) = found else {
        return Ok(None);
    };
    let id = carried.id;
    if carried.is_due(app.now()) {
        // As with sessions: a database that cannot be written is read all the same.
        if let Err(fault) = app.db().write(move |tx| token::used(tx, id)).await {
            tracing::warn!(%fault, "not noted that a token was used");
        }
    }
    let scopes = carried.scopes.split(' ').map(str::to_owned).collect();
    Ok(Some((
        me,
        Bearer {
            token: id.uuid(),
            scopes,
        },
    )))
}
