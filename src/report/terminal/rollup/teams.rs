//! Team by team: the level and score of the whole and its parts, how much is answered, and how old that is.

use anstyle::Style as Look;

use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::color::level_style;
use crate::report::kit::style::Style;
use crate::report::kit::{legend, scores, teams};
use crate::report::terminal::lines::side_by_side;
use crate::report::terminal::parts::{Part, head_in, left_out_parts, share_out};
use crate::report::terminal::table::{Cell, Column, layout};
use crate::rollup::{Line, Rollup, Standing};
use crate::text::{cut, width, wrap};

/// The columns that a name takes at least, and at most.
pub(super) const NAME: (usize, usize) = (11, 32);

/// One table for the teams of each scope.
pub(super) fn tables(rollup: &Rollup<'_>, style: &Style) -> String {
    let several = rollup.peers.len() > 1;
    let tables = rollup.peers.iter().map(|peers| {
        let lines: Vec<_> = peers.lines.iter().map(|place| &rollup.lines[*place]).collect();
        let title = if several {
            teams::peers(rollup, peers, style.lang)
        } else {
            text!("Teams", "团队").into_string(style.lang)
        };
        let title = wrap(&title, style.width, "", "  ").into_iter().map(|line| style.colors.bold(&line));
        format!("{}\n{}", title.collect::<Vec<_>>().join("\n"), table(rollup, &lines, style))
    });
    let mut said = legend::of_teams(rollup, style.signs());
    said.extend(
        rollup
            .lines
            .iter()
            .any(|line| line.date.is_some())
            .then(|| text!("Days: since the date of the answers", "天数：距答案日期")),
    );
    format!("{}{}", tables.collect::<Vec<_>>().join("\n"), side_by_side(&said, style))
}

fn table(rollup: &Rollup<'_>, lines: &[&Line<'_>], style: &Style) -> String {
    let places = places(rollup, lines);
    let answered = teams::answered_heads(lines.iter().map(|line| line.top()));
    let last: Vec<_> = last_heads(rollup, &answered).map(|head| head.into_string(style.lang)).collect();
    let last_widths: Vec<_> = last_widths(rollup, lines, &last, places.first(), answered.len(), style);
    let nodes = rollup.view.nodes();
    let heads: Vec<_> = places.iter().map(|place| scores::name(nodes[*place], style.lang)).collect();
    let taken: usize = last_widths.iter().map(|width| width + 1).sum();
    let part = |(place, head): (&usize, &String)| {
        Part::of(head, lines.iter().map(|line| standing(rollup, line, *place, places.first(), style)))
    };
    let parts: Vec<_> = places.iter().zip(&heads).map(part).collect();
    let longest = lines.iter().map(|line| width(&teams::team(line))).max().unwrap_or_default();
    let names = longest.min(NAME.0)..=longest.min(NAME.1);
    let (names, widths) = share_out(style.width.saturating_sub(taken + 1), names, &parts);
    let (places, left_out) = places.split_at(widths.len());
    let dim = Look::new().dimmed();
    let heads = heads.iter().zip(&widths).map(|(head, width)| head_in(head, *width));
    let header = std::iter::once(teams::column().into_string(style.lang)).chain(heads).map(|head| Cell::new(head, dim));
    let header = header.chain(last.iter().map(|head| Cell::new(head, dim).right())).collect();
    let rows = lines.iter().map(|line| row(rollup, line, places, &answered, names, style)).collect();
    let mut columns = vec![Column { least: names, gap: 1 }];
    columns.extend(widths.iter().map(|least| Column { least: *least, gap: 1 }));
    columns.extend(last_widths.iter().map(|least| Column { least: *least, gap: 1 }));
    let left_out: Vec<_> = left_out.iter().map(|place| scores::name(nodes[*place], style.lang)).collect();
    layout(&columns, header, rows, style) + &left_out_parts(&left_out, style)
}

/// The columns that the last ones take: as many as what stands in them.
fn last_widths(
    rollup: &Rollup<'_>,
    lines: &[&Line<'_>],
    heads: &[String],
    first: Option<&usize>,
    answered_heads: usize,
    style: &Style,
) -> Vec<usize> {
    let answered = lines.iter().map(|line| width(&teams::answered(line.top()))).max().unwrap_or_default();
    let before = lines.iter().filter_map(|line| before(rollup, line, first, style));
    let before = before.map(|words| width(&words)).max();
    let below = rollup.view.targets.is_some().then_some(2);
    let answered = [answered, 3].into_iter().take(answered_heads);
    let contents = before.into_iter().chain(below).chain(answered).chain([4]);
    heads.iter().zip(contents).map(|(head, content)| width(head).max(content)).collect()
}

/// The top node and its parts that any of these teams has in its scope.
fn places(rollup: &Rollup<'_>, lines: &[&Line<'_>]) -> Vec<usize> {
    let all = std::iter::once(0).chain(rollup.view.parts());
    let places: Vec<_> = all.filter(|place| lines.iter().any(|line| line.standings[*place].is_some())).collect();
    // A whole of one part alone is that part.
    if let [0, part] = places[..] { vec![part] } else { places }
}

fn last_heads(rollup: &Rollup<'_>, answered: &[Text]) -> impl Iterator<Item = Text> {
    let before = rollup.compared.is_some().then(|| text!("Before", "此前"));
    let below = rollup.view.targets.is_some().then(|| text!("Below", "未达标"));
    before.into_iter().chain(below).chain(answered.to_vec()).chain([text!("Days", "天数")])
}

fn row(
    rollup: &Rollup<'_>,
    line: &Line<'_>,
    places: &[usize],
    answered: &[Text],
    names: usize,
    style: &Style,
) -> Vec<Cell> {
    let signs = style.signs();
    let first = places.first();
    let standing = |place: &usize| {
        let look = look(rollup.view.model, line.standings[*place].as_ref());
        Cell::new(standing(rollup, line, *place, first, style), look)
    };
    let mut cells = vec![Cell::new(cut(&teams::team(line), names), Look::new())];
    cells.extend(places.iter().map(standing));
    let mut last: Vec<_> = before(rollup, line, first, style).into_iter().collect();
    if rollup.view.targets.is_some() {
        last.push(
            line.top().and_then(|top| top.held).map_or_else(|| signs.none.to_owned(), |held| held.below.to_string()),
        );
    }
    last.extend(teams::answered_cells(line.top(), answered.len()));
    last.push(teams::days(line.date, rollup.day).map_or_else(|| signs.none.to_owned(), |days| days.to_string()));
    cells.extend(last.into_iter().map(|words| Cell::new(words, Look::new()).right()));
    cells
}

/// Where a team stands at a place; told apart from where it stood, where both are scores in one row.
fn standing(rollup: &Rollup<'_>, line: &Line<'_>, place: usize, first: Option<&usize>, style: &Style) -> String {
    let model = rollup.view.model;
    let has_before = rollup.compared.is_some() && first == Some(&place) && !model.scoring.has_levels();
    if has_before {
        let [_, now] = teams::before_and_now(model, line, place, style.signs());
        return now;
    }
    teams::standing(model, line.standings[place].as_ref(), style.signs())
}

/// Where a team stood before at the first place: its level or a range, or its score; `None` where nothing is compared.
fn before(rollup: &Rollup<'_>, line: &Line<'_>, first: Option<&usize>, style: &Style) -> Option<String> {
    let (model, place) = (rollup.view.model, first.copied().unwrap_or(0));
    rollup.compared.as_ref()?;
    if model.scoring.has_levels() {
        return Some(teams::level(teams::stood(line, place), style.signs()));
    }
    let [before, _] = teams::before_and_now(model, line, place, style.signs());
    Some(before)
}

/// How a standing looks: as its level, if it has one.
pub(super) fn look(model: &Model, standing: Option<&Standing>) -> Look {
    match standing {
        Some(Standing { best: Some(level), .. }) => level_style(model, *level),
        Some(Standing { score: Some(_), .. }) => Look::new(),
        _ => Look::new().dimmed(),
    }
}
