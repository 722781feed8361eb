//! What holds for the whole program: its statements on both engines, its pages in every complete language, its commands.
mod api;
#[cfg(unix)]
mod check;
mod commands;
#[cfg(unix)]
mod drill;
mod kept;
mod letters;
mod mergers;
mod metrics;
mod pages;
mod program;
mod roles;
mod saved;
mod statements;
mod troubles;
#[cfg(target_os = "linux")]
mod uploads;
#[cfg(target_os = "linux")]
mod waiting;

/// The rooms of the program.
const SLICES: &[web::Slice] = &[
    people::SLICE,
    members::SLICE,
    forum::SLICE,
    registration::SLICE,
    site::SLICE,
];
