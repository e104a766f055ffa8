//! How a document is to look.

use super::color::Colors;
use super::signs::{DRAWN, PLAIN, Signs};
use crate::lang::Lang;

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

impl Style {
    /// The signs to draw with.
    pub(in crate::report) fn signs(&self) -> &'static Signs {
        match self.drawing {
            Drawing::Drawn => &DRAWN,
            Drawing::Plain => &PLAIN,
        }
    }
}

/// Whether a document may use signs and tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Tables and signs.
    Drawn,
    /// Lines of words and ASCII alone.
    Plain,
}
