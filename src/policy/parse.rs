//! Reads a policy strictly: all problems at once, each with what to write instead.

use toml::de::DeValue;

use super::measure::Measure;
use super::paths::Paths;
use super::rules::Rules;
use super::target::{Origin, Target, Targets};
use crate::document::{self, Reader, Section, Value};
use crate::model::{Id, Level, Model};
use crate::problem::{Lines, Problem, Problems, Source};

/// The longest age, in days, that a policy may allow: a century.
pub(super) const LONGEST_AGE: u32 = 36_500;

/// A policy file, `assess.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// The files that it names.
    pub paths: Paths,
    /// The levels to hold.
    pub targets: Targets,
    /// What else must be true.
    pub rules: Rules,
}

/// Reads the text of a policy for answers to `model`.
///
/// # Errors
///
/// Every problem of the file.
pub fn parse(source: &Source, model: &Model) -> Result<Policy, Problems> {
    document::read(source, |reader, text| Parser { reader, model, text, lines: Lines::new(text) }.file())
}

struct Parser<'r, 't> {
    reader: &'r mut Reader,
    model: &'t Model,
    text: &'t str,
    lines: Lines<'t>,
}

impl Parser<'_, '_> {
    fn file(&mut self) -> Option<Policy> {
        let table = self.reader.parse(self.text);
        if !self.reader.problems.is_empty() {
            self.explain_unquoted_ids();
            return None;
        }
        let mut root = Section::new(table.get_ref(), 0..0);
        if let Some(assessment) = root.take("assessment") {
            let problem =
                Problem::new(assessment.span(), text!("a file of answers, and no policy", "是答案文件，不是策略"));
            let help = text!("name it without `--config`", "请不用 `--config` 指定它");
            return self.reader.give_up(problem.help(help));
        }
        let schema = self.reader.schema(&mut root);
        let answers = root.take("answers").and_then(|value| self.reader.string(value)).map(str::to_owned);
        let model = root.take("model").and_then(|value| self.reader.string(value)).map(str::to_owned);
        let targets = root.take("target").and_then(|value| self.reader.section(value));
        let targets = targets.map(|section| self.targets(section)).unwrap_or_default();
        let rules = root.take("rules").and_then(|value| self.reader.section(value));
        let rules = rules.map(|section| self.rules(section)).unwrap_or_default();
        root.close(self.reader);
        schema?;
        Some(Policy { paths: Paths { answers, model }, targets, rules })
    }

    /// An id with dots and without quotes beside one without is no valid TOML: says why.
    fn explain_unquoted_ids(&mut self) {
        for problem in &mut self.reader.problems {
            let words = self.lines.line(problem.span.start);
            let key = words.split('=').next().unwrap_or_default().trim();
            if self.model.find(key).is_some() && key.contains('.') {
                problem.help = Some(text!("quote an id with dots: `\"{key}\"`", "带点的 id 请加引号：`\"{key}\"`"));
            }
        }
    }

    fn targets(&mut self, section: Section<'_, '_>) -> Targets {
        let mut targets = Vec::new();
        for (key, place, value) in section.entries() {
            if let DeValue::Table(below) = value.get_ref() {
                let inner = below.iter().next().map(|(name, _)| name.get_ref().to_string()).unwrap_or_default();
                let message = text!("an id with dots must be quoted", "带点的 id 必须加引号");
                let help = text!("write `\"{key}.{inner}\" = …`", "请写 `\"{key}.{inner}\" = …`");
                self.reader.problems.push(Problem::new(place, message).help(help));
                continue;
            }
            let origin = Origin::Line(self.lines.number(place.start));
            let id = match key {
                "default" => Some(None),
                _ => self.id(key, place).map(Some),
            };
            let reached = if self.model.scoring.has_levels() {
                self.level(value, self.model.floor).map(Measure::Level)
            } else {
                self.score(value)
            };
            if let (Some(id), Some(value)) = (id, reached) {
                targets.push(Target { id, value, origin });
            }
        }
        Targets(targets)
    }

    fn id(&mut self, key: &str, place: std::ops::Range<usize>) -> Option<Id> {
        Targets::id(self.model, key).map_err(|refusal| self.reader.problems.push(refusal.at(place))).ok()
    }

    /// A score in quotes: a bare number would not be exact.
    fn score(&mut self, value: &Value<'_>) -> Option<Measure> {
        let word = match value.get_ref() {
            DeValue::String(word) => word.as_ref(),
            DeValue::Integer(number) => return self.unquoted(value, number.as_str()),
            DeValue::Float(number) => return self.unquoted(value, number.as_str()),
            _ => {
                let help = text!("write a decimal in quotes, as `\"0.5\"`", "请写带引号的小数，如 `\"0.5\"`");
                return self.reader.expected(value, &text!("a score", "得分"), help);
            }
        };
        let read = Measure::read(self.model, word);
        read.map_err(|refusal| self.reader.problems.push(refusal.at(value.span()))).ok()
    }

    fn unquoted<T>(&mut self, value: &Value<'_>, number: &str) -> Option<T> {
        let message = text!("a score is written in quotes, so that it stays exact", "得分须加引号，以保持精确");
        let help = text!("write `\"{number}\"`", "请写 `\"{number}\"`");
        self.reader.reject(Problem::new(value.span(), message).help(help))
    }

    /// Refuses a rule about levels where there are none.
    fn without_levels(&mut self, value: &Value<'_>) {
        let message =
            text!("this model has no levels, from which evidence could be asked", "该模型没有级别，无法按级别要求证据");
        let help = text!(
            "remove it; `evidence-must-exist` asks that files which are named are there",
            "请将其删除；`evidence-must-exist` 要求所列文件确实存在"
        );
        self.reader.problems.push(Problem::new(value.span(), message).help(help));
    }

    /// A level of the model, not below `lowest`.
    fn level(&mut self, value: &Value<'_>, lowest: Level) -> Option<Level> {
        let top = self.model.top();
        let DeValue::Integer(integer) = value.get_ref() else {
            let help = text!("write a level from {lowest} to {top}", "请写 {lowest} 到 {top} 的级别");
            return self.reader.expected(value, &text!("a level", "级别"), help);
        };
        let levels = lowest..=top;
        let number = u8::from_str_radix(integer.as_str(), integer.radix()).ok().map(Level);
        let level = number.ok_or_else(|| Level::refuse(integer, &levels)).and_then(|level| level.within(levels));
        level.map_err(|refusal| self.reader.problems.push(refusal.at(value.span()))).ok()
    }

    fn rules(&mut self, mut section: Section<'_, '_>) -> Rules {
        let default = Rules::default();
        let incomplete = section.take("incomplete").and_then(|value| {
            self.reader.word(value, |word| text!("`{word}` is no way to treat it", "`{word}` 不是合法的处理方式"))
        });
        let max_age_days = section.take("max-age-days").and_then(|value| self.reader.number(value, LONGEST_AGE));
        let above_floor = self.model.floor.next();
        let evidence_from = section.take("evidence-from-level").and_then(|value| {
            if self.model.scoring.has_levels() {
                return self.level(value, above_floor);
            }
            self.without_levels(value);
            None
        });
        let evidence_must_exist = section.take("evidence-must-exist").and_then(|value| self.reader.boolean(value));
        let allow_na = section.take("allow-na").and_then(|value| self.reader.boolean(value));
        let na_needs_until = section.take("na-needs-until").and_then(|value| self.reader.boolean(value));
        let require_baseline = section.take("require-baseline").and_then(|value| self.reader.boolean(value));
        section.close(self.reader);
        Rules {
            incomplete: incomplete.unwrap_or(default.incomplete),
            max_age_days,
            evidence_from,
            evidence_must_exist: evidence_must_exist.unwrap_or(default.evidence_must_exist),
            allow_na: allow_na.unwrap_or(default.allow_na),
            na_needs_until: na_needs_until.unwrap_or(default.na_needs_until),
            require_baseline: require_baseline.unwrap_or(default.require_baseline),
        }
    }
}
