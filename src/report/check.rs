//! The verdict of a check, in every format that people and build servers read.

mod github;
mod gitlab;
mod junit;
mod markdown;
mod sarif;
mod table;
mod targets;
mod wording;

use crate::policy::Verdict;
use crate::scoring::Outcome;

pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use markdown::markdown;
pub use sarif::sarif;
pub use table::table;
pub use targets::targets;

/// A verdict and what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Check<'a, 'm> {
    /// What follows from the answers as they count on the day.
    pub outcome: &'a Outcome<'m>,
    /// How they stand to what was promised.
    pub verdict: &'a Verdict<'m>,
    /// The answers file, relative to the repository, with `/` between its folders.
    pub file: &'a str,
    /// What it was to be compared with; nothing where no comparison was asked for.
    pub baseline: Option<Baseline<'a>>,
}

/// What an assessment was to be compared with.
#[derive(Clone, Copy, Debug)]
pub struct Baseline<'a> {
    /// As it was named: a file, or `git:REV`.
    pub name: &'a str,
    /// Whether there were answers to compare with.
    pub is_there: bool,
}
