//! What is still needed, in every format.

use std::fmt::Write as _;

use super::escape::markdown as escape;
use super::{Style, words};
use crate::model::{Dimension, Model, Node};
use crate::plan::{Goal, Plan};
use crate::scoring::{Outcome, Requirement};
use crate::text::{one_line, width, wrap};

/// For a terminal: sub-domain by sub-domain, the clauses under their dimensions.
#[must_use]
pub fn table(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    if plan.goals.is_empty() {
        let done = text!("Nothing is missing.", "没有尚缺的要求。");
        return format!("{}\n", done.get(style.lang));
    }
    let text = requirements(outcome.model, plan, style);
    format!("{}\n", text.trim_end())
}

/// The goals of a plan, one block each under the name of its area; what is wholly unanswered is named at the end.
pub(super) fn requirements(model: &Model, plan: &Plan<'_>, style: &Style) -> String {
    let mut text = String::new();
    let (begun, untouched): (Vec<_>, Vec<_>) = plan.goals.iter().partition(|goal| goal.level.is_some());
    let mut last = None;
    for goal in begun {
        let area = words::area(model, &goal.sub_domain.id).filter(|_| model.areas.len() > 1);
        if let Some(area) = area.filter(|area| last != Some(&area.id)) {
            last = Some(&area.id);
            let title = anstyle::Style::new().bold().underline();
            let _ = writeln!(text, "{}\n", style.colour.paint(title, &one_line(area.name.get(style.lang))));
        }
        block(&mut text, model, goal, style);
    }
    if !untouched.is_empty() {
        let names = untouched.iter().map(|goal| {
            let (name, open) = (one_line(goal.sub_domain.name.get(style.lang)), goal.unanswered.len());
            text!("{name} ({open})", "{name}（{open}）").into_string(style.lang)
        });
        let names: Vec<_> = names.collect();
        let (en, zh) = (names.join(", "), names.join("、"));
        line(&mut text, text!("Not answered at all yet: {en}", "完全没有回答：{zh}").get(style.lang), "", style);
        text.push('\n');
    }
    text
}

fn block(text: &mut String, model: &Model, goal: &Goal<'_>, style: &Style) {
    title(text, model, goal, style);
    clauses(text, &goal.requirements, "  ", style);
    if !goal.unanswered.is_empty() {
        line(text, &unanswered(goal, style), "  ", style);
    }
    text.push('\n');
}

/// Clauses under the names of the dimensions that ask them, all indented.
pub(super) fn clauses(text: &mut String, requirements: &[Requirement<'_>], indent: &str, style: &Style) {
    for (dimension, clauses) in by_dimension(requirements) {
        line(text, &one_line(dimension.name.get(style.lang)), indent, style);
        for (place, words) in clauses {
            let first = format!("{indent}  {place}  ");
            let rest = " ".repeat(width(&first));
            for wrapped in wrap(&one_line(words.get(style.lang)), style.width, &first, &rest) {
                let _ = writeln!(text, "{wrapped}");
            }
        }
    }
}

fn title(text: &mut String, model: &Model, goal: &Goal<'_>, style: &Style) {
    let path = words::path_in_area(model, Node::SubDomain(goal.sub_domain), style.lang);
    let from = goal.level.map_or_else(|| "–".to_owned(), |level| level.to_string());
    let line = words::arrow(&format!("{path}  {from} → {}", goal.target), style.drawing);
    for line in wrap(&line, style.width, "", "  ") {
        let _ = writeln!(text, "{}", style.colour.bold(&line));
    }
}

fn line(text: &mut String, words: &str, indent: &str, style: &Style) {
    for line in wrap(words, style.width, indent, indent) {
        let _ = writeln!(text, "{line}");
    }
}

fn unanswered(goal: &Goal<'_>, style: &Style) -> String {
    let names: Vec<_> = goal.unanswered.iter().map(|dimension| one_line(dimension.name.get(style.lang))).collect();
    let (en, zh) = (names.join(", "), names.join("、"));
    text!("Not answered yet: {en}", "尚未回答：{zh}").into_string(style.lang)
}

/// The clauses under the dimensions that ask them.
fn by_dimension<'m>(requirements: &[Requirement<'m>]) -> Vec<(&'m Dimension, Vec<(String, &'m crate::lang::Text)>)> {
    let mut groups: Vec<(&Dimension, Vec<_>)> = Vec::new();
    for needed in requirements {
        let clause = (needed.clause.to_string(), needed.text);
        match groups.last_mut() {
            Some((dimension, clauses)) if dimension.id == needed.dimension.id => clauses.push(clause),
            _ => groups.push((needed.dimension, vec![clause])),
        }
    }
    groups
}

/// For an issue or a wiki: a check-list.
#[must_use]
pub fn markdown(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang));
    let list = checklist(outcome.model, plan, style);
    if list.is_empty() {
        let done = text!("Nothing is missing.", "没有尚缺的要求。");
        return format!("# {heading}\n\n{}\n", done.get(style.lang));
    }
    format!("# {heading}\n{list}")
}

/// The goals of a plan as Markdown, without a heading over them.
pub(super) fn checklist(model: &Model, plan: &Plan<'_>, style: &Style) -> String {
    let mut text = String::new();
    for goal in &plan.goals {
        let path = escape(&words::path(model, Node::SubDomain(goal.sub_domain), style.lang));
        let from = goal.level.map_or_else(|| "–".to_owned(), |level| level.to_string());
        let _ = writeln!(text, "\n### {path}: {from} → {}\n", goal.target);
        for (dimension, clauses) in by_dimension(&goal.requirements) {
            let name = escape(dimension.name.get(style.lang));
            for (place, words) in clauses {
                let _ = writeln!(text, "- [ ] {name} {place}: {}", escape(words.get(style.lang)));
            }
        }
        if !goal.unanswered.is_empty() {
            let _ = writeln!(text, "- [ ] {}", escape(&unanswered(goal, style)));
        }
    }
    text
}

/// For a spreadsheet: one row a clause, and one a question without an answer.
#[must_use]
pub fn csv(plan: &Plan<'_>, style: &Style) -> String {
    let field = |words: &str| super::escape::csv(words);
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let mut written = writer.write_record([
        "sub_domain_id",
        "sub_domain",
        "level",
        "target",
        "dimension_id",
        "dimension",
        "clause",
        "text",
    ]);
    for goal in &plan.goals {
        let clauses = goal.requirements.iter().map(|needed| (needed.dimension, needed.clause.to_string(), needed.text));
        let open = goal.unanswered.iter().map(|dimension| (*dimension, String::new(), &dimension.question));
        for (dimension, clause, text) in clauses.chain(open) {
            let level = goal.level.map(|level| level.to_string()).unwrap_or_default();
            let own = [
                goal.sub_domain.id.to_string(),
                field(goal.sub_domain.name.get(style.lang)),
                level,
                goal.target.to_string(),
            ];
            let asked =
                [dimension.id.to_string(), field(dimension.name.get(style.lang)), clause, field(text.get(style.lang))];
            written = written.and_then(|()| writer.write_record(own.iter().chain(&asked)));
        }
    }
    // A vector takes every byte, and every row has the same length.
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}
