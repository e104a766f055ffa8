//! A plan for a spreadsheet: one row a clause, and one a question without an answer.

use crate::plan::Plan;
use crate::report::kit::escape::csv as field;
use crate::report::kit::style::Style;

/// The columns, in both languages the same: programs read them.
const COLUMNS: [&str; 10] =
    ["step", "id", "name", "from", "to", "dimension_id", "dimension", "clause", "text", "replaces"];

/// Clauses in the order of the steps; a question without an answer has no step, and its text is the question.
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
                needed.clause.to_string(),
                say(needed.text),
                needed.replaces.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
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
                say(&dimension.question),
                String::new(),
            ]);
        }
    }
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let header = COLUMNS.map(str::to_owned);
    // A vector takes every byte, and every row has the same length.
    let written = std::iter::once(&header).chain(&rows).try_for_each(|row| writer.write_record(row));
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}
