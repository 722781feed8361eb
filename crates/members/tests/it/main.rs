//! The directory, tested by page and by data file.

#[cfg(test)]
mod data;
#[cfg(test)]
mod load;
