//! Levels, grades and scores as signs.

use crate::answers::excepted;
use crate::lang::Text;
use crate::model::Level;
use crate::report::kit::signs::Signs;
use crate::scoring::{Score, Scored, State};

/// The level as one number where it is certain, else as the range it can still have; a dash where there is none.
pub(in crate::report) fn level(scored: &Scored<'_>, signs: &Signs) -> String {
    range(scored.worst, scored.level, signs)
}

/// `2` where both levels are the same, `1–3` where they are not; a dash without a best one.
pub(in crate::report) fn range(worst: Option<Level>, best: Option<Level>, signs: &Signs) -> String {
    match (worst, best) {
        (Some(worst), Some(best)) if worst != best => format!("{worst}{}{best}", signs.range),
        (_, Some(best)) => best.to_string(),
        (_, None) => signs.none.to_owned(),
    }
}

/// The grade; a dash where there is none yet.
pub(in crate::report) fn grade(scored: &Scored<'_>, signs: &Signs) -> String {
    scored.grade.map_or_else(|| signs.none.to_owned(), |grade| grade.to_string())
}

/// The score; a provisional one is marked with `~`.
pub(in crate::report) fn score(scored: &Scored<'_>, signs: &Signs) -> String {
    score_among(scored.state, scored.score.as_ref(), None, signs)
}

/// The same of a node at another time or of another team beside it: with more digits where those that are shown hide that
/// the two differ.
pub(in crate::report) fn score_beside(scored: &Scored<'_>, other: &Scored<'_>, signs: &Signs) -> String {
    score_among(scored.state, scored.score.as_ref(), &other.score, signs)
}

/// A score and its state, with as many digits as it takes to tell it from the others.
pub(in crate::report) fn score_among<'a>(
    state: State,
    score: Option<&Score>,
    others: impl IntoIterator<Item = &'a Score>,
    signs: &Signs,
) -> String {
    let Some(score) = score else { return signs.none.to_owned() };
    let words = score.with_digits(score.digits_beside(others));
    if state == State::Incomplete { format!("~{words}") } else { words }
}

/// What of a node is unanswered, does not apply or is excepted; `None` if all of it is asked and answered.
pub(in crate::report) fn coverage(scored: &Scored<'_>) -> Option<Text> {
    let (answered, total, not_applicable) = (scored.answered, scored.total, scored.not_applicable);
    let said = match scored.state {
        State::NotApplicable => Some(text!("n/a", "不适用")),
        State::Unanswered => Some(text!("0/{total}", "0/{total}")),
        State::Incomplete if not_applicable > 0 => {
            Some(text!("{answered}/{total}, {not_applicable} n/a", "{answered}/{total}，{not_applicable} 项不适用"))
        }
        State::Incomplete => Some(text!("{answered}/{total}", "{answered}/{total}")),
        State::Complete if not_applicable > 0 => Some(text!("{not_applicable} n/a", "{not_applicable} 项不适用")),
        State::Complete => None,
    };
    match (said, excepted(scored.excepted)) {
        (said, None) => said,
        (None, excepted) => excepted,
        (Some(Text { en, zh, .. }), Some(Text { en: excepted_en, zh: excepted_zh, .. })) => {
            Some(text!("{en}, {excepted_en}", "{zh}，{excepted_zh}"))
        }
    }
}
