//! Many teams for a wiki or a message: where they stand, what would lift most, and team by team.

use std::fmt::Write as _;

use crate::lang::Text;
use crate::model::{Node, NodeKind};
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::lead::name_and_id;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{kinds, legend, levers, outcomes, scores, teams, words};
use crate::rollup::{Distribution, Line, Rollup};
use crate::text::one_line;

/// How many levers are listed, and how many sub-domains that hold teams down.
const MOST: (usize, usize) = (20, 10);

/// A heading, the parts, what holds most down, the levers, the teams, every node, and what could not be read.
#[must_use]
pub fn rollup(rollup: &Rollup<'_>, style: &Style) -> String {
    let mut text = format!("# {}\n", escape(&teams::heading(rollup, style.lang, &DRAWN)));
    let first: Vec<_> = rollup.first().collect();
    levels(&mut text, rollup, &first, style);
    let shown: Vec<_> = rollup.distributions.iter().filter(|it| it.teams > 0).collect();
    let legend = legend::of_levels(rollup, &shown).into_iter().map(|said| said.into_string(style.lang));
    for remark in legend.chain(teams::remarks(rollup, style.lang)) {
        let _ = writeln!(text, "\n{}", escape(&remark));
    }
    holding(&mut text, rollup, style);
    levers(&mut text, rollup, style);
    for peers in &rollup.peers {
        title(&mut text, &Text::same(teams::peers(rollup, peers, style.lang)), style);
        team_table(&mut text, rollup, &peers.lines, style);
    }
    for said in legend::of_teams(rollup, &DRAWN) {
        let _ = writeln!(text, "\n{}", escape(said.get(style.lang)));
    }
    measured(&mut text, rollup, style);
    let all: Vec<_> = rollup.distributions.iter().filter(|it| it.node.kind() != NodeKind::Model).collect();
    if all.len() > first.len() {
        title(&mut text, &teams::every_title(rollup.view.model), style);
        levels(&mut text, rollup, &all, style);
    }
    if !rollup.broken.is_empty() {
        title(&mut text, &teams::broken_title(rollup.broken.len()), style);
        for it in &rollup.broken {
            let _ = writeln!(text, "- {}", escape(it.line().get(style.lang)));
        }
    }
    text
}

fn title(text: &mut String, words: &Text, style: &Style) {
    let _ = writeln!(text, "\n## {}\n", escape(words.get(style.lang)));
}

fn levels(text: &mut String, rollup: &Rollup<'_>, shown: &[&Distribution<'_>], style: &Style) {
    let shown: Vec<_> = shown.iter().filter(|it| it.teams > 0).collect();
    if shown.is_empty() {
        return;
    }
    let mut heads = vec![kinds::part(), text!("Teams", "团队")];
    heads.extend(rollup.view.levels().iter().map(|level| Text::same(level.to_string())));
    heads.extend([text!("Median", "中位"), text!("Lowest", "最低")]);
    if rollup.view.targets.is_some() {
        heads.push(text!("Below", "未达标"));
    }
    heads.push(text!("Unknown", "未定"));
    if rollup.compared.is_some() {
        heads.extend([text!("Up", "上升"), text!("Down", "下降")]);
    }
    table_head(text, &heads, style);
    for it in shown {
        let or_none = |value: Option<String>| value.unwrap_or_else(|| DRAWN.none.to_owned());
        let mut cells = vec![name(rollup, it, style), it.teams.to_string()];
        cells.extend(it.levels.iter().map(|(_, teams)| if *teams > 0 { teams.to_string() } else { String::new() }));
        cells.extend(teams::middle(rollup.view.model, it).map(or_none));
        if rollup.view.targets.is_some() {
            cells.push(or_none(it.below.map(|below| below.to_string())));
        }
        cells.push(it.unknown.to_string());
        if let Some(moved) = it.moved {
            cells.extend([moved.up.to_string(), moved.down.to_string()]);
        }
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}

/// The heads of a table, the first column words and the rest numbers.
fn table_head(text: &mut String, heads: &[Text], style: &Style) {
    let names: Vec<_> = heads.iter().map(|head| escape(head.get(style.lang))).collect();
    let rule = "--:|".repeat(heads.len().saturating_sub(1));
    let _ = writeln!(text, "\n| {} |\n|---|{rule}", names.join(" | "));
}

/// The name of a node after those above it, below what is looked at.
fn name(rollup: &Rollup<'_>, it: &Distribution<'_>, style: &Style) -> String {
    match it.node {
        Node::Model(_) => format!("**{}**", escape(&teams::name(rollup, it, style.lang))),
        node => escape(&words::path(rollup.view.model, node, style.lang, &DRAWN)),
    }
}

fn holding(text: &mut String, rollup: &Rollup<'_>, style: &Style) {
    if rollup.holding.is_empty() {
        return;
    }
    title(text, &text!("What holds most teams at their level", "使最多团队停在当前级别的子域"), style);
    for it in rollup.holding.iter().take(MOST.1) {
        let (name, teams) = (name_and_id(Node::Group(it.sub_domain), style.lang), teams::count(it.teams));
        let teams = teams.into_string(style.lang);
        let _ = writeln!(text, "- {}", escape(text!("{teams}: {name}", "{teams}：{name}").get(style.lang)));
    }
}

fn levers(text: &mut String, rollup: &Rollup<'_>, style: &Style) {
    if rollup.levers.is_empty() {
        return;
    }
    title(text, &levers::title(rollup), style);
    for (number, lever) in (1..).zip(rollup.levers.iter().take(MOST.0)) {
        let (said, reach) =
            (one_line(lever.text.get(style.lang)), levers::reach(rollup.view.model, lever).into_string(style.lang));
        let _ = writeln!(text, "{number}. {}  \n   {}", escape(&said), escape(&reach));
        let _ = writeln!(text, "   ({})", escape(&levers::clauses(lever).join(", ")));
    }
}

fn team_table(text: &mut String, rollup: &Rollup<'_>, lines: &[usize], style: &Style) {
    let nodes = rollup.view.nodes();
    let lines: Vec<&Line<'_>> = lines.iter().map(|place| &rollup.lines[*place]).collect();
    let places = std::iter::once(0).chain(rollup.view.parts());
    let places: Vec<_> = places.filter(|place| lines.iter().any(|line| line.standings[*place].is_some())).collect();
    let mut heads = vec![teams::column()];
    heads.extend(places.iter().map(|place| match nodes[*place] {
        Node::Model(_) => text!("Overall", "总体"),
        node => node.name().clone(),
    }));
    let answered = teams::answered_heads(lines.iter().map(|line| line.top()));
    heads.extend(answered.iter().cloned());
    heads.push(text!("Date", "日期"));
    table_head(text, &heads, style);
    for line in lines {
        let standing = |place: &usize| {
            let own = line.standings[*place].as_ref();
            teams::standing(rollup.view.model, own, &DRAWN)
        };
        let date = line.date.map_or_else(|| DRAWN.none.to_owned(), |date| date.to_string());
        let mut cells = vec![escape(&teams::team(line))];
        cells.extend(places.iter().map(standing));
        cells.extend(teams::answered_cells(line.top(), answered.len()));
        cells.push(date);
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}

/// What teams measure, beside where they stand.
fn measured(text: &mut String, rollup: &Rollup<'_>, style: &Style) {
    let metrics = rollup.metrics();
    if metrics.is_empty() {
        return;
    }
    title(text, &outcomes::title(), style);
    let _ = writeln!(text, "{}", escape(outcomes::remark(rollup).get(style.lang)));
    let mut heads = vec![text!("Team", "团队"), Text::same(scores::name(rollup.view.top, style.lang))];
    heads.extend(metrics.iter().map(|metric| metric.name()));
    table_head(text, &heads, style);
    for line in rollup.measuring() {
        let mut cells = vec![escape(&teams::team(line)), teams::standing(rollup.view.model, line.top(), &DRAWN)];
        cells.extend(metrics.iter().map(|metric| outcomes::measured(line, *metric, &DRAWN)));
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}
