//! How sub-domains stand to their targets.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Group, Level};
use crate::policy::measure::Measure;
use crate::policy::target::{Target, Targets};
use crate::scoring::{self, Bounds, Outcome, Score, Scored, State};

/// The sub-domains in scope that have a target, each with how it stands to it, in the model's order.
pub fn held_to<'o, 'm>(
    outcome: &'o Outcome<'m>,
    targets: &Targets,
) -> impl Iterator<Item = (&'o Scored<'m>, Judged<'m>)> {
    let is_by_score = !outcome.model.scoring.has_levels() && !targets.0.is_empty();
    let bounds = if is_by_score { scoring::bounds(outcome) } else { Bounds::new() };
    outcome.overall.sub_domains().filter_map(move |(sub_domain, scored)| {
        let target = targets.of(&sub_domain.id)?;
        Some((scored, judge_sub_domain(sub_domain, scored, target, &bounds)))
    })
}

fn judge_sub_domain<'m>(sub_domain: &'m Group, scored: &Scored<'m>, target: &Target, bounds: &Bounds) -> Judged<'m> {
    let (is_below, is_met) = match &target.value {
        Measure::Level(target) => {
            (scored.level.is_some_and(|level| level < *target), scored.worst.is_some_and(|worst| worst >= *target))
        }
        Measure::Score { score: target, .. } => {
            let (lowest, highest) = bounds.get(&sub_domain.id).map(|(lowest, highest)| (lowest, highest)).unzip();
            (highest.is_some_and(|highest| highest < target), lowest.is_some_and(|lowest| lowest >= target))
        }
    };
    let judgement = match (is_below, is_met) {
        _ if scored.state == State::NotApplicable => Judgement::NotApplicable,
        (true, _) => Judgement::Below,
        (_, true) => Judgement::Met,
        _ => Judgement::Unknown,
    };
    let (target, score) = (target.clone(), scored.score.clone());
    Judged { sub_domain, target, judgement, level: scored.level, worst: scored.worst, score }
}

/// One sub-domain and its target.
#[derive(Clone, Debug)]
pub struct Judged<'m> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// What it was held to.
    pub target: Target,
    /// How it stands to the target.
    pub judgement: Judgement,
    /// Lowest level of its answered, applicable dimensions; `None` if there are none.
    pub level: Option<Level>,
    /// Its level if every unanswered dimension claimed the floor; `None` if no dimension applies.
    pub worst: Option<Level>,
    /// Its score; `None` if nothing counts.
    pub score: Option<Score>,
}

/// How a sub-domain stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// At or above its target, whatever the missing answers will be.
    Met,
    /// Below its target, whatever the missing answers will be.
    Below,
    /// Below its target or not, depending on the missing answers.
    Unknown,
    /// No dimension of it applies.
    NotApplicable,
}
