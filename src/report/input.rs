//! What documents are made of: finished results, and what they are about.

use crate::commands::Commands;
use crate::diff::Diff;
use crate::highlights::Highlights;
use crate::model::NodeKind;
use crate::plan::{Lead, Plan};
use crate::policy::{Judged, Verdict};
use crate::report::placed_problem::PlacedProblem;
use crate::scoring::{Outcome, Scored};
use crate::trend::Trend;

/// The levels of an assessment, or of a part of it, and what is still needed there.
#[derive(Clone, Debug)]
pub struct Standing<'a, 'm> {
    /// What follows from the answers.
    pub outcome: &'a Outcome<'m>,
    /// What is still needed in the part that is shown.
    pub plan: &'a Plan<'m>,
    /// That part, and what to know first about it.
    pub lead: Lead<'a, 'm>,
    /// The last storey that is shown.
    pub depth: usize,
}

impl<'a, 'm> Standing<'a, 'm> {
    /// The part that is shown and the nodes right below it.
    pub(in crate::report) fn first(&self) -> Vec<&'a Scored<'m>> {
        let children = self.lead.at.children.iter().filter(|child| child.node.storey() <= self.depth);
        [self.lead.at].into_iter().chain(children).collect()
    }

    /// Every node of that part down to the depth, the model itself left out; empty where `first` shows them all.
    pub(in crate::report) fn all(&self) -> Vec<&'a Scored<'m>> {
        fn collect<'a, 'm>(at: &'a Scored<'m>, storeys: usize, all: &mut Vec<&'a Scored<'m>>) {
            all.push(at);
            if let Some(storeys) = storeys.checked_sub(1) {
                at.children.iter().for_each(|child| collect(child, storeys, all));
            }
        }
        let at = self.lead.at;
        let mut all = Vec::new();
        collect(at, self.depth.saturating_sub(at.node.storey()), &mut all);
        if all.len() <= self.first().len() {
            return Vec::new();
        }
        all.retain(|scored| scored.node.kind() != NodeKind::Model);
        all
    }

    /// Whether the clauses that sub-domains need are shown, which stand below them.
    pub(in crate::report) fn is_deep(&self) -> bool {
        self.depth >= self.outcome.model.sub_domain_storey()
    }
}

/// A verdict and what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Check<'a, 'm> {
    /// What follows from the answers as they count on the day.
    pub outcome: &'a Outcome<'m>,
    /// The verdict on them.
    pub verdict: &'a Verdict<'m>,
    /// The answers file, relative to the repository, with `/` between its folders.
    pub file: &'a str,
    /// What it was to be compared with; `None` if no comparison was asked for.
    pub baseline: Option<Baseline<'a>>,
    /// What commands that a document names need besides, to read these answers.
    pub commands: &'a Commands,
}

/// What an assessment was to be compared with.
#[derive(Clone, Copy, Debug)]
pub struct Baseline<'a> {
    /// As it was named: a file, or `git:REV`.
    pub name: &'a str,
    /// Which answers were taken.
    pub file: &'a BaselineFile,
}

/// The answers that an assessment was compared with. Files are paths from the root of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaselineFile {
    /// The file that was named, or the same file at the revision.
    Named,
    /// Another file of the revision, which the policy there named as its answers.
    NamedByPolicy(String),
    /// Another file of the revision, which the command would have read there.
    ReadByDefault(String),
    /// Another file of the revision: the one taken away since that holds answers of this team.
    Removed(String),
    /// No file: there was nothing to compare with.
    Missing,
}

impl BaselineFile {
    /// The path of the file; `None` if it was the one that was named, or none.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::NamedByPolicy(path) | Self::ReadByDefault(path) | Self::Removed(path) => Some(path),
            Self::Named | Self::Missing => None,
        }
    }
}

/// Why nothing could be judged: what a build server reads in place of a verdict.
#[derive(Clone, Copy, Debug)]
pub struct Unjudged<'a> {
    /// What is wrong; never empty.
    pub problems: &'a [PlacedProblem],
    /// The answers file, which is given as the place of a problem without one.
    pub file: &'a str,
}

/// Two assessments and what moved between them.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a, 'm> {
    /// The earlier result.
    pub old: &'a Outcome<'m>,
    /// The later result, by the same model.
    pub new: &'a Outcome<'m>,
    /// What moved from the earlier to the later one.
    pub diff: &'a Diff<'m>,
    /// How the model changed between them; `None` if both answer the same one.
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

/// What the long report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a, 'm> {
    /// The assessment.
    pub outcome: &'a Outcome<'m>,
    /// What the next level asks.
    pub plan: &'a Plan<'m>,
    /// What stands out: strengths and gaps.
    pub highlights: &'a Highlights<'a, 'm>,
    /// What to know first: what holds the whole down, and the nearest steps.
    pub lead: &'a Lead<'a, 'm>,
    /// How the sub-domains stand to the targets of the policy; empty without one.
    pub targets: &'a [Judged<'m>],
    /// An earlier assessment by the same model, to compare with.
    pub earlier: Option<Comparison<'a, 'm>>,
    /// The assessment over time; `None` if it was not asked for.
    pub trend: Option<&'a Trend<'m>>,
}
