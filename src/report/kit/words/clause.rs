//! Clauses and cells, in words.

use std::borrow::Cow;

use super::list::ids;
use crate::lang::{Lang, Text};
use crate::model::{Clause, Kind, Level, Model, Provenance};
use crate::scoring::{Addition, Requirement};
use crate::text::one_line;

/// `3.3`, or `3.3 (replaces 2.1)` where that is what it is needed instead of.
pub(in crate::report) fn place(needed: &Requirement<'_>, lang: Lang) -> String {
    let clause = needed.clause;
    if needed.replaces.is_empty() {
        return clause.to_string();
    }
    let (en, zh) = ids(needed.replaces.iter());
    text!("{clause} (replaces {en})", "{clause}（取代 {zh}）").into_string(lang)
}

/// What [`asked`] says, with what else the model says of a clause: its weight if it is not 1, the level up to which it is
/// asked and, where it is known, what it adds to a score.
pub(in crate::report) fn asked_in_full(clause: &Clause, added: Option<&Addition>, lang: Lang) -> String {
    let (asked, weight) = (asked(clause, lang), clause.weight);
    let mut remarks = Vec::new();
    if weight != 1 {
        remarks.push(text!("weight {weight}", "权重 {weight}").into_string(lang));
    }
    if let Some(level) = clause.up_to {
        remarks.push(text!("up to level {level}", "至级别 {level} 为止").into_string(lang));
    }
    if let Some(addition) = added {
        remarks.push(format!("+{}", addition.score.above_zero()));
    }
    if remarks.is_empty() {
        return asked.into_owned();
    }
    let remarks = remarks.join(text!(", ", "，").get(lang));
    text!("{asked} ({remarks})", "{asked}（{remarks}）").into_string(lang)
}

/// What a clause says, and what another framework calls it: `Roles are assigned [GV.RR-02]`.
pub(in crate::report) fn asked(clause: &Clause, lang: Lang) -> Cow<'_, str> {
    let words = one_line(clause.text.get(lang));
    match &clause.reference {
        Some(reference) => Cow::Owned(format!("{words} [{}]", one_line(reference))),
        None => words,
    }
}

/// How a level stands to those below, where that is not plain.
pub(in crate::report) fn relation(model: &Model, level: Level, kind: Kind) -> Option<Text> {
    match kind {
        Kind::None => Some(text!("asks nothing", "没有要求")),
        Kind::Same => Some(text!("asks nothing new", "没有新的要求")),
        Kind::Adds => Some(text!("all of the level below, and more", "在低一级全部要求之上，另加")),
        Kind::States if level > model.floor.next() => {
            Some(text!("replaces what lower levels ask", "取代以下各级的要求"))
        }
        Kind::States => None,
    }
}

/// How a cell came to say what it says.
pub(in crate::report) fn provenance(provenance: Provenance) -> Text {
    match provenance {
        Provenance::Standard => text!("follows the standard", "遵循标准"),
        Provenance::PartlyRestored => {
            text!("cut off in the public text of the standard; completed", "标准的公开文本残缺，缺失部分为补全")
        }
        Provenance::Restored => {
            text!("missing in the public text of the standard; completed", "标准的公开文本缺失，内容为补全")
        }
        Provenance::Project => text!("written by the model's authors", "由模型作者自行编写"),
    }
}
