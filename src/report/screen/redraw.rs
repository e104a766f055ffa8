//! What has to be written so that one screen of a terminal becomes another.

use std::fmt::Write as _;

use super::alone::Screen;
use super::changes::{Change, Pen, changes};

/// What begins and ends a drawing, so that a terminal shows it whole.
const FRAME: (&str, &str) = ("\x1b[?2026h", "\x1b[?2026l");
const CLEAR: &str = "\x1b[2J";
/// Hidden, and shown.
const CURSOR: (&str, &str) = ("\x1b[?25l", "\x1b[?25h");

/// What is written to a terminal of so many columns that shows `before`, so that it shows `now`; `None` before if nobody
/// knows what stands there.
#[must_use]
pub fn redraw(before: Option<&Screen>, now: &Screen, columns: usize) -> String {
    let seen = before.and_then(|before| before.cursor);
    let at = seen.map(|(row, column)| (row, Some(column)));
    let mut drawing = Drawing { columns, row: seen.map(|(row, _)| row), at, ..Drawing::default() };
    let none = Vec::new();
    let (lines, is_seen) = match before {
        Some(before) => (&before.lines, before.cursor.is_some()),
        None => (&none, true),
    };
    for (row, line) in now.lines.iter().enumerate() {
        for change in changes(lines.get(row).map_or("", String::as_str), line, &mut drawing.pen) {
            drawing.write(row, &change);
        }
    }
    let end = drawing.pen.reset();
    drawing.text.push_str(end);
    // Within the line that is typed it may be seen moving.
    let is_hidden = is_seen && (before.is_none() || drawing.is_elsewhere || now.cursor.is_none());
    let hide = if is_hidden { CURSOR.0 } else { "" };
    let clear = if before.is_none() { CLEAR } else { "" };
    if let Some(place) = now.cursor {
        drawing.move_to(place);
        if is_hidden || !is_seen {
            drawing.text.push_str(CURSOR.1);
        }
    }
    format!("{}{hide}{clear}{}{}", FRAME.0, drawing.text, FRAME.1)
}

/// What is written so far.
#[derive(Default)]
struct Drawing {
    columns: usize,
    text: String,
    pen: Pen,
    /// The row in which the cursor is seen; `None` if it is in none.
    row: Option<usize>,
    /// The row and the column in which the cursor stands; `None` if nobody knows.
    at: Option<(usize, Option<usize>)>,
    /// Whether anything was written in another row than the one in which the cursor is seen.
    is_elsewhere: bool,
}

impl Drawing {
    fn write(&mut self, row: usize, change: &Change) {
        self.move_to((row, change.column));
        self.text.push_str(&change.text);
        self.is_elsewhere |= Some(row) != self.row;
        // Behind the last column terminals differ.
        self.at = Some((row, change.end.filter(|end| *end < self.columns)));
    }

    /// Moves with as few bytes as the way takes.
    fn move_to(&mut self, place: (usize, usize)) {
        let (row, column) = place;
        let _ = match self.at {
            Some((own, at)) if own == row && at == Some(column) => Ok(()),
            Some((own, _)) if own == row => write!(self.text, "\x1b[{}G", column + 1),
            Some((above, _)) if above + 1 == row && column == 0 => write!(self.text, "\r\n"),
            _ if column == 0 => write!(self.text, "\x1b[{}H", row + 1),
            _ => write!(self.text, "\x1b[{};{}H", row + 1, column + 1),
        };
        self.at = Some((row, Some(column)));
    }
}
