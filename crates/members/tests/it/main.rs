//! The directory, tested by page and by data file.

mod data;
mod load;
