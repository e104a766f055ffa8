//! A questionnaire as comma-separated values, or what programs write in their place where a comma parts whole from decimal.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, MOST_CELLS, Place, Sheet, too_many};
use super::question_table::is_header;
use crate::document::split_mark;
use crate::problem::Refusal;

/// What parts values, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The table in a text file: with the separator that gives a header of a questionnaire.
///
/// # Errors
///
/// Bytes that are not UTF-8, and more cells than a workbook may have.
pub(super) fn table(bytes: &[u8]) -> Result<Sheet, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| not_utf_8())?;
    let (_, text) = split_mark(text);
    let [likeliest, others @ ..] = SEPARATORS;
    let first = sheet(text, likeliest);
    let is_found = |sheet: &Sheet| sheet.rows().any(|(_, row)| is_header(&row));
    if first.as_ref().is_ok_and(is_found) {
        return first;
    }
    // Text in cells may hold so many commas that it is too much only when they part values.
    let found = others.into_iter().filter_map(|separator| sheet(text, separator).ok()).find(is_found);
    found.map_or(first, Ok)
}

fn sheet(text: &str, separator: u8) -> Result<Sheet, Refusal> {
    Ok(Sheet { name: None, cells: cells(text, separator)?, merged: BTreeSet::new() })
}

fn cells(text: &str, separator: u8) -> Result<BTreeMap<Place, Cell>, Refusal> {
    let mut reader = ::csv::ReaderBuilder::new();
    let reader = reader.delimiter(separator).flexible(true).has_headers(false);
    let (mut cells, mut row) = (BTreeMap::new(), 0);
    // A text of UTF-8 has no record that cannot be read.
    for record in reader.from_reader(text.as_bytes()).records().flatten() {
        row += blank_lines(text, record.position().map_or(0, ::csv::Position::byte));
        for (column, value) in (0..).zip(&record) {
            let cell = Cell::Text(value.replace("\r\n", "\n"));
            if !cell.is_blank() {
                if cells.len() == MOST_CELLS {
                    return Err(too_many());
                }
                cells.insert((row, column), cell);
            }
        }
        row += 1;
    }
    Ok(cells)
}

/// The empty lines from a place on, which are rows to a spreadsheet and nothing to the reader.
fn blank_lines(text: &str, from: u64) -> u32 {
    let (before, rest) = usize::try_from(from).ok().and_then(|from| text.split_at_checked(from)).unwrap_or_default();
    // A line ends for the reader with the first of `\r\n` already.
    let rest = rest.strip_prefix('\n').filter(|_| before.ends_with('\r')).unwrap_or(rest);
    let blank = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n');
    u32::try_from(blank.count()).unwrap_or(u32::MAX)
}

fn not_utf_8() -> Refusal {
    Refusal::new(text!("neither a workbook nor text in UTF-8", "既不是工作簿，也不是 UTF-8 文本")).help(text!(
        "save it as “CSV UTF-8”, or as a workbook (.xlsx): other encodings are not guessed",
        "请另存为“CSV UTF-8”或工作簿（.xlsx）：不猜测 GBK 等其他编码"
    ))
}
