//! The same in words, a line a node and a line a team: for screen readers and for terminals too narrow for a table.

use crate::lang::Text;
use crate::model::Node;
use crate::report::kit::style::Style;
use crate::report::kit::{legend, teams};
use crate::report::terminal::lines::{lines, side_by_side};
use crate::rollup::{Distribution, Line, Rollup};
use crate::text::one_line;

pub(super) fn levels(rollup: &Rollup<'_>, shown: &[&Distribution<'_>], style: &Style) -> String {
    lines(shown.iter().map(|it| level(rollup, it, style)), style)
}

fn level(rollup: &Rollup<'_>, it: &Distribution<'_>, style: &Style) -> String {
    let (name, all) = (teams::name(rollup, it, style.lang), teams::count(it.teams).into_string(style.lang));
    let counted = it.levels.iter().filter(|(_, teams)| *teams > 0);
    let mut parts: Vec<Text> =
        counted.map(|(level, teams)| text!("{teams} at level {level}", "级别 {level} 有 {teams} 个")).collect();
    if it.unknown > 0 {
        let unknown = it.unknown;
        parts.push(text!("{unknown} unknown", "未定 {unknown} 个"));
    }
    if let [Some(median), _] = teams::middle(rollup.view.model, it) {
        parts.push(text!("median {median}", "中位 {median}"));
    }
    if let Some(below) = it.below {
        parts.push(text!("{below} below target", "未达标 {below} 个"));
    }
    if let Some(moved) = it.moved {
        let (up, down) = (moved.up, moved.down);
        parts.push(text!("{up} up, {down} down", "上升 {up} 个，下降 {down} 个"));
    }
    let parts: Vec<_> = parts.into_iter().map(|part| part.into_string(style.lang)).collect();
    let (en, zh) = (parts.join(", "), parts.join("，"));
    text!("{name}: {all}: {en}", "{name}：{all}，{zh}").into_string(style.lang)
}

pub(super) fn teams(rollup: &Rollup<'_>, style: &Style) -> String {
    let title = text!("Teams", "团队").into_string(style.lang);
    let all =
        rollup.peers.iter().flat_map(|peers| &peers.lines).map(|place| team(rollup, &rollup.lines[*place], style));
    let legend = side_by_side(&legend::of_teams(rollup, style.signs()), style);
    lines([title, String::new()].into_iter().chain(all), style) + &legend
}

fn team(rollup: &Rollup<'_>, line: &Line<'_>, style: &Style) -> String {
    let signs = style.signs();
    let places = std::iter::once(0).chain(rollup.view.parts());
    let standings = places.filter_map(|place| Some((rollup.view.nodes()[place], line.standings[place].as_ref()?)));
    let said = standings.map(|(node, own)| {
        let name = match node {
            Node::Model(_) => text!("overall", "总体").into_string(style.lang),
            node => one_line(node.name().get(style.lang)).into_owned(),
        };
        format!("{name} {}", teams::standing(rollup.view.model, Some(own), signs))
    });
    let said: Vec<_> = said.collect();
    let name = teams::team(line);
    let Text { en: answered, zh: answered_zh, .. } = teams::answered_in_words(line.top());
    let age = teams::age(line.date, rollup.day).map(|Text { en, zh, .. }| text!(", {en} old", "，距今 {zh}"));
    let Text { en: age_en, zh: age_zh, .. } = age.unwrap_or_else(|| text!("", ""));
    let (en, zh) = (said.join(", "), said.join("，"));
    text!("{name}: {en}, answered {answered}{age_en}", "{name}：{zh}，已回答 {answered_zh}{age_zh}")
        .into_string(style.lang)
}
