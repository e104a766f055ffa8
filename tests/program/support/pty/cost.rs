//! What a key costs of the line between program and terminal, beside what it changes on the screen.

use vt100::Screen;

use super::Terminal;
use super::display::Shown;

/// What a key takes of the line.
pub struct Cost {
    /// The bytes that the program sends.
    pub sent: usize,
    /// The bytes of what differs on the screen: the characters, and for each of their rows where they stand.
    pub changed: usize,
}

/// What it takes to say where something stands.
const PLACE: usize = "\x1b[12;34H".len();

impl Terminal {
    /// Presses a key, and what that takes of the line.
    #[track_caller]
    pub fn cost_of(&mut self, key: &str) -> Cost {
        self.cost_of_times(1, key)
    }

    /// Presses a key after which the screen is drawn so many times, and what all of that takes of the line.
    #[track_caller]
    pub fn cost_of_times(&mut self, times: usize, key: &str) -> Cost {
        let (_, before) = self.display.wait(Shown::is_settled);
        let written = self.written();
        self.draws_after_times(times, |terminal| terminal.types(key));
        let (_, after) = self.display.wait(Shown::is_settled);
        Cost { sent: self.written() - written, changed: changed(&before, &after) }
    }
}

/// The bytes that a change of the screen takes however it is made; colors are not counted.
fn changed(before: &Screen, after: &Screen) -> usize {
    let (rows, columns) = after.size();
    let seen = |screen: &Screen, row, column| {
        let cell = screen.cell(row, column).expect("it is on the screen");
        let look = cell.has_contents().then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
        let text = if cell.has_contents() { cell.contents() } else { " " }.to_owned();
        (look.filter(|_| text != " "), text, cell.is_wide_continuation())
    };
    let bytes_of_row = |row| {
        let cells = (0..columns.get()).map(|column| (seen(before, row, column), seen(after, row, column)));
        let differing = cells.filter(|(before, after)| before != after && !after.2);
        let bytes: usize = differing.map(|(_, (_, text, _))| text.len()).sum();
        if bytes == 0 { 0 } else { PLACE + bytes }
    };
    (0..rows.get()).map(bytes_of_row).sum()
}
