//! What holds for the whole program: its statements on both engines, its pages in every complete language, its commands.
mod api;
mod commands;
mod pages;
mod statements;

/// The rooms of the program.
const SLICES: &[web::Slice] = &[
    people::SLICE,
    members::SLICE,
    forum::SLICE,
    registration::SLICE,
    site::SLICE,
];
