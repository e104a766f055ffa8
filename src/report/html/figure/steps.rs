//! Values over time as steps: each holds until the next, and where nothing is known the line is broken.

use maud::{Markup, PreEscaped, Render, html};

use super::frame::{Caption, Frame, LETTER, drawn, px};
use super::label::measure;

/// How wide and how high the field of the steps is.
const SIZE: (f64, f64) = (400.0, 110.0);
/// The space between the field and the words beside it.
const GAP: f64 = 8.0;

/// From more places on their points are smaller.
const CROWD: usize = 40;

/// A picture of values over time.
pub(in crate::report::html) struct Steps {
    pub caption: Caption,
    /// The lines of the scale, each with its height from 0 to 1.
    pub scale: Vec<(f64, String)>,
    /// What stands below the field at its begin and end.
    pub ends: (String, String),
    pub marks: Vec<Mark>,
}

/// One place in time.
pub(in crate::report::html) struct Mark {
    /// From 0, the first, to 1, the last.
    pub along: f64,
    /// From 0, the lowest, to 1, the highest; `None` where nothing is known.
    pub height: Option<f64>,
    /// The level alone, on the same scale.
    pub level: Option<f64>,
    /// All of it in words, shown where the pointer rests.
    pub said: String,
    /// Whether answers to come can change it.
    pub is_open: bool,
}

pub(in crate::report::html) fn steps(steps: &Steps) -> Markup {
    let (width, height) = SIZE;
    let words = steps.scale.iter().map(|(_, word)| measure(word)).fold(0.0, f64::max);
    let frame = Frame {
        left: -(words + 2.0 * GAP),
        top: -GAP,
        right: width + 2.0 * GAP,
        bottom: height + GAP + LETTER + GAP / 2.0,
    };
    let y = |value: f64| height * (1.0 - value);
    let below = px(height + GAP + LETTER);
    let radius = if steps.marks.len() > CROWD { "1.75" } else { "3.5" };
    let contents = html! {
        @for (value, word) in &steps.scale {
            path .ring d={ "M0 " (px(y(*value))) "H" (px(width)) } {}
            text .tick x=(px(-GAP)) y=(px(y(*value) + LETTER / 3.0)) text-anchor="end" { (word) }
        }
        @let (first, last) = &steps.ends;
        text .tick x="0" y=(below) text-anchor="start" { (first) }
        @if last != first { text .tick x=(px(width)) y=(below) text-anchor="end" { (last) } }
        (line("earlier", &steps.marks, |mark| mark.level))
        (line("now", &steps.marks, |mark| mark.height))
        @for mark in &steps.marks {
            @if let Some(value) = mark.height {
                circle .point .open[mark.is_open] cx=(px(width * mark.along)) cy=(px(y(value))) r=(radius) {
                    title { (mark.said) }
                }
            }
        }
    };
    drawn(&steps.caption, "steps", frame, &contents)
}

/// The line through the values: along, then up or down to the next.
fn line(class: &str, marks: &[Mark], value: impl Fn(&Mark) -> Option<f64>) -> Markup {
    let (width, height) = SIZE;
    let mut path = String::new();
    let mut is_begun = false;
    for mark in marks {
        let Some(value) = value(mark) else {
            is_begun = false;
            continue;
        };
        let (to, then) = if is_begun { ("H", "V") } else { ("M", " ") };
        path.push_str(to);
        px(width * mark.along).render_to(&mut path);
        path.push_str(then);
        px(height * (1.0 - value)).render_to(&mut path);
        is_begun = true;
    }
    html! { @if path.contains('H') { path .shape .(class) d=(PreEscaped(path)) {} } }
}

#[cfg(test)]
mod tests {
    use super::{Mark, line};

    #[test]
    fn a_line_is_broken_where_nothing_is_known() {
        let mark = |along, height| Mark { along, height, level: None, said: String::new(), is_open: false };
        let marks = [mark(0.0, Some(0.0)), mark(0.5, Some(1.0)), mark(0.7, None), mark(1.0, Some(1.0))];
        let drawn = line("now", &marks, |mark| mark.height).into_string();
        assert!(drawn.contains("d=\"M0 110H200V0M400 0\""), "{drawn}");
    }
}
