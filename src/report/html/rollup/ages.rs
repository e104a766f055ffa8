//! How long ago the answers were last confirmed.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::lang::Text;
use crate::rollup::AgeBand;

pub(super) fn lead(page: &RollupPage<'_, '_>) -> Text {
    let day = page.rollup.day;
    text!("Days from the last full confirmation of the answers to {day}.", "从最近一次整体确认到 {day} 的天数。",)
}

pub(super) fn ages(page: &RollupPage<'_, '_>) -> Markup {
    let most = page.rollup.ages.iter().map(|band| band.teams).max().unwrap_or_default().max(1);
    html! {
        table .ages {
            caption .unseen { (page.say(text!("Teams by the age of their answers", "按答案距今时间统计的团队数"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Age", "距今"))) }
                    th scope="col" { (page.say(text!("Share", "比例"))) }
                    th .number scope="col" { (page.say(text!("Teams", "团队"))) }
                }
            }
            tbody {
                @for band in &page.rollup.ages {
                    tr {
                        th scope="row" { (page.say(name(band))) }
                        td .drawn {
                            svg .stack viewBox="0 0 300 12" role="img" aria-hidden="true" {
                                rect .bar width=(band.teams * 300 / most) {}
                            }
                        }
                        td .number { (band.teams) }
                    }
                }
            }
        }
    }
}

fn name(band: &AgeBand) -> Text {
    match (band.from, band.to) {
        (None, _) => text!("no date, or one to come", "无日期，或日期在未来"),
        (Some(from), Some(to)) => text!("{from} to {to} days", "{from}–{to} 天"),
        (Some(from), None) => text!("{from} days and more", "{from} 天及以上"),
    }
}
