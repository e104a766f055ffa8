//! The levels of an assessment that is under way, on one screen.

use crate::model::Id;
use crate::report::kit::color::level_style;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Outcome, Scored};
use crate::text::{cut, one_line, pad, width};

/// The widest column of names.
const MOST_OF_NAME: usize = 48;

/// A line for each sub-domain with an answer, of the part at or below `only` if that is named; for what is above them where those are more than `rows`.
#[must_use]
pub fn levels_so_far(outcome: &Outcome<'_>, only: Option<&Id>, style: &Style, rows: usize) -> String {
    let is_asked_for = |id: &Id| only.is_none_or(|only| id.is_within(only) || only.is_within(id));
    let begun = |storey: usize| {
        let is_shown = |scored: &&Scored<'_>| {
            scored.node.storey() == storey
                && is_asked_for(scored.node.id())
                && scored.answered + scored.not_applicable > 0
        };
        outcome.overall.walk().filter(is_shown).collect::<Vec<_>>()
    };
    let mut lists = (1..=outcome.model.sub_domain_storey()).rev().map(begun);
    let found = lists.find(|scored| scored.len() <= rows).unwrap_or_default();
    let name_of = |scored: &Scored<'_>| one_line(scored.node.name().get(style.lang)).into_owned();
    let most = MOST_OF_NAME.min(style.width.saturating_sub(20));
    let columns = found.iter().map(|scored| width(&name_of(scored))).max().unwrap_or_default().min(most);
    found.iter().map(|scored| line(outcome, scored, &pad(&cut(&name_of(scored), columns), columns), style)).collect()
}

fn line(outcome: &Outcome<'_>, scored: &Scored<'_>, name: &str, style: &Style) -> String {
    if !outcome.model.scoring.has_levels() {
        let coverage = words::coverage(scored).map(|words| words.into_string(style.lang)).unwrap_or_default();
        let score = words::score(scored, style.signs());
        return format!("{}\n", format!("{name}  {score}  {}", style.colors.dim(&coverage)).trim_end());
    }
    let level = pad(&words::level(scored, style.signs()), 3);
    let level = match scored.level {
        Some(reached) => style.colors.paint(level_style(outcome.model, reached), &level),
        None => level,
    };
    let coverage = words::coverage(scored).map(|words| words.into_string(style.lang)).unwrap_or_default();
    format!("{}\n", format!("{name}  {level}  {}", style.colors.dim(&coverage)).trim_end())
}
