//! Reads how a model counts: `[scoring]` and `[[degrees]]` of its root.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Author;
use crate::document::{Section, Value, number_of};
use crate::lang::Text;
use crate::model::counting::{
    Degree, Empty, Fraction, Levels, Mean, Rounding, ScoreRule, Scoring, Shown, Unanswered, Unit,
};
use crate::model::lint::Role;
use crate::model::{Id, List};
use crate::problem::{Problem, did_you_mean};

/// The most degrees of a model: as many as there are keys for them.
pub(crate) const MOST_DEGREES: usize = 9;

/// The most digits of a score that are shown.
const MOST_DIGITS: u8 = 6;

impl Author<'_> {
    /// The tables `scoring` and `degrees`; what is left out counts as ever.
    pub(super) fn scoring(&mut self, root: &mut Section<'_, '_>) -> Scoring {
        let degrees = self.degrees(root);
        let Some(value) = root.take("scoring") else { return Scoring { degrees, ..Scoring::default() } };
        let Some(mut section) = self.reader.section(value) else { return Scoring::default() };
        let has_levels = section.take("levels").and_then(|value| self.reader.boolean(value)).unwrap_or(true);
        let levels = if has_levels { Levels::Shown } else { Levels::None };
        let score_value = section.take("score");
        let score: Option<ScoreRule> = score_value.and_then(|value| {
            self.reader.word(value, |word| text!("unknown kind of score `{word}`", "未知的得分方式 `{word}`"))
        });
        let mean: Option<Mean> = section.take("mean").and_then(|value| {
            self.reader.word(value, |word| text!("unknown kind of mean `{word}`", "未知的平均方式 `{word}`"))
        });
        let unanswered: Option<Unanswered> = section.take("unanswered").and_then(|value| {
            self.reader.word(value, |word| text!("`{word}` is no way to treat it", "`{word}` 不是合法的处理方式"))
        });
        let empty_value = section.take("empty");
        let empty: Option<Empty> = empty_value.and_then(|value| {
            self.reader.word(value, |word| text!("`{word}` is no way to treat it", "`{word}` 不是合法的处理方式"))
        });
        let score = score.unwrap_or_default();
        let shown = section.take("shown").and_then(|value| self.shown(value, score)).unwrap_or_default();
        let met_from = section.take("met-from");
        section.close(&mut self.reader);
        if levels == Levels::None {
            let needs_levels = [
                met_from.map(|value| (value, "met-from")),
                empty_value.filter(|_| empty == Some(Empty::Blocks)).map(|value| (value, "empty = \"blocks\"")),
                score_value.filter(|_| score == ScoreRule::Value).map(|value| (value, "score = \"value\"")),
            ];
            for (value, key) in needs_levels.into_iter().flatten() {
                let message = text!("`{key}` is for models with levels", "`{key}` 只用于有级别的模型");
                let help = text!("remove it, or set `levels = true`", "请将其删除，或改为 `levels = true`");
                self.reader.problems.push(Problem::new(value.span(), message).help(help));
            }
        }
        let degrees = match met_from {
            Some(value) => self.met_from(value, degrees),
            None => degrees,
        };
        let (mean, unanswered) = (mean.unwrap_or_default(), unanswered.unwrap_or_default());
        Scoring { levels, score, mean, unanswered, empty: empty.unwrap_or_default(), shown, degrees }
    }

    fn shown(&mut self, value: &Value<'_>, score: ScoreRule) -> Option<Shown> {
        let mut section = self.reader.section(value)?;
        let default = Shown::default();
        let digits = section.take("digits").and_then(|value| self.reader.number(value, MOST_DIGITS));
        let rounding: Option<Rounding> = section.take("rounding").and_then(|value| {
            self.reader.word(value, |word| text!("unknown kind of rounding `{word}`", "未知的舍入方式 `{word}`"))
        });
        let unit = section.take("of").and_then(|value| self.unit(value, score));
        section.close(&mut self.reader);
        Some(Shown {
            digits: digits.unwrap_or(default.digits),
            rounding: rounding.unwrap_or_default(),
            unit: unit.unwrap_or_default(),
        })
    }

    /// `1`, or `100` for percent, which only a share can be.
    fn unit(&mut self, value: &Value<'_>, score: ScoreRule) -> Option<Unit> {
        match number_of(self.reader.integer(value)?) {
            Some(1_u8) => Some(Unit::Score),
            Some(100) if score == ScoreRule::Share => Some(Unit::Percent),
            Some(100) => {
                let message = text!("only a share can be shown as percent", "只有比例才能显示为百分数");
                let help = text!("add `score = \"share\"`, or remove `of`", "请加上 `score = \"share\"`，或删除 `of`");
                self.reader.reject(Problem::new(value.span(), message).help(help))
            }
            _ => {
                let help = text!("write `1`, or `100` for percent", "请写 `1`，或用 `100` 表示百分数");
                let message = text!("a score is shown of 1 or of 100", "得分只能以 1 或 100 为单位显示");
                self.reader.reject(Problem::new(value.span(), message).help(help))
            }
        }
    }

    /// The list `degrees`; empty if there is none. By themselves only the last is enough for a level.
    fn degrees(&mut self, root: &mut Section<'_, '_>) -> List<Degree> {
        let values = self.bounded(root, "degrees", MOST_DEGREES);
        let mut seen = BTreeSet::new();
        let read: Vec<_> = values.iter().filter_map(|value| self.degree(value, &mut seen)).collect();
        if read.len() == values.len() && !read.is_empty() {
            self.check_values(&read);
        }
        read.into_iter().map(|(degree, _)| degree).collect()
    }

    /// A degree, and where its value stands.
    fn degree(&mut self, value: &Value<'_>, seen: &mut BTreeSet<Id>) -> Option<(Degree, Range<usize>)> {
        let mut section = self.reader.section(value)?;
        let id = self.id(&mut section);
        let fraction = self.require(&mut section, "value").and_then(|(reader, value)| {
            let read = reader.string(value)?.parse::<Fraction>();
            let read = read.map_err(|refusal| reader.problems.push(refusal.at(value.span()))).ok()?;
            Some((read, value.span()))
        });
        let name = self.text(&mut section, "name", Role::Name);
        section.close(&mut self.reader);
        let (id, place) = id?;
        if !seen.insert(id.clone()) {
            return self.reader.reject(Problem::twice(place, id.as_str()));
        }
        let (value, place) = fraction?;
        Some((Degree { id, value, name: name?, is_enough: value == Fraction::ONE }, place))
    }

    /// They rise strictly, from 0 to 1.
    fn check_values(&mut self, degrees: &[(Degree, Range<usize>)]) {
        let mut found = Vec::new();
        if let Some((first, place)) = degrees.first().filter(|(degree, _)| degree.value != Fraction::ZERO) {
            let value = first.value;
            let message = text!("the first degree counts {value}, not 0", "第一个程度的值是 {value}，应为 0");
            let help = text!("begin with one of `value = \"0\"`", "请以 `value = \"0\"` 的程度开头");
            found.push(Problem::new(place.clone(), message).help(help));
        }
        for ((below, _), (degree, place)) in degrees.iter().zip(degrees.iter().skip(1)) {
            if degree.value <= below.value {
                let (value, below) = (degree.value, below.value);
                let message = text!(
                    "{value} is not more than {below}, the degree before it",
                    "{value} 不大于前一个程度的 {below}"
                );
                let help = text!("put the degrees in rising order", "请按从低到高的顺序排列");
                found.push(Problem::new(place.clone(), message).help(help));
            }
        }
        if let Some((last, place)) = degrees.last().filter(|(degree, _)| degree.value != Fraction::ONE) {
            let value = last.value;
            let message = text!("the last degree counts {value}, not 1", "最后一个程度的值是 {value}，应为 1");
            let help = text!("end with one of `value = \"1\"`", "请以 `value = \"1\"` 的程度结尾");
            found.push(Problem::new(place.clone(), message).help(help));
        }
        self.reader.problems.extend(found);
    }

    /// Has every degree from the one that is named on be enough for a level.
    fn met_from(&mut self, value: &Value<'_>, degrees: List<Degree>) -> List<Degree> {
        let Some(word) = self.reader.string(value) else { return degrees };
        let problem = match degrees.iter().find(|degree| degree.id.as_str() == word) {
            Some(least) if least.value > Fraction::ZERO => {
                let least = least.value;
                let enough = degrees.iter().cloned();
                return enough.map(|degree| Degree { is_enough: degree.value >= least, ..degree }).collect();
            }
            Some(_) => Problem::new(value.span(), text!("`{word}` counts nothing", "`{word}` 的值为 0"))
                .help(text!("name a higher degree", "请写更高的程度")),
            None => {
                let problem = Problem::new(value.span(), text!("unknown degree `{word}`", "未知的程度 `{word}`"));
                let ids: Vec<_> = degrees.iter().map(|degree| degree.id.as_str()).collect();
                problem.help(known_degrees(word, &ids))
            }
        };
        self.reader.problems.push(problem);
        degrees
    }
}

fn known_degrees(word: &str, ids: &[&str]) -> Text {
    if ids.is_empty() {
        return text!(
            "the model has no `[[degrees]]`: add them, or remove this",
            "模型没有 `[[degrees]]`：请添加，或将此行删除"
        );
    }
    did_you_mean(word, ids.iter().copied()).unwrap_or_else(|| {
        let Text { en, zh, .. } = Text::list_words(ids);
        text!("one of {en}", "可选：{zh}")
    })
}
