//! How a model counts: what its scores are made of, how they are shown, and how far a clause can be met.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Id, List};
use crate::lang::Text;
use crate::problem::Refusal;

/// How answers become results. The default is what a model means that says nothing about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scoring {
    /// Whether results have levels.
    pub levels: Levels,
    /// What a score is.
    pub score: ScoreRule,
    /// What the score of a node is the mean of.
    pub mean: Mean,
    /// What a question without an answer counts as.
    pub unanswered: Unanswered,
    /// What becomes of a level for which nothing is asked.
    pub empty: Empty,
    /// How scores are shown.
    pub shown: Shown,
    /// How far a clause can be met, from not at all to fully; empty where it is met or not.
    pub degrees: List<Degree>,
}

impl Scoring {
    /// Whether results have levels: if not, no document speaks of levels, grades, ranges or weakest links.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        self.levels == Levels::Shown
    }

    /// The degree with this id.
    #[must_use]
    pub fn degree(&self, id: &str) -> Option<&Degree> {
        self.degrees.iter().find(|degree| degree.id.as_str() == id)
    }

    /// The degree that an example names: the last before fully; `None` where a clause is met or not.
    #[must_use]
    pub fn example_degree(&self) -> Option<&Degree> {
        self.degrees.iter().rev().nth(1)
    }
}

/// Whether results have levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Levels {
    /// They have.
    #[default]
    Shown,
    /// They have scores alone; a dimension is answered by its clauses.
    None,
}

/// What a score is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScoreRule {
    /// The floor and the share of every level.
    #[default]
    Levels,
    /// The part of all clauses that is met, from 0 to 1.
    Share,
    /// The number of the level that is reached.
    Value,
}

/// What the score of a node is the mean of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mean {
    /// The nodes directly below it.
    #[default]
    Children,
    /// All dimensions below it.
    Leaves,
}

/// What a question without an answer counts as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unanswered {
    /// Nothing: it is left out, and the result is incomplete.
    #[default]
    Open,
    /// An answer that nothing is met.
    Lowest,
}

/// What becomes of a level for which none of the applicable dimensions of a sub-domain asks anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Empty {
    /// It is reached.
    #[default]
    Pass,
    /// The sub-domain ends below it.
    Blocks,
}

/// How scores are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// How many digits follow the decimal point, up to 6.
    pub digits: u8,
    /// What becomes of the digits behind them.
    pub rounding: Rounding,
    /// Which unit they are in.
    pub unit: Unit,
}

impl Default for Shown {
    /// Two digits, rounded half up, of the score itself.
    fn default() -> Self {
        Self { digits: 2, rounding: Rounding::HalfUp, unit: Unit::Score }
    }
}

/// What becomes of the digits that are not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// From a half on, the last digit that is shown is raised.
    #[default]
    HalfUp,
    /// They are left out.
    Down,
}

/// What a score is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// The score itself.
    #[default]
    Score,
    /// Hundredths of it, as percent.
    Percent,
}

impl Unit {
    /// What a score is multiplied by.
    #[must_use]
    pub fn of(self) -> u8 {
        match self {
            Self::Score => 1,
            Self::Percent => 100,
        }
    }
}

/// One way in which a clause can be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Degree {
    /// Its id, which answers name.
    pub id: Id,
    /// What it counts in a score, from 0 to 1.
    pub value: Fraction,
    /// What people call it.
    pub name: Text,
    /// Whether it is enough for a level.
    pub is_enough: bool,
}

/// A fraction from 0 to 1 in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// The number of parts.
    pub parts: u32,
    /// How many parts make a whole; not 0.
    pub whole: u32,
}

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self { parts: 0, whole: 1 };
    /// The whole.
    pub const ONE: Self = Self { parts: 1, whole: 1 };

    /// In lowest terms; `None` if it is more than 1, or `whole` is 0.
    fn new(parts: u32, whole: u32) -> Option<Self> {
        let (mut divisor, mut rest) = (whole, parts);
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        (parts <= whole && whole > 0).then(|| Self { parts: parts / divisor, whole: whole / divisor })
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let cross = |one: Self, other: Self| u64::from(one.parts) * u64::from(other.whole);
        cross(*self, *other).cmp(&cross(*other, *self))
    }
}

impl FromStr for Fraction {
    type Err = Refusal;

    /// Reads `1/2`, or a decimal like `0.25`, of at most six digits each: `0`, `1`.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let number = |digits: &str| {
            let is_plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| is_plain)
        };
        let parts = || match (word.split_once('/'), word.split_once('.')) {
            (Some((parts, whole)), _) => Self::new(number(parts)?, number(whole)?),
            (None, Some((whole, digits))) => {
                let scale = 10_u32.pow(u32::try_from(digits.len().min(6)).ok()?);
                Self::new(number(whole)?.checked_mul(scale)?.checked_add(number(digits)?)?, scale)
            }
            (None, None) => Self::new(number(word)?, 1),
        };
        parts().ok_or_else(|| {
            Refusal::new(text!("`{word}` is not a fraction from 0 to 1", "`{word}` 不是 0 到 1 之间的分数")).help(
                text!(
                    "write it exactly, as `\"1/2\"`, `\"0.25\"`, `\"0\"` or `\"1\"`",
                    "请写精确值，如 `\"1/2\"`、`\"0.25\"`、`\"0\"` 或 `\"1\"`"
                ),
            )
        })
    }
}

impl fmt::Display for Fraction {
    /// As `1/2`, `0` or `1`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole {
            1 => self.parts.fmt(out),
            whole => write!(out, "{}/{whole}", self.parts),
        }
    }
}

impl Serialize for Fraction {
    /// As it is written: `1/2`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Fraction;

    #[test]
    fn a_fraction_is_read_exactly() {
        for (word, shown) in
            [("0", "0"), ("1", "1"), ("1/2", "1/2"), ("2/4", "1/2"), ("0.25", "1/4"), ("1.0", "1"), ("0/7", "0")]
        {
            assert_eq!(word.parse::<Fraction>().map(|it| it.to_string()), Ok(shown.to_owned()), "{word}");
        }
        for word in ["", "2", "3/2", "1/0", "0/0", ".5", "1.", "-1", "1/2/3", "1.5", "0,5", "1 / 2", "0.0000001", "½"]
        {
            assert!(word.parse::<Fraction>().is_err(), "{word}");
        }
    }

    #[test]
    fn fractions_are_compared_by_value() {
        let read = |word: &str| word.parse::<Fraction>().expect("it is one");
        assert!(Fraction::ZERO < read("1/3") && read("1/3") < read("0.34") && read("999998/999999") < Fraction::ONE);
    }
}
