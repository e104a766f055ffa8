//! What teams measure of their delivery, beside where they stand: nothing says that one led to the other.

use anstyle::Style as Look;

use super::teams::{NAME, STANDING, look};
use crate::answers::Metric;
use crate::report::kit::outcomes::{measured, remark, title};
use crate::report::kit::scores;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::teams;
use crate::report::terminal::lines::lines;
use crate::report::terminal::table::{Cell, Column, layout};
use crate::rollup::{Line, Rollup};
use crate::text::{cut, width, wrap};

/// The most columns of a word above a metric.
const WORD: usize = 12;

/// The head, a table or a line a team, and what to know of it; empty where nobody measures anything.
pub(super) fn outcomes(rollup: &Rollup<'_>, style: &Style, drawing: Drawing) -> String {
    let metrics = rollup.metrics();
    if metrics.is_empty() {
        return String::new();
    }
    let body = match drawing {
        Drawing::Drawn => table(rollup, &metrics, style),
        Drawing::Plain => lines(rollup.measuring().map(|line| in_words(rollup, line, &metrics, style)), style),
    };
    let remark = remark(rollup).into_string(style.lang);
    let remark = lines([remark], style);
    format!("{}\n{body}{remark}", style.colors.bold(title().get(style.lang)))
}

fn table(rollup: &Rollup<'_>, metrics: &[Metric], style: &Style) -> String {
    let dim = Look::new().dimmed();
    let head = |name: &str| wrap(name, WORD, "", "").join("\n");
    let heads: Vec<_> = metrics.iter().map(|metric| head(metric.name().get(style.lang))).collect();
    let cells: Vec<Vec<_>> = rollup.measuring().map(|line| cells(line, metrics, style)).collect();
    let widest = |at: usize| {
        let words = heads[at].lines().chain(cells.iter().flat_map(|row| row[at].lines()));
        words.map(width).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..metrics.len()).map(widest).collect();
    let taken = widths.iter().map(|width| width + 1).sum::<usize>() + STANDING + 2;
    let longest = rollup.measuring().map(|line| width(&teams::team(line))).max().unwrap_or_default();
    let names = style.width.saturating_sub(taken).clamp(NAME.0, NAME.1).min(longest.max(NAME.0));
    let top = scores::name(rollup.view.top, style.lang);
    let mut header = vec![Cell::new(teams::column().get(style.lang), dim), Cell::new(head(&top), dim)];
    header.extend(heads.iter().map(|head| Cell::new(head, dim).right()));
    let row = |(line, cells): (&Line<'_>, Vec<String>)| {
        let own = teams::standing(rollup.view.model, line.top(), style.signs());
        let mut row = vec![
            Cell::new(cut(&teams::team(line), names), Look::new()),
            Cell::new(own, look(rollup.view.model, line.top())),
        ];
        row.extend(cells.into_iter().map(|words| Cell::new(words, Look::new()).right()));
        row
    };
    let rows = rollup.measuring().zip(cells).map(row).collect();
    let mut columns = vec![Column { least: names, gap: 1 }, Column { least: STANDING, gap: 1 }];
    columns.extend(widths.iter().map(|least| Column { least: *least, gap: 1 }));
    layout(&columns, header, rows, style)
}

/// What a team measures; what it was stands in a line of its own above what it is.
fn cells(line: &Line<'_>, metrics: &[Metric], style: &Style) -> Vec<String> {
    let arrow = style.signs().arrow;
    let cell =
        |metric: &Metric| measured(line, *metric, style.signs()).replace(&format!(" {arrow} "), &format!(" {arrow}\n"));
    metrics.iter().map(cell).collect()
}

fn in_words(rollup: &Rollup<'_>, line: &Line<'_>, metrics: &[Metric], style: &Style) -> String {
    let own = teams::standing(rollup.view.model, line.top(), style.signs());
    let mut said = vec![format!("{} {own}", scores::name(rollup.view.top, style.lang))];
    let named = |metric: &Metric| (metric.name(), measured(line, *metric, style.signs()));
    let measured = metrics.iter().map(named).filter(|(_, words)| !words.is_empty());
    said.extend(measured.map(|(name, words)| format!("{} {words}", name.get(style.lang))));
    let (name, en, zh) = (teams::team(line), said.join(", "), said.join("，"));
    text!("{name}: {en}", "{name}：{zh}").into_string(style.lang)
}
