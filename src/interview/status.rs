//! What the last key did, as it is kept: in both languages, and for every way of drawing.

use crate::lang::{Lang, Text};

/// What the last key did: words, and between them signs that are written as they can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(Text),
    Sign(Sign),
}

/// A sign of a status, with the blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Before what was saved.
    Saved,
    /// From a question to its answer.
    Arrow,
    /// Between two remarks.
    Separator,
}

impl Status {
    /// In a language, with each sign written as `sign` says. What people wrote is left as it is.
    #[must_use]
    pub fn written(&self, lang: Lang, sign: impl Fn(Sign) -> String) -> String {
        let written = self.0.iter().map(|piece| match piece {
            Piece::Words(words) => words.get(lang).to_owned(),
            Piece::Sign(own) => sign(*own),
        });
        written.collect()
    }

    /// That something was saved.
    pub(super) fn saved(words: Text) -> Self {
        Self(vec![Piece::Sign(Sign::Saved), Piece::Words(words)])
    }

    /// The same, and more behind a sign.
    pub(super) fn then(mut self, sign: Sign, words: Text) -> Self {
        self.0.extend([Piece::Sign(sign), Piece::Words(words)]);
        self
    }
}

impl From<Text> for Status {
    fn from(words: Text) -> Self {
        Self(vec![Piece::Words(words)])
    }
}
