//! The plan: step by step what raises a level, nearest first.

use maud::{Markup, html};

use super::page::ReportPage;
use super::palette;
use super::terms::clause;
use crate::lang::Text;
use crate::model::{Level, Model, Node};
use crate::plan::{Goal, Lift};
use crate::report::kit::kinds;
use crate::report::kit::steps::{self as wording, blocking, remarks, title};
use crate::report::kit::words;
use crate::scoring::Requirement;

pub(super) fn lead(model: &Model) -> Text {
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    text!(
        "What raises each {en} to its next level, the nearest first, clause by clause.",
        "各{zh}提升到下一级所需满足的要求，由近及远，逐条列出。",
    )
}

pub(super) fn plan(page: &ReportPage<'_, '_>) -> Markup {
    let plan = page.report.plan;
    let open: Vec<_> = plan.goals.iter().filter(|goal| !goal.unanswered.is_empty()).collect();
    html! {
        @if let Some(idle) = wording::idle(plan) { p { (page.say(idle)) } }
        @if let Some(words) = blocking(page.outcome(), plan, page.lang) {
            p { (words) }
        }
        @for (number, step) in (1..).zip(&plan.steps) {
            h3 { (page.say(title(page.model(), number, step))) }
            div .goals { @for lift in &step.lifts { (show(page, lift)) } }
        }
        @if !open.is_empty() { (unknown(page, &open)) }
    }
}

/// One sub-domain raised by a level.
fn show(page: &ReportPage<'_, '_>, lift: &Lift<'_>) -> Markup {
    let place = page.model().path(lift.node.id()).into_iter().rev().nth(1).map(|parent| page.name(parent));
    html! {
        details .goal {
            summary {
                span .step {
                    (badge(page, lift.from))
                    span .arrow aria-hidden="true" { "→" }
                    span .unseen { (page.say(text!(" to level ", "升至级别 "))) }
                    (badge(page, lift.to))
                }
                span .title { (page.name(lift.node)) }
                @if let Some(place) = place { span .size { (place) } }
            }
            @for remark in remarks(lift, page.lang) { p .remark { (remark) } }
            @if !lift.requirements.is_empty() {
                dl .clauses {
                    @for needed in lift.requirements.chunk_by(|one, other| one.dimension.id == other.dimension.id) {
                        (clauses(page, needed))
                    }
                }
            }
        }
    }
}

fn badge(page: &ReportPage<'_, '_>, level: Level) -> Markup {
    html! { span .badge .(palette::class(page.model(), level)) { (level) } }
}

/// What one dimension lacks.
fn clauses(page: &ReportPage<'_, '_>, needed: &[Requirement<'_>]) -> Markup {
    html! {
        @if let Some(first) = needed.first() { dt { (page.of_model(&first.dimension.name)) } }
        @for requirement in needed {
            dd { b { (words::place(requirement, page.lang)) } (clause(page, requirement.asks)) }
        }
    }
}

/// The questions without an answer, by sub-domain: what these need is not known.
fn unknown(page: &ReportPage<'_, '_>, goals: &[&Goal<'_>]) -> Markup {
    let said = |goal: &&Goal<'_>| {
        let (name, open) = (page.name(Node::Group(goal.sub_domain)), goal.unanswered.len());
        page.say(text!("{name} ({open})", "{name}（{open}）"))
    };
    let names: Vec<_> = goals.iter().map(said).collect();
    html! {
        h3 { (page.say(text!("Unanswered: what these need is not known", "未回答：尚不知道还缺什么"))) }
        p .names { (page.list(&names)) }
    }
}
