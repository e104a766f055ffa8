//! The score on a terminal, as tables: a short one to begin with, and a long one.

use anstyle::{Effects, Style as Look};

use crate::lang::Text;
use crate::model::{Dimension, Model, Node, NodeKind};
use crate::report::Standing;
use crate::report::kit::color::level_color;
use crate::report::kit::signs::dots;
use crate::report::kit::style::Style;
use crate::report::kit::{scores, words};
use crate::report::terminal::lines::side_by_side;
use crate::report::terminal::table::{self, Cell, Column, look_of};
use crate::scoring::{Outcome, Scored, State};
use crate::text::{cut, indented, one_line, width, wrap};

/// The columns of a level, a grade or a score, and of the word above it.
const NUMBER: usize = 5;
/// The columns from which on there is room for the names of levels and of what holds them down.
const WIDE: usize = 110;

/// The part that is shown with what is right below it, and every node.
pub(super) fn score(standing: &Standing<'_, '_>, style: &Style) -> [String; 2] {
    let outcome = standing.outcome;
    let (first, all) = (standing.first(), standing.all());
    let legend = legend(standing.lead.at, style);
    let first = format!("{}\n{}", heading(outcome, style), levels(outcome.model, &first, style));
    if all.is_empty() {
        return [format!("{first}\n{legend}"), String::new()];
    }
    [first, format!("{}\n{legend}", levels(outcome.model, &all, style))]
}

pub(super) fn summary(outcome: &Outcome<'_>, style: &Style) -> String {
    let is_between = |scored: &&Scored<'_>| !matches!(scored.node, Node::Dimension(_) | Node::Model(_));
    let mut rows: Vec<_> = outcome.overall.walk().filter(is_between).collect();
    if outcome.overall.children.len() > 1 {
        rows.push(&outcome.overall);
    }
    let levels = levels(outcome.model, &rows, style);
    format!("{}\n{levels}\n{}", heading(outcome, style), legend(&outcome.overall, style))
}

fn heading(outcome: &Outcome<'_>, style: &Style) -> String {
    let heading = words::heading(outcome.model, outcome.answers, style.lang, style.signs());
    let lines = wrap(&heading, style.width, "", "  ");
    lines.iter().map(|line| format!("{}\n", style.colors.bold(line))).collect()
}

/// Nodes in the order given, each with its dots, level, grade and score, and further in than the first where it stands below that.
fn levels(model: &Model, rows: &[&Scored<'_>], style: &Style) -> String {
    let header = [
        text!("", ""),
        text!("", ""),
        text!("Level", "级别"),
        text!("Grade", "等级"),
        text!("Score", "得分"),
        text!("", ""),
    ];
    let header = header.iter().map(|word| Cell::new(word.get(style.lang), Look::new().dimmed())).collect();
    let top = rows.first().map_or(0, |scored| scored.node.storey());
    let names: Vec<_> = rows.iter().map(|scored| name(scored, top, style)).collect();
    let layout = Layout::of(model, rows, &names, style);
    let is_long = rows.iter().any(|scored| scored.node.kind() >= NodeKind::SubDomain);
    let mut lines = Vec::new();
    for (scored, name) in rows.iter().zip(&names) {
        if is_long && scored.node.kind() <= NodeKind::Area && !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.push(row(model, scored, name, style, &layout));
    }
    let gap = layout.gap;
    let columns = [layout.names, layout.dots, layout.level, NUMBER, NUMBER].map(|least| Column { least, gap });
    let columns: Vec<_> = columns.into_iter().chain([Column { least: 0, gap: 0 }]).collect();
    table::layout(&columns, header, lines, style)
}

/// The columns that everything takes, the space between them, and what is left for remarks.
struct Layout {
    names: usize,
    dots: usize,
    level: usize,
    gap: usize,
    remark: usize,
}

impl Layout {
    fn of(model: &Model, rows: &[&Scored<'_>], names: &[String], style: &Style) -> Self {
        let widest = |columns: &mut dyn Iterator<Item = usize>| columns.max().unwrap_or_default();
        let names = widest(&mut names.iter().map(|name| width(name)));
        let coverage =
            widest(&mut rows.iter().filter_map(|scored| Some(width(words::coverage(scored)?.get(style.lang)))));
        let level = if style.width >= WIDE {
            widest(&mut model.all_levels().map(|level| width(&words::named_level(model, level, style.lang))))
        } else {
            NUMBER
        };
        let dots = model.levels.len();
        let others = |gap: usize| dots + level + 2 * NUMBER + 4 * gap;
        let gap = if names + others(2) + coverage <= style.width { 2 } else { 1 };
        let names = names.min(style.width.saturating_sub(others(gap) + gap + coverage));
        Self { names, dots, level, gap, remark: style.width.saturating_sub(names + others(gap) + gap) }
    }
}

/// Further in by what it stands below the first row of the table.
fn name(scored: &Scored<'_>, top: usize, style: &Style) -> String {
    let depth = scored.node.storey().saturating_sub(top);
    indented(&scores::name(scored.node, style.lang), depth)
}

fn row(model: &Model, scored: &Scored<'_>, name: &str, style: &Style, layout: &Layout) -> Vec<Cell> {
    let weight = look_of(scored.node.kind());
    let color = |look: Look| match scored.level {
        Some(level) => look.fg_color(Some(level_color(model, level).into())),
        None => look.effects(look.get_effects() | Effects::DIMMED),
    };
    let level = match scored.level {
        Some(level) if style.width >= WIDE && scored.is_certain() => words::named_level(model, level, style.lang),
        _ => words::level(scored, style.signs()),
    };
    let number = |words: String| Cell::new(words, weight).right();
    vec![
        Cell::new(cut(name, layout.names), weight),
        Cell::new(dots(model, scored, style.signs()), color(Look::new())),
        Cell::new(level, color(weight)),
        number(words::grade(scored, style.signs())),
        number(words::score(scored, style.signs())),
        Cell::new(remark(scored, style, layout.remark), Look::new().dimmed()),
    ]
}

/// Coverage, and on wide terminals what holds a sub-domain down, as far as there is room.
fn remark(scored: &Scored<'_>, style: &Style, room: usize) -> String {
    let coverage = words::coverage(scored).map(|text| text.into_string(style.lang));
    let is_named = scored.node.sub_domain().is_some() && style.width >= WIDE;
    let limiting = if is_named { scored.limiting() } else { Vec::new() };
    let held_by = (is_named && limiting.len() < scored.answered).then(|| {
        let taken = coverage.as_ref().map_or(0, |coverage| width(coverage) + 2);
        held_by(&limiting, style, room.saturating_sub(taken))
    });
    let separator = text!("; ", "；");
    let remark = coverage.into_iter().chain(held_by).collect::<Vec<_>>().join(separator.get(style.lang));
    cut(&remark, room).into_owned()
}

/// The names of the limiting dimensions; how many more there are where not all fit.
fn held_by(limiting: &[&Dimension], style: &Style, room: usize) -> String {
    let said = |count: usize| {
        let names: Vec<_> = limiting[..count].iter().map(|it| one_line(it.name.get(style.lang))).collect();
        let all = limiting.len();
        let (en, zh, rest) = (names.join(", "), names.join("、"), all - count);
        match rest {
            0 => text!("weakest: {en}", "受限于{zh}"),
            _ => text!("weakest: {en} and {rest} more", "受限于{zh}等 {all} 个"),
        }
        .into_string(style.lang)
    };
    let counts = (1..=limiting.len()).rev();
    let fitting = counts.map(said).find(|words| width(words) <= room);
    fitting.unwrap_or_else(|| said(limiting.len().min(1)))
}

/// What the signs mean, those that can occur.
fn legend(overall: &Scored<'_>, style: &Style) -> String {
    let signs = style.signs();
    let mut entries = vec![
        (signs.reached, text!("reached", "已达到")),
        (signs.partly, text!("partly", "部分达到")),
        (signs.missing, text!("not reached", "未达到")),
    ];
    if overall.state != State::Complete {
        entries.insert(1, (signs.open, text!("at best, some is unanswered", "最好情况，有问题未回答")));
        entries.push(('~', text!("provisional", "暂定")));
    }
    if overall.walk().any(|scored| scored.level.is_none() && scored.state != State::NotApplicable) {
        entries.push((signs.unanswered, text!("unanswered", "未回答")));
    }
    let entries: Vec<_> =
        entries.into_iter().map(|(sign, Text { en, zh, .. })| text!("{sign} {en}", "{sign} {zh}")).collect();
    side_by_side(&entries, style)
}
