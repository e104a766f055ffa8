//! What a plan says in every format.

use super::signs::Signs;
use super::{kinds, words};
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::plan::{Idle, Lift, Plan, Step};
use crate::scoring::{Outcome, Scored, State};
use crate::text::one_line;

/// `Step 2: 3 clauses each, lifts 4 sub-domains`.
pub(in crate::report) fn title(model: &Model, number: usize, step: &Step<'_>) -> Text {
    let (clauses, lifts) = (step.clauses, step.lifts.len());
    let Text { en: some, zh: some_zh, .. } = kinds::several(model, model.sub_domain_storey(), lifts);
    let each = if lifts == 1 { text!("", "") } else { text!(" each", "各 ") };
    let (each_en, each_zh) = (each.en, each.zh);
    let effort = match clauses {
        1 => text!("1 clause{each_en}", "{each_zh}1 条要求"),
        _ => text!("{clauses} clauses{each_en}", "{each_zh}{clauses} 条要求"),
    };
    let (en, zh) = (effort.en, effort.zh);
    if step.lifts.iter().all(|lift| lift.node.dimension().is_some()) {
        return text!("Step {number}: {en}", "第 {number} 步：{zh}");
    }
    if step.lifts.iter().any(Lift::raises_whole) {
        return text!("Step {number}: {en}, raises the overall level", "第 {number} 步：{zh}，可提升总体级别");
    }
    text!("Step {number}: {en}, lifts {some}", "第 {number} 步：{zh}，可提升 {some_zh}")
}

/// `Continuous delivery › Test management › Test automation: 3 → 4`.
pub(in crate::report) fn lift_line(model: &Model, lift: &Lift<'_>, lang: Lang, signs: &Signs) -> String {
    let (path, from, to) = (words::path(model, lift.node, lang, signs), lift.from, lift.to);
    let arrow = signs.arrow;
    text!("{path}: {from} {arrow} {to}", "{path}：{from} {arrow} {to}").into_string(lang)
}

/// What to know about a lift beside its clauses: what rises with it, what is unanswered.
pub(in crate::report) fn remarks(lift: &Lift<'_>, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    if !lift.lifts_too.is_empty() {
        let whole = text!("the overall level", "总体");
        let names = lift.lifts_too.iter().map(|node| match node {
            Node::Model(_) => whole.get(lang).to_owned(),
            node => one_line(node.name().get(lang)).into_owned(),
        });
        let names: Vec<_> = names.collect();
        let Text { en, zh, .. } = Text::list(&names);
        remarks.push(text!("raises too: {en}", "同时提升：{zh}"));
    }
    if lift.open > 0 {
        let open = lift.open;
        remarks.push(text!(
            "provisional: {open} unanswered, which may lower it",
            "暂定：另有 {open} 题未回答，可能使其降低"
        ));
    }
    remarks.into_iter().map(|remark| remark.into_string(lang)).collect()
}

/// What is true where a plan has no step, and what to do next; `None` where it has one.
pub(in crate::report) fn idle(plan: &Plan<'_>) -> Option<Text> {
    plan.idle.map(|idle| plan.commands.complete_both(&why_idle(idle)))
}

fn why_idle(idle: Idle) -> Text {
    match idle {
        Idle::Unanswered => text!(
            "Nothing is answered here yet, so what is needed is not known. `assess interview` asks the questions.",
            "这里尚未回答任何问题，因此不知道还缺什么。请运行 `assess interview` 作答。"
        ),
        Idle::NotApplicable => text!(
            "Everything here is marked not applicable, so nothing is asked. `assess interview --review` goes over the reasons.",
            "这里的问题全部标为不适用，因此没有任何要求。可运行 `assess interview --review` 重新确认原因。"
        ),
        Idle::NoTarget => text!(
            "The policy has no target for anything here. Without `--to policy` the next level is planned for.",
            "策略没有为这里的任何部分设定目标。去掉 `--to policy` 可查看下一级的要求。"
        ),
        Idle::Open => text!(
            "What is answered lacks nothing. What is unanswered may: `assess interview` asks it.",
            "已回答的部分什么都不缺；未回答的部分可能还缺，请运行 `assess interview` 继续作答。"
        ),
        Idle::Excepted => text!(
            "Nothing can be met here: what is lacking is excepted, and no level is reached by exceptions alone. `assess explain ID` lists the exceptions.",
            "这里没有可做的：所缺的要求都列为例外，而仅凭例外不能达到任何级别。可运行 `assess explain ID` 查看例外。"
        ),
        Idle::Highest(top) => text!(
            "Nothing is missing: everything here is at level {top}, the highest. `assess check --target {top}` watches that it stays there.",
            "什么都不缺：这里已全部达到最高的级别 {top}。可用 `assess check --target {top}` 防止退步。"
        ),
        Idle::Level(level) => text!(
            "Nothing is missing: everything here is at level {level} or above. `assess next` lists what the next level asks.",
            "什么都不缺：这里已全部达到级别 {level} 或更高。可用 `assess next` 查看下一级的要求。"
        ),
        Idle::Whole => text!(
            "Nothing is missing: every clause here is met. `assess check` watches that it stays so.",
            "什么都不缺：这里的要求已全部满足。可用 `assess check` 防止退步。"
        ),
        Idle::ScoreTargets => text!(
            "Nothing is missing: every target here is held. `assess next` lists what raises the score.",
            "什么都不缺：这里的目标已全部达到。可用 `assess next` 查看怎样提高得分。"
        ),
        Idle::NoScoreTarget => text!(
            "The policy has no target for anything here. Without `--to policy`, `assess next` lists what raises the score.",
            "策略没有为这里的任何部分设定目标。去掉 `--to policy` 可查看怎样提高得分。"
        ),
        Idle::Targets => text!(
            "Nothing is missing: every target here is held. `assess next` lists what the next level asks.",
            "什么都不缺：这里的目标已全部达到。可用 `assess next` 查看下一级的要求。"
        ),
    }
}

/// What holds the whole at its level, by name where it is not too many; `None` if there is nothing to do or open answers
/// still decide the level.
pub(in crate::report) fn blocking(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Option<String> {
    const MOST: usize = 5;
    let count = plan.blocking.len();
    if plan.steps.is_empty() || count == 0 {
        return None;
    }
    let sentence = why_so_low(outcome.model, &outcome.overall, count)?;
    if count > MOST {
        return Some(sentence.into_string(lang));
    }
    let names: Vec<_> = plan.blocking.iter().map(|it| one_line(it.name.get(lang))).collect();
    let Text { en, zh, .. } = Text::list(&names);
    let Text { en: why, zh: why_zh, .. } = sentence;
    Some(text!("{why}: {en}", "{why_zh}：{zh}").into_string(lang))
}

/// `The overall level is 2 because of 3 sub-domains`; `None` while open answers decide the level.
pub(super) fn why_so_low(model: &Model, at: &Scored<'_>, count: usize) -> Option<Text> {
    let level = at.level.filter(|_| at.is_certain())?;
    let subject = match at.node {
        Node::Model(_) => text!("The overall level is {level}", "总体级别为 {level}"),
        node => {
            let (en, zh) = (one_line(node.name().get(Lang::En)), one_line(node.name().get(Lang::Zh)));
            text!("{en} is at level {level}", "{zh}的级别为 {level}")
        }
    };
    let storey = if at.node.sub_domain().is_some() { model.storeys() } else { model.sub_domain_storey() };
    let Text { en: one, zh: one_zh, .. } = kinds::one(model, storey);
    let Text { en: some, zh: some_zh, .. } = kinds::several(model, storey, count);
    let cause = match (at.state, count) {
        // More of them may turn out to be there.
        (State::Incomplete, 1) => text!("at least {one}", "至少源于{one_zh}"),
        (State::Incomplete, _) => text!("at least {some}", "至少源于 {some_zh}"),
        (_, 1) => text!("{one}", "只因{one_zh}"),
        _ => text!("{some}", "源于 {some_zh}"),
    };
    let (subject_en, subject_zh, cause_en, cause_zh) = (subject.en, subject.zh, cause.en, cause.zh);
    Some(text!("{subject_en} because of {cause_en}", "{subject_zh}，{cause_zh}"))
}
