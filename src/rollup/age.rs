//! How long ago teams confirmed their answers.

use super::line::Line;
use crate::answers::Date;

/// The last day of each band but the last: a quarter, half a year, a year.
const BOUNDS: [u32; 3] = [90, 180, 365];

/// How many teams have answers of an age between two bounds, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeBand {
    /// The fewest days; `None` for teams whose date is missing or in the future.
    pub from: Option<u32>,
    /// The most days, included; `None` without an upper bound.
    pub to: Option<u32>,
    /// How many teams.
    pub teams: usize,
}

/// How many teams are in which band, the youngest first; those without a date at the end, where there are some.
pub(super) fn bands(lines: &[Line<'_>], day: Date) -> Vec<AgeBand> {
    let ages: Vec<_> = lines.iter().map(|line| day.days_since(line.date?)).collect();
    let starts = std::iter::once(0).chain(BOUNDS.iter().map(|bound| bound + 1));
    let ends = BOUNDS.iter().map(|bound| Some(*bound)).chain([None]);
    let band = |(from, to): (u32, Option<u32>)| {
        let is_within = |age: &&Option<u32>| age.is_some_and(|age| age >= from && to.is_none_or(|to| age <= to));
        AgeBand { from: Some(from), to, teams: ages.iter().filter(is_within).count() }
    };
    let undated = ages.iter().filter(|age| age.is_none()).count();
    let last = (undated > 0).then_some(AgeBand { from: None, to: None, teams: undated });
    starts.zip(ends).map(band).chain(last).collect()
}
