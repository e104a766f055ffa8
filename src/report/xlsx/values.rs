//! What of a scored node stands in a cell, the same in every sheet.

use super::sheet::{Column, Decimal, Kind, Value};
use crate::answers::Grade;
use crate::lang::{Lang, Text};
use crate::model::counting::{ScoreRule, Unit};
use crate::model::{Id, Level, Model, Node};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, words};
use crate::scoring::{Score, Scored, State};
use crate::text::one_line;

/// The level, where it is certain; its column so holds numbers alone, which can be sorted and counted.
pub(super) fn level(scored: &Scored<'_>) -> Value {
    number(scored.level.filter(|_| scored.is_certain()))
}

/// From the worst case to what is answered, where the level is not certain.
pub(super) fn range(scored: &Scored<'_>) -> Value {
    match scored.level {
        Some(_) if !scored.is_certain() => Value::Text(words::level(scored, &DRAWN)),
        _ => Value::Blank,
    }
}

/// The level if everything unanswered were at the floor.
pub(super) fn worst(scored: &Scored<'_>) -> Value {
    number(scored.worst)
}

fn number(level: Option<Level>) -> Value {
    level.map_or(Value::Blank, |level| Value::Number(level.0.into()))
}

/// The grade; text in every row, since `3-` is no number.
pub(super) fn grade(scored: &Scored<'_>) -> Value {
    scored.grade.map_or(Value::Blank, claimed)
}

/// A grade as it is claimed.
pub(super) fn claimed(grade: Grade) -> Value {
    Value::Text(grade.to_string())
}

/// The score, marked where it is provisional.
pub(super) fn score(scored: &Scored<'_>) -> Value {
    score_among(scored, None)
}

/// The same beside the score of the same node at another time.
pub(super) fn score_beside(scored: &Scored<'_>, other: &Scored<'_>) -> Value {
    score_among(scored, other.score.as_ref())
}

fn score_among(scored: &Scored<'_>, other: Option<&Score>) -> Value {
    let Some(score) = &scored.score else { return Value::Blank };
    let number = Decimal::of(score, other);
    if scored.state == State::Incomplete { Value::Provisional(number) } else { Value::Score(number) }
}

/// The least and the greatest score that a model gives, in the unit it shows.
pub(super) fn bounds(model: &Model) -> (f64, f64) {
    match (model.scoring.shown.unit, model.scoring.score) {
        (Unit::Percent, _) => (0.0, 100.0),
        (Unit::Score, ScoreRule::Share) => (0.0, 1.0),
        (Unit::Score, ScoreRule::Levels | ScoreRule::Value) => (model.floor.0.into(), model.top().0.into()),
    }
}

/// The columns of how a node stands, beside its level and score, with what stands in them.
pub(super) fn standing_columns(model: &Model) -> [(Text, Column); 5] {
    let number = Column { kind: Kind::Number, most: 12 };
    [
        (text!("Grade", "等级"), number),
        (text!("Answered", "已回答"), number),
        (text!("Not applicable", "不适用"), number),
        (kinds::dimensions(model), number),
        (text!("State", "状态"), Column { kind: Kind::Words, most: 34 }),
    ]
}

/// What stands in [`standing_columns`].
pub(super) fn standing(scored: &Scored<'_>, lang: Lang) -> [Value; 5] {
    [
        grade(scored),
        Value::count(scored.answered),
        Value::count(scored.not_applicable),
        Value::count(scored.total),
        state(scored, lang),
    ]
}

/// How far a node is answered, as people say it.
pub(super) fn state(scored: &Scored<'_>, lang: Lang) -> Value {
    let open = scored.open();
    let words = match (scored.state, scored.node) {
        (State::Complete, Node::Dimension(_)) => text!("answered", "已回答"),
        (State::Complete, _) => text!("complete", "完整"),
        (State::Incomplete, _) if scored.is_certain() => {
            text!("level certain: {open} unanswered", "级别已确定：{open} 项未回答")
        }
        (State::Incomplete, _) => text!("provisional: {open} unanswered", "暂定：{open} 项未回答"),
        (State::Unanswered, _) => text!("unanswered", "未回答"),
        (State::NotApplicable, _) => text!("not applicable", "不适用"),
    };
    Value::Text(words.into_string(lang))
}

/// The names on the way to a node, from its area down to itself.
pub(super) fn names(model: &Model, id: &Id, lang: Lang) -> Vec<String> {
    model.path(id).into_iter().map(|node| one_line(node.name().get(lang)).into_owned()).collect()
}
