//! Many teams by one model: where they stand, what holds most of them down, and what would lift most of them.
//!
//! What one team adds is worked out alone ([`Line::new`], so that many can be at once); [`Collection`] then takes the
//! lines one by one, in the order of their files, and keeps of each no more than a line.

mod age;
mod broken;
mod collection;
mod distribution;
mod lever;
mod line;
mod peers;
mod standing;
mod statement;
mod view;

pub use age::AgeBand;
pub use broken::Broken;
pub use collection::{Collection, Counted, Rollup};
pub use distribution::{Distribution, Holding, TeamMoves};
pub use lever::Lever;
pub use line::{Earlier, Line, LineInput, standings};
pub use peers::Peers;
pub use standing::{Standing, TargetCounts};
pub use statement::Statements;
pub use view::View;
