//! The page of a model without levels: scores, what raises them most, and every answer.

use maud::{Markup, html};

use super::answers::remarks;
use super::file::Article;
use super::page::ReportPage;
use super::result::coverage as covered;
use super::{cover, coverage, foreign, section, trend};
use crate::answers::Claim;
use crate::lang::Text;
use crate::model::Node;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{moves, scores, steps, words};
use crate::scoring::Scored;

/// How many clauses stand beside the result.
const FIRST: usize = 3;

/// The whole page.
pub(super) fn document(page: &ReportPage<'_, '_>) -> Article {
    let mut parts = vec![
        cover::cover(page),
        result(page),
        cover::about(page),
        part(page, "levels", text!("All scores", "全部得分"), &table(page)),
    ];
    if page.report.earlier.is_some() {
        parts.push(part(page, "changes", text!("What moved", "变化"), &changes(page)));
    }
    if let Some(it) = page.report.trend {
        parts.push(section::show(&trend::within_report(it, page.lang), page.lang, |part| page.id(part), "trend"));
    }
    let source = html! { p { (page.of_model(&page.model().source)) } };
    parts.extend([
        part(page, "plan", scores::title(), &plan(page)),
        part(page, "answers", text!("Every answer", "全部答案"), &answers(page)),
        part(page, "coverage", text!("What is answered", "回答情况"), &coverage::coverage(page)),
        part(page, "origin", text!("Where the model comes from", "模型的来源"), &source),
        section::footer(page.lang),
    ]);
    Article { lang: page.lang, class: "report", title: cover::title(page).into_owned(), parts }
}

fn part(page: &ReportPage<'_, '_>, id: &'static str, title: Text, body: &Markup) -> Markup {
    let heading = page.id(&format!("{id}-title"));
    html! {
        section id=(page.id(id)) .(id) aria-labelledby=(heading) {
            div .head { h2 id=(heading) { (page.say(title)) } }
            div .body { (body) }
        }
    }
}

/// The score of the whole, in a sentence, and the clauses that would raise it most.
fn result(page: &ReportPage<'_, '_>) -> Markup {
    let first: Vec<_> = page.report.plan.raises.iter().take(FIRST).collect();
    html! {
        div .result {
            p .statement { (scores::line(&page.outcome().overall, page.lang, &DRAWN)) }
            @if !first.is_empty() {
                div .next {
                    h2 { (page.say(scores::title())) }
                    ol { @for raise in first { li { p .title { (scores::gain(raise, &DRAWN)) " " (scores::place(raise, page.lang)) } p { (page.of_model(&raise.requirement.asks.text)) } } } }
                }
            }
        }
    }
}

/// Every node with its score.
fn table(page: &ReportPage<'_, '_>) -> Markup {
    let [score, answered] = [text!("Score", "得分"), text!("Answered", "已回答")].map(|words| page.say(words));
    html! {
        table .parts .cards {
            thead {
                tr { th scope="col" { (page.say(text!("Part", "部分"))) } th scope="col" {} th .number scope="col" { (score) } th scope="col" { (answered) } }
            }
            tbody { @for scored in page.outcome().overall.walk() { (row(page, scored, &score, &answered)) } }
        }
    }
}

fn row(page: &ReportPage<'_, '_>, scored: &Scored<'_>, score: &str, answered: &str) -> Markup {
    let indent = "\u{2003}".repeat(scored.node.storey().saturating_sub(1));
    html! {
        tr {
            th scope="row" { (indent) (scores::name(scored.node, page.lang)) }
            td .drawn aria-hidden="true" { (scores::bar(page.model(), scored, &DRAWN)) }
            td .number .score data-label=(score) { (words::score(scored, &DRAWN)) }
            td .covered data-label=(answered) { (covered(page, scored)) }
        }
    }
}

fn changes(page: &ReportPage<'_, '_>) -> Markup {
    let Some(comparison) = &page.report.earlier else { return html! {} };
    html! {
        p { (page.say(moves::counts(comparison))) }
        ul {
            @for shift in moves::nodes(comparison) { li { (moves::sign(shift.direction)) " " (moves::shift(page.model(), shift, page.lang, &DRAWN)) } }
            @for moved in &comparison.diff.dimensions {
                li { (moves::sign(moved.direction)) " " (page.of_model(&moved.dimension.name)) ": " (moves::standings(moved, page.lang, &DRAWN)) }
            }
        }
    }
}

fn plan(page: &ReportPage<'_, '_>) -> Markup {
    let plan = page.report.plan;
    html! {
        @if let Some(idle) = steps::idle(plan) { p { (page.say(idle)) } }
        ol {
            @for raise in &plan.raises {
                li {
                    b { (scores::gain(raise, &DRAWN)) } " " (scores::place(raise, page.lang))
                    p { (page.of_model(&raise.requirement.asks.text)) }
                }
            }
        }
    }
}

fn answers(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        @for (sub_domain, scored) in page.outcome().overall.sub_domains() {
            details .sheet id=(page.id(sub_domain.id.as_str())) {
                summary { span .title { (page.of_model(&sub_domain.name)) } span .size { (words::score(scored, &DRAWN)) } }
                @for (dimension, at) in scored.dimensions() {
                    div .answer {
                        h5 { (page.name(Node::Dimension(dimension))) }
                        p .question { (page.of_model(&dimension.question.text)) }
                        p { (claim(page, at)) }
                        @if let Some(answer) = at.answer { (remarks(page, answer)) }
                    }
                }
            }
        }
    }
}

fn claim(page: &ReportPage<'_, '_>, at: &Scored<'_>) -> Markup {
    match (at.claim(), at.answer, at.node) {
        (Some(Claim::NotApplicable { reason, .. }), ..) => {
            html! { (page.say(text!("Not applicable: ", "不适用："))) (foreign::words(reason)) }
        }
        (Some(_), Some(answer), Node::Dimension(dimension)) => {
            html! { (page.say(scores::claim(&page.model().scoring, dimension, answer))) }
        }
        _ => html! { (page.say(text!("Unanswered", "未回答"))) },
    }
}
