//! What is agreed, set in a file that has answers already: an answer that says something else stays.

use super::kept::{Kept, Onto};
use super::position::Position;
use super::topic::{Agreement, Cut, Topic};
use super::{Merge, notes};
use crate::answers::{Answer, Answers, Metric};
use crate::scoring::grade_of;

impl Merge<'_> {
    /// What is to be set in a file with these answers, and what stays as the file says it.
    #[must_use]
    pub fn onto(&self, there: &Answers) -> Onto {
        let mut answers = self.answers();
        let (mut kept, mut cut_notes) = (Vec::new(), Vec::new());
        for topic in &self.topics {
            let id = &topic.dimension.id;
            let Some(written) = there.given.of(topic.dimension) else { continue };
            if let Some(it) = self.kept(topic, written) {
                kept.push(it);
                answers.given.remove(id);
            } else if let Some(taken) = answers.given.get_mut(id)
                && self.add(written, taken)
                && !topic.cut.contains(&Cut::Notes)
            {
                cut_notes.push(id.clone());
            }
        }
        let is_other = |metric: &Metric| match (there.outcomes.get(metric), answers.outcomes.get(metric)) {
            (Some(written), Some(agreed)) => !written.measures_same(agreed),
            _ => false,
        };
        let kept_outcomes: Vec<_> = Metric::all().filter(is_other).collect();
        answers.outcomes.retain(|metric, _| !there.outcomes.contains_key(metric));
        Onto { answers, kept, kept_outcomes, cut_notes }
    }

    /// What the file says of a topic, if that is something else than what is agreed, or people differ.
    fn kept(&self, topic: &Topic<'_>, written: &Answer) -> Option<Kept> {
        let position = Position::of(topic.dimension, written)?;
        let agreed = topic.taken.as_ref().filter(|taken| taken.claim.is_some());
        let is_other = match agreed {
            Some(taken) => Position::of(topic.dimension, taken)? != position,
            None => topic.agreement == Agreement::Differ,
        };
        let words = |answer: &Answer| {
            let grade = grade_of(topic.dimension, answer).filter(|_| self.model.scoring.has_levels());
            topic.words_of(answer, grade)
        };
        is_other.then(|| Kept { id: topic.dimension.id.clone(), there: words(written), agreed: agreed.map(words) })
    }

    /// Makes what is taken an addition to what is written: to its claim nothing, to its note and evidence what they lack.
    /// Whether the note had to be cut for it.
    fn add(&self, written: &Answer, taken: &mut Answer) -> bool {
        if written.claim.is_some() {
            *taken =
                Answer { note: taken.note.take(), evidence: std::mem::take(&mut taken.evidence), ..Answer::default() };
        }
        let mut is_cut = false;
        if let (Some(note), Some(new)) = (&written.note, &taken.note) {
            let (note, was_cut) = notes::added(note, new, &self.people);
            (taken.note, is_cut) = (Some(note), was_cut);
        }
        let new = std::mem::take(&mut taken.evidence).into_iter().filter(|entry| !written.evidence.contains(entry));
        let evidence: Vec<_> = written.evidence.iter().cloned().chain(new).collect();
        taken.evidence = evidence;
        is_cut
    }
}
