//! Team by team: the level and score of the whole and its parts, how much is answered, and how old that is.

use anstyle::Style as Look;

use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::color::level_style;
use crate::report::kit::style::Style;
use crate::report::kit::{legend, scores, teams, words};
use crate::report::terminal::lines::{lines as wrapped, side_by_side};
use crate::report::terminal::table::{Cell, Column, layout};
use crate::rollup::{Line, Rollup, Standing};
use crate::text::{cut, width, wrap};

/// The columns of a level and a score: `1–2 ~2.19`.
pub(super) const STANDING: usize = 9;
/// The columns of a part at least, so that words above it can be told.
const LEAST: usize = 7;
/// The most columns of a word above it.
const WORD: usize = 14;
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
    let last_widths: Vec<_> = last_widths(rollup, lines, &last, answered.len());
    let nodes = rollup.view.nodes();
    let heads: Vec<_> = places.iter().map(|place| scores::name(nodes[*place], style.lang)).collect();
    let taken: usize = last_widths.iter().map(|width| width + 1).sum();
    let part = |(place, head): (&usize, &String)| {
        let cell = |line: &&Line<'_>| {
            width(&teams::standing(rollup.view.model, line.standings[*place].as_ref(), style.signs()))
        };
        let cells = lines.iter().map(cell).max().unwrap_or_default().max(LEAST);
        let words = head.split(' ').map(width).max().unwrap_or_default().clamp(cells, WORD.max(cells));
        Part { cells, words }
    };
    let parts: Vec<_> = places.iter().zip(&heads).map(part).collect();
    let longest = lines.iter().map(|line| width(&teams::team(line))).max().unwrap_or_default();
    let (names, widths) = share_out(style.width.saturating_sub(taken), longest, &parts);
    let (places, left_out) = places.split_at(widths.len());
    let dim = Look::new().dimmed();
    let heads = heads.iter().zip(&widths).map(|(head, width)| head_in(head, *width));
    let header = std::iter::once(String::new()).chain(heads).map(|head| Cell::new(head, dim));
    let header = header.chain(last.iter().map(|head| Cell::new(head, dim).right())).collect();
    let rows = lines.iter().map(|line| row(rollup, line, places, &answered, names, style)).collect();
    let mut columns = vec![Column { least: names, gap: 1 }];
    columns.extend(widths.iter().map(|least| Column { least: *least, gap: 1 }));
    columns.extend(last_widths.iter().map(|least| Column { least: *least, gap: 1 }));
    let left_out: Vec<_> = left_out.iter().map(|place| scores::name(nodes[*place], style.lang)).collect();
    layout(&columns, header, rows, style) + &no_room(&left_out, style)
}

/// The columns that a part takes for what stands in them, and for the longest word above.
#[derive(Clone, Copy)]
struct Part {
    cells: usize,
    words: usize,
}

/// The columns of the names and of as many parts as have room: first for what stands there, then for whole names, then for
/// whole words above, the shortest first.
fn share_out(room: usize, longest: usize, parts: &[Part]) -> (usize, Vec<usize>) {
    let mut names = longest.min(NAME.0);
    let taken = |count: usize| names + 1 + parts[..count].iter().map(|part| part.cells + 1).sum::<usize>();
    let shown = (1..=parts.len()).rev().find(|count| taken(*count) <= room).unwrap_or(parts.len().min(1));
    let mut free = room.saturating_sub(taken(shown));
    let mut give = |wanted: usize| {
        let given = wanted.min(free);
        free -= given;
        given
    };
    names += give(longest.min(NAME.1) - names);
    let mut widths: Vec<_> = parts[..shown].iter().map(|part| part.cells).collect();
    let mut places: Vec<_> = (0..shown).collect();
    places.sort_by_key(|place| parts[*place].words - parts[*place].cells);
    for place in places {
        widths[place] += give(parts[place].words - parts[place].cells);
    }
    (names, widths)
}

/// Which parts a terminal is too narrow for; empty where there are none.
fn no_room(names: &[String], style: &Style) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names = words::list(names, style.lang);
    let said = text!("Left out for lack of room: {names}", "因宽度不足未显示：{names}");
    wrapped([said.into_string(style.lang)], style)
}

/// The columns that the last ones take: as many as what stands in them.
fn last_widths(rollup: &Rollup<'_>, lines: &[&Line<'_>], heads: &[String], answered_heads: usize) -> Vec<usize> {
    let answered = lines.iter().map(|line| width(&teams::answered(line.top()))).max().unwrap_or_default();
    let before = rollup.compared.is_some().then_some(3);
    let below = rollup.view.targets.is_some().then_some(2);
    let answered = [answered, 3].into_iter().take(answered_heads);
    let contents = before.into_iter().chain(below).chain(answered).chain([4]);
    heads.iter().zip(contents).map(|(head, content)| width(head).max(content)).collect()
}

/// A head in as many lines as it takes, with words that are too long cut.
fn head_in(head: &str, columns: usize) -> String {
    let cut_word = |word: &str| cut(word, columns).into_owned();
    let words = head.split(' ').map(cut_word).collect::<Vec<_>>().join(" ");
    wrap(&words, columns.max(8), "", "").join("\n")
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
    let standing = |place: &usize| {
        let own = line.standings[*place].as_ref();
        Cell::new(teams::standing(rollup.view.model, own, signs), look(rollup.view.model, own))
    };
    let mut cells = vec![Cell::new(cut(&teams::team(line), names), Look::new())];
    cells.extend(places.iter().map(standing));
    let mut last = Vec::new();
    if rollup.compared.is_some() {
        last.push(teams::before(rollup.view.model, line.earlier.as_ref(), places.first().copied().unwrap_or(0), signs));
    }
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

/// How a standing looks: as its level, if it has one.
pub(super) fn look(model: &Model, standing: Option<&Standing>) -> Look {
    match standing {
        Some(Standing { best: Some(level), .. }) => level_style(model, *level),
        Some(Standing { score: Some(_), .. }) => Look::new(),
        _ => Look::new().dimmed(),
    }
}
