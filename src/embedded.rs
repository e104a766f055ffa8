//! The model that the program carries, compiled in from `model/` by the build script.

use std::borrow::Cow;

use crate::lang::Text;
use crate::model::{Cell, Cells, Clause, Dimension, Group, Id, Kind, Level, Model, Provenance, Sentence};

/// The embedded model.
#[must_use]
pub fn model() -> &'static Model {
    &EMBEDDED
}

/// How many warnings `assess model lint` has of its files; each is reviewed in `tests/embedded/warnings.txt`.
pub const WARNINGS: usize = FOUND;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
