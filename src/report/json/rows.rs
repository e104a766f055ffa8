//! Rows as NDJSON: one object a line, the same keys in each.

use super::harmless::write_lines;
use crate::report::rows::{Row, TrendRow};

/// A line a row, each with its end.
#[must_use]
pub fn rows<'a>(rows: impl IntoIterator<Item = &'a Row<'a>>) -> String {
    write_lines(rows.into_iter())
}

/// The same of points of a trend.
#[must_use]
pub fn trend_rows<'a>(rows: impl IntoIterator<Item = TrendRow<'a>>) -> String {
    write_lines(rows.into_iter())
}
