//! What every request passes and every page stands on, asked from outside through the whole stack.
#[cfg(test)]
mod connections;
mod forms;
mod gate;
mod headers;
mod kept;
mod languages;
#[cfg(test)]
mod program;
mod refusals;
#[cfg(test)]
mod style;
