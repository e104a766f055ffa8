//! Rows on their way out, as they are read: no more than those of one file are ever kept.

use std::path::Path;

use anyhow::Result;
use assess::report::csv;
use assess::text::inert;

use super::arguments::RollupFormat;
use crate::files::{self, GrowingFile, StagedFiles};
use crate::output::{Outputs, Reader, write_lines_to_stdout};

/// Where rows go.
pub struct RowFiles {
    on_stdout: Option<RollupFormat>,
    files: Vec<(RollupFormat, GrowingFile)>,
    reader: Reader,
}

impl RowFiles {
    /// Begins every file of rows that is asked for.
    ///
    /// # Errors
    ///
    /// What keeps one from being written.
    pub fn begin(outputs: &Outputs<RollupFormat>) -> Result<Self> {
        let begin = |(format, path): (RollupFormat, &Path)| {
            files::refuse_input(path)?;
            Ok((format, GrowingFile::begin(path)?))
        };
        let of_rows = outputs.files().filter(|(format, _)| format.is_rows());
        let mut rows = Self {
            on_stdout: outputs.on_stdout().filter(|format| format.is_rows()),
            files: of_rows.map(begin).collect::<Result<_>>()?,
            reader: Reader::Reads,
        };
        rows.write(&csv::row_header(), "")?;
        Ok(rows)
    }

    /// Whether standard output gets rows.
    pub fn are_on_stdout(&self) -> bool {
        self.on_stdout.is_some()
    }

    /// Writes the rows of the next file in every form.
    ///
    /// # Errors
    ///
    /// What cannot be written.
    pub fn write(&mut self, csv: &str, ndjson: &str) -> Result<()> {
        let of = |format: RollupFormat| if format == RollupFormat::Csv { csv } else { ndjson };
        for (format, file) in &mut self.files {
            file.write(inert(of(*format)).as_bytes())?;
        }
        if let Some(format) = self.on_stdout
            && self.reader == Reader::Reads
        {
            self.reader = write_lines_to_stdout(of(format))?;
        }
        Ok(())
    }

    /// Whether nobody wants any more rows: they go to standard output alone, and its reader has left.
    pub fn is_in_vain(&self) -> bool {
        self.reader == Reader::HasLeft && self.files.is_empty()
    }

    /// Has every file be on the disk for good.
    ///
    /// # Errors
    ///
    /// What keeps one from being there.
    pub fn settle(&self) -> Result<()> {
        self.files.iter().try_for_each(|(_, file)| file.settle())
    }

    /// Adds every file to those that are to be put in their places together.
    ///
    /// # Errors
    ///
    /// What keeps one from being written.
    pub fn stage(self, staged: &mut StagedFiles) -> Result<()> {
        for (_, file) in self.files {
            staged.adopt([file.close()?]);
        }
        Ok(())
    }

    /// Puts every file in its place, where nothing else is written.
    ///
    /// # Errors
    ///
    /// What keeps one from being written; none is there then.
    pub fn finish(self) -> Result<()> {
        let mut staged = StagedFiles::begin();
        self.stage(&mut staged)?;
        staged.finish()
    }

    /// Leaves no file behind.
    pub fn give_up(&mut self) {
        self.files.clear();
    }
}
