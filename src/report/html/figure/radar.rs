//! A radar: one axis a value, the lowest level at the center, the highest at the rim.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::chart::{Certainty, Chart, Spoke};
use super::frame::{Frame, LINE, drawn, px};
use super::label::{Anchor, Label, lines};

/// From the center to the rim: the least, the most where there is room, the most where labels need it.
const RADII: (u16, u16, u16) = (88, 132, 232);
/// The width that a picture keeps to when it can.
const WIDTH: f64 = 384.0;
/// From the rim to the labels.
const GAP: f64 = 13.0;

/// A point of the picture, the center being at 0, 0.
type Point = (f64, f64);

/// Draws three values or more.
pub(in crate::report::html) fn radar(chart: &Chart) -> Markup {
    let (radius, labels) = fitted(&chart.spokes);
    let frame = frame(radius, &labels);
    let net = Net { radius, count: chart.spokes.len() };
    let contents = html! {
        (net.rings(&chart.levels))
        (net.shape("earlier", |at| chart.spokes[at].earlier))
        (net.shape("now", |at| chart.spokes[at].now))
        @for (at, spoke) in chart.spokes.iter().enumerate() { (net.point(at, spoke)) }
        @for label in &labels { (label.draw()) }
    };
    drawn(&chart.caption, "radar", frame, &contents)
}

/// The greatest radius that keeps to the width, else the least, at which no two labels meet; and the labels there.
fn fitted(spokes: &[Spoke]) -> (f64, Vec<Label>) {
    let (least, roomy, most) = RADII;
    let unplaced: Vec<_> = spokes.iter().map(|spoke| Label::new(lines(&spoke.name), &spoke.said)).collect();
    let placed = |radius| (f64::from(radius), labels(&unplaced, f64::from(radius)));
    let apart = |(_, labels): &(f64, Vec<Label>)| are_apart(labels);
    let within = (least..=roomy).rev().step_by(4).map(placed).filter(apart);
    let mut narrow = within.filter(|(radius, labels)| {
        let frame = frame(*radius, labels);
        frame.right - frame.left <= WIDTH
    });
    let wide = || (least..=most).step_by(8).map(placed).find(apart);
    narrow.next().or_else(wide).unwrap_or_else(|| placed(most))
}

/// The least frame around everything.
fn frame(radius: f64, labels: &[Label]) -> Frame {
    let rim = Frame { left: -radius, top: -radius, right: radius, bottom: radius };
    let all = labels.iter().map(Label::frame).fold(rim, Frame::around);
    Frame { left: all.left - 2.0, top: all.top - 2.0, right: all.right + 2.0, bottom: all.bottom + 2.0 }
}

fn are_apart(labels: &[Label]) -> bool {
    let frames: Vec<_> = labels.iter().map(Label::frame).collect();
    let meets = |at: usize| frames[at + 1..].iter().any(|other| frames[at].meets(*other, 8.0));
    !(0..frames.len()).any(meets)
}

/// The labels around a radar of this radius, which they do not know yet.
fn labels(unplaced: &[Label], radius: f64) -> Vec<Label> {
    let net = Net { radius: radius + GAP, count: unplaced.len() };
    let place = |(at, label): (usize, &Label)| {
        let (x, y) = net.at(at, 1.0);
        let (across, down) = (x / net.radius, y / net.radius);
        let anchor = match across {
            across if across > 0.2 => Anchor::Start,
            across if across < -0.2 => Anchor::End,
            _ => Anchor::Middle,
        };
        // Above the rim a label stands on its point, below it hangs from it, at the sides it is centered.
        let top = y - label.height() * (1.0 - down) / 2.0;
        label.clone().at((x, top), anchor)
    };
    unplaced.iter().enumerate().map(place).collect()
}

/// The axes of a radar.
struct Net {
    radius: f64,
    count: usize,
}

impl Net {
    /// The place of a value on an axis; the first axis points up, the others follow clockwise.
    fn at(&self, axis: usize, value: f64) -> Point {
        let [axis, count] = [axis, self.count].map(|number| f64::from(u16::try_from(number).unwrap_or(u16::MAX)));
        let angle = TAU * axis / count - TAU / 4.0;
        (self.radius * value * angle.cos(), self.radius * value * angle.sin())
    }

    fn rings(&self, levels: &[String]) -> Markup {
        let steps = f64::from(u8::try_from(levels.len().saturating_sub(1)).unwrap_or(u8::MAX)).max(1.0);
        let rings = || (0_u8..).zip(levels).map(|(step, level)| (f64::from(step) / steps, level));
        let ring = |value| path((0..self.count).map(|axis| self.at(axis, value)), "Z");
        let axes = (0..self.count).map(|axis| path([(0.0, 0.0), self.at(axis, 1.0)].into_iter(), ""));
        html! {
            @for (value, _) in rings().skip(1) {
                path .ring .rim[value >= 1.0] d=(ring(value)) {}
            }
            path .axis d={ @for axis in axes { (axis) } } {}
            @for (value, level) in rings() {
                @let (x, y) = self.at(0, value);
                text .tick x=(px(x - 5.0)) y=(px(y + LINE / 4.0)) text-anchor="end" { (level) }
            }
        }
    }

    /// The outline through the values; where one is missing it stays open, so that nothing is made up.
    fn shape(&self, class: &str, value: impl Fn(usize) -> Option<f64>) -> Markup {
        let points: Vec<_> = (0..self.count).map(|axis| value(axis).map(|value| self.at(axis, value))).collect();
        let all: Option<Vec<_>> = points.iter().copied().collect();
        let sides = (0..self.count).filter_map(|axis| Some([points[axis]?, points[(axis + 1) % self.count]?]));
        let outline = if let Some(all) = all {
            path(all.into_iter(), "Z")
        } else {
            html! { @for side in sides { (path(side.into_iter(), "")) } }
        };
        html! {
            @if !outline.0.is_empty() {
                path .shape .whole[outline.0.ends_with('Z')] .(class) d=(outline) {}
            }
        }
    }

    fn point(&self, axis: usize, spoke: &Spoke) -> Markup {
        let place = spoke.now.map(|value| self.at(axis, value));
        html! {
            @if let Some((x, y)) = place {
                circle .point .open[spoke.certainty == Certainty::Provisional] cx=(px(x)) cy=(px(y)) r="3.5" {}
            }
        }
    }
}

/// A path through points.
fn path(points: impl Iterator<Item = Point>, end: &str) -> Markup {
    html! {
        @for (at, (x, y)) in points.enumerate() { (if at == 0 { "M" } else { "L" }) (px(x)) " " (px(y)) }
        (end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Label, Spoke, fitted};
    use crate::report::html::figure::chart::{Certainty, MOST_AXES};

    fn spokes(count: usize, name: &str) -> Vec<Spoke> {
        let spoke = |_| Spoke {
            name: name.to_owned(),
            said: "~2.32 · level 1–2".to_owned(),
            now: Some(0.5),
            level: Some(0.5),
            earlier: None,
            certainty: Certainty::Final,
        };
        (0..count).map(spoke).collect()
    }

    #[test]
    fn labels_keep_apart_in_both_languages() {
        let long = "w".repeat(10_000);
        for name in ["Configuration management of everything", "业务连续性管理与质量体系管理", &long, ""]
        {
            for count in 3..=MOST_AXES {
                let (_, labels) = fitted(&spokes(count, name));
                let frames: Vec<_> = labels.iter().map(Label::frame).collect();
                for (at, frame) in frames.iter().enumerate() {
                    let meets = frames[at + 1..].iter().any(|other| frame.meets(*other, 0.0));
                    assert!(!meets, "{count} axes named {name:.40}");
                }
            }
        }
    }
}
