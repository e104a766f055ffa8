//! The levels that follow from a team's answers, in every format.

mod csv;
mod markdown;
mod plain;
mod table;

use super::{Drawing, Style};
use crate::scoring::Outcome;

pub use csv::csv;
pub use markdown::markdown;

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 50;

/// For a terminal: what the next level asks, then the table.
#[must_use]
pub fn table(outcome: &Outcome<'_>, style: &Style) -> String {
    match style.drawing {
        Drawing::Drawn if style.width >= NARROW => table::table(outcome, style),
        _ => plain::plain(outcome, style),
    }
}

/// The table alone, without what the next level asks.
#[must_use]
pub fn summary(outcome: &Outcome<'_>, style: &Style) -> String {
    match style.drawing {
        Drawing::Drawn if style.width >= NARROW => table::summary(outcome, style),
        _ => plain::summary(outcome, style),
    }
}
