//! Single values by their kind: lists, texts, words, numbers. One of another kind is a problem, and never converted.

use std::fmt;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use crate::keyword;
use crate::lang::Text;
use crate::problem::{Problem, did_you_mean};

/// A value of the file and where it stands.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// Matches a text with a character that shows something: what [`Reader::string`] asks, for JSON Schemas.
pub const NOT_BLANK: &str = r"[^\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]";

/// The longest text, in characters, that any value may hold.
pub const TEXT_LIMIT: usize = 10_000;

/// Reads values and collects what is wrong with them.
#[derive(Debug, Default)]
pub struct Reader {
    /// What has been found so far.
    pub problems: Vec<Problem>,
    /// Why the file is not for this program at all.
    pub(super) foreign: Option<Problem>,
}

impl Reader {
    /// Notes why the file is not for this program, so that nothing else in it can be judged.
    pub fn give_up<T>(&mut self, problem: Problem) -> Option<T> {
        self.foreign.get_or_insert(problem);
        None
    }

    /// Notes a problem and gives nothing, so that a caller can end with it.
    pub fn reject<T>(&mut self, problem: Problem) -> Option<T> {
        self.problems.push(problem);
        None
    }

    /// Notes that `value` is of another kind than `wanted`, and what to write.
    pub fn expected<T>(&mut self, value: &Value<'_>, wanted: &Text, help: Text) -> Option<T> {
        let Text { en, zh, .. } = kind(value.get_ref());
        let (want_en, want_zh) = (&wanted.en, &wanted.zh);
        let message = text!("expected {want_en}, found {en}", "应为{want_zh}，实际为{zh}");
        self.reject(Problem::new(value.span(), message).help(help))
    }

    /// The values of a list.
    pub fn list<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<&'v [Value<'t>]> {
        match value.get_ref() {
            DeValue::Array(values) => Some(values.as_ref()),
            _ => self.expected(value, &text!("a list", "列表"), text!("write `[…]`", "写成 `[…]`")),
        }
    }

    /// The values of a list of strings, those that are.
    pub fn strings<'v>(&mut self, value: &'v Value<'_>) -> Option<Vec<&'v str>> {
        let values = self.list(value)?;
        Some(values.iter().filter_map(|value| self.string(value)).collect())
    }

    /// A text that says something: not blank, at most [`TEXT_LIMIT`] characters.
    pub fn string<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let DeValue::String(string) = value.get_ref() else {
            return self.expected(value, &text!("a string", "字符串"), text!("write it in quotes", "请加上引号"));
        };
        if string.chars().all(is_blank) {
            let help = text!("write something or remove it", "请填写内容，或将其删除");
            return self.reject(Problem::new(value.span(), text!("empty text", "文本为空")).help(help));
        }
        // No text has more characters than bytes.
        if string.len() > TEXT_LIMIT && string.chars().count() > TEXT_LIMIT {
            let length = string.chars().count();
            let message = text!(
                "text of {length} characters; {TEXT_LIMIT} are allowed",
                "文本长 {length} 个字符，最多 {TEXT_LIMIT} 个"
            );
            let help = text!("link to a longer text instead", "较长的内容请改为引用链接");
            return self.reject(Problem::new(value.span(), message).help(help));
        }
        Some(string)
    }

    /// One of the words of an enum; `unknown` says that a word is none of them.
    pub fn word<T: DeserializeOwned>(&mut self, value: &Value<'_>, unknown: impl FnOnce(&str) -> Text) -> Option<T> {
        let word = self.string(value)?;
        keyword::parse(word).or_else(|| {
            let words = keyword::words::<T>();
            let help = did_you_mean(word, words.iter().copied()).unwrap_or_else(|| {
                let Text { en, zh, .. } = Text::list_words(words);
                text!("one of {en}", "可选：{zh}")
            });
            self.reject(Problem::new(value.span(), unknown(word)).help(help))
        })
    }

    /// A whole number of at most `max`.
    pub fn number<N: TryFrom<i64> + Copy + PartialOrd + fmt::Display>(
        &mut self,
        value: &Value<'_>,
        max: N,
    ) -> Option<N> {
        let integer = self.integer(value)?;
        match number_of::<N>(integer) {
            Some(number) if number <= max => Some(number),
            _ => {
                let message = text!("{integer} is not a number from 0 to {max}", "{integer} 不是 0 到 {max} 之间的数");
                let help = text!("write a whole number from 0 to {max}", "请写 0 到 {max} 之间的整数");
                self.reject(Problem::new(value.span(), message).help(help))
            }
        }
    }

    /// A whole number of any size, as it is written: for who says which are taken, with [`number_of`].
    pub fn integer<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<&'v DeInteger<'t>> {
        if let DeValue::Integer(integer) = value.get_ref() {
            return Some(integer);
        }
        let help = text!("write digits alone, as `1`", "请只写数字，如 `1`");
        self.expected(value, &text!("a whole number", "整数"), help)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, value: &Value<'_>) -> Option<bool> {
        let DeValue::Boolean(boolean) = value.get_ref() else {
            let help = text!("write `true` or `false`, without quotes", "请写 `true` 或 `false`，不加引号");
            return self.expected(value, &text!("`true` or `false`", "布尔值"), help);
        };
        Some(*boolean)
    }
}

/// What a whole number is as one of these; `None` if it is too small or too large for that.
#[must_use]
pub fn number_of<N: TryFrom<i64>>(integer: &DeInteger<'_>) -> Option<N> {
    let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok()?;
    N::try_from(number).ok()
}

/// Whether a value is a string.
#[must_use]
pub fn is_string(value: &Value<'_>) -> bool {
    matches!(value.get_ref(), DeValue::String(_))
}

/// Whether a character shows nothing: white space, and what has no width. [`NOT_BLANK`] says the same.
pub(crate) fn is_blank(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') || character.is_whitespace()
}

/// What a value is, for messages.
fn kind(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => text!("a string", "字符串"),
        DeValue::Integer(_) => text!("a whole number", "整数"),
        DeValue::Float(_) => text!("a decimal number", "小数"),
        DeValue::Boolean(_) => text!("`true` or `false`", "布尔值"),
        DeValue::Datetime(_) => text!("a date or time", "日期或时间"),
        DeValue::Array(_) => text!("a list", "列表"),
        DeValue::Table(_) => text!("a table", "表"),
    }
}
