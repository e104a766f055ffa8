//! What is often written where TOML is expected: said by name, with what to write instead.

use std::ops::Range;

use crate::problem::Problem;

/// How a pointer begins that stands for a file in Git LFS.
const POINTER: &str = "version https://git-lfs.github.com/spec/";

/// Why a whole text is not the file that is meant, whatever else is wrong in it.
#[must_use]
pub fn of_file(text: &str) -> Option<Problem> {
    if text.starts_with(POINTER) {
        let message = text!("this is a Git LFS pointer, and not the file", "这是 Git LFS 指针，而非文件本身");
        return Some(
            Problem::new(0..POINTER.len(), message)
                .help(text!("fetch it with `git lfs pull`", "请用 `git lfs pull` 获取")),
        );
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            let message = text!("a merge conflict is not resolved", "合并冲突尚未解决");
            let help = text!(
                "keep one of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
                "请保留其中一方，并删除以 `<<<<<<<`、`=======` 和 `>>>>>>>` 开头的行"
            );
            return Some(Problem::new(start..start + line.trim_end().len(), message).help(help));
        }
        start += line.len();
    }
    None
}

/// What is meant by the value on the line of a place that is no TOML; `None` if nothing is known about it.
#[must_use]
pub fn of_line(text: &str, place: usize) -> Option<Problem> {
    let place = crate::problem::boundary(text, place);
    let start = text[..place].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let equals = line.find('=')?;
    let is_key = |character: char| character.is_alphanumeric() || "-_.\"' \t".contains(character);
    let key = line[..equals].trim();
    if key.is_empty() || !key.chars().all(is_key) {
        return None;
    }
    let written = line[equals + 1..].split('#').next().unwrap_or_default();
    let value = written.trim();
    let at = start + equals + 1 + (written.len() - written.trim_start().len());
    let span = at..at + value.len();
    if value.is_empty() {
        let equals = start + equals;
        return Some(
            Problem::new(equals..equals + 1, text!("a value is missing", "缺少值"))
                .help(text!("write one after `=`, or remove the line", "请在 `=` 之后填写，或删除此行")),
        );
    }
    of_value(value, span)
}

fn of_value(value: &str, span: Range<usize>) -> Option<Problem> {
    let digits: String = value.chars().filter(|character| !character.is_whitespace()).collect();
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
            Problem::new(span, text!("`{digits}` is no value", "`{digits}` 不是合法的值"))
                .help(text!("write `{{ na = \"the reason\" }}`", "请写 `{{ na = \"原因\" }}`"))
        }
        _ => return None,
    };
    Some(problem)
}
