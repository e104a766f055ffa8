//! The sheets of a file that may be a questionnaire, by what its bytes begin with; files that people take for one are told.

use super::cell::Sheet;
use super::{csv, unpack, workbook};
use crate::problem::Refusal;

/// The sheets of a workbook, or the one that a CSV file is.
///
/// # Errors
///
/// What else the bytes are.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
    if bytes.starts_with(COMPOUND) {
        let what = text!("an old (.xls) or encrypted workbook", "旧格式（.xls）或加密的工作簿");
        return Err(unpack::another_kind(what));
    }
    if let Some(refusal) = answers_already(bytes) {
        return Err(refusal);
    }
    if bytes.starts_with(ZIP) { workbook::sheets(bytes) } else { csv::table(bytes).map(|sheet| vec![sheet]) }
}

/// Refuses what people take for a questionnaire: a file of answers, which needs no importing, and the page on which they
/// are given. `None` for anything else.
fn answers_already(bytes: &[u8]) -> Option<Refusal> {
    let text = str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    let begins = |beginning: &str| text.get(..beginning.len()).is_some_and(|it| it.eq_ignore_ascii_case(beginning));
    if begins("<!doctype html") || begins("<html") {
        let message = text!("a page, and no workbook or CSV file", "是网页，不是工作簿或 CSV 文件");
        return Some(Refusal::new(message).help(text!(
            "open it in a browser and save the answers there: that file needs no import, every command reads it",
            "请在浏览器中打开并保存答案：所保存的文件无需导入，各命令可直接读取"
        )));
    }
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'))?;
    let is_toml = first.strip_prefix("schema").is_some_and(|rest| rest.trim_start().starts_with('='));
    is_toml.then(|| {
        Refusal::new(text!("a file of answers, and no questionnaire", "是答案文件，不是问卷")).help(text!(
            "it needs no import: every command reads it, and `assess merge` puts several together",
            "无需导入：各命令可直接读取，`assess merge` 可合并多份答案"
        ))
    })
}
