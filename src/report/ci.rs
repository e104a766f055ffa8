//! The verdict of a check as build servers read it.

mod github;
mod gitlab;
mod junit;
mod sarif;

pub use github::github;
pub use gitlab::gitlab;
pub use junit::junit;
pub use sarif::sarif;

pub mod unjudged;
