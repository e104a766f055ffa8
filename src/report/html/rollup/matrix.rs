//! The picture: a row a team, a column a sub-domain, grouped by area; on small screens a column a domain.

mod bands;
mod tools;

use maud::{Markup, PreEscaped, html};

use super::levels::legend;
use super::page::RollupPage;
use crate::diff::Direction;
use crate::lang::Text;
use crate::report::html::{foreign, palette};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::teams;
use crate::rollup::{Distribution, Line, Peers};
use bands::{Band, Seen, bands, count_all};
use tools::tools;

/// From so many teams on rows are as low as can be read.
const DENSE: usize = 40;

pub(super) fn lead(page: &RollupPage<'_, '_>) -> Text {
    let (en, zh) = match (page.rollup.compared.is_some(), page.rollup.view.targets.is_some()) {
        (true, true) => (
            " An arrow marks what went up or down, a bar below what misses its target.",
            "箭头表示升降，下方横线表示未达标。",
        ),
        (true, false) => (" An arrow marks what went up or down.", "箭头表示升降。"),
        (false, true) => (" A bar below marks what misses its target.", "下方横线表示未达标。"),
        (false, false) => ("", ""),
    };
    if !page.model().scoring.has_levels() {
        return text!(
            "A row for each team, the highest first; a column for each part, on small screens for what it belongs to. Numbers are scores, with ~ provisional.{en}",
            "每个团队一行，得分高的在前；每个部分一列，小屏幕上按其所属列出。数字为得分，~ 表示暂定。{zh}",
        );
    }
    text!(
        "A row for each team, the highest first; a column for each sub-domain, on small screens for each domain. Numbers and colors are levels.{en}",
        "每个团队一行，级别高的在前；每个子域一列，小屏幕上每个域一列。数字和颜色表示级别。{zh}",
    )
}

pub(super) fn matrix(page: &RollupPage<'_, '_>) -> Markup {
    let bands = bands(page);
    let shown: Vec<&Distribution<'_>> = page.rollup.distributions.iter().collect();
    let has_levels = page.model().scoring.has_levels();
    let caption = if has_levels {
        text!("Levels of every team, sub-domain by sub-domain", "各团队各子域的级别")
    } else {
        text!("Scores of every team, part by part", "各团队各部分的得分")
    };
    let is_dense = page.rollup.lines.len() >= DENSE;
    html! {
        (legend(page, &shown))
        (tools(page, &bands))
        p .pointed aria-hidden="true" { }
        table .matrix .dense[is_dense] .of-scores[!has_levels] {
            caption .unseen { (page.say(caption)) }
            (head(page, &bands))
            @if page.rollup.lines.len() > 2 { (medians(page, &bands)) }
            @for peers in &page.rollup.peers { (group(page, peers, &bands)) }
        }
    }
}

fn head(page: &RollupPage<'_, '_>, bands: &[Band<'_>]) -> Markup {
    let nodes = page.rollup.view.nodes();
    html! {
        thead {
            tr .bands {
                th .team.a rowspan="2" scope="col" { (page.say(text!("Team", "团队"))) }
                th .up.a rowspan="2" scope="col" { span { (page.name(page.rollup.view.top)) } }
                @for band in bands {
                    @let (wide, narrow) = (band.count_without(Seen::Narrow), band.count_without(Seen::Wide));
                    @if wide == narrow {
                        th .a colspan=(wide) scope="colgroup" { (page.name(band.node)) }
                    } @else {
                        th colspan=(wide) scope="colgroup" { (page.name(band.node)) }
                        th .n colspan=(narrow) scope="colgroup" { (page.name(band.node)) }
                    }
                }
                th .up.a rowspan="2" scope="col" { span { (page.say(text!("Days old", "距今天数"))) } }
            }
            tr {
                @for column in bands.iter().flat_map(|band| &band.columns) {
                    th class=[classes(&["up", &column.class()])] scope="col" { span { (page.name(nodes[column.place])) } }
                }
            }
        }
    }
}

/// The level in the middle of all teams, above them.
fn medians(page: &RollupPage<'_, '_>, bands: &[Band<'_>]) -> Markup {
    let nodes = page.rollup.view.nodes();
    let of_place = |place: usize| {
        let own = page.rollup.distributions.iter().filter(|it| it.node.id() == nodes[place].id());
        let own: Vec<_> = own.collect();
        // Wholes of several scopes have no middle.
        if let [one] = own[..] { Some(one) } else { None }
    };
    let cell = |place: usize, class: &str| {
        let own = of_place(place);
        let fill = own.and_then(|it| it.median).map(|level| palette::class(page.model(), level)).unwrap_or_default();
        let median = own.and_then(|it| teams::middle(page.model(), it)[0].clone());
        td(&[fill, class], &median.unwrap_or_default())
    };
    html! {
        tbody .medians {
            tr {
                th scope="row" { (page.say(text!("Median", "中位"))) }
                (cell(0, ""))
                @for column in bands.iter().flat_map(|band| &band.columns) { (cell(column.place, &column.class())) }
                td .days { }
            }
        }
    }
}

fn group(page: &RollupPage<'_, '_>, peers: &Peers<'_>, bands: &[Band<'_>]) -> Markup {
    let title = teams::peers(page.rollup, peers, page.lang);
    let (wide, narrow) = (count_all(bands, Seen::Narrow), count_all(bands, Seen::Wide));
    html! {
        tbody {
            @if page.rollup.peers.len() > 1 {
                tr .peers {
                    @if wide == narrow {
                        th .a colspan=(wide) scope="rowgroup" { (title) }
                    } @else {
                        th colspan=(wide) scope="rowgroup" { (title) }
                        th .n colspan=(narrow) scope="rowgroup" { (title) }
                    }
                }
            }
            @for place in &peers.lines { (row(page, *place, bands)) }
        }
    }
}

fn row(page: &RollupPage<'_, '_>, place: usize, bands: &[Band<'_>]) -> Markup {
    let line = &page.rollup.lines[place];
    let days = teams::days(line.date, page.rollup.day).map_or_else(|| DRAWN.none.to_owned(), |days| days.to_string());
    let name = foreign::words(&teams::team(line));
    html! {
        tr {
            th scope="row" {
                @match page.links.get(place).and_then(Option::as_ref) {
                    Some(address) => a href=(address) { (name) },
                    None => (name),
                }
            }
            (cell(page, line, 0, ""))
            @for column in bands.iter().flat_map(|band| &band.columns) {
                (cell(page, line, column.place, &column.class()))
            }
            td .days { (days) }
        }
    }
}

fn cell(page: &RollupPage<'_, '_>, line: &Line<'_>, place: usize, seen: &str) -> Markup {
    let standing = line.standings[place].as_ref();
    let is_low = standing.is_some_and(|it| it.held.is_some_and(|held| held.below > 0));
    let moved = match line.earlier.as_ref().and_then(|earlier| earlier.directions[place]) {
        Some(Direction::Up) => "u",
        Some(Direction::Down) => "d",
        _ => "",
    };
    let low = if is_low { "l" } else { "" };
    td(&[page.fill(standing), seen, moved, low], &page.short(standing))
}

/// A cell with these classes. Its end tag is left out, as HTML allows before another cell and at the end of a row: with many
/// thousand cells that is an eighth of the page.
fn td(names: &[&str], words: &str) -> Markup {
    let start = classes(names).map_or_else(|| "<td>".to_owned(), |classes| format!("<td class=\"{classes}\">"));
    html! { (PreEscaped(start)) (words) }
}

/// Classes in a row, as short as can be: there are many thousand cells. `None` without any.
fn classes(names: &[&str]) -> Option<String> {
    let words: Vec<_> = names.iter().flat_map(|name| name.split_whitespace()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
