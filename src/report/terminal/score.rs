//! The levels that follow from a team's answers, as a table or in lines: the message first, then the details.

mod lead;
mod plain;
mod table;

use crate::report::Standing;
use crate::report::kit;
use crate::report::kit::lead::name_and_id;
use crate::report::kit::style::{Drawing, Style};
use crate::report::terminal::requirements::requirements;
use crate::report::terminal::scores;
use crate::scoring::Outcome;
use crate::text::wrap;

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 50;

/// For a terminal: the part that is shown and what is right below it, what holds it at its level, the nearest steps;
/// then every node, then what the next level asks.
#[must_use]
pub fn score(standing: &Standing<'_, '_>, style: &Style) -> String {
    if !standing.outcome.model.scoring.has_levels() {
        let anew = asked_anew(standing, style);
        return format!(
            "{}{}",
            scores::score(standing, style),
            if anew.is_empty() { anew } else { format!("\n{anew}\n") }
        );
    }
    let is_drawn = style.drawing == Drawing::Drawn && style.width >= NARROW;
    let [mut text, all] = if is_drawn { table::score(standing, style) } else { plain::score(standing, style) };
    for part in [lead::lead(standing, style), all, asked_anew(standing, style)] {
        add_part(&mut text, &part);
    }
    next_level(&mut text, standing, style);
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Adds a part below an empty line, if there is anything in it.
fn add_part(text: &mut String, part: &str) {
    let part = part.trim_end();
    if !part.is_empty() {
        text.truncate(text.trim_end().len());
        text.push_str("\n\n");
        text.push_str(part);
    }
}

/// The table alone, without what comes before and after it.
#[must_use]
pub fn summary(outcome: &Outcome<'_>, style: &Style) -> String {
    match style.drawing {
        _ if !outcome.model.scoring.has_levels() => scores::summary(outcome, style),
        Drawing::Drawn if style.width >= NARROW => table::summary(outcome, style),
        _ => plain::summary(outcome, style),
    }
}

/// The answers to be given anew, each with its id.
fn asked_anew(standing: &Standing<'_, '_>, style: &Style) -> String {
    let found = standing.outcome.asked_anew();
    if found.is_empty() {
        return String::new();
    }
    let title = wrap(kit::lead::asked_anew().get(style.lang), style.width, "", "  ");
    let title = title.iter().map(|line| style.colors.bold(line));
    let names = found.iter().flat_map(|scored| wrap(&name_and_id(scored.node, style.lang), style.width, "  ", "    "));
    title.chain(names).collect::<Vec<_>>().join("\n")
}

fn next_level(text: &mut String, standing: &Standing<'_, '_>, style: &Style) {
    if standing.plan.goals.is_empty() || !standing.is_deep() {
        return;
    }
    let title = text!("What the next level asks", "下一级的要求");
    add_part(text, &style.colors.bold(title.get(style.lang)));
    text.push_str("\n\n");
    requirements(text, standing.outcome.model, &standing.plan.goals, style);
}
