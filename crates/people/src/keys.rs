//! The server's key for the codes of letters: derived from its root key, never stored.

use mail::Setting;
use web::App;

/// The key when a page checks a code.
pub fn code_of_app(app: &App) -> [u8; 32] {
    app.keys().derive("people.code")
}

/// The same key when a letter is written.
pub fn code_of_setting(setting: &Setting) -> [u8; 32] {
    setting.keys.derive("people.code")
}
