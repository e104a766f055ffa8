//! Documents as CSV, one row a thing, for a spreadsheet or a script.

mod next;
mod score;

pub use next::next;
pub use score::score;
