//! The score in words, one line a node: for screen readers and for terminals too narrow for a table.

use crate::lang::Text;
use crate::model::Node;
use crate::report::Standing;
use crate::report::kit::style::Style;
use crate::report::kit::{scores, words};
use crate::report::terminal::lines::lines;
use crate::scoring::{Outcome, Scored, State};

/// The part that is shown with what is right below it, and every node.
pub(super) fn score(standing: &Standing<'_, '_>, style: &Style) -> [String; 2] {
    let outcome = standing.outcome;
    let heading = words::heading(outcome.model, outcome.answers, style.lang, style.signs());
    let first = lines([heading, String::new()].into_iter().chain(said_each(&standing.first(), style)), style);
    let all = standing.all();
    if all.is_empty() {
        return [first, String::new()];
    }
    let title = text!("All levels", "全部级别").into_string(style.lang);
    [first, lines([title, String::new()].into_iter().chain(said_each(&all, style)), style)]
}

pub(super) fn summary(outcome: &Outcome<'_>, style: &Style) -> String {
    let heading = words::heading(outcome.model, outcome.answers, style.lang, style.signs());
    let is_between = |scored: &&Scored<'_>| !matches!(scored.node, Node::Dimension(_) | Node::Model(_));
    let mut rows: Vec<_> = outcome.overall.walk().filter(is_between).collect();
    rows.push(&outcome.overall);
    lines([heading, String::new()].into_iter().chain(said_each(&rows, style)), style)
}

fn said_each(rows: &[&Scored<'_>], style: &Style) -> Vec<String> {
    rows.iter().map(|scored| said(scored, style).into_string(style.lang)).collect()
}

/// Everything that the row of a table says.
fn said(scored: &Scored<'_>, style: &Style) -> Text {
    let name = scores::name(scored.node, style.lang);
    let (answered, total, not_applicable) = (scored.answered, scored.total, scored.not_applicable);
    let excused = match not_applicable {
        0 => text!("", ""),
        _ => text!(", {not_applicable} not applicable", "，{not_applicable} 项不适用"),
    };
    let (en, zh) = match words::excepted(scored.excepted) {
        None => (excused.en, excused.zh),
        Some(Text { en, zh, .. }) => (format!("{}, {en}", excused.en).into(), format!("{}，{zh}", excused.zh).into()),
    };
    let (level, grade) = (words::level(scored, style.signs()), words::grade(scored, style.signs()));
    let score = scored.score.as_ref().map(ToString::to_string).unwrap_or_default();
    match (scored.state, scored.level) {
        (State::Incomplete, Some(_)) if scored.grade.is_some() => text!(
            "{name}: level {level}, grade {grade}, provisional score {score}, answered {answered} of {total}{en}",
            "{name}：级别 {level}，等级 {grade}，暂定得分 {score}，已回答 {answered}/{total}{zh}"
        ),
        (State::NotApplicable, _) => text!("{name}: not applicable", "{name}：不适用"),
        (_, None) => text!("{name}: unanswered, 0 of {total}{en}", "{name}：未回答，0/{total}{zh}"),
        (State::Incomplete, _) => text!(
            "{name}: level {level}, provisional score {score}, answered {answered} of {total}{en}",
            "{name}：级别 {level}，暂定得分 {score}，已回答 {answered}/{total}{zh}"
        ),
        _ if scored.score.is_none() => {
            text!("{name}: level {level}, grade {grade}{en}", "{name}：级别 {level}，等级 {grade}{zh}")
        }
        _ => text!(
            "{name}: level {level}, grade {grade}, score {score}{en}",
            "{name}：级别 {level}，等级 {grade}，得分 {score}{zh}"
        ),
    }
}
