//! Tables on a terminal: their cells as plain data, and the one place that lays them out.

use std::iter;

use anstyle::{Color, Effects};
use comfy_table::{Attribute, CellAlignment, Color as Paint, ColumnConstraint, Row, Width, presets};
use memchr::memchr;

use crate::model::NodeKind;
use crate::report::kit::color::Colors;
use crate::report::kit::style::Style;
use crate::text::{blanks, push_blanks, width, wrap};

/// What a column takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// The columns of the terminal that it takes at least.
    pub least: usize,
    /// The blanks after it.
    pub gap: usize,
}

/// One cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    words: String,
    look: anstyle::Style,
    side: CellAlignment,
}

impl Cell {
    pub fn new(words: impl Into<String>, look: anstyle::Style) -> Self {
        Self { words: words.into(), look, side: CellAlignment::Left }
    }

    /// The same at the right of its column, as numbers stand.
    pub fn right(self) -> Self {
        Self { side: CellAlignment::Right, ..self }
    }
}

/// How the cells of a node look, by how high it stands.
pub(super) fn look_of(kind: NodeKind) -> anstyle::Style {
    match kind {
        NodeKind::SubDomain | NodeKind::Dimension => anstyle::Style::new(),
        NodeKind::Domain | NodeKind::Group => anstyle::Style::new().italic(),
        NodeKind::Area | NodeKind::Model => anstyle::Style::new().bold(),
    }
}

/// A name that is set in by blanks, in as many lines as it takes, each below where it begins.
pub(super) fn wrap_indented(indented: &str, columns: usize) -> String {
    let name = indented.trim_start();
    let indent = blanks(indented.len() - name.len());
    wrap(name, columns, &indent, &format!("{indent}  ")).join("\n")
}

/// The rows below each other, each as wide as its columns need, without blanks at the end of a line.
///
/// An empty row is an empty line.
pub(super) fn layout(columns: &[Column], header: Vec<Cell>, rows: Vec<Vec<Cell>>, style: &Style) -> String {
    let is_simple = |cell: &Cell| memchr(b'\n', cell.words.as_bytes()).is_none();
    if style.colors == Colors::Off && header.iter().chain(rows.iter().flatten()).all(is_simple) {
        return pad_columns(columns, &header, &rows);
    }
    draw(columns, header, rows, style)
}

fn draw(columns: &[Column], header: Vec<Cell>, rows: Vec<Vec<Cell>>, style: &Style) -> String {
    let mut table = comfy_table::Table::new();
    table.load_style(presets::NOTHING);
    match style.colors {
        Colors::On => table.enforce_styling(),
        Colors::Off => table.force_no_tty(),
    };
    table.set_header(drawn_row(header));
    for row in rows {
        if row.is_empty() {
            table.add_row([""]);
        } else {
            table.add_row(drawn_row(row));
        }
    }
    table.set_width(fixed(style.width));
    for (column, wanted) in table.column_iter_mut().zip(columns) {
        column.set_padding((0, fixed(wanted.gap)));
    }
    let at_least = |column: &Column| ColumnConstraint::LowerBoundary(Width::Fixed(fixed(column.least + column.gap)));
    table.set_constraints(columns.iter().filter(|column| column.least > 0).map(at_least));
    table.trim_fmt() + "\n"
}

/// The same of cells of one line and without colors, for which there is nothing to split or to paint: the library takes five
/// times as long to find that out, which is a quarter of what `score` takes.
fn pad_columns(columns: &[Column], header: &[Cell], rows: &[Vec<Cell>]) -> String {
    let all = || iter::once(header).chain(rows.iter().map(Vec::as_slice));
    let widths: Vec<_> = all().flatten().map(|cell| width(&cell.words)).collect();
    let mut widest: Vec<_> = columns.iter().map(|column| column.least.max(1)).collect();
    let mut own = widths.iter();
    for row in all() {
        debug_assert!(row.len() <= columns.len(), "{row:?} has a cell without a column");
        for (most, own) in widest.iter_mut().zip(own.by_ref().take(row.len())) {
            *most = (*most).max(*own);
        }
    }
    let mut text = String::new();
    let mut own = widths.iter();
    for row in all() {
        let start = text.len();
        let cells = row.iter().zip(own.by_ref().take(row.len()));
        for ((cell, own), (column, most)) in cells.zip(columns.iter().zip(&widest)) {
            let room = most - own;
            let (before, after) = if cell.side == CellAlignment::Right { (room, 0) } else { (0, room) };
            push_blanks(&mut text, before);
            text.push_str(&cell.words);
            push_blanks(&mut text, after + column.gap);
        }
        text.truncate(start + text[start..].trim_end().len());
        text.push('\n');
    }
    text
}

fn drawn_row(cells: Vec<Cell>) -> Row {
    Row::from(cells.into_iter().map(drawn).collect::<Vec<_>>())
}

fn drawn(cell: Cell) -> comfy_table::Cell {
    let effects = cell.look.get_effects();
    let attributes =
        [(Effects::BOLD, Attribute::Bold), (Effects::DIMMED, Attribute::Dim), (Effects::ITALIC, Attribute::Italic)];
    let attributes = attributes.into_iter().filter(|(effect, _)| effects.contains(*effect));
    let drawn = comfy_table::Cell::new(cell.words).set_alignment(cell.side);
    let drawn = attributes.fold(drawn, |drawn, (_, attribute)| drawn.add_attribute(attribute));
    match cell.look.get_fg_color() {
        Some(Color::Ansi256(color)) => drawn.fg(Paint::AnsiValue(color.0)),
        Some(Color::Ansi(color)) => drawn.fg(Paint::AnsiValue(anstyle::Ansi256Color::from_ansi(color).0)),
        Some(Color::Rgb(_)) | None => drawn,
    }
}

fn fixed(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cell, Column, draw, layout, pad_columns};
    use crate::lang::Lang;
    use crate::report::kit::color::Colors;
    use crate::report::kit::style::{Drawing, Style};

    proptest! {
        #[test]
        fn simple_cells_stand_where_the_library_has_them(
            leasts in prop::collection::vec(1..9_usize, 3),
            gaps in prop::collection::vec(0..3_usize, 4),
            rows in prop::collection::vec(prop::collection::vec("[a-z分é #\u{3000}]{0,12}", 4), 1..6),
            empty in 0..6_usize,
        ) {
            let leasts = leasts.into_iter().chain([0]);
            let columns: Vec<_> = leasts.zip(gaps).map(|(least, gap)| Column { least, gap }).collect();
            let cell = |(at, words): (usize, &String)| {
                let cell = Cell::new(words.as_str(), anstyle::Style::new().bold());
                if at % 2 == 0 { cell } else { cell.right() }
            };
            let mut rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
            let header = rows.remove(0);
            rows.insert(empty.min(rows.len()), Vec::new());
            let padded = pad_columns(&columns, &header, &rows);
            let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
            prop_assert_eq!(padded, draw(&columns, header, rows, &style));
        }
    }

    #[test]
    fn columns_stand_below_each_other_in_both_languages() {
        let look = anstyle::Style::new;
        let row = |name: &str, number: &str| vec![Cell::new(name, look()), Cell::new(number, look().bold()).right()];
        let columns = [Column { least: 8, gap: 1 }, Column { least: 3, gap: 0 }];
        let style = Style { lang: Lang::Zh, width: 40, colors: Colors::Off, drawing: Drawing::Drawn };
        let rows = || vec![row("总体", "3"), Vec::new(), row("abc", "12")];
        let text = layout(&columns, row("", "得分"), rows(), &style);
        assert_eq!(text, "         得分\n总体        3\n\nabc        12\n");
        let colored = layout(&columns, row("", ""), rows(), &Style { colors: Colors::On, ..style });
        assert!(colored.contains("\u{1b}[1m"), "{colored:?}");
    }
}
