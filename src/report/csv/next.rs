//! A plan for an issue tracker: one row a sub-domain that is raised, and one a sub-domain with open questions.

use super::records::write;
use crate::lang::Lang;
use crate::model::{Id, Model, Node};
use crate::plan::{Goal, Lift, Plan};
use crate::report::kit::escape::{csv, csv_lines, markdown as escape};
use crate::report::kit::scores;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::steps::{lift_line, remarks};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Outcome, Raise};

/// The columns, in both languages the same: trackers read the first two by place or by name, the others by name.
const COLUMNS: [&str; 8] = ["title", "description", "labels", "id", "step", "from", "to", "clauses"];

/// Issues in the order of the steps, each with its clauses as a check-list in Markdown and its area as a label; open
/// questions have no step.
#[must_use]
pub fn next(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let lifts =
        (1_usize..).zip(&plan.steps).flat_map(|(number, step)| step.lifts.iter().map(move |lift| (number, lift)));
    let lifts = lifts.map(|(number, lift)| issue(outcome.model, number, lift, style));
    let open = plan.goals.iter().filter(|goal| !goal.unanswered.is_empty());
    let open = open.map(|goal| question(outcome.model, goal, style));
    let raises = (1_usize..).zip(&plan.raises).map(|(number, raise)| raised(outcome.model, number, raise, style));
    write(&COLUMNS, lifts.chain(raises).chain(open))
}

fn issue(model: &Model, number: usize, lift: &Lift<'_>, style: &Style) -> [String; 8] {
    let (name, from, to) = (lift.node.name(), lift.from, lift.to);
    let (en, zh) = (name.get(Lang::En), name.get(Lang::Zh));
    let title = text!("{en}: from level {from} to {to}", "{zh}：从级别 {from} 升到 {to}");
    let path = escape(&lift_line(model, lift, style.lang, &DRAWN));
    let clauses = lift.requirements.iter().map(|needed| {
        let (name, place) = (needed.dimension.name.get(style.lang), words::place(needed, style.lang));
        format!("- [ ] {} {}: {}", escape(name), escape(&place), escape(&words::asked(needed.asks, style.lang)))
    });
    let remarks = remarks(lift, style.lang).into_iter().map(|remark| format!("- {}", escape(&remark)));
    let lines: Vec<_> = [path, String::new()].into_iter().chain(clauses).chain(remarks).collect();
    [
        csv(title.get(style.lang)).into_owned(),
        csv_lines(&lines),
        label(model, lift.node.id()),
        lift.node.id().to_string(),
        number.to_string(),
        from.to_string(),
        to.to_string(),
        lift.requirements.len().to_string(),
    ]
}

/// A clause that raises the score.
fn raised(model: &Model, number: usize, raise: &Raise<'_>, style: &Style) -> [String; 8] {
    let needed = &raise.requirement;
    let (id, clause) = (&needed.dimension.id, needed.asks.text.get(style.lang));
    let title = scores::place(raise, style.lang);
    let path = escape(&words::path(model, Node::Dimension(needed.dimension), style.lang, &DRAWN));
    let lines = [path, String::new(), format!("- [ ] {}: {}", needed.clause, escape(clause))];
    [
        csv(&title).into_owned(),
        csv_lines(&lines),
        label(model, id),
        id.to_string(),
        number.to_string(),
        raise.from.rounded().to_string(),
        raise.to.rounded().to_string(),
        "1".to_owned(),
    ]
}

fn question(model: &Model, goal: &Goal<'_>, style: &Style) -> [String; 8] {
    let node = Node::Group(goal.sub_domain);
    let (en, zh) = (node.name().get(Lang::En), node.name().get(Lang::Zh));
    let title = text!("{en}: answer what is open", "{zh}：回答剩余的问题");
    let path = escape(&words::path(model, node, style.lang, &DRAWN));
    let questions = goal.unanswered.iter().map(|dimension| {
        let (name, question) = (dimension.name.get(style.lang), dimension.question.text.get(style.lang));
        format!("- [ ] {}: {}", escape(name), escape(question))
    });
    let lines: Vec<_> = [path, String::new()].into_iter().chain(questions).collect();
    [
        csv(title.get(style.lang)).into_owned(),
        csv_lines(&lines),
        label(model, node.id()),
        node.id().to_string(),
        String::new(),
        goal.level.map(|level| level.to_string()).unwrap_or_default(),
        goal.target.map(|target| target.to_string()).unwrap_or_default(),
        String::new(),
    ]
}

/// The area's id: a label without blanks, which every tracker takes for one.
fn label(model: &Model, id: &Id) -> String {
    words::area(model, id).map(|area| area.id.to_string()).unwrap_or_default()
}
