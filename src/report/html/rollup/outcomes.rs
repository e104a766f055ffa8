//! What teams measure of their delivery, beside where they stand.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::report::html::foreign;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{outcomes as words, teams};
use crate::rollup::Line;

/// How many teams are seen at once; a few more are not worth folding.
const MOST: usize = 12;

pub(super) fn outcomes(page: &RollupPage<'_, '_>) -> Markup {
    let all: Vec<_> = page.rollup.measuring().collect();
    let (seen, rest) = if all.len() > 2 * MOST { all.split_at(MOST) } else { (&all[..], &[][..]) };
    html! {
        (table(page, seen))
        @if !rest.is_empty() {
            details .sheet {
                @let count = rest.len();
                summary { span {} span .title { (page.say(text!("{count} more", "另有 {count} 个"))) } }
                (table(page, rest))
            }
        }
    }
}

fn table(page: &RollupPage<'_, '_>, lines: &[&Line<'_>]) -> Markup {
    let metrics = page.rollup.metrics();
    let mut heads = vec![page.name(page.rollup.view.top)];
    heads.extend(metrics.iter().map(|metric| page.say(metric.name())));
    html! {
        table .cards .numbers .figures-of-teams {
            caption .unseen { (page.say(text!("Teams and what they measure", "各团队的成效指标"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Team", "团队"))) }
                    @for head in &heads { th .number scope="col" { (head) } }
                }
            }
            tbody {
                @for line in lines {
                    @let own = teams::standing(page.model(), line.top(), &DRAWN);
                    @let measured = metrics.iter().map(|metric| words::measured(line, *metric, &DRAWN));
                    tr {
                        th scope="row" { (foreign::words(&teams::team(line))) }
                        @for (head, cell) in heads.iter().zip(std::iter::once(own).chain(measured)) {
                            td data-label=(head) { (cell) }
                        }
                    }
                }
            }
        }
    }
}
