//! The clauses that an answer leaves out, each with a reason.

use std::ops::Range;

use toml::de::DeValue;

use super::{Parser, no_clause};
use crate::answers::{Answer, ByClause, Claim, Clauses, Date, Exception};
use crate::document::Value;
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Level};
use crate::problem::{Problem, Refusal};

/// The exceptions of an answer, each with the place of its key.
pub(super) type Placed = ByClause<(Exception, Range<usize>)>;

impl Parser<'_, '_> {
    /// `{ "3.2" = "why" }`, or `{ "3.2" = { reason = "why", until = 2027-01-01 } }`.
    pub(super) fn except(&mut self, dimension: &Dimension, at: &str, value: &Value<'_>) -> Option<Placed> {
        let section = self.reader.section(value)?;
        let mut except = Placed::new();
        for (key, span, value) in section.entries() {
            let id = key.parse().ok().filter(|id| self.has_clause(dimension, at, *id));
            let Some(id) = id else {
                let refusal = no_clause(dimension, key);
                let refusal = unquoted(key, value).into_iter().fold(refusal, Refusal::help);
                self.reader.problems.push(refusal.at(span));
                continue;
            };
            let missing = || {
                let help = text!(
                    "say why: `except = {{ \"{id}\" = \"there is only one team\" }}`",
                    "请说明原因，如 `except = {{ \"{id}\" = \"只有一个团队\" }}`"
                );
                Refusal::new(text!("an excepted clause needs a reason", "例外的要求需要说明原因")).help(help)
            };
            let Some((reason, until)) = self.reason(value, missing) else { continue };
            if except.insert(id, (Exception { reason, until }, span.clone())).is_some() {
                let message = text!("clause `{id}` is there twice", "要求 `{id}` 重复出现");
                let help = text!("keep one of them", "请只保留一个");
                self.reader.problems.push(Problem::new(span, message).help(help));
            }
        }
        Some(except)
    }

    /// The exceptions beside a level, which leave enough to ask; `None` if they do not fit.
    pub(super) fn with_except(
        &mut self,
        dimension: &Dimension,
        place: Range<usize>,
        claim: Option<(&Claim, Range<usize>)>,
        named: &Clauses,
        except: Placed,
    ) -> Option<ByClause<Exception>> {
        for (id, (_, span)) in except.iter().filter(|(id, _)| named.contains(id)) {
            let message = text!("clause `{id}` is both met and excepted", "要求 `{id}` 既已满足又列为例外");
            let help = text!("remove it from `met` or from `except`", "请从 `met` 或 `except` 中删除");
            self.reader.problems.push(Problem::new(span.clone(), message).help(help));
        }
        // What an older file leaves to ask is judged once it is carried over.
        if self.from.is_none() && !except.is_empty() && except.len() == dimension.all_clauses().count() {
            let message = text!("every clause of this dimension is excepted", "该维度的全部要求都列为例外");
            let beside = if self.model.scoring.has_levels() { "level" } else { "met" };
            let help = text!(
                "say that it does not apply: `na = \"why\"` in place of `{beside}` and `except`",
                "请改写为不适用：用 `na = \"原因\"` 代替 `{beside}` 和 `except`"
            );
            return self.reader.reject(Problem::new(place, message).help(help));
        }
        let except: ByClause<_> = except.into_iter().map(|(id, (exception, _))| (id, exception)).collect();
        if let Some((Claim::PartOf(level), span)) = claim.filter(|_| self.from.is_none()) {
            let answer = Answer { except: except.clone(), ..Answer::default() };
            self.check_part(dimension, &answer, *level, span);
        }
        Some(except)
    }

    /// A bare grade names a part of what is asked at its level: of one clause there is no part.
    fn check_part(&mut self, dimension: &Dimension, answer: &Answer, level: Level, place: Range<usize>) {
        let asked = answer.count_asked(dimension, level);
        if asked >= 2 {
            return;
        }
        let below = Level(level.0.saturating_sub(1));
        let message = match asked {
            0 => text!(
                "every clause of level {level} is excepted, so no part of it can be met",
                "级别 {level} 的要求全部列为例外，不存在部分满足"
            ),
            _ => text!(
                "a single clause of level {level} is not excepted, so no part of it can be met",
                "级别 {level} 除例外只剩 1 条要求，不存在部分满足"
            ),
        };
        let help = text!("write `{below}` or `{level}`", "请写 `{below}` 或 `{level}`");
        self.reader.problems.push(Problem::new(place, message).help(help));
    }

    /// A reason as a text, or with the last day on which it is accepted; `missing` refuses what is neither.
    pub(super) fn reason(
        &mut self,
        value: &Value<'_>,
        missing: impl FnOnce() -> Refusal,
    ) -> Option<(String, Option<Date>)> {
        match value.get_ref() {
            DeValue::Table(_) => {
                let mut section = self.reader.section(value)?;
                let reason = section.require(self.reader, "reason").and_then(|value| self.reader.string(value));
                let until = section.take("until").and_then(|value| self.date(value));
                section.close(self.reader);
                Some((reason?.to_owned(), until))
            }
            DeValue::String(reason) if !reason.trim().is_empty() => Some((self.reader.string(value)?.to_owned(), None)),
            _ => self.reader.reject(missing().at(value.span())),
        }
    }
}

/// `3.2 = "why"` without quotes is a table `3` to TOML: says to quote it.
pub(super) fn unquoted(key: &str, value: &Value<'_>) -> Option<Text> {
    let DeValue::Table(below) = value.get_ref() else { return None };
    let (number, _) = below.iter().next()?;
    let id: ClauseId = format!("{key}.{}", number.get_ref()).parse().ok()?;
    Some(text!("quote the clause: `\"{id}\"`", "请为要求加引号：`\"{id}\"`"))
}
