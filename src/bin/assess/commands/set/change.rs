//! What the words and options ask to change of an answer, judged by the model.

use anyhow::Result;
use assess::answers::{self, ByClause, Change, Claim, Clauses, Date, DegreeMet, Exception, Value};
use assess::model::{Dimension, Model};
use assess::text;

use super::arguments::Set;
use super::words::{DegreeWord, ExceptWord, MetWord, ValueWord};
use crate::failure::Failure;

pub fn change(model: &Model, dimension: &Dimension, arguments: &Set) -> Result<Change> {
    let word =
        arguments.value.as_deref().map(|word| ValueWord::read(word, model)).transpose().map_err(Failure::from)?;
    let excepts_some = arguments.except.iter().any(|ExceptWord(word)| word.is_some());
    let is_dated = excepts_some || matches!(word, Some(ValueWord::NotApplicable(_)));
    if arguments.until.is_some() && !is_dated {
        return Err(until_needs_a_reason().into());
    }
    let value = word.as_ref().map(|word| value(model, dimension, word, arguments.until)).transpose()?;
    let is_whole = matches!(word, Some(ValueWord::All | ValueWord::Nothing));
    if is_whole && !(arguments.met.is_empty() && arguments.degree.is_empty()) {
        return Err(whole_and_clauses().into());
    }
    let met = match (&arguments.met[..], &value) {
        ([], Some(Value::Claim(Claim::Level { met, .. }))) if is_whole => Some(met.clone()),
        ([], _) => None,
        (words, value) => Some(met(dimension, words, value.as_ref())?),
    };
    let degrees = match &arguments.degree[..] {
        [] if is_whole => Some(ByClause::new()),
        [] => None,
        words => Some(degrees(model, dimension, words)?),
    };
    let evidence = arguments.evidence.iter().filter(|entry| !entry.is_empty()).cloned().collect();
    let evidence = Some(evidence).filter(|_| !arguments.evidence.is_empty());
    let keeps_some = evidence.as_ref().is_some_and(|evidence: &Vec<_>| !evidence.is_empty())
        || arguments.note.as_ref().is_some_and(|note| !note.is_empty());
    if keeps_some && matches!(word, Some(ValueWord::Removed)) {
        return Err(none_keeps_nothing().into());
    }
    let except = match &arguments.except[..] {
        [] => None,
        words => Some(except(dimension, words, arguments.until)?),
    };
    Ok(Change { value, met, degrees, except, note: arguments.note.clone(), evidence })
}

fn until_needs_a_reason() -> Failure {
    let failure = Failure::new(text!(
        "`--until` goes with `na:REASON` and `--except` only",
        "`--until` 只能与 `na:原因` 或 `--except` 一起使用"
    ));
    failure.help(text!("remove it, or write `na:` and the reason", "请将其删除，或写 `na:` 加原因"))
}

fn none_keeps_nothing() -> Failure {
    let failure =
        Failure::new(text!("`none` removes the answer, its note and its evidence", "`none` 删除答案及其备注和证据"));
    failure.help(text!(
        "leave out `--note` and `--evidence`; or give them without a value, which leaves the level as it is",
        "请去掉 `--note` 和 `--evidence`；或只写它们而不写值，级别保持不变"
    ))
}

fn value(model: &Model, dimension: &Dimension, word: &ValueWord, until: Option<Date>) -> Result<Value> {
    Ok(match word {
        ValueWord::NotApplicable(reason) => Value::Claim(Claim::NotApplicable { reason: reason.to_owned(), until }),
        ValueWord::Removed => Value::Removed,
        ValueWord::All | ValueWord::Nothing if model.scoring.has_levels() => {
            let message = text!("this model is answered by levels", "该模型按级别作答");
            let help = text!("write a level like `3`, or a grade like `3-`", "请写 `3` 这样的级别，或 `3-` 这样的等级");
            return Err(Failure::new(message).help(help).into());
        }
        ValueWord::All => {
            let met = dimension.all_clauses().map(|(id, _)| id).collect();
            Value::Claim(Claim::Level { level: model.floor, met })
        }
        ValueWord::Nothing => Value::Claim(Claim::at(model.floor)),
        ValueWord::Grade(_) if !model.scoring.has_levels() => return Err(no_levels().into()),
        ValueWord::Grade(grade) => {
            let levels = model.floor..=model.top();
            Value::Claim(answers::read_claim(dimension, *grade, levels).map_err(Failure::from)?)
        }
    })
}

fn met(dimension: &Dimension, words: &[MetWord], value: Option<&Value>) -> Result<Clauses> {
    let mut met = Clauses::new();
    for word in words.iter().flat_map(|MetWord(words)| words) {
        let id = word.find(dimension)?;
        if let Some(Value::Claim(Claim::Level { level, .. })) =
            value.filter(|value| matches!(value, Value::Claim(Claim::Level { level, .. }) if id.level <= *level))
        {
            let message = text!(
                "clause `{id}` is not above level {level}, which is claimed in full",
                "要求 `{id}` 不高于已完整达到的级别 {level}"
            );
            return Err(Failure::new(message)
                .help(text!("remove it, or claim a lower level", "请将其删除，或改写为更低的级别"))
                .into());
        }
        met.insert(id);
    }
    Ok(met)
}

fn degrees(model: &Model, dimension: &Dimension, words: &[DegreeWord]) -> Result<ByClause<DegreeMet>> {
    let mut degrees = ByClause::new();
    for (clause, word) in words.iter().filter_map(|DegreeWord(word)| word.as_ref()) {
        degrees.insert(clause.find(dimension)?, answers::read_degree(&model.scoring, word).map_err(Failure::from)?);
    }
    Ok(degrees)
}

fn no_levels() -> Failure {
    let failure =
        Failure::new(text!("this model has no levels: clauses are met or not", "该模型没有级别：要求只有满足或未满足"));
    failure.help(text!(
        "write `all` or `nothing`, or name what is met with `--met N.M`",
        "请写 `all` 或 `nothing`，或用 `--met N.M` 列出已满足的要求"
    ))
}

fn whole_and_clauses() -> Failure {
    let failure = Failure::new(text!(
        "`all` and `nothing` stand alone, without `--met` and `--degree`",
        "`all` 和 `nothing` 单独使用，不与 `--met`、`--degree` 同用"
    ));
    failure.help(text!("leave out the one or the other", "请去掉其中之一"))
}

fn except(dimension: &Dimension, words: &[ExceptWord], until: Option<Date>) -> Result<ByClause<Exception>> {
    let mut except = ByClause::new();
    for (clause, reason) in words.iter().filter_map(|ExceptWord(word)| word.clone()) {
        except.insert(clause.find(dimension)?, Exception { reason, until });
    }
    Ok(except)
}
