//! Strengths and gaps of a team: the sub-domains that stand out in a result.

use std::cmp::Reverse;

use crate::model::{Level, SubDomain};
use crate::scoring::{Outcome, Scored, State};

/// A sub-domain above the level of the whole.
#[derive(Clone, Copy, Debug)]
pub struct Strength<'a, 'm> {
    /// The sub-domain.
    pub sub_domain: &'m SubDomain,
    /// Its levels and scores.
    pub scored: &'a Scored<'m>,
    /// Highest level, up to its own, at which its dimensions ask anything.
    pub earned: Level,
}

/// A sub-domain below the highest level of the model.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'a, 'm> {
    /// The sub-domain.
    pub sub_domain: &'m SubDomain,
    /// Its levels and scores.
    pub scored: &'a Scored<'m>,
}

/// The sub-domains above the level of the whole, strongest first; only those answered in full.
///
/// A level counts only where something is asked and met: passing empty cells is no strength.
#[must_use]
pub fn strengths<'a, 'm>(outcome: &'a Outcome<'m>) -> Vec<Strength<'a, 'm>> {
    let answered = outcome.overall.sub_domains().filter(|(_, scored)| scored.state == State::Complete);
    let earned = answered.filter_map(|(sub_domain, scored)| {
        let earned = earned_level(scored)?;
        (Some(earned) > outcome.overall.level).then_some(Strength { sub_domain, scored, earned })
    });
    let mut strengths: Vec<_> = earned.collect();
    strengths.sort_by_key(|strength| Reverse((strength.earned, strength.scored.score)));
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
    gaps.sort_by_key(|gap| (gap.scored.level, gap.scored.score));
    gaps
}

/// Highest level up to a sub-domain's own at which an answered dimension has clauses; `None` if there is none.
fn earned_level(scored: &Scored<'_>) -> Option<Level> {
    let asked = scored.shares.iter().filter(|share| share.is_asked).map(|share| share.level);
    asked.filter(|level| Some(*level) <= scored.level).max()
}
