//! A sheet as plain data: what stands in it, not how a file says so.

use crate::answers::Date;
use crate::lang::{Lang, Text};
use crate::scoring::Score;
use crate::text::{one_line, width};

/// A sheet of a workbook.
///
/// One whose first row is a [`Row::Header`] is a list: its header stays in view, is repeated in print and can filter.
#[derive(Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// What is offered in cells that are to be filled in; something else may be written there all the same.
    pub choices: Vec<Choices>,
}

/// What is offered in each cell of a column.
#[derive(Debug)]
pub(super) struct Choices {
    /// The place of the column, from 0.
    pub column: usize,
    pub words: Vec<String>,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub kind: Kind,
    /// The characters that it is wide at most; longer text is wrapped.
    pub most: usize,
}

/// How the cells of a column look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Words.
    Words,
    /// Numbers, and short words in their place.
    Number,
    /// Levels of the model, each on its shade.
    Level,
    /// Scores or shares between two numbers: the higher, the darker.
    Scale(f64, f64),
    /// Left to be filled in; as wide as it may be.
    Form,
    /// The same, with a day.
    FormDay,
}

/// A row of a sheet.
#[derive(Debug)]
pub(super) enum Row {
    /// The name of the whole, across the sheet.
    Title(String),
    /// The name of what follows, across the sheet.
    Heading(String),
    /// Words, across the sheet.
    Paragraph(String),
    /// A name in the first column and its value across the others.
    Field(String, Value),
    /// The names of the columns.
    Header(Vec<String>),
    /// A value a column; those of a strong row stand out.
    Cells(Weight, Vec<Value>),
    /// A chart of other rows, across the sheet.
    Chart(Chart),
    /// Nothing.
    Blank,
}

/// A bar for each of several rows of the same sheet.
#[derive(Debug)]
pub(super) struct Chart {
    pub title: String,
    /// The rows, from 0, the first and the last.
    pub rows: (usize, usize),
    /// The columns of their names and of their numbers, from 0.
    pub columns: (u16, u16),
    /// The least and the greatest number there can be.
    pub bounds: (f64, f64),
}

/// Whether a row stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Normal,
    Strong,
}

/// What a cell holds.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Blank,
    Number(u32),
    /// A score, with two decimals.
    Score(f64),
    /// A score that what is unanswered may still change.
    Provisional(f64),
    /// A share of a whole, in percent.
    Share(f64),
    Day(Date),
    Text(String),
    /// The same words as in the row above.
    Repeated(String),
    /// Words set in a little.
    Indented(String),
}

impl Value {
    /// Words on one line.
    pub fn line(words: &str) -> Self {
        Self::Text(one_line(words))
    }

    /// A count of things.
    pub fn count(count: usize) -> Self {
        Self::Number(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A share of a whole, to the percent.
    pub fn share(share: &Score) -> Self {
        Self::Share(f64::from(u32::try_from(share.hundredths()).unwrap_or(u32::MAX)) / 100.0)
    }

    /// The words of it, when it has some.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(words) | Self::Repeated(words) | Self::Indented(words) => Some(words),
            _ => None,
        }
    }
}

impl Sheet {
    /// A list: its columns with their names, and its rows.
    pub fn list(name: Text, columns: &[(Text, Column)], rows: Vec<Vec<Value>>, lang: Lang) -> Self {
        let header = Row::Header(columns.iter().map(|(name, _)| name.get(lang).to_owned()).collect());
        let rows = rows.into_iter().map(|cells| Row::Cells(Weight::Normal, cells));
        Self {
            name: name.into_string(lang),
            columns: columns.iter().map(|(_, column)| *column).collect(),
            rows: std::iter::once(header).chain(rows).collect(),
            choices: Vec::new(),
        }
    }

    /// Whether the sheet is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.rows.first(), Some(Row::Header(_)))
    }

    /// The characters that each column is wide: as wide as what stands in it, and no wider than it may be.
    pub fn widths(&self) -> Vec<usize> {
        /// Room for the sign that opens a filter.
        const FILTER: usize = 3;
        let longest = |words: &str| words.lines().map(width).max().unwrap_or_default();
        let mut widths = vec![FILTER; self.columns.len()];
        for row in &self.rows {
            let needed: Vec<usize> = match row {
                Row::Header(names) => names.iter().map(|name| longest_word(name) + FILTER).collect(),
                Row::Cells(_, values) => {
                    let day = |value: &Value| if matches!(value, Value::Day(_)) { "2026-11-21".len() } else { 0 };
                    values.iter().map(|value| value.words().map_or_else(|| day(value), longest)).collect()
                }
                Row::Field(name, _) => vec![longest(name)],
                _ => Vec::new(),
            };
            for (own, needed) in widths.iter_mut().zip(needed) {
                *own = (*own).max(needed);
            }
        }
        let fit = |(width, column): (usize, &Column)| match column.kind {
            Kind::Form | Kind::FormDay => column.most,
            _ => width.min(column.most),
        };
        widths.into_iter().zip(&self.columns).map(fit).collect()
    }
}

/// The characters of the longest word of a name, which is wrapped between words.
fn longest_word(name: &str) -> usize {
    name.split(' ').map(width).max().unwrap_or_default()
}
