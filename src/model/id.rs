//! What things are called by: nodes by dotted ids, levels by numbers, clauses by their place.

use std::borrow::Cow;
use std::fmt;

/// The dotted id of a node, never translated: `delivery.configuration.version-control.branching`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub Cow<'static, str>);

impl Id {
    /// The id of a child: this one, a dot, the child's key.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        Self(format!("{}.{key}", self.0).into())
    }

    /// The whole id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the id: the key under which its parent knows the node.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or(&self.0)
    }

    /// Whether this is `ancestor` or stands below it.
    #[must_use]
    pub fn is_within(&self, ancestor: &Self) -> bool {
        let rest = self.0.strip_prefix(ancestor.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// The number of a level, from the model's floor (0 or 1) to its top (at most 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub u8);

impl Level {
    /// The level above.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The levels from this one up to and including `last`, lowest first.
    pub fn up_to(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// The place of a clause in its dimension, written `3.1`: the first clause of level 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId {
    /// The level that asks it.
    pub level: Level,
    /// Its number within the level, from 1.
    pub number: u8,
}

impl ClauseId {
    /// Reads `3.1`; nothing else is one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let (level, number) = word.split_once('.')?;
        let digit = |part: &str| match part.as_bytes() {
            [digit @ b'0'..=b'9'] => Some(digit - b'0'),
            _ => None,
        };
        Some(Self { level: Level(digit(level)?), number: digit(number)? })
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.level, self.number)
    }
}
