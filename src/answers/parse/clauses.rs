//! An answer to a model without levels: the clauses that are met, `"all"` or `"none"`.

use toml::de::DeValue;

use super::Parser;
use super::except::Placed as Excepted;
use crate::answers::{Answer, Claim, Clauses, Offset};
use crate::document::Value;
use crate::model::Dimension;
use crate::problem::{Problem, Refusal};

/// What an answer says of the clauses as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whole {
    All,
    None,
}

impl Parser<'_, '_> {
    pub(super) fn answer_by_clauses(&mut self, dimension: &Dimension, at: &str, value: &Value<'_>) -> Option<Answer> {
        if !matches!(value.get_ref(), DeValue::Table(_)) {
            let whole = self.whole(dimension, value)?;
            return Some(Answer::of(self.claim_of(dimension, whole, &Excepted::new())));
        }
        let mut section = self.reader.section(value)?;
        let before = self.reader.problems.len();
        let keys = [Some("met"), self.degrees_key(), Some("except"), Some("na"), Some("note"), Some("evidence")];
        let [met, degrees, except_value, na, note, evidence] = section.take_all(keys);
        let degrees = degrees.map(|value| (value, self.degrees(dimension, at, value)));
        let except = except_value.and_then(|value| self.except(dimension, at, value)).unwrap_or_default();
        let na = na.map(|value| (value, self.not_applicable(value)));
        let (note, evidence) = self.remarks(note, evidence);
        let span = section.span();
        section.close(self.reader);
        let is_answered = met.is_some() || degrees.is_some();
        if let (Some((value, _)), true) = (&na, is_answered || except_value.is_some()) {
            let message = text!("`na` stands beside clauses", "`na` 与要求同时出现");
            let help = text!("keep either `na` or the clauses", "`na` 与要求只能保留其一");
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        }
        let claim = match (met, na) {
            (_, Some((_, claim))) => claim,
            (Some(value), None) if matches!(value.get_ref(), DeValue::String(_)) => {
                self.whole(dimension, value).map(|whole| self.claim_of(dimension, whole, &except))
            }
            (Some(value), None) => {
                self.met(dimension, at, value).map(|met| self.claim_met(met.keys().copied().collect()))
            }
            (None, None) => is_answered.then(|| self.claim_of(dimension, Whole::None, &except)),
        };
        let named = match &claim {
            Some(Claim::Level { met, .. }) => met.clone(),
            _ => Clauses::new(),
        };
        let degrees = degrees.and_then(|(value, degrees)| self.beside(claim.as_ref(), &named, value, degrees));
        let except = match except_value {
            None => None,
            Some(value) if !is_answered => {
                let message = text!("`except` without `met`", "有 `except` 而无 `met`");
                let help =
                    text!("say which of the others are met, as `met = []`", "请写出其余要求中已满足的，如 `met = []`");
                self.reader.reject(Problem::new(value.span(), message).help(help))
            }
            Some(value) => self.with_except(dimension, value.span(), None, &named, except),
        };
        let (degrees, except) = (degrees.unwrap_or_default(), except.unwrap_or_default());
        self.check_degrees_excepted(&degrees, &except);
        let degrees = degrees.into_iter().map(|(id, (degree, _))| (id, degree)).collect();
        let answer = Answer { claim, degrees, except, note, evidence, offset: Offset::NONE };
        if !answer.says_something() && self.reader.problems.len() == before {
            let message = text!("an answer that says nothing", "答案没有内容");
            let first = first_clause(dimension);
            let help = text!(
                "name what is met, as `{first}`, or remove the line",
                "请列出已满足的要求，如 `{first}`，或删除该行"
            );
            return self.reader.reject(Problem::new(span, message).help(help));
        }
        Some(answer)
    }

    /// `"all"` or `"none"`.
    fn whole(&mut self, dimension: &Dimension, value: &Value<'_>) -> Option<Whole> {
        let message = match value.get_ref() {
            DeValue::String(word) => match word.as_ref() {
                "all" => return Some(Whole::All),
                "none" => return Some(Whole::None),
                word => text!("`{word}` is no answer", "`{word}` 不是答案"),
            },
            DeValue::Integer(_) | DeValue::Float(_) => {
                text!("a number is no answer here: clauses are met or not", "此处不能以数字作答：要求只有满足或未满足")
            }
            _ => text!("not an answer", "不是答案"),
        };
        let first = first_clause(dimension);
        let help = text!(
            "write `\"all\"`, `\"none\"`, or what is met, as `{{ {first} }}`",
            "请写 `\"all\"`、`\"none\"`，或已满足的要求，如 `{{ {first} }}`"
        );
        let refusal = Refusal::new(message).help(help);
        self.reader.reject(refusal.at(value.span()))
    }

    fn claim_of(&self, dimension: &Dimension, whole: Whole, except: &Excepted) -> Claim {
        match whole {
            // Which clauses the older version had is not known here: carrying it over tells.
            Whole::All if self.from.is_some() => Claim::at(self.model.top()),
            Whole::All => {
                let all = dimension.all_clauses().map(|(id, _)| id);
                self.claim_met(all.filter(|id| !except.contains_key(id)).collect())
            }
            Whole::None => self.claim_met(Clauses::new()),
        }
    }

    fn claim_met(&self, met: Clauses) -> Claim {
        Claim::Level { level: self.model.floor, met }
    }
}

/// How to name the first clause of a dimension: `met = ["1.1"]`.
fn first_clause(dimension: &Dimension) -> String {
    let first = dimension.all_clauses().map(|(id, _)| id.to_string()).next().unwrap_or_else(|| "1.1".to_owned());
    format!("met = [\"{first}\"]")
}
