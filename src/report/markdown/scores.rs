//! Results of a model without levels for a wiki: scores, and what raises them most.

use std::fmt::Write as _;

use crate::model::Node;
use crate::plan::Plan;
use crate::report::Standing;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::lead::{asked_anew, name_and_id};
use crate::report::kit::scores::{gain, line, name, place, title};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{steps, words};
use crate::scoring::Outcome;

/// A heading, the part that is shown with what is right below it, a table of all nodes, and what raises the score most.
pub(super) fn score(standing: &Standing<'_, '_>, style: &Style) -> String {
    let outcome = standing.outcome;
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang, &DRAWN));
    let mut text = format!("# {heading}\n\n");
    if let Some(together) = words::assessed_together(outcome.answers, style.lang) {
        let _ = writeln!(text, "{}\n", escape(&together));
    }
    for scored in standing.first() {
        let _ = writeln!(text, "- {}", escape(&line(scored, style.lang, &DRAWN)));
    }
    let all = standing.all();
    if !all.is_empty() {
        let header = text!("| Part | Score | Answered |", "| 部分 | 得分 | 已回答 |");
        let _ = writeln!(text, "\n{}\n|---|--:|---|", header.get(style.lang));
    }
    for scored in all {
        let indent = "&nbsp;&nbsp;".repeat(scored.node.storey().saturating_sub(1));
        let every = text!("all", "全部");
        let covered = words::coverage(scored).unwrap_or(every).into_string(style.lang);
        let _ = writeln!(
            text,
            "| {indent}{} | {} | {covered} |",
            escape(&name(scored.node, style.lang)),
            words::score(scored, &DRAWN)
        );
    }
    let anew = outcome.asked_anew();
    if !anew.is_empty() {
        let _ = writeln!(text, "\n## {}\n", asked_anew().get(style.lang));
        for scored in anew {
            let _ = writeln!(text, "- {}", escape(&name_and_id(scored.node, style.lang)));
        }
    }
    text.push_str(&checklist(outcome, standing.plan, style));
    let (title, source) =
        (text!("Where the model comes from", "模型的来源"), escape(outcome.model.source.get(style.lang)));
    let _ = writeln!(text, "\n## {}\n\n{source}", title.get(style.lang));
    text
}

/// A heading and the check-list.
pub(super) fn next(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang, &DRAWN));
    format!("# {heading}\n{}", checklist(outcome, plan, style))
}

fn checklist(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let mut text = String::new();
    if let Some(idle) = steps::idle(plan) {
        let _ = writeln!(text, "\n{}", idle.get(style.lang));
    }
    if !plan.raises.is_empty() {
        let _ = writeln!(text, "\n## {}\n", title().get(style.lang));
    }
    for raise in &plan.raises {
        let (gain, place) = (escape(&gain(raise, &DRAWN)), escape(&place(raise, style.lang)));
        let clause = escape(raise.requirement.asks.text.get(style.lang));
        let _ = writeln!(text, "- [ ] {gain} {}", text!("{place}: {clause}", "{place}：{clause}").get(style.lang));
    }
    let open: Vec<_> = plan.goals.iter().flat_map(|goal| &goal.unanswered).collect();
    if !open.is_empty() {
        let heading = text!("Unanswered", "未回答");
        let _ = writeln!(text, "\n### {}\n", heading.get(style.lang));
    }
    for dimension in open {
        let path = words::path(outcome.model, Node::Dimension(dimension), style.lang, &DRAWN);
        let _ = writeln!(text, "- [ ] {}", escape(&path));
    }
    text
}
