//! A signed statement: three parts with dots between. Read here, believed only after its signature was found right.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use crate::keys::Alg;
use crate::trouble::{Trouble, quoted};

/// No statement is longer.
const LONGEST: usize = 32 * 1024;

/// One, not believed yet.
pub(crate) struct Statement<'t> {
    pub alg: Alg,
    pub kid: Option<String>,
    pub typ: Option<String>,
    /// What was signed.
    pub message: &'t str,
    pub signature: Vec<u8>,
    /// What it says.
    pub payload: Vec<u8>,
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: Option<String>,
    typ: Option<String>,
    crit: Option<serde_json::Value>,
}

impl Statement<'_> {
    pub fn read(text: &str) -> Result<Statement<'_>, Trouble> {
        let none = || Trouble::wrong("it is no signed statement");
        if text.len() > LONGEST {
            return Err(none());
        }
        let (message, signature) = text.rsplit_once('.').ok_or_else(none)?;
        let (head, payload) = message.split_once('.').ok_or_else(none)?;
        let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| none());
        let head: Head = serde_json::from_slice(&bytes(head)?).map_err(|_| none())?;
        if head.crit.is_some() {
            return Err(Trouble::wrong("it asks for what this program does not know"));
        }
        let alg = Alg::of(&head.alg)
            .ok_or_else(|| Trouble::wrong(format!("it is signed by {}", quoted(&head.alg))))?;
        Ok(Statement {
            alg,
            kid: head.kid,
            typ: head.typ,
            message,
            signature: bytes(signature)?,
            payload: bytes(payload)?,
        })
    }
}
