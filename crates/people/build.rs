//! Compiles the sentences of this crate.

fn main() {
    words::compile("people");
}
