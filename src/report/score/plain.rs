//! The score in words, one line a node: for screen readers and for terminals without signs.

use super::super::next::requirements;
use super::super::{Style, words};
use crate::model::Node;
use crate::plan::{Wish, plan};
use crate::scoring::Outcome;
use crate::text::one_line;

pub(super) fn plain(outcome: &Outcome<'_>, style: &Style) -> String {
    let plan = plan(outcome, Wish::default());
    let mut lines =
        vec![words::heading(outcome.model, outcome.answers, style.lang).replace(" · ", ", "), String::new()];
    if !plan.goals.is_empty() {
        lines.push(text!("What the next level asks", "下一级的要求").into_string(style.lang));
        lines.push(String::new());
        lines.push(requirements(outcome.model, &plan, style));
    }
    for scored in outcome.overall.walk() {
        if matches!(scored.node, Node::Dimension(_)) {
            continue;
        }
        let name = match scored.node {
            Node::Model(_) => text!("Overall", "总体").into_string(style.lang),
            _ => one_line(scored.node.name().get(style.lang)),
        };
        let (level, grade, score) = (
            words::level(scored).replace('–', "-"),
            words::grade(scored).replace('–', "none"),
            words::score(scored).replace('–', "none"),
        );
        let coverage = words::coverage(scored).map(|coverage| coverage.into_string(style.lang)).unwrap_or_default();
        let said = text!(
            "{name}: level {level}, grade {grade}, score {score}",
            "{name}：级别 {level}，等级 {grade}，得分 {score}"
        );
        let separator = if coverage.is_empty() { "" } else { ", " };
        lines.push(format!("{}{separator}{coverage}", said.get(style.lang)));
    }
    lines.join("\n") + "\n"
}
