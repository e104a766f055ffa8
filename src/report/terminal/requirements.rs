//! What every sub-domain still needs, in the model's order.

use std::fmt::Write as _;

use crate::lang::Text;
use crate::model::{Model, Node};
use crate::plan::Goal;
use crate::report::kit::style::Style;
use crate::report::kit::{terms, words};
use crate::scoring::Requirement;
use crate::text::{blanks, one_line, push_wrapped, width, wrap};

/// The goals of a plan, one block each under the name of its area; what is wholly unanswered is named at the end.
pub(super) fn requirements(text: &mut String, model: &Model, goals: &[Goal<'_>], style: &Style) {
    let (begun, untouched): (Vec<_>, Vec<_>) = goals.iter().partition(|goal| goal.level.is_some());
    let mut last = None;
    for goal in begun {
        let area =
            words::area(model, &goal.sub_domain.id).filter(|area| model.areas.len() > 1 && !area.is_sub_domain());
        if let Some(area) = area.filter(|area| last != Some(&area.id)) {
            last = Some(&area.id);
            let title = anstyle::Style::new().bold().underline();
            let _ = writeln!(text, "{}\n", style.colors.paint(title, &one_line(area.name.get(style.lang))));
        }
        block(text, model, goal, style);
    }
    terms(text, model, goals.iter().flat_map(|goal| &goal.requirements), style);
    if !untouched.is_empty() {
        let names = untouched.iter().map(|goal| {
            let (name, open) = (one_line(goal.sub_domain.name.get(style.lang)), goal.unanswered.len());
            text!("{name} ({open})", "{name}（{open}）").into_string(style.lang)
        });
        let names: Vec<_> = names.collect();
        let Text { en, zh, .. } = Text::list(&names);
        line(text, text!("Not answered at all yet: {en}", "完全未回答：{zh}").get(style.lang), "", style);
        text.push('\n');
    }
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
    let below = format!("{indent}  ");
    for clauses in requirements.chunk_by(|one, other| one.dimension.id == other.dimension.id) {
        let Some(first) = clauses.first() else { continue };
        line(text, &one_line(first.dimension.name.get(style.lang)), indent, style);
        for needed in clauses {
            clause(text, needed, &below, style);
        }
    }
}

/// One clause with its place before it.
pub(super) fn clause(text: &mut String, needed: &Requirement<'_>, indent: &str, style: &Style) {
    let mut first = String::with_capacity(indent.len() + 8);
    let _ = write!(first, "{indent}{}  ", needed.clause);
    let rest = blanks(width(&first));
    if !needed.replaces.is_empty() {
        first = [indent, &words::place(needed, style.lang), "  "].concat();
    }
    push_wrapped(text, &words::asked(needed.asks, style.lang), style.width, &first, &rest);
}

/// What clauses mean by the terms they rely on, under a title; nothing where they name none.
pub(super) fn terms<'r>(
    text: &mut String,
    model: &Model,
    needed: impl Iterator<Item = &'r Requirement<'r>>,
    style: &Style,
) {
    let named = model.terms_named(needed.flat_map(|needed| needed.asks.terms.iter()));
    if named.is_empty() {
        return;
    }
    let title = anstyle::Style::new().bold().underline();
    let _ = writeln!(text, "{}\n", style.colors.paint(title, terms::title().get(style.lang)));
    for term in named {
        push_wrapped(text, &terms::explained(term, style.lang), style.width, "  ", "    ");
    }
    text.push('\n');
}

fn title(text: &mut String, model: &Model, goal: &Goal<'_>, style: &Style) {
    let path = words::path_in_area(model, Node::Group(goal.sub_domain), style.lang, style.signs());
    let from = goal.level.map_or_else(|| style.signs().none.to_owned(), |level| level.to_string());
    let target = goal.target.map(|target| target.to_string()).unwrap_or_default();
    let line = format!("{path}  {from} {} {target}", style.signs().arrow);
    for line in wrap(&line, style.width, "", "  ") {
        let _ = writeln!(text, "{}", style.colors.bold(&line));
    }
}

fn line(text: &mut String, words: &str, indent: &str, style: &Style) {
    push_wrapped(text, words, style.width, indent, indent);
}

fn unanswered(goal: &Goal<'_>, style: &Style) -> String {
    let names: Vec<_> = goal.unanswered.iter().map(|dimension| one_line(dimension.name.get(style.lang))).collect();
    let Text { en, zh, .. } = Text::list(&names);
    text!("Not answered yet: {en}", "尚未回答：{zh}").into_string(style.lang)
}
