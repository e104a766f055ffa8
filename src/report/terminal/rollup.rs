//! Many teams on a terminal: where they stand, what holds most down, what would lift most, then team by team and node by
//! node.

mod levels;
mod lists;
mod outcomes;
mod plain;
mod teams;

use crate::model::NodeKind;
use crate::report::kit::legend;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::teams::{heading, remarks};
use crate::report::terminal::lines::lines;
use crate::rollup::{Distribution, Rollup};
use crate::text::wrap;

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 60;

/// For a terminal, in tables where there is room.
#[must_use]
pub fn rollup(rollup: &Rollup<'_>, style: &Style) -> String {
    let is_drawn = style.drawing == Drawing::Drawn && style.width >= NARROW;
    let (first, rest) = parts(rollup);
    let levels = |shown: &[&Distribution<'_>]| {
        if shown.is_empty() {
            return String::new();
        }
        let table = if is_drawn { levels::table(rollup, shown, style) } else { None };
        table.unwrap_or_else(|| plain::levels(rollup, shown, style))
    };
    let teams = if is_drawn { teams::tables(rollup, style) } else { plain::teams(rollup, style) };
    let head = wrap(&heading(rollup, style.lang, style.signs()), style.width, "", "  ");
    let head: Vec<_> = head.iter().map(|line| style.colors.bold(line)).collect();
    let parts = [
        head.join("\n"),
        levels(&first),
        lines(notes(rollup, style), style),
        lists::holding(rollup, style),
        lists::levers(rollup, style),
        teams,
        outcomes::outcomes(rollup, style, if is_drawn { Drawing::Drawn } else { Drawing::Plain }),
        levels(&rest),
        lists::broken(rollup, style),
    ];
    let parts: Vec<_> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\n\n"))
}

/// What to know of the levels.
fn notes(rollup: &Rollup<'_>, style: &Style) -> Vec<String> {
    let shown: Vec<_> = rollup.distributions.iter().filter(|it| it.teams > 0).collect();
    let legend = legend::of_levels(rollup, &shown).into_iter().map(|said| said.into_string(style.lang));
    legend.chain(remarks(rollup, style.lang)).collect()
}

/// The node at the top with what is right below it, and all others with those above them.
fn parts<'a, 'm>(rollup: &'a Rollup<'m>) -> (Vec<&'a Distribution<'m>>, Vec<&'a Distribution<'m>>) {
    let first: Vec<_> = rollup.first().filter(|it| it.teams > 0).collect();
    let all = rollup.distributions.iter().filter(|it| it.teams > 0);
    let rest: Vec<_> = all.filter(|it| it.node.kind() != NodeKind::Model).collect();
    if rest.len() <= first.len() { (first, Vec::new()) } else { (first, rest) }
}
