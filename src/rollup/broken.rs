//! Files that could not be read.

use crate::lang::Text;
use crate::text::one_line;

/// A file that could not be read, with its first problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The file, as it was named.
    pub path: String,
    /// The line and the column (in characters), both from 1; `None` if it is in no place of the file.
    pub position: Option<(usize, usize)>,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
    /// How many problems there are.
    pub count: usize,
}

impl Broken {
    /// `teams/a.toml:8:1: unknown id (and 2 more)`: where it is and what is wrong, in one line.
    ///
    /// What has no place in a file is said by its message alone, which names the file.
    #[must_use]
    pub fn line(&self) -> Text {
        let Text { en, zh, .. } = &self.message;
        let (en, zh) = (one_line(en), one_line(zh));
        let (path, more) = (one_line(&self.path), self.count.saturating_sub(1));
        match (self.position, more) {
            (None, _) => text!("{en}", "{zh}"),
            (Some((line, column)), 0) => text!("{path}:{line}:{column}: {en}", "{path}:{line}:{column}：{zh}"),
            (Some((line, column)), _) => text!(
                "{path}:{line}:{column}: {en} (and {more} more)",
                "{path}:{line}:{column}：{zh}（另有 {more} 个问题）"
            ),
        }
    }
}
