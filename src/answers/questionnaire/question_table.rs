//! Where in a workbook the questions stand: columns are known by their names, wherever they are.

use std::collections::BTreeMap;

use super::cell::{Cell, Place, Sheet};
use super::field::Field;
use crate::lang::Text;
use crate::problem::Refusal;

/// The table of questions.
#[derive(Debug)]
pub(super) struct QuestionTable<'s> {
    pub sheet: &'s Sheet,
    /// The row of the names of its columns.
    pub header: u32,
    /// The column of each field that it has.
    pub columns: BTreeMap<Field, u32>,
}

impl QuestionTable<'_> {
    /// The place of a field in a row; that of the id where the table has no such column.
    pub fn place(&self, row: u32, field: Field) -> Place {
        let column = self.columns.get(&field).or_else(|| self.columns.get(&Field::Id));
        (row, column.copied().unwrap_or_default())
    }

    /// What stands in a field of a row.
    pub fn cell(&self, row: u32, field: Field) -> Option<&Cell> {
        self.sheet.cells.get(&(row, *self.columns.get(&field)?))
    }
}

/// Whether a row names the columns of a questionnaire.
pub(super) fn is_header(row: &[(u32, &Cell)]) -> bool {
    let named: Vec<_> = row.iter().filter_map(|(_, cell)| Field::named(cell.text()?)).collect();
    [Field::Id, Field::Answer].iter().all(|field| named.contains(field))
}

/// The one table of questions in these sheets.
///
/// # Errors
///
/// None of them has one, several have, or one of its columns is there twice.
pub(super) fn find(sheets: &[Sheet]) -> Result<QuestionTable<'_>, Refusal> {
    let header = |sheet: &Sheet| sheet.rows().find(|(_, row)| is_header(row)).map(|(row, _)| row);
    let found: Vec<_> = sheets.iter().filter_map(|sheet| Some((sheet, header(sheet)?))).collect();
    let (sheet, header) = match found.as_slice() {
        [] => return Err(no_table()),
        [found] => *found,
        [(first, _), (second, _), ..] => return Err(two_tables(first, second)),
    };
    let mut columns = BTreeMap::new();
    for ((row, column), cell) in sheet.cells.range((header, 0)..=(header, u32::MAX)) {
        let Some(field) = cell.text().and_then(Field::named) else { continue };
        if columns.insert(field, *column).is_some() {
            let place = sheet.called((*row, *column));
            let Text { en, zh, .. } = field.name();
            let message = text!("{place}: a second column `{en}`", "{place}：第二个“{zh}”列");
            return Err(Refusal::new(message).help(text!("keep one of them", "请只保留一个")));
        }
    }
    Ok(QuestionTable { sheet, header, columns })
}

fn no_table() -> Refusal {
    let [(id, id_zh), (answer, answer_zh)] = [Field::Id, Field::Answer].map(|field| (field.name().en, field.name().zh));
    let message = text!(
        "no row names the columns `{id}` and `{answer}` of a questionnaire",
        "没有列出问卷的“{id_zh}”列和“{answer_zh}”列的表头"
    );
    Refusal::new(message).help(text!(
        "`assess form -o blank.xlsx` writes one to fill in",
        "`assess form -o blank.xlsx` 可生成供填写的问卷"
    ))
}

fn two_tables(first: &Sheet, second: &Sheet) -> Refusal {
    let [first, second] = [first, second].map(|sheet| sheet.name.clone().unwrap_or_default());
    let message =
        text!("two sheets with answers: `{first}` and `{second}`", "有两张答案工作表：`{first}` 和 `{second}`");
    Refusal::new(message).help(text!("keep the one that counts, and remove the other", "请保留有效的一张，删除另一张"))
}
