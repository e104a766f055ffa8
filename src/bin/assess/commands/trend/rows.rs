//! The forms of a trend, and the rows of every point in those that are rows.

use assess::report::rows::{TrendRow, rows_where};
use assess::report::{csv, json};
use assess::rollup::View;
use assess::scoring::Outcome;
use assess::trend::Stamp;
use clap::ValueEnum;

use super::past::Follow;
use crate::output::Outputs;
use crate::terminal::lang;

/// The formats of `trend`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TrendFormat {
    Table,
    Json,
    Csv,
    Ndjson,
    Markdown,
    Html,
}

impl TrendFormat {
    /// Whether it is a row a node and point, which have no place for what could not be read.
    pub fn is_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Ndjson)
    }
}

/// Rows that grow point by point; empty where nobody asks for them.
pub struct Rows<'m> {
    view: View<'m>,
    csv: Option<String>,
    ndjson: Option<String>,
}

impl<'m> Rows<'m> {
    pub fn new(outputs: &Outputs<TrendFormat>, view: View<'m>) -> Self {
        Self {
            view,
            csv: outputs.ask_for(TrendFormat::Csv).then(csv::trend_row_header),
            ndjson: outputs.ask_for(TrendFormat::Ndjson).then(String::new),
        }
    }

    /// The whole as CSV.
    pub fn csv(&self) -> String {
        self.csv.clone().unwrap_or_default()
    }

    /// The whole as NDJSON.
    pub fn ndjson(&self) -> String {
        self.ndjson.clone().unwrap_or_default()
    }
}

impl Follow for Rows<'_> {
    fn point(&mut self, stamp: &Stamp, outcome: &Outcome<'_>) {
        if self.csv.is_none() && self.ndjson.is_none() {
            return;
        }
        let shown = rows_where(outcome, &stamp.path, lang(), |id| self.view.shows(id));
        let shown = || shown.iter().map(|row| TrendRow { at: stamp.at, revision: stamp.revision.as_deref(), row });
        if let Some(csv) = &mut self.csv {
            csv.push_str(&csv::more_trend_rows(shown()));
        }
        if let Some(ndjson) = &mut self.ndjson {
            ndjson.push_str(&json::trend_rows(shown()));
        }
    }
}
