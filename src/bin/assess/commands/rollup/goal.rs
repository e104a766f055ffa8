//! What teams are held to, as `--target` says it.

use std::str::FromStr;

use anyhow::Result;
use assess::model::Model;
use assess::policy::Targets;
use assess::problem::Refusal;
use assess::text;

use crate::commands::check::{TargetWord, targets_named};
use crate::commands::next;
use crate::failure::Failure;
use crate::session::Session;

/// A target on the command line, or those of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalWord {
    Policy,
    Target(TargetWord),
}

impl FromStr for GoalWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        if word == "policy" {
            return Ok(Self::Policy);
        }
        let target = word.parse().map(Self::Target);
        target.map_err(|refusal: Refusal| {
            refusal.help(text!(
                "write one digit, as `3` or `delivery=3`, or `policy`",
                "请写一位数字，如 `3` 或 `delivery=3`，或写 `policy`"
            ))
        })
    }
}

/// The levels to hold; `None` if none are asked for.
///
/// # Errors
///
/// A policy without targets, targets of the policy beside others, two for the same.
pub fn targets(session: &Session, model: &Model, words: &[GoalWord]) -> Result<Option<Targets>> {
    match words {
        [] => Ok(None),
        [GoalWord::Policy] => next::targets(session, model).map(Some),
        _ => {
            let named = words.iter().map(|word| match word {
                GoalWord::Policy => None,
                GoalWord::Target(target) => Some(target.clone()),
            });
            let named = named.collect::<Option<Vec<_>>>().ok_or_else(policy_beside_others)?;
            targets_named(model, &named).map(Some)
        }
    }
}

fn policy_beside_others() -> Failure {
    let message = text!("`--target policy` stands for all targets", "`--target policy` 已包含全部目标");
    Failure::new(message).help(text!("name it alone, or the others alone", "请只写它，或只写其他目标"))
}
