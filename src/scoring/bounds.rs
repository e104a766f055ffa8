//! Between which scores open answers decide, and what one clause more would give: for models without levels.

use std::collections::BTreeMap;

use super::exact::Exact;
use super::means::{self, Counted};
use super::standing::Standing;
use super::{Requirement, Score, Scored, Scorer};
use crate::answers::{Answer, Claim};
use crate::model::counting::{Mean, Unanswered};
use crate::model::{Id, Level};
use crate::scoring::{Outcome, score};

/// The lowest and the highest score of every node, whatever the open answers will be.
pub type Bounds = BTreeMap<Id, (Score, Score)>;

/// Scores every node as if nothing, and as if everything, were met of what has no answer.
///
/// Where the model takes a question without an answer for one of which nothing is met, both are the score itself.
#[must_use]
pub fn bounds(outcome: &Outcome<'_>) -> Bounds {
    let model = outcome.model;
    let filled = |level: Level| {
        let mut answers = outcome.answers.clone();
        if model.scoring.unanswered == Unanswered::Open {
            for dimension in model.dimensions() {
                let answer = answers.given.get_or_insert(dimension);
                answer.claim.get_or_insert_with(|| Claim::at(level));
            }
        }
        answers
    };
    let (nothing, everything) = (filled(model.floor), filled(model.top()));
    let (lowest, highest) = (score(model, &nothing), score(model, &everything));
    let pairs = lowest.overall.walk().zip(highest.overall.walk());
    pairs.filter_map(|(low, high)| Some((low.node.id().clone(), (low.score.clone()?, high.score.clone()?)))).collect()
}

/// What a score would be with one clause more met in full.
#[derive(Clone, Debug)]
pub struct Raise<'m> {
    /// The clause.
    pub requirement: Requirement<'m>,
    /// The score now.
    pub from: Score,
    /// The score with it.
    pub to: Score,
}

/// For every clause that an answered dimension asks and does not meet in full, what the score of `at` would be with it, the
/// highest first; in the model's order where they are equal.
#[must_use]
pub fn raises<'m>(outcome: &Outcome<'m>, at: &Scored<'m>) -> Vec<Raise<'m>> {
    let scorer = Scorer::new(outcome.model, outcome.answers);
    let Some(from) = &at.score else { return Vec::new() };
    let open =
        at.dimensions().flat_map(|(_, at)| at.unmet().into_iter().filter_map(|needed| Some((needed, at.answer?))));
    let raise = |(requirement, answer): (Requirement<'m>, &Answer)| {
        let met = with(answer, &requirement);
        let changed = scorer.dimension(requirement.dimension, Some(&met));
        let exact = scorer.score_with(at, &changed)?;
        Some(Raise { requirement, from: from.clone(), to: Score::new(exact, outcome.model.scoring.shown) })
    };
    let mut raises: Vec<_> = open.filter_map(raise).collect();
    raises.sort_by(|one, other| other.to.cmp(&one.to));
    raises
}

/// The answer with a clause met in full.
fn with(answer: &Answer, needed: &Requirement<'_>) -> Answer {
    let mut met = answer.clone();
    met.degrees.remove(&needed.clause);
    if let Some(Claim::Level { met, .. }) = &mut met.claim {
        met.insert(needed.clause);
    }
    met
}

impl Scorer<'_> {
    /// The score of a node if one dimension below it, or the node itself, were as `changed`.
    fn score_with(&self, at: &Scored<'_>, changed: &Scored<'_>) -> Option<Exact> {
        fn with<'a>(at: &'a Scored<'a>, changed: &'a Scored<'a>) -> &'a Scored<'a> {
            if at.node.id() == changed.node.id() { changed } else { at }
        }
        let own = |at| means::weighed(with(at, changed));
        if at.node.dimension().is_some() {
            return own(at).map(|(exact, _)| exact.clone());
        }
        if self.model.scoring.mean == Mean::Leaves {
            return means::mean(at.dimensions().filter_map(|(_, at)| own(at)));
        }
        if at.node.sub_domain().is_some() {
            let dimensions = at.children.iter().map(|child| with(child, changed));
            let mut standing = Standing::default();
            dimensions.clone().for_each(|it| standing.add(it.standing));
            return means::of_sub_domain(self.model, dimensions.filter_map(Counted::of), standing);
        }
        let of_child = |child: &Scored<'_>| {
            let is_on_the_way = changed.node.id().is_within(child.node.id());
            let exact =
                if is_on_the_way { self.score_with(child, changed)? } else { child.score.as_ref()?.exact.clone() };
            Some((exact, child.node.weight()))
        };
        means::mean(at.children.iter().filter_map(of_child))
    }
}
