//! What of a scored node stands in a cell, the same in every sheet.

use super::sheet::Value;
use crate::answers::Grade;
use crate::lang::Lang;
use crate::model::{Id, Level, Model, Node};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::{Scored, State};
use crate::text::one_line;

/// Where there is no number. A cell left empty would count as level 0 to a spreadsheet's rules.
fn none() -> Value {
    Value::Text("–".to_owned())
}

/// The level; a range, which is text, where it is not certain.
pub(super) fn level(scored: &Scored<'_>) -> Value {
    match scored.level {
        Some(_) if !scored.is_certain() => Value::Text(words::level(scored, &DRAWN)),
        level => level_or_none(level),
    }
}

/// The level if everything unanswered were at the floor.
pub(super) fn worst(scored: &Scored<'_>) -> Value {
    level_or_none(scored.worst)
}

fn level_or_none(level: Option<Level>) -> Value {
    level.map_or_else(none, |level| Value::Number(level.0.into()))
}

/// The grade: a whole one is a number.
pub(super) fn grade(scored: &Scored<'_>) -> Value {
    scored.grade.map_or_else(none, claimed)
}

/// A grade as it is claimed.
pub(super) fn claimed(grade: Grade) -> Value {
    match grade {
        Grade::Full(level) => Value::Number(level.0.into()),
        Grade::PartOf(_) => Value::Text(grade.to_string()),
    }
}

/// The score, marked where it is provisional.
pub(super) fn score(scored: &Scored<'_>) -> Value {
    match (scored.state, scored.score) {
        (_, None) => none(),
        (State::Incomplete, Some(score)) => Value::Provisional(score.rounded()),
        (_, Some(score)) => Value::Score(score.rounded()),
    }
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
    model.path(id).into_iter().map(|node| one_line(node.name().get(lang))).collect()
}
