//! What would lift most teams, and what holds most of them down.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::lang::Text;
use crate::model::Node;
use crate::report::html::code;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{levers, teams, words};
use crate::rollup::{Holding, Lever};
use crate::text::one_line;

/// How many levers are seen at once, how many in all, and how many sub-domains that hold teams down.
const MOST: (usize, usize, usize) = (12, 60, 10);

pub(super) fn title(page: &RollupPage<'_, '_>) -> Text {
    if page.model().scoring.has_levels() {
        text!("What would lift most teams", "能让最多团队升级的要求")
    } else {
        text!("What would raise scores most", "合计最能提高得分的要求")
    }
}

pub(super) fn lead(page: &RollupPage<'_, '_>) -> Text {
    match page.rollup.view.targets {
        _ if !page.model().scoring.has_levels() => text!(
            "Clauses that teams do not meet yet. First those that add most to the scores of all teams together: one thing done for many.",
            "各团队尚未做到的要求。对全部团队得分合计提高越多越靠前：办一件事，惠及多个团队。",
        ),
        None => text!(
            "Clauses that teams still need for the next level of a sub-domain. First those that are all that is missing for most: one thing done for many.",
            "各团队的子域升到下一级还缺的要求。只差这一条的团队越多越靠前：办一件事，惠及多个团队。",
        ),
        Some(_) => text!(
            "Clauses that teams still need for their targets. First those that are all that is missing for most: one thing done for many.",
            "各团队达到目标还缺的要求。只差这一条的团队越多越靠前：办一件事，惠及多个团队。",
        ),
    }
}

pub(super) fn levers(page: &RollupPage<'_, '_>) -> Markup {
    let all = &page.rollup.levers[..];
    let (seen, rest) = all.split_at(all.len().min(MOST.0));
    let rest = &rest[..rest.len().min(MOST.1 - MOST.0)];
    let left = all.len() - seen.len() - rest.len();
    html! {
        ol .levers-list { @for it in seen { (lever(page, it)) } }
        @if !rest.is_empty() {
            details .sheet {
                @let count = rest.len();
                summary { span {} span .title { (page.say(text!("{count} more", "另有 {count} 个"))) } }
                ol .levers-list { @for it in rest { (lever(page, it)) } }
            }
        }
        @if left > 0 { p .more { (page.say(text!("and {left} more", "另有 {left} 项"))) } }
    }
}

fn lever(page: &RollupPage<'_, '_>, it: &Lever<'_>) -> Markup {
    let path = it
        .places
        .first()
        .map(|(dimension, _)| words::path_in_area(page.model(), Node::Dimension(dimension), page.lang, &DRAWN));
    let ids = levers::clauses(it);
    html! {
        li {
            p .count {
                b { (it.teams) }
                @if it.alone > 0 { " " span .alone { (page.say(alone(it))) } }
            }
            div {
                p .title { (one_line(it.text.get(page.lang))) }
                p .words { (page.say(levers::reach(page.model(), it))) }
                p .words {
                    (path.unwrap_or_default()) " "
                    @for id in ids.iter().take(3) { (code::id(id)) " " }
                    @if ids.len() > 3 {
                        @let rest = ids.len() - 3;
                        (page.say(text!("and {rest} more", "另有 {rest} 项")))
                    }
                }
            }
        }
    }
}

fn alone(it: &Lever<'_>) -> Text {
    let alone = it.alone;
    text!("{alone} alone", "{alone} 个只差它")
}

pub(super) fn holding_lead() -> Text {
    text!(
        "Sub-domains at the overall level of a team: none of its others can raise it.",
        "与团队总体级别相同的子域：不提升它们，总体级别就不会上升。",
    )
}

pub(super) fn holding(page: &RollupPage<'_, '_>) -> Markup {
    html! {
        ol .levers-list { @for it in page.rollup.holding.iter().take(MOST.2) { (held(page, it)) } }
    }
}

fn held(page: &RollupPage<'_, '_>, it: &Holding<'_>) -> Markup {
    let node = Node::Group(it.sub_domain);
    let (count, alone) = (page.say(teams::count(it.teams)), it.alone);
    let words = match alone {
        0 => text!("{count}", "{count}"),
        _ => text!("{count}, {alone} of them by it alone", "{count}，其中 {alone} 个仅因它"),
    };
    html! {
        li {
            p .count { b { (it.teams) } }
            div {
                p .title { (page.name(node)) }
                p .words { (page.say(words)) }
                p .words { (words::path(page.model(), node, page.lang, &DRAWN)) " " (code::id(node.id().as_str())) }
            }
        }
    }
}
