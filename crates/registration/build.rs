//! Compiles the sentences of this crate.

fn main() {
    words::compile("registration");
}
