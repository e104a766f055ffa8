//! What teams measure of their delivery, beside where they stand: nothing says that one led to the other.

use anstyle::Style as Look;

use super::teams::{NAME, look};
use crate::answers::Metric;
use crate::report::kit::outcomes::{measured, remark, title};
use crate::report::kit::scores;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::teams;
use crate::report::terminal::lines::lines;
use crate::report::terminal::table::{Cell, Column, layout};
use crate::rollup::{Line, Rollup};
use crate::text::{cut, width, wrap};

/// The most columns of a line above a metric: with five of them, names of teams have room at 80 columns.
const WORD: usize = 10;

/// The head, a table or a line a team, and what to know of it; empty where nobody measures anything.
pub(super) fn outcomes(rollup: &Rollup<'_>, style: &Style, drawing: Drawing) -> String {
    let metrics = rollup.metrics();
    if metrics.is_empty() {
        return String::new();
    }
    let table = if drawing == Drawing::Drawn { table(rollup, &metrics, style) } else { None };
    let in_words = || lines(rollup.measuring().map(|line| in_words(rollup, line, &metrics, style)), style);
    let body = table.unwrap_or_else(in_words);
    let remark = remark(rollup).into_string(style.lang);
    let remark = lines([remark], style);
    format!("{}\n{body}{remark}", style.colors.bold(title().get(style.lang)))
}

/// `None` where the terminal is too narrow for it.
fn table(rollup: &Rollup<'_>, metrics: &[Metric], style: &Style) -> Option<String> {
    let dim = Look::new().dimmed();
    let head = |name: &str| wrap(name, WORD, "", "").join("\n");
    let heads: Vec<_> = metrics.iter().map(|metric| head(metric.name().get(style.lang))).collect();
    let cells: Vec<Vec<_>> = rollup.measuring().map(|line| cells(line, metrics, style)).collect();
    let widest = |at: usize| {
        let words = heads[at].lines().chain(cells.iter().flat_map(|row| row[at].lines()));
        words.map(width).max().unwrap_or_default()
    };
    let widths: Vec<_> = (0..metrics.len()).map(widest).collect();
    let top = head(&scores::name(rollup.view.top, style.lang));
    let own = rollup.measuring().map(|line| teams::standing(rollup.view.model, line.top(), style.signs()));
    let own = own.map(|own| width(&own)).chain(top.lines().map(width)).max().unwrap_or_default();
    let taken = widths.iter().map(|width| width + 1).sum::<usize>() + own + 1;
    let longest = rollup.measuring().map(|line| width(&teams::team(line))).max().unwrap_or_default();
    let column = width(teams::column().get(style.lang));
    let names = style.width.checked_sub(taken).filter(|room| *room >= longest.min(NAME.0))?;
    let names = names.min(longest.clamp(column, NAME.1));
    let mut header = vec![Cell::new(teams::column().get(style.lang), dim), Cell::new(top, dim)];
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
    let columns = [names, own].into_iter().chain(widths).map(|least| Column { least, gap: 1 }).collect::<Vec<_>>();
    Some(layout(&columns, header, rows, style))
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
