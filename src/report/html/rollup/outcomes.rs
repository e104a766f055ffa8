//! What teams measure of their delivery, beside where they stand.

use maud::{Markup, html};

use super::page::Page;
use crate::report::html::foreign;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{outcomes as words, teams};

pub(super) fn outcomes(page: &Page<'_, '_>) -> Markup {
    let metrics = page.rollup.metrics();
    let mut heads = vec![page.name(page.rollup.view.top)];
    heads.extend(metrics.iter().map(|metric| page.say(metric.name())));
    html! {
        table .cards .numbers .figures-of-teams {
            caption .unseen { (page.say(text!("Teams and what they measure", "各团队与成效度量"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Team", "团队"))) }
                    @for head in &heads { th .number scope="col" { (head) } }
                }
            }
            tbody {
                @for line in page.rollup.measuring() {
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
