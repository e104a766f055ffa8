//! The verdict for a pull request or the summary page of a build.

use std::fmt::Write as _;

use super::model;
use crate::lang::Text;
use crate::policy::{Measure, Reason, Severity};
use crate::report::input::{Check, Unjudged};
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::problems;
use crate::report::kit::reasons as wording;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{terms, words};
use crate::text::cut;

/// What a comment on a pull request may hold, in bytes, with room to spare: sites refuse 65 536 characters.
const MOST: usize = 60_000;
/// The most columns of a clause's text.
const CLAUSE: usize = 400;

/// The verdict, a table of the reasons, and a check-list of what is missing; what does not fit is counted.
#[must_use]
pub fn check(check: &Check<'_, '_>, style: &Style) -> String {
    let sign = if check.verdict.passes() { "✅" } else { "❌" };
    let verdict = wording::verdict(check);
    let heading = escape(&words::heading(check.outcome.model, check.outcome.answers, style.lang, &DRAWN));
    let counts = wording::counts(check, style.lang);
    let mut text = format!("## {sign} {}\n\n{heading}\n", escape(verdict.get(style.lang)));
    if let Some(together) = words::assessed_together(check.outcome.answers, style.lang) {
        let _ = writeln!(text, "\n{}", escape(&together));
    }
    if let Some(compared) = wording::compared(check) {
        let _ = writeln!(text, "\n{}", escape(compared.get(style.lang)));
    }
    let _ = writeln!(text, "\n{}", escape(counts.get(style.lang)));
    table(&mut text, check, style);
    checklist(&mut text, check, style);
    not_applicable(&mut text, check, style);
    text
}

/// Why nothing could be judged: the problems, each with its place.
#[must_use]
pub fn unjudged(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let verdict = problems::verdict(unjudged).into_string(style.lang);
    let mut text = format!("## ❌ {}\n\n", escape(&verdict));
    let entries = unjudged.problems.iter().map(|problem| {
        let (file, line) = problems::place(unjudged, problem);
        let message = problems::whole(problem, style.lang);
        format!("- {} ({}:{line})\n", escape(&cut(&message, CLAUSE)), escape(file))
    });
    append(&mut text, entries.collect(), MOST, style);
    text
}

fn table(text: &mut String, check: &Check<'_, '_>, style: &Style) {
    if check.verdict.reasons.is_empty() {
        return;
    }
    let header = if check.outcome.model.scoring.has_levels() {
        text!("| | What | Where | Level | Target |", "| | 问题 | 位置 | 级别 | 目标 |")
    } else {
        text!("| | What | Where | Score | Target |", "| | 问题 | 位置 | 得分 | 目标 |")
    };
    let _ = writeln!(text, "\n{}\n|---|---|---|---|---|", header.get(style.lang));
    let rows = check.verdict.reasons.iter().map(|reason| row(check, reason, style));
    append(text, rows.collect(), MOST * 2 / 3, style);
}

fn row(check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) -> String {
    let sign = match reason.severity {
        Severity::Fail => "❌",
        Severity::Warn => "⚠️",
    };
    let measure = |measure: &Option<Measure>| measure.as_ref().map(ToString::to_string).unwrap_or_default();
    let whole = text!("the assessment", "整份评估");
    let place = match reason.node {
        Some(node) => words::path(check.outcome.model, node, style.lang, &DRAWN),
        None => whole.into_string(style.lang),
    };
    let message = escape(&cut(reason.message.get(style.lang), CLAUSE));
    let Text { en, zh, .. } = reason.code.name();
    format!(
        "| {sign} | {} | {} ({}:{}) | {} | {} |\n",
        text!("{en}: {message}", "{zh}：{message}").get(style.lang),
        escape(&place),
        escape(check.file),
        reason.line,
        measure(&reason.actual),
        measure(&reason.target)
    )
}

fn checklist(text: &mut String, check: &Check<'_, '_>, style: &Style) {
    let entries: Vec<_> = check.verdict.reasons.iter().filter_map(|reason| missing(check, reason, style)).collect();
    if entries.is_empty() {
        return;
    }
    let title = text!("What is missing", "尚缺的要求");
    let _ = writeln!(text, "\n### {}", title.get(style.lang));
    append(text, entries, MOST, style);
    let needed = check.verdict.reasons.iter().flat_map(|reason| &reason.requirements);
    let named = check.outcome.model.terms_named(needed.flat_map(|needed| needed.asks.terms.iter()));
    if !named.is_empty() {
        let title = format!("### {}", terms::title().get(style.lang));
        append(text, vec![model::terms(&named, &title, style.lang)], MOST, style);
    }
}

/// The clauses that one reason lacks.
fn missing(check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) -> Option<String> {
    let node = reason.node.filter(|_| !reason.requirements.is_empty())?;
    let mut text = format!("\n{}\n\n", escape(&words::path(check.outcome.model, node, style.lang, &DRAWN)));
    for needed in &reason.requirements {
        let name = escape(needed.dimension.name.get(style.lang));
        let place = escape(&words::place(needed, style.lang));
        let words = escape(&cut(&words::asked(needed.asks, style.lang), CLAUSE));
        let _ = writeln!(text, "- [ ] {name} {place}: {words}");
    }
    Some(text)
}

fn not_applicable(text: &mut String, check: &Check<'_, '_>, style: &Style) {
    let title = text!("Not applicable, and so not judged", "不适用，未参与判定");
    excused(text, &title, &wording::not_applicable(check, style.lang, &DRAWN), style);
    let title = text!("Excepted, and so not judged", "例外，未参与判定");
    excused(text, &title, &wording::excepted(check, style.lang, &DRAWN), style);
}

fn excused(text: &mut String, title: &Text, entries: &[String], style: &Style) {
    if entries.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n### {}\n", title.get(style.lang));
    let entries = entries.iter().map(|entry| format!("- {}\n", escape(&cut(entry, CLAUSE))));
    append(text, entries.collect(), MOST, style);
}

/// Adds the pieces that fit into `most` bytes, and how many did not.
fn append(text: &mut String, pieces: Vec<String>, most: usize, style: &Style) {
    let total = pieces.len();
    let mut shown = 0;
    for piece in pieces {
        if text.len() + piece.len() > most {
            break;
        }
        text.push_str(&piece);
        shown += 1;
    }
    if shown < total {
        let rest = total - shown;
        let more = text!("and {rest} more", "另有 {rest} 项");
        let _ = writeln!(text, "\n{}", more.get(style.lang));
    }
}
