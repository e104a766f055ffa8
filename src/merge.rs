//! What several people answered, side by side: where they agree, where they are near, and who said what where they differ.
//!
//! The comparison is by what an answer comes to, not by how it is written. Why so: `docs/design.md`, "Merging".

mod agreed;
mod distance;
mod head;
mod kept;
mod notes;
mod onto;
mod people;
mod position;
mod room;
mod side;
mod tally;
mod topic;

use std::collections::BTreeMap;

use crate::answers::Answers;
use crate::commands::Commands;
use crate::model::{Group, Id, Model};

pub use distance::Distance;
pub use head::{Disputed, Head, HeadKey};
pub use kept::{Kept, Onto};
pub use notes::RoomNote;
pub use people::{Again, Person, Voice};
pub use side::Side;
pub use tally::{Counts, Tally};
pub use topic::{Agreement, Cut, PersonAnswer, Topic};

/// What several people answered, and what follows.
#[derive(Clone, Debug)]
pub struct Merge<'m> {
    /// The model.
    pub model: &'m Model,
    /// Who answered, in the order of the files.
    pub people: Vec<Person>,
    /// Merged files that are not compared, since everybody in them answers in a file of their own.
    pub left_out: Vec<Person>,
    /// What the assessment is of, as far as they agree on it.
    pub head: Head,
    /// Every dimension about which anybody said something, and every other one in scope; in the model's order.
    pub topics: Vec<Topic<'m>>,
    /// How many questions are agreed, near, open: of the whole and of every node in scope, parents first.
    pub tallies: Vec<Tally<'m>>,
    /// Areas that nobody has in scope and somebody has answered, with the dimensions that have an answer.
    pub out_of_scope: Vec<(&'m Group, usize)>,
    /// What the command needs besides with which people go on together.
    pub commands: Commands,
    /// The place of each dimension's topic among `topics`.
    places: BTreeMap<&'m Id, usize>,
}

/// Puts the answers of several files side by side.
#[must_use]
pub fn merge(model: &Model, voices: Vec<Voice>) -> Merge<'_> {
    let (people, left_out) = people::without_repeated(people::people(voices));
    let head = Head::of(model, &people);
    let covered = Answers { assessment: head.assessment.clone(), ..crate::answers::empty(model) };
    let mut topics = Vec::new();
    let mut out_of_scope = Vec::new();
    for area in model.areas.iter() {
        let is_in_scope = covered.covers(area);
        let all = area.sub_domains().flat_map(|it| it.dimensions.iter());
        let all = all.map(|dimension| Topic::of(model, dimension, &people, (area, is_in_scope)));
        let kept: Vec<_> = all.filter(|topic| is_in_scope || !topic.said.is_empty()).collect();
        let answered = kept.iter().filter(|topic| topic.agreement != Agreement::Nobody).count();
        if !is_in_scope && answered > 0 {
            out_of_scope.push((area, answered));
        }
        topics.extend(kept);
    }
    let tallies = tally::tallies(model, &topics);
    let places = topics.iter().enumerate().map(|(place, topic)| (&topic.dimension.id, place)).collect();
    Merge { model, people, left_out, head, topics, tallies, out_of_scope, commands: Commands::default(), places }
}

impl<'m> Merge<'m> {
    /// How many questions in scope are agreed, near, open.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.tallies.first().map(|whole| whole.counts).unwrap_or_default()
    }

    /// The questions in scope of one kind: those that differ the widest apart first, all others in the model's order.
    #[must_use]
    pub fn of(&self, agreement: Agreement) -> Vec<&Topic<'m>> {
        let mut topics: Vec<_> =
            self.topics.iter().filter(|topic| topic.is_in_scope && topic.agreement == agreement).collect();
        topics.sort_by_key(|topic| std::cmp::Reverse(topic.apart));
        topics
    }

    /// The topic of a dimension; `None` if nobody said anything about it and it is not in scope.
    #[must_use]
    pub fn topic(&self, id: &Id) -> Option<&Topic<'m>> {
        self.places.get(id).map(|place| &self.topics[*place])
    }

    /// What is agreed, near included, and what one alone answered, as answers: what is open has none.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let taken = self.topics.iter().filter_map(|topic| Some((topic.dimension.id.clone(), topic.taken.clone()?)));
        Answers { given: taken.collect(), ..self.unanswered() }
    }

    /// What is agreed of the assessment as a whole, without any answer.
    #[must_use]
    pub fn unanswered(&self) -> Answers {
        let Head { assessment, outcomes, .. } = self.head.clone();
        Answers { assessment, outcomes, ..crate::answers::empty(self.model) }
    }

    /// The dimensions of which the notes or the reasons of all were cut.
    #[must_use]
    pub fn cut(&self, what: Cut) -> Vec<&'m Id> {
        self.topics.iter().filter(|topic| topic.cut.contains(&what)).map(|topic| &topic.dimension.id).collect()
    }

    /// The dimensions in scope that one alone answers, and that those behind a merged file left open.
    #[must_use]
    pub fn left_open(&self) -> Vec<&'m Id> {
        let topics = self.topics.iter().filter(|topic| topic.is_in_scope && topic.is_left_open);
        topics.map(|topic| &topic.dimension.id).collect()
    }

    /// Who answered in a file of their own, and is among the assessors of a merged one.
    #[must_use]
    pub fn again(&self) -> Vec<Again> {
        people::again(&self.people)
    }
}
