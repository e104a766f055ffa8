//! Then and now: which parts went up or down, for how many teams, and how each team stood.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::diff::Direction;
use crate::lang::Text;
use crate::model::NodeKind;
use crate::report::html::foreign;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{moves, teams};
use crate::rollup::{Distribution, Earlier, Line, TeamMoves};
use crate::text::one_line;

pub(super) fn lead(name: &str) -> Text {
    let name = one_line(name);
    text!(
        "Against {name}. Which way something went is judged on what both assessments answer; the numbers are each one's own.",
        "与 {name} 对比。升降只按两次评估都回答的部分判断；数字是各自的结果。",
    )
}

pub(super) fn moved(page: &RollupPage<'_, '_>) -> Markup {
    let has_moved = |it: &&Distribution<'_>| it.moved.is_some_and(|moved| moved.up + moved.down + moved.changed > 0);
    let shown: Vec<_> = page.rollup.distributions.iter().filter(has_moved).collect();
    html! {
        (team_table(page))
        @if !shown.is_empty() { (part_table(page, &shown)) }
    }
}

fn team_table(page: &RollupPage<'_, '_>) -> Markup {
    let heads = [text!("Before", "此前"), text!("Now", "现在"), text!("Up", "上升"), text!("Down", "下降")]
        .map(|head| page.say(head));
    html! {
        table .cards .numbers .shifts {
            caption .unseen { (page.say(text!("Teams, then and now", "各团队的此前与现在"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Team", "团队"))) }
                    @for head in &heads { th .number scope="col" { (head) } }
                }
            }
            tbody {
                @for line in &page.rollup.lines {
                    @let cells = cells(page, line);
                    tr {
                        th scope="row" { (sign(line)) " " (foreign::words(&teams::team(line))) }
                        @for (head, cell) in heads.iter().zip(cells) { td data-label=(head) { (cell) } }
                    }
                }
            }
        }
    }
}

/// Level and score of the whole before and now, and how many sub-domains went up and down.
fn cells(page: &RollupPage<'_, '_>, line: &Line<'_>) -> [String; 4] {
    let [before, now] = teams::before_and_now(page.model(), line, 0, &DRAWN);
    let count = |way: Direction| {
        let nodes = page.rollup.view.nodes();
        let directions = line.earlier.iter().flat_map(|earlier: &Earlier| nodes.iter().zip(&earlier.directions));
        let own = directions.filter(|(node, own)| node.kind() == NodeKind::SubDomain && **own == Some(way));
        own.count().to_string()
    };
    [before, now, count(Direction::Up), count(Direction::Down)]
}

fn sign(line: &Line<'_>) -> &'static str {
    let direction = line.earlier.as_ref().and_then(|earlier| earlier.directions[0]);
    moves::sign(direction.unwrap_or(Direction::Changed))
}

fn part_table(page: &RollupPage<'_, '_>, shown: &[&Distribution<'_>]) -> Markup {
    let heads = [
        text!("Up", "上升"),
        text!("Down", "下降"),
        text!("Changed", "其他变化"),
        text!("Same", "不变"),
        text!("New", "新增"),
    ];
    let heads = heads.map(|head| page.say(head));
    html! {
        table .cards .numbers .shifts .parts-moved {
            caption .unseen { (page.say(text!("Parts, by how many teams moved", "各部分有多少团队变化"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Part", "部分"))) }
                    @for head in &heads { th .number scope="col" { (head) } }
                }
            }
            tbody {
                @for it in shown {
                    @let TeamMoves { up, down, changed, same, new } = it.moved.unwrap_or_default();
                    tr .(it.node.kind()) {
                        th scope="row" { (page.name_of(it)) }
                        @for (head, count) in heads.iter().zip([up, down, changed, same, new]) {
                            td data-label=(head) { (count) }
                        }
                    }
                }
            }
        }
    }
}
