//! The question without anything beside it.

use super::body;
use super::foot::foot;
use super::head::head;
use super::middle::Body;
use super::size::{ROOMY, Size};
use crate::interview::{Below, Interview};
use crate::report::kit::style::Style;

/// A whole screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// As many lines as the screen has rows, none wider than it.
    pub lines: Vec<String>,
    /// Where text is being typed: row and column, from 0.
    pub cursor: Option<(usize, usize)>,
    /// Whether an arrow down shows more of what is there: see [`Interview::set_below`].
    pub below: Below,
}

/// The question without anything beside it.
pub(super) fn alone(interview: &Interview<'_>, style: &Style, rows: usize) -> Screen {
    let size = if rows < ROOMY { Size::Tight } else { Size::Roomy };
    let mut lines = head(interview, style, size);
    let (foot, cursor) = foot(interview, style, size);
    let room = rows.saturating_sub(lines.len() + foot.len());
    let Body { lines: mut body, below, left_out } = body::draw(interview, style, rows, room);
    // The row of what the last key did is free most of the time.
    if let (Some(row), Some(left_out)) = (lines.iter_mut().find(|line| line.is_empty()), left_out) {
        *row = left_out;
    }
    body.truncate(room);
    body.resize(room, String::new());
    lines.extend(body);
    let first_of_foot = lines.len();
    lines.extend(foot);
    lines.truncate(rows);
    Screen { lines, cursor: cursor.map(|(row, column)| (first_of_foot + row, column)), below }
}
