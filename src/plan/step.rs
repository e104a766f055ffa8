//! The steps of a plan: each raises the level of at least one sub-domain.
//!
//! No clause is in two steps, and none that a higher cell overtakes on the way is in any: together the steps of a
//! sub-domain are exactly what it still needs for its target.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::{mem, ptr};

use super::goal::Goal;
use super::options::{Order, PlanOptions};
use crate::model::{Level, Node};
use crate::scoring::{Outcome, Requirement, Scored, can_reach, requirements};

/// What can be done next: lifts that take equally many clauses.
#[derive(Clone, Debug)]
pub struct Step<'m> {
    /// How many clauses each of the lifts takes.
    pub clauses: usize,
    /// The lifts, what blocks most first.
    pub lifts: Vec<Lift<'m>>,
}

/// One sub-domain raised, or one of its dimensions where only that was asked for.
#[derive(Clone, Debug)]
pub struct Lift<'m> {
    /// The sub-domain, or the dimension.
    pub node: Node<'m>,
    /// Its level before, over what is answered.
    pub from: Level,
    /// Its level after, unless something in it is still unanswered.
    pub to: Level,
    /// The clauses to meet.
    pub requirements: Vec<Requirement<'m>>,
    /// What is above and rises with it, because nothing else holds it down: its domain, its area, the whole.
    pub lifts_too: Vec<Node<'m>>,
    /// How many nodes above have its level.
    pub holds: usize,
    /// Questions in it without an answer, which may lower its level again.
    pub open: usize,
}

impl Lift<'_> {
    /// Whether the whole rises with it, because nothing else holds it down.
    #[must_use]
    pub fn raises_whole(&self) -> bool {
        self.lifts_too.iter().any(|node| matches!(node, Node::Model(_)))
    }

    /// Its place among others: the lower, the earlier. Lifts of one place are one step.
    fn place(&self, by: Order) -> impl Ord + Copy + use<> {
        let effect = match by {
            Order::Effort => None,
            Order::Effect => Some((Reverse(self.lifts_too.len()), Reverse(self.holds))),
        };
        (!self.raises_whole(), effect, self.requirements.len())
    }
}

/// All steps towards the goals in order; a sub-domain that takes several steps has them in order too.
pub(super) fn steps<'m>(outcome: &Outcome<'m>, goals: &[Goal<'m>], options: PlanOptions<'_>) -> Vec<Step<'m>> {
    let mut waiting = Vec::new();
    collect(outcome, goals, &outcome.overall, &mut Vec::new(), options, &mut waiting);
    let mut left = options.top.unwrap_or(usize::MAX);
    let mut steps = Vec::new();
    while let Some(first) = waiting.iter().filter_map(|lifts| Some(lifts.first()?.place(options.by))).min() {
        let is_next = |lift: &Lift<'_>| lift.place(options.by) == first;
        let next = waiting.iter_mut().filter(|lifts| lifts.first().is_some_and(is_next));
        let mut lifts: Vec<_> = next.map(|lifts| lifts.remove(0)).collect();
        lifts.sort_by_key(|lift| (Reverse(lift.lifts_too.len()), Reverse(lift.holds)));
        lifts.truncate(left);
        left -= lifts.len();
        let Some(clauses) = lifts.first().map(|lift| lift.requirements.len()) else { break };
        steps.push(Step { clauses, lifts });
    }
    steps
}

/// A node above, and how many sub-domains hold it at its level or may turn out to.
type Above<'a, 'm> = (&'a Scored<'m>, usize);

/// The lifts of every sub-domain that is asked for, in the model's order.
fn collect<'a, 'm>(
    outcome: &Outcome<'m>,
    goals: &[Goal<'m>],
    at: &'a Scored<'m>,
    above: &mut Vec<Above<'a, 'm>>,
    options: PlanOptions<'_>,
    waiting: &mut Vec<Vec<Lift<'m>>>,
) {
    let Some(sub_domain) = at.node.sub_domain() else {
        above.push((at, holders(at)));
        at.children.iter().for_each(|child| collect(outcome, goals, child, above, options, waiting));
        above.pop();
        return;
    };
    if !options.reaches(&sub_domain.id) {
        return;
    }
    let alone = at.children.iter().find(|child| options.only == Some(child.node.id()));
    let unit = alone.unwrap_or(at);
    let Some(target) = options.to.of(outcome, unit) else { return };
    let needed = if alone.is_some() {
        requirements(unit, target)
    } else {
        let goal = goals.iter().find(|goal| ptr::eq(goal.sub_domain, sub_domain));
        goal.map(|goal| goal.requirements.clone()).unwrap_or_default()
    };
    let mut lifts = lifts(unit, target, needed);
    if let (Some(first), None) = (lifts.first_mut(), alone) {
        let same = above.iter().filter(|(node, _)| node.level == at.level);
        first.holds = same.clone().count();
        first.lifts_too = same.rev().take_while(|(_, holders)| *holders == 1).map(|(node, _)| node.node).collect();
    }
    waiting.push(lifts);
}

/// How many sub-domains below a node have its level, or may turn out to have it or a lower one.
fn holders(node: &Scored<'_>) -> usize {
    let may_hold = |scored: &Scored<'_>| scored.worst.is_some() && scored.worst <= node.level;
    node.sub_domains().filter(|(_, scored)| may_hold(scored)).count()
}

/// The lifts from the level that a node has to the one it is to reach, for which it needs all that is given.
fn lifts<'m>(unit: &Scored<'m>, target: Level, mut all: Vec<Requirement<'m>>) -> Vec<Lift<'m>> {
    let Some(level) = unit.level else { return Vec::new() };
    let place = |needed: &Requirement<'m>| (&needed.dimension.id, needed.clause);
    let is_next = level.next() == target;
    // Nothing is taken or overtaken on the way to the next level.
    let wanted: BTreeSet<_> = if is_next { BTreeSet::new() } else { all.iter().map(place).collect() };
    let mut taken = BTreeSet::new();
    let mut lifts: Vec<Lift<'m>> = Vec::new();
    for to in level.next().up_to(target) {
        if !unit.dimensions().all(|(dimension, at)| at.answer.is_none_or(|answer| can_reach(dimension, answer, to))) {
            // Only exceptions lead there.
            break;
        }
        let needed = if to == target { mem::take(&mut all) } else { requirements(unit, to) };
        if to < target && !needed.iter().all(|needed| wanted.contains(&place(needed))) {
            // What this level asks is overtaken on the way: it is not worth a stop.
            continue;
        }
        let is_fresh = |needed: &Requirement<'m>| is_next || taken.insert(place(needed));
        let fresh: Vec<_> = needed.into_iter().filter(is_fresh).collect();
        match lifts.last_mut() {
            Some(last) if fresh.is_empty() => last.to = to,
            last => {
                let from = last.map_or(level, |last| last.to);
                let open = unit.open();
                let (node, requirements) = (unit.node, fresh);
                lifts.push(Lift { node, from, to, requirements, lifts_too: Vec::new(), holds: 0, open });
            }
        }
    }
    lifts
}
