//! Small signs that several sections use: a level as a colored number, a level as a scale, what moved.

use std::cmp::Ordering;

use maud::{Markup, html};

use super::figure;
use super::page::Page;
use super::palette;
use crate::report::kit::words;
use crate::scoring::{Scored, State};

/// The level in its color; a range, or nothing, in a frame of its own.
pub(super) fn badge(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    html! { span .badge .(fill(page, scored)) { (words::level(scored)) } }
}

/// The class that colors a node: its level only when that is certain.
pub(super) fn fill(page: &Page<'_, '_>, scored: &Scored<'_>) -> String {
    match (scored.state, scored.level) {
        (_, Some(level)) if scored.is_certain() => palette::class(page.model(), level),
        (State::Incomplete, Some(_)) => "open".to_owned(),
        (State::NotApplicable, _) => "excused".to_owned(),
        _ => "blank".to_owned(),
    }
}

/// The level as a row of steps with a mark for the score.
pub(super) fn scale(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    let name = match scored.node {
        crate::model::Node::Model(_) => page.say(text!("Overall", "总体")),
        node => page.name(node),
    };
    let title = text!("{name} on the scale of levels", "{name}在级别尺度上的位置");
    let (level, score) = (words::level(scored), words::score(scored));
    let (floor, top) = (page.model().floor, page.model().top());
    let about = text!(
        "Level {level}, score {score}, on a scale from {floor} to {top}.",
        "级别 {level}，得分 {score}，范围为 {floor} 到 {top}。"
    );
    let id = page.id(&format!("scale-{}", scored.node.id()));
    figure::scale(page.model(), scored, &figure::Caption { id, title: page.say(title), about: page.say(about) })
}

/// The level now, after the earlier one where that was another.
pub(super) fn level(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    let Some(earlier) = page.earlier(scored) else { return badge(page, scored) };
    moved(page, [words::level(earlier), words::level(scored)], &badge(page, scored), levels(earlier, scored))
}

/// The score now, after the earlier one where that was another.
pub(super) fn score(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    let now = html! { (words::score(scored)) };
    let Some(earlier) = page.earlier(scored) else { return now };
    moved(page, [words::score(earlier), words::score(scored)], &now, scores(earlier, scored))
}

/// The grade now, after the earlier one where that was another.
pub(super) fn grade(page: &Page<'_, '_>, scored: &Scored<'_>) -> Markup {
    let now = words::grade(scored);
    match page.earlier(scored).map(words::grade) {
        Some(earlier) if earlier != now => html! {
            span .moved { (before(page, &earlier)) (now) }
        },
        _ => html! { (now) },
    }
}

/// How a level stands to the earlier one; nothing where what is open could still make it the same.
fn levels(earlier: &Scored<'_>, now: &Scored<'_>) -> Option<Ordering> {
    if earlier.level.is_none() || now.level.is_none() {
        return None;
    }
    if now.worst > earlier.level {
        return Some(Ordering::Less);
    }
    (now.level < earlier.worst).then_some(Ordering::Greater)
}

/// How a score stands to the earlier one; nothing where one of them is provisional.
fn scores(earlier: &Scored<'_>, now: &Scored<'_>) -> Option<Ordering> {
    let are_final = earlier.state == State::Complete && now.state == State::Complete;
    let both = earlier.score.zip(now.score).filter(|_| are_final);
    both.map(|(earlier, now)| earlier.cmp(&now))
}

fn moved(page: &Page<'_, '_>, [was, is]: [String; 2], now: &Markup, direction: Option<Ordering>) -> Markup {
    if was == is {
        return now.clone();
    }
    let (class, sign, word) = match direction {
        Some(Ordering::Less) => ("up", "▲", text!("up", "上升")),
        Some(Ordering::Greater) => ("down", "▼", text!("down", "下降")),
        _ => ("other", "", text!("changed", "有变化")),
    };
    html! {
        span .moved .(class) {
            (before(page, &was)) (now)
            span .sign aria-hidden="true" { (sign) }
            span .unseen { " (" (page.say(word)) ")" }
        }
    }
}

fn before(page: &Page<'_, '_>, earlier: &str) -> Markup {
    html! {
        span .unseen { (page.say(text!("earlier ", "此前 "))) }
        span .was { (earlier) }
        span .arrow aria-hidden="true" { "→" }
        span .unseen { (page.say(text!(", now ", "，现在 "))) }
    }
}
