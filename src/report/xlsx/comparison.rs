//! What moved since an earlier assessment: a row for each part and each dimension that is another.

use super::sheet::{Column, Kind, Sheet, Value};
use super::values;
use crate::diff::{Direction, Move, Shift};
use crate::lang::{Lang, Text};
use crate::model::{ClauseId, Id, Model, Node};
use crate::report::input::Comparison;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, moves, scores, words};

pub(super) fn sheet(comparison: &Comparison<'_, '_>, lang: Lang) -> Sheet {
    let model = comparison.new.model;
    let words = |most| Column { kind: Kind::Words, most };
    let number = Column { kind: Kind::Number, most: 14 };
    let (least, most) = values::bounds(model);
    let score = Column { kind: Kind::Scale(least, most), most: 12 };
    let of_storeys = (1..=storeys(model)).map(|storey| (kinds::heading(model, storey), words(34)));
    let others = [
        (text!("Moved", "变化"), number),
        (text!("Earlier", "此前"), number),
        (text!("Now", "现在"), number),
        (text!("Earlier score", "此前得分"), score),
        (text!("Score", "得分"), score),
        (moves::gained(), words(20)),
        (moves::lost(), words(20)),
        (text!("Id", "ID"), words(70)),
    ];
    let columns: Vec<_> = of_storeys.chain(others).collect();
    let parts = moves::nodes(comparison).into_iter().map(|shift| part(model, shift, lang));
    let dimensions = comparison.diff.dimensions.iter().map(|moved| dimension(model, moved, lang));
    Sheet::list(text!("What moved", "变化"), &columns, parts.chain(dimensions).collect(), lang)
}

fn part(model: &Model, shift: &Shift<'_>, lang: Lang) -> Vec<Value> {
    let mut row = match shift.node {
        node @ Node::Model(_) => padded(model, vec![scores::name(node, lang)]),
        node => names(model, node.id(), lang),
    };
    row.push(direction(shift.direction, lang));
    row.extend([&shift.old, &shift.new].map(|scored| Value::Text(words::level(scored, &DRAWN))));
    row.extend([values::score_beside(&shift.old, &shift.new), values::score_beside(&shift.new, &shift.old)]);
    row.extend([Value::Blank, Value::Blank, Value::line(shift.node.id().as_str())]);
    row
}

fn dimension(model: &Model, moved: &Move<'_>, lang: Lang) -> Vec<Value> {
    let id = &moved.dimension.id;
    let mut row = names(model, id, lang);
    row.push(direction(moved.direction, lang));
    row.extend([moved.old, moved.new].map(|side| Value::Text(moves::standing(moved.dimension, side, lang))));
    row.extend([Value::Blank, Value::Blank]);
    let lists = [&moved.gained, &moved.lost].map(|clauses| clauses.iter().map(|(id, _)| id));
    row.extend(lists.map(clauses));
    row.push(Value::line(id.as_str()));
    row
}

/// The columns that name where something stands: down to the dimensions.
fn storeys(model: &Model) -> usize {
    model.sub_domain_storey() + 1
}

fn clauses<'a>(ids: impl Iterator<Item = &'a ClauseId>) -> Value {
    let ids: Vec<_> = ids.map(ToString::to_string).collect();
    if ids.is_empty() { Value::Blank } else { Value::Text(ids.join(" ")) }
}

fn names(model: &Model, id: &Id, lang: Lang) -> Vec<Value> {
    padded(model, values::names(model, id, lang))
}

fn padded(model: &Model, names: Vec<String>) -> Vec<Value> {
    let names = names.into_iter().map(Value::Text);
    names.chain(std::iter::repeat(Value::Blank)).take(storeys(model)).collect()
}

fn direction(direction: Direction, lang: Lang) -> Value {
    let words: Text = match direction {
        Direction::Up => text!("▲ up", "▲ 上升"),
        Direction::Down => text!("▼ down", "▼ 下降"),
        Direction::Changed => text!("changed", "其他变化"),
    };
    Value::Text(words.into_string(lang))
}
