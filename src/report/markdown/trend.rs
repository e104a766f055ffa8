//! One assessment over time for a wiki or a message: a table of the points, what was measured, and what is missing.

use std::fmt::Write as _;

use crate::lang::Text;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{teams, trend as words};
use crate::trend::{Entry, Point, Trend};

/// A heading, the points, and what was measured beside them.
#[must_use]
pub fn trend(trend: &Trend<'_>, style: &Style) -> String {
    let heading = escape(&words::heading(trend, style.lang, &DRAWN));
    format!("# {heading}\n{}", body(trend, style))
}

/// A trend below a heading of its own, as a part of a longer document.
#[must_use]
pub fn trend_section(trend: &Trend<'_>, style: &Style) -> String {
    format!("## {}\n{}", words::title().get(style.lang), body(trend, style))
}

fn body(trend: &Trend<'_>, style: &Style) -> String {
    let mut text = String::new();
    points(&mut text, trend, style);
    let gaps: Vec<_> = trend.gaps().map(|gap| words::gap(gap, &DRAWN, style.lang)).collect();
    if !gaps.is_empty() {
        let _ = writeln!(text, "\n{}\n", escape(words::gaps_title(gaps.len()).get(style.lang)));
        for gap in &gaps {
            let _ = writeln!(text, "- {}", escape(gap));
        }
    }
    for remark in words::remarks(trend) {
        let _ = writeln!(text, "\n{}", escape(remark.get(style.lang)));
    }
    if let Some((command, needed)) = words::diff_command_for_others(trend) {
        let title = text!("What moved since the point before the last:", "倒数第二个时间点以来的变化：");
        let Text { en, zh, .. } = title;
        let said = text!("{en} `{command}`", "{zh}`{command}`");
        let _ = writeln!(text, "\n{}\n\n{}", said.get(style.lang), needed.get(style.lang));
    }
    text
}

fn points(text: &mut String, trend: &Trend<'_>, style: &Style) {
    let (places, metrics) = (trend.places(1), trend.metrics());
    let mut heads = vec![text!("Day", "日期"), text!("Revision or file", "修订版本或文件")];
    heads.extend(places.iter().map(|place| Text::same(words::name(trend, *place, style.lang))));
    let answered = teams::answered_heads(trend.points().map(Point::top));
    heads.extend(answered.iter().cloned());
    heads.push(text!("Moved", "变化"));
    heads.extend(metrics.iter().map(|metric| metric.name()));
    let heads: Vec<_> = heads.iter().map(|head| escape(head.get(style.lang))).collect();
    let _ = writeln!(text, "\n| {} |\n|{}", heads.join(" | "), " --- |".repeat(heads.len()));
    let told = words::standings_by_entry(trend, &places, &DRAWN);
    for ((entry, told), origin) in trend.entries.iter().zip(told).zip(words::short_origins(trend)) {
        let mut cells = vec![words::day(words::stamp(entry).at, &DRAWN), origin];
        if let Entry::Point(point) = entry {
            cells.extend(told);
            cells.extend(teams::answered_cells(point.top(), answered.len()));
            cells.push(words::moved(point.moved).map(|moved| moved.into_string(style.lang)).unwrap_or_default());
            let measured = |metric| point.outcomes.get(metric).map(ToString::to_string).unwrap_or_default();
            cells.extend(metrics.iter().map(measured));
        }
        cells.resize(heads.len(), String::new());
        let cells: Vec<_> = cells.iter().map(|cell| escape(cell)).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
}
