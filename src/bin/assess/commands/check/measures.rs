//! What the answers are judged by: targets, rules, the day, and what may be worse than the baseline.

use std::path::Path;

use anyhow::Result;
use assess::answers::{Answers, Date};
use assess::diff::Diff;
use assess::model::{Id, Model, Node};
use assess::policy::{Case, Evidence, Rules, Targets};
use assess::scoring::Outcome;
use assess::text;

use super::arguments::Check;
use super::target::targets_named;
use crate::failure::Failure;
use crate::files;
use crate::ids::find;
use crate::session::LocatedPolicy;

/// What the answers are judged by, apart from the baseline.
pub struct Measures {
    pub targets: Targets,
    pub rules: Rules,
    /// The parts of the model that may be worse than the baseline.
    pub may_drop: Vec<Id>,
    pub day: Date,
}

impl Measures {
    /// Reads the command line and the policy; targets on the command line replace all those of the policy.
    ///
    /// # Errors
    ///
    /// No target, rule or baseline; an id the model does not have; a target that is none; no day.
    pub fn read(arguments: &Check, model: &Model, policy: Option<&LocatedPolicy>) -> Result<Self> {
        let of_policy = policy.map(|located| located.policy.clone()).unwrap_or_default();
        let targets =
            if arguments.target.is_empty() { of_policy.targets } else { targets_named(model, &arguments.target)? };
        let rules = of_policy.rules;
        if targets.0.is_empty() && !rules.ask_something() && arguments.baseline.is_none() {
            return Err(nothing_to_judge(model, policy.map(|located| located.path.as_path())).into());
        }
        let may_drop = may_drop(model, &arguments.allow_drop)?;
        let day = judging_day(arguments.as_of)?;
        Ok(Self { targets, rules, may_drop, day })
    }

    /// The case that is judged by these measures.
    pub fn case<'a, 'm>(
        &'a self,
        outcome: &'a Outcome<'m>,
        written: &'a Answers,
        since: Option<&'a Diff<'m>>,
        evidence: &'a dyn Fn(&str) -> Evidence,
    ) -> Case<'a, 'm> {
        let Self { targets, rules, may_drop, day } = self;
        Case { outcome, written, targets, rules, day: *day, since, may_drop, evidence }
    }
}

/// The parts of the model that may be worse; the whole is all of its areas.
fn may_drop(model: &Model, ids: &[String]) -> Result<Vec<Id>> {
    let mut parts = Vec::new();
    for id in ids {
        match find(model, id)? {
            Node::Model(model) => parts.extend(model.areas.iter().map(|area| area.id.clone())),
            node => parts.push(node.id().clone()),
        }
    }
    Ok(parts)
}

/// Neither targets nor rules are there: `policy` is the file that could hold them, where one was read.
fn nothing_to_judge(model: &Model, policy: Option<&Path>) -> Failure {
    let (target, default) = if model.scoring.has_levels() { ("3", "3") } else { ("0.5", "\"0.5\"") };
    let failure = Failure::new(text!("nothing to judge by", "没有判定依据"));
    failure.help(match policy.map(Path::display) {
        None => text!(
            "give `--target {target}`, `--baseline git:REV`, or write a policy `assess.toml` with a `[target]`, as `default = {default}`",
            "请使用 `--target {target}`、`--baseline git:REV`，或编写含 `[target]` 的策略文件 `assess.toml`，如 `default = {default}`"
        ),
        Some(policy) => text!(
            "give `{policy}` a `[target]`, as `default = {default}`, or this run `--target {target}` or `--baseline git:REV`",
            "请在 `{policy}` 中写入 `[target]`，如 `default = {default}`，或使用 `--target {target}`、`--baseline git:REV`"
        ),
    })
}

/// The day as on which is judged: the one that `--as-of` gives, else today.
///
/// # Errors
///
/// The clock shows no day.
pub fn judging_day(as_of: Option<Date>) -> Result<Date> {
    if let Some(day) = as_of {
        return Ok(day);
    }
    let help = text!("give `--as-of DATE`", "请使用 `--as-of 日期`");
    Ok(files::require_today().map_err(|failure| failure.help(help))?)
}
