//! Strengths and gaps of a team: the sub-domains that stand out in a result.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::{Group, Level};
use crate::scoring::{Asked, Outcome, Scored, State};

/// What stands out in a result.
#[derive(Clone, Debug)]
pub struct Highlights<'a, 'm> {
    /// The sub-domains above the level of the whole, strongest first.
    pub strengths: Vec<Strength<'a, 'm>>,
    /// The sub-domains below the highest level, lowest first.
    pub gaps: Vec<Gap<'a, 'm>>,
    /// How the sub-domains compare.
    pub spread: Spread,
}

/// What stands out in a result: all of it together, as a report shows it.
#[must_use]
pub fn highlights<'a, 'm>(outcome: &'a Outcome<'m>) -> Highlights<'a, 'm> {
    Highlights { strengths: strengths(outcome), gaps: gaps(outcome), spread: spread(outcome) }
}

/// A sub-domain above the level of the whole.
#[derive(Clone, Copy, Debug)]
pub struct Strength<'a, 'm> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// Its levels and scores.
    pub scored: &'a Scored<'m>,
    /// Highest level, up to its own, at which its dimensions ask anything.
    pub earned: Level,
}

/// How the sub-domains of a result compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// None has a level: nothing is answered.
    Unanswered,
    /// No dimension has a level, since none applies.
    NotApplicable,
    /// All that have a level have this one for certain.
    Even(Level),
    /// Their levels differ, or open answers decide whether they do.
    Uneven,
}

/// How the sub-domains that have a level compare.
#[must_use]
pub fn spread(outcome: &Outcome<'_>) -> Spread {
    let with_level = outcome.overall.sub_domains().filter_map(|(_, scored)| Some((scored.level?, scored.worst?)));
    let levels: BTreeSet<_> = with_level.flat_map(|(level, worst)| [level, worst]).collect();
    match (levels.first(), levels.len()) {
        (None, _) if outcome.overall.state == State::NotApplicable => Spread::NotApplicable,
        (None, _) => Spread::Unanswered,
        (Some(level), 1) => Spread::Even(*level),
        _ => Spread::Uneven,
    }
}

/// A sub-domain below the highest level of the model.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'a, 'm> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// Its levels and scores.
    pub scored: &'a Scored<'m>,
}

/// The sub-domains above the level of the whole, strongest first; only those whose level is certain.
///
/// A level counts only where something is asked and met: passing empty cells is no strength.
#[must_use]
pub fn strengths<'a, 'm>(outcome: &'a Outcome<'m>) -> Vec<Strength<'a, 'm>> {
    let answered = outcome.overall.sub_domains().filter(|(_, scored)| scored.is_certain());
    let earned = answered.filter_map(|(sub_domain, scored)| {
        let earned = earned_level(scored)?;
        (Some(earned) > outcome.overall.level).then_some(Strength { sub_domain, scored, earned })
    });
    let mut strengths: Vec<_> = earned.collect();
    strengths.sort_by_key(|strength| Reverse((strength.earned, strength.scored.score.clone())));
    strengths
}

/// The sub-domains below the highest level, weakest first.
///
/// Open questions can only lower a level further, so an incomplete sub-domain is a gap as surely as a complete one.
#[must_use]
pub fn gaps<'a, 'm>(outcome: &'a Outcome<'m>) -> Vec<Gap<'a, 'm>> {
    let top = outcome.model.top();
    let below_top = outcome.overall.sub_domains().filter(|(_, scored)| scored.level.is_some_and(|level| level < top));
    let mut gaps: Vec<_> = below_top.map(|(sub_domain, scored)| Gap { sub_domain, scored }).collect();
    gaps.sort_by_key(|gap| (gap.scored.level, gap.scored.score.clone()));
    gaps
}

/// Highest level up to a sub-domain's own at which an answered dimension has clauses; `None` if there is none.
fn earned_level(scored: &Scored<'_>) -> Option<Level> {
    let asked = scored.shares().into_iter().filter(|share| share.asked == Asked::Some).map(|share| share.level);
    asked.filter(|level| Some(*level) <= scored.level).max()
}
