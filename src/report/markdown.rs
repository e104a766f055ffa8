//! Documents as Markdown, for a wiki, an issue or a comment on a pull request.

mod check;
mod diff;
mod explain;
mod merge;
mod model;
mod next;
mod rollup;
mod score;
mod scores;
mod trend;

pub use check::{check, unjudged};
pub use diff::{diff, section};
pub use explain::explain;
pub use merge::merge;
pub use model::model;
pub use next::next;
pub use rollup::rollup;
pub use score::score;
pub use trend::{trend, trend_section};
