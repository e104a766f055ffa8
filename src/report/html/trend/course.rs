//! The pictures: one for the whole, every area and domain, and one for everything that was measured.

use maud::{Markup, html};

use super::page::TrendPage;
use crate::answers::Metric;
use crate::lang::Text;
use crate::model::NodeKind;
use crate::report::html::figure::{Caption, Mark, Steps, steps};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::trend as words;
use crate::scoring::State;
use crate::trend::Entry;

/// From more points on only those beside a change are drawn and told: more would run together.
const MOST: usize = 60;

/// Whether points that stand as their neighbors do are left out.
pub(super) fn is_thinned(page: &TrendPage<'_, '_>) -> bool {
    page.trend.entries.len() > MOST
}

/// The whole and the areas, then the domains below each area.
pub(super) fn course(page: &TrendPage<'_, '_>) -> Markup {
    let nodes = page.trend.view.nodes();
    let top = page.trend.view.top.storey();
    // Of the whole model, sub-domains and dimensions are too many.
    let is_drawn =
        |place: &usize| top > 0 || !matches!(nodes[*place].kind(), NodeKind::SubDomain | NodeKind::Dimension);
    let first = page.trend.places(1);
    let all = page.trend.places(2);
    let below: Vec<_> =
        all.iter().copied().filter(|place| nodes[*place].storey() == top + 2).filter(is_drawn).collect();
    html! {
        div .figures { @for place in &first { (figure(page, *place)) } }
        @for area in first.iter().filter(|place| nodes[**place].storey() == top + 1) {
            @let own: Vec<_> = below.iter().filter(|place| nodes[**place].id().is_within(nodes[*area].id())).collect();
            @if !own.is_empty() {
                h3 { (words::name(page.trend, *area, page.lang)) }
                div .figures { @for place in own { (figure(page, *place)) } }
            }
        }
    }
}

/// A picture for each metric.
pub(super) fn outcomes(page: &TrendPage<'_, '_>) -> Markup {
    html! { div .figures { @for metric in page.trend.metrics() { (measured(page, metric)) } } }
}

fn figure(page: &TrendPage<'_, '_>, place: usize) -> Markup {
    let (trend, model) = (page.trend, page.trend.view.model);
    let name = words::name(trend, place, page.lang);
    let heights = words::heights(trend, place);
    let steps_of = f64::from(u8::try_from(model.levels.len().saturating_sub(1)).unwrap_or(u8::MAX)).max(1.0);
    let has_levels = model.scoring.has_levels();
    let levels = || (0_u8..).zip(model.all_levels());
    let scale: Vec<_> = if has_levels {
        levels().map(|(step, level)| (f64::from(step) / steps_of, level.to_string())).collect()
    } else {
        vec![(0.0, String::new()), (1.0, String::new())]
    };
    let told = trend.entries.iter().zip(words::standings(trend, place, &DRAWN));
    let marks = trend.course(place).zip(&heights).zip(along(page)).zip(told);
    let marks = marks.map(|(((standing, height), along), (entry, told))| Mark {
        along,
        height: *height,
        // Where nothing is answered there is no level, not the lowest one.
        level: standing
            .filter(|it| it.best.is_some())
            .and_then(|it| it.worst)
            .filter(|_| has_levels)
            .and_then(|own| levels().find(|(_, level)| *level == own))
            .map(|(step, _)| f64::from(step) / steps_of),
        said: said(page, entry, &told),
        is_open: standing.is_some_and(|it| it.state == State::Incomplete),
    });
    let title = if has_levels {
        text!("{name}: level and score over time", "{name}：级别与得分的变化")
    } else {
        text!("{name}: score over time", "{name}：得分的变化")
    };
    let way = words::way(trend, place, &DRAWN);
    drawn(page, &format!("chart-{}", trend.view.nodes()[place].id()), &name, title, way, scale, marks.collect())
}

fn measured(page: &TrendPage<'_, '_>, metric: Metric) -> Markup {
    let trend = page.trend;
    let name = page.say(metric.name());
    let most =
        trend.measured(metric).flatten().max_by(|one, other| one.in_least_unit().total_cmp(&other.in_least_unit()));
    let scale = vec![(0.0, "0".to_owned()), (1.0, most.map(ToString::to_string).unwrap_or_default())];
    let heights = words::measured_heights(trend, metric);
    let marks = trend.measured(metric).zip(heights).zip(along(page)).zip(&trend.entries);
    let marks = marks.map(|(((measured, height), along), entry)| Mark {
        along,
        height,
        level: None,
        said: said(page, entry, &measured.map(ToString::to_string).unwrap_or_default()),
        is_open: false,
    });
    let title = text!("{name} over time", "{name}的变化");
    let way = words::measured(trend, metric, &DRAWN);
    drawn(page, &format!("measured-{metric}"), &name, title, way, scale, marks.collect())
}

fn drawn(
    page: &TrendPage<'_, '_>,
    id: &str,
    name: &str,
    title: Text,
    way: String,
    scale: Vec<(f64, String)>,
    marks: Vec<Mark>,
) -> Markup {
    let marks = if is_thinned(page) { beside_changes(marks) } else { marks };
    let rows: Vec<_> = marks.iter().filter(|mark| mark.height.is_some()).map(|mark| mark.said.clone()).collect();
    let caption = Caption { id: page.id(id), title: page.say(title), about: way };
    let chart = Steps { caption, scale, ends: ends(page), marks };
    html! {
        figure {
            figcaption { (name) " " span .way { (chart.caption.about) } }
            (steps(&chart))
            details .data {
                summary { (page.say(text!("The same in words", "以文字查看"))) }
                ul { @for row in &rows { li { (row) } } }
            }
        }
    }
}

/// Without those that stand as the one before and the one after: the line through them stays the same.
fn beside_changes(marks: Vec<Mark>) -> Vec<Mark> {
    let standing = |mark: &Mark| (mark.height, mark.level, mark.is_open);
    let all: Vec<_> = marks.iter().map(standing).collect();
    let is_between = |at: usize| at > 0 && all.get(at + 1) == all.get(at) && all[at - 1] == all[at];
    marks.into_iter().enumerate().filter(|(at, _)| !is_between(*at)).map(|(_, mark)| mark).collect()
}

/// `2026-02-01 1a2b3c4d: 2 2.61`.
fn said(page: &TrendPage<'_, '_>, entry: &Entry<'_>, value: &str) -> String {
    let stamp = words::stamp(entry);
    let (day, origin) = (words::day(stamp.at, &DRAWN), page.origin(stamp));
    page.say(text!("{day} {origin}: {value}", "{day} {origin}：{value}"))
}

/// Where each place stands in time, from 0 to 1; places without a day, and those of a single day, in equal steps.
fn along(page: &TrendPage<'_, '_>) -> Vec<f64> {
    let days: Vec<_> = page.trend.entries.iter().map(|entry| words::stamp(entry).at).collect();
    let (first, last) = (days.iter().flatten().min(), days.iter().flatten().max());
    let span = first.zip(last).and_then(|(first, last)| last.days_since(*first)).filter(|span| *span > 0);
    let count = f64::from(u32::try_from(days.len().saturating_sub(1)).unwrap_or(u32::MAX)).max(1.0);
    let place = |(at, day): (u32, &Option<_>)| match (first, span, day) {
        (Some(first), Some(span), Some(day)) => {
            f64::from(crate::answers::Date::days_since(*day, *first).unwrap_or_default()) / f64::from(span)
        }
        _ => f64::from(at) / count,
    };
    (0..).zip(&days).map(place).collect()
}

/// The first and the last day.
fn ends(page: &TrendPage<'_, '_>) -> (String, String) {
    let days = || page.trend.entries.iter().filter_map(|entry| words::stamp(entry).at);
    let said = |day: Option<_>| words::day(day, &DRAWN);
    (said(days().min()), said(days().max()))
}

#[cfg(test)]
mod tests {
    use super::{Mark, beside_changes};

    #[test]
    fn of_many_points_those_beside_a_change_stay() {
        let heights = [Some(0.0), Some(0.0), Some(0.0), Some(1.0), None, None, None, Some(1.0), Some(1.0), Some(1.0)];
        let mark = |(at, height): (u8, _)| Mark {
            along: f64::from(at),
            height,
            level: None,
            said: at.to_string(),
            is_open: false,
        };
        let left = beside_changes((0..).zip(heights).map(mark).collect());
        let said: Vec<_> = left.iter().map(|mark| mark.said.as_str()).collect();
        assert_eq!(said, ["0", "2", "3", "4", "6", "7", "9"]);
    }
}
