//! What the middle of the screen shows, and whether that is all of it.

/// The middle of the screen.
#[derive(Default)]
pub(super) struct Body {
    /// At most as many lines as there is room.
    pub lines: Vec<String>,
    /// Whether more of what an arrow points at, or of the help, lies below.
    pub hides_more: bool,
}

impl From<Vec<String>> for Body {
    fn from(lines: Vec<String>) -> Self {
        Self { lines, hides_more: false }
    }
}
