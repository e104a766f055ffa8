//! The result as a workbook for a spreadsheet: a summary, a heat map, what moved, every answer, and a plan to work through.

mod answers;
mod comparison;
mod form;
mod heat_map;
mod plan;
mod rollup;
mod scores;
mod sheet;
mod summary;
mod values;
mod workbook;

use crate::lang::{Lang, Text};
use crate::plan::Plan;
use crate::report::input::Comparison;
use crate::report::kit::ramp::shades;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::Outcome;
use workbook::Workbook;

pub use form::form;
pub use rollup::rollup;

/// The bytes of an `.xlsx` file; the same result gives the same bytes.
///
/// Numbers and days are written as such, all else as text: no cell is a formula or a link.
///
/// # Errors
///
/// More rows than a sheet can have, which takes a model far beyond any known one.
pub fn xlsx(
    outcome: &Outcome<'_>,
    plan: &Plan<'_>,
    earlier: Option<&Comparison<'_, '_>>,
    lang: Lang,
) -> Result<Vec<u8>, Text> {
    let moved = earlier.map(|comparison| comparison::sheet(comparison, lang));
    let sheets: Vec<_> = if outcome.model.scoring.has_levels() {
        let summary = [summary::sheet(outcome, earlier, lang), heat_map::sheet(outcome, earlier, lang)];
        let rest = [answers::sheet(outcome, lang), plan::sheet(outcome, plan, lang)];
        summary.into_iter().chain(moved).chain(rest).collect()
    } else {
        scores::sheets(outcome, plan, lang).into_iter().chain(moved).collect()
    };
    let workbook = Workbook {
        title: words::heading(outcome.model, outcome.answers, lang, &DRAWN),
        day: outcome.answers.assessment.date,
        lang,
        shades: shades(outcome.model),
        sheets,
    };
    workbook.bytes()
}
