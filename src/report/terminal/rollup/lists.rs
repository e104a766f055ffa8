//! What holds most teams down, what would lift most of them, and the files that could not be read.

use crate::model::Node;
use crate::report::kit::lead::name_and_id;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::report::kit::{levers, teams};
use crate::rollup::Rollup;
use crate::text::{one_line, wrap};

/// How many sub-domains that hold teams down are listed, and how many levers.
const MOST: (usize, usize) = (5, 10);

pub(super) fn holding(rollup: &Rollup<'_>, style: &Style) -> String {
    let title = text!("What holds most teams at their level", "使最多团队停在当前级别的子域");
    let entries = rollup.holding.iter().take(MOST.0).map(|it| {
        let (name, teams) =
            (name_and_id(Node::Group(it.sub_domain), style.lang), teams::count(it.teams).into_string(style.lang));
        text!("{teams}: {name}", "{teams}：{name}").into_string(style.lang)
    });
    list(&title, entries, style)
}

pub(super) fn levers(rollup: &Rollup<'_>, style: &Style) -> String {
    let title = levers::title(rollup);
    let mut lines: Vec<_> =
        wrap(title.get(style.lang), style.width, "", "  ").iter().map(|line| style.colors.bold(line)).collect();
    for (number, lever) in (1..).zip(rollup.levers.iter().take(MOST.1)) {
        let said = one_line(lever.text.get(style.lang));
        lines.extend(wrap(&said, style.width, &format!("{number:>2}. "), "    "));
        let reach = levers::reach(rollup.view.model, lever).into_string(style.lang);
        lines.extend(wrap(&reach, style.width, "    ", "    "));
        lines.extend(
            wrap(&place(rollup, lever, style), style.width, "    ", "      ").iter().map(|line| style.colors.dim(line)),
        );
    }
    let left = rollup.levers.len().saturating_sub(MOST.1);
    if left > 0 {
        lines.push(text!("and {left} more", "另有 {left} 项").into_string(style.lang));
    }
    if rollup.levers.is_empty() { String::new() } else { lines.join("\n") }
}

/// Where the first clause of a lever stands, and at how many places more the same is said.
fn place(rollup: &Rollup<'_>, lever: &crate::rollup::Lever<'_>, style: &Style) -> String {
    let Some((dimension, _)) = lever.places.first() else { return String::new() };
    let path = words::path_in_area(rollup.view.model, Node::Dimension(dimension), style.lang, style.signs());
    let id = &levers::clauses(lever)[0];
    let more = lever.places.len() - 1;
    match more {
        0 => text!("{path} ({id})", "{path}（{id}）"),
        _ => text!("{path} ({id}), and {more} more", "{path}（{id}），另有 {more} 处"),
    }
    .into_string(style.lang)
}

pub(super) fn broken(rollup: &Rollup<'_>, style: &Style) -> String {
    let title = teams::broken_title(rollup.broken.len());
    list(&title, rollup.broken.iter().map(|it| it.line().into_string(style.lang)), style)
}

/// A title and an entry a line; empty without entries.
fn list(title: &crate::lang::Text, entries: impl Iterator<Item = String>, style: &Style) -> String {
    let entries: Vec<_> = entries.flat_map(|entry| wrap(&entry, style.width, "  ", "    ")).collect();
    if entries.is_empty() {
        return String::new();
    }
    let title = wrap(title.get(style.lang), style.width, "", "  ").into_iter().map(|line| style.colors.bold(&line));
    title.chain(entries).collect::<Vec<_>>().join("\n")
}
