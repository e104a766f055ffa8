//! `assess set`: one answer from a script.

mod arguments;
mod change;
mod clauses;
mod head;
mod outcome;
mod result;
mod words;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answer, Change, Changed, Claim, Clauses, Update, Value};
use assess::model::{Dimension, Model, Node};
use assess::problem::Source;
use assess::{scoring, text};

use crate::failure::{Failure, not_updated};
use crate::files::{self, EvidenceFinder};
use crate::ids::find;
use crate::session::{Reading, Session};
pub use arguments::Set;
use change::change;
use result::describe;

pub fn run(session: &Session, arguments: &Set) -> Result<ExitCode> {
    files::refuse_stdin(&arguments.file)?;
    let model = session.model()?;
    let day = match arguments.date {
        Some(Some(date)) => Some(date),
        Some(None) => files::today(),
        None => None,
    };
    if let Some(metric) = arguments.id.as_deref().map(outcome::metric).transpose()?.flatten() {
        if arguments.changes_more_than_a_value() {
            return Err(outcome::is_a_value_alone().into());
        }
        outcome::set(session, &model, &arguments.file, (metric, arguments.value.as_deref()), day)?;
        return Ok(ExitCode::SUCCESS);
    }
    let dimension = arguments.id.as_deref().map(|id| dimension(&model, id)).transpose()?;
    let change = dimension.map(|dimension| change(&model, dimension, arguments)).transpose()?;
    let (mut report, mut carried) = (None, None);
    let other_names = files::other_names(&arguments.file);
    files::edit(&arguments.file, |source| {
        let changed = dimension.zip(change.as_ref());
        let changed = changed.map(|(dimension, change)| answer(source, &model, dimension, change)).transpose()?;
        let (answer, dropped) = changed.unzip();
        let confirmed = dimension.filter(|_| arguments.value.is_some()).map(|it| Update::Confirmed(it.id.clone()));
        let updates: Vec<_> = answer.into_iter().chain(confirmed).chain(day.map(Update::Date)).collect();
        let saved = answers::update(source, &model, &updates).map_err(not_updated)?;
        carried = saved.carried;
        report =
            dimension.zip(dropped).map(|(dimension, dropped)| describe(&model, &saved.answers, dimension, &dropped));
        Ok(saved.text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    let finder = EvidenceFinder::beside(&arguments.file);
    let evidence: BTreeSet<_> = arguments.evidence.iter().filter(|entry| !entry.is_empty()).collect();
    let not_there = evidence.into_iter().filter_map(|entry| finder.remark(entry));
    for line in report.into_iter().chain(not_there).chain(other_names) {
        session.note(&line);
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(source: &Source, model: &Model, dimension: &Dimension, change: &Change) -> Result<(Update, Clauses)> {
    let old = answers::parse(source, model)?;
    let old = old.given.of(dimension);
    let Changed { answer, dropped } =
        by_clauses(model, change, old).apply(old, |answer| scoring::level_of(dimension, answer));
    let lacks_level = !matches!(answer.as_ref().and_then(|answer| answer.claim.as_ref()), Some(Claim::Level { .. }));
    if change.met.is_some() && lacks_level {
        let is_part = matches!(answer.as_ref().and_then(|answer| answer.claim.as_ref()), Some(Claim::PartOf(_)));
        return Err(if is_part { met_and_a_grade() } else { needs_a_level("--met") }.into());
    }
    if change.degrees.as_ref().is_some_and(|degrees| !degrees.is_empty()) && lacks_level {
        return Err(needs_a_level("--degree").into());
    }
    let claims_a_level = |answer: &Answer| answer.claim.as_ref().is_some_and(|claim| claim.level().is_some());
    if change.except.as_ref().is_some_and(|except| !except.is_empty()) && !answer.as_ref().is_some_and(claims_a_level) {
        return Err(except_needs_an_answer(model).into());
    }
    Ok((Update::Answer(dimension.id.clone(), answer), dropped))
}

/// Without levels, naming clauses is an answer by itself, also where there was none.
fn by_clauses<'c>(model: &Model, change: &'c Change, old: Option<&Answer>) -> Cow<'c, Change> {
    let names_clauses = change.met.is_some() || change.degrees.is_some();
    let is_answered = matches!(old.and_then(|old| old.claim.as_ref()), Some(Claim::Level { .. }));
    if model.scoring.has_levels() || !names_clauses || change.value.is_some() || is_answered {
        return Cow::Borrowed(change);
    }
    Cow::Owned(Change { value: Some(Value::Claim(Claim::at(model.floor))), ..change.clone() })
}

fn dimension<'m>(model: &'m Model, id: &str) -> Result<&'m Dimension> {
    let found = find(model, id).map_err(|error| {
        let meant = head::meant_by(id).or_else(|| outcome::meant_by(id));
        meant.map_or(error, anyhow::Error::from)
    })?;
    if let Node::Dimension(dimension) = found {
        return Ok(dimension);
    }
    let message = text!("`{id}` is not a dimension: only dimensions are answered", "`{id}` 不是维度：只能回答维度");
    let help = text!("`assess explain {id}` names what is below it", "`assess explain {id}` 列出其下的内容");
    Err(Failure::new(message).help(help).into())
}

fn except_needs_an_answer(model: &Model) -> Failure {
    if !model.scoring.has_levels() {
        let failure = Failure::new(text!(
            "`--except` stands beside what is met, and nothing is said of that",
            "`--except` 须与已满足的要求一起写，而此处没有"
        ));
        return failure
            .help(text!("add `--met N.M`, or `nothing` as the value", "请加上 `--met N.M`，或以 `nothing` 作为值"));
    }
    let failure = Failure::new(text!(
        "`--except` names clauses that a level leaves out, and there is none",
        "`--except` 列出级别不包含的要求，而此处没有级别"
    ));
    failure.help(text!("give the level as the value", "请以级别作为值"))
}

fn needs_a_level(option: &str) -> Failure {
    let failure = Failure::new(text!(
        "`{option}` names clauses above a level, and there is none",
        "`{option}` 列出级别之上的要求，而此处没有级别"
    ));
    failure.help(text!("give the level below them as the value", "请以其下的级别作为值"))
}

fn met_and_a_grade() -> Failure {
    let failure = Failure::new(text!(
        "`--met` says which clauses are met, and a grade leaves that open",
        "`--met` 列明已满足的要求，而等级不列明"
    ));
    failure.help(text!("give the level below as the value, as `2 --met 3.1`", "请以其下的级别作为值，如 `2 --met 3.1`"))
}
