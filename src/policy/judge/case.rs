//! What is to be judged, and by what.

use crate::answers::{Answers, Date};
use crate::diff::Diff;
use crate::model::Id;
use crate::policy::rules::Rules;
use crate::policy::target::Targets;
use crate::scoring::Outcome;

/// What is to be judged, and by what.
#[derive(Clone, Copy)]
pub struct Case<'a, 'm> {
    /// What follows from the answers as they count on the day: see [`Answers::on`].
    pub outcome: &'a Outcome<'m>,
    /// The answers as they are written.
    pub written: &'a Answers,
    /// The levels to hold.
    pub targets: &'a Targets,
    /// What else must be true.
    pub rules: &'a Rules,
    /// The day on which it is judged.
    pub day: Date,
    /// What moved since the baseline, than which nothing may be worse; `None` without one.
    pub since: Option<&'a Diff<'m>>,
    /// Parts of the model that may be worse than they were.
    pub may_drop: &'a [Id],
    /// Whether the file of an evidence entry is there.
    pub evidence: &'a dyn Fn(&str) -> Evidence,
}

/// Result of looking for the file that an evidence entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The entry is a link, which is not followed.
    Link,
    /// The file exists.
    Found,
    /// There is no such file.
    Missing,
    /// The path leads out of the repository.
    Outside,
}
