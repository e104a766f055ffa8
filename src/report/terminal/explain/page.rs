//! Text being written, wrapped to the width of its style.

use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::{blanks, push_wrapped, width, wrap};

/// Text being written, wrapped to the width of its style.
pub(super) struct ExplainDocument<'s> {
    text: String,
    pub(super) style: &'s Style,
}

impl<'s> ExplainDocument<'s> {
    pub(super) fn new(style: &'s Style) -> Self {
        Self { text: String::new(), style }
    }

    pub(super) fn text(self) -> String {
        self.text
    }

    pub(super) fn say(&mut self, text: &Text) -> String {
        text.get(self.style.lang).to_owned()
    }

    /// A paragraph; `first` begins it and is as wide as what its other lines are indented by.
    pub(super) fn paragraph(&mut self, first: &str, words: &str) {
        let rest = blanks(width(first));
        push_wrapped(&mut self.text, words, self.style.width, first, &rest);
    }

    pub(super) fn title(&mut self, words: &str) {
        for line in wrap(words, self.style.width, "", "  ") {
            let bold = self.style.colors.bold(&line);
            self.line(&bold);
        }
    }

    pub(super) fn dim(&mut self, words: &str) {
        for line in wrap(words, self.style.width, "", "  ") {
            let dim = self.style.colors.dim(&line);
            self.line(&dim);
        }
    }

    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn gap(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}
