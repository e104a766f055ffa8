//! Every answer: one row a dimension, with the level of its sub-domain beside it.

use super::sheet::{Column, Kind, Sheet, Value};
use super::values;
use crate::answers::{Answer, Claim};
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Model};
use crate::report::kit::{kinds, words};
use crate::scoring::{Outcome, Scored};

pub(super) fn sheet(outcome: &Outcome<'_>, lang: Lang) -> Sheet {
    let mut rows = Vec::new();
    for (_, sub_domain) in outcome.overall.sub_domains() {
        for (dimension, own) in sub_domain.dimensions() {
            rows.push(row(outcome.model, sub_domain, dimension, own, lang));
        }
    }
    Sheet::list(text!("Answers", "答案"), &columns(outcome.model), rows, lang)
}

/// The columns of the comma-separated form, in the order in which people read them.
fn columns(model: &Model) -> Vec<(Text, Column)> {
    let text = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let number = Column { kind: Kind::Number, most: 12 };
    let names =
        (1..=model.storeys()).map(|storey| (kinds::heading(model, storey), text(if storey == 1 { 18 } else { 22 })));
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    let first = kinds::heading(model, model.sub_domain_storey()).en;
    let others = [
        (text!("Question", "问题"), text(36)),
        (text!("State", "状态"), text(14)),
        (text!("Level", "级别"), level),
        (text!("Grade", "等级"), number),
        (text!("Answer", "答案"), number),
        (text!("Clauses met", "已满足的要求"), text(12)),
        (text!("Why not applicable", "不适用的原因"), text(26)),
        (text!("Until", "有效期至"), number),
        (text!("Clauses excepted", "例外的要求"), text(30)),
        (text!("Note", "备注"), text(40)),
        (text!("Evidence", "证据"), text(36)),
        (text!("Level of {en}", "{zh}级别"), level),
        (text!("Range of {en}", "{zh}区间"), text(12)),
        (text!("{first} at worst", "{zh}最坏情况"), number),
        (text!("Grade of {en}", "{zh}等级"), number),
        (text!("Score of {en}", "{zh}得分"), number),
        (text!("State of {en}", "{zh}状态"), text(18)),
        (text!("Id", "ID"), text(70)),
    ];
    names.chain(others).collect()
}

fn row(model: &Model, sub_domain: &Scored<'_>, dimension: &Dimension, own: &Scored<'_>, lang: Lang) -> Vec<Value> {
    let mut row: Vec<_> = values::names(model, &dimension.id, lang).into_iter().map(Value::Text).collect();
    row.extend([
        Value::line(dimension.question.text.get(lang)),
        values::state(own, lang),
        values::level(own),
        values::grade(own),
    ]);
    row.extend(said(own.answer, lang));
    row.extend([
        values::level(sub_domain),
        values::range(sub_domain),
        values::worst(sub_domain),
        values::grade(sub_domain),
        values::score(sub_domain),
        values::state(sub_domain, lang),
        Value::line(dimension.id.as_str()),
    ]);
    row
}

/// The answer as it stands in the file: grade, clauses, reason, day, exceptions, note, evidence.
fn said(answer: Option<&Answer>, lang: Lang) -> [Value; 7] {
    let claim = answer.and_then(|answer| answer.claim.as_ref());
    let (reason, until) = match claim {
        Some(Claim::NotApplicable { reason, until }) => (text_or_blank(reason), until.map_or(Value::Blank, Value::Day)),
        _ => (Value::Blank, Value::Blank),
    };
    let met = match claim {
        Some(Claim::Level { met, .. }) => met.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let except = answer.into_iter().flat_map(|answer| &answer.except);
    let exceptions: Vec<_> = except.map(|(id, it)| words::exception(*id, it).into_string(lang)).collect();
    let note = answer.and_then(|answer| answer.note.as_deref()).unwrap_or_default();
    let evidence = answer.map(|answer| answer.evidence.join("\n")).unwrap_or_default();
    [
        claim.and_then(Claim::grade).map_or(Value::Blank, values::claimed),
        text_or_blank(&met),
        reason,
        until,
        text_or_blank(&exceptions.join("\n")),
        text_or_blank(note),
        text_or_blank(&evidence),
    ]
}

fn text_or_blank(words: &str) -> Value {
    if words.is_empty() { Value::Blank } else { Value::Text(words.to_owned()) }
}
