//! A plan for a spreadsheet: one row a clause, and one a question without an answer.

use super::records::write;
use crate::plan::Plan;
use crate::report::json;
use crate::report::kit::escape::csv as field;
use crate::report::kit::style::Style;

/// The columns, in both languages the same: programs read them.
const COLUMNS: [&str; 11] =
    ["step", "id", "name", "from", "to", "dimension_id", "dimension", "level", "clause", "text", "replaces"];

/// Clauses in the order of the steps; a question without an answer has no step, and its text is the question.
///
/// A clause is two numbers, its level and its place there: as one, `3.1` is a fraction and `3.10` the same.
#[must_use]
pub fn next(plan: &Plan<'_>, style: &Style) -> String {
    let say = |text: &crate::lang::Text| field(text.get(style.lang));
    let mut rows = Vec::new();
    for (number, lift) in
        (1..).zip(&plan.steps).flat_map(|(number, step)| step.lifts.iter().map(move |lift| (number, lift)))
    {
        for needed in &lift.requirements {
            rows.push([
                usize::to_string(&number),
                lift.node.id().to_string(),
                say(lift.node.name()),
                lift.from.to_string(),
                lift.to.to_string(),
                needed.dimension.id.to_string(),
                say(&needed.dimension.name),
                needed.clause.level.to_string(),
                needed.clause.number.to_string(),
                say(needed.text),
                json::write_line(&needed.replaces),
            ]);
        }
    }
    for goal in &plan.goals {
        for dimension in &goal.unanswered {
            rows.push([
                String::new(),
                goal.sub_domain.id.to_string(),
                say(&goal.sub_domain.name),
                goal.level.map(|level| level.to_string()).unwrap_or_default(),
                goal.target.to_string(),
                dimension.id.to_string(),
                say(&dimension.name),
                String::new(),
                String::new(),
                say(&dimension.question),
                String::new(),
            ]);
        }
    }
    write(&COLUMNS, rows.into_iter())
}
