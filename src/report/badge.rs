//! The level of an assessment as a badge: a small picture, or the data of one for a badge service.

mod width;

use maud::html;
use serde::Serialize;

use crate::report::json;
use crate::report::kit::ramp::shades;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Outcome, State};
use crate::text::{cut, one_line};
use width::width;

/// The columns that the label may take.
const LABEL: usize = 40;
/// The blank at either side of a text, in px.
const MARGIN: usize = 7;

/// The background and the text of an assessment without a level.
const NO_LEVEL: (&str, &str) = ("#595959", "#ffffff");

/// A small SVG for a README: what is assessed and its level, with the same as a title for screen readers.
#[must_use]
pub fn badge(outcome: &Outcome<'_>, style: &Style) -> String {
    let (label, message) = (label(outcome, style), message(outcome, style));
    let (back, front) = colors(outcome);
    let [left, right] = [&label, &message].map(|words| width(words) + 2 * MARGIN);
    let (total, title) = (left + right, format!("{label}: {message}"));
    // Several badges in one page are cut to the shape of the first of that name, which is to be as wide.
    let shape = format!("w{total}");
    // The escaping of HTML is that of XML for text and quoted attributes.
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(total) height="20" role="img" aria-label=(title) lang=(style.lang.tag()) {
            title { (title) }
            clipPath id=(shape) { rect width=(total) height="20" rx="3" {} }
            g clip-path=(format!("url(#{shape})")) {
                rect width=(left) height="20" fill="#333" {}
                rect x=(left) width=(right) height="20" fill=(back) {}
            }
            g font-family="Verdana, 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif" font-size="11" text-anchor="middle" {
                text x=(half(left)) y="14" fill="#fff" { (label) }
                text x=(half(2 * left + right)) y="14" fill=(front) { (message) }
            }
        }
    };
    format!("{}\n", svg.into_string())
}

/// Half of a width, to the half px.
fn half(width: usize) -> String {
    if width.is_multiple_of(2) { (width / 2).to_string() } else { format!("{}.5", width / 2) }
}

/// What the endpoint badges of Shields read, version 1 of their schema.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Endpoint {
    schema_version: u8,
    label: String,
    message: String,
    color: String,
}

/// The badge as the JSON from which Shields draws it.
#[must_use]
pub fn shields(outcome: &Outcome<'_>, style: &Style) -> String {
    json::write(&Endpoint {
        schema_version: 1,
        label: label(outcome, style),
        message: message(outcome, style),
        color: colors(outcome).0.trim_start_matches('#').to_owned(),
    })
}

/// `maturity`, of one area where only one is assessed.
fn label(outcome: &Outcome<'_>, style: &Style) -> String {
    match &outcome.overall.children[..] {
        [only] => cut(&one_line(only.node.name().get(style.lang)), LABEL).to_lowercase(),
        _ => text!("maturity", "成熟度").into_string(style.lang),
    }
}

/// `level 3`, or the range of what is incomplete.
fn message(outcome: &Outcome<'_>, style: &Style) -> String {
    let level = words::level(&outcome.overall, &DRAWN);
    let score = words::score(&outcome.overall, &DRAWN);
    let words = match outcome.overall.state {
        State::Complete | State::Incomplete if !outcome.model.scoring.has_levels() => {
            text!("score {score}", "得分 {score}")
        }
        State::Unanswered => text!("not answered", "未回答"),
        State::NotApplicable => text!("not applicable", "不适用"),
        _ if outcome.overall.is_certain() => text!("level {level}", "级别 {level}"),
        _ => text!("level {level}, provisional", "级别 {level}（暂定）"),
    };
    words.into_string(style.lang)
}

/// The colors of the level that is certain: its background, and the text on it.
fn colors(outcome: &Outcome<'_>) -> (String, String) {
    let certain = outcome.overall.level.and(outcome.overall.worst);
    let shade = shades(outcome.model).into_iter().find(|shade| Some(shade.level) == certain);
    let hex = |color: [u8; 3]| color.iter().fold("#".to_owned(), |hex, channel| format!("{hex}{channel:02x}"));
    shade.map_or_else(|| (NO_LEVEL.0.to_owned(), NO_LEVEL.1.to_owned()), |shade| (hex(shade.fill), hex(shade.ink)))
}
