//! One file a command: its arguments, and what it does: read, let the library think, write.

pub mod check;
pub mod completions;
pub mod diff;
pub mod explain;
pub mod form;
pub mod help;
pub mod import;
mod in_order;
pub mod init;
pub mod interview;
pub mod man;
pub mod merge;
pub mod model;
pub mod next;
pub mod report;
pub mod rollup;
pub mod schema;
pub mod score;
pub mod set;
pub mod trend;
