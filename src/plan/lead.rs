//! What to know first about a result: what holds a part of the model at its level, and what can be done soonest.

use super::holding::{has_level_of, holding};
use super::planning::Plan;
use super::step::Lift;
use crate::model::Node;
use crate::scoring::Scored;

/// How many steps are shown before everything else.
const NEAREST: usize = 3;

/// What comes before every table.
#[derive(Clone, Debug)]
pub struct Lead<'a, 'm> {
    /// The part of the model that it is about: the whole, or what of it is looked at.
    pub at: &'a Scored<'m>,
    /// What has the level of that part, so that nothing else can raise it: sub-domains, or the dimensions of one; the
    /// lowest score first.
    pub holding: Vec<&'a Scored<'m>>,
    /// The first lifts of the plan, three at most.
    pub nearest: Vec<&'a Lift<'m>>,
}

/// What to know first about a part of the model, with a plan for that part. A whole that is one area is that area.
#[must_use]
pub fn lead<'a, 'm>(at: &'a Scored<'m>, plan: &'a Plan<'m>) -> Lead<'a, 'm> {
    let at = match (at.node, &at.children[..]) {
        (Node::Model(_), [area]) => area,
        _ => at,
    };
    let mut holding = match at.node {
        Node::Dimension(_) => Vec::new(),
        node if node.sub_domain().is_some() => at.children.iter().filter(|child| has_level_of(child, at)).collect(),
        _ => holding(at).map(|(_, scored)| scored).collect(),
    };
    // A stable sort: the order of the model where scores are equal.
    holding.sort_by(|one, other| one.score.cmp(&other.score));
    let nearest = plan.steps.iter().flat_map(|step| &step.lifts).take(NEAREST).collect();
    Lead { at, holding, nearest }
}
