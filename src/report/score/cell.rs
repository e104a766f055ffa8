//! One column of a row of levels.

use anstyle::{Ansi256Color, Effects};

use super::super::{Colour, Style};
use crate::text::pad;

/// What stands in a column, and how it looks.
pub(super) struct Cell {
    pub words: String,
    pub colour: Option<Ansi256Color>,
    pub weight: Effects,
}

impl Cell {
    /// Words in the colour of the terminal.
    pub(super) fn new(words: impl Into<String>, weight: Effects) -> Self {
        Self { words: words.into(), colour: None, weight }
    }

    /// Filled up to so many columns.
    pub(super) fn filled(&self, columns: usize, style: &Style) -> String {
        let words = pad(&self.words, columns);
        if style.colour == Colour::Off || (self.colour.is_none() && self.weight.is_plain()) {
            return words;
        }
        let colour = anstyle::Style::new().fg_color(self.colour.map(Into::into));
        let weight = anstyle::Style::new().effects(self.weight);
        // A colour alone is taken back alone.
        let end = if weight.is_plain() { "\u{1b}[39m" } else { "\u{1b}[0m" };
        format!("{colour}{weight}{words}{end}")
    }
}
