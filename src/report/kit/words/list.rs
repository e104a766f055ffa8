//! Names and places in a row.

use std::borrow::Borrow;

use crate::lang::Lang;
use crate::model::ClauseId;

/// Names in a row, as the language separates them.
pub(in crate::report) fn list(names: &[impl Borrow<str>], lang: Lang) -> String {
    let separator = text!(", ", "、");
    names.join(separator.get(lang))
}

/// Places of clauses in a row, as each language separates them.
pub(in crate::report) fn ids<'a>(clauses: impl Iterator<Item = &'a ClauseId>) -> (String, String) {
    let ids: Vec<_> = clauses.map(ToString::to_string).collect();
    (ids.join(", "), ids.join("、"))
}

/// How many of so many names are written: all up to twelve, else the first eight, before how many there are more.
pub(in crate::report) fn shown_of(names: usize) -> usize {
    if names > 12 { 8 } else { names }
}
