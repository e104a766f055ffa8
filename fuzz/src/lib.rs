//! What every fuzz target holds, whatever it is fed: no panic, and nothing in any output that it must not hold.

pub mod documents;
pub mod edited;
pub mod fixture;
pub mod held;

/// The input as text: what is no UTF-8 is read as the program would not read it, and so is nothing.
#[must_use]
pub fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}
