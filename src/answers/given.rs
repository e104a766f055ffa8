//! The answers of a file, by the dimensions that they are to.

use std::collections::BTreeMap;
use std::mem;
use std::ops::Index;

use super::Answer;
use crate::model::{Dimension, Id, Model};

/// Answers by the ids of their dimensions; a dimension that is not here is unanswered.
///
/// What is read from a file is kept where its dimension stands in the model, so that nothing is searched for when all of
/// it is scored: `docs/design.md`, "Arithmetic". What is put in by its id alone is kept beside that.
#[derive(Clone, Debug, Default)]
pub struct Given {
    placed: Vec<Option<(Id, Answer)>>,
    others: BTreeMap<Id, Answer>,
}

impl Given {
    /// No answers yet, with room for one to each dimension of a model: those that are put in are not moved again.
    pub(super) fn with_room_for(model: &Model) -> Self {
        Self { placed: Vec::with_capacity(model.places()), others: BTreeMap::new() }
    }

    /// The answer to a dimension.
    #[must_use]
    pub fn of(&self, dimension: &Dimension) -> Option<&Answer> {
        match self.placed.get(dimension.place) {
            Some(Some((id, answer))) if *id == dimension.id => Some(answer),
            _ if self.others.is_empty() => None,
            _ => self.others.get(&dimension.id),
        }
    }

    /// Puts in the answer to a dimension to which none is here yet.
    pub(super) fn put(&mut self, dimension: &Dimension, answer: Answer) {
        let (place, id) = (dimension.place, dimension.id.clone());
        match self.placed.get_mut(place) {
            Some(Some(_)) => drop(self.others.insert(id, answer)),
            Some(slot) => *slot = Some((id, answer)),
            None => {
                self.placed.resize_with(place, || None);
                self.placed.push(Some((id, answer)));
            }
        }
    }

    /// The answer to the dimension with this id. Where the dimension is at hand, [`Given::of`] need not search.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&Answer> {
        let placed = self.placed.iter().flatten().find(|(own, _)| own == id);
        placed.map(|(_, answer)| answer).or_else(|| self.others.get(id))
    }

    /// The same, to change it.
    #[must_use]
    pub fn get_mut(&mut self, id: &Id) -> Option<&mut Answer> {
        let placed = self.placed.iter_mut().flatten().find(|(own, _)| own == id);
        placed.map(|(_, answer)| answer).or_else(|| self.others.get_mut(id))
    }

    /// Puts in an answer; what the same dimension had before.
    pub fn insert(&mut self, id: Id, answer: Answer) -> Option<Answer> {
        match self.get_mut(&id) {
            Some(old) => Some(mem::replace(old, answer)),
            None => self.others.insert(id, answer),
        }
    }

    /// The answer to a dimension, to change it; one that says nothing where there was none.
    pub fn get_or_insert(&mut self, dimension: &Dimension) -> &mut Answer {
        match self.placed.get_mut(dimension.place) {
            Some(Some((id, answer))) if *id == dimension.id => answer,
            _ => self.others.entry(dimension.id.clone()).or_default(),
        }
    }

    /// Takes out the answer to a dimension.
    pub fn remove(&mut self, id: &Id) -> Option<Answer> {
        let placed = self.placed.iter_mut().find(|slot| slot.as_ref().is_some_and(|(own, _)| own == id));
        placed.and_then(Option::take).map(|(_, answer)| answer).or_else(|| self.others.remove(id))
    }

    /// Keeps the answers for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&Id, &mut Answer) -> bool) {
        for slot in &mut self.placed {
            slot.take_if(|(id, answer)| !keep(id, answer));
        }
        self.others.retain(keep);
    }

    /// Whether a dimension has an answer.
    #[must_use]
    pub fn contains_key(&self, id: &Id) -> bool {
        self.get(id).is_some()
    }

    /// How many answers there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// All answers: those of a file in the model's order.
    pub fn iter(&self) -> impl Iterator<Item = (&Id, &Answer)> {
        self.placed.iter().flatten().map(|(id, answer)| (id, answer)).chain(&self.others)
    }

    /// The same, to change them.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Id, &mut Answer)> {
        self.placed.iter_mut().flatten().map(|(id, answer)| (&*id, answer)).chain(&mut self.others)
    }

    /// The ids of the dimensions that have answers.
    pub fn keys(&self) -> impl Iterator<Item = &Id> {
        self.iter().map(|(id, _)| id)
    }

    /// The answers alone.
    pub fn values(&self) -> impl Iterator<Item = &Answer> {
        self.iter().map(|(_, answer)| answer)
    }

    /// The same, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Answer> {
        self.iter_mut().map(|(_, answer)| answer)
    }
}

impl PartialEq for Given {
    /// Whether the same dimensions have the same answers, wherever these are kept.
    fn eq(&self, other: &Self) -> bool {
        fn by_id(given: &Given) -> BTreeMap<&Id, &Answer> {
            given.iter().collect()
        }
        self.iter().eq(other.iter()) || by_id(self) == by_id(other)
    }
}

impl Eq for Given {}

impl Index<&Id> for Given {
    type Output = Answer;

    fn index(&self, id: &Id) -> &Answer {
        self.get(id).expect("the dimension has an answer")
    }
}

impl FromIterator<(Id, Answer)> for Given {
    fn from_iter<T: IntoIterator<Item = (Id, Answer)>>(answers: T) -> Self {
        Self { placed: Vec::new(), others: answers.into_iter().collect() }
    }
}

impl Extend<(Id, Answer)> for Given {
    fn extend<T: IntoIterator<Item = (Id, Answer)>>(&mut self, answers: T) {
        for (id, answer) in answers {
            self.insert(id, answer);
        }
    }
}

impl<'a> IntoIterator for &'a Given {
    type Item = (&'a Id, &'a Answer);
    type IntoIter = Box<dyn Iterator<Item = (&'a Id, &'a Answer)> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

impl<'a> IntoIterator for &'a mut Given {
    type Item = (&'a Id, &'a mut Answer);
    type IntoIter = Box<dyn Iterator<Item = (&'a Id, &'a mut Answer)> + 'a>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter_mut())
    }
}

impl IntoIterator for Given {
    type Item = (Id, Answer);
    type IntoIter = Box<dyn Iterator<Item = (Id, Answer)>>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.placed.into_iter().flatten().chain(self.others))
    }
}
