//! The score for a wiki or a pull request.

use std::fmt::Write as _;

use super::next::checklist;
use crate::plan::Plan;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Outcome, Scored};

/// A heading, one table an area, and what the next level asks.
#[must_use]
pub fn score(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang, &DRAWN));
    let mut text = format!("# {heading}\n");
    if outcome.overall.children.len() > 1 {
        let overall = text!("Overall", "总体");
        let _ = writeln!(text, "\n{}", summary(overall.get(style.lang), &outcome.overall, style));
    }
    for area in &outcome.overall.children {
        let _ = writeln!(text, "\n## {}\n", escape(area.node.name().get(style.lang)));
        let _ = writeln!(text, "{}\n", summary(area.node.name().get(style.lang), area, style));
        text.push_str(&table(area, style));
    }
    if !plan.goals.is_empty() {
        let title = text!("What the next level asks", "下一级的要求");
        let _ = write!(text, "\n## {}\n{}", title.get(style.lang), checklist(outcome.model, plan, style));
    }
    let (title, source) =
        (text!("Where the model comes from", "模型的来源"), escape(outcome.model.source.get(style.lang)));
    let _ = writeln!(text, "\n## {}\n\n{source}", title.get(style.lang));
    text
}

fn summary(name: &str, scored: &Scored<'_>, style: &Style) -> String {
    let (name, level, grade, score) =
        (escape(name), words::level(scored, &DRAWN), words::grade(scored, &DRAWN), words::score(scored, &DRAWN));
    let coverage = words::coverage(scored).map(|words| format!(" ({})", words.get(style.lang))).unwrap_or_default();
    let text = text!(
        "**{name}: level {level}**, grade {grade}, score {score}{coverage}",
        "**{name}：级别 {level}**，等级 {grade}，得分 {score}{coverage}"
    );
    text.into_string(style.lang)
}

fn table(area: &Scored<'_>, style: &Style) -> String {
    let header = text!(
        "| Domain | Sub-domain | Level | Grade | Score | Answered | Weakest dimensions |",
        "| 域 | 子域 | 级别 | 等级 | 得分 | 已回答 | 受限于 |"
    );
    let mut text = format!("{}\n|---|---|---|---|--:|---|---|\n", header.get(style.lang));
    for domain in &area.children {
        for (sub_domain, scored) in domain.sub_domains() {
            let held_by = scored.limiting.iter().map(|dimension| escape(dimension.name.get(style.lang)));
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} | {} | {} |",
                escape(domain.node.name().get(style.lang)),
                escape(sub_domain.name.get(style.lang)),
                words::level(scored, &DRAWN),
                words::grade(scored, &DRAWN),
                words::score(scored, &DRAWN),
                answered(scored, style),
                words::list(&held_by.collect::<Vec<_>>(), style.lang),
            );
        }
    }
    text
}

fn answered(scored: &Scored<'_>, style: &Style) -> String {
    let all = text!("all", "全部");
    words::coverage(scored).unwrap_or(all).into_string(style.lang)
}
