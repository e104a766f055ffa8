//! A level as a row of steps, one for each level of the model, with a mark where the score stands.

use maud::{Markup, html};

use super::frame::{Caption, Frame, drawn, px};
use crate::answers::Grade;
use crate::model::{Level, Model};
use crate::report::html::palette;
use crate::scoring::{Scored, State};

/// The length of the row, the space between two steps, the height of a step.
const SIZE: (f64, f64, f64) = (240.0, 3.0, 12.0);
/// How far the mark of the score stands out.
const OUT: f64 = 4.0;

pub(in crate::report::html) fn scale(model: &Model, scored: &Scored<'_>, caption: &Caption) -> Markup {
    let (length, _, height) = SIZE;
    let frame = Frame { left: -1.0, top: -OUT, right: length + 1.0, bottom: height + OUT };
    let contents = html! {
        @for (at, level) in (0_u8..).zip(model.all_levels()) { (step(model, scored, at, level)) }
        @if let Some(score) = &scored.score {
            @let x = px(length * (score.rounded() - f64::from(model.floor.0) + 1.0) / count(model) - 1.0);
            path .mark .open[scored.state == State::Incomplete] d={ "M" (x) " " (px(-OUT)) "V" (px(height + OUT)) } {}
        }
    };
    drawn(caption, "scale", frame, &contents)
}

fn count(model: &Model) -> f64 {
    f64::from(u8::try_from(model.levels.len()).unwrap_or(u8::MAX)).max(1.0)
}

/// A step is filled when its level is certain, dashed when answers to come decide it, half filled when partly met.
fn step(model: &Model, scored: &Scored<'_>, at: u8, level: Level) -> Markup {
    let (length, gap, height) = SIZE;
    let width = (length + gap) / count(model);
    let x = px(width * f64::from(at));
    let width = px(width - gap);
    let class = match scored.level {
        Some(_) if scored.worst >= Some(level) => palette::class(model, level),
        Some(best) if best >= level => "open",
        None => "blank",
        _ => "bare",
    };
    let is_partly = scored.grade == Some(Grade::PartOf(level));
    html! {
        rect .step .(class) x=(x) y="0" width=(width) height=(px(height)) {}
        @if is_partly {
            rect .part .(palette::class(model, level)) x=(x) y=(px(height / 2.0)) width=(width) height=(px(height / 2.0)) {}
        }
    }
}
