//! Texts and cells of a model that is made of a framework's data.

use std::borrow::Cow;

use super::license::License;
use crate::lang::{Text, Wording};
use crate::model::{Cell, Cells, Clause, Kind, Level, List, Provenance};

/// The language of frameworks that are published in one.
pub(super) const LANGUAGE: &str = "en";

/// A text in that language.
pub(super) fn words(words: impl Into<Cow<'static, str>>) -> Text {
    let wording = Wording { language: LANGUAGE.into(), words: words.into() };
    Text::in_languages(vec![wording]).expect("it has one language")
}

/// Where a model comes from, as its `source` says it.
pub(super) fn source(name: &str, license: Option<&License>) -> String {
    match license {
        Some(License { line }) => format!("{name}, imported from its own files. License: {line}"),
        None => format!("{name}, imported from its own files. No license text was found with them"),
    }
}

/// A cell as the framework has it.
pub(super) fn cell(kind: Kind, clauses: Vec<Clause>) -> Cell {
    let provenance = Provenance::Standard;
    Cell { kind, provenance, basis: None, clauses: clauses.into(), limits: List::default() }
}

/// The two cells of a dimension that is asked by its clauses alone.
pub(super) fn checklist(clauses: Vec<Clause>) -> Cells {
    Cells::new(Level(0), vec![cell(Kind::None, Vec::new()), cell(Kind::Adds, clauses)].into())
}
