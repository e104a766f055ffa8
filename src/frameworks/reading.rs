//! The files of a framework while they are read: what is wrong with them, and what of them is lost.

use std::collections::BTreeMap;
use std::ops::Range;

use super::account::Loss;
use crate::lang::Text;
use crate::model::source::TEXT_LIMIT;
use crate::problem::{Lines, Problem, Problems, Source};
use crate::yaml::{self, Node};

/// How many lost fields are listed one by one; the others are counted together.
const MOST_LOST: usize = 1_000;
/// The name under which the others are counted.
const OTHERS: &str = "…";

/// A place in one of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The number of the file.
    pub(super) file: usize,
    /// The bytes within it.
    pub(super) span: Range<usize>,
}

/// The files and what was noted of them.
pub(super) struct Reading<'s> {
    pub(super) files: Vec<&'s Source>,
    lines: Vec<Lines<'s>>,
    problems: BTreeMap<usize, Vec<Problem>>,
    lost: Vec<Loss>,
    /// Where in `lost` a field stands.
    at: BTreeMap<String, usize>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(files: impl IntoIterator<Item = &'s Source>) -> Self {
        let files: Vec<_> = files.into_iter().collect();
        let lines = files.iter().map(|file| Lines::new(&file.text)).collect();
        Self { files, lines, problems: BTreeMap::new(), lost: Vec::new(), at: BTreeMap::new() }
    }

    /// The documents of every file that is YAML, each with the number of its file.
    pub(super) fn documents(&mut self) -> Vec<(usize, Vec<Node>)> {
        let mut all = Vec::new();
        for (number, file) in self.files.iter().enumerate() {
            match yaml::parse(&file.text) {
                Ok(documents) => all.push((number, documents)),
                Err(problems) => self.problems.entry(number).or_default().extend(problems),
            }
        }
        all
    }

    /// Notes what is wrong with the framework's data; without another way out, a sound copy is one.
    pub(super) fn problem(&mut self, place: &Place, message: Text, help: Option<Text>) {
        let sound_copy = || {
            text!(
                "is it a file that the framework publishes? else mend it here, or take a sound copy",
                "请确认这是该框架发布的文件；否则请在此处更正，或改用完好的副本"
            )
        };
        let problem = Problem { span: place.span.clone(), message, help: Some(help.unwrap_or_else(sound_copy)) };
        self.problems.entry(place.file).or_default().push(problem);
    }

    /// Notes that a field says something that the model has no place for.
    pub(super) fn lose(&mut self, field: &str, place: &Place) {
        let field = if self.at.contains_key(field) || self.at.len() < MOST_LOST { field } else { OTHERS };
        if let Some(at) = self.at.get(field) {
            self.lost[*at].count += 1;
            return;
        }
        self.at.insert(field.to_owned(), self.lost.len());
        let file = self.files[place.file].name.clone();
        let line = self.line(place);
        self.lost.push(Loss { field: field.to_owned(), count: 1, file, line });
    }

    /// The line of a place, from 1.
    pub(super) fn line(&self, place: &Place) -> usize {
        self.lines[place.file].number(place.span.start)
    }

    /// A text on one line, of at most [`TEXT_LIMIT`] characters: a longer one is cut and counted as lost.
    pub(super) fn words(&mut self, field: &str, text: &str, place: &Place) -> String {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() <= TEXT_LIMIT {
            return words;
        }
        self.lose(&format!("{field} (cut)"), place);
        words.chars().take(TEXT_LIMIT - 1).chain(['…']).collect()
    }

    /// What is lost; all problems instead, if there are any.
    pub(super) fn finish(self) -> Result<Vec<Loss>, Problems> {
        if self.problems.is_empty() {
            return Ok(self.lost);
        }
        let files = self.problems.into_iter();
        let files = files.flat_map(|(number, problems)| Problems::in_file(self.files[number].clone(), problems).0);
        Err(Problems(files.collect()))
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}
