//! Pictures, drawn as SVG: each has a title and a description, and stands beside the same data in words.

mod bars;
mod label;
mod radar;
mod scale;

use maud::{Markup, html};

pub(super) use bars::bars;
pub(super) use radar::radar;
pub(super) use scale::scale;

/// The size of letters in pictures, in units of the picture.
const LETTER: f64 = 12.5;
/// The distance from one line of letters to the next.
const LINE: f64 = 16.0;

/// What a picture is called, and what it shows, for those who do not see it.
pub(super) struct Caption {
    /// Unique in the file.
    pub id: String,
    pub title: String,
    pub about: String,
}

/// One value of a chart.
pub(super) struct Spoke {
    pub name: String,
    /// The value in words.
    pub said: String,
    /// From 0, the lowest level, to 1, the highest; nothing where there is no score.
    pub now: Option<f64>,
    /// The same of an earlier assessment.
    pub earlier: Option<f64>,
    pub certainty: Certainty,
}

/// Whether a value can still change as questions are answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certainty {
    Final,
    Provisional,
}

/// A chart of several values on one scale.
pub(super) struct Chart {
    pub caption: Caption,
    /// The levels, lowest first, as the scale is numbered.
    pub levels: Vec<String>,
    pub spokes: Vec<Spoke>,
}

/// Where a picture ends on each side.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Frame {
    /// The least frame around both.
    fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than an edge, when kept `apart`.
    fn meets(self, other: Self, apart: f64) -> bool {
        self.left < other.right + apart
            && other.left < self.right + apart
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A picture with its title and description.
fn drawn(caption: &Caption, class: &str, frame: Frame, contents: &Markup) -> Markup {
    let (width, height) = (frame.right - frame.left, frame.bottom - frame.top);
    let view = format!("{} {} {} {}", px(frame.left), px(frame.top), px(width), px(height));
    let (title, about) = (format!("{}-title", caption.id), format!("{}-about", caption.id));
    html! {
        svg .(class) role="img" aria-labelledby=(format!("{title} {about}")) viewBox=(view) width=(px(width)) height=(px(height)) {
            title id=(title) { (caption.title) }
            desc id=(about) { (caption.about) }
            (contents)
        }
    }
}

/// A length with one decimal, none where it is zero.
fn px(length: f64) -> String {
    let text = format!("{length:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
