//! What moved since an earlier assessment: in numbers, part by part, and dimension by dimension.

use maud::{Markup, html};

use super::foreign;
use super::page::ReportPage;
use super::terms::clause;
use crate::diff::{Move, Shift};
use crate::lang::Text;
use crate::model::Node;
use crate::report::input::Comparison;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, moves, scores, words};

/// The most columns of a note, a reason or a name before and after.
const WORDS: usize = 400;
/// The most dimensions that are shown without being folded.
const MOST: usize = 24;

pub(super) fn lead() -> Text {
    text!(
        "Which way something went is judged on what both assessments answer; the numbers are each one's own.",
        "升降只按两次评估都回答的部分判断；数字是各自的结果。",
    )
}

pub(super) fn moved(page: &ReportPage<'_, '_>, comparison: &Comparison<'_, '_>) -> Markup {
    let (shifts, dimensions) = (moves::nodes(comparison), &comparison.diff.dimensions);
    html! {
        p .counted { strong { (page.say(moves::counts(comparison))) } }
        @for remark in moves::remarks(comparison, page.lang) { p { (foreign::words(&remark)) } }
        @for said in moves::about_changes(comparison) { p { (foreign::words(&said.line(WORDS, page.lang, &DRAWN))) } }
        @if !shifts.is_empty() { (parts(page, &shifts)) }
        @if !dimensions.is_empty() {
            h3 { (page.say(kinds::dimensions(page.model()))) }
            @if dimensions.len() > MOST { (folded(page, dimensions)) } @else { (list(page, dimensions.iter())) }
        }
    }
}

/// Many dimensions, folded by what is right below the whole model.
fn folded(page: &ReportPage<'_, '_>, dimensions: &[Move<'_>]) -> Markup {
    let model = page.model();
    html! {
        div .sheets {
            @for part in Node::Model(model).children() {
                @let own: Vec<_> = dimensions.iter().filter(|it| it.dimension.id.is_within(part.id())).collect();
                @if !own.is_empty() {
                    details .sheet {
                        summary {
                            span {}
                            span .title { (page.name(part)) }
                            span .size { (page.say(kinds::several(model, model.storeys(), own.len()))) }
                        }
                        (list(page, own.into_iter()))
                    }
                }
            }
        }
    }
}

fn list<'d>(page: &ReportPage<'_, '_>, dimensions: impl Iterator<Item = &'d Move<'d>>) -> Markup {
    html! { ul .moves { @for moved in dimensions { li { (dimension(page, moved)) } } } }
}

/// What moved above the dimensions, a row each.
fn parts(page: &ReportPage<'_, '_>, shifts: &[&Shift<'_>]) -> Markup {
    let heads: Vec<_> = moves::columns(page.model()).into_iter().map(|column| page.say(column)).collect();
    html! {
        table .cards .shifts {
            caption .unseen { (page.say(text!("Parts that moved", "有变化的部分"))) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Part", "部分"))) }
                    @for head in &heads[1..] { th .number scope="col" { (head) } }
                }
            }
            tbody {
                @for shift in shifts {
                    @let cells = moves::row(page.model(), shift, page.lang, &DRAWN);
                    tr {
                        th scope="row" { (moves::sign(shift.direction)) " " (part(page, shift)) }
                        @for (head, cell) in heads.iter().zip(cells).skip(1) { td .number data-label=(head) { (cell) } }
                    }
                }
            }
        }
    }
}

/// The name of a part after those above it.
fn part(page: &ReportPage<'_, '_>, shift: &Shift<'_>) -> String {
    match shift.node {
        node @ Node::Model(_) => scores::name(node, page.lang),
        node => words::path(page.model(), node, page.lang, &DRAWN),
    }
}

fn dimension(page: &ReportPage<'_, '_>, moved: &Move<'_>) -> Markup {
    let name = words::path_in_area(page.model(), Node::Dimension(moved.dimension), page.lang, &DRAWN);
    html! {
        p {
            (moves::sign(moved.direction)) " " (name) " "
            b { (moves::standings(moved, page.lang, &DRAWN)) }
        }
        @for (said, clauses) in [(moves::gained(), &moved.gained), (moves::lost(), &moved.lost)] {
            @for (place, clause) in clauses {
                p .clause { (said.get(page.lang)) (page.say(text!(": ", "："))) (place) " " (self::clause(page, clause)) }
            }
        }
        @for said in moves::text_changes(moved) { p .clause { (foreign::words(&said.line(WORDS, page.lang, &DRAWN))) } }
    }
}
