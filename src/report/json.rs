//! Documents as JSON, version 1: both languages, fixed order of keys, foreign text exact and harmless.

mod check;
mod claim;
mod clause;
mod diff;
mod explanation;
mod harmless;
mod header;
mod import;
mod merge;
mod model;
mod node_name;
mod plan;
mod requirement;
mod result;
mod rollup;
mod rows;
mod schema;
mod trend;
mod unjudged;
mod verdict;

pub use check::check;
pub use diff::diff;
pub use explanation::explanation;
pub use harmless::{write, write_line};
pub use import::import;
pub use merge::merge;
pub use model::model;
pub use plan::plan;
pub use result::result;
pub use rollup::rollup;
pub use rows::{rows, trend_rows};
pub use schema::{merge_schema, result_schema, rollup_schema};
pub use trend::trend;
pub use unjudged::unjudged;
