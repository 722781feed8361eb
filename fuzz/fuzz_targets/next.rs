//! Where to go on to after signing in.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::next(bytes));
