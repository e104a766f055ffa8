//! A result for a spreadsheet or a data frame: one row a node, the same columns whatever file or model it is of.

use serde::Serialize;

use super::records::{Records, write};
use crate::model::Id;
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
    row_header() + &more_rows(rows)
}

/// The header alone, before rows that are written part by part.
#[must_use]
pub fn row_header() -> String {
    write(&COLUMNS, std::iter::empty())
}

/// Rows without a header, to be written behind others.
#[must_use]
pub fn more_rows<'a>(rows: impl IntoIterator<Item = &'a Row<'a>>) -> String {
    let mut records = Records::default();
    for row in rows {
        add(&mut records, row);
        records.end();
    }
    records.finish()
}

/// The header of the rows of a trend.
#[must_use]
pub fn trend_row_header() -> String {
    let mut records = Records::default();
    records.record(&[&["at", "revision"][..], &COLUMNS].concat());
    records.finish()
}

/// Rows of a trend without a header.
#[must_use]
pub fn more_trend_rows<'a>(rows: impl IntoIterator<Item = TrendRow<'a>>) -> String {
    let mut records = Records::default();
    for TrendRow { at, revision, row } in rows {
        records.shown(at);
        records.text(revision.unwrap_or_default());
        add(&mut records, row);
        records.end();
    }
    records.finish()
}

/// The fields of a row, in the order of [`COLUMNS`].
fn add(records: &mut Records, row: &Row<'_>) {
    for words in [Some(row.path), row.team, row.system, row.owner] {
        records.text(&words.map(text).unwrap_or_default());
    }
    records.shown(row.date);
    records.text(row.model.as_str());
    records.text(row.model_version);
    records.text(row.id.as_str());
    records.text(row.parent.map(Id::as_str).unwrap_or_default());
    records.shown(Some(row.kind));
    for name in [row.name, row.name_en, row.name_zh] {
        records.text(&text(name));
    }
    records.shown(Some(row.state));
    for level in [row.level, row.best, row.worst] {
        records.shown(level);
    }
    records.shown(row.partial);
    records.shown(row.score);
    for count in [row.answered, row.not_applicable, row.excepted, row.total] {
        records.shown(Some(count));
    }
    records.shown(row.claimed);
    records.shown(row.claimed_part);
    records.text(&list(row.met.as_ref()));
    records.text(&list(row.degrees.as_ref()));
    records.text(&list(row.exceptions.as_ref()));
    records.text(&row.na.map(text).unwrap_or_default());
    records.shown(row.na_until);
    records.text(&row.note.map(text).unwrap_or_default());
    records.text(&list(row.evidence.as_ref()));
    records.text(&list(row.outcomes.as_ref()));
}

fn list(values: Option<&impl Serialize>) -> String {
    values.map(json::write_line).unwrap_or_default()
}
