//! The plan: what is still needed, in which step, with room to say who does it and when it is done.

use std::collections::BTreeMap;

use super::sheet::{Column, Kind, Sheet, Value};
use super::values;
use crate::lang::Lang;
use crate::model::{ClauseId, Id};
use crate::plan::{Goal, Plan};
use crate::report::kit::steps as wording;
use crate::report::kit::words;
use crate::scoring::Outcome;
use crate::text::one_line;

/// The step that takes each clause, counted from 1, nearest first.
type Steps<'m> = BTreeMap<(&'m Id, ClauseId), usize>;

pub(super) fn sheet(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Sheet {
    let words = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let number = Column { kind: Kind::Number, most: 12 };
    let form = |most| Column { kind: Kind::Form, most };
    let columns = [
        (text!("Area", "领域"), words(24)),
        (text!("Domain", "域"), words(28)),
        (text!("Sub-domain", "子域"), words(40)),
        (text!("Level", "级别"), level),
        (text!("Target", "目标"), level),
        (text!("Dimension", "维度"), words(38)),
        (text!("Clause", "编号"), number),
        (text!("What is needed", "要求"), words(70)),
        (text!("Step", "步骤"), number),
        (text!("Done", "完成"), form(10)),
        (text!("Owner", "负责人"), form(20)),
    ];
    let steps = steps(plan);
    let sub_domains: BTreeMap<_, _> = outcome.overall.sub_domains().map(|(own, scored)| (&own.id, scored)).collect();
    let rows = plan.goals.iter().flat_map(|goal| {
        let level = sub_domains.get(&goal.sub_domain.id).map_or(Value::Blank, |scored| values::level(scored));
        let mut own: Vec<_> =
            values::names(outcome.model, &goal.sub_domain.id, lang).into_iter().map(Value::Text).collect();
        own.extend([level, Value::Number(goal.target.0.into())]);
        needed(goal, &steps, lang).into_iter().map(move |needed| own.iter().cloned().chain(needed).collect())
    });
    let mut rows: Vec<Vec<Value>> = rows.collect();
    if let Some(idle) = plan.idle {
        let words = Value::Text(wording::idle(idle).into_string(lang));
        rows.insert(0, vec![Value::Blank; 7].into_iter().chain([words]).collect());
    }
    Sheet::list(text!("Plan", "改进计划"), &columns, rows, lang)
}

fn steps<'m>(plan: &Plan<'m>) -> Steps<'m> {
    let lifts = (1..).zip(&plan.steps).flat_map(|(place, step)| step.lifts.iter().map(move |lift| (place, lift)));
    let clauses = lifts.flat_map(|(place, lift)| lift.requirements.iter().map(move |needed| (place, needed)));
    clauses.map(|(place, needed)| ((&needed.dimension.id, needed.clause), place)).collect()
}

/// One entry a clause, then one a question without an answer: dimension, clause, words, step, and what is left empty.
fn needed(goal: &Goal<'_>, steps: &Steps<'_>, lang: Lang) -> Vec<[Value; 6]> {
    let entry = |name: &str, clause: Value, words: String, step: Value| {
        [Value::line(name), clause, Value::Text(words), step, Value::Blank, Value::Blank]
    };
    let clauses = goal.requirements.iter().map(|needed| {
        let clause = Value::Text(words::place(needed, lang));
        let step = steps.get(&(&needed.dimension.id, needed.clause)).map_or(Value::Blank, |step| Value::count(*step));
        entry(needed.dimension.name.get(lang), clause, one_line(needed.text.get(lang)), step)
    });
    let open = goal.unanswered.iter().map(|dimension| {
        let question = one_line(dimension.question.get(lang));
        let words = text!("Not answered yet: {question}", "尚未回答：{question}");
        entry(dimension.name.get(lang), Value::Blank, words.into_string(lang), Value::Blank)
    });
    clauses.chain(open).collect()
}
