//! Two assessments of one model: what moved, from sub-domains down to clauses.

mod direction;
mod side;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::answers::{Answer, Assessment, Claim, Date};
use crate::lang::Text;
use crate::model::{Clause, ClauseId, Dimension, Group, Node};
use crate::scoring::{Outcome, Scored, met_clauses};
use crate::text::one_line;

use direction::ClauseChange;
pub use direction::Direction;
pub use side::{Side, Standing};

/// What moved between two assessments.
#[derive(Clone, Debug)]
pub struct Diff<'m> {
    /// The keys of `[assessment]` that changed.
    pub about: Vec<About>,
    /// The areas assessed before and no more, each with the number of its levels that are gone with it.
    pub left: Vec<(&'m Group, usize)>,
    /// The areas assessed now and not before, each with the number of its levels.
    pub joined: Vec<(&'m Group, usize)>,
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

/// A key of `[assessment]`, before and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its key in the file.
    pub key: AboutKey,
    /// Its value before; `None` if it had none.
    pub old: Option<Text>,
    /// Its value now; `None` if it has none.
    pub new: Option<Text>,
}

/// The keys of the assessment that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AboutKey {
    /// The team.
    Team,
    /// The system that is assessed.
    System,
    /// Who answers for the assessment.
    Owner,
    /// When the whole was last confirmed.
    Date,
    /// Who assessed.
    Assessors,
}

/// A node above the dimensions whose result is another than before.
#[derive(Clone, Debug)]
pub struct Shift<'m> {
    /// The node.
    pub node: Node<'m>,
    /// What followed for it before, without what stands below it.
    pub old: Scored<'m>,
    /// What follows for it now, likewise.
    pub new: Scored<'m>,
    /// Which way it went, over the dimensions that both sides answer: by its level, then its score, then its grade.
    pub direction: Direction,
    /// How many dimensions below are answered, said not to apply or in scope on one side alone, or ask other clauses.
    pub changed: usize,
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
    /// Clauses met now that were not, lowest level first; both ask them.
    pub gained: Vec<(ClauseId, &'m Clause)>,
    /// Clauses met before and not now; both ask them.
    pub lost: Vec<(ClauseId, &'m Clause)>,
    /// Clauses that were asked before, and are excepted now.
    pub excepted: Vec<(ClauseId, &'m Clause)>,
    /// Clauses that were excepted before, and are asked now.
    pub asked: Vec<(ClauseId, &'m Clause)>,
}

impl Move<'_> {
    /// Whether it is worse than before: it went down, its answer is no more, or a clause of it is excepted now.
    #[must_use]
    pub fn is_worse(&self) -> bool {
        let is_gone = self.old.standing.is_answered() && !self.new.standing.is_answered();
        is_gone || self.direction == Direction::Down || !self.excepted.is_empty()
    }
}

/// Compares two assessments of one model.
#[must_use]
pub fn diff<'m>(old: &Outcome<'m>, new: &Outcome<'m>) -> Diff<'m> {
    let areas = |there: &Outcome<'m>, not_there: &Outcome<'m>| {
        let only_there = |area: &&Group| there.answers.covers(area) && !not_there.answers.covers(area);
        let levels = |area: &Group| there.overall.find(area.id.as_str()).map_or(0, |scored| scored.answered);
        new.model.areas.iter().filter(only_there).map(|area| (area, levels(area))).collect()
    };
    let before: BTreeMap<_, _> = old.overall.walk().map(|scored| (scored.node.id(), scored)).collect();
    let sides: Vec<_> = sides(old, new).collect();
    let directions = direction::of_nodes(old, new);
    let shifts = new.overall.walk().filter(|scored| scored.node.dimension().is_none());
    let shifts = shifts.filter_map(|scored| {
        let id = scored.node.id();
        let direction = directions.get(id).copied().unwrap_or(Direction::Changed);
        shift(before.get(id)?, scored, direction, changed(scored.node, &sides))
    });
    Diff {
        about: about(&old.answers.assessment, &new.answers.assessment),
        left: areas(old, new),
        joined: areas(new, old),
        nodes: shifts.collect(),
        dimensions: sides.into_iter().filter_map(moved).collect(),
    }
}

/// The dimensions of which something was changed, in the model's order: what [`diff`] says of them, and nothing else.
#[must_use]
pub fn moves<'m>(old: &Outcome<'m>, new: &Outcome<'m>) -> Vec<Move<'m>> {
    sides(old, new).filter_map(moved).collect()
}

/// A dimension, where it stood, and where it stands.
type Sides<'m> = (&'m Dimension, Side<'m>, Side<'m>);

/// Every dimension of the model, in its order.
fn sides<'a, 'm>(old: &'a Outcome<'m>, new: &'a Outcome<'m>) -> impl Iterator<Item = Sides<'m>> + use<'a, 'm> {
    // All three are in the model's order, and what is out of scope is missing in one or both.
    let [mut before, mut after] = [old, new].map(|outcome| outcome.overall.dimensions().peekable());
    let sides = move |dimension: &'m Dimension| {
        let is_own = |(own, _): &(&Dimension, &Scored<'_>)| own.id == dimension.id;
        let [was, is] = [&mut before, &mut after].map(|own| side(own.next_if(is_own).map(|(_, scored)| scored)));
        (dimension, was, is)
    };
    new.model.dimensions().map(sides)
}

fn about(old: &Assessment, new: &Assessment) -> Vec<About> {
    let words = |said: &Assessment| {
        let assessors = (!said.assessors.is_empty()).then(|| Text::list(&said.assessors));
        [
            (AboutKey::Team, said.team.clone().map(Text::same)),
            (AboutKey::System, said.system.clone().map(Text::same)),
            (AboutKey::Owner, said.owner.clone().map(Text::same)),
            (AboutKey::Date, said.date.map(|date| Text::same(date.to_string()))),
            (AboutKey::Assessors, assessors),
        ]
    };
    let pairs = words(old).into_iter().zip(words(new));
    let changed = pairs.filter(|((_, old), (_, new))| old != new);
    changed.map(|((key, old), (_, new))| About { key, old, new }).collect()
}

fn shift<'m>(old: &Scored<'m>, new: &Scored<'m>, direction: Direction, changed: usize) -> Option<Shift<'m>> {
    let result =
        |of: &Scored<'_>| (of.level, of.grade, of.score.clone(), of.state, of.worst, of.answered, of.not_applicable);
    let is_same = result(old) == result(new) && direction == Direction::Changed;
    (!is_same).then(|| Shift {
        node: new.node,
        old: old.without_children(),
        new: new.without_children(),
        direction,
        changed,
    })
}

fn moved((dimension, old, new): Sides<'_>) -> Option<Move<'_>> {
    // Most have not moved, and nothing is gained or lost between two that say the same.
    if old.is_same(new) {
        return None;
    }
    let (mut gained, mut lost) = (met_by_one(dimension, new, old), met_by_one(dimension, old, new));
    gained.extend(higher_degrees(dimension, new, old));
    lost.extend(higher_degrees(dimension, old, new));
    let lost = lost.into_iter().filter(|(id, _)| !new.has_overtaken(dimension, *id)).collect::<Vec<_>>();
    let is_same =
        old.standing == new.standing && old.grade == new.grade && details_of(old.answer) == details_of(new.answer);
    let is_same = is_same && gained.is_empty() && lost.is_empty();
    let (excepted, asked) = (excepted_by_one(dimension, new, old), excepted_by_one(dimension, old, new));
    // An area that is not assessed in one of them is said once, and not question by question.
    let is_left_out = [old.standing, new.standing].contains(&Standing::OutOfScope);
    let change = match (lost.is_empty(), gained.is_empty()) {
        (false, _) => ClauseChange::Lost,
        (true, false) => ClauseChange::Gained,
        (true, true) => ClauseChange::Neither,
    };
    let direction = direction::of_dimension(dimension, old, new, change);
    (!is_same && !is_left_out).then_some(Move { dimension, old, new, direction, gained, lost, excepted, asked })
}

/// The clauses that one side excepts and the other asks.
fn excepted_by_one<'m>(dimension: &'m Dimension, one: Side<'m>, other: Side<'m>) -> Vec<(ClauseId, &'m Clause)> {
    let is_excepted = |id: ClauseId| other.standing.is_answered() && one.excepts(id) && !other.excepts(id);
    dimension.all_clauses().filter(|(id, _)| is_excepted(*id)).collect()
}

/// The clauses in force that one side meets and the other asks and does not claim.
fn met_by_one<'m>(dimension: &'m Dimension, one: Side<'m>, other: Side<'m>) -> Vec<(ClauseId, &'m Clause)> {
    let met = one.answer.map(|answer| met_clauses(dimension, answer)).unwrap_or_default();
    met.into_iter().filter(|(id, _)| !other.says(*id)).collect()
}

/// The clauses that both sides ask and one meets to a higher degree, neither of them in full on one side alone.
fn higher_degrees<'m>(dimension: &'m Dimension, one: Side<'m>, other: Side<'m>) -> Vec<(ClauseId, &'m Clause)> {
    let Some((answer, less)) = one.answer.zip(other.answer) else { return Vec::new() };
    if answer.degrees.is_empty() && less.degrees.is_empty() {
        return Vec::new();
    }
    let told = met_by_one(dimension, one, other);
    let is_told = |id: ClauseId| told.iter().any(|(told, _)| *told == id);
    // What the answer itself excepts is met to no degree.
    let is_higher = |id: ClauseId| answer.value_of(id) > less.value_of(id) && !less.excepts(id);
    let clauses = dimension.all_clauses().filter(|(id, _)| is_higher(*id));
    clauses.filter(|(id, _)| !is_told(*id)).collect()
}

fn side<'m>(scored: Option<&Scored<'m>>) -> Side<'m> {
    let out_of_scope = Side { standing: Standing::OutOfScope, grade: None, answer: None };
    let Some(scored) = scored else { return out_of_scope };
    let standing = match scored.level {
        Some(level) => Standing::At(level),
        None if scored.not_applicable > 0 => Standing::NotApplicable,
        None if scored.answered > 0 => Standing::Answered,
        None => Standing::Unanswered,
    };
    Side { standing, grade: scored.grade, answer: scored.answer }
}

/// How many dimensions at and below a node are answered, said not to apply or left out on one side alone, or ask other
/// clauses of the team than before.
fn changed(node: Node<'_>, sides: &[Sides<'_>]) -> usize {
    let is_below = |dimension: &Dimension| matches!(node, Node::Model(_)) || dimension.id.is_within(node.id());
    let changed = sides.iter().filter(|(dimension, old, new)| !old.is_asked_like(*new) && is_below(dimension));
    changed.count()
}

/// What an answer says beside its level, wherever and however it is written.
fn details_of(answer: Option<&Answer>) -> AnswerDetails<'_> {
    let Some(answer) = answer else { return AnswerDetails::default() };
    let (reason, until) = match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => (Some(one_line(reason)), *until),
        _ => (None, None),
    };
    let except = answer.except.iter().map(|(id, it)| (*id, one_line(&it.reason), it.until)).collect();
    AnswerDetails { except, note: answer.note.as_deref().map(one_line), evidence: &answer.evidence, reason, until }
}

#[derive(Debug, Default, PartialEq, Eq)]
struct AnswerDetails<'a> {
    note: Option<Cow<'a, str>>,
    evidence: &'a [String],
    except: Vec<(ClauseId, Cow<'a, str>, Option<Date>)>,
    reason: Option<Cow<'a, str>>,
    until: Option<Date>,
}
