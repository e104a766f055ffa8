//! Questions found by words, to jump to.
//!
//! The list of them follows the words once typing pauses, so that on a slow line a typed character is not kept waiting
//! behind lists that nobody reads. This module reads no clock: [`Interview::patience`] says how long to wait,
//! [`Interview::time_out`] is told that no key came.

use core::time::Duration;

use super::effect::Effect;
use super::line::Line;
use super::mode::{Mode, Prompt};
use super::state::Interview;
use super::status::Status;
use crate::full_width::narrowed;
use crate::model::Dimension;

/// How long nobody types before the list follows: longer than between two keys of a fluent typist, and too short to be
/// waited for.
const PAUSE: Duration = Duration::from_millis(150);

impl<'m> Interview<'m> {
    /// How long to wait for the next key before [`Self::time_out`]; `None` if nothing is left to be shown.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match &self.mode {
            Mode::Typing(Prompt::Jump(_), line) if line.text() != self.listed => Some(PAUSE),
            _ => None,
        }
    }

    /// No key came for as long as [`Self::patience`] says: what the words find is listed.
    pub fn time_out(&mut self) {
        if let Mode::Typing(Prompt::Jump(chosen), line) = self.mode.clone() {
            let chosen = self.list_found(line.text(), chosen);
            self.mode = Mode::Typing(Prompt::Jump(chosen), line);
        }
    }

    /// The questions that a search lists.
    #[must_use]
    pub fn listed(&self) -> Vec<(usize, &'m Dimension)> {
        self.search(&self.listed)
    }

    pub(super) fn open_search(&mut self) -> Effect {
        self.listed.clear();
        self.type_into(Prompt::Jump(0), "")
    }

    /// Which of the questions found an arrow leads to.
    pub(super) fn choose_found(&mut self, words: &str, chosen: usize, by: isize) -> usize {
        let chosen = self.list_found(words, chosen);
        let last = self.listed().len().saturating_sub(1);
        chosen.saturating_add_signed(by).min(last)
    }

    /// Goes to the question that is chosen of those that the words find.
    pub(super) fn jump(&mut self, line: &Line, chosen: usize) -> Effect {
        let chosen = self.list_found(line.text(), chosen);
        if let Some((place, _)) = self.listed().get(chosen) {
            self.status = None;
            self.revisit(*place);
        } else {
            self.mode = Mode::Typing(Prompt::Jump(chosen), line.clone());
            self.status = Some(Status::from(text!(
                "no question has these words: try others, or fewer",
                "没有问题包含这些文字：请换个说法或减少字数"
            )));
        }
        Effect::None
    }

    /// Lists what words find, and says which of it is chosen then: of other words the first, which is the nearest.
    fn list_found(&mut self, words: &str, chosen: usize) -> usize {
        if self.listed == words {
            return chosen;
        }
        words.clone_into(&mut self.listed);
        0
    }

    /// The questions in which every word of the query is found, by name, question, id or the names of what it is part of,
    /// in the order they are asked.
    ///
    /// Where there is none, those in which the letters of every word stand in that order within one word.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<(usize, &'m Dimension)> {
        let words: Vec<_> = narrowed(query).split_whitespace().map(str::to_lowercase).collect();
        let matching = |is_in: fn(&str, &str) -> bool| {
            let questions = self.questions.iter().copied().enumerate();
            let has_all = |dimension: &Dimension| {
                let text = self.text_to_search(dimension);
                words.iter().all(|word| is_in(&text, word))
            };
            questions.filter(|(_, dimension)| has_all(dimension)).collect::<Vec<_>>()
        };
        let exact = matching(|text, word| text.contains(word));
        if exact.is_empty() { matching(holds_letters_of) } else { exact }
    }

    /// Everything a question is known by, in lower case: its id and question, and the names of all that stands above it.
    fn text_to_search(&self, dimension: &Dimension) -> String {
        let question = &dimension.question.text;
        let names = self.model.path(&dimension.id).into_iter().flat_map(|node| [&*node.name().en, &*node.name().zh]);
        let all = [dimension.id.as_str(), &question.en, &question.zh].into_iter().chain(names);
        all.collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

/// Whether some word of the text has the letters of `word` in their order: `brnch` in `branching`.
fn holds_letters_of(text: &str, word: &str) -> bool {
    let holds = |token: &str| {
        let mut letters = token.chars();
        word.chars().all(|wanted| letters.any(|letter| letter == wanted))
    };
    text.split([' ', '.', '-']).any(holds)
}
