//! Located problems: what is wrong in a file, where, and what to write instead. Many at once.

use std::fmt;
use std::ops::Range;

use crate::lang::Text;

/// One thing wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where: byte offsets into the file's text.
    pub span: Range<usize>,
    /// What is wrong: lower case, no full stop.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
}

impl Problem {
    /// A problem that says what is wrong and leaves what to do to be added with [`Problem::help`].
    #[must_use]
    pub fn new(span: Range<usize>, message: Text) -> Self {
        Self { span, message, help: None }
    }

    /// The same problem with a way out.
    #[must_use]
    pub fn help(self, help: Text) -> Self {
        Self { help: Some(help), ..self }
    }
}

/// A text file as it was read: its name for messages, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name people know the file by.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// The problems of one file, in the order of their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblems {
    /// The file.
    pub source: Source,
    /// What is wrong in it; never empty.
    pub problems: Vec<Problem>,
}

/// All problems of everything that was read together; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<FileProblems>);

impl Problems {
    /// The problems of one file, sorted by place.
    #[must_use]
    pub fn in_file(source: Source, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        Self(vec![FileProblems { source, problems }])
    }
}

impl std::error::Error for Problems {}

impl fmt::Display for Problems {
    /// `file:line:column: message`, one problem a line, in English: for programs that use the library.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for FileProblems { source, problems } in &self.0 {
            for problem in problems {
                let (line, column) = position(&source.text, problem.span.start);
                writeln!(out, "{}:{line}:{column}: {}", source.name, problem.message.en)?;
            }
        }
        Ok(())
    }
}

/// The line and the column (in characters), both from 1, of a byte offset.
#[must_use]
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..boundary(text, offset)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

/// The nearest character boundary at or before a byte offset.
#[must_use]
pub fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The candidate most like `word`, when one is close enough to have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const CLOSE: f64 = 0.75;
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&lower, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= CLOSE)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

/// `did you mean …`, when something is close enough.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Text> {
    let meant = nearest(word, candidates)?;
    Some(text!("did you mean `{meant}`?", "是否想写 `{meant}`？"))
}
