//! Levers: the statements that, once true, would lift most teams.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::statement::{Number, Statements};
use super::view::View;
use crate::answers::Claim;
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Node};
use crate::plan::{Aim, Goal, PlanOptions, goals, plan};
use crate::scoring::{Outcome, Raise, Requirement, Score, Scored, State};

/// A statement that teams still need.
#[derive(Clone, Debug)]
pub struct Lever<'m> {
    /// Where teams need it, in the model's order; never empty.
    pub places: Vec<(&'m Dimension, ClauseId)>,
    /// The statement.
    pub text: &'m Text,
    /// How many teams need it.
    pub teams: usize,
    /// How many more may need it: they claim a part of its level without saying which.
    pub perhaps: usize,
    /// For how many of `teams` it is the only thing that some sub-domain lacks.
    pub alone: usize,
    /// What it adds to the scores of these teams together; only in a model without levels.
    pub added: Option<Score>,
}

/// What one team needs: a clause, by its statement and its place among those that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Need {
    clause: Number,
    certainty: Certainty,
    /// What it adds to the score; `None` in a model with levels.
    adds: Option<Score>,
}

/// How surely and how much a team needs a statement, from the weakest up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    /// It claims an unnamed part of the level: it may need the statement.
    Perhaps,
    /// It needs the statement, among others.
    Sure,
    /// It needs the statement alone to raise a sub-domain.
    Alone,
}

/// What a team needs for the next level of every sub-domain that open answers leave as it is, or for the targets.
pub(super) fn needs(outcome: &Outcome<'_>, view: &View<'_>, statements: &Statements<'_>) -> Vec<Need> {
    let to = view.targets.as_ref().map_or(Aim::Next, Aim::Targets);
    if !view.model.scoring.has_levels() {
        return of_score(outcome, view, statements, to);
    }
    let goals = goals(outcome, PlanOptions { to, ..PlanOptions::default() });
    let mut goals = goals.iter().peekable();
    let mut needs = Vec::new();
    for (sub_domain, scored) in outcome.overall.sub_domains() {
        let own = goals.next_if(|goal| goal.sub_domain.id == sub_domain.id);
        if let Some(goal) = own.filter(|goal| counts(goal, scored, to)) {
            needs.extend(of_goal(goal, scored, view, statements));
        }
    }
    needs
}

/// Without levels, what raises the score of what is looked at.
fn of_score(outcome: &Outcome<'_>, view: &View<'_>, statements: &Statements<'_>, to: Aim<'_>) -> Vec<Need> {
    let only = Some(view.top.id()).filter(|_| !matches!(view.top, Node::Model(_)));
    let raises = plan(outcome, PlanOptions { to, only, ..PlanOptions::default() }).raises;
    let need = |raise: &Raise<'_>| {
        let clause = statements.number(raise.requirement.dimension, raise.requirement.clause)?;
        Some(Need { clause, certainty: Certainty::Sure, adds: Some(raise.to.minus(&raise.from)) })
    };
    raises.iter().filter(|raise| raise.to > raise.from).filter_map(need).collect()
}

/// Whether what a sub-domain lacks counts: it is below its target; or, without targets, its level is settled.
fn counts(goal: &Goal<'_>, scored: &Scored<'_>, to: Aim<'_>) -> bool {
    match to {
        Aim::Next => scored.state == State::Complete || scored.is_certain(),
        Aim::Level(_) | Aim::Targets(_) => goal.level.is_some_and(|level| Some(level) < goal.target),
    }
}

fn of_goal(goal: &Goal<'_>, scored: &Scored<'_>, view: &View<'_>, statements: &Statements<'_>) -> Vec<Need> {
    let number = |needed: &Requirement<'_>| statements.number(needed.dimension, needed.clause);
    let different: BTreeSet<_> = goal.requirements.iter().filter_map(number).map(|number| number.statement).collect();
    let sure = if different.len() == 1 && goal.unanswered.is_empty() { Certainty::Alone } else { Certainty::Sure };
    let need = |needed: &Requirement<'_>| {
        let is_part = claims_unnamed_part(scored, needed);
        let certainty = if is_part { Certainty::Perhaps } else { sure };
        Some(Need { clause: number(needed)?, certainty, adds: None })
    };
    goal.requirements.iter().filter(|needed| view.covers(&needed.dimension.id)).filter_map(need).collect()
}

/// Whether the team claims a part of the level of a clause, and does not say which.
fn claims_unnamed_part(sub_domain: &Scored<'_>, needed: &Requirement<'_>) -> bool {
    let own = sub_domain.children.iter().find(|child| child.node.id() == &needed.dimension.id);
    matches!(own.and_then(Scored::claim), Some(Claim::PartOf(level)) if *level == needed.clause.level)
}

/// How many teams need which statement, team by team.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally(BTreeMap<usize, Count>);

#[derive(Clone, Debug, Default)]
struct Count {
    places: BTreeSet<usize>,
    teams: usize,
    perhaps: usize,
    alone: usize,
    added: Option<Score>,
}

impl Tally {
    /// Counts what one more team needs; a statement that it needs at several places counts once.
    pub(super) fn add(&mut self, needs: &[Need]) {
        let mut strongest: BTreeMap<usize, Certainty> = BTreeMap::new();
        for Need { clause, certainty, adds } in needs {
            let own = strongest.entry(clause.statement).or_insert(*certainty);
            *own = (*own).max(*certainty);
            let count = self.0.entry(clause.statement).or_default();
            count.places.insert(clause.place);
            if let Some(adds) = adds {
                count.added = Some(count.added.as_ref().map_or_else(|| adds.clone(), |added| added.plus(adds)));
            }
        }
        for (statement, certainty) in strongest {
            let count = self.0.entry(statement).or_default();
            match certainty {
                Certainty::Perhaps => count.perhaps += 1,
                Certainty::Sure => count.teams += 1,
                Certainty::Alone => (count.teams, count.alone) = (count.teams + 1, count.alone + 1),
            }
        }
    }

    /// The levers: those that are all that is missing for most teams first, then those that most teams need; without levels
    /// those that add most to the scores of all.
    pub(super) fn levers<'m>(&self, statements: &Statements<'m>) -> Vec<Lever<'m>> {
        let lever = |(number, count): (&usize, &Count)| {
            let all = statements.clauses(*number);
            let places: Vec<_> = count.places.iter().map(|place| all[*place]).collect();
            let text = statements.text(*number);
            let added = count.added.clone();
            Lever { places, text, teams: count.teams, perhaps: count.perhaps, alone: count.alone, added }
        };
        let mut levers: Vec<_> = self.0.iter().map(lever).collect();
        // A stable sort: the model's order where the numbers are equal.
        levers.sort_by_cached_key(|lever| Reverse((lever.added.clone(), lever.alone, lever.teams, lever.perhaps)));
        levers
    }
}
