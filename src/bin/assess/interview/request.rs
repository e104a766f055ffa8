//! What an interview is asked to do.

use std::path::Path;
use std::sync::Arc;

use assess::interview::Wish;
use assess::merge::Merge;
use assess::model::{Id, Model};

/// What an interview is to be about.
pub struct Request<'a> {
    /// The model that is asked.
    pub model: &'a Model,
    /// The answers file, which may not be there yet.
    pub path: &'a Path,
    /// The areas to write into the file; empty if they were not named.
    pub scope: &'a [Id],
    /// What to ask, this time.
    pub wish: Wish,
    /// What people answered by themselves; `None` if nobody is heard.
    pub people: Option<Arc<Merge<'a>>>,
    /// The options that go on with the same interview, each after a blank.
    pub options: &'a str,
}
