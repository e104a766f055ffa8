//! Bars: one a value, for too few or too many values for a radar.

use maud::{Markup, html};

use super::chart::{Certainty, Chart, Spoke};
use super::frame::{Frame, LETTER, drawn, px};
use super::label::{BOLD, measure};
use crate::text::{cut, one_line};

/// The length of a full bar.
const LENGTH: f64 = 320.0;
/// From one bar to the next.
const ROW: f64 = 46.0;
/// From the top of a row to its bar, and how thick that is.
const BAR: (f64, f64) = (22.0, 10.0);
/// The columns that a name may take beside its value.
const COLUMNS: usize = 24;

/// Draws any number of values.
pub(in crate::report::html) fn bars(chart: &Chart) -> Markup {
    let rows = f64::from(u16::try_from(chart.spokes.len()).unwrap_or(u16::MAX));
    let widest = chart.spokes.iter().map(|spoke| BOLD * measure(&name(spoke)) + measure(&spoke.said) + 12.0);
    let right = widest.fold(LENGTH, f64::max);
    let frame = Frame { left: -5.0, top: 0.0, right: right + 5.0, bottom: rows * ROW + 18.0 };
    let contents = html! {
        (ticks(&chart.levels, rows * ROW))
        @for (at, spoke) in (0_u16..).zip(&chart.spokes) { (row(spoke, f64::from(at) * ROW, right)) }
    };
    drawn(&chart.caption, "bars", frame, &contents)
}

fn name(spoke: &Spoke) -> String {
    cut(&one_line(&spoke.name), COLUMNS).into_owned()
}

/// The scale below all bars.
fn ticks(levels: &[String], bottom: f64) -> Markup {
    let steps = f64::from(u8::try_from(levels.len().saturating_sub(1)).unwrap_or(u8::MAX)).max(1.0);
    html! {
        @for (step, level) in (0_u8..).zip(levels) {
            text .tick x=(px(LENGTH * f64::from(step) / steps)) y=(px(bottom + LETTER - 4.0)) text-anchor="middle" { (level) }
        }
    }
}

fn row(spoke: &Spoke, top: f64, right: f64) -> Markup {
    let (down, thick) = BAR;
    let (middle, top_of_bar) = (top + down + thick / 2.0, top + down);
    html! {
        text .name x="0" y=(px(top + LETTER + 1.0)) { (name(spoke)) }
        text .said x=(px(right)) y=(px(top + LETTER + 1.0)) text-anchor="end" { (spoke.said) }
        rect .track x="0" y=(px(top_of_bar)) width=(px(LENGTH)) height=(px(thick)) {}
        @if let Some(level) = spoke.level {
            rect .bar x="0" y=(px(top_of_bar)) width=(px(LENGTH * level)) height=(px(thick)) {}
        }
        @if let Some(now) = spoke.now {
            path .reach d={ "M" (px(LENGTH * spoke.level.unwrap_or_default())) " " (px(middle)) "H" (px(LENGTH * now)) } {}
            circle .point .open[spoke.certainty == Certainty::Provisional] cx=(px(LENGTH * now)) cy=(px(middle)) r="4" {}
        }
        @if let Some(earlier) = spoke.earlier {
            path .shape .earlier d={ "M" (px(LENGTH * earlier)) " " (px(top_of_bar - 4.0)) "V" (px(top_of_bar + thick + 4.0)) } {}
        }
    }
}
