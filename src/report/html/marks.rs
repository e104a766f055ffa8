//! Small signs that several sections use: a level as a colored number, a level as a scale, what moved.

use maud::{Markup, html};

use super::figure;
use super::page::ReportPage;
use super::palette;
use crate::diff::Direction;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{moves, words};
use crate::scoring::{Scored, State};

/// The level in its color; a range, or nothing, in a frame of its own.
pub(super) fn badge(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    html! { span .badge .(fill(page, scored)) { (words::level(scored, &DRAWN)) } }
}

/// The class that colors a node: its level only when that is certain.
pub(super) fn fill(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> &'static str {
    match (scored.state, scored.level) {
        (_, Some(level)) if scored.is_certain() => palette::class(page.model(), level),
        (State::Incomplete, Some(_)) => "open",
        (State::NotApplicable, _) => "excused",
        _ => "blank",
    }
}

/// The level as a row of steps with a mark for the score.
pub(super) fn scale(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let name = match scored.node {
        crate::model::Node::Model(_) => page.say(text!("Overall", "总体")),
        node => page.name(node),
    };
    let title = text!("{name} on the scale of levels", "{name}在级别尺度上的位置");
    let (level, score) = (words::level(scored, &DRAWN), words::score(scored, &DRAWN));
    let (floor, top) = (page.model().floor, page.model().top());
    let about = text!(
        "Level {level}, score {score}, on a scale from {floor} to {top}.",
        "级别 {level}，得分 {score}，刻度从 {floor} 到 {top}。"
    );
    let id = page.id(&format!("scale-{}", scored.node.id()));
    figure::scale(
        page.model(),
        scored,
        &figure::Caption { id, title: page.say(title).into_owned(), about: page.say(about).into_owned() },
    )
}

/// The level now, after the earlier one where that was another, with the sign of which way the node moved.
pub(super) fn level(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let now = badge(page, scored);
    let Some(shift) = page.shift(scored) else { return now };
    let both = [&shift.old, &shift.new].map(|scored| words::level(scored, &DRAWN));
    moved(page, &both, &now, Some(shift.direction))
}

/// The score now, after the earlier one where that was another; with the sign where the level bears none.
pub(super) fn score(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let Some(shift) = page.shift(scored) else { return html! { (words::score(scored, &DRAWN)) } };
    let both = moves::both_scores(shift, &DRAWN);
    let now = html! { (both[1]) };
    let is_level_the_same = words::level(&shift.old, &DRAWN) == words::level(&shift.new, &DRAWN);
    moved(page, &both, &now, is_level_the_same.then_some(shift.direction))
}

/// The grade now, after the earlier one where that was another.
pub(super) fn grade(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let now = html! { (words::grade(scored, &DRAWN)) };
    let Some(shift) = page.shift(scored) else { return now };
    let both = [&shift.old, &shift.new].map(|scored| words::grade(scored, &DRAWN));
    moved(page, &both, &now, None)
}

fn moved(page: &ReportPage<'_, '_>, [was, is]: &[String; 2], now: &Markup, direction: Option<Direction>) -> Markup {
    if was == is {
        return now.clone();
    }
    let signs = direction.map(|direction| match direction {
        Direction::Up => ("up", "▲", text!("up", "上升")),
        Direction::Down => ("down", "▼", text!("down", "下降")),
        Direction::Changed => ("other", "", text!("changed", "其他变化")),
    });
    html! {
        span .moved .(signs.as_ref().map_or("other", |(class, ..)| *class)) {
            (before(page, was)) (now)
            @if let Some((_, sign, word)) = signs {
                span .sign aria-hidden="true" { (sign) }
                span .unseen { (page.say(text!(" (", "（"))) (page.say(word)) (page.say(text!(")", "）"))) }
            }
        }
    }
}

fn before(page: &ReportPage<'_, '_>, earlier: &str) -> Markup {
    html! {
        span .unseen { (page.say(text!("earlier ", "此前 "))) }
        span .was { (earlier) }
        span .arrow aria-hidden="true" { "→" }
        span .unseen { (page.say(text!(", now ", "，现在 "))) }
    }
}
