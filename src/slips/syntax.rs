//! What a TOML parser has to say, in this program's words: in two languages, with a way out.

use std::ops::Range;

use crate::lang::Text;
use crate::problem::Problem;

/// The problem that stands for what the parser found at a place; in the parser's own words where nothing better is known.
pub fn problem(text: &str, span: Range<usize>, found: &str) -> Problem {
    let marked = text.get(span.clone()).unwrap_or_default();
    if found == "duplicate key" {
        return Problem::twice(span, marked.trim());
    }
    match common(found) {
        Some((message, help)) => Problem::new(span, message).help(help),
        None => Problem::new(span, text!("not valid TOML: {found}", "不是合法的 TOML：{found}"))
            .help(text!("correct what is marked, or remove it", "请改正标出之处，或将其删除")),
    }
}

/// What is wrong, and what to do: known by how the parser's words begin.
fn common(found: &str) -> Option<(Text, Text)> {
    let is_open = |kind: &str| found.starts_with(kind) && found.ends_with(['"', '`', '\'']);
    if ["invalid basic", "invalid multi-line basic", "invalid literal", "invalid multi-line literal"]
        .iter()
        .any(|kind| is_open(kind))
    {
        let help = text!("end it with the quotes it begins with", "请以开头所用的引号结尾");
        return Some((text!("a text is not closed", "文本没有闭合"), help));
    }
    let known = brackets().into_iter().chain(values()).chain(characters());
    known
        .into_iter()
        .find(|(starts, ..)| starts.iter().any(|start| found.starts_with(start)))
        .map(|known| (known.1, known.2))
}

type Known = (&'static [&'static str], Text, Text);

fn brackets() -> [Known; 6] {
    [
        (
            &["unclosed array table", "unclosed table", "missing table open"],
            text!("the head of a table is not complete", "表头不完整"),
            text!("write it in brackets on one line, as `[target]`", "请在一行内用方括号写全，如 `[target]`"),
        ),
        (&["unclosed array"], text!("a list is not closed", "列表没有闭合"), text!("end it with `]`", "请以 `]` 结尾")),
        (
            &["unclosed inline table"],
            text!("a table in braces is not closed", "花括号没有闭合"),
            text!("end it with `}}`", "请以 `}}` 结尾"),
        ),
        (
            &["missing comma"],
            text!("a comma is missing", "缺少逗号"),
            text!("write one between the two values", "请在两个值之间加上逗号"),
        ),
        (&["extra comma"], text!("one comma too many", "多了一个逗号"), text!("leave out one", "请去掉一个")),
        (
            &["cannot recurse"],
            text!("nested too deeply", "嵌套过深"),
            text!("leave out some of the brackets", "请去掉一些括号"),
        ),
    ]
}

fn values() -> [Known; 6] {
    [
        (
            &["missing escaped value", "too few unicode value digits"],
            text!("a backslash that stands for nothing", "反斜杠后的内容没有意义"),
            text!("write `\\\\` for a backslash, or the text in single quotes", "请写 `\\\\`，或改用单引号"),
        ),
        (
            &["string values must be quoted"],
            text!("a text without quotes", "文本没有加引号"),
            text!("write it in quotes", "请加上引号"),
        ),
        (
            &["key with no value", "missing value", "missing assignment"],
            text!("a key without a value", "键没有值"),
            text!("write `=` and its value after it, or remove it", "请在其后写 `=` 和值，或将其删除"),
        ),
        (
            &["invalid date", "invalid time"],
            text!("there is no such day or time", "没有这一天或这个时间"),
            text!("write a day as `2026-11-21`", "日期请写成 `2026-11-21`"),
        ),
        (
            &["cannot extend value"],
            text!("what stands before the dot has a value already", "点号之前的键已经有值"),
            text!("write all of it in one place", "请将内容写在同一处"),
        ),
        (
            &["unexpected leading zero"],
            text!("a number begins with 0", "数字以 0 开头"),
            text!("write it without the zero", "请去掉开头的 0"),
        ),
    ]
}

fn characters() -> [Known; 4] {
    [
        (
            &[
                "invalid integer",
                "invalid hexadecimal",
                "invalid octal",
                "invalid binary",
                "invalid float",
                "invalid mantissa",
                "invalid fraction",
                "invalid exponent",
                "`_` may only",
                "integers with a radix",
                "radix must",
                "redundant",
                "unexpected sign",
            ],
            text!("not a number", "不是数字"),
            text!("write a number as `3`, and a text in quotes", "数字请写成 `3`，文字请加引号"),
        ),
        (
            &["invalid unquoted key", "unquoted keys cannot be empty"],
            text!("a key that needs quotes", "键须加引号"),
            text!(
                "without quotes it has only the letters a to z, digits, `-` and `_`",
                "不加引号的键只能用英文字母、数字、`-` 和 `_`"
            ),
        ),
        (
            &["carriage return must"],
            text!("a carriage return without a line feed", "有回车符而没有换行符"),
            text!("save the file with the line ends of Linux or Windows", "请以 LF 或 CRLF 换行保存文件"),
        ),
        (
            &["invalid comment character"],
            text!("a control character in a comment", "注释中有控制字符"),
            text!("remove it", "请将其删除"),
        ),
    ]
}
