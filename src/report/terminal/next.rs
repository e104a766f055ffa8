//! A plan on a terminal: what blocks most, then step by step the clauses to meet.

use std::fmt::Write as _;

use super::requirements::{clauses, terms};
use super::scores;
use crate::lang::Text;
use crate::model::Node;
use crate::plan::{Idle, Plan};
use crate::report::kit::steps::{self as wording, blocking, lift_line, remarks, title};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::Outcome;
use crate::text::{blanks, one_line, push_wrapped, width, wrap};

/// One block a step; what is unanswered at the end, because nobody knows what it needs. Where all of it is, that is
/// said in one sentence.
#[must_use]
pub fn next(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    if !outcome.model.scoring.has_levels() {
        return scores::next(outcome, plan, style);
    }
    let mut text = String::new();
    if let Some(idle) = wording::idle(plan) {
        lines(&mut text, idle.get(style.lang), "", style);
        text.push('\n');
    }
    if let Some(words) = blocking(outcome, plan, style.lang) {
        lines(&mut text, &words, "", style);
        text.push('\n');
    }
    for (number, step) in plan.steps.iter().enumerate() {
        let heading = title(outcome.model, number + 1, step);
        let bold = anstyle::Style::new().bold().underline();
        for line in wrap(heading.get(style.lang), style.width, "", "  ") {
            let _ = writeln!(text, "{}", style.colors.paint(bold, &line));
        }
        text.push('\n');
        for lift in &step.lifts {
            let line = lift_line(outcome.model, lift, style.lang, style.signs());
            for line in wrap(&line, style.width, "", "  ") {
                let _ = writeln!(text, "{}", style.colors.bold(&line));
            }
            for line in wrap(lift.node.id().as_str(), style.width, "  ", "  ") {
                let _ = writeln!(text, "{}", style.colors.dim(&line));
            }
            clauses(&mut text, &lift.requirements, "  ", style);
            for remark in remarks(lift, style.lang) {
                lines(&mut text, &remark, &format!("  {} ", style.signs().below), style);
            }
            text.push('\n');
        }
    }
    let lifts = plan.steps.iter().flat_map(|step| &step.lifts);
    terms(&mut text, outcome.model, lifts.flat_map(|lift| &lift.requirements), style);
    if plan.idle != Some(Idle::Unanswered) {
        unanswered(&mut text, outcome, plan, style);
    }
    format!("{}\n", text.trim_end())
}

/// The questions without an answer, sub-domain by sub-domain.
fn unanswered(text: &mut String, outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) {
    let mut open = plan.goals.iter().filter(|goal| !goal.unanswered.is_empty()).peekable();
    if open.peek().is_none() {
        return;
    }
    let heading: Text = text!("Unanswered: what these need is not known", "未回答：尚不知道还缺什么");
    let bold = anstyle::Style::new().bold().underline();
    let _ = writeln!(text, "{}\n", style.colors.paint(bold, heading.get(style.lang)));
    for goal in open {
        let path = words::path(outcome.model, Node::Group(goal.sub_domain), style.lang, style.signs());
        let (open, total) = (goal.unanswered.len(), goal.sub_domain.dimensions.len());
        let line = if goal.level.is_none() && open == total {
            text!("{path} ({total})", "{path}（{total}）")
        } else {
            let names: Vec<_> =
                goal.unanswered.iter().map(|dimension| one_line(dimension.name.get(style.lang))).collect();
            let Text { en, zh, .. } = Text::list(&names);
            text!("{path}: {en}", "{path}：{zh}")
        };
        push_wrapped(text, line.get(style.lang), style.width, "  ", "    ");
    }
}

/// Lines that go on further in: a name from a file that is wrapped must not begin one.
fn lines(text: &mut String, words: &str, indent: &str, style: &Style) {
    let rest = blanks(width(indent).max(2));
    push_wrapped(text, words, style.width, indent, &rest);
}
