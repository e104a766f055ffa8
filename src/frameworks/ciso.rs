//! A library of CISO Assistant: a framework as a tree of requirements, each with a score on a scale.
//!
//! A requirement becomes a dimension whose levels are the scores; or, where levels are to be the implementation groups, a
//! clause of the node above it, as frameworks with maturity levels (C2M2, CMMC) are built.

mod build;
mod counting;
mod groups;
mod library;
mod naming;
mod nodes;
mod options;
mod questions;
mod scale;
mod storeys;
mod texts;
mod tree;

use self::build::build;
use self::library::Library;
use super::draft::Imported;
use super::reading::Reading;
use crate::problem::{Problems, Source};

pub use self::options::{Ciso, Ladder, Method};
pub use self::scale::ScaleRange;

/// The model in a library.
///
/// # Errors
///
/// Every problem of the file.
pub fn ciso(files: &[Source], options: &Ciso) -> Result<Imported, Problems> {
    let mut reading = Reading::new(files);
    let documents = reading.documents();
    let library = Library::read(&mut reading, &documents, options);
    let draft = library.filter(|_| reading.is_sound()).and_then(|library| build(&mut reading, &library, options));
    Imported::of(reading, draft)
}
