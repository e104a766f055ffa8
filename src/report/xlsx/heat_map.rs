//! The heat map: every sub-domain with its level on its shade, and what holds it down.

use super::sheet::{Column, Kind, Sheet, Value};
use super::values;
use crate::lang::Lang;
use crate::report::kit::{kinds, words};
use crate::scoring::{Outcome, Scored};
use crate::text::one_line;

pub(super) fn sheet(outcome: &Outcome<'_>, lang: Lang) -> Sheet {
    let words = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let number = Column { kind: Kind::Number, most: 12 };
    let model = outcome.model;
    let last = model.sub_domain_storey();
    let of_storeys = (1..=last).map(|storey| (kinds::heading(model, storey), words(width_of(storey, last))));
    let others = [
        (text!("Level", "级别"), level),
        (text!("Range", "区间"), words(12)),
        (text!("At worst", "最坏情况"), number),
        (text!("Grade", "等级"), number),
        (text!("Score", "得分"), number),
        (text!("Answered", "已回答"), number),
        (text!("Not applicable", "不适用"), number),
        (kinds::dimensions(model), number),
        (text!("State", "状态"), words(28)),
        (text!("Weakest dimensions", "受限于"), words(56)),
        (text!("Id", "ID"), words(70)),
    ];
    let columns: Vec<_> = of_storeys.chain(others).collect();
    let mut rows = Vec::new();
    let mut above: Vec<String> = Vec::new();
    for (sub_domain, scored) in outcome.overall.sub_domains() {
        let names = values::names(outcome.model, &sub_domain.id, lang);
        let mut cells: Vec<_> = (0..names.len()).map(|depth| name(&names, &above, depth)).collect();
        cells.extend([
            values::level(scored),
            values::range(scored),
            values::worst(scored),
            values::grade(scored),
            values::score(scored),
            Value::count(scored.answered),
            Value::count(scored.not_applicable),
            Value::count(scored.total),
            values::state(scored, lang),
            held_by(scored, lang),
            Value::line(sub_domain.id.as_str()),
        ]);
        rows.push(cells);
        above = names;
    }
    Sheet::list(text!("Heat map", "热力图"), &columns, rows, lang)
}

/// The most characters of a column of names.
fn width_of(storey: usize, last: usize) -> usize {
    match storey {
        _ if storey == last => 40,
        1 => 28,
        _ => 34,
    }
}

/// A name of the path; one that also stands in the row above, under the same names, is a repetition.
fn name(names: &[String], above: &[String], depth: usize) -> Value {
    let name = names[depth].clone();
    if above.get(..=depth) == names.get(..=depth) { Value::Repeated(name) } else { Value::Text(name) }
}

/// The dimensions whose level is the sub-domain's.
fn held_by(scored: &Scored<'_>, lang: Lang) -> Value {
    if scored.limiting.is_empty() {
        return Value::Blank;
    }
    let names: Vec<_> = scored.limiting.iter().map(|dimension| one_line(dimension.name.get(lang))).collect();
    Value::Text(words::list(&names, lang))
}
