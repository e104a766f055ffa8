//! Puts together what is still needed, and in which order to do it.

use super::goal::{Goal, goals};
use super::holding::holding;
use super::idle::{Idle, idle};
use super::options::{Aim, PlanOptions};
use super::step::{Step, steps};
use crate::commands::Commands;
use crate::model::Group;
use crate::policy::Measure;
use crate::scoring::{self, Outcome, Raise};

/// What is missing, by sub-domain and as steps to take.
#[derive(Clone, Debug)]
pub struct Plan<'m> {
    /// One entry a sub-domain that lacks something, in the model's order.
    pub goals: Vec<Goal<'m>>,
    /// What is answered and too low, in the order that was asked for.
    pub steps: Vec<Step<'m>>,
    /// The sub-domains whose level is that of the whole: no other one can raise it. None where a part alone is planned.
    pub blocking: Vec<&'m Group>,
    /// In a model without levels, the clauses that raise the score, those that raise it most first.
    pub raises: Vec<Raise<'m>>,
    /// Why there is no step and nothing to raise; `None` if there is.
    pub idle: Option<Idle>,
    /// What the commands lack that say how to go on.
    pub commands: Commands,
}

/// What is still needed, and in which order to do it.
#[must_use]
pub fn plan<'m>(outcome: &Outcome<'m>, options: PlanOptions<'_>) -> Plan<'m> {
    let mut goals = goals(outcome, options);
    let has_levels = outcome.model.scoring.has_levels();
    let steps = if has_levels { steps(outcome, &goals, options) } else { Vec::new() };
    let raises = if has_levels { Vec::new() } else { raises(outcome, options) };
    if options.top.is_some() {
        let lifts = || steps.iter().flat_map(|step| &step.lifts).map(|lift| lift.node.id());
        let of_raises = || raises.iter().map(|raise| &raise.requirement.dimension.id);
        goals.retain(|goal| lifts().chain(of_raises()).any(|id| id.is_within(&goal.sub_domain.id)));
    }
    let held = holding(&outcome.overall).map(|(sub_domain, _)| sub_domain);
    let blocking = if options.only.is_none() { held.collect() } else { Vec::new() };
    let idle = (steps.is_empty() && raises.is_empty()).then(|| idle(outcome, options));
    Plan { goals, steps, blocking, raises, idle, commands: Commands::default() }
}

/// What raises the score of what is planned for: of sub-domains below their target alone, where targets are asked for.
fn raises<'m>(outcome: &Outcome<'m>, options: PlanOptions<'_>) -> Vec<Raise<'m>> {
    let at = options.only.and_then(|only| outcome.overall.find(only.as_str())).unwrap_or(&outcome.overall);
    let mut raises = scoring::raises(outcome, at);
    if let Aim::Targets(targets) = options.to {
        let below = outcome.overall.sub_domains().filter(|(sub_domain, scored)| {
            let target = targets.of(&sub_domain.id).map(|target| &target.value);
            matches!(target, Some(Measure::Score { score: target, .. }) if scored.score.as_ref() < Some(target))
        });
        let below: Vec<_> = below.map(|(sub_domain, _)| &sub_domain.id).collect();
        raises.retain(|raise| below.iter().any(|id| raise.requirement.dimension.id.is_within(id)));
    }
    raises.truncate(options.top.unwrap_or(usize::MAX));
    raises
}
