//! What each sub-domain still needs for its next level, or for a level someone names, and in which order to do it.

mod idle;
mod lead;
mod step;

use crate::commands::Commands;
use crate::model::{Dimension, Group, Id, Level, Node};
use crate::policy::{Measure, Targets};
use crate::scoring::{self, Outcome, Raise, Requirement, Scored, next_level, requirements};

pub use idle::Idle;
pub use lead::{Lead, holding, lead};
pub use step::{Lift, Step};

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

/// What one sub-domain needs.
#[derive(Clone, Debug)]
pub struct Goal<'m> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// Its level over what is answered; nothing where nothing is.
    pub level: Option<Level>,
    /// The level to reach; `None` in a model without levels.
    pub target: Option<Level>,
    /// Dimensions without an answer: what they need is not known.
    pub unanswered: Vec<&'m Dimension>,
    /// The clauses still needed by the dimensions that are answered.
    pub requirements: Vec<Requirement<'m>>,
}

/// What is asked of a plan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// The level to reach.
    pub to: Aim<'a>,
    /// Only what stands at or below this node.
    pub only: Option<&'a Id>,
    /// At most so many lifts, at least one, the first, and the goals of those alone; all where nothing is said.
    pub top: Option<usize>,
    /// What comes first.
    pub by: Order,
}

/// In which order steps are taken. Whatever it is, what alone holds the whole down comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The fewest clauses first.
    #[default]
    Effort,
    /// What raises most above it first, then what stands at the level of most above it, then the fewest clauses.
    Effect,
}

/// Which level a plan leads to.
#[derive(Clone, Copy, Debug, Default)]
pub enum Aim<'a> {
    /// The next one of each sub-domain.
    #[default]
    Next,
    /// The same one everywhere.
    Level(Level),
    /// Those of a policy; sub-domains without a target are left out.
    Targets(&'a Targets),
}

impl Aim<'_> {
    /// The level that a sub-domain, or one of its dimensions, is to reach; nothing where there is none to reach.
    fn of(self, outcome: &Outcome<'_>, scored: &Scored<'_>) -> Option<Level> {
        match self {
            Self::Next if scored.level.is_none() => Some(outcome.model.floor.next()),
            Self::Next => next_level(outcome.model, scored),
            Self::Level(level) => Some(level),
            Self::Targets(targets) => targets.of(scored.node.id())?.value.level(),
        }
    }
}

/// What is still needed, and in which order to do it.
#[must_use]
pub fn plan<'m>(outcome: &Outcome<'m>, wish: Wish<'_>) -> Plan<'m> {
    let mut goals = goals(outcome, wish);
    let has_levels = outcome.model.scoring.has_levels();
    let steps = if has_levels { step::steps(outcome, &goals, wish) } else { Vec::new() };
    let raises = if has_levels { Vec::new() } else { raises(outcome, wish) };
    if wish.top.is_some() {
        let lifts = || steps.iter().flat_map(|step| &step.lifts).map(|lift| lift.node.id());
        let of_raises = || raises.iter().map(|raise| &raise.requirement.dimension.id);
        goals.retain(|goal| lifts().chain(of_raises()).any(|id| id.is_within(&goal.sub_domain.id)));
    }
    let held = holding(&outcome.overall).map(|(sub_domain, _)| sub_domain);
    let blocking = if wish.only.is_none() { held.collect() } else { Vec::new() };
    let idle = (steps.is_empty() && raises.is_empty()).then(|| idle::idle(outcome, wish));
    Plan { goals, steps, blocking, raises, idle, commands: Commands::default() }
}

/// What raises the score of what is planned for: of sub-domains below their target alone, where the wish is for targets.
fn raises<'m>(outcome: &Outcome<'m>, wish: Wish<'_>) -> Vec<Raise<'m>> {
    let at = wish.only.and_then(|only| outcome.overall.find(only.as_str())).unwrap_or(&outcome.overall);
    let mut raises = scoring::raises(outcome, at);
    if let Aim::Targets(targets) = wish.to {
        let below = outcome.overall.sub_domains().filter(|(sub_domain, scored)| {
            let target = targets.of(&sub_domain.id).map(|target| &target.value);
            matches!(target, Some(Measure::Score { score: target, .. }) if scored.score.as_ref() < Some(target))
        });
        let below: Vec<_> = below.map(|(sub_domain, _)| &sub_domain.id).collect();
        raises.retain(|raise| below.iter().any(|id| raise.requirement.dimension.id.is_within(id)));
    }
    raises.truncate(wish.top.unwrap_or(usize::MAX));
    raises
}

/// What every sub-domain still needs, in the model's order. One that applies to nothing, or is there already, has no entry.
#[must_use]
pub fn goals<'m>(outcome: &Outcome<'m>, wish: Wish<'_>) -> Vec<Goal<'m>> {
    let all = outcome.overall.sub_domains();
    let wanted = all.filter(|(sub_domain, _)| wish.only.is_none_or(|only| reaches(&sub_domain.id, only)));
    wanted.filter_map(|(sub_domain, scored)| goal(outcome, sub_domain, scored, wish)).collect()
}

/// Whether a sub-domain is asked for: it stands at or below the node, or the node is one of its dimensions.
fn reaches(sub_domain: &Id, only: &Id) -> bool {
    sub_domain.is_within(only) || only.is_within(sub_domain)
}

fn goal<'m>(outcome: &Outcome<'m>, sub_domain: &'m Group, scored: &Scored<'m>, wish: Wish<'_>) -> Option<Goal<'m>> {
    let unanswered = || {
        let open = scored.dimensions().filter(|(_, at)| at.open() > 0 && asked_for(at.node, wish));
        open.map(|(dimension, _)| dimension).collect::<Vec<_>>()
    };
    let (target, needed) = if outcome.model.scoring.has_levels() {
        let target = wish.to.of(outcome, scored)?;
        (Some(target), requirements(scored, target))
    } else {
        (None, scored.unmet())
    };
    let goal = Goal {
        sub_domain,
        level: scored.level,
        target,
        unanswered: unanswered(),
        requirements: needed.into_iter().filter(|needed| asked_for(Node::Dimension(needed.dimension), wish)).collect(),
    };
    let lacks_something = !goal.unanswered.is_empty() || !goal.requirements.is_empty();
    lacks_something.then_some(goal)
}

fn asked_for(node: Node<'_>, wish: Wish<'_>) -> bool {
    wish.only.is_none_or(|only| node.id().is_within(only))
}
