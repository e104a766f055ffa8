//! The sheets of a model without levels: every score, every answer, and what raises the score most.

use super::sheet::{Column, Decimal, Kind, Sheet, Value};
use super::values;
use crate::answers::{Answer, Claim};
use crate::lang::Lang;
use crate::plan::Plan;
use crate::report::kit::{scores, steps, words};
use crate::scoring::{Outcome, Score, Scored};
use crate::text::indented;

pub(super) fn sheets(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Vec<Sheet> {
    vec![nodes(outcome, lang), answers(outcome, lang), raises(outcome, plan, lang)]
}

const fn column(kind: Kind, most: usize) -> Column {
    Column { kind, most }
}

fn nodes(outcome: &Outcome<'_>, lang: Lang) -> Sheet {
    let columns = [
        (text!("Part", "部分"), column(Kind::Words, 60)),
        (text!("Score", "得分"), column(Kind::Number, 12)),
        (text!("Answered", "已回答"), column(Kind::Number, 12)),
        (text!("Not applicable", "不适用"), column(Kind::Number, 12)),
        (text!("Dimensions", "维度"), column(Kind::Number, 12)),
        (text!("State", "状态"), column(Kind::Words, 28)),
        (text!("Id", "ID"), column(Kind::Words, 70)),
    ];
    let row = |scored: &Scored<'_>| {
        let name = scores::name(scored.node, lang);
        vec![
            Value::Text(indented(&name, scored.node.storey().saturating_sub(1))),
            values::score(scored),
            Value::count(scored.answered),
            Value::count(scored.not_applicable),
            Value::count(scored.total),
            values::state(scored, lang),
            Value::line(scored.node.id().as_str()),
        ]
    };
    let rows = outcome.overall.walk().map(row).collect();
    Sheet::list(text!("Scores", "得分"), &columns, rows, lang)
}

fn answers(outcome: &Outcome<'_>, lang: Lang) -> Sheet {
    let columns = [
        (text!("Dimension", "维度"), column(Kind::Words, 60)),
        (text!("Question", "问题"), column(Kind::Words, 50)),
        (text!("State", "状态"), column(Kind::Words, 16)),
        (text!("Score", "得分"), column(Kind::Number, 12)),
        (text!("Answer", "答案"), column(Kind::Words, 50)),
        (text!("Clauses excepted", "例外的要求"), column(Kind::Words, 30)),
        (text!("Note", "备注"), column(Kind::Words, 40)),
        (text!("Evidence", "证据"), column(Kind::Words, 36)),
        (text!("Id", "ID"), column(Kind::Words, 70)),
    ];
    let mut rows = Vec::new();
    for (dimension, at) in outcome.overall.dimensions() {
        let text = |words: String| if words.is_empty() { Value::Blank } else { Value::Text(words) };
        let claim = match (at.claim(), at.answer) {
            (Some(Claim::NotApplicable { .. }), answer) => words::claim(answer).into_string(lang),
            (Some(_), Some(answer)) => scores::claim(&outcome.model.scoring, dimension, answer).into_string(lang),
            _ => String::new(),
        };
        let of = |said: fn(&Answer) -> String| text(at.answer.map(said).unwrap_or_default());
        let except = at.answer.into_iter().flat_map(|answer| &answer.except);
        let except: Vec<_> = except.map(|(id, it)| words::exception(*id, it).into_string(lang)).collect();
        rows.push(vec![
            Value::line(dimension.name.get(lang)),
            Value::line(dimension.question.text.get(lang)),
            values::state(at, lang),
            values::score(at),
            text(claim),
            text(except.join("\n")),
            of(|answer| answer.note.clone().unwrap_or_default()),
            of(|answer| answer.evidence.join("\n")),
            Value::line(dimension.id.as_str()),
        ]);
    }
    Sheet::list(text!("Answers", "答案"), &columns, rows, lang)
}

fn raises(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Sheet {
    let columns = [
        (text!("Score now", "现得分"), column(Kind::Number, 12)),
        (text!("Score then", "满足后得分"), column(Kind::Number, 12)),
        (text!("Part", "部分"), column(Kind::Words, 50)),
        (text!("Clause", "编号"), column(Kind::Number, 12)),
        (text!("What is needed", "要求"), column(Kind::Words, 70)),
        (text!("Done", "完成"), column(Kind::Form, 10)),
        (text!("Owner", "负责人"), column(Kind::Form, 20)),
        (text!("Id", "ID"), column(Kind::Words, 70)),
    ];
    let score = |score: &Score, other: &Score| Value::Score(Decimal::of(score, Some(other)));
    let raises = plan.raises.iter().map(|raise| {
        let needed = &raise.requirement;
        let path = values::names(outcome.model, &needed.dimension.id, lang).join(" › ");
        vec![
            score(&raise.from, &raise.to),
            score(&raise.to, &raise.from),
            Value::Text(path),
            Value::Text(needed.clause.to_string()),
            Value::line(needed.asks.text.get(lang)),
            Value::Blank,
            Value::Blank,
            Value::line(needed.dimension.id.as_str()),
        ]
    });
    let idle = steps::idle(plan).map(|idle| {
        let words = Value::Text(idle.into_string(lang));
        vec![Value::Blank; 4].into_iter().chain([words]).collect()
    });
    Sheet::list(text!("Plan", "改进计划"), &columns, idle.into_iter().chain(raises).collect(), lang)
}
