//! One answer: what it claims, and what stands beside that.

use std::ops::Range;

use toml::de::DeValue;

use super::{Parser, no_clause};
use crate::answers::{Answer, ByClause, Claim, Clauses, Offset};
use crate::document::Value;
use crate::model::Dimension;
use crate::problem::{Problem, Refusal};

/// Clauses that are named, each with its place.
pub(super) type Named = ByClause<Range<usize>>;

impl Parser<'_, '_> {
    /// Reads `note` and `evidence`, which mean the same beside any claim.
    pub(super) fn remarks(
        &mut self,
        note: Option<&Value<'_>>,
        evidence: Option<&Value<'_>>,
    ) -> (Option<String>, Vec<String>) {
        let note = note.and_then(|value| self.reader.string(value)).map(str::to_owned);
        let evidence = evidence.and_then(|value| self.reader.strings(value)).unwrap_or_default();
        (note, evidence.into_iter().map(str::to_owned).collect())
    }

    /// The answer to a dimension, which the file has under the id `at`.
    pub(super) fn answer(&mut self, dimension: &Dimension, at: &str, value: &Value<'_>) -> Option<Answer> {
        if !self.model.scoring.has_levels() {
            return self.answer_by_clauses(dimension, at, value);
        }
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            return self.claim(dimension, value).map(Answer::of);
        }
        let mut section = self.reader.section(value)?;
        let before = self.reader.problems.len();
        let [level, met, degrees, except, na, note, evidence] = section.take_all([
            Some("level"),
            Some("met"),
            self.degrees_key(),
            Some("except"),
            Some("na"),
            Some("note"),
            Some("evidence"),
        ]);
        let level = level.map(|value| (value, self.claim(dimension, value)));
        let met = met.map(|value| (value, self.met(dimension, at, value)));
        let degrees = degrees.map(|value| (value, self.degrees(dimension, at, value)));
        let except = except.map(|value| (value, self.except(dimension, at, value)));
        let na = na.map(|value| (value, self.not_applicable(value)));
        let (note, evidence) = self.remarks(note, evidence);
        let span = section.span();
        section.close(self.reader);
        let others = [
            ("level", level.is_some()),
            ("met", met.is_some()),
            ("degrees", degrees.is_some()),
            ("except", except.is_some()),
        ];
        let beside = others.into_iter().find(|(_, is_there)| *is_there);
        if let (Some((value, _)), Some((key, _))) = (&na, beside) {
            let message = text!("`na` stands beside `{key}`", "`na` 与 `{key}` 同时出现");
            let help = text!(
                "keep either `na` or `level`, `met` and `except`",
                "`na` 与 `level`、`met`、`except` 只能保留其一"
            );
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        }
        let claimed = level.as_ref().map(|(value, claim)| (claim.clone(), value.span()));
        let named: Clauses =
            met.as_ref().and_then(|(_, met)| Some(met.as_ref()?.keys().copied().collect())).unwrap_or_default();
        let degrees = degrees.map(|(value, degrees)| match &claimed {
            None => self.without_level(value, "degrees"),
            Some((claim, _)) => self.beside(claim.as_ref(), &named, value, degrees),
        });
        let except = match (except, claimed) {
            (None | Some((_, None)), _) => None,
            (Some((value, _)), None) => self.without_level(value, "except"),
            (Some((value, Some(except))), Some((claim, place))) => {
                let claim = claim.as_ref().map(|claim| (claim, place));
                self.with_except(dimension, value.span(), claim, &named, except)
            }
        };
        let claim = match (level, met, na) {
            (_, _, Some((_, claim))) => claim,
            (Some((_, Some(claim))), None, None) => Some(claim),
            (Some((_, Some(claim))), Some((value, Some(met))), None) => self.with_met(&claim, value, &met, named),
            (None, Some((value, _)), None) => self.without_level(value, "met"),
            _ => None,
        };
        let (degrees, except) = (degrees.flatten().unwrap_or_default(), except.unwrap_or_default());
        self.check_degrees_excepted(&degrees, &except);
        let degrees = degrees.into_iter().map(|(id, (degree, _))| (id, degree)).collect();
        let answer = Answer { claim, degrees, except, note, evidence, offset: Offset::NONE };
        if !answer.says_something() && self.reader.problems.len() == before {
            let help =
                text!("give a level, as in `level = 2`, or remove the line", "请填写级别，如 `level = 2`，或删除该行");
            return self
                .reader
                .reject(Problem::new(span, text!("an answer that says nothing", "答案没有内容")).help(help));
        }
        Some(answer)
    }

    /// Refuses what needs a level beside it.
    fn without_level<T>(&mut self, value: &Value<'_>, key: &str) -> Option<T> {
        let message = text!("`{key}` without `level`", "有 `{key}` 而无 `level`");
        let help = match key {
            "except" => text!("add the level that is claimed, as `level = 2`", "请加上所答的级别，如 `level = 2`"),
            _ => text!("add the level they stand above, as `level = 2`", "请加上其下的级别，如 `level = 2`"),
        };
        self.reader.reject(Problem::new(value.span(), message).help(help))
    }

    /// The clauses of a list, each once.
    pub(super) fn met(&mut self, dimension: &Dimension, at: &str, value: &Value<'_>) -> Option<Named> {
        let mut met = Named::new();
        for value in self.reader.list(value)? {
            let Some(word) = self.reader.string(value) else { continue };
            match word.parse().ok().filter(|id| self.has_clause(dimension, at, *id)) {
                Some(id) if met.insert(id, value.span()).is_none() => {}
                Some(id) => {
                    let message = text!("clause `{id}` is there twice", "要求 `{id}` 重复出现");
                    let help = text!("keep one of them", "请只保留一个");
                    self.reader.problems.push(Problem::new(value.span(), message).help(help));
                }
                None => self.reader.problems.push(no_clause(dimension, word).at(value.span())),
            }
        }
        Some(met)
    }

    fn with_met(&mut self, claim: &Claim, list: &Value<'_>, met: &Named, named: Clauses) -> Option<Claim> {
        let Claim::Level { level, .. } = *claim else {
            let message = text!("`met` stands beside a grade", "`met` 与等级同时出现");
            let help = text!(
                "write the level below as a number, and name what is met above it",
                "请将其下的级别写成数字，再列出已满足的要求"
            );
            return self.reader.reject(Problem::new(list.span(), message).help(help));
        };
        for (id, span) in met.iter().filter(|(id, _)| id.level <= level) {
            let message = text!(
                "clause `{id}` is not above level {level}, which is claimed in full",
                "要求 `{id}` 不高于已完整达到的级别 {level}"
            );
            let help = text!("remove it, or claim a lower level", "请将其删除，或改写为更低的级别");
            self.reader.problems.push(Problem::new(span.clone(), message).help(help));
        }
        Some(Claim::Level { level, met: named })
    }

    pub(super) fn not_applicable(&mut self, value: &Value<'_>) -> Option<Claim> {
        let missing = || {
            let help = text!(
                "say why: `na = \"static site: nothing is built\"`",
                "请说明原因，如 `na = \"静态站点，无需构建\"`"
            );
            Refusal::new(text!("not applicable needs a reason", "不适用需要说明原因")).help(help)
        };
        let (reason, until) = self.reason(value, missing)?;
        Some(Claim::NotApplicable { reason, until })
    }
}
