//! The same in words, a line a point and a line a part: for screen readers and for terminals too narrow for a table.

use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::report::kit::{teams, trend as words};
use crate::report::terminal::lines::lines;
use crate::trend::{Entry, Trend};

/// A line a point.
pub(super) fn points(trend: &Trend<'_>, style: &Style) -> String {
    let places = trend.places(1);
    let names: Vec<_> = places.iter().map(|place| words::name(trend, *place, style.lang)).collect();
    let told = words::standings_by_entry(trend, &places, style.signs());
    lines(trend.entries.iter().zip(told).map(|(entry, told)| point(entry, &names, &told, style)), style)
}

/// Where it stood, `told` of nodes with these names.
fn point(entry: &Entry<'_>, names: &[String], told: &[String], style: &Style) -> String {
    let (signs, lang) = (style.signs(), style.lang);
    let stamp = words::stamp(entry);
    let (day, origin) = (words::day(stamp.at, signs), words::origin(stamp));
    let Entry::Point(point) = entry else {
        return text!("{day} {origin}: could not be read", "{day} {origin}：无法读取").into_string(lang);
    };
    let said: Vec<_> = names.iter().zip(told).map(|(name, told)| format!("{name} {told}")).collect();
    let Text { en: answered, zh: answered_zh, .. } = teams::answered_in_words(point.top());
    let (en, zh) = (said.join(", "), said.join("，"));
    match words::moved(point.moved) {
        None => text!("{day} {origin}: {en}, answered {answered}", "{day} {origin}：{zh}，已回答 {answered_zh}"),
        Some(moved) => {
            let (moved_en, moved_zh) = (moved.en, moved.zh);
            text!(
                "{day} {origin}: {en}, answered {answered}, moved: {moved_en}",
                "{day} {origin}：{zh}，已回答 {answered_zh}，变化：{moved_zh}"
            )
        }
    }
    .into_string(lang)
}

/// A line a part: where it began, and where it is.
pub(super) fn ways(trend: &Trend<'_>, style: &Style) -> String {
    let signs = style.signs();
    let parts = trend
        .places(1)
        .into_iter()
        .map(|place| (words::name(trend, place, style.lang), words::way(trend, place, signs)));
    let metrics = trend
        .metrics()
        .into_iter()
        .map(|metric| (metric.name().into_string(style.lang), words::measured(trend, metric, signs)));
    let said = |(name, way): (String, String)| text!("{name}: {way}", "{name}：{way}").into_string(style.lang);
    lines(parts.chain(metrics).map(said), style)
}
