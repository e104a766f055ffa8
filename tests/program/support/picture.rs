//! A terminal screen drawn as SVG. Every character has a place of its own, so that columns stay aligned in any font.

use std::fmt::Write as _;
use std::num::NonZeroU16;

use vt100::{Cell, Color, Parser, Screen};

/// The size of one cell, in pixels.
const CELL: (f32, f32) = (8.4, 19.0);
const MARGIN: f32 = 16.0;
const INK: &str = "#d8dbe2";

/// The lines of text, with their escape sequences obeyed, on a screen of so many columns.
pub fn svg(text: &str, columns: u16) -> String {
    let rows = u16::try_from(text.lines().count()).expect("a picture is short");
    let [some_rows, some_columns] =
        [rows, columns].map(|count| NonZeroU16::new(count).expect("a picture shows something"));
    let mut parser = Parser::new(some_rows, some_columns, 0);
    parser.process(text.trim_end().replace('\n', "\r\n").as_bytes());
    let (width, height) = (f32::from(columns) * CELL.0 + 2.0 * MARGIN, f32::from(rows) * CELL.1 + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\">\n\
         <title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace\" font-size=\"14\" xml:space=\"preserve\">\n",
        escaped(parser.screen().contents().lines().next().unwrap_or_default().trim_end()),
    );
    for row in 0..rows {
        draw_row(&mut svg, parser.screen(), row, columns);
    }
    svg + "</g>\n</svg>\n"
}

/// The runs of one row, each of characters that look alike.
fn draw_row(svg: &mut String, screen: &Screen, row: u16, columns: u16) {
    let cells: Vec<_> = (0..columns)
        .filter_map(|column| Some((column, screen.cell(row, column)?)))
        .filter(|(_, cell)| cell.has_contents() && cell.contents() != " ")
        .collect();
    let y = MARGIN + (f32::from(row) + 0.75) * CELL.1;
    let columns_of = |cell: &Cell| if cell.is_wide() { 2 } else { 1 };
    let belongs = |(column, left): &(u16, &Cell), (next, right): &(u16, &Cell)| {
        column + columns_of(left) == *next && left.is_wide() == right.is_wide() && look(left) == look(right)
    };
    for run in cells.chunk_by(belongs) {
        // Wide characters are as wide as two cells only if each is put in its place.
        let cells = if run[0].1.is_wide() { run } else { &run[..1] };
        let places = cells.iter().map(|(column, _)| format!("{:.1}", MARGIN + f32::from(*column) * CELL.0));
        let (places, look) = (places.collect::<Vec<_>>().join(" "), look(run[0].1));
        let text: String = run.iter().map(|(_, cell)| cell.contents()).collect();
        let _ = writeln!(svg, "<text y=\"{y:.1}\" x=\"{places}\"{look}>{}</text>", escaped(&text));
    }
}

/// The attributes that a cell's looks ask for.
fn look(cell: &Cell) -> String {
    let fill = match cell.fgcolor() {
        Color::Idx(index) => cube(index),
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Default => INK.to_owned(),
    };
    let mut look = format!(" fill=\"{fill}\"");
    for (is_so, attribute) in [
        (cell.bold(), " font-weight=\"bold\""),
        (cell.italic(), " font-style=\"italic\""),
        (cell.dim(), " opacity=\"0.65\""),
        (cell.underline(), " text-decoration=\"underline\""),
    ] {
        if is_so {
            look.push_str(attribute);
        }
    }
    look
}

/// A color of the 6 × 6 × 6 cube, as terminals show it.
fn cube(index: u8) -> String {
    let steps = [0_u8, 95, 135, 175, 215, 255];
    let place = usize::from(index.saturating_sub(16));
    let [red, green, blue] = [place / 36 % 6, place / 6 % 6, place % 6].map(|step| steps[step]);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
