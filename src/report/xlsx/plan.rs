//! The plan: what is still needed, in which step, with room to say who does it and when it is done.

use std::collections::BTreeMap;

use super::sheet::{Choices, Column, Kind, Sheet, Value};
use super::values;
use crate::answers::Date;
use crate::lang::Lang;
use crate::model::{ClauseId, Dimension, Id};
use crate::plan::{Goal, Plan};
use crate::report::kit::steps as wording;
use crate::report::kit::{kinds, words};
use crate::scoring::Outcome;
use crate::text::one_line;

/// All choices of a cell share 255 characters.
const MOST_NAMES: usize = 6;
const LONGEST_NAME: usize = 40;

/// The step that takes each clause, counted from 1, nearest first.
type Steps<'m> = BTreeMap<(&'m Id, ClauseId), usize>;

pub(super) fn sheet(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Sheet {
    let words = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let number = Column { kind: Kind::Number, most: 12 };
    let form = |most| Column { kind: Kind::Form, most };
    let model = outcome.model;
    let last = model.sub_domain_storey();
    let width_of = |storey: usize| match storey {
        _ if storey == last => 40,
        1 => 24,
        _ => 28,
    };
    let named = (1..=last).map(|storey| (kinds::heading(model, storey), words(width_of(storey))));
    let others = [
        (text!("Level", "级别"), level),
        (text!("Range", "区间"), words(12)),
        (text!("Target", "目标"), level),
        (kinds::heading(model, model.storeys()), words(38)),
        (text!("Clause", "编号"), number),
        (text!("What is needed", "要求"), words(70)),
        (text!("State", "状态"), form(14)),
        (text!("Owner", "负责人"), form(20)),
        (text!("Due", "期限"), Column { kind: Kind::FormDay, most: 14 }),
        (text!("Id", "ID"), words(70)),
    ];
    let columns: Vec<_> = [(text!("Step", "步骤"), number)].into_iter().chain(named).chain(others).collect();
    let steps = steps(plan);
    let sub_domains: BTreeMap<_, _> = outcome.overall.sub_domains().map(|(own, scored)| (&own.id, scored)).collect();
    let rows = plan.goals.iter().flat_map(|goal| {
        let scored = sub_domains.get(&goal.sub_domain.id);
        let [level, range] = [values::level, values::range].map(|value| scored.map_or(Value::Blank, |it| value(it)));
        let mut own: Vec<_> =
            values::names(outcome.model, &goal.sub_domain.id, lang).into_iter().map(Value::Text).collect();
        own.extend([level, range, goal.target.map_or(Value::Blank, |target| Value::Number(target.0.into()))]);
        needed(goal, &steps, lang).into_iter().map(move |(step, needed)| (step, [own.clone(), needed.into()].concat()))
    });
    let mut rows: Vec<_> = rows.collect();
    // Questions without an answer are in no step: they come last.
    rows.sort_by_key(|(step, _)| step.unwrap_or(usize::MAX));
    let row =
        |(step, cells): (Option<usize>, Vec<Value>)| [vec![step.map_or(Value::Blank, Value::count)], cells].concat();
    let mut rows: Vec<Vec<Value>> = rows.into_iter().map(row).collect();
    if let Some(idle) = wording::idle(plan) {
        let words = Value::Text(idle.into_string(lang));
        rows.insert(0, vec![Value::Blank; 6 + last].into_iter().chain([words]).collect());
    }
    let mut sheet = Sheet::list(text!("Plan", "改进计划"), &columns, rows, lang);
    // From the end: a model may call its nodes so.
    let place = |column: &str| columns.iter().rposition(|(name, _)| name.en == column).unwrap_or_default();
    let offered = [(place("State"), states(lang)), (place("Owner"), owners(outcome)), (place("Due"), days(outcome))];
    let offered = offered.into_iter().filter(|(_, words)| !words.is_empty());
    sheet.choices = offered.map(|(column, words)| Choices { column, words, refusal: None }).collect();
    sheet
}

fn states(lang: Lang) -> Vec<String> {
    let states = [text!("open", "未开始"), text!("in progress", "进行中"), text!("done", "已完成")];
    states.into_iter().map(|state| state.into_string(lang)).collect()
}

/// Those who are named in the answers, as far as a list of choices can hold their names.
fn owners(outcome: &Outcome<'_>) -> Vec<String> {
    let about = &outcome.answers.assessment;
    let mut names: Vec<String> = Vec::new();
    for name in about.owner.iter().chain(&about.assessors).chain(&about.team) {
        let name = one_line(name).into_owned();
        if can_be_offered(&name) && !names.contains(&name) && names.len() < MOST_NAMES {
            names.push(name);
        }
    }
    names
}

/// A comma would part a name in two, and what is chosen counts as typed: it must not begin a formula.
fn can_be_offered(name: &str) -> bool {
    let begins_with_a_letter = name.starts_with(char::is_alphanumeric);
    begins_with_a_letter && !name.contains([',', '"']) && name.encode_utf16().count() <= LONGEST_NAME
}

/// The ends of the next quarters after the assessment.
fn days(outcome: &Outcome<'_>) -> Vec<String> {
    let day = outcome.answers.assessment.date;
    day.into_iter().flat_map(Date::next_quarter_ends).map(|day| day.to_string()).collect()
}

fn steps<'m>(plan: &Plan<'m>) -> Steps<'m> {
    let lifts = (1..).zip(&plan.steps).flat_map(|(place, step)| step.lifts.iter().map(move |lift| (place, lift)));
    let clauses = lifts.flat_map(|(place, lift)| lift.requirements.iter().map(move |needed| (place, needed)));
    clauses.map(|(place, needed)| ((&needed.dimension.id, needed.clause), place)).collect()
}

/// One entry a clause, then one a question without an answer: the step, and dimension, clause, words, what is left empty,
/// and the id.
fn needed(goal: &Goal<'_>, steps: &Steps<'_>, lang: Lang) -> Vec<(Option<usize>, [Value; 7])> {
    let entry = |dimension: &Dimension, clause: Value, words: String| {
        let (name, id) = (Value::line(dimension.name.get(lang)), Value::line(dimension.id.as_str()));
        [name, clause, Value::Text(words), Value::Blank, Value::Blank, Value::Blank, id]
    };
    let clauses = goal.requirements.iter().map(|needed| {
        let clause = Value::Text(words::place(needed, lang));
        let step = steps.get(&(&needed.dimension.id, needed.clause)).copied();
        (step, entry(needed.dimension, clause, words::asked(needed.asks, lang).into_owned()))
    });
    let open = goal.unanswered.iter().map(|dimension| {
        let question = one_line(dimension.question.text.get(lang));
        let words = text!("Not answered yet: {question}", "尚未回答：{question}");
        (None, entry(dimension, Value::Blank, words.into_string(lang)))
    });
    clauses.chain(open).collect()
}
