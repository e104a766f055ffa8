//! A plan for an issue or a wiki: a check-list.

use std::fmt::Write as _;

use super::{model, scores};
use crate::model::{Model, Node};
use crate::plan::Plan;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::steps::{self as wording, blocking, lift_line, remarks, title};
use crate::report::kit::style::Style;
use crate::report::kit::{terms, words};
use crate::scoring::Outcome;

/// A heading, what blocks most, and the check-list.
#[must_use]
pub fn next(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    if !outcome.model.scoring.has_levels() {
        return scores::next(outcome, plan, style);
    }
    let heading = escape(&words::heading(outcome.model, outcome.answers, style.lang, &DRAWN));
    let idle = wording::idle(plan).map(|idle| idle.into_string(style.lang));
    let idle = idle.map(|words| format!("\n{words}\n")).unwrap_or_default();
    let blocking = blocking(outcome, plan, style.lang);
    let blocking = blocking.map(|words| format!("\n{}\n", escape(&words))).unwrap_or_default();
    format!("# {heading}\n{idle}{blocking}{}", checklist(outcome.model, plan, style))
}

/// The steps of a plan as check-lists, without a heading over them; questions without an answer at the end.
pub(super) fn checklist(model: &Model, plan: &Plan<'_>, style: &Style) -> String {
    let mut text = String::new();
    for (number, step) in plan.steps.iter().enumerate() {
        let heading = title(model, number + 1, step);
        let _ = writeln!(text, "\n### {}", escape(heading.get(style.lang)));
        for lift in &step.lifts {
            let (path, id) = (escape(&lift_line(model, lift, style.lang, &DRAWN)), escape(lift.node.id().as_str()));
            let _ = writeln!(text, "\n**{path}** ({id})\n");
            for needed in &lift.requirements {
                let name = escape(needed.dimension.name.get(style.lang));
                let place = escape(&words::place(needed, style.lang));
                let _ = writeln!(text, "- [ ] {name} {place}: {}", escape(&words::asked(needed.asks, style.lang)));
            }
            for remark in remarks(lift, style.lang) {
                let _ = writeln!(text, "- {}", escape(&remark));
            }
        }
    }
    let needed = plan.steps.iter().flat_map(|step| &step.lifts).flat_map(|lift| &lift.requirements);
    let relied_on = model.terms_named(needed.flat_map(|needed| needed.asks.terms.iter()));
    let title = format!("### {}", terms::title().get(style.lang));
    text.push_str(&model::terms(&relied_on, &title, style.lang));
    let open: Vec<_> = plan.goals.iter().filter(|goal| !goal.unanswered.is_empty()).collect();
    if !open.is_empty() {
        let heading = text!("Unanswered", "未回答");
        let _ = writeln!(text, "\n### {}\n", heading.get(style.lang));
    }
    for goal in open {
        let path = escape(&words::path(model, Node::Group(goal.sub_domain), style.lang, &DRAWN));
        let names = goal.unanswered.iter().map(|dimension| escape(dimension.name.get(style.lang)));
        let names = words::list(&names.collect::<Vec<_>>(), style.lang);
        let _ = writeln!(text, "- [ ] {}", text!("{path}: {names}", "{path}：{names}").get(style.lang));
    }
    text
}
