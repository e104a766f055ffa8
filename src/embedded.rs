//! The model that the program carries, compiled in from `model/` by the build script.

use std::borrow::Cow;

use crate::lang::Text;
use crate::model::{
    Area, Cell, Clause, Dimension, Domain, Id, Kind, Level, Model, Provenance, Sentence, SubDomain, Term, VersionChange,
};

/// The embedded model.
#[must_use]
pub fn model() -> &'static Model {
    &EMBEDDED
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
