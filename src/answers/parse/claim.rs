//! What a level or a grade, as it is written, claims.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::Parser;
use crate::answers::{Claim, Clauses, Grade};
use crate::document::Value;
use crate::full_width;
use crate::model::{Dimension, Level};
use crate::problem::Refusal;

impl Parser<'_, '_> {
    /// A level or a grade.
    pub(super) fn claim(&mut self, dimension: &Dimension, value: &Value<'_>) -> Option<Claim> {
        let levels = self.model.floor..=self.model.top();
        // Nearly every answer is a level alone.
        let DeValue::Integer(integer) = value.get_ref() else { return self.grade(dimension, value, levels) };
        let refusal = match u8::from_str_radix(integer.as_str(), integer.radix()).ok().map(Level) {
            Some(level) if levels.contains(&level) => return Some(Claim::at(level)),
            Some(level) => Level::refuse(level, &levels),
            None => Level::refuse(integer, &levels),
        };
        self.reader.reject(refusal.at(value.span()))
    }

    /// A grade; of another value, why it is no level.
    fn grade(&mut self, dimension: &Dimension, value: &Value<'_>, levels: RangeInclusive<Level>) -> Option<Claim> {
        let (floor, top) = (levels.start(), levels.end());
        let read = match value.get_ref() {
            DeValue::String(word) => match word.parse() {
                Ok(Grade::Full(level)) => {
                    let message = text!("a level is a number, not a string", "级别应为数字，而非字符串");
                    Err(Refusal::new(message).help(text!("write `{level}` without quotes", "请去掉引号，写 `{level}`")))
                }
                // Its level may have had more clauses then.
                Ok(Grade::PartOf(level)) if level > *floor && self.has_changed(dimension) => {
                    level.within(levels).map(Claim::PartOf)
                }
                Ok(grade) => read_claim(dimension, grade, levels),
                Err(refusal) => {
                    Err(full_width::refuse(word, |meant| meant.parse::<Grade>().is_ok()).unwrap_or_else(|| {
                        refusal.help(text!(
                            "write a level from {floor} to {top}, or a grade like `\"3-\"`",
                            "请写 {floor} 到 {top} 的级别，或 `\"3-\"` 这样的等级"
                        ))
                    }))
                }
            },
            DeValue::Float(float) => {
                let whole = float.as_str().split('.').next().unwrap_or_default();
                Err(Refusal::new(text!("a level is a whole number", "级别应为整数")).help(text!(
                    "write `{whole}`, or a grade like `\"3-\"` for a part of a level",
                    "请写 `{whole}`；若只做到某级的一部分，请写 `\"3-\"` 这样的等级"
                )))
            }
            _ => {
                let help = text!(
                    "write a level from {floor} to {top}, a grade like `\"3-\"`, or `{{ na = \"why\" }}`",
                    "请写 {floor} 到 {top} 的级别、`\"3-\"` 这样的等级，或 `{{ na = \"原因\" }}`"
                );
                return self.reader.expected(value, &text!("a level", "级别"), help);
            }
        };
        read.map_err(|refusal| self.reader.problems.push(refusal.at(value.span()))).ok()
    }
}

impl Parser<'_, '_> {
    /// Whether the clauses of a dimension are others than in the version to which the file is.
    fn has_changed(&self, dimension: &Dimension) -> bool {
        self.from.is_some_and(|from| self.model.changes_clauses(&dimension.id, from))
    }
}

/// What a grade claims of a dimension in a model that has these levels, from its floor to its top.
///
/// # Errors
///
/// A level that the model does not have, or of whose clauses no part can be met.
pub fn read_claim(dimension: &Dimension, grade: Grade, levels: RangeInclusive<Level>) -> Result<Claim, Refusal> {
    let level = match grade {
        Grade::Full(level) => return Ok(Claim::Level { level: level.within(levels)?, met: Clauses::new() }),
        Grade::PartOf(level) => level,
    };
    if !levels.contains(&level) {
        return Err(Level::refuse(grade, &levels));
    }
    if level == *levels.start() {
        let message = text!(
            "nothing is asked at level {level}, so no part of it can be met",
            "级别 {level} 没有要求，不存在部分满足"
        );
        return Err(Refusal::new(message).help(text!("write `{level}`", "请写 `{level}`")));
    }
    let message = match dimension.clauses(level).len() {
        0 => text!(
            "level {level} asks nothing here, so no part of it can be met",
            "级别 {level} 在此没有要求，不存在部分满足"
        ),
        1 => text!(
            "level {level} has a single clause here, so no part of it can be met",
            "级别 {level} 在此只有 1 条要求，不存在部分满足"
        ),
        _ => return Ok(Claim::PartOf(level)),
    };
    let below = Level(level.0.saturating_sub(1));
    Err(Refusal::new(message).help(text!("write `{below}` or `{level}`", "请写 `{below}` 或 `{level}`")))
}
