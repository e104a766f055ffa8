//! Wordings that both forms of a comparison share.

use super::Comparison;
use crate::answers::{Answer, Claim};
use crate::diff::{Direction, Move, Shift, Side, Standing};
use crate::lang::{Lang, Text};
use crate::model::Node;
use crate::report::words;
use crate::scoring::Scored;
use crate::text::one_line;

/// `payments · DevOps maturity model 1.0.0 · 2026-08-01 → 2026-11-21`.
pub(super) fn heading(comparison: &Comparison<'_, '_>, lang: Lang) -> String {
    let (was, is) = (comparison.old.answers.assessment.date, comparison.new.answers.assessment.date);
    let heading = words::heading(comparison.new.model, comparison.new.answers, lang);
    match (was, is) {
        (Some(was), Some(is)) if was != is => heading.replace(&is.to_string(), &format!("{was} → {is}")),
        _ => heading,
    }
}

/// `14 dimensions moved: 9 up, 3 down, 2 otherwise`.
pub(super) fn counts(comparison: &Comparison<'_, '_>) -> Text {
    if comparison.diff.is_empty() {
        return text!("nothing moved", "没有变化");
    }
    let total = comparison.diff.dimensions.len();
    let [up, down, aside] = [Direction::Up, Direction::Down, Direction::Aside].map(|way| comparison.diff.count(way));
    let some = if total == 1 { "dimension" } else { "dimensions" };
    text!(
        "{total} {some} changed: {up} up, {down} down, {aside} otherwise",
        "{total} 个维度有变化：{up} 个上升，{down} 个下降，{aside} 个其他变化"
    )
}

/// What changed in the assessment itself: areas in and out of scope, and the version of the model.
pub(super) fn remarks(comparison: &Comparison<'_, '_>, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(change) = comparison.model {
        let (from, to) = (one_line(&change.from), one_line(&change.to));
        remarks.push(text!(
            "The model changed from version {from} to {to}: what follows compares the dimensions that both have; their clauses may have changed too.",
            "模型由版本 {from} 变为 {to}：以下只比较两个版本共有的维度，其要求也可能已变化。"
        ));
        if !change.gone.is_empty() {
            let gone = change.gone.iter().map(|id| one_line(id)).collect::<Vec<_>>();
            let (en, zh) = (gone.join(", "), gone.join("、"));
            remarks.push(text!("No longer in the model: {en}", "模型中已不存在：{zh}"));
        }
    }
    for area in &comparison.diff.left {
        let name = one_line(area.name.get(lang));
        remarks.push(text!("No longer assessed: {name}", "不再评估：{name}"));
    }
    for area in &comparison.diff.joined {
        let name = one_line(area.name.get(lang));
        remarks.push(text!("Assessed for the first time: {name}", "首次评估：{name}"));
    }
    remarks.into_iter().map(|remark| remark.into_string(lang)).collect()
}

/// `↑`, `↓` or `·`; words where nothing is drawn.
pub(super) fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "↑",
        Direction::Down => "↓",
        Direction::Aside => "·",
    }
}

/// What moved above the dimensions: the whole at the end, and not at all where it is one area alone.
pub(super) fn nodes<'a, 'm>(comparison: &Comparison<'a, 'm>) -> Vec<&'a Shift<'m>> {
    let is_whole = |shift: &&Shift<'_>| matches!(shift.node, Node::Model(_));
    let (whole, parts): (Vec<_>, Vec<_>) = comparison.diff.nodes.iter().partition(is_whole);
    let several = comparison.new.overall.children.len() > 1;
    parts.into_iter().chain(whole.into_iter().filter(|_| several)).collect()
}

/// What the columns of [`row`] are.
pub(super) const COLUMNS: [fn() -> Text; 5] = [
    || text!("", ""),
    || text!("Level", "级别"),
    || text!("Grade", "等级"),
    || text!("Score", "得分"),
    || text!("Answered", "已回答"),
];

/// The name, set in by its depth, and what moved: `2 → 3`; what did not stands once.
pub(super) fn row(shift: &Shift<'_>, lang: Lang) -> [String; 5] {
    let indent = match shift.node {
        Node::Domain(_) => "  ",
        Node::SubDomain(_) => "    ",
        _ => "",
    };
    let name = format!("{indent}{}", name(shift, lang));
    let moved = |said: fn(&Scored<'_>) -> String| {
        let (was, is) = (said(&shift.old), said(&shift.new));
        if was == is { is } else { format!("{was} → {is}") }
    };
    [name, moved(words::level), moved(words::grade), moved(words::score), moved(answered)]
}

/// The same in one line, without what did not move: `Version control: level 2 → 3, score 2.40 → 3.00`.
pub(super) fn shift(shift: &Shift<'_>, lang: Lang) -> String {
    let separator = text!(", ", "，");
    let cells = row(shift, lang);
    let moved = COLUMNS.iter().zip(&cells).skip(1).filter(|(_, cell)| cell.contains('→'));
    let moved: Vec<_> = moved.map(|(column, cell)| format!("{} {cell}", column().get(lang).to_lowercase())).collect();
    let (name, moved) = (name(shift, lang), moved.join(separator.get(lang)));
    text!("{name}: {moved}", "{name}：{moved}").into_string(lang)
}

/// What the node is called; the whole by its place.
pub(super) fn name(shift: &Shift<'_>, lang: Lang) -> String {
    match shift.node {
        Node::Model(_) => text!("Overall", "总体").into_string(lang),
        node => one_line(node.name().get(lang)),
    }
}

/// How much is answered: `40/52`.
fn answered(scored: &Scored<'_>) -> String {
    format!("{}/{}", scored.answered, scored.total)
}

/// `2 → 3-`, `unanswered → 2`.
pub(super) fn standings(moved: &Move<'_>, lang: Lang) -> String {
    let (was, is) = (standing(moved.old, lang), standing(moved.new, lang));
    if was == is { is } else { format!("{was} → {is}") }
}

fn standing(side: Side<'_>, lang: Lang) -> String {
    match (side.standing, side.grade) {
        (Standing::At(_), Some(grade)) => grade.to_string(),
        (Standing::OutOfScope, _) => text!("out of scope", "不在评估范围").into_string(lang),
        (Standing::NotApplicable, _) => text!("not applicable", "不适用").into_string(lang),
        _ => text!("unanswered", "未回答").into_string(lang),
    }
}

/// What was said otherwise: a note, evidence, the reason for not applying.
pub(super) fn said(moved: &Move<'_>, lang: Lang) -> Vec<String> {
    let of = |said: fn(&Answer) -> Option<String>| (moved.old.answer.and_then(said), moved.new.answer.and_then(said));
    let parts = [
        (of(|answer| answer.note.clone()), text!("note", "备注")),
        (of(|answer| Some(answer.evidence.join(" ; ")).filter(|list| !list.is_empty())), text!("evidence", "证据")),
        (of(reason), text!("reason", "原因")),
    ];
    let changed = parts.into_iter().filter(|((was, is), _)| was != is);
    changed
        .map(|((was, is), name)| {
            let name = name.into_string(lang);
            let none = || text!("(none)", "（无）").into_string(lang);
            let [was, is] = [was, is].map(|words| words.map_or_else(none, |words| one_line(&words)));
            text!("{name}: {was} → {is}", "{name}：{was} → {is}").into_string(lang)
        })
        .collect()
}

fn reason(answer: &Answer) -> Option<String> {
    match &answer.claim {
        Some(Claim::NotApplicable { reason, until: None }) => Some(reason.clone()),
        Some(Claim::NotApplicable { reason, until: Some(until) }) => Some(format!("{reason} ({until})")),
        _ => None,
    }
}
