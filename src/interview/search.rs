//! Questions found by words, to jump to.

use super::state::Interview;
use crate::model::Dimension;

impl<'m> Interview<'m> {
    /// The questions in which every word of the query is found, by name, question or id, in the order they are asked.
    ///
    /// Where there is none, those in which the letters of every word stand in that order within one word.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<(usize, &'m Dimension)> {
        let words: Vec<_> = query.split_whitespace().map(str::to_lowercase).collect();
        let matching = |is_in: fn(&str, &str) -> bool| {
            let questions = self.questions.iter().copied().enumerate();
            let has_all = |dimension: &Dimension| {
                let text = text_to_search(dimension);
                words.iter().all(|word| is_in(&text, word))
            };
            questions.filter(|(_, dimension)| has_all(dimension)).collect::<Vec<_>>()
        };
        let exact = matching(|text, word| text.contains(word));
        if exact.is_empty() { matching(holds_letters_of) } else { exact }
    }
}

/// Everything a question is known by, in lower case.
fn text_to_search(dimension: &Dimension) -> String {
    let (name, question) = (&dimension.name, &dimension.question.text);
    [dimension.id.as_str(), &name.en, &name.zh, &question.en, &question.zh].join(" ").to_lowercase()
}

/// Whether some word of the text has the letters of `word` in their order: `brnch` in `branching`.
fn holds_letters_of(text: &str, word: &str) -> bool {
    let holds = |token: &str| {
        let mut letters = token.chars();
        word.chars().all(|wanted| letters.any(|letter| letter == wanted))
    };
    text.split([' ', '.', '-']).any(holds)
}
