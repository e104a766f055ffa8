//! Documents for a terminal: tables where there is room, lines where there is not, words alone where none are drawn.

pub mod problems;

mod check;
mod diff;
mod explain;
mod import;
mod lines;
mod merge;
mod model;
mod next;
mod parts;
mod requirements;
mod rollup;
mod score;
mod scores;
mod so_far;
mod table;
mod targets;
mod trend;

pub use check::{check, check_in_short, unjudged};
pub use diff::diff;
pub use explain::explain;
pub use import::import;
pub use merge::merge;
pub use model::model;
pub use next::next;
pub use rollup::rollup;
pub use score::{score, summary};
pub use so_far::levels_so_far;
pub use targets::targets;
pub use trend::trend;
