//! Words beside and instead of tables.

use crate::report::kit::style::Style;
use crate::text::wrap;

/// Each in lines of its own as wide as the terminal, those after the first set in.
pub(super) fn lines(words: impl IntoIterator<Item = String>, style: &Style) -> String {
    words.into_iter().flat_map(|words| wrap(&words, style.width, "", "  ")).map(|line| line + "\n").collect()
}
