//! Documents as CSV, one row a thing, for a spreadsheet or a script.

mod next;
mod records;
mod rows;

pub use next::next;
pub use rows::{more_rows, more_trend_rows, row_header, rows, trend_row_header};
