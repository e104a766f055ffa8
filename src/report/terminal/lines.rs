//! Words beside and instead of tables.

use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::{flow, push_wrapped};

/// Each in lines of its own as wide as the terminal, those after the first set in.
pub(super) fn lines(words: impl IntoIterator<Item = String>, style: &Style) -> String {
    let mut text = String::new();
    words.into_iter().for_each(|words| push_wrapped(&mut text, &words, style.width, "", "  "));
    text
}

/// What signs and heads of a table mean, one beside the other as far as the terminal is wide.
pub(super) fn side_by_side(entries: &[Text], style: &Style) -> String {
    let entries: Vec<_> = entries.iter().map(|entry| entry.get(style.lang)).collect();
    flow(&entries, style.width).iter().map(|line| style.colors.dim(line) + "\n").collect()
}
