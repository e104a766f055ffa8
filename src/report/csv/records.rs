//! What every CSV document is written by.

use std::fmt::{Display, Write as _};

/// A header and records of the same length.
pub(super) fn write<const N: usize>(header: &[&str; N], records: impl Iterator<Item = [String; N]>) -> String {
    let mut all = Records::default();
    all.record(header);
    records.for_each(|record| all.record(&record));
    all.finish()
}

/// Records that grow field by field, without a text of its own for each.
pub(super) struct Records {
    writer: ::csv::Writer<Vec<u8>>,
    /// The field that is being written, where it is no text yet.
    shown: String,
    /// A vector takes every byte, and every record has the same length.
    written: Result<(), ::csv::Error>,
}

impl Default for Records {
    fn default() -> Self {
        Self { writer: ::csv::Writer::from_writer(Vec::new()), shown: String::new(), written: Ok(()) }
    }
}

impl Records {
    /// A whole record.
    pub fn record(&mut self, fields: &[impl AsRef<str>]) {
        for field in fields {
            self.text(field.as_ref());
        }
        self.end();
    }

    /// The next field: a text as it is.
    pub fn text(&mut self, text: &str) {
        let written = self.writer.write_field(text);
        self.note(written);
    }

    /// The next field: anything else, as it is shown; empty for `None`.
    pub fn shown(&mut self, value: Option<impl Display>) {
        self.shown.clear();
        // A string takes everything.
        let _ = value.map(|value| write!(self.shown, "{value}"));
        let written = self.writer.write_field(&self.shown);
        self.note(written);
    }

    /// Ends the record.
    pub fn end(&mut self) {
        let written = self.writer.write_record(None::<&[u8]>);
        self.note(written);
    }

    /// The whole text.
    pub fn finish(self) -> String {
        debug_assert!(self.written.is_ok(), "{:?}", self.written);
        String::from_utf8(self.writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    fn note(&mut self, written: Result<(), ::csv::Error>) {
        if self.written.is_ok() {
            self.written = written;
        }
    }
}
