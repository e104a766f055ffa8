//! One language's document: the sections in their order.

use maud::{Markup, html};

use super::page::RollupPage;
use super::{ages, comparison, facts, levels, levers, matrix, outcomes};
use crate::report::html::file::Article;
use crate::report::html::section::{self, Section, section};
use crate::report::kit::{legend, outcomes as titles, teams};

/// The whole page.
pub(super) fn document(page: &RollupPage<'_, '_>) -> Article {
    let sections = sections(page);
    let mut parts =
        vec![facts::cover(page), facts::about(page), section::contents(&sections, page.lang, |part| page.id(part))];
    parts.extend(sections.iter().map(|it| section::show(it, page.lang, |part| page.id(part), it.id)));
    parts.push(footer(page));
    Article { lang: page.lang, class: "report many", title: facts::title(page), parts }
}

fn footer(page: &RollupPage<'_, '_>) -> Markup {
    html! {
        footer {
            p {
                (page.say(text!(
                    "Made with assess, from the teams' own answers. Nobody outside the teams has verified them.",
                    "由 assess 根据各团队自己的答案生成，未经团队以外的人员核实。",
                )))
            }
        }
    }
}

fn sections(page: &RollupPage<'_, '_>) -> Vec<Section> {
    let rollup = page.rollup;
    let mut sections = Vec::new();
    if !rollup.lines.is_empty() {
        sections.extend([
            section("where", levels::title(page), levels::lead(page), levels::first(page)),
            section("picture", text!("All teams at a glance", "团队一览"), matrix::lead(page), matrix::matrix(page)),
        ]);
    }
    if !rollup.levers.is_empty() {
        sections.push(section("levers", levers::title(page), levers::lead(page), levers::levers(page)));
    }
    if !rollup.holding.is_empty() {
        let title = text!("What holds most teams down", "使最多团队停在当前级别的子域");
        sections.push(section("holding", title, levers::holding_lead(), levers::holding(page)));
    }
    if !rollup.metrics().is_empty() {
        sections.push(section("outcomes", titles::title(), titles::remark(page.rollup), outcomes::outcomes(page)));
    }
    if let Some(name) = &rollup.compared {
        sections.push(section(
            "then",
            text!("Then and now", "此前与现在"),
            comparison::lead(name),
            comparison::moved(page),
        ));
    }
    if !rollup.lines.is_empty() {
        sections.extend([
            section("every", teams::every_title(rollup.view.model), legend::middle(page.model()), levels::every(page)),
            section("ages", text!("How old the answers are", "答案距今多久"), ages::lead(page), ages::ages(page)),
        ]);
    }
    if !rollup.broken.is_empty() {
        let title = text!("Files that could not be read", "无法读取的文件");
        sections.push(section("broken", title, facts::broken_lead(), facts::broken(page)));
    }
    sections
}
