//! What a plan says in every format.

use super::signs::Signs;
use super::words;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::plan::{Lift, Plan, Step};
use crate::scoring::{Outcome, State};
use crate::text::one_line;

/// `Step 2: 3 clauses each, lifts 4 sub-domains`.
pub(in crate::report) fn title(number: usize, step: &Step<'_>) -> Text {
    let (clauses, lifts) = (step.clauses, step.lifts.len());
    let (some, each) = match lifts {
        1 => ("1 sub-domain".to_owned(), text!("", "")),
        _ => (format!("{lifts} sub-domains"), text!(" each", "各 ")),
    };
    let (each_en, each_zh) = (each.en, each.zh);
    let effort = match clauses {
        1 => text!("1 clause{each_en}", "{each_zh}1 条要求"),
        _ => text!("{clauses} clauses{each_en}", "{each_zh}{clauses} 条要求"),
    };
    let (en, zh) = (effort.en, effort.zh);
    if step.lifts.iter().all(|lift| matches!(lift.node, Node::Dimension(_))) {
        return text!("Step {number}: {en}", "第 {number} 步：{zh}");
    }
    text!("Step {number}: {en}, lifts {some}", "第 {number} 步：{zh}，可提升 {lifts} 个子域")
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
        let whole = text!("the whole", "总体");
        let names = lift.lifts_too.iter().map(|node| match node {
            Node::Model(_) => whole.get(lang).to_owned(),
            node => one_line(node.name().get(lang)),
        });
        let names: Vec<_> = names.collect();
        let (en, zh) = (names.join(", "), names.join("、"));
        remarks.push(text!("it alone holds down: {en}", "仅它拉低了：{zh}"));
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

/// What holds the whole at its level, by name where it is not too many; `None` if there is nothing to do.
///
/// While something is unanswered, it is not known all that holds the whole there.
pub(in crate::report) fn blocking(outcome: &Outcome<'_>, plan: &Plan<'_>, lang: Lang) -> Option<String> {
    const MOST: usize = 5;
    let is_known = outcome.overall.state == State::Complete && !plan.steps.is_empty();
    let level = outcome.overall.level.filter(|_| is_known)?;
    let count = plan.blocking.len();
    let names: Vec<_> = plan.blocking.iter().take(MOST).map(|it| one_line(it.name.get(lang))).collect();
    let (en, zh) = (names.join(", "), names.join("、"));
    let words = match count {
        0 => return None,
        1 => text!(
            "The whole is at level {level} because of one sub-domain: {en}",
            "总体处于级别 {level}，只因一个子域：{zh}"
        ),
        count if count <= MOST => {
            text!(
                "The whole is at level {level} because of {count} sub-domains: {en}",
                "总体处于级别 {level}，源于 {count} 个子域：{zh}"
            )
        }
        count => text!(
            "The whole is at level {level} because of {count} sub-domains",
            "总体处于级别 {level}，源于 {count} 个子域"
        ),
    };
    Some(words.into_string(lang))
}
