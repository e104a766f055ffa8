//! On wide terminals: every sub-domain with its level, live, beside the question.

use super::alone::{Screen, alone};
use crate::interview::{Interview, Tally};
use crate::model::Group;
use crate::report::kit::color::level_style;
use crate::report::kit::style::Style;
use crate::text::{blanks, cut, one_line, pad, painted_width};

/// The columns of the panel, the line before it included.
const COLUMNS: usize = 40;

/// The columns of a range of levels.
const RANGE: usize = 3;

/// The question on the left, the panel on the right.
pub(super) fn beside(interview: &Interview<'_>, style: &Style, rows: usize) -> Screen {
    let columns = style.width.saturating_sub(COLUMNS + 1);
    let question = alone(interview, &Style { width: columns, ..*style }, rows);
    let panel = panel(interview, style, rows);
    let lines = question
        .lines
        .iter()
        .zip(panel)
        .map(|(left, right)| format!("{left}{} {right}", blanks(columns.saturating_sub(painted_width(left)))));
    Screen { lines: lines.collect(), cursor: question.cursor, below: question.below }
}

/// One line a sub-domain of the areas in scope, the present one in view.
fn panel(interview: &Interview<'_>, style: &Style, rows: usize) -> Vec<String> {
    let all: Vec<_> = interview.answers().sub_domains_in_scope(interview.model()).collect();
    let own = interview.sub_domain().map(|sub_domain| &sub_domain.id);
    let place = all.iter().position(|sub_domain| Some(&sub_domain.id) == own).unwrap_or_default();
    let from = place.saturating_sub(rows / 2).min(all.len().saturating_sub(rows));
    let mut lines: Vec<_> = all.iter().skip(from).take(rows).map(|it| line(interview, it, style)).collect();
    lines.resize(rows, style.colors.dim("│"));
    lines
}

fn line(interview: &Interview<'_>, sub_domain: &Group, style: &Style) -> String {
    let is_own = interview.sub_domain().is_some_and(|own| own.id == sub_domain.id);
    // As much is left for a range and for how many of how many are answered.
    let name_columns = COLUMNS - 12;
    let name = pad(&cut(&one_line(sub_domain.name.get(style.lang)), name_columns), name_columns);
    let name = if is_own { style.colors.bold(&name) } else { style.colors.dim(&name) };
    let Tally { answered, not_applicable, total, .. } = interview.tally_of(sub_domain);
    let range_columns = if interview.model().scoring.has_levels() { RANGE } else { 0 };
    let shown = match interview.level_of_sub_domain(sub_domain) {
        Some((worst, level)) if worst < level => format!("{worst}{}{level}", style.signs().range),
        Some((_, level)) => {
            style.colors.paint(level_style(interview.model(), level), &pad(&level.to_string(), range_columns))
        }
        None => match interview.score_of_sub_domain(sub_domain) {
            Some(score) => score.to_string(),
            None => style.colors.dim(&pad(style.signs().none, range_columns)),
        },
    };
    let open = if answered + not_applicable == total { String::new() } else { format!("{answered}/{total}") };
    format!("{} {name} {shown} {}", style.colors.dim("│"), style.colors.dim(&open))
}
