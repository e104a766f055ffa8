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
    let places = trend.places(1);
    let names: Vec<_> = places.iter().map(|place| words::name(trend, *place, lang)).collect();
    let told = words::standings_by_entry(trend, &places, style.signs());
    let part = |(at, name): (usize, &String)| Part::of(name, told.iter().map(|told| told[at].clone()));
    let parts: Vec<_> = names.iter().enumerate().map(part).collect();
    let (around, left_out) = Around::beside(&parts, trend, &origins, style);
    // What has no column here has a row of steps below.
    let (_, widths) = share_out(around.room, 0..=0, &parts[..with_whole_words(around.room, &parts).max(1)]);
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
    header.extend(around.last.iter().map(|head| Cell::new(head.get(lang), dim).right()));
    let rows = trend.entries.iter().zip(&told).zip(&origins);
    let rows = rows.map(|((entry, told), origin)| {
        let told = places.iter().copied().zip(told).collect::<Vec<_>>();
        row(trend.view.model, entry, origin, &told, around.last.len(), style)
    });
    let rows = rows.collect();
    let (first, last) = around.widths.split_at(2);
    let columns = first.iter().chain(&widths).chain(last);
    let columns: Vec<_> = columns.map(|least| Column { least: *least, gap: 1 }).collect();
    let left_out = names[widths.len()..].iter().cloned().chain(left_out).collect::<Vec<_>>();
    layout(&columns, header, rows, style) + &left_out_parts(&left_out, style)
}

/// The columns on both sides of the parts: day and origin, and the last ones.
struct Around {
    widths: Vec<usize>,
    last: Vec<Text>,
    /// The columns that are left for the parts.
    room: usize,
}

impl Around {
    /// Those that leave most parts a column, and the head of what gives way to a part: how many do not apply.
    fn beside(parts: &[Part], trend: &Trend<'_>, origins: &[String], style: &Style) -> (Self, Option<String>) {
        let answered = teams::answered_heads(trend.points().map(Point::top));
        let all = Self::of(&answered, trend, origins, style);
        let [answered, excused] = &answered[..] else { return (all, None) };
        let fewer = Self::of(std::slice::from_ref(answered), trend, origins, style);
        let shown = |around: &Self| with_whole_words(around.room, parts);
        if shown(&fewer) > shown(&all) { (fewer, Some(excused.get(style.lang).to_owned())) } else { (all, None) }
    }

    fn of(answered: &[Text], trend: &Trend<'_>, origins: &[String], style: &Style) -> Self {
        let last: Vec<_> = answered.iter().cloned().chain([text!("Moved", "变化")]).collect();
        let shown: Vec<_> = trend.points().map(|point| last_cells(point, last.len())).collect();
        let width_of = |(at, head): (usize, &Text)| {
            let cells = shown.iter().map(|cells| width(&cells[at]));
            cells.chain([width(head.get(style.lang))]).max().unwrap_or_default()
        };
        let longest = origins.iter().map(|origin| width(origin)).max().unwrap_or_default();
        let widths: Vec<_> =
            [10, longest.clamp(8, FILE)].into_iter().chain(last.iter().enumerate().map(width_of)).collect();
        // No gap follows the last one.
        let room = (style.width + 1).saturating_sub(widths.iter().map(|columns| columns + 1).sum());
        Self { widths, last, room }
    }
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

/// What stands in the last columns, as many as there are: how much is answered, and what moved.
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
