//! How far people agree, part by part, as a table.

use anstyle::Style as Look;

use crate::merge::{Agreement, Merge, Tally};
use crate::model::NodeKind;
use crate::report::kit::merge as words;
use crate::report::kit::style::Style;
use crate::report::terminal::table::{Cell, Column, layout};
use crate::text::{width, wrap};

pub(super) fn counts(merge: &Merge<'_>, style: &Style) -> String {
    let shown = words::tallies(merge);
    let heads = Agreement::ALL.map(|agreement| words::column(agreement).into_string(style.lang));
    let taken: usize = heads.iter().map(|head| width(head).max(3) + 2).sum();
    let longest = shown.iter().map(|it| width(&indented(it, style))).max().unwrap_or_default();
    let names = longest.min(style.width.saturating_sub(taken + 2));
    let dim = Look::new().dimmed();
    let mut header = vec![Cell::new("", dim)];
    header.extend(heads.iter().map(|head| Cell::new(head, dim).right()));
    let rows = shown.iter().map(|it| row(it, names, style)).collect();
    let mut columns = vec![Column { least: names, gap: 2 }];
    columns.extend(heads.iter().map(|head| Column { least: width(head).max(3), gap: 2 }));
    layout(&columns, header, rows, style)
}

fn row(tally: &Tally<'_>, names: usize, style: &Style) -> Vec<Cell> {
    let look = match tally.node.kind() {
        NodeKind::SubDomain | NodeKind::Dimension => Look::new(),
        NodeKind::Domain | NodeKind::Group => Look::new().italic(),
        NodeKind::Area | NodeKind::Model => Look::new().bold(),
    };
    let full = indented(tally, style);
    let name = full.trim_start();
    let indent = " ".repeat(full.len() - name.len());
    let name = wrap(name, names, &indent, &format!("{indent}  ")).join("\n");
    let mut cells = vec![Cell::new(name, look)];
    cells.extend(Agreement::ALL.map(|agreement| match tally.counts.of(agreement) {
        0 => Cell::new(style.signs().bullet, Look::new().dimmed()).right(),
        count => Cell::new(count.to_string(), look).right(),
    }));
    cells
}

/// The name, set in by how deep the node stands.
fn indented(tally: &Tally<'_>, style: &Style) -> String {
    let depth = tally.node.storey().saturating_sub(1);
    format!("{}{}", "  ".repeat(depth), words::node(tally, style.lang))
}
