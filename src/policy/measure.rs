//! What a part of a model is held to, or has: a level, or in a model without levels a score.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::model::{Level, Model};
use crate::problem::Refusal;
use crate::scoring::Score;

/// A level, or a score as it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A level.
    Level(Level),
    /// A score.
    Score {
        /// The score itself, exactly.
        score: Score,
        /// What people read: a target as it was written, a result with as many digits as tell it from its target.
        written: String,
    },
}

impl Measure {
    /// A target on the command line: a level of the model, or without levels a decimal in the unit of its scores.
    ///
    /// # Errors
    ///
    /// What else to write.
    pub fn read(model: &Model, word: &str) -> Result<Self, Refusal> {
        if model.scoring.has_levels() {
            let level: Level = word.parse()?;
            return level.within(model.floor..=model.top()).map(Self::Level);
        }
        let (lowest, highest) = Score::bounds(model);
        let read = Score::read(word, model.scoring.shown).filter(|score| (&lowest..=&highest).contains(&score));
        read.map(|score| Self::Score { score, written: word.to_owned() }).ok_or_else(|| {
            let message = text!("`{word}` is no score of this model", "`{word}` 不是该模型的得分");
            let (lowest, highest) = (lowest.to_target(), highest.to_target());
            Refusal::new(message).help(text!(
                "write a decimal from {lowest} to {highest} without a unit, as `{lowest}.5`",
                "请写 {lowest} 到 {highest} 的小数，不带单位，如 `{lowest}.5`"
            ))
        })
    }

    /// A score beside the target it is held to, with more digits where those that are shown hide the difference.
    #[must_use]
    pub fn beside(score: &Score, target: &Score) -> Self {
        Self::Score { score: score.clone(), written: score.beside(target) }
    }

    /// The level; `None` for a score.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(*level),
            Self::Score { .. } => None,
        }
    }
}

impl From<Level> for Measure {
    fn from(level: Level) -> Self {
        Self::Level(level)
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Level(level) => level.fmt(out),
            Self::Score { written, .. } => out.pad(written),
        }
    }
}

impl JsonSchema for Measure {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Measure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 100 })
    }
}

impl Serialize for Measure {
    /// A number, in the unit in which scores are shown.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Level(level) => level.serialize(serializer),
            Self::Score { score, written } => {
                let number = written.trim_end_matches('%').parse().unwrap_or_else(|_| score.rounded());
                serializer.serialize_f64(number)
            }
        }
    }
}
