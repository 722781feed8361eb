//! Compiles the sentences of this crate.

fn main() {
    words::compile_for("i18n", "crate");
}
