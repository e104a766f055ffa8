//! Results as documents: one file per document and format. Nothing is worked out here, and nothing is printed.

pub mod badge;
pub mod check;
pub mod diff;
pub mod explain;
pub mod html;
pub mod json;
pub mod model;
pub mod next;
pub mod problems;
pub mod score;
pub mod xlsx;

mod dots;
mod escape;
mod paint;
mod ramp;
mod words;

pub use paint::{Colors, level_color, level_style};

use crate::model::{Model, Node};

use crate::lang::Lang;

/// `Continuous delivery › Configuration management › Version control`: a node's name after those above it.
#[must_use]
pub fn names_of(model: &Model, node: Node<'_>, style: &Style) -> String {
    words::arrow(&words::path(model, node, style.lang), style.drawing)
}

/// How a document is to look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// The columns to fit into.
    pub width: usize,
    /// Whether colors may be used.
    pub colors: Colors,
    /// Whether it is drawn, or said in words for a screen reader.
    pub drawing: Drawing,
}

/// Whether a document may use signs and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Tables and signs.
    Drawn,
    /// Lines of words and ASCII alone.
    Plain,
}
