//! Compiles the words of this room.
fn main() {
    words::compile("site");
}
