//! Two assessments of one model: what moved, from sub-domains down to clauses.

use std::collections::BTreeSet;
use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Assessment, Claim, Date, Grade};
use crate::lang::Text;
use crate::model::{Area, ClauseId, Dimension, Level, Node};
use crate::scoring::{Outcome, Scored};
use crate::text::one_line;

/// What moved between two assessments.
#[derive(Clone, Debug)]
pub struct Diff<'m> {
    /// What is said of the assessment itself and is another than before.
    pub about: Vec<About>,
    /// The areas assessed before and no more, each with the number of its levels that are gone with it.
    pub left: Vec<(&'m Area, usize)>,
    /// The areas assessed now and not before, each with the number of its levels.
    pub joined: Vec<(&'m Area, usize)>,
    /// The whole, areas, domains and sub-domains in both, of which something moved; parents first.
    pub nodes: Vec<Shift<'m>>,
    /// The dimensions of which something was changed, in the model's order.
    pub dimensions: Vec<Move<'m>>,
}

impl Diff<'_> {
    /// Whether nothing moved at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let same_areas = self.left.is_empty() && self.joined.is_empty();
        same_areas && self.about.is_empty() && self.nodes.is_empty() && self.dimensions.is_empty()
    }

    /// How many dimensions moved in a direction.
    #[must_use]
    pub fn count(&self, direction: Direction) -> usize {
        self.dimensions.iter().filter(|moved| moved.direction == direction).count()
    }
}

/// One thing that is said of the assessment itself, before and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its key in the file.
    pub key: &'static str,
    /// What was said; nothing where nothing was.
    pub old: Option<String>,
    /// What is said.
    pub new: Option<String>,
}

/// A node above the dimensions whose result is another than before.
#[derive(Clone, Debug)]
pub struct Shift<'m> {
    /// The node.
    pub node: Node<'m>,
    /// What followed for it before.
    pub old: Scored<'m>,
    /// What follows for it now.
    pub new: Scored<'m>,
    /// Which way it went: by its level, else by its score; neither where one of them has no level.
    pub direction: Direction,
}

/// A dimension whose answer is another than before.
#[derive(Clone, Debug)]
pub struct Move<'m> {
    /// The dimension.
    pub dimension: &'m Dimension,
    /// Where it stood.
    pub old: Side<'m>,
    /// Where it stands.
    pub new: Side<'m>,
    /// Which way it went.
    pub direction: Direction,
    /// Clauses met now that were not, lowest level first.
    pub gained: Vec<(ClauseId, &'m Text)>,
    /// Clauses met before and not now.
    pub lost: Vec<(ClauseId, &'m Text)>,
}

/// One dimension in one assessment.
#[derive(Clone, Copy, Debug)]
pub struct Side<'m> {
    /// Where it stands.
    pub standing: Standing,
    /// Its grade; nothing without a level.
    pub grade: Option<Grade>,
    /// What is said about it.
    pub answer: Option<&'m Answer>,
}

/// Where a dimension stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its area is not assessed.
    OutOfScope,
    /// Nobody has said.
    Unanswered,
    /// It is said not to apply.
    NotApplicable,
    /// It has a level.
    At(Level),
}

impl Standing {
    /// The level, where there is one.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::At(level) => Some(level),
            _ => None,
        }
    }
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// A higher level, or more clauses at the same one.
    Up,
    /// A lower level, a clause no longer met at the same level, or an answer that is no more.
    Down,
    /// Something else: a first answer, a note, evidence, a reason.
    Aside,
}

impl fmt::Display for Direction {
    /// The word for it in JSON.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

/// Compares two assessments of one model.
#[must_use]
pub fn diff<'m>(old: &Outcome<'m>, new: &Outcome<'m>) -> Diff<'m> {
    let areas = |there: &Outcome<'m>, not_there: &Outcome<'m>| {
        let only_there = |area: &&Area| there.answers.covers(&area.id) && !not_there.answers.covers(&area.id);
        let levels = |area: &Area| there.overall.find(area.id.as_str()).map_or(0, |scored| scored.answered);
        new.model.areas.iter().filter(only_there).map(|area| (area, levels(area))).collect()
    };
    Diff {
        about: about(&old.answers.assessment, &new.answers.assessment),
        left: areas(old, new),
        joined: areas(new, old),
        nodes: new.overall.walk().into_iter().filter_map(|scored| shift(old, scored)).collect(),
        dimensions: new.model.dimensions().filter_map(|dimension| moved(dimension, old, new)).collect(),
    }
}

fn about(old: &Assessment, new: &Assessment) -> Vec<About> {
    let words = |said: &Assessment| {
        let assessors = Some(said.assessors.join(", ")).filter(|names| !names.is_empty());
        [
            ("team", said.team.clone()),
            ("system", said.system.clone()),
            ("owner", said.owner.clone()),
            ("date", said.date.map(|date| date.to_string())),
            ("assessors", assessors),
        ]
    };
    let pairs = words(old).into_iter().zip(words(new));
    let changed = pairs.filter(|((_, old), (_, new))| old != new);
    changed.map(|((key, old), (_, new))| About { key, old, new }).collect()
}

fn shift<'m>(before: &Outcome<'m>, new: &Scored<'m>) -> Option<Shift<'m>> {
    if matches!(new.node, Node::Dimension(_)) {
        return None;
    }
    let old = before.overall.find(new.node.id().as_str())?;
    let result = |of: &Scored<'_>| (of.level, of.grade, of.score, of.state, of.worst, of.answered, of.not_applicable);
    if result(old) == result(new) {
        return None;
    }
    let direction = match (old.level, new.level) {
        (Some(was), Some(is)) if is != was => {
            if is > was {
                Direction::Up
            } else {
                Direction::Down
            }
        }
        (Some(_), Some(_)) if new.score > old.score => Direction::Up,
        (Some(_), Some(_)) if new.score < old.score => Direction::Down,
        _ => Direction::Aside,
    };
    Some(Shift { node: new.node, old: old.clone(), new: new.clone(), direction })
}

fn moved<'m>(dimension: &'m Dimension, old: &Outcome<'m>, new: &Outcome<'m>) -> Option<Move<'m>> {
    let (old, new) = (side(dimension, old), side(dimension, new));
    let (had, has) = (clauses(dimension, old), clauses(dimension, new));
    let named = |ids: BTreeSet<ClauseId>| {
        ids.into_iter().filter_map(|id| Some((id, dimension.clause(id)?))).collect::<Vec<_>>()
    };
    let (gained, lost) = (named(&has - &had), named(&had - &has));
    let is_same = old.standing == new.standing && old.grade == new.grade && said(old.answer) == said(new.answer);
    let is_same = is_same && gained.is_empty() && lost.is_empty();
    // An area that is not assessed in one of them is said once, and not question by question.
    let is_left_out = [old.standing, new.standing].contains(&Standing::OutOfScope);
    let direction = direction(old, new, !gained.is_empty(), !lost.is_empty());
    (!is_same && !is_left_out).then_some(Move { dimension, old, new, direction, gained, lost })
}

fn side<'m>(dimension: &'m Dimension, outcome: &Outcome<'m>) -> Side<'m> {
    let out_of_scope = Side { standing: Standing::OutOfScope, grade: None, answer: None };
    let Some(scored) = outcome.overall.find(dimension.id.as_str()) else { return out_of_scope };
    let standing = match scored.level {
        Some(level) => Standing::At(level),
        None if scored.not_applicable > 0 => Standing::NotApplicable,
        None => Standing::Unanswered,
    };
    Side { standing, grade: scored.grade, answer: scored.answer }
}

/// What an answer says beside its level, wherever and however it is written.
fn said(answer: Option<&Answer>) -> Said<'_> {
    let Some(answer) = answer else { return Said::default() };
    let (reason, until) = match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => (Some(one_line(reason)), *until),
        _ => (None, None),
    };
    Said { note: answer.note.as_deref().map(one_line), evidence: &answer.evidence, reason, until }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Said<'a> {
    note: Option<String>,
    evidence: &'a [String],
    reason: Option<String>,
    until: Option<Date>,
}

/// The clauses that an answer claims: those up to its level, and those it names above.
fn clauses(dimension: &Dimension, side: Side<'_>) -> BTreeSet<ClauseId> {
    let nothing = BTreeSet::new();
    let (claimed, met) = match side.answer.and_then(|answer| answer.claim.as_ref()) {
        Some(Claim::Level { level, met }) => (*level, met),
        Some(Claim::PartOf(level)) => (Level(level.0.saturating_sub(1)), &nothing),
        _ => return BTreeSet::new(),
    };
    dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level <= claimed || met.contains(id)).collect()
}

fn direction(old: Side<'_>, new: Side<'_>, has_gained: bool, has_lost: bool) -> Direction {
    match (old.standing, new.standing) {
        (Standing::At(was), Standing::At(is)) if is > was => Direction::Up,
        (Standing::At(was), Standing::At(is)) if is < was => Direction::Down,
        (Standing::At(_), Standing::At(_)) => match (old.grade, new.grade) {
            // The part of a bare grade has no name; where none of the level above is left, it is lost.
            (Some(Grade::PartOf(_)), Some(Grade::Full(_))) => Direction::Down,
            _ if has_lost => Direction::Down,
            _ if has_gained => Direction::Up,
            (Some(Grade::Full(_)), Some(Grade::PartOf(_))) => Direction::Up,
            _ => Direction::Aside,
        },
        (Standing::At(_), _) => Direction::Down,
        _ => Direction::Aside,
    }
}
