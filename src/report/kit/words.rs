//! Wordings that several documents share.

use std::borrow::{Borrow, Cow};

use super::signs::Signs;
pub(in crate::report) use crate::answers::excepted;
use crate::answers::{Answer, Answers, Claim, Exception, Grade};
use crate::lang::{Lang, Text};
use crate::model::{Clause, ClauseId, Dimension, Group, Id, Kind, Level, Model, Node, Provenance};
use crate::scoring::{Addition, Requirement, Score, Scored, State};
use crate::text::{cut, one_line};

/// The most columns that a name takes in a heading.
const HEADING: usize = 120;

/// `payments · DevOps maturity model 1.0.0 · 2026-11-21`: what the assessment is of, in one line.
pub(in crate::report) fn heading(model: &Model, answers: &Answers, lang: Lang, signs: &Signs) -> String {
    let about = &answers.assessment;
    let of_team = [&about.team, &about.system].into_iter().flatten();
    let of_team = of_team.map(|words| cut(&one_line(words), HEADING).into_owned());
    let of_model = format!("{} {}", one_line(model.name.get(lang)), model.version);
    let parts = of_team.chain([of_model]).chain(about.date.map(|date| date.to_string()));
    parts.collect::<Vec<_>>().join(signs.separator)
}

/// The most columns of the name of one of several who assessed.
const ASSESSOR: usize = 40;

/// How many of so many names are said: all of a few, else the first ones, before how many there are more.
pub(in crate::report) fn shown_of(names: usize) -> usize {
    if names > 12 { 8 } else { names }
}

/// `assessed together by Ana, Bo, Chen`: that several people stand behind the answers; `None` for one, or where nobody is named.
pub(in crate::report) fn assessed_together(answers: &Answers, lang: Lang) -> Option<String> {
    let all = &answers.assessment.assessors;
    if all.len() < 2 {
        return None;
    }
    let shown = shown_of(all.len());
    let names: Vec<_> = all[..shown].iter().map(|name| cut(&one_line(name), ASSESSOR).into_owned()).collect();
    let (names, more) = (list(&names, lang), all.len() - shown);
    let said = match more {
        0 => text!("assessed together by {names}", "由{names}共同评估"),
        _ => text!("assessed together by {names} and {more} more", "由{names}等共同评估，另有 {more} 人"),
    };
    Some(said.into_string(lang))
}

/// The level as one number where it is certain, else as the range it can still have; a dash where there is none.
pub(in crate::report) fn level(scored: &Scored<'_>, signs: &Signs) -> String {
    range(scored.worst, scored.level, signs)
}

/// The same of a level at worst and at best.
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

/// The same of a state and a score, among others that it is told from.
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

/// `2 Repeatable`.
pub(in crate::report) fn named_level(model: &Model, level: Level, lang: Lang) -> String {
    let name = model.level_name(level).map(|name| one_line(name.get(lang))).unwrap_or_default();
    format!("{level} {name}").trim_end().to_owned()
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

/// `Continuous delivery › Configuration management › Version control`: a node's name after those above it.
pub(in crate::report) fn path(model: &Model, node: Node<'_>, lang: Lang, signs: &Signs) -> String {
    names(model.path(node.id()).into_iter(), lang, signs)
}

/// The same without the area, unless it is the area.
pub(in crate::report) fn path_in_area(model: &Model, node: Node<'_>, lang: Lang, signs: &Signs) -> String {
    names(model.path(node.id()).into_iter().skip(usize::from(node.storey() > 1)), lang, signs)
}

/// The names of nodes in a row, each below the one before it.
pub(in crate::report) fn names<'m>(nodes: impl Iterator<Item = Node<'m>>, lang: Lang, signs: &Signs) -> String {
    nodes.map(|node| one_line(node.name().get(lang))).collect::<Vec<_>>().join(signs.path)
}

/// `about 35 min`, `about 2½ h`: minutes that are an estimate.
pub(in crate::report) fn about(minutes: u64) -> Text {
    about_range(minutes, minutes)
}

/// `about 45 to 70 min`: an estimate that depends on what is chosen.
pub(in crate::report) fn about_range(least: u64, most: u64) -> Text {
    let ((least_en, least_zh), (most_en, most_zh)) = (span(least), span(most));
    if least == most {
        return text!("about {most_en}", "约 {most_zh}");
    }
    // The unit is said once where both have the same.
    let short = |span: &str, unit: &str| span.strip_suffix(unit).map(str::to_owned);
    let (en, zh) = (short(&least_en, " min"), short(&least_zh, "分钟"));
    let is_same_unit = most_en.ends_with(" min");
    let (least_en, least_zh) =
        (en.filter(|_| is_same_unit).unwrap_or(least_en), zh.filter(|_| is_same_unit).unwrap_or(least_zh));
    text!("about {least_en} to {most_en}", "约 {least_zh}到 {most_zh}")
}

/// Minutes or hours, as people say them, in both languages.
fn span(minutes: u64) -> (String, String) {
    match (minutes / 60, minutes % 60) {
        (0, _) | (1, 0..30) => (format!("{minutes} min"), format!("{minutes} 分钟")),
        (hours, 0..30) => (format!("{hours} h"), format!("{hours} 小时")),
        (hours, _) => (format!("{hours}½ h"), format!("{hours} 个半小时")),
    }
}

/// Names in a row, as the language separates them.
pub(in crate::report) fn list(names: &[impl Borrow<str>], lang: Lang) -> String {
    let separator = text!(", ", "、");
    names.join(separator.get(lang))
}

/// The names of dimensions; those of the same name after that of their sub-domain.
pub(in crate::report) fn told_apart(
    model: &Model,
    dimensions: &[&Dimension],
    lang: Lang,
    signs: &Signs,
) -> Vec<String> {
    let name = |dimension: &Dimension| one_line(dimension.name.get(lang)).into_owned();
    let is_same = |one: &Dimension, other: &Dimension| one.id != other.id && name(one) == name(other);
    let called = dimensions.iter().map(|one| {
        let parent = model.path(&one.id).into_iter().rev().nth(1);
        match parent.filter(|_| dimensions.iter().any(|other| is_same(one, other))) {
            Some(parent) => names([parent, Node::Dimension(one)].into_iter(), lang, signs),
            None => name(one),
        }
    });
    called.collect()
}

/// The area that a node stands in.
pub(in crate::report) fn area<'m>(model: &'m Model, id: &Id) -> Option<&'m Group> {
    model.areas.iter().find(|area| id.is_within(&area.id))
}

/// What an answer claims, as people would say it: `2, and 3.1`, `3, 2 clauses excepted`.
pub(in crate::report) fn claim(answer: Option<&Answer>) -> Text {
    let Text { en, zh, .. } = claim_alone(answer);
    match answer.and_then(|answer| excepted(answer.except.len())) {
        None => Text::new(en, zh),
        Some(Text { en: excepted_en, zh: excepted_zh, .. }) => text!("{en}, {excepted_en}", "{zh}，{excepted_zh}"),
    }
}

fn claim_alone(answer: Option<&Answer>) -> Text {
    match answer.and_then(|answer| answer.claim.as_ref()) {
        None => text!("unanswered", "未回答"),
        Some(Claim::NotApplicable { reason, until }) => {
            let reason = one_line(reason);
            match until {
                None => text!("not applicable: {reason}", "不适用：{reason}"),
                Some(until) => text!("not applicable until {until}: {reason}", "不适用（截至 {until}）：{reason}"),
            }
        }
        Some(Claim::PartOf(level)) => {
            let grade = Grade::PartOf(*level);
            text!(
                "{grade}, a part of level {level} that is not named",
                "{grade}，即部分做到级别 {level}，未列明哪些要求"
            )
        }
        Some(Claim::Level { level, met }) if met.is_empty() => text!("level {level}", "级别 {level}"),
        Some(Claim::Level { level, met }) => {
            let (en, zh) = ids(met.iter());
            text!("level {level}, and {en}", "级别 {level}，并满足 {zh}")
        }
    }
}

/// What the answer to a dimension claims, and what that counts as where it is another level.
pub(in crate::report) fn counted_claim(scored: &Scored<'_>) -> Text {
    let said = claim(scored.answer);
    match scored.counts_as() {
        None => said,
        Some(counts) => {
            let (Text { en, zh, .. }, Text { en: counts_en, zh: counts_zh, .. }) = (said, counts);
            text!("{en}, {counts_en}", "{zh}，{counts_zh}")
        }
    }
}

/// `3.2: there is only one team (until 2027-01-01)`: a clause that is not asked of the team, and why.
pub(in crate::report) fn exception(id: ClauseId, exception: &Exception) -> Text {
    let reason = one_line(&exception.reason);
    match exception.until {
        None => text!("{id}: {reason}", "{id}：{reason}"),
        Some(until) => text!("{id}: {reason} (until {until})", "{id}：{reason}（截至 {until}）"),
    }
}

/// `3.3`, or `3.3 (replaces 2.1)` where that is what it is needed instead of.
pub(in crate::report) fn place(needed: &Requirement<'_>, lang: Lang) -> String {
    let clause = needed.clause;
    if needed.replaces.is_empty() {
        return clause.to_string();
    }
    let (en, zh) = ids(needed.replaces.iter());
    text!("{clause} (replaces {en})", "{clause}（取代 {zh}）").into_string(lang)
}

/// The id of a node, and what another framework calls it: `govern.roles [GV.RR]`.
pub(in crate::report) fn called(node: Node<'_>) -> String {
    match node.reference() {
        Some(reference) => format!("{} [{}]", node.id(), one_line(reference)),
        None => node.id().to_string(),
    }
}

/// The same with what else the model says of a clause: how much it counts, up to which level it is asked, and where it is
/// known, what it adds to a score.
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
    let remarks = list(&remarks, lang);
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

/// Places of clauses in a row, as each language separates them.
pub(in crate::report) fn ids<'a>(clauses: impl Iterator<Item = &'a ClauseId>) -> (String, String) {
    let ids: Vec<_> = clauses.map(ToString::to_string).collect();
    (ids.join(", "), ids.join("、"))
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
