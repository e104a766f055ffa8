//! Answers to what a model does not have any more: kept at the end of the file, as comments.

use std::fmt::Write as _;

use toml::de::DeValue;

use crate::document::Value;
use crate::text::one_line;

/// Answers that are taken out of a file: where each stood, its id, and its value as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gone {
    found: Vec<(usize, String, String)>,
}

impl Gone {
    /// Takes the answers in a value at a place of `text`: tables with headers are gone through, values are taken as
    /// they stand.
    pub(super) fn collect(&mut self, text: &str, at: usize, value: &Value<'_>, id: &str) {
        match value.get_ref() {
            DeValue::Table(below) if !text[value.span()].starts_with('{') => {
                for (key, value) in below {
                    self.collect(text, key.span().start, value, &format!("{id}.{}", key.get_ref()));
                }
            }
            _ => self.found.push((at, id.to_owned(), text[value.span()].to_owned())),
        }
    }

    /// The ids, in the order in which they stood.
    pub(super) fn ids(&self) -> Vec<String> {
        self.in_order().into_iter().map(|(_, id, _)| id.clone()).collect()
    }

    fn in_order(&self) -> Vec<&(usize, String, String)> {
        let mut found: Vec<_> = self.found.iter().collect();
        found.sort_by_key(|(at, ..)| *at);
        found
    }

    /// Writes all of it as comments, in the order in which it stood.
    pub(super) fn append_to(&self, text: &mut String, version: &str) {
        if self.found.is_empty() {
            return;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if !text.ends_with("\n\n") && !text.ends_with("\n\r\n") {
            text.push('\n');
        }
        let _ = writeln!(text, "# Answers to version {version} of the model that this version does not have:");
        let lines = self.in_order().into_iter();
        text.extend(lines.map(|(_, id, value)| format!("# {} = {}\n", one_line(id), one_line(value))));
    }
}
