//! What things are called by: nodes by dotted ids, levels by numbers, clauses by their place.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::ops::RangeInclusive;
use std::str::FromStr;

use memchr::memchr_iter;
use serde::{Serialize, Serializer};

use crate::full_width;
use crate::problem::Refusal;

/// The dotted id of a node, never translated: `delivery.configuration.version-control.branching`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Id(pub Cow<'static, str>);

impl Clone for Id {
    /// The same as if derived, but with a short way for the ids of the embedded model: reading a file copies hundreds.
    #[inline]
    fn clone(&self) -> Self {
        match &self.0 {
            Cow::Borrowed(word) => Self(Cow::Borrowed(word)),
            Cow::Owned(word) => Self(Cow::Owned(word.clone())),
        }
    }
}

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

    /// The id of the parent; `None` for a node at the top.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.upward().nth(1)
    }

    /// This id, then those of the nodes that it stands within, the nearest first.
    pub fn upward(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.as_str()), |id| id.rsplit_once('.').map(|(parent, _)| parent))
    }

    /// How many parts it has: 1 for an area.
    #[must_use]
    pub fn storey(&self) -> usize {
        memchr_iter(b'.', self.0.as_bytes()).count() + 1
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

    /// The level itself, if it is one of `levels`.
    ///
    /// # Errors
    ///
    /// Another one, and which there are.
    pub fn within(self, levels: RangeInclusive<Self>) -> Result<Self, Refusal> {
        if levels.contains(&self) { Ok(self) } else { Err(Self::refuse(self, &levels)) }
    }

    /// Refuses a number, as it was written, for being none of `levels`.
    pub fn refuse(found: impl fmt::Display, levels: &RangeInclusive<Self>) -> Refusal {
        let (floor, top) = (levels.start(), levels.end());
        Refusal::new(text!("{found} is not a level of this model", "{found} 不是该模型的级别"))
            .help(text!("write a level from {floor} to {top}", "请写 {floor} 到 {top} 的级别"))
    }
}

impl FromStr for Level {
    type Err = Refusal;

    /// Reads one digit, `3`; whether a model has that level, [`Level::within`] tells.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        digit(word).map(Self).ok_or_else(|| {
            full_width::refuse(word, |meant| digit(meant).is_some()).unwrap_or_else(|| {
                Refusal::new(text!("`{word}` is not a level", "`{word}` 不是级别"))
                    .help(text!("write one digit, as `3`", "请写一位数字，如 `3`"))
            })
        })
    }
}

/// The value of a word of exactly one ASCII digit.
fn digit(word: &str) -> Option<u8> {
    match word.as_bytes() {
        [digit @ b'0'..=b'9'] => Some(digit - b'0'),
        _ => None,
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if out.width().is_some() { self.0.fmt(out) } else { write_number(self.0, out) }
    }
}

/// A number, nearly always of one digit: a formatter of numbers takes many times as long for that.
fn write_number(number: u8, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    match number {
        0..=9 => out.write_char(char::from(b'0' + number)),
        _ => write!(out, "{number}"),
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

impl FromStr for ClauseId {
    type Err = Refusal;

    /// Reads a level, a dot and a number from 1 without leading zeros: `3.1`, `3.10`.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let parts = || {
            let (level, number) = word.split_once('.')?;
            let is_plain = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
            Some(Self { level: Level(digit(level)?), number: number.parse().ok().filter(|_| is_plain)? })
        };
        parts().ok_or_else(|| {
            let help = text!("write its level, a dot and its number, as `3.1`", "请写级别、点和序号，如 `3.1`");
            Refusal::new(text!("`{word}` does not name a clause", "`{word}` 不是要求的编号")).help(help)
        })
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_number(self.level.0, out)?;
        out.write_char('.')?;
        write_number(self.number, out)
    }
}

impl Serialize for ClauseId {
    /// As it is written: `3.1`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{ClauseId, Level};

    #[test]
    fn a_level_is_one_digit() {
        assert_eq!("3".parse(), Ok(Level(3)));
        for word in ["", "12", "3-", "+3", " 3", "３", "三"] {
            assert!(word.parse::<Level>().is_err(), "{word}");
        }
    }

    #[test]
    fn a_clause_is_named_in_one_way() {
        for (word, level, number) in [("3.1", 3, 1), ("3.10", 3, 10), ("0.255", 0, 255)] {
            assert_eq!(word.parse(), Ok(ClauseId { level: Level(level), number }));
        }
        for word in ["3", "3.", ".1", "3.0", "3.01", "3.256", "3.+1", "3.1.1", "12.1", "３.１", "3．1", "3. 1"] {
            assert!(word.parse::<ClauseId>().is_err(), "{word}");
        }
    }
}
