//! Where an answer stands in its dimension: what follows level by level, in one pass.

use super::rules::clauses_of;
use crate::answers::{Answer, ByClause, Claim, Offset};
use crate::model::{Dimension, Kind, Level, LevelSet};

/// What stands in for an answer where there is none: nothing is met, and nothing excepted.
pub(super) static NOTHING_SAID: Answer = Answer {
    claim: None,
    degrees: ByClause::new(),
    except: ByClause::new(),
    note: None,
    evidence: Vec::new(),
    offset: Offset::NONE,
};

/// What follows from an answer for each level of its dimension; from none, nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// The level that the answer gives.
    pub(super) level: Option<Level>,
    /// The levels at which anything is asked of the team: a clause that is not excepted.
    pub(super) asks: LevelSet,
    /// The levels of which at least one clause is met, or claimed by a bare grade.
    pub(super) met: LevelSet,
    /// The levels of which not all that is asked counts in full.
    pub(super) open: LevelSet,
}

impl Standing {
    /// Adds what follows from another answer: the lower level, and level by level what either asks, meets and leaves open.
    pub(super) fn add(&mut self, Self { level, asks, met, open }: Self) {
        lower(&mut self.level, level);
        self.asks = self.asks.union(asks);
        self.met = self.met.union(met);
        self.open = self.open.union(open);
    }
}

/// Lowers a level to another one; `None` is no level, and lowers none.
#[inline]
pub(super) fn lower(lowest: &mut Option<Level>, level: Option<Level>) {
    if level.is_some_and(|level| lowest.is_none_or(|lowest| level < lowest)) {
        *lowest = level;
    }
}

/// What follows from an answer that claims `claimed` in full.
///
/// The level is the highest one from the claimed one on for which nothing is needed. What a later stating cell replaces is
/// not asked any more, and cells without clauses are passed. No level above the claim is reached by exceptions alone:
/// above the highest level of which a clause is met, none that has an excepted clause is passed.
pub(super) fn standing(dimension: &Dimension, answer: &Answer, claimed: Level) -> Standing {
    if !answer.is_plain() {
        return by_clauses(dimension, answer, claimed).0;
    }
    let (level, asks) = (dimension.cells.reached_from(claimed), dimension.cells.asking());
    let in_full = asks.up_to(level);
    let met = match answer.claim {
        Some(Claim::PartOf(part)) => asks.up_to(part),
        Some(_) => in_full,
        None => LevelSet::NONE,
    };
    Standing { level: Some(level), asks, met, open: asks.except(in_full) }
}

/// The same for an answer that says something of single clauses, and the level that it would give if the model did not have
/// the clauses that are excepted.
pub(super) fn by_clauses(dimension: &Dimension, answer: &Answer, claimed: Level) -> (Standing, Level) {
    let mentioned = mentioned(answer);
    let (mut level, mut without_excepted) = (claimed, claimed);
    let (mut asks, mut named) = (dimension.cells.asking(), LevelSet::NONE);
    // The highest level up to which a clause above the claim is asked that is not met; 0 if there is none.
    let mut lacks_up_to = Level(0);
    let mut rests_on_exceptions = false;
    for (cell, at) in dimension.cells.iter().zip(dimension.floor().0..) {
        let at = Level(at);
        if at <= claimed && !mentioned.contains(at) {
            continue;
        }
        let said = if mentioned.contains(at) { Said::of(dimension, answer, at) } else { Said::nothing(dimension, at) };
        if !said.is_asked {
            asks = asks.except(LevelSet::only(at));
        }
        if said.names {
            named = named.with(at);
        }
        if at <= claimed {
            continue;
        }
        if said.is_asked && cell.kind == Kind::States {
            lacks_up_to = Level(0);
        }
        lacks_up_to = lacks_up_to.max(said.lacks_up_to);
        rests_on_exceptions = !said.names && (rests_on_exceptions || said.excepts);
        if lacks_up_to < at {
            without_excepted = at;
            if !rests_on_exceptions {
                level = at;
            }
        }
    }
    let met = match answer.claim {
        Some(Claim::PartOf(part)) => asks.up_to(part),
        _ => asks.up_to(level).union(named),
    };
    let open = if answer.degrees.is_empty() { asks.except(asks.up_to(level)) } else { asks };
    (Standing { level: Some(level), asks, met, open }, without_excepted)
}

/// The levels of which an answer names, or excepts, a clause.
fn mentioned(answer: &Answer) -> LevelSet {
    let mut levels = LevelSet::NONE;
    if let Some(Claim::Level { met, .. }) = &answer.claim {
        levels = met.iter().fold(levels, |levels, id| levels.with(id.level));
    }
    levels = answer.degrees.keys().fold(levels, |levels, id| levels.with(id.level));
    answer.except.keys().fold(levels, |levels, id| levels.with(id.level))
}

/// What an answer says of the clauses of one level.
struct Said {
    /// Whether one is asked: is not excepted.
    is_asked: bool,
    /// Whether one is named.
    names: bool,
    /// Whether one is excepted.
    excepts: bool,
    /// The highest level for which one is asked that is neither named nor excepted; 0 if there is none.
    lacks_up_to: Level,
}

impl Said {
    fn nothing(dimension: &Dimension, level: Level) -> Self {
        let cells = &dimension.cells;
        let (is_asked, lacks_up_to) = (cells.asking().contains(level), cells.asked_up_to(level));
        Self { is_asked, names: false, excepts: false, lacks_up_to }
    }

    fn of(dimension: &Dimension, answer: &Answer, level: Level) -> Self {
        let mut said = Self { is_asked: false, names: false, excepts: false, lacks_up_to: Level(0) };
        for (id, clause) in clauses_of(dimension, level) {
            if answer.excepts(id) {
                said.excepts = true;
                continue;
            }
            said.is_asked = true;
            if answer.names(id) {
                said.names = true;
            } else {
                said.lacks_up_to = said.lacks_up_to.max(clause.up_to.unwrap_or(dimension.top()));
            }
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a claim alone comes to is known to the model, and by the rule for clauses of which none is named.
    fn assert_same_by_clauses(dimension: &Dimension) {
        for claimed in Level(0).up_to(Level(10)) {
            let plain = standing(dimension, &NOTHING_SAID, claimed);
            let (by_clauses, without_excepted) = by_clauses(dimension, &NOTHING_SAID, claimed);
            assert_eq!((plain.level, plain.asks), (by_clauses.level, by_clauses.asks), "{} at {claimed}", dimension.id);
            assert_eq!(plain.level, Some(without_excepted));
        }
    }

    #[test]
    fn a_claim_alone_comes_to_what_the_rule_says() {
        let mut ended = 0;
        for dimension in crate::embedded::model().dimensions() {
            assert_same_by_clauses(dimension);
            // The same with clauses that end at their own level, or one above, by turns.
            let mut ends = dimension.clone();
            ends.cells.change(|cells| {
                for (cell, level) in cells.iter_mut().zip(dimension.floor().0..) {
                    for clause in cell.clauses.to_mut() {
                        ended += 1;
                        clause.up_to = [None, Some(Level(level)), Some(Level(level + 1))][ended % 3];
                    }
                }
            });
            assert_same_by_clauses(&ends);
        }
        assert!(ended > 0);
    }
}
