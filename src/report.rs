//! Results as documents: one folder a format, one file a document in it. Nothing is worked out here, and nothing is
//! printed.

pub mod badge;
pub mod ci;
pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;
pub mod rows;
pub mod screen;
pub mod terminal;
pub mod xlsx;

mod form;
mod input;
mod kit;
mod placed_problem;

pub use form::{Form, FormPart};
pub use input::{Baseline, BaselineFile, Check, Comparison, ModelChange, Report, Standing, Unjudged};
pub use kit::color::Colors;
pub use kit::style::{Drawing, Style};
pub use placed_problem::PlacedProblem;
