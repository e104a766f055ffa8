//! What moved between two assessments, for a terminal and for a pull request.

mod markdown;
mod table;
mod wording;

use crate::diff::Diff;
use crate::scoring::Outcome;

pub use markdown::{markdown, section};
pub use table::table;

/// Two assessments and what moved between them.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a, 'm> {
    /// What followed before.
    pub old: &'a Outcome<'m>,
    /// What follows now.
    pub new: &'a Outcome<'m>,
    /// What moved.
    pub diff: &'a Diff<'m>,
    /// How the model changed between them; nothing when both answer the same one.
    pub model: Option<&'a ModelChange>,
}

/// How the model changed between two assessments: no team's doing, and so kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelChange {
    /// The major version that was answered before.
    pub from: String,
    /// The major version that is answered now.
    pub to: String,
    /// Ids that were answered before and that the model does not have any more.
    pub gone: Vec<String>,
}
