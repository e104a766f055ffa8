//! Pictures, drawn as SVG: each has a title and a description, and stands beside the same data in words.

mod bars;
mod chart;
mod frame;
mod label;
mod radar;
mod scale;
mod steps;

pub(super) use bars::bars;
pub(super) use chart::{Certainty, Chart, MOST_AXES, Spoke};
pub(super) use frame::Caption;
pub(super) use radar::radar;
pub(super) use scale::scale;
pub(super) use steps::{Mark, Steps, steps};
