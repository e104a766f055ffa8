//! Strengths and gaps, side by side.

use maud::{Markup, html};

use super::code::with_code;
use super::marks;
use super::page::ReportPage;
use super::terms::clause;
use crate::highlights::{Gap, Highlights, Spread, Strength};
use crate::lang::Text;
use crate::model::{Level, Model};
use crate::report::kit::kinds;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::Scored;

/// The most entries of each list.
const MOST: usize = 6;
/// The most clauses that a gap is shown to lack.
const MOST_MISSING: usize = 2;

pub(super) fn lead() -> Text {
    text!(
        "Up to {MOST} of each. Strengths stand above the overall level, ordered by the highest level at which something is asked and met; gaps are the lowest levels, with the dimensions that hold them there.",
        "各列最多 {MOST} 个。强项高于总体级别，按“有要求且已满足”的最高级别排序；短板是级别最低的子域，并列出限制它们的维度。",
    )
}

pub(super) fn standout(page: &ReportPage<'_, '_>) -> Markup {
    let Highlights { strengths, gaps, spread } = page.report.highlights;
    let no_strength = with_code(&page.say(no_strength(page.model(), *spread)));
    if let Spread::Unanswered | Spread::NotApplicable = spread {
        return html! { p { (no_strength) } };
    }
    html! {
        div .pair {
            div .strengths {
                h3 { (page.say(text!("Strengths", "强项"))) }
                (list(strengths, |entry| strength(page, entry)))
                (rest(page, strengths, |entry| Some(entry.earned)))
                @if strengths.is_empty() {
                    p { (no_strength) }
                }
            }
            div .gaps {
                h3 { (page.say(text!("Gaps", "短板"))) }
                (list(gaps, |entry| gap(page, entry)))
                (rest(page, gaps, |entry| entry.scored.level))
                @if gaps.is_empty() {
                    p { (page.say(no_gap(page.model()))) }
                }
            }
        }
    }
}

/// Why no sub-domain is a gap.
fn no_gap(model: &Model) -> Text {
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    text!("None: every {en} that is answered is at the highest level.", "没有：已回答的{zh}都达到了最高级别。")
}

/// Why no sub-domain is a strength.
fn no_strength(model: &Model, spread: Spread) -> Text {
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    match spread {
        Spread::Unanswered => text!(
            "Nothing is answered yet, so nothing stands out. `assess interview` asks the questions.",
            "尚未回答任何问题，因此没有强项或短板可言。请运行 `assess interview` 作答。",
        ),
        Spread::NotApplicable => text!(
            "Everything is marked not applicable, so nothing stands out.",
            "问题全部标为不适用，因此没有强项或短板可言。",
        ),
        Spread::Even(level) => text!(
            "No {en} stands above the others: all that are answered are at level {level}.",
            "没有哪个{zh}突出：已回答的{zh}都处于级别 {level}。",
        ),
        Spread::Uneven => text!(
            "No {en} is certain to stand above the overall level by what it has done.",
            "没有哪个{zh}确定凭已做到的要求高于总体级别。",
        ),
    }
}

fn list<T>(entries: &[T], show: impl Fn(&T) -> Markup) -> Markup {
    html! {
        @if !entries.is_empty() {
            ul .entries { @for entry in entries.iter().take(MOST) { li { (show(entry)) } } }
        }
    }
}

/// How many more there are at the level of the last one shown.
fn rest<T>(page: &ReportPage<'_, '_>, entries: &[T], level: impl Fn(&T) -> Option<Level>) -> Markup {
    let last = entries.get(MOST - 1).and_then(&level);
    let rest = entries.iter().skip(MOST).filter(|entry| level(entry) == last).count();
    html! {
        @if let Some(level) = last.filter(|_| rest > 0) {
            p .more { (page.say(text!("and {rest} more at level {level}", "级别 {level} 的另有 {rest} 个"))) }
        }
    }
}

fn strength(page: &ReportPage<'_, '_>, strength: &Strength<'_, '_>) -> Markup {
    let (earned, score) = (strength.earned, words::score(strength.scored, &DRAWN));
    let words = if Some(earned) == strength.scored.level {
        text!("Score {score}", "得分 {score}")
    } else {
        text!("Score {score}; nothing is asked above level {earned}", "得分 {score}；级别 {earned} 以上没有要求")
    };
    entry(page, strength.scored, &html! { (page.say(words)) })
}

fn gap(page: &ReportPage<'_, '_>, gap: &Gap<'_, '_>) -> Markup {
    let score = words::score(gap.scored, &DRAWN);
    entry(
        page,
        gap.scored,
        &html! {
            (page.say(text!("Score {score}; weakest: ", "得分 {score}；受限于"))) (held_by(page, gap.scored))
            (missing(page, gap))
        },
    )
}

/// What the next level of a gap still needs, as far as it is known.
fn missing(page: &ReportPage<'_, '_>, gap: &Gap<'_, '_>) -> Markup {
    let goal = page.report.plan.goals.iter().find(|goal| goal.sub_domain.id == gap.sub_domain.id);
    let needed = goal.map_or(&[][..], |goal| &goal.requirements);
    let more = needed.len().saturating_sub(MOST_MISSING);
    html! {
        @if !needed.is_empty() {
            ul .missing {
                @for requirement in needed.iter().take(MOST_MISSING) {
                    li { b { (words::place(requirement, page.lang)) } " " (clause(page, requirement.asks)) }
                }
                @if more > 0 {
                    li { a href=(page.link("plan")) { (page.say(text!("and {more} more", "另有 {more} 条"))) } }
                }
            }
        }
    }
}

/// The dimensions that hold a node down.
pub(super) fn held_by(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> String {
    let names: Vec<_> = scored.limiting().iter().map(|dimension| page.of_model(&dimension.name)).collect();
    page.list(&names)
}

fn entry(page: &ReportPage<'_, '_>, scored: &Scored<'_>, words: &Markup) -> Markup {
    let place = page.model().path(scored.node.id()).into_iter().rev().nth(1).map(|parent| page.name(parent));
    html! {
        (marks::badge(page, scored))
        div {
            p .title {
                a href=(page.link(scored.node.id().as_str())) { (page.name(scored.node)) }
            }
            @if let Some(place) = place { p { (place) } }
            div .words { (words) }
            @if page.shift(scored).is_some() { p { (page.say(text!("Moved: ", "变化："))) (marks::level(page, scored)) } }
        }
    }
}
