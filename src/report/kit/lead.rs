//! What is said first in every format: what holds a part of the model at its level, and what can be done soonest.

use super::signs::Signs;
use super::steps::why_so_low;
use super::style::Style;
use super::words;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::plan::{Lead, Lift, Plan};
use crate::scoring::Scored;
use crate::text::one_line;

/// How many names follow a sentence, which says the number.
const MOST: usize = 3;

/// What holds a part at its level: a sentence, and the first of the nodes that it is about.
pub(in crate::report) struct Held<'a, 'm> {
    pub sentence: Text,
    pub nodes: &'a [&'a Scored<'m>],
}

/// `None` where nothing is missing, or nothing is answered.
pub(in crate::report) fn held<'a, 'm>(
    model: &Model,
    lead: &'a Lead<'_, 'm>,
    plan: &Plan<'_>,
    signs: &Signs,
) -> Option<Held<'a, 'm>> {
    if lead.holding.is_empty() || plan.steps.is_empty() {
        return None;
    }
    let count = lead.holding.len();
    let Text { en, zh, .. } = why_so_low(model, lead.at, count).unwrap_or_else(|| undecided(lead.at, signs));
    let is_certain = lead.at.is_certain();
    let sentence = match count {
        _ if !is_certain => text!("{en} Lowest so far:", "{zh}目前最低的是："),
        0..=MOST => text!("{en}:", "{zh}："),
        _ => text!("{en}, the lowest three:", "{zh}，最低的三个："),
    };
    Some(Held { sentence, nodes: &lead.holding[..count.min(MOST)] })
}

/// Between which levels the open answers decide.
fn undecided(at: &Scored<'_>, signs: &Signs) -> Text {
    let (open, total, levels) = (at.open(), at.total, words::level(at, signs));
    text!(
        "{open} of {total} questions are unanswered: the level may be {levels}.",
        "{total} 题中有 {open} 题未回答，级别可能为 {levels}。"
    )
}

/// `Test automation (delivery.testing.automation)`.
pub(in crate::report) fn name_and_id(node: Node<'_>, lang: Lang) -> String {
    let (name, id) = (one_line(node.name().get(lang)), node.id());
    text!("{name} ({id})", "{name}（{id}）").into_string(lang)
}

/// The title over what is asked anew.
pub(in crate::report) fn asked_anew() -> Text {
    text!("Asked anew: more is asked than when it was answered", "重新询问：要求比作答时更多")
}

/// The title over the first steps.
pub(in crate::report) fn title() -> Text {
    text!("First steps", "先做这几步")
}

/// `Test automation (delivery.testing.automation): 1 → 2, 3 clauses; raises too: Test management`.
pub(in crate::report) fn step(lift: &Lift<'_>, style: &Style) -> String {
    let name = name_and_id(lift.node, style.lang);
    let (from, to, arrow, count) = (lift.from, lift.to, style.signs().arrow, lift.requirements.len());
    let clauses = match count {
        1 => text!("1 clause", "1 条要求"),
        _ => text!("{count} clauses", "{count} 条要求"),
    };
    let raises = raises(lift).map_or_else(|| text!("", ""), |Text { en, zh, .. }| text!("; {en}", "；{zh}"));
    let ((en, zh), (raises_en, raises_zh)) = ((clauses.en, clauses.zh), (raises.en, raises.zh));
    text!("{name}: {from} {arrow} {to}, {en}{raises_en}", "{name}：{from} {arrow} {to}，{zh}{raises_zh}")
        .into_string(style.lang)
}

/// The highest of what rises with a lift; `None` where nothing does.
pub(in crate::report) fn raises(lift: &Lift<'_>) -> Option<Text> {
    Some(match lift.lifts_too.last()? {
        Node::Model(_) => text!("raises the overall level too", "总体级别随之提升"),
        highest => {
            let (en, zh) = (one_line(highest.name().get(Lang::En)), one_line(highest.name().get(Lang::Zh)));
            text!("raises {en} too", "{zh}随之提升")
        }
    })
}
