//! Results of a model without levels on a terminal: scores, and what raises them most.

use std::fmt::Write as _;

use anstyle::Style as Look;

use super::lines::lines;
use super::table::{self, Cell, Column};
use crate::model::{Node, NodeKind};
use crate::plan::Plan;
use crate::report::Standing;
use crate::report::kit::scores::{bar, gain, line, name, place, title};
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::{steps, words};
use crate::scoring::{Outcome, Raise, Scored};
use crate::text::{cut, indented, one_line, push_wrapped, width, wrap};

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 50;
/// The columns of a score.
const SCORE: usize = 7;
/// How many clauses are shown before everything else.
const FIRST: usize = 3;

/// The part that is shown with what is right below it, what raises it most, and every node.
pub(super) fn score(standing: &Standing<'_, '_>, style: &Style) -> String {
    let heading = heading(standing.outcome, style);
    let mut parts = vec![format!("{heading}\n{}", table(standing.outcome, &standing.first(), style))];
    parts.push(idle(standing.plan, style));
    let first: Vec<_> = standing.plan.raises.iter().take(FIRST).collect();
    if !first.is_empty() {
        parts.push(format!("{}\n{}", style.colors.bold(title().get(style.lang)), list(&first, style)));
    }
    parts.push(table(standing.outcome, &standing.all(), style));
    let parts: Vec<_> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\n\n"))
}

/// Every node above the dimensions.
pub(super) fn summary(outcome: &Outcome<'_>, style: &Style) -> String {
    let is_between = |scored: &&Scored<'_>| !matches!(scored.node, Node::Dimension(_) | Node::Model(_));
    let mut rows: Vec<_> = outcome.overall.walk().filter(is_between).collect();
    rows.push(&outcome.overall);
    format!("{}\n{}", heading(outcome, style), table(outcome, &rows, style))
}

/// The clauses that raise the score, those that raise it most first; what is unanswered at the end.
pub(super) fn next(outcome: &Outcome<'_>, plan: &Plan<'_>, style: &Style) -> String {
    let mut text = idle(plan, style);
    let raises: Vec<_> = plan.raises.iter().collect();
    if !raises.is_empty() {
        let _ = write!(text, "{}\n\n{}", style.colors.bold(title().get(style.lang)), list(&raises, style));
    }
    let open: Vec<_> = plan.goals.iter().flat_map(|goal| &goal.unanswered).collect();
    if !open.is_empty() && !plan.raises.is_empty() {
        let heading = text!("Unanswered: what these would give is not known", "未回答：尚不知道能提高多少");
        let _ = writeln!(text, "\n{}\n", style.colors.bold(heading.get(style.lang)));
        for dimension in open {
            let path = words::path(outcome.model, Node::Dimension(dimension), style.lang, style.signs());
            push_wrapped(&mut text, &path, style.width, "  ", "    ");
        }
    }
    format!("{}\n", text.trim_end())
}

fn heading(outcome: &Outcome<'_>, style: &Style) -> String {
    let heading = words::heading(outcome.model, outcome.answers, style.lang, style.signs());
    let lines = wrap(&heading, style.width, "", "  ");
    lines.iter().map(|line| format!("{}\n", style.colors.bold(line))).collect()
}

fn idle(plan: &Plan<'_>, style: &Style) -> String {
    lines(steps::idle(plan).map(|idle| idle.into_string(style.lang)), style)
}

/// `1. 67% → 70%  Backups 1.2: They are restored once a year`.
fn list(raises: &[&Raise<'_>], style: &Style) -> String {
    let mut text = String::new();
    for (number, raise) in (1..).zip(raises) {
        let (gain, place) = (gain(raise, style.signs()), place(raise, style.lang));
        let clause = one_line(raise.requirement.asks.text.get(style.lang));
        let words = text!("{gain}  {place}: {clause}", "{gain}  {place}：{clause}");
        push_wrapped(&mut text, words.get(style.lang), style.width, &format!("{number}. "), "   ");
        let id = raise.requirement.dimension.id.as_str();
        for line in wrap(id, style.width, "   ", "   ") {
            let _ = writeln!(text, "{}", style.colors.dim(&line));
        }
    }
    text
}

/// Nodes in the order given, each with its bar and score; in lines where there is no room for a table.
fn table(outcome: &Outcome<'_>, rows: &[&Scored<'_>], style: &Style) -> String {
    if rows.is_empty() {
        return String::new();
    }
    if style.drawing == Drawing::Plain || style.width < NARROW {
        return lines(rows.iter().map(|scored| line(scored, style.lang, style.signs())), style);
    }
    let top = rows.first().map_or(0, |scored| scored.node.storey());
    let indented =
        |scored: &Scored<'_>| indented(&name(scored.node, style.lang), scored.node.storey().saturating_sub(top));
    let bars = rows.iter().map(|scored| width(&bar(outcome.model, scored, style.signs()))).max().unwrap_or_default();
    let names = rows.iter().map(|scored| width(&indented(scored))).max().unwrap_or_default();
    let coverage =
        |scored: &Scored<'_>| words::coverage(scored).map(|words| words.into_string(style.lang)).unwrap_or_default();
    let remarks = rows.iter().map(|scored| width(&coverage(scored))).max().unwrap_or_default();
    let names = names.min(style.width.saturating_sub(bars + SCORE + remarks + 6));
    let dimmed = Look::new().dimmed();
    let row = |scored: &&Scored<'_>| {
        let look = if scored.node.kind() <= NodeKind::Area { Look::new().bold() } else { Look::new() };
        vec![
            Cell::new(cut(&indented(scored), names), look),
            Cell::new(bar(outcome.model, scored, style.signs()), dimmed),
            Cell::new(words::score(scored, style.signs()), look).right(),
            Cell::new(coverage(scored), dimmed),
        ]
    };
    let header = [text!("", ""), text!("", ""), text!("Score", "得分"), text!("", "")];
    let header = header.iter().map(|word| Cell::new(word.get(style.lang), dimmed)).collect();
    let columns = [names, bars, SCORE].map(|least| Column { least, gap: 2 });
    let columns: Vec<_> = columns.into_iter().chain([Column { least: 0, gap: 0 }]).collect();
    table::layout(&columns, header, rows.iter().map(row).collect(), style)
}
