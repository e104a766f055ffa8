//! What an answer says of single clauses.
//!
//! Sorted lists and not the trees of the standard library: most answers name no clause and the others few, and of several
//! hundred answers in a file each has three of these. An empty list is made, moved and dropped for next to nothing.

use std::ops::Deref;
use std::{slice, vec};

use litemap::LiteMap;

use crate::model::ClauseId;

/// What is said of single clauses, in the order of their ids.
pub type ByClause<T> = LiteMap<ClauseId, T>;

/// Ids of clauses, each once and in order; read as a slice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses(Vec<ClauseId>);

impl Clauses {
    /// No clauses.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Puts in a clause; whether it was not there before.
    pub fn insert(&mut self, clause: ClauseId) -> bool {
        match self.0.binary_search(&clause) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, clause);
                true
            }
        }
    }

    /// Takes out a clause; whether it was there.
    pub fn remove(&mut self, clause: ClauseId) -> bool {
        self.0.binary_search(&clause).map(|place| self.0.remove(place)).is_ok()
    }

    /// Keeps the clauses for which `keep` says so.
    pub fn retain(&mut self, keep: impl FnMut(&ClauseId) -> bool) {
        self.0.retain(keep);
    }
}

impl Deref for Clauses {
    type Target = [ClauseId];

    fn deref(&self) -> &[ClauseId] {
        &self.0
    }
}

impl Extend<ClauseId> for Clauses {
    fn extend<I: IntoIterator<Item = ClauseId>>(&mut self, clauses: I) {
        self.0.extend(clauses);
        self.0.sort_unstable();
        self.0.dedup();
    }
}

impl FromIterator<ClauseId> for Clauses {
    fn from_iter<I: IntoIterator<Item = ClauseId>>(clauses: I) -> Self {
        let mut all = Self::new();
        all.extend(clauses);
        all
    }
}

impl IntoIterator for Clauses {
    type Item = ClauseId;
    type IntoIter = vec::IntoIter<ClauseId>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Clauses {
    type Item = &'a ClauseId;
    type IntoIter = slice::Iter<'a, ClauseId>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Clauses;

    #[test]
    fn clauses_stand_once_and_in_order() {
        let id = |word: &str| word.parse().expect("it names a clause");
        let mut clauses: Clauses = ["3.10", "2.1", "3.2", "2.1"].map(id).into_iter().collect();
        assert!(clauses.insert(id("3.1")) && !clauses.insert(id("3.1")));
        assert!(clauses.remove(id("2.1")) && !clauses.remove(id("2.1")));
        assert_eq!(clauses[..], ["3.1", "3.2", "3.10"].map(id));
    }
}
