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
    /// What is offered in cells that are to be filled in.
    pub choices: Vec<Choices>,
    /// How it is filled in, where it is a questionnaire.
    pub entry: Option<Entry>,
}

/// A sheet to fill in: its first [`Row::Header`] heads the questions, and nothing but what is to be filled in can be
/// changed.
#[derive(Debug)]
pub(super) struct Entry {
    /// How many columns stay in view beside the others.
    pub in_view: usize,
}

/// What is offered in each cell of a column.
#[derive(Debug)]
pub(super) struct Choices {
    /// The place of the column, from 0.
    pub column: usize,
    pub words: Vec<String>,
    /// What is said of anything else; `None` where that may be written all the same.
    pub refusal: Option<Alert>,
}

/// What a program says when it refuses what was typed.
#[derive(Debug)]
pub(super) struct Alert {
    pub title: String,
    pub message: String,
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
    /// Words set off from those of the next column.
    Ruled,
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
    /// Filled in as text, whatever it looks like: the one thing that can be changed in a questionnaire.
    Entry,
    /// The same, with a day.
    EntryDay,
    /// An id for programs: small, and cut off where it is too long.
    Quiet,
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
    /// Labels and what is filled in beside them, above the questions.
    Pieces(Vec<Piece>),
    /// A chart of other rows, across the sheet.
    Chart(Chart),
    /// Nothing.
    Blank,
}

/// A part of a row of a questionnaire.
#[derive(Debug)]
pub(super) struct Piece {
    /// The column that it takes, from 0.
    pub column: u16,
    pub words: String,
    pub part: Part,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The name of what stands after it.
    Label,
    /// What cannot be changed.
    Fixed,
    /// What is to be filled in.
    Entry,
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
    Score(Decimal),
    /// A score that what is unanswered may still change.
    Provisional(Decimal),
    /// A share of a whole, in percent.
    Share(f64),
    Day(Date),
    Text(String),
    /// The same words as in the row above.
    Repeated(String),
    /// Words set in a little.
    Indented(String),
}

/// A number with the decimals that are seen of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    pub number: f64,
    pub decimals: u8,
}

impl From<f64> for Decimal {
    fn from(number: f64) -> Self {
        Self { number, decimals: 2 }
    }
}

impl Decimal {
    /// A score as the model shows it, with more decimals where those hide that it is another than one beside it.
    pub fn of(score: &Score, beside: Option<&Score>) -> Self {
        let usual = Self::from(score.rounded());
        let Some(other) = beside else { return usual };
        let digits = score.digits_beside([other]);
        if digits <= score.digits_beside([]) {
            return usual;
        }
        let words = score.with_digits(digits);
        let number = words.trim_end_matches('%').parse().unwrap_or(usual.number);
        Self { number, decimals: digits.max(usual.decimals) }
    }
}

impl Value {
    /// Words on one line.
    pub fn line(words: &str) -> Self {
        Self::Text(one_line(words).into_owned())
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
            entry: None,
        }
    }

    /// The place, from 0, of the header that stays in view: that of a list or of a questionnaire; `None` for others.
    pub fn header(&self) -> Option<usize> {
        let header = self.rows.iter().position(|row| matches!(row, Row::Header(_)))?;
        (header == 0 || self.entry.is_some()).then_some(header)
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
            Kind::Form | Kind::FormDay | Kind::Entry | Kind::EntryDay | Kind::Quiet => column.most,
            _ => width.min(column.most),
        };
        widths.into_iter().zip(&self.columns).map(fit).collect()
    }
}

/// The characters of the longest word of a name, which is wrapped between words.
fn longest_word(name: &str) -> usize {
    name.split(' ').map(width).max().unwrap_or_default()
}
