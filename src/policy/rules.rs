//! The rules of a policy: what must be true beside its targets.

use serde::Deserialize;

use crate::model::Level;

/// What must be true beside the targets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule that a policy turns on or off")]
pub struct Rules {
    /// How a sub-domain is treated whose missing answers decide about its target.
    pub incomplete: Incomplete,
    /// The most days since `date` of the assessment; `None` for any age.
    pub max_age_days: Option<u32>,
    /// The level from which on a met or claimed clause needs evidence; `None` if no level does.
    pub evidence_from: Option<Level>,
    /// Whether evidence that is a path must exist.
    pub evidence_must_exist: bool,
    /// Whether answers and exceptions that do not apply are allowed.
    pub allow_na: bool,
    /// Whether what does not apply needs `until`, a day to look again.
    pub na_needs_until: bool,
    /// Whether there must be earlier answers to compare with.
    pub require_baseline: bool,
}

impl Default for Rules {
    /// The rules without a policy: incomplete sub-domains fail, not applicable is allowed, and no other rule is set.
    fn default() -> Self {
        Self {
            incomplete: Incomplete::Fail,
            max_age_days: None,
            evidence_from: None,
            evidence_must_exist: false,
            allow_na: true,
            na_needs_until: false,
            require_baseline: false,
        }
    }
}

impl Rules {
    /// Whether any rule can fail without a target.
    #[must_use]
    pub fn ask_something(&self) -> bool {
        let by_level_or_age = self.max_age_days.is_some() || self.evidence_from.is_some();
        by_level_or_age || self.evidence_must_exist || !self.allow_na || self.na_needs_until || self.require_baseline
    }
}

/// How a sub-domain is treated whose missing answers decide about its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Incomplete {
    /// Fails the check.
    Fail,
    /// Is reported and passes.
    Warn,
    /// Passes.
    Ignore,
}
