//! The screen of the interview, put on the terminal: only what has changed since it was last drawn.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::Result;
use assess::interview::Interview;
use assess::report::screen::{self, Screen, change, fits};
use assess::report::{Drawing, Style};

use crate::terminal::{size_of, style_of_stdout};

/// What begins and ends a drawing, so that a terminal shows it whole.
const FRAME: (&str, &str) = ("\x1b[?2026h\x1b[?25l", "\x1b[?2026l");
const CLEAR: &str = "\x1b[2J";
const CLEAR_TO_END: &str = "\x1b[K";
const SHOW_CURSOR: &str = "\x1b[?25h";

/// Whether the window has room for a question. One that cannot be seen cannot be answered.
pub(super) fn has_room() -> bool {
    let (columns, rows) = size_of(io::stdout());
    fits(usize::from(columns), usize::from(rows))
}

/// Whether the window had no room for all that an arrow down would show.
pub(super) fn hides_more(interview: &Interview<'_>) -> bool {
    let (columns, rows) = size_of(io::stdout());
    let style = Style { width: usize::from(columns), ..style_of_stdout(Drawing::Drawn) };
    screen::draw(interview, &style, usize::from(rows)).hides_more
}

/// Draws, and remembers what stands on the terminal.
#[derive(Default)]
pub(super) struct Painter {
    size: (u16, u16),
    /// The lines on the terminal; `None` if nobody knows what stands there.
    drawn: Option<Vec<String>>,
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
        let before = self.drawn.take().filter(|_| self.size == size).unwrap_or_else(|| {
            out.push_str(CLEAR);
            Vec::new()
        });
        for (row, line) in lines.iter().enumerate() {
            let Some(change) = change(before.get(row).map_or("", String::as_str), line) else { continue };
            let clear = if change.ends_line { CLEAR_TO_END } else { "" };
            let (row, column, text) = (row + 1, change.column + 1, change.text);
            let _ = write!(out, "\x1b[{row};{column}H{clear}{text}");
        }
        if let Some((row, column)) = cursor {
            let _ = write!(out, "\x1b[{};{}H{SHOW_CURSOR}", row + 1, column + 1);
        }
        out.push_str(FRAME.1);
        let mut terminal = io::stdout().lock();
        terminal.write_all(out.as_bytes())?;
        terminal.flush()?;
        (self.size, self.drawn) = (size, Some(lines));
        Ok(())
    }
}
