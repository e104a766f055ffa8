//! Wordings for models without levels: scores, and what raises them.

use super::signs::Signs;
use super::words;
use crate::answers::{Answer, Claim};
use crate::lang::{Lang, Text};
use crate::model::counting::Scoring;
use crate::model::{Dimension, Model, Node};
use crate::scoring::{Raise, Scored, State};
use crate::text::one_line;

/// How many signs a bar has.
const BAR: u16 = 10;

/// The title over the clauses that raise the score most.
pub(in crate::report) fn title() -> Text {
    text!("What raises the score most", "最能提高得分的要求")
}

/// A score as a row of signs, ten for the highest; blank where there is none.
pub(in crate::report) fn bar(model: &Model, scored: &Scored<'_>, signs: &Signs) -> String {
    let Some(score) = &scored.score else { return String::new() };
    let filled = usize::from(score.thousandths(model) * BAR / 1000);
    let sign = |at: usize| if at < filled { signs.reached } else { signs.missing };
    (0..usize::from(BAR)).map(sign).collect()
}

/// What is called the whole, else the name of a node.
pub(in crate::report) fn name(node: Node<'_>, lang: Lang) -> String {
    match node {
        Node::Model(_) => text!("Overall", "总体").into_string(lang),
        node => one_line(node.name().get(lang)).into_owned(),
    }
}

/// `Overall: 67%, 8/10`: a node in one line.
pub(in crate::report) fn line(scored: &Scored<'_>, lang: Lang, signs: &Signs) -> String {
    let name = name(scored.node, lang);
    let (en, zh) = match words::coverage(scored) {
        Some(Text { en, zh, .. }) if scored.score.is_some() => (format!(", {en}"), format!("，{zh}")),
        _ => (String::new(), String::new()),
    };
    let words = match (scored.state, &scored.score) {
        (State::NotApplicable, _) => text!("{name}: not applicable", "{name}：不适用"),
        (_, None) => text!("{name}: unanswered", "{name}：未回答"),
        _ => {
            let score = words::score(scored, signs);
            text!("{name}: score {score}{en}", "{name}：得分 {score}{zh}")
        }
    };
    words.into_string(lang)
}

/// `67% → 70%`: what one clause more gives, with more digits where those that are shown hide it.
pub(in crate::report) fn gain(raise: &Raise<'_>, signs: &Signs) -> String {
    format!("{} {} {}", raise.from.beside(&raise.to), signs.arrow, raise.to.beside(&raise.from))
}

/// `Backups 1.2`: which clause it is.
pub(in crate::report) fn place(raise: &Raise<'_>, lang: Lang) -> String {
    let needed = &raise.requirement;
    format!("{} {}", one_line(needed.dimension.name.get(lang)), needed.clause)
}

/// How far clauses are met by an answer: `1.2 half, 1.3 mostly`; empty if it gives no degrees.
pub(in crate::report) fn degrees(scoring: &Scoring, answer: &Answer) -> Text {
    let named = |lang: Lang| {
        let name = |id: &crate::model::Id| scoring.degree(id.as_str()).map(|degree| one_line(degree.name.get(lang)));
        let all = answer.degrees.iter().map(|(clause, degree)| (*clause, name(&degree.id).unwrap_or_default()));
        all.map(|(clause, name)| format!("{clause} {name}")).collect::<Vec<_>>()
    };
    Text::new(named(Lang::En).join(", "), named(Lang::Zh).join("、"))
}

/// What an answer says of the clauses: `1 of 3 clauses met: 1.1; 1.2 half`.
pub(in crate::report) fn claim(scoring: &Scoring, dimension: &Dimension, answer: &Answer) -> Text {
    let Text { en, zh, .. } = answer.clauses_met(dimension);
    let met: Vec<_> = match &answer.claim {
        Some(Claim::Level { met, .. }) => met.iter().filter(|id| !answer.excepts(**id)).collect(),
        _ => Vec::new(),
    };
    let (met_en, met_zh) = words::ids(met.into_iter());
    let Text { en: parts_en, zh: parts_zh, .. } = degrees(scoring, answer);
    match (met_en.is_empty(), parts_en.is_empty()) {
        (true, true) => text!("{en}", "{zh}"),
        (false, true) => text!("{en}: {met_en}", "{zh}：{met_zh}"),
        (true, false) => text!("{en}: {parts_en}", "{zh}：{parts_zh}"),
        (false, false) => text!("{en}: {met_en}; {parts_en}", "{zh}：{met_zh}；{parts_zh}"),
    }
}
