//! A TOML file as located values, read strictly: every problem is collected, nothing is coerced or ignored.
//!
//! Why by hand and not by serde: `docs/design.md`, "Strict reading".

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::keyword;
use crate::lang::Text;
use crate::problem::{Problem, Problems, Refusal, Source, did_you_mean};
use crate::slips;

/// A value of the file and where it stands.
pub type Value<'t> = Spanned<DeValue<'t>>;

/// Matches a text with a character that shows something: what [`Reader::string`] asks, for JSON Schemas.
pub const NOT_BLANK: &str = r"[^\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]";

/// The longest text, in characters, that any value may hold.
pub const TEXT_LIMIT: usize = 10_000;

/// The most bytes that a file of answers, a policy or a file of a model may have: 1 MiB.
pub const SIZE_LIMIT: usize = 1 << 20;

/// The most places of one file that are named one by one for not being TOML: a file with more is something else.
const MOST_BROKEN: usize = 1000;

/// The version of the formats of answers and policies that this program reads and writes.
const SCHEMA: u8 = 1;

/// Refuses a file of more than [`SIZE_LIMIT`] bytes before it is written.
///
/// # Errors
///
/// That it would be larger.
pub fn check_size(name: &str, bytes: usize) -> Result<(), Refusal> {
    if bytes <= SIZE_LIMIT {
        return Ok(());
    }
    let message = text!("`{name}` would become larger than 1 MiB", "`{name}` 将超过 1 MiB");
    Err(Refusal::new(message)
        .help(text!("keep less in it, as links in place of texts", "请精简内容，如用链接代替文字")))
}

/// Reads values and collects what is wrong with them.
#[derive(Debug, Default)]
pub struct Reader {
    /// What has been found so far.
    pub problems: Vec<Problem>,
    /// Why the file is not for this program at all.
    foreign: Option<Problem>,
}

/// What `read` makes of a whole file.
///
/// # Errors
///
/// Every problem that was found on the way; of a file that is not for this program, that one alone.
pub fn read<T>(source: &Source, read: impl FnOnce(&mut Reader, &str) -> Option<T>) -> Result<T, Problems> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(&source.text);
    let mark = source.text.len() - text.len();
    let mut reader = Reader::default();
    let made = read(&mut reader, text);
    let mut problems = match reader.foreign {
        Some(foreign) => vec![foreign],
        None => reader.problems,
    };
    match made {
        Some(made) if problems.is_empty() => Ok(made),
        _ => {
            for problem in &mut problems {
                problem.span = problem.span.start + mark..problem.span.end + mark;
            }
            Err(Problems::in_file(source.clone(), problems))
        }
    }
}

impl Reader {
    /// Parses a whole file; what is not TOML is collected, and the rest still read.
    pub fn parse<'t>(&mut self, text: &'t str) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return table;
        }
        if let Some(problem) = slips::of_file(text) {
            self.foreign = Some(problem);
        }
        let mut more = 0;
        let mut told = 0..0;
        for error in errors {
            if self.problems.len() >= MOST_BROKEN {
                more += 1;
                continue;
            }
            let found = error.message();
            let span = error.span().unwrap_or(0..0);
            let slip = slips::of_place(text, span.start);
            // What one slip breaks is told once, and not all along the rest of its line.
            if slip.is_none() && told.contains(&span.start) {
                continue;
            }
            if let Some(slip) = slip {
                let end = text[slip.span.end..].find('\n').map_or(text.len(), |newline| slip.span.end + newline);
                told = slip.span.start..end + 1;
                if self.problems.last() != Some(&slip) {
                    self.problems.push(slip);
                }
                continue;
            }
            self.problems.push(slips::syntax::problem(text, span, found));
        }
        if more > 0 {
            let message = text!("not valid TOML in {more} more places", "另有 {more} 处不是合法的 TOML");
            let help = text!("mend those above first", "请先修正上面各处");
            self.problems.push(Problem::new(text.len()..text.len(), message).help(help));
        }
        table
    }

    /// Notes why the file is not for this program, so that nothing else in it can be judged.
    pub fn give_up<T>(&mut self, problem: Problem) -> Option<T> {
        self.foreign.get_or_insert(problem);
        None
    }

    /// Takes the version of the format, which every file that people write begins with.
    pub fn schema(&mut self, root: &mut Section<'_, '_>) -> Option<()> {
        let Some(value) = root.take("schema") else {
            let help = text!("begin the file with `schema = {SCHEMA}`", "请在文件开头写 `schema = {SCHEMA}`");
            return self.reject(Problem::new(0..0, text!("`schema` is missing", "缺少 `schema`")).help(help));
        };
        let number = self.number(value, u8::MAX)?;
        if number == SCHEMA {
            return Some(());
        }
        let message = text!("schema {number} is not known to this version", "此版本不支持 schema {number}");
        let help = if number > SCHEMA {
            text!(
                "a newer `assess` wrote this file: update the program",
                "此文件由更新版本的 `assess` 写入，请升级程序"
            )
        } else {
            text!("write `schema = {SCHEMA}`", "请写 `schema = {SCHEMA}`")
        };
        self.give_up(Problem::new(value.span(), message).help(help))
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

    /// The value as a table.
    pub fn section<'v, 't>(&mut self, value: &'v Value<'t>) -> Option<Section<'v, 't>> {
        let DeValue::Table(table) = value.get_ref() else {
            let help = text!(
                "write it in braces, `{{ … }}`, or as a table of its own",
                "请用花括号写成 `{{ … }}`，或单独成表"
            );
            return self.expected(value, &text!("a table", "表"), help);
        };
        Some(Section::new(table, value.span()))
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
        let length = string.chars().count();
        if length > TEXT_LIMIT {
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
                let (en, zh) = listed(words);
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
        let DeValue::Integer(integer) = value.get_ref() else {
            let help = text!("write digits alone, as `1`", "请只写数字，如 `1`");
            return self.expected(value, &text!("a whole number", "整数"), help);
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        match number.and_then(|number| N::try_from(number).ok()) {
            Some(number) if number <= max => Some(number),
            _ => {
                let message = text!("{integer} is not a number from 0 to {max}", "{integer} 不是 0 到 {max} 之间的数");
                let help = text!("write a whole number from 0 to {max}", "请写 0 到 {max} 之间的整数");
                self.reject(Problem::new(value.span(), message).help(help))
            }
        }
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

/// Whether a value is a string.
#[must_use]
pub fn is_string(value: &Value<'_>) -> bool {
    matches!(value.get_ref(), DeValue::String(_))
}

/// A table being read: keys are taken out one by one, and what is left over at the end is unknown.
///
/// Nothing of the table is copied: what was asked for is remembered, so that the rest can be told from it.
#[derive(Debug)]
pub struct Section<'v, 't> {
    span: Range<usize>,
    table: &'v DeTable<'t>,
    known: Vec<Cow<'static, str>>,
    taken: usize,
}

/// A key of a table, where it stands, and its value.
pub type Entry<'v, 't> = (&'v str, Range<usize>, &'v Value<'t>);

impl<'v, 't> Section<'v, 't> {
    /// The entries of `table`, in the order they are written.
    #[must_use]
    pub fn new(table: &'v DeTable<'t>, span: Range<usize>) -> Self {
        Self { span, table, known: Vec::new(), taken: 0 }
    }

    /// Where the table stands.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Takes a key that need not be there.
    pub fn take(&mut self, key: impl Into<Cow<'static, str>>) -> Option<&'v Value<'t>> {
        let key = key.into();
        let value = self.table.get(key.as_ref()).filter(|_| !self.known.contains(&key));
        if self.known.is_empty() {
            // As many as most tables know: one piece of memory and not one after the other.
            self.known.reserve(8);
        }
        self.known.push(key);
        self.taken += usize::from(value.is_some());
        value
    }

    /// Takes keys that need not be there, in one pass over the table: for tables of few keys, of which there are many.
    pub fn take_all<const N: usize>(&mut self, keys: [&'static str; N]) -> [Option<&'v Value<'t>>; N] {
        let mut values = [None; N];
        for (key, value) in self.table {
            if let Some(place) = keys.iter().position(|own| *own == key.get_ref().as_ref()) {
                values[place] = Some(value);
                self.taken += 1;
            }
        }
        // What is known is told only where something is left.
        if self.taken < self.table.len() {
            self.known.extend(keys.map(Cow::Borrowed));
        }
        values
    }

    /// Whether a key is there that was not taken yet.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key) && !self.known.iter().any(|known| known == key)
    }

    /// Takes a key that must be there.
    pub fn require(&mut self, reader: &mut Reader, key: impl Into<Cow<'static, str>>) -> Option<&'v Value<'t>> {
        let key = key.into();
        let value = self.take(key.clone());
        if value.is_none() {
            return reader.reject(self.missing(&key));
        }
        value
    }

    /// What is wrong where a key is not there that must be.
    #[must_use]
    pub fn missing(&self, key: &str) -> Problem {
        Problem::new(self.span(), text!("`{key}` is missing", "缺少 `{key}`"))
            .help(text!("add the key `{key}` here", "请在此处加上键 `{key}`"))
    }

    /// The entries not taken so far, where the keys are not fixed beforehand: each with its name and place, in the order in
    /// which they are written.
    pub fn entries(self) -> impl Iterator<Item = Entry<'v, 't>> {
        self.rest().into_iter()
    }

    /// All entries, each with its name and place, in the order of their names: for what does not depend on how they are
    /// written.
    pub fn by_name(&self) -> impl Iterator<Item = Entry<'v, 't>> + use<'v, 't> {
        self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
    }

    /// Ends the reading: what was never asked for is unknown.
    pub fn close(self, reader: &mut Reader) {
        if self.taken == self.table.len() {
            return;
        }
        let known = &self.known;
        for (name, place, _) in self.rest() {
            let help = did_you_mean(name, known.iter().map(AsRef::as_ref)).unwrap_or_else(|| {
                let (en, zh) = listed(known);
                text!("allowed here: {en}", "此处可用：{zh}")
            });
            reader.problems.push(Problem::new(place, text!("unknown key `{name}`", "未知的键 `{name}`")).help(help));
        }
    }

    fn rest(&self) -> Vec<Entry<'v, 't>> {
        let is_left = |key: &str| !self.known.iter().any(|known| known == key);
        let mut rest: Vec<_> = self.by_name().filter(|(key, ..)| is_left(key)).collect();
        rest.sort_by_key(|(_, place, _)| place.start);
        rest
    }
}

/// Words one after the other, as each language does it.
fn listed(words: &[impl fmt::Display]) -> (String, String) {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    (words.join(", "), words.join("、"))
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
