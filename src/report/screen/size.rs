//! How much room there is.

/// Below this many rows everything but the question is kept as short as can be.
pub(super) const ROOMY: usize = 16;

/// How much room there is for what is not the question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Tight,
    Roomy,
}
