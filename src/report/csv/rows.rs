//! A result for a spreadsheet or a data frame: one row a node, the same columns whatever file or model it is of.

use serde::Serialize;

use super::records::{write, write_records};
use crate::report::json;
use crate::report::kit::escape::csv as text;
use crate::report::rows::{Row, TrendRow};

/// The columns, in both languages the same: programs read them.
const COLUMNS: [&str; 33] = [
    "path",
    "team",
    "system",
    "owner",
    "date",
    "model",
    "model_version",
    "id",
    "parent",
    "kind",
    "name",
    "name_en",
    "name_zh",
    "state",
    "level",
    "best",
    "worst",
    "partial",
    "score",
    "answered",
    "not_applicable",
    "excepted",
    "total",
    "claimed",
    "claimed_part",
    "met",
    "degrees",
    "exceptions",
    "na",
    "na_until",
    "note",
    "evidence",
    "outcomes",
];

/// A header and the rows. Lists are JSON, since clauses joined by blanks look like days to some programs; no text is a
/// formula or a number to any.
#[must_use]
pub fn rows<'a>(rows: impl IntoIterator<Item = &'a Row<'a>>) -> String {
    write(&COLUMNS, rows.into_iter().map(fields))
}

/// The header alone, before rows that are written part by part.
#[must_use]
pub fn row_header() -> String {
    write(&COLUMNS, std::iter::empty())
}

/// Rows without a header, to be written behind others.
#[must_use]
pub fn more_rows<'a>(rows: impl IntoIterator<Item = &'a Row<'a>>) -> String {
    write_records(rows.into_iter().map(fields))
}

/// The columns of a trend: which point, then those of its rows.
const TREND_COLUMNS: usize = COLUMNS.len() + 2;

/// The header of the rows of a trend.
#[must_use]
pub fn trend_row_header() -> String {
    write(&behind(["at", "revision"], COLUMNS), std::iter::empty())
}

/// Rows of a trend without a header.
#[must_use]
pub fn more_trend_rows<'a>(rows: impl IntoIterator<Item = TrendRow<'a>>) -> String {
    let fields = |it: TrendRow<'_>| behind([plain(it.at), it.revision.unwrap_or_default().to_owned()], fields(it.row));
    write_records(rows.into_iter().map(fields))
}

/// Columns behind the first two.
fn behind<T>(first: [T; 2], rest: [T; COLUMNS.len()]) -> [T; TREND_COLUMNS] {
    let mut all = first.into_iter().chain(rest);
    std::array::from_fn(|_| all.next().expect("there are as many columns as are counted"))
}

fn fields(row: &Row<'_>) -> [String; COLUMNS.len()] {
    let words = |words: Option<&str>| words.map(text).unwrap_or_default();
    [
        text(row.path),
        words(row.team),
        words(row.system),
        words(row.owner),
        plain(row.date),
        row.model.to_string(),
        row.model_version.to_owned(),
        row.id.to_string(),
        plain(row.parent),
        row.kind.to_string(),
        text(row.name),
        text(row.name_en),
        text(row.name_zh),
        row.state.to_string(),
        plain(row.level),
        plain(row.best),
        plain(row.worst),
        plain(row.partial),
        plain(row.score),
        row.answered.to_string(),
        row.not_applicable.to_string(),
        row.excepted.to_string(),
        row.total.to_string(),
        plain(row.claimed),
        plain(row.claimed_part),
        list(row.met.as_ref()),
        list(row.degrees.as_ref()),
        list(row.exceptions.as_ref()),
        words(row.na),
        plain(row.na_until),
        words(row.note),
        list(row.evidence.as_ref()),
        list(row.outcomes.as_ref()),
    ]
}

fn plain(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn list(values: Option<&impl Serialize>) -> String {
    values.map(json::write_line).unwrap_or_default()
}
