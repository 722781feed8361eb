//! What each of the six languages does its own way.

mod calendar;
mod direction;
mod languages;
mod numbers;
mod order;
mod places;
mod spans;
