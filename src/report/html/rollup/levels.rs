//! How many teams have which level, node by node.

use maud::{Markup, html};

use super::bars::bar;
use super::page::RollupPage;
use crate::lang::Text;
use crate::model::{Level, Node, NodeKind};
use crate::report::html::palette;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{legend as notes, teams};
use crate::rollup::Distribution;

pub(super) fn title(page: &RollupPage<'_, '_>) -> Text {
    if page.rollup.view.levels().is_empty() {
        text!("Where teams stand", "各团队的得分情况")
    } else {
        text!("How many stand where", "各级别有多少团队")
    }
}

pub(super) fn lead(page: &RollupPage<'_, '_>) -> Text {
    if page.rollup.view.levels().is_empty() {
        return notes::middle(page.model());
    }
    if page.rollup.peers.len() > 1 {
        return text!(
            "Each piece of a bar is a level, as long as the share of the teams that have it. Overall levels stand apart by what is assessed.",
            "条形的每一段是一个级别，长度为该级别团队所占的比例。总体级别按评估领域分开列出。",
        );
    }
    text!(
        "Each piece of a bar is a level, as long as the share of the teams that have it.",
        "条形的每一段是一个级别，长度为该级别团队所占的比例。",
    )
}

/// What is looked at, and the parts right below it.
pub(super) fn first(page: &RollupPage<'_, '_>) -> Markup {
    let shown: Vec<_> = page.rollup.first().collect();
    html! {
        (legend(page, &shown))
        (table(page, &shown))
    }
}

/// Every node that is shown, the whole left out.
pub(super) fn every(page: &RollupPage<'_, '_>) -> Markup {
    let view = &page.rollup.view;
    let parts: Vec<_> = view.parts().iter().map(|place| view.nodes()[*place]).collect();
    let all = || page.rollup.distributions.iter().filter(|it| it.node.kind() != NodeKind::Model && it.teams > 0);
    if parts.is_empty() {
        return table(page, &all().collect::<Vec<_>>());
    }
    let part = |node: &Node<'_>| {
        let own: Vec<_> = all().filter(|it| it.node.id().is_within(node.id())).collect();
        let Some(first) = own.first() else { return html! {} };
        html! {
            details .goal {
                summary {
                    span .title { (page.name(*node)) }
                    span .drawn { @if !first.levels.is_empty() { (bar(page, first)) } }
                    span .size { (page.say(teams::count(first.teams))) }
                }
                (table(page, &own))
            }
        }
    };
    html! { div .goals-list { @for node in &parts { (part(node)) } } }
}

/// What is counted of a part, a column each.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Teams,
    Median,
    Lowest,
    /// Only where something has a target.
    Below,
    Unknown,
}

const FIGURES: [Figure; 5] = [Figure::Teams, Figure::Median, Figure::Lowest, Figure::Below, Figure::Unknown];

impl Figure {
    fn name(self) -> Text {
        match self {
            Self::Teams => text!("Teams", "团队"),
            Self::Median => text!("Median", "中位"),
            Self::Lowest => text!("Lowest", "最低"),
            Self::Below => text!("Below", "未达标"),
            Self::Unknown => text!("Unknown", "未定"),
        }
    }
}

fn table(page: &RollupPage<'_, '_>, shown: &[&Distribution<'_>]) -> Markup {
    let has_levels = !page.rollup.view.levels().is_empty();
    let caption = if has_levels {
        text!("How many teams have which level", "各级别的团队数")
    } else {
        text!("Scores of the teams", "各团队的得分")
    };
    let has_targets = shown.iter().any(|it| it.below.is_some());
    let figures = FIGURES.into_iter().filter(|figure| *figure != Figure::Below || has_targets);
    let heads: Vec<_> = figures.map(|figure| (figure, page.say(figure.name()))).collect();
    html! {
        table .cards .numbers .spread {
            caption .unseen { (page.say(caption)) }
            thead {
                tr {
                    th scope="col" { (page.say(text!("Part", "部分"))) }
                    @if has_levels { th scope="col" { (page.say(text!("Levels", "级别"))) } }
                    @for (_, head) in &heads { th .number scope="col" { (head) } }
                }
            }
            tbody { @for it in shown.iter().filter(|it| it.teams > 0) { (row(page, it, &heads)) } }
        }
    }
}

fn row(page: &RollupPage<'_, '_>, it: &Distribution<'_>, heads: &[(Figure, String)]) -> Markup {
    let badge = |level: Level| html! { span .badge .(palette::class(page.model(), level)) { (level) } };
    let level = |level: Option<Level>| level.map_or_else(|| html! { (DRAWN.none) }, badge);
    let score = |score: Option<String>| html! { (score.unwrap_or_else(|| DRAWN.none.to_owned())) };
    let has_levels = !it.levels.is_empty();
    let [median, lowest] =
        if has_levels { [it.median, it.lowest].map(level) } else { teams::middle(page.model(), it).map(score) };
    let below = it.below.map_or_else(|| DRAWN.none.to_owned(), |below| below.to_string());
    let cell = |figure: Figure| match figure {
        Figure::Teams => html! { (it.teams) },
        Figure::Median => html! { (median) },
        Figure::Lowest => html! { (lowest) },
        Figure::Below => html! { (below) },
        Figure::Unknown => html! { (it.unknown) },
    };
    html! {
        tr .(it.node.kind()) {
            th scope="row" { (page.name_of(it)) }
            @if has_levels { td .drawn { (bar(page, it)) } }
            @for (figure, head) in heads { td data-label=(head) { (cell(*figure)) } }
        }
    }
}

/// What the colors mean, besides the levels only what occurs.
pub(super) fn legend(page: &RollupPage<'_, '_>, shown: &[&Distribution<'_>]) -> Markup {
    let entry = |class: &str, sign: &str, words: &str| html! { li { span .badge .(class) { (sign) } " " (words) } };
    let level = |level: Level| {
        let named = page.named_level(level);
        let name = named.split_once(' ').map(|(_, name)| name).unwrap_or_default();
        entry(palette::class(page.model(), level), &level.to_string(), name)
    };
    html! {
        ul .legend {
            @for number in page.rollup.view.levels() { (level(number)) }
            @if !page.rollup.view.levels().is_empty() && shown.iter().any(|it| it.unknown > 0) {
                (entry("open", "≤3", &page.say(text!("unknown: at best", "未定：最好情况"))))
            }
            @if shown.iter().any(|it| it.not_applicable > 0) {
                (entry("excused", "–", &page.say(text!("not applicable", "不适用"))))
            }
        }
    }
}
