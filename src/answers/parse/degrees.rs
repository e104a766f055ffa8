//! How far clauses are met, in a model that has degrees.

use std::ops::Range;

use super::except::unquoted;
use super::{Parser, no_clause};
use crate::answers::{ByClause, Claim, Clauses, DegreeMet, Exception};
use crate::document::Value;
use crate::lang::Text;
use crate::model::Dimension;
use crate::model::counting::Scoring;
use crate::problem::{Problem, Refusal, did_you_mean};

/// The degrees of an answer, each with the place of its clause.
pub(super) type Placed = ByClause<(DegreeMet, Range<usize>)>;

impl Parser<'_, '_> {
    /// The key that says how far clauses are met; a model without degrees knows no such key.
    pub(super) fn degrees_key(&self) -> Option<&'static str> {
        (!self.model.scoring.degrees.is_empty()).then_some("degrees")
    }

    /// `{ "1.1" = "half" }`.
    pub(super) fn degrees(&mut self, dimension: &Dimension, at: &str, value: &Value<'_>) -> Placed {
        let mut degrees = Placed::new();
        let Some(section) = self.reader.section(value) else { return degrees };
        for (key, span, value) in section.entries() {
            let Some(id) = key.parse().ok().filter(|id| self.has_clause(dimension, at, *id)) else {
                let refusal = no_clause(dimension, key);
                let refusal = unquoted(key, value).into_iter().fold(refusal, Refusal::help);
                self.reader.problems.push(refusal.at(span));
                continue;
            };
            let Some(word) = self.reader.string(value) else { continue };
            match read_degree(&self.model.scoring, word) {
                Ok(degree) => drop(degrees.insert(id, (degree, span))),
                Err(refusal) => self.reader.problems.push(refusal.at(value.span())),
            }
        }
        degrees
    }

    /// Degrees beside a claim: of clauses above its level that it does not name; `None` beside a grade.
    pub(super) fn beside(
        &mut self,
        claim: Option<&Claim>,
        named: &Clauses,
        value: &Value<'_>,
        degrees: Placed,
    ) -> Option<Placed> {
        let Claim::Level { level, .. } = *claim? else {
            let message = text!("`degrees` stands beside a grade", "`degrees` 与等级同时出现");
            let help = text!(
                "write the level below as a number, and say how far clauses above it are met",
                "请将其下的级别写成数字，再写出其上各要求的程度"
            );
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        };
        for (id, (_, span)) in degrees.iter().filter(|(id, _)| self.model.scoring.has_levels() && id.level <= level) {
            let message = text!(
                "clause `{id}` is not above level {level}, which is claimed in full",
                "要求 `{id}` 不高于已完整达到的级别 {level}"
            );
            let help = text!("remove it, or claim a lower level", "请将其删除，或改写为更低的级别");
            self.reader.problems.push(Problem::new(span.clone(), message).help(help));
        }
        for (id, (_, span)) in degrees.iter().filter(|(id, _)| named.contains(id)) {
            let message = text!("clause `{id}` is met, and has a degree", "要求 `{id}` 既已满足又写了程度");
            let help = text!("remove it from `met` or from `degrees`", "请从 `met` 或 `degrees` 中删除");
            self.reader.problems.push(Problem::new(span.clone(), message).help(help));
        }
        Some(degrees)
    }

    /// Refuses a degree of a clause that is not asked.
    pub(super) fn check_degrees_excepted(&mut self, degrees: &Placed, except: &ByClause<Exception>) {
        for (id, (_, span)) in degrees.iter().filter(|(id, _)| except.contains_key(id)) {
            let message = text!("clause `{id}` is excepted, and has a degree", "要求 `{id}` 已列为例外又写了程度");
            let help = text!("remove it from `degrees` or from `except`", "请从 `degrees` 或 `except` 中删除");
            self.reader.problems.push(Problem::new(span.clone(), message).help(help));
        }
    }
}

/// The degree that a word names.
///
/// # Errors
///
/// That there is none, and which there are.
pub fn read_degree(scoring: &Scoring, word: &str) -> Result<DegreeMet, Refusal> {
    if let Some(degree) = scoring.degree(word) {
        return Ok(degree.into());
    }
    let refusal = Refusal::new(text!("unknown degree `{word}`", "未知的程度 `{word}`"));
    let ids: Vec<_> = scoring.degrees.iter().map(|degree| degree.id.as_str()).collect();
    // People see names before they see ids.
    let named =
        scoring.degrees.iter().find(|degree| [&degree.name.en, &degree.name.zh].iter().any(|name| **name == word));
    let help = match did_you_mean(named.map_or(word, |degree| degree.id.as_str()), ids.iter().copied()) {
        Some(help) => help,
        None if ids.is_empty() => {
            text!("this model knows none: a clause is met or not", "该模型没有程度：要求只有满足或未满足")
        }
        None => {
            let Text { en, zh, .. } = Text::list_words(ids);
            text!("one of {en}", "可选：{zh}")
        }
    };
    Err(refusal.help(help))
}
