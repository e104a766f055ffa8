//! What each sub-domain still needs for its next level, or for a level someone names, and in which order to do it.

mod goal;
mod holding;
mod idle;
mod lead;
mod options;
mod planning;
mod step;

pub use goal::{Goal, goals};
pub use holding::holding;
pub use idle::Idle;
pub use lead::{Lead, lead};
pub use options::{Aim, Order, PlanOptions};
pub use planning::{Plan, plan};
pub use step::{Lift, Step};
