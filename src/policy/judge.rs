//! Holds an assessment to its targets, its rules and an earlier assessment.

mod answer;
mod regression;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Code, Incomplete, Measure, Reason, Rules, Severity, Target, Targets};
use crate::answers::{Answers, Date};
use crate::diff::Diff;
use crate::lang::Text;
use crate::model::counting::Unanswered;
use crate::model::{Group, Id, Level, Node};
use crate::scoring::{self, Bounds, Outcome, Score, Scored, State, requirements};

/// What is to be judged, and by what.
#[derive(Clone, Copy)]
pub struct Case<'a, 'm> {
    /// What follows from the answers as they count on the day: see [`Answers::on`].
    pub outcome: &'a Outcome<'m>,
    /// The answers as they are written.
    pub written: &'a Answers,
    /// The levels to hold.
    pub targets: &'a Targets,
    /// What else must be true.
    pub rules: &'a Rules,
    /// The day on which it is judged.
    pub day: Date,
    /// What moved since the baseline, than which nothing may be worse; `None` without one.
    pub since: Option<&'a Diff<'m>>,
    /// Parts of the model that may be worse than they were.
    pub may_drop: &'a [Id],
    /// Whether the file of an evidence entry is there.
    pub evidence: &'a dyn Fn(&str) -> Evidence,
}

/// Result of looking for the file that an evidence entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The entry is a link, which is not followed.
    Link,
    /// The file exists.
    Found,
    /// There is no such file.
    Missing,
    /// The path leads out of the repository.
    Outside,
}

/// The result of a check.
#[derive(Clone, Debug)]
pub struct Verdict<'m> {
    /// Why it fails, and what it warns of, the gravest kinds first, each in the model's order.
    pub reasons: Vec<Reason<'m>>,
    /// The sub-domains in scope that have a target, in the model's order.
    pub judged: Vec<Judged<'m>>,
}

impl<'m> Verdict<'m> {
    /// Whether no reason fails the check.
    #[must_use]
    pub fn passes(&self) -> bool {
        self.reasons.iter().all(|reason| reason.severity == Severity::Warn)
    }

    /// The reasons for what missing answers decide: the highest targets first, then where the fewest answers are missing.
    #[must_use]
    pub fn undecided(&self) -> Vec<&Reason<'m>> {
        let mut open: Vec<_> = self.reasons.iter().filter(|reason| reason.code == Code::Incomplete).collect();
        open.sort_by(|one, other| {
            other.target.cmp(&one.target).then_with(|| one.dimensions.len().cmp(&other.dimensions.len()))
        });
        open
    }

    /// Number of sub-domains with this judgement.
    #[must_use]
    pub fn count(&self, judgement: Judgement) -> usize {
        self.judged.iter().filter(|judged| judged.judgement == judgement).count()
    }
}

/// One sub-domain and its target.
#[derive(Clone, Debug)]
pub struct Judged<'m> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// What it was held to.
    pub target: Target,
    /// How it stands to the target.
    pub judgement: Judgement,
    /// Lowest level of its answered, applicable dimensions; `None` if there are none.
    pub level: Option<Level>,
    /// Its level if every unanswered dimension claimed the floor; `None` if no dimension applies.
    pub worst: Option<Level>,
    /// Its score; `None` if nothing counts.
    pub score: Option<Score>,
}

/// How a sub-domain stands to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Judgement {
    /// At or above its target, whatever the missing answers will be.
    Met,
    /// Below its target, whatever the missing answers will be.
    Below,
    /// Below its target or not, depending on the missing answers.
    Unknown,
    /// No dimension of it applies.
    NotApplicable,
}

/// Judges an assessment by its targets, its rules and an earlier assessment.
///
/// The reasons come failures first, then in the order of their codes.
#[must_use]
pub fn judge<'m>(case: Case<'_, 'm>) -> Verdict<'m> {
    let mut verdict = Verdict { reasons: Vec::new(), judged: Vec::new() };
    let mut has_judged = false;
    for (scored, judged) in held_to(case.outcome, case.targets) {
        has_judged |= matches!(judged.judgement, Judgement::Met | Judgement::Below) && scored.answered > 0;
        verdict.reasons.extend(target_reason(&case, scored, &judged));
        verdict.judged.push(judged);
    }
    verdict.reasons.extend(case.targets.0.iter().filter_map(|target| out_of_scope_reason(&case, target)));
    // Where something fails by its target already, that says all; else the targets would pass by judging nothing.
    if !case.targets.0.is_empty() && !has_judged && verdict.passes() {
        let model = case.outcome.model;
        let Text { en, zh, .. } = model.kind_within(model.sub_domain_storey());
        let message = text!(
            "there are targets, and no {en} with answers that could be held to them",
            "设有目标，但没有任何有答案的{zh}可供判定"
        );
        verdict.reasons.push(failing_reason(&case, Code::NothingJudged, None, message));
    }
    verdict.reasons.extend(stale_reason(&case));
    verdict.reasons.extend(answer::reasons(&case));
    verdict.reasons.extend(no_baseline_reason(&case));
    verdict.reasons.extend(case.since.into_iter().flat_map(|since| regression::reasons(&case, since)));
    verdict.reasons.sort_by_key(|reason| (reason.severity, reason.code));
    verdict
}

/// The sub-domains in scope that have a target, each with how it stands to it, in the model's order.
pub fn held_to<'o, 'm>(
    outcome: &'o Outcome<'m>,
    targets: &Targets,
) -> impl Iterator<Item = (&'o Scored<'m>, Judged<'m>)> {
    let is_by_score = !outcome.model.scoring.has_levels() && !targets.0.is_empty();
    let bounds = if is_by_score { scoring::bounds(outcome) } else { Bounds::new() };
    outcome.overall.sub_domains().filter_map(move |(sub_domain, scored)| {
        let target = targets.of(&sub_domain.id)?;
        Some((scored, judge_sub_domain(sub_domain, scored, target, &bounds)))
    })
}

fn judge_sub_domain<'m>(sub_domain: &'m Group, scored: &Scored<'m>, target: &Target, bounds: &Bounds) -> Judged<'m> {
    let (is_below, is_met) = match &target.value {
        Measure::Level(target) => {
            (scored.level.is_some_and(|level| level < *target), scored.worst.is_some_and(|worst| worst >= *target))
        }
        Measure::Score { score: target, .. } => {
            let (lowest, highest) = bounds.get(&sub_domain.id).map(|(lowest, highest)| (lowest, highest)).unzip();
            (highest.is_some_and(|highest| highest < target), lowest.is_some_and(|lowest| lowest >= target))
        }
    };
    let judgement = match (is_below, is_met) {
        _ if scored.state == State::NotApplicable => Judgement::NotApplicable,
        (true, _) => Judgement::Below,
        (_, true) => Judgement::Met,
        _ => Judgement::Unknown,
    };
    let (target, score) = (target.clone(), scored.score.clone());
    Judged { sub_domain, target, judgement, level: scored.level, worst: scored.worst, score }
}

/// The reason that follows from how a sub-domain stands to its target; `None` if it gives none.
fn target_reason<'m>(case: &Case<'_, 'm>, scored: &Scored<'m>, judged: &Judged<'m>) -> Option<Reason<'m>> {
    let target = &judged.target.value;
    let (code, severity, message) = match (judged.judgement, case.rules.incomplete) {
        (Judgement::Below, _) => (Code::BelowTarget, Severity::Fail, below(scored, target)),
        (Judgement::Unknown, Incomplete::Fail) => (Code::Incomplete, Severity::Fail, unknown(scored, target)),
        (Judgement::Unknown, Incomplete::Warn) => (Code::Incomplete, Severity::Warn, unknown(scored, target)),
        _ => return None,
    };
    // What is unanswered holds the score down where the model counts it as nothing.
    let counts_open = case.outcome.model.scoring.unanswered == Unanswered::Lowest;
    let lacks = |at: &Scored<'_>| match target {
        Measure::Level(target) => at.level.is_some_and(|level| level < *target),
        Measure::Score { .. } => !at.unmet().is_empty() || (counts_open && at.open() > 0),
    };
    let limits = |at: &Scored<'_>| match judged.judgement {
        Judgement::Below => lacks(at),
        _ => at.open() > 0,
    };
    let limiting: Vec<_> = scored.dimensions().filter(|(_, at)| limits(at)).collect();
    let written = limiting.iter().filter(|(dimension, _)| case.written.given.of(dimension).is_some());
    let weakest = written.min_by_key(|(_, at)| (at.level, &at.score)).copied();
    let dimensions = limiting
        .iter()
        .map(|(dimension, at)| (*dimension, Some(at).filter(|at| at.open() == 0).and_then(|at| measure(at, target))))
        .collect();
    let line_of = |id: &Id| case.written.given.get(id).map(|answer| answer.line);
    let own = scored.dimensions().find_map(|(dimension, _)| line_of(&dimension.id));
    let requirements = match (judged.judgement, target) {
        (Judgement::Below, Measure::Level(target)) => requirements(scored, *target),
        (Judgement::Below, Measure::Score { .. }) => scored.unmet(),
        _ => Vec::new(),
    };
    Some(Reason {
        severity,
        actual: measure(scored, target),
        target: Some(target.clone()),
        line: weakest
            .and_then(|(dimension, _)| line_of(&dimension.id))
            .or(own)
            .unwrap_or_else(|| table_line(case, scored.node)),
        requirements,
        dimensions,
        ..failing_reason(case, code, Some(scored.node), message)
    })
}

/// What a node has, in the unit of its target; `None` if it has none.
fn measure(scored: &Scored<'_>, target: &Measure) -> Option<Measure> {
    match target {
        Measure::Level(_) => scored.level.map(Measure::Level),
        Measure::Score { score: target, .. } => Some(Measure::beside(scored.score.as_ref()?, target)),
    }
}

fn below(scored: &Scored<'_>, target: &Measure) -> Text {
    match (measure(scored, target), scored.worst, scored.level) {
        (Some(score @ Measure::Score { .. }), ..) => {
            text!("score {score}, target {target}", "得分 {score}，目标 {target}")
        }
        (_, Some(worst), Some(level)) if worst < level => {
            text!("level {worst} to {level}, target {target}", "级别 {worst} 到 {level}，目标 {target}")
        }
        (_, _, level) => {
            let level = level.map(|level| level.to_string()).unwrap_or_default();
            text!("level {level}, target {target}", "级别 {level}，目标 {target}")
        }
    }
}

fn unknown(scored: &Scored<'_>, target: &Measure) -> Text {
    let (open, total) = (scored.open(), scored.total);
    let some = if total == 1 { "question" } else { "questions" };
    match (measure(scored, target), scored.worst, scored.level) {
        (Some(score @ Measure::Score { .. }), ..) => text!(
            "score {score} so far, target {target}: {open} of {total} {some} unanswered",
            "目前得分 {score}，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
        (_, Some(worst), Some(level)) => text!(
            "level {worst} to {level}, target {target}: {open} of {total} {some} unanswered",
            "级别 {worst} 到 {level}，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
        _ => text!(
            "unanswered, target {target}: {open} of {total} {some}",
            "未回答，目标 {target}：{total} 题中有 {open} 题未回答"
        ),
    }
}

/// The reason for a target whose id the assessment leaves out of its scope; `None` if it does not.
fn out_of_scope_reason<'m>(case: &Case<'_, 'm>, target: &Target) -> Option<Reason<'m>> {
    let id = target.id.as_ref()?;
    if case.outcome.overall.find(id.as_str()).is_some() {
        return None;
    }
    let value = &target.value;
    let message = text!("target {value}, and not in the scope of the assessment", "目标 {value}，但不在评估范围内");
    let node = case.outcome.model.find(id.as_str());
    Some(Reason { target: Some(value.clone()), ..failing_reason(case, Code::OutOfScope, node, message) })
}

/// The reason for a date that is missing, too old or in the future; `None` if the rules do not ask or it is recent.
fn stale_reason<'m>(case: &Case<'_, 'm>) -> Option<Reason<'m>> {
    let days = case.rules.max_age_days?;
    let message = match case.written.assessment.date {
        None => text!("the assessment has no date", "评估没有日期"),
        // Somewhere it is tomorrow already: a team east of the build server is not in the future.
        Some(date) if date.days_before(1) > case.day => {
            text!("the assessment is dated {date}, which is yet to come", "评估日期 {date} 尚未到来")
        }
        Some(date) if date < case.day.days_before(days) => text!(
            "the assessment is of {date}; the policy allows {days} days",
            "评估日期为 {date}，策略最多允许 {days} 天"
        ),
        Some(_) => return None,
    };
    Some(failing_reason(case, Code::Stale, None, message))
}

/// The reason for a comparison that is required and was not made; `None` if it was made or is not required.
fn no_baseline_reason<'m>(case: &Case<'_, 'm>) -> Option<Reason<'m>> {
    let is_missing = case.rules.require_baseline && case.since.is_none();
    let message = text!(
        "nothing to compare with, and the policy requires earlier answers",
        "无可比较，而策略要求与更早的答案比较"
    );
    is_missing.then(|| failing_reason(case, Code::NoBaseline, None, message))
}

/// A failing reason without levels, at the head of the file.
fn failing_reason<'m>(case: &Case<'_, '_>, code: Code, node: Option<Node<'m>>, message: Text) -> Reason<'m> {
    Reason {
        code,
        severity: Severity::Fail,
        node,
        actual: None,
        target: None,
        line: head(case),
        message,
        evidence: None,
        dimensions: Vec::new(),
        requirements: Vec::new(),
    }
}

/// The line of the table that a node's answers belong in; without one, that of the nearest node above it.
///
/// Each open sub-domain so has a place of its own wherever the file has one, and programs that know findings by their
/// place do not take many for one.
fn table_line(case: &Case<'_, '_>, node: Node<'_>) -> usize {
    let path = case.outcome.model.path(node.id());
    path.iter().rev().find_map(|node| case.written.tables.get(node.id()).copied()).unwrap_or_else(|| head(case))
}

/// The line of the file that stands for the assessment as a whole.
fn head(case: &Case<'_, '_>) -> usize {
    case.written.assessment.line.max(1)
}
