//! The screen of the interview, put on the terminal whole.

use std::io::{self, Write as _};

use anyhow::Result;
use assess::interview::Interview;
use assess::report::screen::{self, Screen, fits};
use assess::report::{Drawing, Style};
use crossterm::{cursor, queue, terminal};

use crate::terminal::{size_of, style_of_stdout};

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

/// Draws every row.
pub(super) fn draw(interview: &Interview<'_>) -> Result<()> {
    let (columns, rows) = size_of(io::stdout());
    let style = Style { width: usize::from(columns), ..style_of_stdout(Drawing::Drawn) };
    let Screen { lines, cursor, .. } = screen::draw(interview, &style, usize::from(rows));
    let mut out = io::stdout().lock();
    queue!(out, terminal::BeginSynchronizedUpdate, cursor::Hide, cursor::MoveTo(0, 0))?;
    for row in 0..rows {
        queue!(out, cursor::MoveTo(0, row), terminal::Clear(terminal::ClearType::CurrentLine))?;
        if let Some(line) = lines.get(usize::from(row)) {
            out.write_all(line.as_bytes())?;
        }
    }
    if let Some((row, column)) = cursor {
        let narrow = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        queue!(out, cursor::MoveTo(narrow(column), narrow(row)), cursor::Show)?;
    }
    queue!(out, terminal::EndSynchronizedUpdate)?;
    out.flush()?;
    Ok(())
}
