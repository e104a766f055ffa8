//! Where answers stand in the file that they were read from.
//!
//! Lines are counted when somebody asks for one: few do, and every reader of every file would pay. What is said is the same
//! wherever it stands, so that none of this tells answers apart.

use std::sync::Arc;

use crate::model::Id;
use crate::problem;

/// Where something begins in the text of its file, in bytes; 0 for what was never in a file. Equal to any other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Offset(pub(super) usize);

impl Offset {
    /// Of what was never in a file.
    pub const NONE: Self = Self(0);
}

impl PartialEq for Offset {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Offset {}

/// The text that answers were read from; empty for answers that were never in a file. Equal to any other.
#[derive(Clone, Debug, Default)]
pub struct FileText {
    text: Arc<str>,
    /// Where the answers of a node above the dimensions begin, in the order in which they were read.
    tables: Vec<(Id, Offset)>,
}

impl FileText {
    /// The text, without a byte order mark, and where in it the answers of nodes above the dimensions begin.
    pub(super) fn new(text: &str, tables: Vec<(Id, Offset)>) -> Self {
        Self { text: text.into(), tables }
    }

    /// The line of something that was read from it, from 1.
    #[must_use]
    pub fn line(&self, offset: Offset) -> usize {
        problem::line(&self.text, offset.0)
    }

    /// The line where the answers of a node above the dimensions begin, from 1; `None` if the file has none.
    #[must_use]
    pub fn table_line(&self, id: &Id) -> Option<usize> {
        // Few ask, and every file that is read would pay for a map.
        self.tables.iter().find(|(own, _)| own == id).map(|(_, offset)| self.line(*offset))
    }
}

impl PartialEq for FileText {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for FileText {}
