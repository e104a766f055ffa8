//! A trend in one language: what every section needs of it.

use crate::lang::{Lang, Text};
use crate::report::kit::trend as words;
use crate::trend::{Stamp, Trend};

/// A trend in one language.
pub(super) struct TrendPage<'a, 'm> {
    pub trend: &'a Trend<'m>,
    pub lang: Lang,
    /// The folder that the names of all files begin with; who reads the page has another one.
    pub folder: String,
}

impl<'a, 'm> TrendPage<'a, 'm> {
    pub(super) fn new(trend: &'a Trend<'m>, lang: Lang) -> Self {
        Self { trend, lang, folder: words::shared_folder(trend) }
    }

    /// The first letters of a commit, or the name of a file within that folder.
    pub(super) fn origin(&self, stamp: &Stamp) -> String {
        let origin = words::origin(stamp);
        origin.strip_prefix(&self.folder).map(str::to_owned).unwrap_or(origin)
    }

    /// A text in the language of the page.
    pub(super) fn say(&self, text: Text) -> String {
        text.into_string(self.lang)
    }

    /// An id that is unique in a file of both languages, and beside those of a report.
    pub(super) fn id(&self, part: &str) -> String {
        format!("{}-trend-{part}", self.lang.tag())
    }
}
