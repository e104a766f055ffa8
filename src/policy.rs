//! What a team has promised: target levels, rules, and whether an assessment keeps them.

mod judge;
mod measure;
mod parse;
mod paths;
mod reason;
mod rules;
mod schema;
mod target;
mod template;

pub use judge::{Case, Evidence, Judged, Judgement, Verdict, held_to, judge};
pub use measure::Measure;
pub use parse::{Policy, parse};
pub use paths::{Paths, paths, place_of_model};
pub use reason::{Code, Reason, Severity};
pub use rules::{Incomplete, Rules};
pub use schema::schema;
pub use target::{Origin, Target, Targets};
pub use template::{Template, template};
