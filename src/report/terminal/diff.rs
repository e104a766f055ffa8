//! What moved, on a terminal: sub-domains first, then dimension by dimension, the count last.

use std::fmt::Write as _;

use anstyle::AnsiColor;

use crate::diff::{Direction, Move};
use crate::model::{Node, NodeKind};
use crate::report::input::Comparison;
use crate::report::kit::kinds;
use crate::report::kit::moves as wording;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::words;
use crate::report::terminal::table::{self, Cell, Column};
use crate::text::{blanks, one_line, push_wrapped, width, wrap};

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 60;
/// The most columns of what is said; all of it, then.
const WORDS: usize = usize::MAX;

/// Nothing but one line where nothing moved.
#[must_use]
pub fn diff(comparison: &Comparison<'_, '_>, style: &Style) -> String {
    let mut text = String::new();
    let heading = words::heading(comparison.new.model, comparison.new.answers, style.lang, style.signs());
    paragraph(&mut text, &heading, anstyle::Style::new().bold(), style);
    for remark in wording::remarks(comparison, style.lang) {
        paragraph(&mut text, &remark, anstyle::Style::new(), style);
    }
    for said in wording::about_changes(comparison) {
        paragraph(&mut text, &said.line(WORDS, style.lang, style.signs()), anstyle::Style::new(), style);
    }
    nodes(&mut text, comparison, style);
    dimensions(&mut text, comparison, style);
    text.push('\n');
    paragraph(&mut text, wording::counts(comparison).get(style.lang), anstyle::Style::new(), style);
    text
}

/// Areas, domains and sub-domains of which something moved, as a tree with columns, the whole at its end.
fn nodes(text: &mut String, comparison: &Comparison<'_, '_>, style: &Style) {
    let shifts = wording::nodes(comparison);
    if shifts.is_empty() {
        return;
    }
    text.push('\n');
    if style.drawing == Drawing::Plain || style.width < NARROW {
        for shift in shifts {
            entry(
                text,
                shift.direction,
                &wording::shift(comparison.new.model, shift, style.lang, style.signs()),
                style,
            );
        }
        return;
    }
    let header: Vec<_> =
        wording::columns(comparison.new.model).into_iter().map(|column| column.into_string(style.lang)).collect();
    let rows: Vec<_> =
        shifts.iter().map(|shift| wording::row(comparison.new.model, shift, style.lang, style.signs())).collect();
    let widest = |column: usize| rows.iter().chain([&header]).map(|row| width(&row[column])).max().unwrap_or_default();
    let widths: Vec<_> = (0..header.len()).map(widest).collect();
    let fits = |count: usize| widths[..count].iter().sum::<usize>() + 2 * count <= style.width;
    let shown = (2..=widths.len()).rev().find(|count| fits(*count)).unwrap_or(2);
    let dim = anstyle::Style::new().dimmed();
    let header: Vec<_> = header.iter().take(shown).map(|name| Cell::new(name, dim)).collect();
    let header = [Cell::new("", dim)].into_iter().chain(header).collect();
    let mut lines = Vec::new();
    for (shift, row) in shifts.iter().zip(&rows) {
        let begins_a_part = shift.node.kind() <= NodeKind::Area && shift.node.sub_domain().is_none();
        if !lines.is_empty() && begins_a_part {
            lines.push(Vec::new());
        }
        let sign = Cell::new(wording::sign(shift.direction), color(shift.direction));
        let cells = row.iter().take(shown).map(|words| Cell::new(words, anstyle::Style::new()));
        lines.push([sign].into_iter().chain(cells).collect());
    }
    let columns = widths.iter().take(shown).map(|least| Column { least: *least, gap: 2 });
    // Nothing stands after the last one.
    let mut columns: Vec<_> = [Column { least: 1, gap: 1 }].into_iter().chain(columns).collect();
    if let Some(last) = columns.last_mut() {
        last.gap = 0;
    }
    text.push_str(&table::layout(&columns, header, lines, style));
}

fn dimensions(text: &mut String, comparison: &Comparison<'_, '_>, style: &Style) {
    let title = kinds::dimensions(comparison.new.model);
    let mut last = None;
    for moved in &comparison.diff.dimensions {
        let node = Node::Dimension(moved.dimension);
        let Some(parent) = comparison.new.model.path(&moved.dimension.id).into_iter().nth_back(1) else { continue };
        if last.is_none() {
            text.push('\n');
            paragraph(text, title.get(style.lang), anstyle::Style::new().bold(), style);
        }
        if last != Some(parent.id()) {
            last = Some(parent.id());
            paragraph(
                text,
                &words::path(comparison.new.model, parent, style.lang, style.signs()),
                anstyle::Style::new(),
                style,
            );
        }
        let name = one_line(node.name().get(style.lang));
        entry(
            text,
            moved.direction,
            &format!("{name}  {}", wording::standings(moved, style.lang, style.signs())),
            style,
        );
        details(text, moved, style);
    }
}

/// The clauses won and lost, and what is said otherwise.
fn details(text: &mut String, moved: &Move<'_>, style: &Style) {
    for (sign, clauses) in [("+", &moved.gained), ("-", &moved.lost)] {
        for (place, clause) in clauses {
            let first = format!("    {sign} {place}  ");
            let rest = blanks(width(&first));
            push_wrapped(text, &words::asked(clause, style.lang), style.width, &first, &rest);
        }
    }
    for said in wording::text_changes(moved) {
        push_wrapped(text, &said.line(WORDS, style.lang, style.signs()), style.width, "    ", "      ");
    }
}

fn entry(text: &mut String, direction: Direction, words: &str, style: &Style) {
    let sign = match style.drawing {
        Drawing::Drawn => wording::sign(direction).to_owned(),
        Drawing::Plain => direction.to_string(),
    };
    let indent = blanks(width(&sign) + 3);
    for (number, line) in wrap(words, style.width.saturating_sub(width(&indent)), "", "").iter().enumerate() {
        let lead = match number {
            0 => &*format!("  {} ", style.colors.paint(color(direction), &sign)),
            _ => &*indent,
        };
        let _ = writeln!(text, "{lead}{line}");
    }
}

fn color(direction: Direction) -> anstyle::Style {
    match direction {
        Direction::Up => AnsiColor::Green.on_default(),
        Direction::Down => AnsiColor::Red.on_default(),
        Direction::Changed => anstyle::Style::new(),
    }
}

fn paragraph(text: &mut String, words: &str, paint: anstyle::Style, style: &Style) {
    for line in wrap(words, style.width, "", "  ") {
        let line = if paint == anstyle::Style::new() { line } else { style.colors.paint(paint, &line) };
        let _ = writeln!(text, "{line}");
    }
}
