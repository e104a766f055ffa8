//! The terms under which a framework is published, as far as its files say them.

/// The most characters of a license that a model repeats.
const LONGEST: usize = 500;

/// A line that names a license or a copyright.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct License {
    /// The line, without what surrounds it.
    pub line: String,
}

impl License {
    /// The first line of a license file that says something; `None` if none does.
    #[must_use]
    pub fn of_file(text: &str) -> Option<Self> {
        let says = |line: &&str| line.chars().any(char::is_alphanumeric);
        text.lines().find(says).and_then(Self::of_words)
    }

    /// A license or copyright that is written in a field; `None` if it says nothing.
    #[must_use]
    pub fn of_words(words: &str) -> Option<Self> {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let line: String = line.trim_matches(['#', '*', ' ']).chars().take(LONGEST).collect();
        (!line.is_empty()).then_some(Self { line })
    }
}
