//! Located problems: what is wrong in a file, where, and what to write instead. Many at once.

use std::fmt;
use std::ops::Range;

use memchr::memchr_iter;

use crate::lang::Text;

/// Why a value is refused, wherever it was given: in a file, on the command line, in an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong: lower case, no full stop.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
}

impl Refusal {
    /// A refusal without advice, which [`Refusal::help`] adds.
    #[must_use]
    pub fn new(message: Text) -> Self {
        Self { message, help: None }
    }

    /// Sets the advice on what to do, in place of the advice it had.
    #[must_use]
    pub fn help(self, help: Text) -> Self {
        Self { help: Some(help), ..self }
    }

    /// The refusal as a problem of a file, at the place of the value.
    #[must_use]
    pub fn at(self, span: Range<usize>) -> Problem {
        Problem { span, message: self.message, help: self.help }
    }
}

impl std::error::Error for Refusal {}

impl fmt::Display for Refusal {
    /// The message in English: for programs that use the library.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message.en)
    }
}

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

    /// A key, or an entry of a list, that is there already.
    #[must_use]
    pub fn twice(span: Range<usize>, key: &str) -> Self {
        Self::new(span, text!("`{key}` is there twice", "`{key}` 重复出现"))
            .help(text!("keep one of them", "请只保留一个"))
    }

    /// Sets the advice on what to do.
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
            let lines = Lines::new(&source.text);
            for problem in problems {
                let (line, column) = lines.position(problem.span.start);
                writeln!(out, "{}:{line}:{column}: {}", source.name, problem.message.en)?;
            }
        }
        Ok(())
    }
}

/// Where the lines of a text end, so that many places of it are found without reading it again for each.
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    newlines: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// The lines of a whole text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, newlines: memchr_iter(b'\n', text.as_bytes()).collect() }
    }

    /// The line, from 1, of a byte offset.
    #[must_use]
    pub fn number(&self, offset: usize) -> usize {
        self.newlines.partition_point(|newline| *newline < offset) + 1
    }

    /// The line and the column (in characters), both from 1, of a byte offset.
    #[must_use]
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = boundary(self.text, offset);
        let number = self.number(offset);
        (number, self.text[self.start(number)..offset].chars().count() + 1)
    }

    /// The text of the line of a byte offset, without its end.
    #[must_use]
    pub fn line(&self, offset: usize) -> &'t str {
        let number = self.number(offset);
        let end = self.newlines.get(number - 1).copied().unwrap_or(self.text.len());
        &self.text[self.start(number)..end]
    }

    fn start(&self, number: usize) -> usize {
        number.checked_sub(2).and_then(|before| self.newlines.get(before)).map_or(0, |newline| newline + 1)
    }
}

/// The line, from 1, of one byte offset.
#[must_use]
pub fn line(text: &str, offset: usize) -> usize {
    memchr_iter(b'\n', &text.as_bytes()[..offset.min(text.len())]).count() + 1
}

/// The line and the column (in characters), both from 1, of one byte offset.
#[must_use]
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    Lines::new(text).position(offset)
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
    let length = lower.chars().count();
    // Each character more or less is an edit: comparing words of unlike lengths is wasted, and slow for long ones.
    let can_be_close = |candidate: &&str| {
        let other = candidate.chars().count();
        length.min(other) * 4 >= length.max(other) * 3
    };
    candidates
        .into_iter()
        .filter(can_be_close)
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
