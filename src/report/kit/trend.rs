//! Wordings about one assessment over time that several documents share.

use super::outcomes::no_cause;
use super::signs::Signs;
use super::{scores, teams, words};
use crate::answers::{Date, Metric};
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::rollup::Standing;
use crate::text::{cut, one_line};
use crate::trend::{DimensionMoves, Entry, Gap, Point, Stamp, Trend};

/// The most columns of a team's name.
const NAME: usize = 60;
/// The letters of a commit that are shown.
const REVISION: usize = 8;

/// `payments · 2025-02-01 – 2026-11-21 · 8 points · DevOps maturity model 1.1.0`.
pub(in crate::report) fn heading(trend: &Trend<'_>, lang: Lang, signs: &Signs) -> String {
    let model = trend.view.model;
    let top = match trend.view.top {
        Node::Model(_) => None,
        node => Some(words::path(model, node, lang, signs)),
    };
    let of_model = format!("{} {}", one_line(model.name.get(lang)), model.version);
    let parts = [subject(trend), top, span(trend, signs), Some(count(trend).into_string(lang)), Some(of_model)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(signs.separator)
}

/// The head of a part about time.
pub(in crate::report) fn title() -> Text {
    text!("Over time", "随时间的变化")
}

/// The team at the last point that names one.
pub(in crate::report) fn subject(trend: &Trend<'_>) -> Option<String> {
    let team = trend.points().rev().find_map(|point| point.team.as_deref())?;
    Some(cut(&one_line(team), NAME).into_owned())
}

fn span(trend: &Trend<'_>, signs: &Signs) -> Option<String> {
    let mut days = trend.points().filter_map(|point| point.stamp.at);
    let first = days.next()?;
    let last = days.next_back().unwrap_or(first);
    Some(if first == last { first.to_string() } else { format!("{first} {} {last}", signs.range) })
}

/// `8 points`.
pub(in crate::report) fn count(trend: &Trend<'_>) -> Text {
    match trend.points().count() {
        1 => text!("1 point", "1 个时间点"),
        count => text!("{count} points", "{count} 个时间点"),
    }
}

/// The day of a point; a sign where it has none.
pub(in crate::report) fn day(at: Option<Date>, signs: &Signs) -> String {
    at.map_or_else(|| signs.none.to_owned(), |day| day.to_string())
}

/// The first letters of a commit, or the name of a file.
pub(in crate::report) fn origin(stamp: &Stamp) -> String {
    match &stamp.revision {
        Some(revision) => revision.chars().take(REVISION).collect(),
        None => one_line(&stamp.path).into_owned(),
    }
}

/// The same of every entry, in a narrow column: without the folder that the names of all files begin with.
pub(in crate::report) fn short_origins(trend: &Trend<'_>) -> Vec<String> {
    let folder = shared_folder(trend);
    trend.entries.iter().map(|entry| origin(stamp(entry))[folder.len()..].to_owned()).collect()
}

/// The folder that the names of all files begin with, with its slash; empty where there is none, as with revisions.
pub(in crate::report) fn shared_folder(trend: &Trend<'_>) -> String {
    let mut origins = trend.entries.iter().map(|entry| origin(stamp(entry)));
    let mut shared = origins.next().unwrap_or_default();
    for other in origins {
        let same = shared.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        shared.truncate(folder_length(&shared.as_bytes()[..same]));
    }
    shared.truncate(folder_length(shared.as_bytes()));
    shared
}

/// How long the folder of a path is, with its slash.
fn folder_length(path: &[u8]) -> usize {
    path.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1)
}

/// What a node is called.
pub(in crate::report) fn name(trend: &Trend<'_>, place: usize, lang: Lang) -> String {
    scores::name(trend.view.nodes()[place], lang)
}

/// `3 up, 1 down`: how many dimensions moved since the point before.
pub(in crate::report) fn moved(moved: Option<DimensionMoves>) -> Option<Text> {
    let DimensionMoves { up, down, changed } = moved?;
    let parts = [
        (up, text!("{up} up", "{up} 个上升")),
        (down, text!("{down} down", "{down} 个下降")),
        (changed, text!("{changed} changed", "{changed} 个有其他变化")),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect();
    if parts.is_empty() {
        return Some(text!("nothing", "无"));
    }
    let en: Vec<_> = parts.iter().map(|part| part.get(Lang::En)).collect();
    let zh: Vec<_> = parts.iter().map(|part| part.get(Lang::Zh)).collect();
    let (en, zh) = (en.join(", "), zh.join("，"));
    Some(text!("{en}", "{zh}"))
}

/// The same in a few columns: `+3 -1`.
pub(in crate::report) fn moved_in_short(moved: Option<DimensionMoves>) -> String {
    let Some(DimensionMoves { up, down, changed }) = moved else { return String::new() };
    let parts = [("+", up), ("-", down), ("~", changed)];
    let parts = parts.iter().filter(|(_, count)| *count > 0).map(|(sign, count)| format!("{sign}{count}"));
    parts.collect::<Vec<_>>().join(" ")
}

/// What a metric was first and last: `1/month → 3/week`.
pub(in crate::report) fn measured(trend: &Trend<'_>, metric: Metric, signs: &Signs) -> String {
    let mut all = trend.measured(metric).flatten();
    let Some(first) = all.next() else { return String::new() };
    match all.last() {
        Some(last) => format!("{first} {} {last}", signs.arrow),
        None => first.to_string(),
    }
}

/// Where a node stood first and last: `1 1.85 → 3 3.02`.
pub(in crate::report) fn way(trend: &Trend<'_>, place: usize, signs: &Signs) -> String {
    let model = trend.view.model;
    let mut all = trend.course(place).flatten();
    let Some(first) = all.next() else { return String::new() };
    let said = |own, other| teams::standing_among(model, Some(own), [other], signs);
    match all.last() {
        Some(last) => format!("{} {} {}", said(first, Some(last)), signs.arrow, said(last, Some(first))),
        None => said(first, None),
    }
}

/// Where a node stood at each place, told apart from where it stood at the points before and after.
pub(in crate::report) fn standings(trend: &Trend<'_>, place: usize, signs: &Signs) -> Vec<String> {
    let all: Vec<_> = trend.course(place).collect();
    let said = |at: usize| {
        let before = all[..at].iter().rev().flatten().next();
        let after = all[at + 1..].iter().flatten().next();
        teams::standing_among(trend.view.model, all[at], [before, after].map(Option::<&_>::copied), signs)
    };
    (0..all.len()).map(said).collect()
}

/// The same of several nodes: for each entry, a word for each of `places`.
pub(in crate::report) fn standings_by_entry(trend: &Trend<'_>, places: &[usize], signs: &Signs) -> Vec<Vec<String>> {
    let by_place: Vec<_> = places.iter().map(|place| standings(trend, *place, signs)).collect();
    let of_entry = |at: usize| by_place.iter().map(|told| told[at].clone()).collect();
    (0..trend.entries.len()).map(of_entry).collect()
}

/// How high each place of a row stands, from 0 to 1; `None` where nothing is known.
pub(in crate::report) fn heights(trend: &Trend<'_>, place: usize) -> Vec<Option<f64>> {
    trend.course(place).map(|standing| height(trend.view.model, standing?)).collect()
}

/// How high a node stands between the lowest and the highest that the model has.
pub(in crate::report) fn height(model: &Model, standing: &Standing) -> Option<f64> {
    let (floor, top) =
        if model.scoring.has_levels() { (f64::from(model.floor.0), f64::from(model.top().0)) } else { (0.0, 1.0) };
    let of_score = |hundredths: u128| f64::from(u32::try_from(hundredths).unwrap_or(u32::MAX)) / 100.0;
    let own = match (&standing.score, standing.best) {
        (Some(score), _) => of_score(score.hundredths()),
        (None, Some(level)) => f64::from(level.0),
        (None, None) => return None,
    };
    Some(((own - floor) / (top - floor).max(1.0)).clamp(0.0, 1.0))
}

/// The same of what was measured, between the least and the most of it.
pub(in crate::report) fn measured_heights(trend: &Trend<'_>, metric: Metric) -> Vec<Option<f64>> {
    let all: Vec<_> = trend.measured(metric).map(|it| it.map(crate::answers::Measurement::in_least_unit)).collect();
    let most = all.iter().flatten().fold(0.0_f64, |most, own| most.max(*own));
    all.into_iter().map(|own| Some(if most > 0.0 { own? / most } else { own? })).collect()
}

/// What to know before points are compared.
pub(in crate::report) fn remarks(trend: &Trend<'_>) -> Vec<Text> {
    let mut remarks = Vec::new();
    remarks.extend(of_scope(trend));
    if !trend.metrics().is_empty() {
        remarks.push(no_cause(trend.view.model));
    }
    remarks
}

/// That wholes are not of the same areas at all points; `None` where they are.
pub(in crate::report) fn of_scope(trend: &Trend<'_>) -> Option<Text> {
    let is_said = trend.changes_scope() && matches!(trend.view.top, Node::Model(_));
    is_said.then(|| {
        text!(
            "The areas that are assessed changed on the way: the overall level is not of the same at all points.",
            "期间评估的领域有变化：各时间点的总体级别所涵盖的内容并不相同。"
        )
    })
}

/// `assess diff git:1a2b3c4d:answers.toml git:5e6f7a8b:answers.toml`: the command that shows what moved since the point
/// before the last, to whoever gave the command of this run.
pub(in crate::report) fn diff_command(trend: &Trend<'_>) -> Option<String> {
    let mut points = trend.points().rev();
    let (last, before) = (points.next()?, points.next()?);
    Some(trend.commands.command(&command_since(before, last, "")?))
}

/// The same for somebody else, who reads a document; with where it works, and what has to be named besides.
pub(in crate::report) fn diff_command_for_others(trend: &Trend<'_>) -> Option<(String, Text)> {
    let mut points = trend.points().rev();
    let (last, before) = (points.next()?, points.next()?);
    command_since(before, last, &shared_folder(trend)).zip(of_commands(trend))
}

/// The command that shows what moved from one point to another to somebody else, who works in that `folder`, wherever that
/// may be; `None` where one of them has no plain name. Model and policy are theirs to name: see [`of_commands`].
pub(in crate::report) fn command_since(before: &Point<'_>, point: &Point<'_>, folder: &str) -> Option<String> {
    let (old, new) = (before.stamp.word.as_ref()?, point.stamp.word.as_ref()?);
    let [old, new] = [old, new].map(|word| word.strip_prefix(folder).unwrap_or(word));
    Some(format!("assess diff {old} {new}"))
}

/// Where such commands work, and what they need besides; `None` where there are none.
pub(in crate::report) fn of_commands(trend: &Trend<'_>) -> Option<Text> {
    let named: Vec<_> = trend.points().filter(|point| point.stamp.word.is_some()).collect();
    let is_of_files = named.get(..2)?.iter().all(|point| point.stamp.revision.is_none());
    let options: Vec<_> = trend.commands.options.iter().map(|(option, _)| format!("`{option}`")).collect();
    let (en, zh) = match &options[..] {
        [] => (String::new(), String::new()),
        options => (
            format!(", given {} as for this document", options.join(" and ")),
            format!("，并像生成本文档时一样指定 {}", options.join("、")),
        ),
    };
    Some(if is_of_files {
        text!("It works in the folder that holds these files{en}.", "请在存放这些文件的目录中运行{zh}。")
    } else {
        text!("It works in the repository of these answers{en}.", "请在这些答案所在的代码库中运行{zh}。")
    })
}

/// `2025-05-01 1a2b3c4d: these answers are to version 1.0`: what could not be read, and why.
pub(in crate::report) fn gap(gap: &Gap, signs: &Signs, lang: Lang) -> String {
    let (origin, why) = (origin(&gap.stamp), one_line(gap.message.get(lang)));
    match gap.stamp.at {
        Some(_) => {
            let day = day(gap.stamp.at, signs);
            text!("{day} {origin}: {why}", "{day} {origin}：{why}")
        }
        None => text!("{origin}: {why}", "{origin}：{why}"),
    }
    .into_string(lang)
}

/// The head of the list of what could not be read.
pub(in crate::report) fn gaps_title(count: usize) -> Text {
    match count {
        1 => text!("1 point could not be read, and is a gap", "1 个时间点无法读取，留空"),
        _ => text!("{count} points could not be read, and are gaps", "{count} 个时间点无法读取，留空"),
    }
}

/// The stamp of a place, whatever is known there.
pub(in crate::report) fn stamp<'a>(entry: &'a Entry<'_>) -> &'a Stamp {
    match entry {
        Entry::Point(point) => &point.stamp,
        Entry::Gap(gap) => &gap.stamp,
    }
}
