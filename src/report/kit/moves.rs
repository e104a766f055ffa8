//! Wordings that both forms of a comparison share.

use crate::answers::{Answer, Claim};
use crate::diff::{AboutKey, Direction, Move, Shift, Side, Standing};
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Model, Node};
use crate::report::input::Comparison;
use crate::report::kit::signs::Signs;
use crate::report::kit::{kinds, scores, words};
use crate::scoring::Scored;
use crate::text::{cut, indented, one_line};

/// `14 dimensions differ: 9 up, 3 down, 2 changed`.
pub(in crate::report) fn counts(comparison: &Comparison<'_, '_>) -> Text {
    if comparison.diff.is_empty() {
        return text!("nothing moved", "没有变化");
    }
    let total = comparison.diff.dimensions.len();
    let [up, down, changed] =
        [Direction::Up, Direction::Down, Direction::Changed].map(|way| comparison.diff.count(way));
    let model = comparison.new.model;
    let Text { en, zh, .. } = kinds::several(model, model.storeys(), total);
    let differ = if total == 1 { "differs" } else { "differ" };
    text!(
        "{en} {differ}: {up} up, {down} down, {changed} changed",
        "{zh}有差异：{up} 个上升，{down} 个下降，{changed} 个有其他变化"
    )
}

/// What changed in the assessment itself: areas in and out of scope, and the version of the model.
pub(in crate::report) fn remarks(comparison: &Comparison<'_, '_>, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    if let Some(change) = comparison.model {
        let (from, to) = (one_line(&change.from), one_line(&change.to));
        remarks.push(text!(
            "The model changed from version {from} to {to}: what follows compares the dimensions that both have; their clauses may have changed too.",
            "模型由版本 {from} 变为 {to}：以下只比较两个版本共有的维度，其要求也可能已变化。"
        ));
        if !change.gone.is_empty() {
            let gone = change.gone.iter().map(|id| one_line(id)).collect::<Vec<_>>();
            let Text { en, zh, .. } = Text::list(&gone);
            remarks.push(text!("No longer in the model: {en}", "模型中已不存在：{zh}"));
        }
    }
    for (area, levels) in &comparison.diff.left {
        let name = one_line(area.name.get(lang));
        remarks.push(text!("No longer assessed: {name} ({levels} answers)", "不再评估：{name}（{levels} 个答案）"));
    }
    for (area, levels) in &comparison.diff.joined {
        let name = one_line(area.name.get(lang));
        remarks.push(text!("Assessed now: {name} ({levels} answers)", "新纳入评估：{name}（{levels} 个答案）"));
    }
    remarks.into_iter().map(|remark| remark.into_string(lang)).collect()
}

/// What is said before a clause that is met by now.
pub(in crate::report) fn gained() -> Text {
    text!("Met now", "新满足")
}

/// What is said before a clause that is met no longer.
pub(in crate::report) fn lost() -> Text {
    text!("No longer met", "不再满足")
}

/// `↑`, `↓` or `·`; words where nothing is drawn.
pub(in crate::report) fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "↑",
        Direction::Down => "↓",
        Direction::Changed => "·",
    }
}

/// What moved above the dimensions: the whole at the end, and not at all where it is one area alone.
pub(in crate::report) fn nodes<'a, 'm>(comparison: &Comparison<'a, 'm>) -> Vec<&'a Shift<'m>> {
    let is_whole = |shift: &&Shift<'_>| matches!(shift.node, Node::Model(_));
    let (whole, parts): (Vec<_>, Vec<_>) = comparison.diff.nodes.iter().partition(is_whole);
    let several = comparison.new.overall.children.len() > 1;
    parts.into_iter().chain(whole.into_iter().filter(|_| several)).collect()
}

/// What the columns of [`row`] are.
pub(in crate::report) fn columns(model: &Model) -> Vec<Text> {
    let by_level = [text!("Level", "级别"), text!("Grade", "等级")].into_iter().filter(|_| model.scoring.has_levels());
    let others = [text!("Score", "得分"), text!("Answered", "已回答")];
    [kinds::part()].into_iter().chain(by_level).chain(others).collect()
}

/// The name, set in by its depth, and what moved: `2 → 3`; what did not stands once.
pub(in crate::report) fn row(model: &Model, shift: &Shift<'_>, lang: Lang, signs: &Signs) -> Vec<String> {
    let name = indented(&scores::name(shift.node, lang), shift.node.storey().saturating_sub(1));
    let moved = |said: fn(&Scored<'_>, &Signs) -> String| {
        let (was, is) = (said(&shift.old, signs), said(&shift.new, signs));
        from_to(&was, is, signs)
    };
    let by_level = [words::level, words::grade].into_iter().filter(|_| model.scoring.has_levels()).map(moved);
    let [was, is] = both_scores(shift, signs);
    [name].into_iter().chain(by_level).chain([from_to(&was, is, signs), moved(answered)]).collect()
}

/// The score before and the score now, told apart by as many digits as that takes.
pub(in crate::report) fn both_scores(shift: &Shift<'_>, signs: &Signs) -> [String; 2] {
    let (old, new) = (&shift.old, &shift.new);
    [words::score_beside(old, new, signs), words::score_beside(new, old, signs)]
}

/// What moved of a node, in one line: `Version control: level 2 → 3, score 2.40 → 3.00`.
pub(in crate::report) fn shift(model: &Model, shift: &Shift<'_>, lang: Lang, signs: &Signs) -> String {
    let separator = text!(", ", "，");
    let (columns, cells) = (columns(model), row(model, shift, lang, signs));
    let all = || columns.iter().zip(&cells).skip(1);
    let mut moved: Vec<_> = all().filter(|(_, cell)| cell.contains(signs.arrow)).collect();
    if moved.is_empty() {
        // What went up and what left the count may weigh alike: nothing moved that is shown.
        moved = all().collect();
    }
    let moved: Vec<_> =
        moved.into_iter().map(|(column, cell)| format!("{} {cell}", column.get(lang).to_lowercase())).collect();
    let (name, moved) = (scores::name(shift.node, lang), moved.join(separator.get(lang)));
    text!("{name}: {moved}", "{name}：{moved}").into_string(lang)
}

/// How much is answered: `40/52`.
fn answered(scored: &Scored<'_>, _: &Signs) -> String {
    format!("{}/{}", scored.answered, scored.total)
}

/// `2 → 3-`, `unanswered → 2`.
pub(in crate::report) fn standings(moved: &Move<'_>, lang: Lang, signs: &Signs) -> String {
    let (was, is) = (standing(moved.dimension, moved.old, lang), standing(moved.dimension, moved.new, lang));
    from_to(&was, is, signs)
}

/// `2 → 3`; once if both are the same.
fn from_to(was: &str, is: String, signs: &Signs) -> String {
    if was == is { is } else { format!("{was} {} {is}", signs.arrow) }
}

/// What a dimension had on one side: a grade, or why it has none.
pub(in crate::report) fn standing(dimension: &Dimension, side: Side<'_>, lang: Lang) -> String {
    match (side.standing, side.grade) {
        (Standing::Answered, _) => {
            side.answer.map(|answer| answer.clauses_met(dimension).into_string(lang)).unwrap_or_default()
        }
        (Standing::At(_), Some(grade)) => grade.to_string(),
        (Standing::OutOfScope, _) => text!("out of scope", "不在评估范围").into_string(lang),
        (Standing::NotApplicable, _) => text!("not applicable", "不适用").into_string(lang),
        _ => text!("unanswered", "未回答").into_string(lang),
    }
}

/// A text that changed, before and now.
pub(in crate::report) struct TextChange {
    name: Text,
    was: Option<Text>,
    is: Option<Text>,
}

impl TextChange {
    /// `note: nobody knows → Ann knows`, each side cut at `columns`.
    pub(in crate::report) fn line(&self, columns: usize, lang: Lang, signs: &Signs) -> String {
        let none = text!("(none)", "（无）");
        let side = |words: &Option<Text>| match words {
            None => none.get(lang).to_owned(),
            Some(words) => cut(&one_line(words.get(lang)), columns).into_owned(),
        };
        let (name, was, is, arrow) = (self.name.get(lang), side(&self.was), side(&self.is), signs.arrow);
        text!("{name}: {was} {arrow} {is}", "{name}：{was} {arrow} {is}").into_string(lang)
    }
}

/// The texts of an answer that changed: note, evidence, exceptions, the reason not to apply and its last day.
pub(in crate::report) fn text_changes(moved: &Move<'_>) -> Vec<TextChange> {
    let of = |said: fn(&Answer) -> Option<Text>| (moved.old.answer.and_then(said), moved.new.answer.and_then(said));
    let parts = [
        (of(|answer| answer.note.clone().map(Text::same)), text!("note", "备注")),
        (of(evidence), text!("evidence", "证据")),
        (of(|answer| Some(Text::same(not_applicable(answer)?.0))), text!("reason", "原因")),
        (of(excepted), text!("excepted", "例外")),
        (of(|answer| not_applicable(answer)?.1.map(Text::same)), text!("not applicable until", "不适用截止于")),
    ];
    let changed = parts.into_iter().filter(|((was, is), _)| was != is);
    changed.map(|((was, is), name)| TextChange { name, was, is }).collect()
}

/// The keys of `[assessment]` that changed.
pub(in crate::report) fn about_changes(comparison: &Comparison<'_, '_>) -> Vec<TextChange> {
    let about = comparison.diff.about.iter();
    about.map(|it| TextChange { name: name_of(it.key), was: it.old.clone(), is: it.new.clone() }).collect()
}

fn name_of(key: AboutKey) -> Text {
    match key {
        AboutKey::Team => text!("team", "团队"),
        AboutKey::System => text!("system", "系统"),
        AboutKey::Owner => text!("owner", "负责人"),
        AboutKey::Date => text!("date", "日期"),
        AboutKey::Assessors => text!("assessors", "评估人"),
    }
}

/// The entries in quotes, so that one with a comma is not taken for two.
fn evidence(answer: &Answer) -> Option<Text> {
    let entries: Vec<_> = answer.evidence.iter().map(|entry| format!("\"{entry}\"")).collect();
    (!entries.is_empty()).then(|| Text::list(&entries))
}

/// The clauses that are not asked of the team, each with its reason.
fn excepted(answer: &Answer) -> Option<Text> {
    let entries: Vec<_> = answer.except.iter().map(|(id, it)| words::exception(*id, it)).collect();
    let joined = |lang, mark| entries.iter().map(|entry| entry.get(lang)).collect::<Vec<_>>().join(mark);
    (!entries.is_empty()).then(|| Text::new(joined(Lang::En, "; "), joined(Lang::Zh, "；")))
}

fn not_applicable(answer: &Answer) -> Option<(String, Option<String>)> {
    match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => Some((reason.clone(), until.map(|day| day.to_string()))),
        _ => None,
    }
}
