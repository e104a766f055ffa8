//! Several values on one scale.

use super::frame::Caption;

pub(in crate::report::html) const MOST_AXES: usize = 12;

/// One value of a chart.
pub(in crate::report::html) struct Spoke {
    pub name: String,
    /// The value in words.
    pub said: String,
    /// From 0, the lowest level, to 1, the highest; `None` without a score.
    pub now: Option<f64>,
    /// The level that is certain, on the same scale.
    pub level: Option<f64>,
    /// The score of an earlier assessment.
    pub earlier: Option<f64>,
    pub certainty: Certainty,
}

/// Whether a value can still change as questions are answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::report::html) enum Certainty {
    Final,
    Provisional,
}

/// A chart of several values on one scale.
pub(in crate::report::html) struct Chart {
    pub caption: Caption,
    /// The levels, lowest first, as the scale is numbered.
    pub levels: Vec<String>,
    pub spokes: Vec<Spoke>,
}
