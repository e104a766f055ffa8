//! Sorting and finding within the picture: shown by the script, which they need.

use maud::{Markup, html};

use super::bands::{Band, Column, Seen};
use crate::report::html::rollup::page::RollupPage;

pub(super) fn tools(page: &RollupPage<'_, '_>, bands: &[Band<'_>]) -> Markup {
    html! {
        div .tools hidden {
            p { (sort_by(page, bands)) }
            p {
                label for=(page.id("order")) { (page.say(text!("Order", "次序"))) } " "
                select id=(page.id("order")) data-tool="order" {
                    option value="down" { (page.say(text!("highest first", "从高到低"))) }
                    option value="up" { (page.say(text!("lowest first", "从低到高"))) }
                }
            }
            p {
                label for=(page.id("find")) { (page.say(text!("Find a team", "查找团队"))) } " "
                input id=(page.id("find")) data-tool="find" type="search" autocomplete="off";
            }
            @if page.model().scoring.has_levels() {
                p {
                    label for=(page.id("most")) { (page.say(text!("At most level", "级别不高于"))) } " "
                    select id=(page.id("most")) data-tool="most" {
                        option value="" { (page.say(text!("any", "不限"))) }
                        @for level in page.model().all_levels() { option value=(level) { (page.named_level(level)) } }
                    }
                }
            }
            p .found role="status" data-of=(page.say(text!("of", "/"))) { }
        }
    }
}

/// The columns to sort by, numbered as the cells of a row are.
fn sort_by(page: &RollupPage<'_, '_>, bands: &[Band<'_>]) -> Markup {
    let nodes = page.rollup.view.nodes();
    let columns: Vec<&Column> = bands.iter().flat_map(|band| &band.columns).collect();
    // The name and the whole stand before the columns, the days behind them.
    let number = |place: usize, kind: Seen| {
        columns.iter().position(|column| column.place == place && column.seen == kind).map(|at| at + 2)
    };
    let usual = if page.model().scoring.has_levels() {
        text!("what is assessed, then level", "评估领域，再按级别")
    } else {
        text!("what is assessed, then score", "评估领域，再按得分")
    };
    html! {
        label for=(page.id("sort")) { (page.say(text!("Sort by", "排序"))) } " "
        select id=(page.id("sort")) data-tool="sort" {
            option value="" { (page.say(usual)) }
            option value="0" { (page.say(text!("name", "名称"))) }
            option value="1" { (page.name(page.rollup.view.top)) }
            option value=(columns.len() + 2) { (page.say(text!("days old", "距今天数"))) }
            @for band in bands {
                optgroup label=(page.name(band.node)) {
                    @for column in &band.columns {
                        @if let Some(at) = number(column.place, column.seen) {
                            option value=(at) { (page.name(nodes[column.place])) }
                        }
                    }
                }
            }
        }
    }
}
