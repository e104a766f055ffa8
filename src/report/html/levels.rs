//! The table: every area, domain and sub-domain with level, grade and score, and what holds it down.

use maud::{Markup, html};

use super::marks;
use super::page::ReportPage;
use super::result::coverage;
use super::standout::held_by;
use super::words::Words;
use crate::lang::Text;
use crate::model::NodeKind;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, words};
use crate::scoring::Scored;

pub(super) fn lead(page: &ReportPage<'_, '_>) -> Text {
    if page.report.earlier.is_some() {
        return text!(
            "Where an arrow stands, the first figure is the earlier one.",
            "有箭头处，前一个数字是此前的结果。"
        );
    }
    let (level, below) = page.report.outcome.model.example_levels();
    text!(
        "A grade such as {level}- means all of level {below} and some of level {level}.",
        "等级 {level}- 表示全部达到级别 {below}，并部分达到级别 {level}。"
    )
}

/// The headings of the columns after the name.
struct Columns {
    level: Words<'static>,
    grade: Words<'static>,
    score: Words<'static>,
    answered: Words<'static>,
    held_by: Words<'static>,
}

pub(super) fn levels(page: &ReportPage<'_, '_>) -> Markup {
    let columns = Columns {
        level: page.say(text!("Level", "级别")),
        grade: page.say(text!("Grade", "等级")),
        score: page.say(text!("Score", "得分")),
        answered: page.say(text!("Answered", "已回答")),
        held_by: page.say(text!("Weakest dimensions", "受限于")),
    };
    html! {
        table .ledger .cards .compared[page.report.earlier.is_some()] {
            caption .unseen { (page.say(text!("Level, grade and score of every part", "各部分的级别、等级与得分"))) }
            thead {
                tr {
                    th scope="col" { (heading(page)) }
                    th scope="col" { (columns.level) }
                    th .number scope="col" { (columns.grade) }
                    th .number scope="col" { (columns.score) }
                    th .covered scope="col" { (columns.answered) }
                    th scope="col" { (columns.held_by) }
                }
            }
            @for area in &page.outcome().overall.children {
                tbody {
                    @for scored in area.walk().filter(|scored| scored.node.dimension().is_none()) {
                        (row(page, scored, &columns))
                    }
                }
            }
        }
    }
}

fn row(page: &ReportPage<'_, '_>, scored: &Scored<'_>, columns: &Columns) -> Markup {
    let held_by = if scored.node.sub_domain().is_some() { held_by(page, scored) } else { String::new() };
    let (kind, name) = match scored.node.kind() {
        // Set in alike, however deep it stands.
        NodeKind::Group => {
            (NodeKind::Domain, Words(words::path_in_area(page.model(), scored.node, page.lang, &DRAWN).into()))
        }
        kind => (kind, page.name(scored.node)),
    };
    html! {
        tr .(kind) {
            th scope="row" { (name) }
            td .level { (marks::level(page, scored)) }
            td .number .grade data-label=(columns.grade) { (marks::grade(page, scored)) }
            td .number .score data-label=(columns.score) { (marks::score(page, scored)) }
            td .covered .full[scored.answered == scored.total] data-label=(columns.answered) { (coverage(page, scored)) }
            td .held data-label=(columns.held_by) { (held_by) }
        }
    }
}

/// What stands below the areas, by name.
fn heading(page: &ReportPage<'_, '_>) -> Words<'static> {
    let model = page.model();
    if !model.has_own_kinds() {
        return page.say(text!("Domain and sub-domain", "域与子域"));
    }
    let last = model.sub_domain_storey();
    Words(kinds::path(model, 2.min(last)..=last, page.lang).into())
}
