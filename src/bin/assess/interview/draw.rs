//! The screen of the interview, put on the terminal: only what has changed since it was last drawn.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::Result;
use assess::interview::{Below, Interview};
use assess::report::screen::{self, Pen, Screen, changes, fits};
use assess::report::{Drawing, Style};

use crate::terminal::{size_of, style_of_stdout};

/// What begins and ends a drawing, so that a terminal shows it whole.
const FRAME: (&str, &str) = ("\x1b[?2026h", "\x1b[?2026l");
const CLEAR: &str = "\x1b[2J";
/// Hidden, and shown.
const CURSOR: (&str, &str) = ("\x1b[?25l", "\x1b[?25h");

/// Whether the window has room for a question. One that cannot be seen cannot be answered.
pub(super) fn has_room() -> bool {
    let (columns, rows) = size_of(io::stdout());
    fits(usize::from(columns), usize::from(rows))
}

/// Whether the window had no room for all that an arrow down would show.
pub(super) fn below(interview: &Interview<'_>) -> Below {
    let (columns, rows) = size_of(io::stdout());
    let style = Style { width: usize::from(columns), ..style_of_stdout(Drawing::Drawn) };
    screen::draw(interview, &style, usize::from(rows)).below
}

/// Whether something is to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Visibility {
    #[default]
    Hidden,
    Shown,
}

/// Draws, and remembers what stands on the terminal.
#[derive(Default)]
pub(super) struct Painter {
    size: (u16, u16),
    /// The lines on the terminal; `None` if nobody knows what stands there.
    drawn: Option<Vec<String>>,
    /// Whether the cursor is to be seen.
    cursor: Visibility,
}

impl Painter {
    /// From now on nobody knows what stands on the terminal.
    pub(super) fn forget(&mut self) {
        self.drawn = None;
    }

    /// Draws what a screen of this look and so many rows holds.
    ///
    /// # Errors
    ///
    /// The terminal cannot be written.
    pub(super) fn draw(&mut self, screen: impl FnOnce(&Style, usize) -> Screen) -> Result<()> {
        let size = size_of(io::stdout());
        let style = Style { width: usize::from(size.0), ..style_of_stdout(Drawing::Drawn) };
        let Screen { lines, cursor, .. } = screen(&style, usize::from(size.1));
        let mut out = FRAME.0.to_owned();
        let before = self.drawn.take().filter(|_| self.size == size);
        if before.is_none() || self.cursor == Visibility::Shown {
            out.push_str(CURSOR.0);
        }
        let before = before.unwrap_or_else(|| {
            out.push_str(CLEAR);
            Vec::new()
        });
        write_changes(&mut out, &before, &lines);
        if let Some((row, column)) = cursor {
            let _ = write!(out, "\x1b[{};{}H{}", row + 1, column + 1, CURSOR.1);
        }
        self.cursor = if cursor.is_some() { Visibility::Shown } else { Visibility::Hidden };
        out.push_str(FRAME.1);
        let mut terminal = io::stdout().lock();
        terminal.write_all(out.as_bytes())?;
        terminal.flush()?;
        (self.size, self.drawn) = (size, Some(lines));
        Ok(())
    }
}

/// Writes what has changed, with as few bytes as its places take.
fn write_changes(out: &mut String, before: &[String], lines: &[String]) {
    let (mut last, mut pen) = (None, Pen::default());
    for (row, line) in lines.iter().enumerate() {
        for change in changes(before.get(row).map_or("", String::as_str), line, &mut pen) {
            let _ = match (last, change.column) {
                (Some(own), column) if own == row => write!(out, "\x1b[{}G", column + 1),
                (Some(above), 0) if above + 1 == row => write!(out, "\r\n"),
                (_, 0) => write!(out, "\x1b[{}H", row + 1),
                (_, column) => write!(out, "\x1b[{};{}H", row + 1, column + 1),
            };
            out.push_str(&change.text);
            last = Some(row);
        }
    }
    out.push_str(pen.reset());
}
