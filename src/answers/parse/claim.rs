//! What a level or a grade, as it is written, claims.

use std::collections::BTreeSet;

use toml::de::DeValue;

use super::Parser;
use crate::answers::{Claim, Grade};
use crate::document::Value;
use crate::lang::Text;
use crate::model::{Dimension, Level};
use crate::problem::Problem;

impl Parser<'_, '_> {
    /// A level or a grade.
    pub(super) fn claim(&mut self, dimension: &Dimension, value: &Value<'_>) -> Option<Claim> {
        let levels = (self.model.floor, self.model.top());
        let read = match value.get_ref() {
            DeValue::Integer(integer) => {
                let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
                let level = number.and_then(|number| u8::try_from(number).ok()).map(Level);
                level
                    .map(Grade::Full)
                    .ok_or_else(|| out_of_range(&integer.to_string(), levels))
                    .and_then(|grade| read_claim(dimension, grade, levels))
            }
            DeValue::String(word) => match Grade::parse(word) {
                Some(Grade::Full(level)) => {
                    let message = text!("a level is a number, not a string", "级别应为数字，而非字符串");
                    Err((message, text!("write `{level}` without quotes", "请去掉引号，写 `{level}`")))
                }
                Some(grade) => read_claim(dimension, grade, levels),
                None => Err(not_a_grade(word, levels)),
            },
            DeValue::Float(float) => {
                let message = text!("a level is a whole number", "级别应为整数");
                let whole = float.as_str().split('.').next().unwrap_or_default().to_owned();
                Err((
                    message,
                    text!(
                        "write `{whole}`, or a grade like `\"3-\"` for a part of a level",
                        "请写 `{whole}`；若只做到某级的一部分，请写 `\"3-\"` 这样的等级"
                    ),
                ))
            }
            _ => {
                let (floor, top) = levels;
                let help = text!(
                    "write a level from {floor} to {top}, a grade like `\"3-\"`, or `{{ na = \"why\" }}`",
                    "请写 {floor} 到 {top} 的级别、`\"3-\"` 这样的等级，或 `{{ na = \"原因\" }}`"
                );
                return self.reader.expected(value, &text!("a level", "级别"), Some(help));
            }
        };
        match read {
            Ok(claim) => Some(claim),
            Err((message, help)) => self.reader.reject(Problem::new(value.span(), message).help(help)),
        }
    }
}

/// What a grade claims of a dimension in a model whose levels run from the first to the second of `levels`.
///
/// # Errors
///
/// What is wrong with it, and what to write instead.
pub fn read_claim(dimension: &Dimension, grade: Grade, levels: (Level, Level)) -> Result<Claim, (Text, Text)> {
    let (floor, top) = levels;
    match grade {
        Grade::Full(level) if (floor..=top).contains(&level) => Ok(Claim::Level { level, met: BTreeSet::new() }),
        Grade::PartOf(level) if (floor.next()..=top).contains(&level) => {
            let count = dimension.clauses(level).len();
            if count >= 2 {
                return Ok(Claim::PartOf(level));
            }
            let below = Level(level.0.saturating_sub(1));
            let message = match count {
                0 => text!(
                    "level {level} asks nothing here, so no part of it can be met",
                    "级别 {level} 在此没有要求，不存在部分满足"
                ),
                _ => text!(
                    "level {level} has a single clause here, so no part of it can be met",
                    "级别 {level} 在此只有 1 条要求，不存在部分满足"
                ),
            };
            Err((message, text!("write `{below}` or `{level}`", "请写 `{below}` 或 `{level}`")))
        }
        Grade::PartOf(level) if level == floor => {
            let message = text!(
                "nothing is asked at level {floor}, so no part of it can be met",
                "级别 {floor} 没有要求，不存在部分满足"
            );
            Err((message, text!("write `{floor}`", "请写 `{floor}`")))
        }
        _ => Err(out_of_range(&grade.to_string(), levels)),
    }
}

/// What to say of a number that is no level.
pub(crate) fn out_of_range(found: &str, (floor, top): (Level, Level)) -> (Text, Text) {
    let message = text!("{found} is not a level of this model", "{found} 不是该模型的级别");
    (message, text!("write a level from {floor} to {top}", "请写 {floor} 到 {top} 的级别"))
}

fn not_a_grade(word: &str, (floor, top): (Level, Level)) -> (Text, Text) {
    let message = text!("`{word}` is neither a level nor a grade", "`{word}` 既不是级别也不是等级");
    let help = text!(
        "write a level from {floor} to {top}, or a grade like `\"3-\"`",
        "请写 {floor} 到 {top} 的级别，或 `\"3-\"` 这样的等级"
    );
    (message, help)
}
