//! Byte offsets for the characters that the parser counts in.

use std::ops::Range;

use saphyr_parser::{Marker, Span};

use crate::problem::Lines;

/// Every how many characters the byte offset is kept: no place is far from one, in a text of one long line either.
const STEP: usize = 64;

/// Where the characters and the lines of a text are.
pub(super) struct Places<'t> {
    text: &'t str,
    lines: Lines<'t>,
    /// Where what the parser reads begins: after the byte order mark, if there is one.
    start: usize,
    /// The offset of every character whose number is a multiple of [`STEP`]; empty where each character is a byte.
    kept: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Those of a whole text, of which the parser reads `body`, its end.
    pub(super) fn new(text: &'t str, body: &'t str) -> Self {
        let start = text.len() - body.len();
        let offsets = body.char_indices().step_by(STEP).map(|(at, _)| start + at);
        let kept = if body.is_ascii() { Vec::new() } else { offsets.collect() };
        Self { text, lines: Lines::new(text), start, kept }
    }

    /// The line, from 1, of a byte offset.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.number(offset)
    }

    /// The byte offset of a place.
    pub(super) fn offset(&self, marker: Marker) -> usize {
        let index = marker.index();
        if self.kept.is_empty() {
            return (self.start + index).min(self.text.len());
        }
        let Some(from) = self.kept.get(index / STEP) else { return self.text.len() };
        let rest = &self.text[*from..];
        rest.char_indices().nth(index % STEP).map_or(self.text.len(), |(at, _)| from + at)
    }

    /// The bytes of a span, without the line breaks that a block ends with.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        self.between(self.offset(span.start), span.end)
    }

    /// The bytes from an offset to a place, likewise.
    pub(super) fn between(&self, start: usize, end: Marker) -> Range<usize> {
        let end = self.offset(end).max(start);
        start..start + self.text[start..end].trim_end().len()
    }
}
