//! How many teams stand at which level, node by node, as a table.

use anstyle::Style as Look;

use crate::model::NodeKind;
use crate::report::kit::color::level_style;
use crate::report::kit::kinds;
use crate::report::kit::signs::Signs;
use crate::report::kit::style::Style;
use crate::report::kit::teams::{middle, name};
use crate::report::terminal::table::{Cell, Column, layout, look_of, wrap_indented};
use crate::rollup::{Distribution, Rollup};
use crate::text::{self, width};

/// How much of a column's height a bar takes, from little to all.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The fewest columns for names that are longer: in fewer, words of them would be cut.
const NAME: usize = 20;

/// The columns that a table has or has not.
struct Has {
    /// The bars; not where names need the room.
    bars: bool,
    /// How many teams are below a target.
    below: bool,
}

/// `None` where there is no room for the names.
pub(super) fn table(rollup: &Rollup<'_>, shown: &[&Distribution<'_>], style: &Style) -> Option<String> {
    let mut has = Has { bars: false, below: shown.iter().any(|it| it.below.is_some()) };
    let heads = heads(rollup, &has, style);
    let widths: Vec<_> = heads.iter().map(|head| width(head)).collect();
    let count = rollup.lines.len().to_string().len().max(2);
    let levels = rollup.view.levels().len();
    let taken = 2 + levels * (count + 1) + widths.iter().map(|width| width + 1).sum::<usize>() + 1;
    let top = shown.first().map_or(0, |it| it.node.storey());
    let longest = shown.iter().map(|it| width(&indented(rollup, it, top, style))).max().unwrap_or_default();
    let room = style.width.saturating_sub(taken);
    has.bars = levels > 0 && room.saturating_sub(levels + 1) >= longest.min(NAME);
    if room < longest.min(NAME) {
        return None;
    }
    let names = longest.min(if has.bars { room - levels - 1 } else { room });
    let dim = Look::new().dimmed();
    let mut header = vec![Cell::new(kinds::part().get(style.lang), dim)];
    header.extend(has.bars.then(|| Cell::new("", dim)));
    header.extend(rollup.view.levels().iter().map(|level| Cell::new(level.to_string(), dim).right()));
    header.extend(heads.iter().map(|head| Cell::new(head, dim).right()));
    let mut rows = Vec::new();
    for it in shown {
        if it.node.kind() <= NodeKind::Area && shown.len() > 12 && !rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.push(row(rollup, it, &wrap_indented(&indented(rollup, it, top, style), names), &has, style));
    }
    let mut columns = vec![Column { least: names, gap: 2 }];
    columns.extend(has.bars.then_some(Column { least: levels, gap: 1 }));
    columns.extend((0..levels).map(|_| Column { least: count, gap: 1 }));
    columns.extend(widths.iter().map(|width| Column { least: *width, gap: 1 }));
    Some(layout(&columns, header, rows, style))
}

/// The columns after those of the levels; that of the targets only where there are some.
fn heads(rollup: &Rollup<'_>, has: &Has, style: &Style) -> Vec<String> {
    let mut heads = vec![text!("Median", "中位"), text!("Lowest", "最低")];
    if has.below {
        heads.push(text!("Below", "未达标"));
    }
    heads.push(text!("Unknown", "未定"));
    if rollup.compared.is_some() {
        heads.extend([text!("Up", "上升"), text!("Down", "下降")]);
    }
    heads.into_iter().map(|head| head.into_string(style.lang)).collect()
}

fn indented(rollup: &Rollup<'_>, it: &Distribution<'_>, top: usize, style: &Style) -> String {
    let depth = it.node.storey().saturating_sub(top);
    text::indented(&name(rollup, it, style.lang), depth)
}

fn row(rollup: &Rollup<'_>, it: &Distribution<'_>, name: &str, has: &Has, style: &Style) -> Vec<Cell> {
    let weight = look_of(it.node.kind());
    let dim = Look::new().dimmed();
    let mut cells = vec![Cell::new(name, weight)];
    cells.extend(has.bars.then(|| Cell::new(bars(it), dim)));
    cells.extend(it.levels.iter().map(|(level, teams)| match teams {
        0 => Cell::new("·", dim).right(),
        _ => Cell::new(teams.to_string(), level_style(rollup.view.model, *level)).right(),
    }));
    let signs = style.signs();
    let mut numbers: Vec<_> = middle(rollup.view.model, it).map(|value| or_none(value, signs)).into();
    if has.below {
        numbers.push(or_none(it.below, signs));
    }
    numbers.push(it.unknown.to_string());
    if let Some(moved) = it.moved {
        numbers.extend([moved.up.to_string(), moved.down.to_string()]);
    }
    cells.extend(numbers.into_iter().map(|number| Cell::new(number, weight).right()));
    cells
}

fn or_none(value: Option<impl ToString>, signs: &Signs) -> String {
    value.map_or_else(|| signs.none.to_owned(), |value| value.to_string())
}

/// A bar a level, as high as the share of the teams that have it.
fn bars(it: &Distribution<'_>) -> String {
    let bar = |teams: usize| match teams {
        0 => ' ',
        _ => BARS[(teams * BARS.len()).div_ceil(it.teams.max(1)).clamp(1, BARS.len()) - 1],
    };
    it.levels.iter().map(|(_, teams)| bar(*teams)).collect()
}
