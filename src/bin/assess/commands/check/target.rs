//! Targets on the command line.

use std::fmt;
use std::str::FromStr;

use anyhow::Result;
use assess::full_width;
use assess::model::{Level, Model};
use assess::policy::{Measure, Origin, Target, Targets};
use assess::problem::Refusal;
use assess::text;

use crate::failure::Failure;
use crate::ids::find;

/// A target on the command line: `3` for the whole model, or `delivery.testing=2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetWord {
    /// `None` for the whole model.
    id: Option<String>,
    /// A level, or in a model without levels a score.
    value: String,
}

impl FromStr for TargetWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        let has_id = |meant: &str| meant.contains('=') && meant.parse::<Self>().is_ok();
        if let Some(refusal) = full_width::refuse(word, has_id) {
            return Err(refusal);
        }
        let (id, value) = word.rsplit_once('=').map_or((None, word), |(id, value)| (Some(id), value));
        if id.is_some_and(|id| id.trim().is_empty()) {
            let message = text!("an id is missing in `{word}`", "`{word}` 缺少 id");
            return Err(Refusal::new(message).help(text!(
                "write `{value}` for everything, or an id before it, as `delivery={value}`",
                "整体目标请写 `{value}`；部分目标请在前面写 id，如 `delivery={value}`"
            )));
        }
        if word == "policy" {
            let message = text!("`policy` is not a level", "`policy` 不是级别");
            return Err(Refusal::new(message).help(text!(
                "leave it out: without `--target` those of the policy count",
                "请去掉它：不写 `--target` 时即采用策略的目标"
            )));
        }
        // Which of both a model knows, is not known before it is read.
        let is_number = !value.is_empty() && value.chars().all(|digit| digit.is_ascii_digit() || digit == '.');
        if !is_number {
            value.parse::<Level>().map_err(|refusal| no_value(id, value, refusal))?;
        }
        Ok(Self { id: id.filter(|id| *id != "default").map(str::to_owned), value: value.to_owned() })
    }
}

/// That no level, or score, stands where one belongs; `refusal` is that of any word that is no level.
fn no_value(id: Option<&str>, value: &str, refusal: Refusal) -> Refusal {
    match id {
        Some(id) if value.is_empty() => {
            let message = text!("a level is missing after `{id}=`", "`{id}=` 之后缺少级别");
            Refusal::new(message).help(text!("write one, as `{id}=3`", "请写出级别，如 `{id}=3`"))
        }
        None if value.starts_with(char::is_alphabetic) => refusal.help(text!(
            "write `3` for everything, or for this part alone `{value}=3`",
            "整体目标请写 `3`；只针对这一部分请写 `{value}=3`"
        )),
        _ => refusal,
    }
}

impl fmt::Display for TargetWord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.id {
            Some(id) => write!(out, "{id}={}", self.value),
            None => self.value.fmt(out),
        }
    }
}

/// The targets that the command line names, of which no two are for the same.
pub fn targets_named(model: &Model, flags: &[TargetWord]) -> Result<Targets> {
    let mut targets: Vec<Target> = Vec::new();
    for word in flags {
        let target = target(model, word)?;
        if targets.iter().any(|other| other.id == target.id) {
            let failure =
                Failure::new(text!("`--target {word}`: a second target for the same", "`--target {word}`：目标重复"));
            return Err(failure.help(text!("keep one of them", "请只保留一个")).into());
        }
        targets.push(target);
    }
    Ok(Targets(targets))
}

/// The target that is meant, of this model.
fn target(model: &Model, TargetWord { id, value }: &TargetWord) -> Result<Target> {
    let id = match id {
        Some(word) => Some(Targets::id(model, find(model, word)?.id().as_str()).map_err(Failure::from)?),
        None => None,
    };
    let value = Measure::read(model, value).map_err(Failure::from)?;
    Ok(Target { id, value, origin: Origin::Flag })
}
