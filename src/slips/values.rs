//! Values that are no TOML, and what they mean to say.

use std::ops::Range;

use crate::problem::Problem;

/// What holds a value, and so what could be written instead.
#[derive(Clone, Copy)]
pub enum Holder {
    /// A line of its own, as one answer has it.
    Line,
    /// `level` in a table.
    Level,
    /// `na` in a table.
    Reason,
    Other,
}

/// What is meant by a value that is no TOML; `None` if nothing is known about it.
pub fn of_value(value: &str, span: Range<usize>, holder: Holder) -> Option<Problem> {
    let digits: String = value.chars().filter(|character| !character.is_whitespace()).collect();
    if let Some(day) = day(&digits) {
        let message = text!("`{value}` is not a date", "`{value}` 不是日期");
        return Some(Problem::new(span, message).help(text!("write `{day}`", "请写 `{day}`")));
    }
    let problem = match digits.as_bytes() {
        [b'0'..=b'9', b'-'] => Problem::new(span, text!("`{digits}` needs quotes", "`{digits}` 须加引号"))
            .help(text!("write `\"{digits}\"`", "请写 `\"{digits}\"`")),
        [low @ b'0'..=b'9', b'-', high @ b'0'..=b'9'] => {
            let (low, high) = (char::from(*low), char::from(*high));
            Problem::new(span, text!("`{digits}` is not one level", "`{digits}` 不是一个级别")).help(text!(
                "write `{low}`, or `\"{high}-\"` where a part of level {high} is met",
                "请写 `{low}`；若已满足级别 {high} 的一部分，请写 `\"{high}-\"`"
            ))
        }
        _ if ["n/a", "na"].contains(&digits.to_lowercase().as_str()) => {
            Problem::new(span, text!("`{digits}` is no value", "`{digits}` 不是合法的值")).help(match holder {
                Holder::Line => text!("write `{{ na = \"the reason\" }}`", "请写 `{{ na = \"原因\" }}`"),
                Holder::Level => {
                    text!("write `na = \"the reason\"` instead of `level`", "请去掉 `level`，改写 `na = \"原因\"`")
                }
                Holder::Reason => text!("write the reason, in quotes", "请写明原因，并加引号"),
                Holder::Other => text!("write `\"{digits}\"`", "请写 `\"{digits}\"`"),
            })
        }
        _ if value.starts_with(char::is_alphabetic) && !value.contains(['"', '\'']) => {
            Problem::new(span, text!("`{value}` needs quotes", "`{value}` 须加引号"))
                .help(text!("write `\"{value}\"`", "请写 `\"{value}\"`"))
        }
        _ => return None,
    };
    Some(problem)
}

/// The day that is meant by one written with its year first in another way, `2026/11/21` or `2026年11月21日`; `None` for
/// anything else.
fn day(word: &str) -> Option<String> {
    let mut parts = word.trim_end_matches('日').split(['年', '月', '/', '.']);
    let mut number = |most: usize| {
        let part = parts.next().filter(|part| (1..=most).contains(&part.len()))?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let is_day = year > 999 && (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    is_day.then(|| format!("{year}-{month:02}-{day:02}"))
}
