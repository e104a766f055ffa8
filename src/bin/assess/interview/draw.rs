//! The screen of the interview, put on the terminal: only what has changed since it was last drawn.

use std::io::{self, Write as _};

use anyhow::Result;
use assess::interview::{Below, Interview};
use assess::report::screen::{self, Screen, fits, redraw};
use assess::report::{Drawing, Style};

use crate::terminal::{size_of, style_of_stdout};

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

/// Draws, and remembers what stands on the terminal.
#[derive(Default)]
pub(super) struct Painter {
    size: (u16, u16),
    /// What stands on the terminal; `None` if nobody knows.
    drawn: Option<Screen>,
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
        let columns = usize::from(size.0);
        let style = Style { width: columns, ..style_of_stdout(Drawing::Drawn) };
        let screen = screen(&style, usize::from(size.1));
        let before = self.drawn.take().filter(|_| self.size == size);
        let mut terminal = io::stdout().lock();
        terminal.write_all(redraw(before.as_ref(), &screen, columns).as_bytes())?;
        terminal.flush()?;
        (self.size, self.drawn) = (size, Some(screen));
        Ok(())
    }
}
