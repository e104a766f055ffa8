//! What a cut says of what is missing.

use super::super::view::more;
use crate::report::kit::style::Style;
use crate::text::{cut, width};

/// Fewer columns of a text are worth nothing beside the sign that more follows.
const LEAST_TEXT: usize = 16;

/// How a cut is marked: the first one of a screen says which key shows the rest.
#[derive(Clone)]
pub(super) enum Hint {
    InFull,
    InShort,
}

impl Hint {
    /// What is written where so much is missing, in so many columns.
    pub(super) fn sign(&mut self, missing: usize, room: usize, style: &Style) -> String {
        let short = text!("… {missing} more", "… 还有 {missing} 条").into_string(style.lang);
        if let Self::InShort = self {
            return short;
        }
        *self = Self::InShort;
        let full = more(missing, style);
        if width(&full) + LEAST_TEXT <= room { full } else { short }
    }
}

/// As many whole words of a text as there is room for.
pub(in crate::report::screen) fn begin_of(text: &str, columns: usize) -> String {
    let shown = cut(text, columns);
    let Some(begin) = shown.strip_suffix('…').filter(|begin| text.starts_with(begin)) else { return text.to_owned() };
    let is_within_word = |next: &str| next.starts_with(|character: char| character.is_ascii_alphanumeric());
    let words = if is_within_word(&text[begin.len()..]) {
        begin.rfind(' ').map_or(begin, |blank| &begin[..blank])
    } else {
        begin
    };
    words.trim_end().to_owned()
}
