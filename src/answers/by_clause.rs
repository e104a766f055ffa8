//! What an answer says of single clauses.
//!
//! Sorted lists and not the trees of the standard library: most answers name no clause and the others few. Of several hundred
//! answers in a file each has three of these, so that nothing said is next to nothing to make, move and drop.

use std::ops::{Deref, DerefMut};
use std::{slice, vec};

use litemap::LiteMap;

use crate::model::ClauseId;

/// What is said of single clauses, in the order of their ids.
///
/// Where nothing was ever said it is no more than a pointer to nothing.
#[derive(Clone, Debug)]
pub struct ByClause<T>(Option<Box<LiteMap<ClauseId, T>>>);

impl<T> ByClause<T> {
    /// Nothing of any clause.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Whether nothing is said of any clause.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|said| said.is_empty())
    }
}

impl<T: 'static> ByClause<T> {
    const NOTHING: &'static LiteMap<ClauseId, T> = &LiteMap::new();
}

impl<T> Default for ByClause<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: 'static> Deref for ByClause<T> {
    type Target = LiteMap<ClauseId, T>;

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().unwrap_or(Self::NOTHING)
    }
}

impl<T: 'static> DerefMut for ByClause<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.0.get_or_insert_default()
    }
}

impl<T: PartialEq + 'static> PartialEq for ByClause<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq + 'static> Eq for ByClause<T> {}

impl<T> FromIterator<(ClauseId, T)> for ByClause<T> {
    fn from_iter<I: IntoIterator<Item = (ClauseId, T)>>(said: I) -> Self {
        let said: LiteMap<_, _> = said.into_iter().collect();
        Self((!said.is_empty()).then(|| Box::new(said)))
    }
}

impl<T> IntoIterator for ByClause<T> {
    type Item = (ClauseId, T);
    type IntoIter = vec::IntoIter<(ClauseId, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map(|said| *said).unwrap_or_default().into_iter()
    }
}

impl<'a, T: 'static> IntoIterator for &'a ByClause<T> {
    type Item = (&'a ClauseId, &'a T);
    type IntoIter = <&'a LiteMap<ClauseId, T> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&**self).into_iter()
    }
}

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
    use super::{ByClause, Clauses};

    #[test]
    fn nothing_said_is_the_same_however_it_came_about() {
        let clause = "2.1".parse().expect("it names a clause");
        let mut said: ByClause<&str> = [(clause, "why")].into_iter().collect();
        assert!(!said.is_empty() && said != ByClause::new());
        assert_eq!(said.remove(&clause), Some("why"));
        let from_nothing: ByClause<&str> = [].into_iter().collect();
        assert!(said.is_empty() && said == ByClause::new() && said == from_nothing);
        assert_eq!((said.iter().count(), said.into_iter().count()), (0, 0));
    }

    #[test]
    fn clauses_stand_once_and_in_order() {
        let id = |word: &str| word.parse().expect("it names a clause");
        let mut clauses: Clauses = ["3.10", "2.1", "3.2", "2.1"].map(id).into_iter().collect();
        assert!(clauses.insert(id("3.1")) && !clauses.insert(id("3.1")));
        assert!(clauses.remove(id("2.1")) && !clauses.remove(id("2.1")));
        assert_eq!(clauses[..], ["3.1", "3.2", "3.10"].map(id));
    }
}
