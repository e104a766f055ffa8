//! How far people agree, part by part, as a table.

use anstyle::Style as Look;

use crate::merge::{Agreement, Merge, Tally};
use crate::report::kit::kinds;
use crate::report::kit::merge as words;
use crate::report::kit::scores::name;
use crate::report::kit::style::Style;
use crate::report::terminal::table::{Cell, Column, layout, look_of, wrap_indented};
use crate::text::{self, width};

pub(super) fn counts(merge: &Merge<'_>, style: &Style) -> String {
    let shown = words::tallies(merge);
    let heads = Agreement::ALL.map(|agreement| words::column(agreement).into_string(style.lang));
    let taken: usize = heads.iter().map(|head| width(head).max(3) + 2).sum();
    let longest = shown.iter().map(|it| width(&indented(it, style))).max().unwrap_or_default();
    let names = longest.min(style.width.saturating_sub(taken + 2));
    let dim = Look::new().dimmed();
    let mut header = vec![Cell::new(kinds::part().get(style.lang), dim)];
    header.extend(heads.iter().map(|head| Cell::new(head, dim).right()));
    let rows = shown.iter().map(|it| row(it, names, style)).collect();
    let mut columns = vec![Column { least: names, gap: 2 }];
    columns.extend(heads.iter().map(|head| Column { least: width(head).max(3), gap: 2 }));
    layout(&columns, header, rows, style)
}

fn row(tally: &Tally<'_>, names: usize, style: &Style) -> Vec<Cell> {
    let look = look_of(tally.node.kind());
    let mut cells = vec![Cell::new(wrap_indented(&indented(tally, style), names), look)];
    cells.extend(Agreement::ALL.map(|agreement| match tally.counts.of(agreement) {
        0 => Cell::new(style.signs().bullet, Look::new().dimmed()).right(),
        count => Cell::new(count.to_string(), look).right(),
    }));
    cells
}

/// The name, set in by how deep the node stands.
fn indented(tally: &Tally<'_>, style: &Style) -> String {
    let depth = tally.node.storey().saturating_sub(1);
    text::indented(&name(tally.node, style.lang), depth)
}
