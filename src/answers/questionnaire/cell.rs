//! What a table holds: cells by their places, as a spreadsheet or a CSV file has them, and what is wrong in one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::answers::Date;
use crate::document::is_blank;
use crate::lang::Text;
use crate::problem::Refusal;

/// The most cells of a file that hold something.
pub(super) const MOST_CELLS: usize = 300_000;

/// A row and a column, both from 0.
pub(super) type Place = (u32, u32);

/// A sheet of a workbook, or a whole CSV file.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// What the sheet is called; `None` for a file of one table.
    pub name: Option<String>,
    /// The cells that are not empty.
    pub cells: BTreeMap<Place, Cell>,
    /// The first and last cells of areas that are one cell to people.
    pub merged: BTreeSet<(Place, Place)>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    /// A day; `None` for a moment that is more or less than a day.
    Day(Option<Date>),
    Truth(bool),
    /// `#REF!` and the like.
    Fault(String),
    /// What is worked out from other cells.
    Formula,
}

impl Cell {
    /// The text in it, if it holds one that is not blank.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(trim(text)).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Whether it shows nothing.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if trim(text).is_empty())
    }
}

impl Sheet {
    /// What a place is called: `Answers!F12`, or `F12` where there are no sheets.
    pub fn called(&self, (row, column): Place) -> String {
        let cell = format!("{}{}", letters(column), u64::from(row) + 1);
        match &self.name {
            None => cell,
            Some(name) if name.chars().all(char::is_alphanumeric) => format!("{name}!{cell}"),
            Some(name) => format!("'{}'!{cell}", name.replace('\'', "''")),
        }
    }

    /// The rows, each with its cells from left to right.
    pub fn rows(&self) -> impl Iterator<Item = (u32, Vec<(u32, &Cell)>)> {
        let mut cells = self.cells.iter().peekable();
        std::iter::from_fn(move || {
            let ((row, column), cell) = cells.next()?;
            let mut found = vec![(*column, cell)];
            while let Some(((_, column), cell)) = cells.next_if(|((other, _), _)| other == row) {
                found.push((*column, cell));
            }
            Some((*row, found))
        })
    }
}

/// That a file has more than [`MOST_CELLS`] cells.
pub(super) fn too_many() -> Refusal {
    let message = text!("there are more than {MOST_CELLS} filled cells", "填写的单元格超过 {MOST_CELLS} 个");
    Refusal::new(message).help(text!("is it the right file?", "请确认文件是否正确"))
}

/// `A`, `B`, …, `Z`, `AA`: what spreadsheets call a column.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().collect()
}

/// The text without what shows nothing at its ends: blanks of every width, and what has none.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// One thing wrong in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The cell, as `Answers!F12`.
    pub place: String,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
}

impl CellProblem {
    pub(super) fn new(place: String, Refusal { message, help }: Refusal) -> Self {
        Self { place, message, help }
    }
}

/// Why a questionnaire cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is none, or not one of this model.
    Whole(Refusal),
    /// All that is wrong in its cells, in their order; never empty.
    Cells(Vec<CellProblem>),
}

impl From<Refusal> for Unreadable {
    fn from(refusal: Refusal) -> Self {
        Self::Whole(refusal)
    }
}

impl std::error::Error for Unreadable {}

impl fmt::Display for Unreadable {
    /// One problem a line, in English: for programs that use the library.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(refusal) => refusal.fmt(out),
            Self::Cells(problems) => {
                problems.iter().try_for_each(|problem| writeln!(out, "{}: {}", problem.place, problem.message.en))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_spreadsheets_do() {
        let called = [0, 5, 25, 26, 51, 52, 701, 702, 16_383].map(letters);
        assert_eq!(called, ["A", "F", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
