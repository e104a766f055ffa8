//! The sheets of a workbook, cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx, XlsxError};

use super::cell::{Cell, MOST_CELLS, Sheet, too_many};
use super::unpack::{check, unreadable};
use crate::answers::Date;
use crate::problem::Refusal;

/// The most bytes of text in all cells together: one text may stand in many.
const MOST_TEXT: usize = 32 << 20;

/// The sheets of a workbook in its own order. A formula is none of the values that programs leave beside it.
///
/// # Errors
///
/// What keeps it from being read.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    check(bytes)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut room = Room { cells: MOST_CELLS, text: MOST_TEXT };
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let cells = match cells(&mut workbook, &name, &mut room) {
            // A sheet that is a chart has none.
            Err(Failed::Xlsx(XlsxError::NotAWorksheet(_))) => continue,
            Err(Failed::Xlsx(error)) => return Err(unreadable(error)),
            Err(Failed::TooMany) => return Err(too_many()),
            Err(Failed::TooMuchText) => return Err(too_much_text()),
            Ok(cells) => cells,
        };
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
        let merged = merged.into_iter().map(|area| (area.start, area.end)).collect();
        sheets.push(Sheet { name: Some(name), cells, merged });
    }
    Ok(sheets)
}

/// What may still be read.
struct Room {
    cells: usize,
    text: usize,
}

enum Failed {
    Xlsx(XlsxError),
    TooMany,
    TooMuchText,
}

fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    room: &mut Room,
) -> Result<BTreeMap<(u32, u32), Cell>, Failed> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(Failed::Xlsx)?;
    let mut cells = BTreeMap::new();
    // Cell by cell: what makes a table of a sheet makes room for all between its first and its last cell.
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(Failed::Xlsx)? {
        let cell = if found.formula.is_some() { Some(Cell::Formula) } else { cell(&found.value, room)? };
        let Some(cell) = cell else { continue };
        room.cells = room.cells.checked_sub(1).ok_or(Failed::TooMany)?;
        cells.insert(found.pos, cell);
    }
    Ok(cells)
}

fn cell(value: &DataRef<'_>, room: &mut Room) -> Result<Option<Cell>, Failed> {
    let mut copied = |text: &str| {
        room.text = room.text.checked_sub(text.len()).ok_or(Failed::TooMuchText)?;
        Ok(Some(Cell::Text(text.replace("\r\n", "\n"))).filter(|cell| !cell.is_blank()))
    };
    #[expect(clippy::cast_precision_loss, reason = "a level is small, and nothing else is a number")]
    Ok(match value {
        DataRef::Empty => None,
        DataRef::String(text) => copied(text)?,
        DataRef::SharedString(text) => copied(text)?,
        DataRef::Int(number) => Some(Cell::Number(*number as f64)),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::Bool(truth) => Some(Cell::Truth(*truth)),
        DataRef::DateTime(moment) => Some(Cell::Day(day(moment))),
        DataRef::DateTimeIso(moment) => {
            Some(Cell::Day(moment.strip_suffix("T00:00:00").unwrap_or(moment).parse().ok()))
        }
        DataRef::DurationIso(_) => Some(Cell::Day(None)),
        DataRef::Error(fault) => Some(Cell::Fault(fault.to_string())),
    })
}

/// The day that a moment is the beginning of.
fn day(moment: &ExcelDateTime) -> Option<Date> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let is_whole = moment.is_datetime() && moment.as_f64().fract() == 0.0 && moment.as_f64() >= 0.0;
    Date::new(year, month, day).filter(|_| is_whole)
}

fn too_much_text() -> Refusal {
    let most = MOST_TEXT >> 20;
    Refusal::new(text!("the cells hold more than {most} MiB of text", "各单元格的文字合计超过 {most} MiB"))
        .help(text!("is it the right file?", "请确认文件是否正确"))
}
