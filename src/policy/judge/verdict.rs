//! The result of a check.

use super::sub_domain::{Judged, Judgement};
use crate::policy::reason::{Code, Reason, Severity};

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Verdict<'m> {
    /// Why it fails, and what it warns of, the gravest kinds first, each in the model's order.
    pub reasons: Vec<Reason<'m>>,
    /// The sub-domains in scope that have a target, in the model's order.
    pub judged: Vec<Judged<'m>>,
}

impl<'m> Verdict<'m> {
    /// Whether no reason fails the check.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.reasons.iter().all(|reason| reason.severity == Severity::Warn)
    }

    /// The reasons for what missing answers decide: the highest targets first, then where the fewest answers are missing.
    #[must_use]
    pub fn undecided(&self) -> Vec<&Reason<'m>> {
        let mut open: Vec<_> = self.reasons.iter().filter(|reason| reason.code == Code::Incomplete).collect();
        open.sort_by(|one, other| {
            other.target.cmp(&one.target).then_with(|| one.dimensions.len().cmp(&other.dimensions.len()))
        });
        open
    }

    /// Number of sub-domains with this judgement.
    #[must_use]
    pub fn count(&self, judgement: Judgement) -> usize {
        self.judged.iter().filter(|judged| judged.judgement == judgement).count()
    }
}
