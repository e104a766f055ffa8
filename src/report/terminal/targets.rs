//! Which target counts for which sub-domain, and where it is said.

use std::fmt::Write as _;

use crate::policy::{Origin, Target, Targets};
use crate::report::kit::style::Style;
use crate::scoring::Outcome;
use crate::text::{one_line, pad, width};

/// One line a sub-domain in scope: its id, its target, and where that comes from. `policy` is the policy's file.
#[must_use]
pub fn targets(outcome: &Outcome<'_>, targets: &Targets, policy: &str, style: &Style) -> String {
    let ids: Vec<_> = outcome.overall.sub_domains().map(|(sub_domain, _)| &sub_domain.id).collect();
    let column = ids.iter().map(|id| width(id.as_str())).max().unwrap_or_default() + 2;
    let mut text = String::new();
    for id in ids {
        let own = targets.of(id);
        let value = own.map_or_else(|| style.signs().none.to_owned(), |target| target.value.to_string());
        let from = own.map(|target| origin(target, policy)).unwrap_or_default();
        let line = format!("{}{value}  {from}", pad(id.as_str(), column));
        let _ = writeln!(text, "{}", style.colors.dim(line.trim_end()));
    }
    text
}

fn origin(target: &Target, policy: &str) -> String {
    let name = target.id.as_ref().map_or("default", |id| id.as_str());
    match (target.origin, &target.id) {
        (Origin::Line(line), _) => format!("{}:{line} {name}", one_line(policy)),
        (Origin::Flag, None) => format!("--target {}", target.value),
        (Origin::Flag, Some(id)) => format!("--target {id}={}", target.value),
    }
}
