//! Figures that vanish upward: asked at one level, and by nothing that takes its place.

use std::collections::BTreeSet;

use crate::lang::{Lang, Text};
use crate::model::{Clause, ClauseId, Dimension, Level};

/// What a number in a text counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Percent,
    Time,
    Data,
}

impl Unit {
    /// What figures in it are called.
    pub(super) fn name(self) -> Text {
        match self {
            Self::Percent => text!("a percentage", "百分比"),
            Self::Time => text!("a time", "时间"),
            Self::Data => text!("an amount of data", "数据量"),
        }
    }
}

/// How the words for a unit begin, in English, lower case.
const ENGLISH: [(Unit, &[&str]); 3] = [
    (Unit::Percent, &["percent"]),
    (Unit::Time, &["millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"]),
    (Unit::Data, &["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"]),
];

/// Units that stand for nothing else as a whole word.
const SHORT: [(Unit, &[&str]); 2] = [(Unit::Time, &["ms", "s", "min", "h"]), (Unit::Data, &["kb", "mb", "gb", "tb"])];

/// The words for a unit in Chinese.
const CHINESE: [(Unit, &[&str]); 3] = [
    (Unit::Percent, &["%", "％"]),
    (
        Unit::Time,
        &["毫秒", "秒", "分钟", "小时", "天", "日", "周", "个工作日", "工作日", "个月", "月", "个季度", "季度", "年"],
    ),
    (Unit::Data, &["字节", "kb", "mb", "gb", "tb"]),
];

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What may stand between a number and its unit.
const BETWEEN: [&str; 3] = ["working", "business", "calendar"];

/// The units of the figures that a text has: of its English, or where it has none, of its Chinese.
fn units(text: &Text) -> BTreeSet<Unit> {
    match (text.own(Lang::En), text.own(Lang::Zh)) {
        (Some(words), _) => english(&words.to_lowercase()),
        (None, Some(words)) => chinese(&words.to_lowercase()),
        (None, None) => BTreeSet::new(),
    }
}

fn english(words: &str) -> BTreeSet<Unit> {
    // `99.9%` and `15min` are a number and a unit each.
    let spaced: String =
        words.chars().flat_map(|it| if it == '%' { " percent ".chars().collect() } else { vec![it] }).collect();
    let split = spaced.split(|it: char| !it.is_alphanumeric()).flat_map(split_number);
    let words: Vec<_> = split.filter(|word| !word.is_empty() && !BETWEEN.contains(word)).collect();
    words.windows(2).filter(|pair| is_number(pair[0])).filter_map(|pair| unit(pair[1])).collect()
}

/// The digits that a word begins with, and the rest of it.
fn split_number(word: &str) -> [&str; 2] {
    let (number, rest) = word.split_at(word.find(|it: char| !it.is_ascii_digit()).unwrap_or(word.len()));
    [number, rest]
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || NUMBERS.contains(&word)
}

fn unit(word: &str) -> Option<Unit> {
    let short = SHORT.iter().find(|(_, units)| units.contains(&word));
    let begins =
        |units: &[&str]| units.iter().any(|unit| word.strip_prefix(unit).is_some_and(|rest| ["", "s"].contains(&rest)));
    short.map(|(unit, _)| *unit).or_else(|| ENGLISH.iter().find(|(_, units)| begins(units)).map(|(unit, _)| *unit))
}

fn chinese(words: &str) -> BTreeSet<Unit> {
    let numerals = |it: char| it.is_ascii_digit() || "一二两三四五六七八九十半".contains(it);
    let after =
        words.char_indices().filter(|(_, it)| numerals(*it)).map(|(at, it)| words[at + it.len_utf8()..].trim_start());
    let unit_of = |rest: &str| CHINESE.iter().find(|(_, units)| units.iter().any(|unit| rest.starts_with(unit)));
    after.filter_map(unit_of).map(|(unit, _)| *unit).collect()
}

/// The clauses with a figure that a higher level does not take up although it takes the place of the clause, each with the
/// unit and that level.
pub(super) fn vanishing(dimension: &Dimension) -> Vec<(ClauseId, Unit, Level)> {
    let vanished = |(id, clause): (ClauseId, &Clause)| {
        let end = end(dimension, id.level, clause)?;
        let above: BTreeSet<_> = end
            .up_to(dimension.top())
            .flat_map(|level| dimension.clauses(level))
            .flat_map(|clause| units(&clause.text))
            .collect();
        units(&clause.text).difference(&above).next().map(|unit| (id, *unit, end))
    };
    dimension.all_clauses().filter_map(vanished).collect()
}

/// The lowest level that does not ask a clause of `level` any more; `None` if the highest one still does.
fn end(dimension: &Dimension, level: Level, clause: &Clause) -> Option<Level> {
    level.next().up_to(dimension.top()).find(|above| dimension.states(*above) || !clause.lasts_to(*above))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &Text) -> Vec<Unit> {
        units(words).into_iter().collect()
    }

    #[test]
    fn a_figure_is_a_number_with_a_unit() {
        for words in
            ["Builds take 30 minutes at most", "within two working days", "answers in 1.5h", "a 5-minute check"]
        {
            assert_eq!(found(&text!("{words}", "")), [Unit::Time], "{words}");
        }
        assert_eq!(found(&text!("99.9% of 10 GB within one day", "")), [Unit::Percent, Unit::Time, Unit::Data]);
        for words in ["every minute counts", "three teams a day", "version 2", "the second of two", "10 dayrooms"] {
            assert_eq!(found(&text!("{words}", "")), [], "{words}");
        }
    }

    #[test]
    fn a_model_in_chinese_alone_has_figures_too() {
        for (words, unit) in
            [("构建不超过 30 分钟", Unit::Time), ("两周内", Unit::Time), ("覆盖 80 % 的服务", Unit::Percent)]
        {
            assert_eq!(chinese(words).into_iter().collect::<Vec<_>>(), [unit], "{words}");
        }
        assert!(chinese("每分钟都重要，共三个团队").is_empty());
    }
}
