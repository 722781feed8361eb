//! The site itself: its first run, who has which role, the accounts, the log of what happened, and whether mail arrives.
mod alert;
pub mod api;
mod first_run;
mod mail_test;
mod merge;
mod pages;
mod roles;
mod urls;
mod webhook;

/// The sentences of this room.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use alert::{ALERT, Alerts};
pub use first_run::offer as first_run;

/// This room.
pub const SLICE: web::Slice = web::Slice {
    name: "site",
    routes: urls::routes,
    desk_menu: &[
        web::MenuEntry {
            path: "/desk/people",
            label: |l: i18n::Locale| words::Words(l).people(),
        },
        web::MenuEntry {
            path: "/desk/accounts",
            label: |l: i18n::Locale| words::Words(l).accounts(),
        },
        web::MenuEntry {
            path: "/desk/audit",
            label: |l: i18n::Locale| words::Words(l).audit(),
        },
        web::MenuEntry {
            path: "/desk/mail",
            label: |l: i18n::Locale| words::Words(l).mail(),
        },
        web::MenuEntry {
            path: "/desk/second-step",
            label: |l: i18n::Locale| words::Words(l).second_step(),
        },
    ],
    mails: mail_test::MAILS,
    referring: merge::REFERRING,
    jobs: alert::JOBS,
    timers: alert::TIMERS,
    panels: pages::mail_trouble::PANELS,
    api: &[api::roles::NOUN, api::accounts::NOUN, api::log::NOUN],
    ..web::Slice::EMPTY
};
