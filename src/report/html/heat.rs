//! Every sub-domain with its level in its color and its score, all on one screen.

use maud::{Markup, html};

use super::marks;
use super::page::ReportPage;
use super::palette;
use crate::lang::Text;
use crate::model::{Level, Model};
use crate::report::kit::blocks::blocks;
use crate::report::kit::kinds;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::Scored;

pub(super) fn title(model: &Model) -> Text {
    if !model.has_own_kinds() {
        return text!("All sub-domains at a glance", "子域一览");
    }
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    text!("{en}: all at a glance", "{zh}一览")
}

pub(super) fn lead(page: &ReportPage<'_, '_>) -> Text {
    let (en, zh) = match page.report.earlier {
        Some(_) => (" Where one moved, its earlier level stands before it.", "有变化时，前面是此前的级别。"),
        None => ("", ""),
    };
    text!(
        "Level as number and color, then the score. Each leads to its answers.{en}",
        "数字和颜色表示级别，其后为得分。点击可查看对应的答案。{zh}",
    )
}

pub(super) fn heat(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        (legend(page))
        div .glance {
            @for block in blocks(&page.outcome().overall) {
                div .block {
                    @if let Some(area) = block.opens { h3 { (page.name(area.node)) } }
                    @if let Some(title) = block.title(page.lang, &DRAWN) { h4 { (title) } }
                    ul { @for sub_domain in block.sub_domains { (line(page, sub_domain)) } }
                }
            }
        }
    }
}

fn line(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    html! {
        li {
            a href=(page.link(scored.node.id().as_str())) {
                span .unseen { (page.say(text!("Level ", "级别 "))) }
                (marks::level(page, scored))
                span .name { (page.name(scored.node)) }
                span .points { (words::score(scored, &DRAWN)) }
            }
        }
    }
}

/// What the colors and frames mean; only what occurs, besides the levels.
fn legend(page: &ReportPage<'_, '_>) -> Markup {
    let entry = |class: &str, sign: &str, words: &str| {
        html! {
            li { span .badge .(class) { (sign) } " " (words) }
        }
    };
    let level = |level: Level| {
        let name = page.model().level_name(level).map(|name| page.of_model(name)).unwrap_or_default();
        entry(palette::class(page.model(), level), &level.to_string(), &name)
    };
    let occurring: Vec<_> = page.outcome().overall.sub_domains().map(|(_, scored)| marks::fill(page, scored)).collect();
    let other = [
        ("open", "1–3", text!("provisional: what is possible", "暂定：可能的区间")),
        ("blank", "–", text!("unanswered", "未回答")),
        ("excused", "–", text!("not applicable", "不适用")),
    ];
    html! {
        ul .legend {
            @for number in page.model().all_levels() { (level(number)) }
            @for (class, sign, words) in other {
                @if occurring.contains(&class) { (entry(class, sign, &page.say(words))) }
            }
        }
    }
}
