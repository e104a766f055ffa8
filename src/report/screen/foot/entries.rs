//! Entries of the foot: each a key or a word with what it does, two blanks between them.

use crate::interview::Interview;
use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::flow;

/// Keys, each with what it does, in as many lines as they take.
pub(in crate::report::screen) fn dimmed(words: &str, style: &Style) -> Vec<String> {
    let entries: Vec<_> = words.split("  ").collect();
    flow(&entries, style.width).iter().map(|line| style.colors.dim(line)).collect()
}

/// The keys, and after them the one that shows what people said about the question, where there is something to show.
pub(super) fn with_who(interview: &Interview<'_>, keys: Text, who: Text, style: &Style) -> Vec<String> {
    let who = if interview.people().is_some() { who.into_string(style.lang) } else { String::new() };
    dimmed(&(keys.into_string(style.lang) + &who), style)
}
