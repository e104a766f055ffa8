//! Every answer as it was given: the claim, the clauses it meets, the note, the evidence.

use maud::{Markup, html};

use super::page::ReportPage;
use super::terms::clause;
use super::{foreign, marks};
use crate::answers::{Answer, Claim, Grade};
use crate::lang::Text;
use crate::model::{Dimension, Node};
use crate::report::kit::blocks::blocks;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{moves, words};
use crate::scoring::Scored;

pub(super) fn lead() -> Text {
    text!(
        "For each question: the level claimed, the clauses that are met, notes and evidence as the team wrote them.",
        "每个问题的答案：所答级别、已满足的要求，以及团队所写的备注和证据。",
    )
}

pub(super) fn answers(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        p .controls hidden {
            button type="button" data-open="true" { (page.say(text!("Open all", "全部展开"))) }
            " "
            button type="button" data-open="false" { (page.say(text!("Close all", "全部折叠"))) }
        }
        @for block in blocks(&page.outcome().overall) {
            @if let Some(area) = block.opens { h3 { (page.name(area.node)) } }
            @if let Some(title) = block.title(page.lang, &DRAWN) { h4 { (title) } }
            div .sheets { @for sub_domain in block.sub_domains { (folded(page, sub_domain)) } }
        }
    }
}

fn folded(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    html! {
        details .sheet id=(page.id(scored.node.id().as_str())) {
            summary {
                (marks::badge(page, scored))
                span .title { (page.name(scored.node)) }
                @if let Some(coverage) = words::coverage(scored) { span .size { (page.say(coverage)) } }
            }
            @for (dimension, at) in scored.dimensions() { (answer(page, dimension, at)) }
        }
    }
}

fn answer(page: &ReportPage<'_, '_>, dimension: &Dimension, scored: &Scored<'_>) -> Markup {
    html! {
        div .answer {
            (marks::badge(page, scored))
            h5 { (page.name(Node::Dimension(dimension))) }
            p .question { (page.of_model(&dimension.question.text)) }
            p { (claim(page, scored)) }
            (before(page, dimension))
            (met(page, scored))
            @if let Some(answer) = scored.answer { (remarks(page, answer)) }
        }
    }
}

/// Where the answer stood in the earlier assessment, if it was another.
fn before(page: &ReportPage<'_, '_>, dimension: &Dimension) -> Markup {
    let all = page.report.earlier.map_or(&[][..], |comparison| &comparison.diff.dimensions);
    let moved = all.iter().find(|moved| moved.dimension.id == dimension.id);
    html! {
        @if let Some(moved) = moved {
            p .before { (page.say(text!("Moved: ", "变化："))) (moves::sign(moved.direction)) " " (moves::standings(moved, page.lang, &DRAWN)) }
        }
    }
}

/// What is claimed, and the level that follows where it is another.
fn claim(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    if let Some(Claim::NotApplicable { reason, until }) = scored.claim() {
        return html! {
            @match until {
                Some(until) => { (page.say(text!("Not applicable until {until}: ", "不适用（截至 {until}）："))) },
                None => { (page.say(text!("Not applicable: ", "不适用："))) },
            }
            (foreign::words(reason))
        };
    }
    let said = words::counted_claim(scored);
    let said = said.get(page.lang);
    let words = match (scored.level, scored.grade) {
        (None, _) => text!("Unanswered", "未回答"),
        (Some(_), Some(grade @ Grade::PartOf(_))) => {
            text!("Claims {said}; grade {grade}", "答案：{said}；等级 {grade}")
        }
        (Some(_), _) => text!("Claims {said}", "答案：{said}"),
    };
    html! { (page.say(words)) }
}

/// The clauses that this answer meets.
fn met(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let clauses = scored.met_clauses();
    html! {
        @if !clauses.is_empty() {
            ul .met { @for (place, clause) in clauses { li { b { (place) } (self::clause(page, clause)) } } }
        }
    }
}

pub(super) fn remarks(page: &ReportPage<'_, '_>, answer: &Answer) -> Markup {
    html! {
        @if answer.note.is_some() || !answer.evidence.is_empty() {
            dl .remarks {
                @if let Some(note) = &answer.note {
                    dt { (page.say(text!("Note", "备注"))) }
                    dd { (foreign::passage(note)) }
                }
                @if !answer.evidence.is_empty() {
                    dt { (page.say(text!("Evidence", "证据"))) }
                    @for entry in &answer.evidence { dd { (foreign::evidence(entry)) } }
                }
            }
        }
    }
}
