//! What each sub-domain still needs for its next level, or for a level someone names.

use crate::model::{Dimension, Id, Level, SubDomain};
use crate::scoring::{Outcome, Requirement, Scored, next_level, requirements};

/// The sub-domains below their target, in the model's order.
#[derive(Clone, Debug)]
pub struct Plan<'m> {
    /// One entry a sub-domain that lacks something.
    pub goals: Vec<Goal<'m>>,
}

/// What one sub-domain needs.
#[derive(Clone, Debug)]
pub struct Goal<'m> {
    /// The sub-domain.
    pub sub_domain: &'m SubDomain,
    /// Its level over what is answered; nothing where nothing is.
    pub level: Option<Level>,
    /// The level to reach.
    pub target: Level,
    /// Dimensions without an answer: what they need is not known.
    pub unanswered: Vec<&'m Dimension>,
    /// The clauses still needed by the dimensions that are answered.
    pub requirements: Vec<Requirement<'m>>,
}

/// What is asked of a plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// The level to reach; the next one of each sub-domain when none is named.
    pub to: Option<Level>,
    /// Only what stands at or below this node.
    pub only: Option<&'a Id>,
}

/// What is still needed, sub-domain by sub-domain. One that applies to nothing, or is there already, has no entry.
#[must_use]
pub fn plan<'m>(outcome: &Outcome<'m>, wish: Wish<'_>) -> Plan<'m> {
    let all = outcome.overall.sub_domains();
    let wanted = all.filter(|(sub_domain, _)| wish.only.is_none_or(|only| reaches(&sub_domain.id, only)));
    Plan { goals: wanted.filter_map(|(sub_domain, scored)| goal(outcome, sub_domain, scored, wish)).collect() }
}

/// Whether a sub-domain is asked for: it stands at or below the node, or the node is one of its dimensions.
fn reaches(sub_domain: &Id, only: &Id) -> bool {
    sub_domain.is_within(only) || only.is_within(sub_domain)
}

fn goal<'m>(outcome: &Outcome<'m>, sub_domain: &'m SubDomain, scored: &Scored<'m>, wish: Wish<'_>) -> Option<Goal<'m>> {
    let model = outcome.model;
    let unanswered = || {
        let open = scored.dimensions().filter(|(_, at)| at.open() > 0 && asked_for(at, wish));
        open.map(|(dimension, _)| dimension).collect::<Vec<_>>()
    };
    let first = model.floor.next();
    let target = wish.to.or_else(|| next_level(model, scored)).or((scored.level.is_none()).then_some(first))?;
    let needed = requirements(scored, target).into_iter();
    let goal = Goal {
        sub_domain,
        level: scored.level,
        target,
        unanswered: unanswered(),
        requirements: needed
            .filter(|needed| wish.only.is_none_or(|only| concerns(&needed.dimension.id, only)))
            .collect(),
    };
    let lacks_something = !goal.unanswered.is_empty() || !goal.requirements.is_empty();
    lacks_something.then_some(goal)
}

fn asked_for(scored: &Scored<'_>, wish: Wish<'_>) -> bool {
    wish.only.is_none_or(|only| concerns(scored.node.id(), only))
}

fn concerns(dimension: &Id, only: &Id) -> bool {
    dimension.is_within(only)
}
