//! The levels that follow from a team's answers, as a table or in lines.

mod plain;
mod table;

use crate::plan::Plan;
use crate::report::kit::style::{Drawing, Style};
use crate::scoring::Outcome;

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 50;

/// For a terminal: what the next level asks, then the table.
#[must_use]
pub fn score(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    match style.drawing {
        Drawing::Drawn if style.width >= NARROW => table::table(outcome, plan, style),
        _ => plain::plain(outcome, plan, style),
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
