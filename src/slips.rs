//! What is often written where TOML is expected: said by name, with what to write instead.

pub mod syntax;
mod values;
mod wide;

use std::ops::Range;

use crate::lang::Text;
use crate::problem::Problem;
use values::{Holder, of_value};
pub use wide::Wide;

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

/// What is meant at a place that is no TOML: by the full-width characters of its line, or by the value there, alone on its
/// line or in a table or list. `None` if nothing is known about it.
#[must_use]
pub fn of_place(text: &str, wide: &Wide<'_>, place: usize) -> Option<Problem> {
    let place = crate::problem::boundary(text, place);
    let value = of_line(text, place).or_else(|| of_element(text, place));
    match wide.of_line(place) {
        // A text that wants quotes around it may have them.
        Some(wide) if value.as_ref().is_none_or(|value| !covers(&value.span, &wide.span)) => Some(wide),
        _ => value,
    }
}

fn covers(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// What is meant by a line that is a key and a value.
fn of_line(text: &str, place: usize) -> Option<Problem> {
    let start = line_start(text, place);
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
    if value.is_empty() {
        return Some(missing_value(start + equals, text!("remove the line", "删除此行")));
    }
    of_value(value, at..at + value.len(), Holder::Line)
}

/// What is meant by one value among others: `{ level = 3-, note = "…" }`.
fn of_element(text: &str, place: usize) -> Option<Problem> {
    let before = &text[line_start(text, place)..place];
    let is_inside_text = |quote| before.matches(quote).count() % 2 == 1;
    if is_inside_text('"') || is_inside_text('\'') {
        return None;
    }
    let ends = |character: char| "={}[],#\"'\n".contains(character);
    let from = before.rfind(ends).map_or(place - before.len(), |end| place - before.len() + end + 1);
    let rest = &text[from..];
    let written = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let value = written.trim();
    let at = from + (written.len() - written.trim_start().len());
    let head = text[..from].strip_suffix('=')?;
    if value.is_empty() {
        let is_text = rest[written.len()..].starts_with(['"', '\'', '{', '[', '#']);
        return (!is_text).then(|| missing_value(head.len(), text!("remove the key", "删除该键")));
    }
    if rest[written.len()..].starts_with('=') {
        let (_, key) = value.rsplit_once(char::is_whitespace)?;
        let key_at = at + value.len() - key.len();
        let message = text!("a comma is missing before `{key}`", "`{key}` 之前缺少逗号");
        return Some(
            Problem::new(key_at..key_at + key.len(), message).help(text!("write `, {key}`", "请写 `, {key}`")),
        );
    }
    let key = head.trim_end().trim_end_matches(['"', '\'']);
    let holder = match key.rsplit(['"', '\'', ' ', '\n', '{', ',']).next() {
        Some("level") => Holder::Level,
        Some("na") => Holder::Reason,
        _ => Holder::Other,
    };
    of_value(value, at..at + value.len(), holder)
}

fn line_start(text: &str, place: usize) -> usize {
    text[..place].rfind('\n').map_or(0, |newline| newline + 1)
}

fn missing_value(equals: usize, otherwise: Text) -> Problem {
    let Text { en, zh, .. } = otherwise;
    Problem::new(equals..equals + 1, text!("a value is missing", "缺少值"))
        .help(text!("write one after `=`, or {en}", "请在 `=` 之后填写，或{zh}"))
}
