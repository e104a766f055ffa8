//! `assess set FILE outcomes.NAME VALUE`: what a team measures of its delivery.

use std::path::Path;

use anyhow::Result;
use assess::answers::{self, Date, Measurement, Metric, Update};
use assess::lang::Text;
use assess::model::Model;
use assess::problem::nearest;
use assess::text;

use crate::failure::{Failure, not_updated};
use crate::files;
use crate::session::{Reading, Session};

/// The metric that an id names; `None` if it is an id of the model.
///
/// # Errors
///
/// No such metric.
pub(super) fn metric(id: &str) -> Result<Option<Metric>> {
    Ok(Metric::with_id(id).transpose().map_err(Failure::from)?)
}

/// That an id, which the model does not have, is the name of a metric or near to one.
pub(super) fn meant_by(id: &str) -> Option<Failure> {
    let names: Vec<_> = Metric::all().map(|metric| metric.to_string()).collect();
    let name = nearest(id, names.iter().map(String::as_str))?;
    let failure = Failure::new(text!("unknown id `{id}`", "未知的 id `{id}`"));
    Some(failure.help(text!("did you mean `outcomes.{name}`?", "是否想写 `outcomes.{name}`？")))
}

/// Writes one value, or takes it out.
///
/// # Errors
///
/// A value that is none of this metric, and what else stops a change.
pub(super) fn set(
    session: &Session,
    model: &Model,
    file: &Path,
    (metric, word): (Metric, Option<&str>),
    day: Option<Date>,
) -> Result<()> {
    let measured = measurement(metric, word)?;
    let other_names = files::other_names(file);
    let mut carried = None;
    files::edit(file, |source| {
        let updates: Vec<_> =
            [Update::Outcome(metric, measured.clone())].into_iter().chain(day.map(Update::Date)).collect();
        let saved = answers::update(source, model, &updates).map_err(not_updated)?;
        carried = saved.carried;
        Ok(saved.text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    let Text { en, zh, .. } = metric.name();
    session.note(&match &measured {
        Some(measured) => text!("{en}: {measured}", "{zh}：{measured}"),
        None => text!("{en}: not given", "{zh}：未填写"),
    });
    if let Some(told) = other_names {
        session.note(&told);
    }
    Ok(())
}

/// The value; `None` where it is to be taken out.
fn measurement(metric: Metric, word: Option<&str>) -> Result<Option<Measurement>> {
    match word {
        Some("none") => Ok(None),
        Some(word) => Ok(Some(metric.read(word).map_err(Failure::from)?)),
        None => {
            let failure = Failure::new(text!("a value is missing", "缺少值"));
            Err(failure.help(metric.help()).into())
        }
    }
}

/// That options of answers stand beside an outcome.
pub(super) fn is_a_value_alone() -> Failure {
    let failure = Failure::new(text!("an outcome is a value alone", "成效指标只有一个值"));
    failure.help(text!("leave out the options; they belong to answers", "请去掉这些选项，它们用于答案"))
}
