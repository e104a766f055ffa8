//! One assessment over time on a terminal: a line a point, then a row of steps for each part, and what was measured.

mod plain;
mod spark;

use anstyle::Style as Look;

use super::table::{Cell, Column, layout};
use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::color::level_style;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::{legend, teams, trend as words};
use crate::report::terminal::lines::side_by_side;
use crate::report::terminal::parts::{Part, head_in, left_out_parts, share_out, with_whole_words};
use crate::text::{cut, width, wrap};
use crate::trend::{Entry, Point, Trend};

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 60;
/// The most columns of the name of a file.
const FILE: usize = 20;

/// For a terminal, in a table where there is room.
#[must_use]
pub fn trend(trend: &Trend<'_>, style: &Style) -> String {
    let is_drawn = style.drawing == Drawing::Drawn && style.width >= NARROW;
    let head = wrap(&words::heading(trend, style.lang, style.signs()), style.width, "", "  ");
    let head: Vec<_> = head.iter().map(|line| style.colors.bold(line)).collect();
    let parts = [
        head.join("\n"),
        if is_drawn { table(trend, style) } else { plain::points(trend, style) } + &legend(trend, style),
        if is_drawn { spark::rows(trend, style) } else { plain::ways(trend, style) },
        gaps(trend, style),
        remarks(trend, style),
    ];
    let parts: Vec<_> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\n\n"))
}

fn table(trend: &Trend<'_>, style: &Style) -> String {
    let lang = style.lang;
    let dim = Look::new().dimmed();
    let origins = words::short_origins(trend);
    let longest = origins.iter().map(|origin| width(origin)).max();
    let last = last_heads(trend);
    let last_shown: Vec<_> = trend.points().map(|point| last_cells(point, last.len())).collect();
    let width_of = |(at, head): (usize, &Text)| {
        let cells = last_shown.iter().map(|cells| width(&cells[at]));
        cells.chain([width(head.get(lang))]).max().unwrap_or_default()
    };
    let fixed = [10, longest.unwrap_or_default().clamp(8, FILE)];
    let fixed: Vec<_> = fixed.into_iter().chain(last.iter().enumerate().map(width_of)).collect();
    let room = style.width.saturating_sub(fixed.iter().map(|columns| columns + 1).sum());
    let places = trend.places(1);
    let names: Vec<_> = places.iter().map(|place| words::name(trend, *place, lang)).collect();
    let told = words::standings_by_entry(trend, &places, style.signs());
    let part = |(at, name): (usize, &String)| Part::of(name, told.iter().map(|told| told[at].clone()));
    let parts: Vec<_> = names.iter().enumerate().map(part).collect();
    // What has no column here has a row of steps below.
    let (_, widths) = share_out(room, 0..=0, &parts[..with_whole_words(room, &parts)]);
    let (places, _) = places.split_at(widths.len());
    let heads = names.iter().zip(&widths).map(|(name, width)| head_in(name, *width));
    let origin = if trend.entries.iter().any(|entry| words::stamp(entry).revision.is_some()) {
        text!("Revision", "修订版本")
    } else {
        text!("File", "文件")
    };
    let mut header =
        vec![Cell::new(text!("Day", "日期").into_string(lang), dim), Cell::new(origin.into_string(lang), dim)];
    header.extend(heads.map(|head| Cell::new(head, dim)));
    header.extend(last.iter().map(|head| Cell::new(head.get(lang), dim).right()));
    let rows = trend.entries.iter().zip(&told).zip(&origins);
    let rows = rows.map(|((entry, told), origin)| {
        let told = places.iter().copied().zip(told).collect::<Vec<_>>();
        row(trend.view.model, entry, origin, &told, last.len(), style)
    });
    let rows = rows.collect();
    let columns = fixed[..2].iter().copied().chain(widths.iter().copied()).chain(fixed[2..].iter().copied());
    let columns: Vec<_> = columns.map(|least| Column { least, gap: 1 }).collect();
    layout(&columns, header, rows, style) + &left_out_parts(&names[widths.len()..], style)
}

/// What the signs of the points mean.
fn legend(trend: &Trend<'_>, style: &Style) -> String {
    let places = trend.places(1);
    let standings = trend.points().flat_map(|point| places.iter().filter_map(|place| point.standings[*place].as_ref()));
    let mut said = legend::of_standings(standings, style.signs());
    if style.drawing == Drawing::Drawn && trend.points().count() > 1 {
        said.push(text!(
            "Moved: dimensions up (+), down (-) or otherwise changed (~)",
            "变化：上升（+）、下降（-）或其他变化（~）的维度数"
        ));
    }
    side_by_side(&said, style)
}

/// The heads of the last columns: how much is answered, and what moved.
fn last_heads(trend: &Trend<'_>) -> Vec<Text> {
    let answered = teams::answered_heads(trend.points().map(Point::top));
    answered.into_iter().chain([text!("Moved", "变化")]).collect()
}

/// What stands in these, as many as there are.
fn last_cells(point: &Point<'_>, count: usize) -> Vec<String> {
    let answered = teams::answered_cells(point.top(), count - 1);
    answered.into_iter().chain([words::moved_in_short(point.moved)]).collect()
}

/// A point or a gap, where it stood `told` of each place that has a column.
fn row(
    model: &Model,
    entry: &Entry<'_>,
    origin: &str,
    told: &[(usize, &String)],
    last: usize,
    style: &Style,
) -> Vec<Cell> {
    let signs = style.signs();
    let mut cells = vec![
        Cell::new(words::day(words::stamp(entry).at, signs), Look::new()),
        Cell::new(cut(origin, FILE), Look::new().dimmed()),
    ];
    let Entry::Point(point) = entry else {
        cells.extend(told.iter().map(|_| Cell::new(signs.none, Look::new().dimmed())));
        cells.extend((0..last).map(|_| Cell::new("", Look::new())));
        return cells;
    };
    cells.extend(told.iter().map(|(place, told)| {
        let own = point.standings[*place].as_ref();
        let look = own.and_then(|own| own.best).map_or_else(Look::new, |level| level_style(model, level));
        Cell::new(*told, look)
    }));
    cells.extend(last_cells(point, last).into_iter().map(|words| Cell::new(words, Look::new()).right()));
    cells
}

fn gaps(trend: &Trend<'_>, style: &Style) -> String {
    let gaps: Vec<_> = trend.gaps().map(|gap| words::gap(gap, style.signs(), style.lang)).collect();
    if gaps.is_empty() {
        return String::new();
    }
    let title = words::gaps_title(gaps.len()).into_string(style.lang);
    let title = wrap(&title, style.width, "", "  ").into_iter().map(|line| style.colors.bold(&line));
    title.chain(gaps.iter().flat_map(|gap| wrap(gap, style.width, "  ", "    "))).collect::<Vec<_>>().join("\n")
}

/// What to know, and the command that shows what moved, on a line of its own so that it can be copied.
fn remarks(trend: &Trend<'_>, style: &Style) -> String {
    let mut lines = Vec::new();
    for remark in words::remarks(trend) {
        lines.extend(wrap(remark.get(style.lang), style.width, "", "  "));
    }
    if let Some(command) = words::diff_command(trend) {
        let title = text!("What moved since the point before the last:", "倒数第二个时间点以来的变化：");
        lines.extend(wrap(title.get(style.lang), style.width, "", "  "));
        lines.push(format!("  {command}"));
    }
    lines.join("\n")
}
