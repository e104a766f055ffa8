//! What moved, as a comment on a pull request.

use std::fmt::Write as _;

use crate::diff::Move;
use crate::lang::Text;
use crate::model::Node;
use crate::report::input::Comparison;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{kinds, moves as wording, scores, words};
use crate::text::cut;

/// What a comment on a pull request may hold, in bytes, with room to spare: sites refuse 65 536 characters.
const MOST: usize = 60_000;
/// The most columns of a clause, a note or a reason.
const WORDS: usize = 400;

/// A heading, the count, a table of what moved above the dimensions, and a list of dimensions; what does not fit is
/// counted.
#[must_use]
pub fn diff(comparison: &Comparison<'_, '_>, style: &Style) -> String {
    let heading = escape(&words::heading(comparison.new.model, comparison.new.answers, style.lang, &DRAWN));
    format!("## {heading}\n\n{}", body(comparison, style))
}

/// A comparison below a heading of its own, as a part of a longer document.
#[must_use]
pub fn section(comparison: &Comparison<'_, '_>, style: &Style) -> String {
    let title = text!("What moved", "变化");
    format!("## {}\n\n{}", title.get(style.lang), body(comparison, style))
}

fn body(comparison: &Comparison<'_, '_>, style: &Style) -> String {
    let counts = wording::counts(comparison);
    let mut text = format!("**{}**\n", escape(counts.get(style.lang)));
    for remark in wording::remarks(comparison, style.lang) {
        let _ = writeln!(text, "\n{}", escape(&cut(&remark, MOST / 10)));
    }
    for said in wording::about_changes(comparison) {
        let _ = writeln!(text, "\n{}", escape(&said.line(WORDS, style.lang, &DRAWN)));
    }
    nodes(&mut text, comparison, style);
    dimensions(&mut text, comparison, style);
    text
}

fn nodes(text: &mut String, comparison: &Comparison<'_, '_>, style: &Style) {
    let shifts = wording::nodes(comparison);
    if shifts.is_empty() {
        return;
    }
    let columns = wording::columns(comparison.new.model);
    let header: Vec<_> = columns.iter().map(|column| column.get(style.lang)).collect();
    let _ = writeln!(text, "\n| | {} |\n|---|{}", header.join(" | "), "---|".repeat(header.len()));
    for shift in shifts {
        let row = wording::row(comparison.new.model, shift, style.lang, &DRAWN);
        let name = match shift.node {
            node @ Node::Model(_) => scores::name(node, style.lang),
            node => words::path(comparison.new.model, node, style.lang, &DRAWN),
        };
        let cells = [&[escape(&name)], &row[1..]].concat().join(" | ");
        let _ = writeln!(text, "| {} | {cells} |", wording::sign(shift.direction));
    }
}

fn dimensions(text: &mut String, comparison: &Comparison<'_, '_>, style: &Style) {
    let all = &comparison.diff.dimensions;
    if all.is_empty() {
        return;
    }
    let title = kinds::dimensions(comparison.new.model);
    let _ = writeln!(text, "\n### {}\n", title.get(style.lang));
    for (number, moved) in all.iter().enumerate() {
        let entry = entry(comparison, moved, style);
        if text.len() + entry.len() > MOST {
            let rest = all.len() - number;
            let more = text!("and {rest} more", "另有 {rest} 项");
            let _ = writeln!(text, "\n{}", more.get(style.lang));
            return;
        }
        text.push_str(&entry);
    }
}

fn entry(comparison: &Comparison<'_, '_>, moved: &Move<'_>, style: &Style) -> String {
    let path = escape(&words::path(comparison.new.model, Node::Dimension(moved.dimension), style.lang, &DRAWN));
    let standings = escape(&wording::standings(moved, style.lang, &DRAWN));
    let mut text = format!("- {} {path}: **{standings}**\n", wording::sign(moved.direction));
    for (said, clauses) in [(wording::gained(), &moved.gained), (wording::lost(), &moved.lost)] {
        let Text { en, zh, .. } = said;
        let said = text!("{en}:", "{zh}：").into_string(style.lang);
        for (place, clause) in clauses {
            let _ = writeln!(text, "  - {said} {place} {}", escape(&cut(&words::asked(clause, style.lang), WORDS)));
        }
    }
    for said in wording::text_changes(moved) {
        let _ = writeln!(text, "  - {}", escape(&said.line(WORDS, style.lang, &DRAWN)));
    }
    text
}
