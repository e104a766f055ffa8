//! Clauses on the command line: by their place in a dimension, or by what another framework calls them.

use std::convert::Infallible;
use std::str::FromStr;

use anyhow::Result;
use assess::full_width;
use assess::model::{ClauseId, Dimension};
use assess::problem::Refusal;
use assess::text;

use crate::failure::Failure;

/// A clause as it is typed: `3.1`, or its `ref`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseWord(String);

impl FromStr for ClauseWord {
    type Err = Infallible;

    /// Any word: what it names, the dimension tells.
    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(Self(word.to_owned()))
    }
}

impl ClauseWord {
    /// The clause of a dimension that is meant: the one at that place, else the one with that `ref`.
    ///
    /// # Errors
    ///
    /// The dimension has no such clause.
    pub fn find(&self, dimension: &Dimension) -> Result<ClauseId> {
        let place = self.0.parse::<ClauseId>();
        let is_there = |id: &ClauseId| dimension.clause(*id).is_some();
        let named = place.as_ref().ok().copied().filter(is_there);
        let Some(id) = named.or_else(|| dimension.clause_referenced(&self.0)) else {
            let failure = match (place, full_width::refuse(&self.0, |meant| meant.parse::<ClauseId>().is_ok())) {
                (Ok(clause), _) => no_clause(dimension, clause),
                (Err(_), Some(refusal)) => Failure::from(refusal),
                (Err(refusal), None) => no_number(dimension, refusal),
            };
            return Err(failure.into());
        };
        Ok(id)
    }
}

fn no_number(dimension: &Dimension, refusal: Refusal) -> Failure {
    let id = &dimension.id;
    let first = dimension.all_clauses().next().map(|(clause, _)| clause.to_string()).unwrap_or_default();
    Failure::from(refusal.help(text!(
        "write its number, as `{first}`; `assess explain {id}` shows them",
        "请写要求的编号，如 `{first}`；`assess explain {id}` 列出编号"
    )))
}

fn no_clause(dimension: &Dimension, clause: ClauseId) -> Failure {
    let id = &dimension.id;
    let failure = Failure::new(text!("no clause `{clause}` in `{id}`", "`{id}` 没有要求 `{clause}`"));
    failure.help(text!("`assess explain {id}` numbers them", "`assess explain {id}` 列出其编号"))
}
