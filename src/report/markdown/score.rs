//! The score for a wiki or a pull request.

use std::fmt::Write as _;

use super::next::checklist;
use super::scores;
use crate::model::{Model, Node};
use crate::report::Standing;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::kinds;
use crate::report::kit::lead::{asked_anew, held, name_and_id, step, title};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::steps::idle;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::Scored;

/// A heading, the part that is shown with what is right below it, what holds it at its level and the nearest steps; then
/// one table an area, and what the next level asks.
#[must_use]
pub fn score(standing: &Standing<'_, '_>, style: &Style) -> String {
    let outcome = standing.outcome;
    if !outcome.model.scoring.has_levels() {
        return scores::score(standing, style);
    }
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang, &DRAWN));
    let mut text = format!("# {heading}\n\n");
    if let Some(together) = words::assessed_together(outcome.answers, style.lang) {
        let _ = writeln!(text, "{}\n", escape(&together));
    }
    for scored in standing.first() {
        let _ = writeln!(text, "- {}", summary(scored, style));
    }
    text.push_str(&lead(standing, style));
    let all = standing.all();
    for part in all.chunk_by(|_, next| next.node.storey() > top_of(&all)) {
        let Some((first, below)) = part.split_first() else { continue };
        let _ = writeln!(text, "\n## {}\n", escape(first.node.name().get(style.lang)));
        let _ = writeln!(text, "{}\n", summary(first, style));
        text.push_str(&table(outcome.model, below, style));
    }
    let anew = outcome.asked_anew();
    if !anew.is_empty() {
        let _ = writeln!(text, "\n## {}\n", asked_anew().get(style.lang));
        for scored in anew {
            let _ = writeln!(text, "- {}", escape(&name_and_id(scored.node, style.lang)));
        }
    }
    if !standing.plan.goals.is_empty() && standing.is_deep() {
        let title = text!("What the next level asks", "下一级的要求");
        let _ = write!(text, "\n## {}\n{}", title.get(style.lang), checklist(outcome.model, standing.plan, style));
    }
    let (title, source) =
        (text!("Where the model comes from", "模型的来源"), escape(outcome.model.source.get(style.lang)));
    let _ = writeln!(text, "\n## {}\n\n{source}", title.get(style.lang));
    text
}

/// The highest storey of some nodes.
fn top_of(nodes: &[&Scored<'_>]) -> usize {
    nodes.iter().map(|scored| scored.node.storey()).min().unwrap_or_default()
}

/// What holds the part at its level, and the nearest steps.
fn lead(standing: &Standing<'_, '_>, style: &Style) -> String {
    let lead = &standing.lead;
    let mut text = String::new();
    if let Some(held) = held(standing.outcome.model, lead, standing.plan, &DRAWN) {
        let _ = writeln!(text, "\n{}\n", escape(held.sentence.get(style.lang)));
        for scored in held.nodes {
            let _ = writeln!(text, "- {}", escape(&name_and_id(scored.node, style.lang)));
        }
    }
    if let Some(words) = idle(standing.plan) {
        let _ = writeln!(text, "\n{}", words.get(style.lang));
    }
    if !lead.nearest.is_empty() {
        let _ = writeln!(text, "\n{}\n", title().get(style.lang));
    }
    for (number, lift) in (1..).zip(&lead.nearest) {
        let _ = writeln!(text, "{number}. {}", escape(&step(lift, style)));
    }
    text
}

fn summary(scored: &Scored<'_>, style: &Style) -> String {
    let name = match scored.node {
        Node::Model(_) => text!("Overall", "总体").into_string(style.lang),
        node => escape(node.name().get(style.lang)),
    };
    let (level, grade, score) =
        (words::level(scored, &DRAWN), words::grade(scored, &DRAWN), words::score(scored, &DRAWN));
    let coverage = words::coverage(scored).map(|words| format!(" ({})", words.get(style.lang))).unwrap_or_default();
    let text = text!(
        "**{name}: level {level}**, grade {grade}, score {score}{coverage}",
        "**{name}：级别 {level}**，等级 {grade}，得分 {score}{coverage}"
    );
    text.into_string(style.lang)
}

/// One row a sub-domain and dimension; one a domain where nothing below it is shown.
fn table(model: &Model, nodes: &[&Scored<'_>], style: &Style) -> String {
    let of_sub_domains = model.sub_domain_storey();
    let [first, second] = columns_of_names(model, style);
    let header = text!(
        "| {first} | {second} | Level | Grade | Score | Answered | Weakest dimensions |",
        "| {first} | {second} | 级别 | 等级 | 得分 | 已回答 | 受限于 |"
    );
    let mut text = format!("{}\n|---|---|---|---|--:|---|---|\n", header.get(style.lang));
    let is_deep = nodes.iter().any(|scored| scored.node.storey() >= of_sub_domains);
    for scored in nodes.iter().filter(|scored| !is_deep || scored.node.storey() >= of_sub_domains) {
        let path = model.path(scored.node.id());
        let mut names = path.iter().skip(1).map(|node| escape(node.name().get(style.lang)));
        let domain = names.next().unwrap_or_default();
        let below = names.collect::<Vec<_>>().join(DRAWN.path);
        let held_by = scored.limiting().into_iter().map(|dimension| escape(dimension.name.get(style.lang)));
        let held_by = words::list(&held_by.collect::<Vec<_>>(), style.lang);
        let _ = writeln!(
            text,
            "| {domain} | {below} | {} | {} | {} | {} | {held_by} |",
            words::level(scored, &DRAWN),
            words::grade(scored, &DRAWN),
            words::score(scored, &DRAWN),
            answered(scored, style),
        );
    }
    text
}

/// What stands right below an area, and what below that.
fn columns_of_names(model: &Model, style: &Style) -> [String; 2] {
    let last = model.sub_domain_storey();
    let below = if model.has_own_kinds() { 3..=model.storeys() } else { last..=last };
    [2..=2, below].map(|storeys| escape(&kinds::path(model, storeys, style.lang)))
}

fn answered(scored: &Scored<'_>, style: &Style) -> String {
    let all = text!("all", "全部");
    words::coverage(scored).unwrap_or(all).into_string(style.lang)
}
