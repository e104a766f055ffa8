//! What each sub-domain still needs.

use super::options::PlanOptions;
use crate::model::{Dimension, Group, Level, Node};
use crate::scoring::{Outcome, Requirement, Scored, requirements};

/// What one sub-domain needs.
#[derive(Clone, Debug)]
pub struct Goal<'m> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// Its level over what is answered; `None` if nothing is.
    pub level: Option<Level>,
    /// The level to reach; `None` in a model without levels.
    pub target: Option<Level>,
    /// Dimensions without an answer: what they need is not known.
    pub unanswered: Vec<&'m Dimension>,
    /// The clauses still needed by the dimensions that are answered.
    pub requirements: Vec<Requirement<'m>>,
}

/// What every sub-domain still needs, in the model's order. One that applies to nothing, or is there already, has no entry.
#[must_use]
pub fn goals<'m>(outcome: &Outcome<'m>, options: PlanOptions<'_>) -> Vec<Goal<'m>> {
    let all = outcome.overall.sub_domains();
    let wanted = all.filter(|(sub_domain, _)| options.reaches(&sub_domain.id));
    wanted.filter_map(|(sub_domain, scored)| goal(outcome, sub_domain, scored, options)).collect()
}

fn goal<'m>(
    outcome: &Outcome<'m>,
    sub_domain: &'m Group,
    scored: &Scored<'m>,
    options: PlanOptions<'_>,
) -> Option<Goal<'m>> {
    let unanswered = || {
        let open = scored.dimensions().filter(|(_, at)| at.open() > 0 && options.covers(at.node));
        open.map(|(dimension, _)| dimension).collect::<Vec<_>>()
    };
    let (target, needed) = if outcome.model.scoring.has_levels() {
        let target = options.to.of(outcome, scored)?;
        (Some(target), requirements(scored, target))
    } else {
        (None, scored.unmet())
    };
    let goal = Goal {
        sub_domain,
        level: scored.level,
        target,
        unanswered: unanswered(),
        requirements: needed.into_iter().filter(|needed| options.covers(Node::Dimension(needed.dimension))).collect(),
    };
    let lacks_something = !goal.unanswered.is_empty() || !goal.requirements.is_empty();
    lacks_something.then_some(goal)
}
