//! Every sub-domain as a tile in the color of its level.

use maud::{Markup, html};

use super::marks;
use super::page::Page;
use super::palette;
use crate::lang::Text;
use crate::model::Level;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::{Scored, State};

pub(super) fn lead() -> Text {
    text!(
        "Each tile is a sub-domain, with its level as number and color. A tile leads to the answers behind it.",
        "每一格是一个子域，数字和颜色表示级别。点击可查看对应的答案。",
    )
}

pub(super) fn heat(page: &Page<'_, '_>) -> Markup {
    let areas = &page.outcome().overall.children;
    html! {
        (legend(page))
        @for area in areas {
            h3 { (page.name(area.node)) }
            @for domain in &area.children {
                div .strip {
                    h4 { (page.name(domain.node)) }
                    ul .tiles {
                        @for sub_domain in &domain.children { (tile(page, sub_domain)) }
                    }
                }
            }
        }
    }
}

fn tile(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    let level = words::level(scored, &DRAWN);
    let remark = match scored.state {
        State::Complete => words::excepted(scored.excepted),
        State::Unanswered => Some(text!("unanswered", "未回答")),
        _ => words::coverage(scored),
    };
    html! {
        li {
            a .tile .(marks::fill(page, scored)) href=(page.link(scored.node.id().as_str())) {
                span .level {
                    span .unseen { (page.say(text!("Level ", "级别 "))) }
                    (level)
                }
                span .name { (page.name(scored.node)) }
                @if let Some(remark) = remark { span .remark { (page.say(remark)) } }
            }
        }
    }
}

/// What the colors and frames mean; only what occurs, besides the levels.
fn legend(page: &Page<'_, '_>) -> Markup {
    let entry = |class: &str, sign: &str, words: &str| {
        html! {
            li { span .badge .(class) { (sign) } " " (words) }
        }
    };
    let level = |level: Level| {
        let name = page.model().level_name(level).map(|name| page.of_model(name)).unwrap_or_default();
        entry(&palette::class(page.model(), level), &level.to_string(), &name)
    };
    let occurring: Vec<_> = page.outcome().overall.sub_domains().map(|(_, scored)| marks::fill(page, scored)).collect();
    let other = [
        ("open", "1–3", text!("provisional: what is possible", "暂定：可能的范围")),
        ("blank", "–", text!("unanswered", "未回答")),
        ("excused", "–", text!("not applicable", "不适用")),
    ];
    html! {
        ul .legend {
            @for number in page.model().all_levels() { (level(number)) }
            @for (class, sign, words) in other {
                @if occurring.iter().any(|fill| fill == class) { (entry(class, sign, &page.say(words))) }
            }
        }
    }
}
