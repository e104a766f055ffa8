//! How much room there is: decided by the screen alone, so that nothing comes and goes from one question to the next.

use crate::model::{Level, Model};
use crate::report::kit::style::Style;
use crate::text::{one_line, width};

/// Below this many rows everything but the question is kept as short as can be.
pub(super) const ROOMY: usize = 16;

/// How much room there is for what is not the question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Tight,
    Roomy,
}

/// Narrower screens show no names of levels, whatever they are.
const WITH_NAMES: usize = 72;
/// So many rows have room for names of any width; with fewer, names take at most one column in so many of the texts.
const TALL: usize = 28;
const PART_OF_NAMES: usize = 8;
/// Longer names of levels are cut.
const MOST_OF_NAME: usize = 24;

/// How many columns the names of the levels take beside their numbers; `None` where they are left out.
pub(super) fn columns_of_names(model: &Model, style: &Style, rows: usize) -> Option<usize> {
    let columns = model.all_levels().map(|level| width(&level_name(model, level, style))).max()?.min(MOST_OF_NAME);
    let is_narrow = (columns + 2) * PART_OF_NAMES <= style.width;
    (style.width >= WITH_NAMES && (rows >= TALL || is_narrow)).then_some(columns)
}

/// The name of a level as it stands beside its number; empty if it has none.
pub(super) fn level_name(model: &Model, level: Level, style: &Style) -> String {
    model.level_name(level).map(|name| one_line(name.get(style.lang)).into_owned()).unwrap_or_default()
}
