//! A trend in one language: what every section needs of it.

use crate::lang::{Lang, Text};
use crate::trend::Trend;

/// A trend in one language.
pub(super) struct Page<'a, 'm> {
    pub trend: &'a Trend<'m>,
    pub lang: Lang,
}

impl Page<'_, '_> {
    /// A text in the language of the page.
    pub(super) fn say(&self, text: Text) -> String {
        text.into_string(self.lang)
    }

    /// An id that is unique in a file of both languages, and beside those of a report.
    pub(super) fn id(&self, part: &str) -> String {
        format!("{}-trend-{part}", self.lang.tag())
    }
}
