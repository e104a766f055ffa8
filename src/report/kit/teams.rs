//! Wordings about many teams that several documents share.

use super::signs::Signs;
use super::{scores, words};
use crate::answers::Date;
use crate::lang::{Lang, Text};
use crate::model::{Group, Id, Model, Node};
use crate::rollup::{Distribution, Line, Peers, Rollup, Standing};
use crate::text::{cut, one_line};

/// The most columns that the name of a team takes.
const NAME: usize = 60;
/// The most columns that the name of a file takes among others.
const PATH: usize = 80;

/// `10 teams · DevOps maturity model 1.1.0 · 2026-11-27`: what it is about, and the day that it counts to.
pub(in crate::report) fn heading(rollup: &Rollup<'_>, lang: Lang, signs: &Signs) -> String {
    let model = rollup.view.model;
    let teams = count(rollup.lines.len()).into_string(lang);
    let top = match rollup.view.top {
        Node::Model(_) => None,
        node => Some(words::path(model, node, lang, signs)),
    };
    let of_model = format!("{} {}", one_line(model.name.get(lang)), model.version);
    let parts = [Some(teams), top, Some(of_model), Some(rollup.day.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(signs.separator)
}

/// `1 team`, `10 teams`.
pub(in crate::report) fn count(teams: usize) -> Text {
    match teams {
        1 => text!("1 team", "1 个团队"),
        _ => text!("{teams} teams", "{teams} 个团队"),
    }
}

/// What a node is called; the whole by its place, and by its scope where there are several.
pub(in crate::report) fn name(rollup: &Rollup<'_>, it: &Distribution<'_>, lang: Lang) -> String {
    match (it.node, &it.scope) {
        (Node::Model(model), Some(scope)) if rollup.peers.len() > 1 => whole(model, scope).into_string(lang),
        (node, _) => scores::name(node, lang),
    }
}

/// The whole of a scope among others, by what it has or lacks beside what is assessed where nobody names areas.
fn whole(model: &Model, scope: &[&Id]) -> Text {
    let of = |is_meant: &dyn Fn(&Group) -> bool| -> Vec<_> {
        model.areas.iter().filter(|area| is_meant(area)).map(|area| &area.id).collect()
    };
    let more = of(&|area| area.optional && scope.contains(&&area.id));
    let missing = of(&|area| !area.optional && !scope.contains(&&area.id));
    let said = |ids: &[&Id]| [Lang::En, Lang::Zh].map(|lang| areas(model, ids, lang));
    match (more.is_empty(), missing.len()) {
        (true, 0) if model.areas.iter().any(|area| area.optional) => {
            text!("Overall: all areas but optional ones", "总体：可选以外的所有领域")
        }
        (true, 0) => text!("Overall: all areas", "总体：所有领域"),
        (false, 0) => {
            let [en, zh] = said(&more);
            text!("Overall with {en}", "总体（含{zh}）")
        }
        (true, missed) if missed < scope.len() => {
            let [en, zh] = said(&missing);
            text!("Overall without {en}", "总体（不含{zh}）")
        }
        _ => {
            let [en, zh] = said(scope);
            text!("Overall: {en}", "总体：{zh}")
        }
    }
}

/// The names of areas in a row.
pub(in crate::report) fn areas(model: &Model, scope: &[&Id], lang: Lang) -> String {
    let names = scope.iter().filter_map(|id| model.find(id.as_str()));
    let names: Vec<_> = names.map(|node| one_line(node.name().get(lang))).collect();
    words::list(&names, lang)
}

/// `Agile development, Continuous delivery: 3 teams`.
pub(in crate::report) fn peers(rollup: &Rollup<'_>, peers: &Peers<'_>, lang: Lang) -> String {
    let (scope, teams) = (areas(rollup.view.model, &peers.scope, lang), count(peers.lines.len()).into_string(lang));
    text!("{scope}: {teams}", "{scope}：{teams}").into_string(lang)
}

/// The head of the column of teams.
pub(in crate::report) fn column() -> Text {
    text!("Team", "团队")
}

/// What a team is called, in one line that is not too long.
pub(in crate::report) fn team(line: &Line<'_>) -> String {
    cut(&one_line(line.name()), NAME).into_owned()
}

/// The level as one number where it is certain, else as a range.
pub(in crate::report) fn level(standing: Option<&Standing>, signs: &Signs) -> String {
    standing.map_or_else(|| signs.none.to_owned(), |it| words::range(it.worst, it.best, signs))
}

/// Level and score: `2 2.61`; the score alone where there are no levels.
pub(in crate::report) fn standing(model: &Model, standing: Option<&Standing>, signs: &Signs) -> String {
    standing_among(model, standing, [], signs)
}

/// The same among where it stood at other times: with more digits where those that are shown hide that scores differ.
pub(in crate::report) fn standing_among<'a>(
    model: &Model,
    standing: Option<&Standing>,
    others: impl IntoIterator<Item = Option<&'a Standing>>,
    signs: &Signs,
) -> String {
    let others = others.into_iter().flatten().filter_map(|other| other.score.as_ref());
    let scored = standing.filter(|it| it.score.is_some());
    let score = scored.map(|it| words::score_among(it.state, it.score.as_ref(), others, signs)).unwrap_or_default();
    if !model.scoring.has_levels() {
        return if score.is_empty() { signs.none.to_owned() } else { score };
    }
    format!("{} {score}", level(standing, signs)).trim_end().to_owned()
}

/// What is in the middle of teams, and what is the lowest: of levels, or of scores where there are none.
pub(in crate::report) fn middle(model: &Model, it: &Distribution<'_>) -> [Option<String>; 2] {
    if model.scoring.has_levels() {
        return [it.median, it.lowest].map(|level| level.map(|level| level.to_string()));
    }
    [&it.median_score, &it.lowest_score].map(|score| score.as_ref().map(ToString::to_string))
}

/// The head of all nodes with how many teams stand where.
pub(in crate::report) fn every_title(model: &Model) -> Text {
    if model.scoring.has_levels() {
        text!("Level by level", "逐级分布")
    } else {
        text!("Part by part", "各部分分布")
    }
}

/// How many of all dimensions claim a level: `40/52`.
pub(in crate::report) fn answered(standing: Option<&Standing>) -> String {
    standing.map(|it| format!("{}/{}", it.answered, it.total)).unwrap_or_default()
}

/// The heads of what is said of answers: how many there are and, where that occurs, how many dimensions do not apply.
pub(in crate::report) fn answered_heads<'a>(all: impl IntoIterator<Item = Option<&'a Standing>>) -> Vec<Text> {
    let has_excused = all.into_iter().flatten().any(|it| it.not_applicable > 0);
    let excused = has_excused.then(|| text!("N/A", "不适用"));
    [text!("Answered", "已回答")].into_iter().chain(excused).collect()
}

/// What stands below so many of these heads.
pub(in crate::report) fn answered_cells(standing: Option<&Standing>, heads: usize) -> Vec<String> {
    let excused = standing.map(|it| it.not_applicable.to_string()).unwrap_or_default();
    [answered(standing), excused].into_iter().take(heads).collect()
}

/// How much a team answered, in words: `40/52, 2 n/a`.
pub(in crate::report) fn answered_in_words(standing: Option<&Standing>) -> Text {
    let answered = answered(standing);
    match standing.map_or(0, |it| it.not_applicable) {
        0 => Text::same(answered),
        excused => text!("{answered}, {excused} n/a", "{answered}，{excused} 项不适用"),
    }
}

/// How many days ago a day was; `None` without one, and for one that is still to come.
pub(in crate::report) fn days(date: Option<Date>, day: Date) -> Option<u32> {
    day.days_since(date?)
}

/// The age of a team's answers, in words: `25 days`.
pub(in crate::report) fn age(date: Option<Date>, day: Date) -> Option<Text> {
    Some(match days(date, day)? {
        1 => text!("1 day", "1 天"),
        days => text!("{days} days", "{days} 天"),
    })
}

/// Where a team stood before and where it stands: level and score, told apart by as many digits as that takes.
pub(in crate::report) fn before_and_now(model: &Model, line: &Line<'_>, place: usize, signs: &Signs) -> [String; 2] {
    let (before, now) = (stood(line, place), line.standings[place].as_ref());
    [standing_among(model, before, [now], signs), standing_among(model, now, [before], signs)]
}

/// Where a team stood before; `None` if that is not known.
pub(in crate::report) fn stood<'l>(line: &'l Line<'_>, place: usize) -> Option<&'l Standing> {
    line.earlier.as_ref().and_then(|earlier| earlier.standings[place].as_ref())
}

/// What to know before wholes are compared: that scopes differ, that optional areas are in.
pub(in crate::report) fn remarks(rollup: &Rollup<'_>, lang: Lang) -> Vec<String> {
    let mut remarks = Vec::new();
    let has_levels = rollup.view.model.scoring.has_levels();
    if rollup.peers.len() > 1 && !has_levels {
        remarks.push(text!(
            "Teams assess different areas: their overall scores are compared among those with the same ones only.",
            "各团队评估的领域不同：总体得分只在评估领域相同的团队之间比较。"
        ));
    }
    if rollup.peers.len() > 1 && has_levels {
        remarks.push(text!(
            "Teams assess different areas: their overall levels are compared among those with the same ones only.",
            "各团队评估的领域不同：总体级别只在评估领域相同的团队之间比较。"
        ));
    }
    for (id, teams) in &rollup.optional {
        let (name, teams) = (areas(rollup.view.model, &[*id], lang), count(*teams).into_string(lang));
        remarks.push(if has_levels {
            text!(
                "Optional, and part of the overall level of {teams}: {name}.",
                "可选领域，计入 {teams}的总体级别：{name}。"
            )
        } else {
            text!(
                "Optional, and part of the overall score of {teams}: {name}.",
                "可选领域，计入 {teams}的总体得分：{name}。"
            )
        });
    }
    match rollup.outside {
        0 => {}
        1 => remarks.push(text!("1 team does not assess it, and is not counted.", "1 个团队未评估这一部分，未计入。")),
        teams => remarks.push(text!(
            "{teams} teams do not assess it, and are not counted.",
            "{teams} 个团队未评估这一部分，未计入。"
        )),
    }
    remarks.extend(renamed(rollup));
    if let Some(name) = &rollup.compared_in_vain {
        let name = one_line(name);
        remarks.push(text!(
            "There is nothing to compare with: none of these files has earlier answers at {name}.",
            "没有可比较的内容：这些文件在 {name} 处均没有此前的答案。"
        ));
    }
    remarks.into_iter().map(|remark| remark.into_string(lang)).collect()
}

/// Under which names files are compared that had another one; `None` where none had.
fn renamed(rollup: &Rollup<'_>) -> Option<Text> {
    let was_called = |line: &Line<'_>| {
        let was = line.earlier.as_ref()?.was_called.as_deref()?;
        Some(format!("{} ({})", cut(&one_line(&line.path), PATH), cut(&one_line(was), PATH)))
    };
    let all: Vec<_> = rollup.lines.iter().filter_map(was_called).collect();
    if all.is_empty() {
        return None;
    }
    let shown = words::shown_of(all.len());
    let (en, zh) = (words::list(&all[..shown], Lang::En), words::list(&all[..shown], Lang::Zh));
    Some(match all.len() - shown {
        0 => text!(
            "Renamed since then, and compared with what they were under their earlier names: {en}.",
            "此后改过名，与原名（括号内）时的内容对比：{zh}。"
        ),
        more => text!(
            "Renamed since then, and compared with what they were under their earlier names: {en}, and {more} more.",
            "此后改过名，与原名（括号内）时的内容对比：{zh}，另有 {more} 个。"
        ),
    })
}

/// How many files could not be read.
pub(in crate::report) fn broken_title(files: usize) -> Text {
    match files {
        1 => text!("1 file could not be read, and is left out", "1 个文件无法读取，未计入"),
        _ => text!("{files} files could not be read, and are left out", "{files} 个文件无法读取，未计入"),
    }
}
