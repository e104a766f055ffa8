//! What one cell holds: a day, a text, or why it is neither.

use super::cell::Cell;
use crate::answers::Date;
use crate::problem::Refusal;

/// The most characters of a cell: no spreadsheet program has room for more.
pub(super) const LONGEST: usize = 32_767;

/// Why a cell cannot be read whatever it stands for; `None` for one that holds a text or a number.
pub(super) fn unfit(cell: &Cell) -> Option<Refusal> {
    let (message, help) = match cell {
        Cell::Text(_) | Cell::Number(_) => return None,
        Cell::Formula => (
            text!("a formula, of which no value is taken", "公式，不读取其值"),
            text!("write what it comes to in its place", "请改写为其结果"),
        ),
        Cell::Fault(fault) => (
            text!("the error `{fault}` of a formula", "公式错误 `{fault}`"),
            text!("write the answer in its place", "请改写为答案"),
        ),
        Cell::Day(day) => {
            let day = day.map(|day| day.to_string()).unwrap_or_default();
            (
                text!(
                    "a date ({day}), which spreadsheets make of an entry like `3-4`",
                    "日期（{day}）：电子表格会把 `3-4` 这样的输入变成日期"
                ),
                text!(
                    "give the cell the format “Text”, then write it anew, as `3-`",
                    "请将单元格格式设为“文本”后重新填写，如 `3-`"
                ),
            )
        }
        Cell::Truth(_) => {
            (text!("true or false stands here", "此处为逻辑值"), text!("write the answer as text", "请改写为文字"))
        }
    };
    Some(Refusal::new(message).help(help))
}

pub(super) fn too_long() -> Refusal {
    Refusal::new(text!("more than {LONGEST} characters in one cell", "一个单元格超过 {LONGEST} 个字符"))
        .help(text!("say it in fewer words", "请精简文字"))
}

pub(super) fn no_text() -> Refusal {
    Refusal::new(text!("a number where text is expected", "应为文本，此处为数字")).help(text!(
        "give the cell the format “Text”, then write it anew: as a number `3.10` becomes 3.1",
        "请将单元格格式设为“文本”后重新填写：作为数字时 `3.10` 会变成 3.1"
    ))
}

/// A day as `2027-06-30`, or as programs write a date to CSV where it is shown with the year first: `2027/6/30`.
pub(super) fn day(word: &str) -> Result<Date, Refusal> {
    let parts: Vec<_> = word.split('/').collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}").parse(),
        _ => word.parse(),
    }
}

pub(super) fn no_day(number: f64) -> Refusal {
    Refusal::new(text!("`{number}` is not a date", "`{number}` 不是日期"))
        .help(text!("write it as `2026-11-21`", "请写成 `2026-11-21`"))
}
