//! What a workbook unpacks to, found out before anybody trusts it: it is a ZIP file, and a small one may hold a great deal.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::lang::Text;
use crate::problem::Refusal;

/// The most that the parts of a workbook come to, unpacked.
const MOST: u64 = 64 << 20;
/// The most digits of a count that a reader may make room for.
const MOST_DIGITS: usize = 7;

/// Refuses a file that is no workbook of today's format, or unpacks to more than 64 MiB.
///
/// Every part is unpacked and counted, since the sizes that such a file states may be made up.
///
/// # Errors
///
/// What it is instead.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.index_for_name("content.xml").is_some() {
        return Err(another_kind(text!("an OpenDocument file", "OpenDocument 文件")));
    }
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err(another_kind(text!("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）")));
    }
    let mut room = MOST;
    let mut part = Vec::new();
    for place in 0..archive.len() {
        let file = archive.by_index(place).map_err(unreadable)?;
        part.clear();
        file.take(room + 1).read_to_end(&mut part).map_err(unreadable)?;
        room = room.checked_sub(part.len() as u64).ok_or_else(too_large)?;
        if states_too_much(&part) {
            return Err(damaged(&text!("a count of texts that it cannot have", "所声明的文本数量不可能成立")));
        }
    }
    Ok(())
}

/// Whether a part states a count for which a reader would make more room than there can be texts.
fn states_too_much(part: &[u8]) -> bool {
    const COUNT: &[u8] = b"uniqueCount";
    // Of two bytes a character one is zero.
    let narrow: Vec<u8>;
    let part = if part.contains(&0) {
        narrow = part.iter().copied().filter(|byte| *byte != 0).collect();
        &narrow
    } else {
        part
    };
    let counts = (0..part.len()).filter(|at| part[*at] == b'u' && part[*at..].starts_with(COUNT));
    let digits = |at: usize| {
        let rest = part[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>');
        rest.skip_while(|byte| **byte == b'0').take_while(|byte| byte.is_ascii_digit()).count()
    };
    counts.map(digits).any(|digits| digits > MOST_DIGITS)
}

fn too_large() -> Refusal {
    Refusal::new(text!("the workbook unpacks to more than 64 MiB", "工作簿解压后超过 64 MiB"))
        .help(text!("is it the right file?", "请确认文件是否正确"))
}

/// What is another format that programs write workbooks in.
pub(super) fn another_kind(what: Text) -> Refusal {
    let (en, zh) = (what.en, what.zh);
    Refusal::new(text!("{en}, and no workbook in the format .xlsx", "是{zh}，不是 .xlsx 格式的工作簿"))
        .help(text!("save it as an Excel workbook (.xlsx), or as CSV", "请另存为 Excel 工作簿（.xlsx）或 CSV"))
}

/// What a library says of a workbook that it cannot read.
pub(super) fn unreadable(error: impl std::error::Error) -> Refusal {
    damaged(&Text::same(error.to_string()))
}

/// What is a workbook by its first bytes, and cannot be read as one.
fn damaged(why: &Text) -> Refusal {
    let Text { en, zh, .. } = why;
    Refusal::new(text!("the workbook cannot be read: {en}", "无法读取工作簿：{zh}"))
        .help(text!("save it again in a spreadsheet program", "请用电子表格程序重新保存"))
}
