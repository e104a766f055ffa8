//! Several files that are written together: all of them, or none.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;

use anyhow::Result;
use assess::document::check_size;
use assess::problem::Source;

use super::lock;
use super::reading::read;
use super::replacing::GrowingFile;
use super::saving::{busy, refuse_input, regular_file};
use crate::failure::Failure;

/// Files that are on the disk, and not yet in their places. Dropped before that they leave nothing.
pub struct StagedFiles {
    /// Those of which there was none before, with their paths.
    new: Vec<(PathBuf, GrowingFile)>,
    others: Vec<GrowingFile>,
    /// What every save of a file that is changed holds, until the file is in its place.
    locks: Vec<Option<File>>,
    busy: MutexGuard<'static, ()>,
}

impl StagedFiles {
    /// No file yet. Nothing else can be saved until these are finished or dropped.
    pub fn begin() -> Self {
        Self { new: Vec::new(), others: Vec::new(), locks: Vec::new(), busy: busy() }
    }

    /// Adds a document, which takes the place of what stands there; what is no regular file is written through at once.
    ///
    /// # Errors
    ///
    /// A file that was read in this run, or what keeps it from being written.
    pub fn add(&mut self, path: &Path, document: &[u8]) -> Result<()> {
        refuse_input(path)?;
        self.others.push(filled(GrowingFile::begin(path)?, document)?);
        Ok(())
    }

    /// Adds files of answers: what `change` makes of each, which is given `None` where there is none.
    ///
    /// # Errors
    ///
    /// Those of reading, of `change` and of writing.
    pub fn change(
        &mut self,
        paths: &[&Path],
        mut change: impl FnMut(&Path, Option<&Source>) -> Result<String>,
    ) -> Result<()> {
        for path in paths {
            let mut source = None;
            if regular_file(path)?.is_some() {
                self.locks.push(lock::lock(path)?);
                source = Some(read(path)?);
            }
            let text = change(path, source.as_ref())?;
            check_size(&path.display().to_string(), text.len()).map_err(Failure::from)?;
            match source {
                None => self.new.push(((*path).to_owned(), filled(GrowingFile::begin_new(path)?, text.as_bytes())?)),
                Some(source) if source.text != text => {
                    self.others.push(filled(GrowingFile::begin(path)?, text.as_bytes())?);
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// Puts all files in their places.
    ///
    /// # Errors
    ///
    /// What keeps one from being written; new files are then not there. The first to be put there are those whose places may
    /// have been taken meanwhile.
    pub fn finish(self) -> Result<()> {
        let Self { new, others, locks, busy } = self;
        let mut written = Vec::new();
        for (path, file) in new {
            if let Err(error) = file.finish() {
                // Why it failed is told already.
                for path in &written {
                    let _ = fs::remove_file(path);
                }
                return Err(error);
            }
            written.push(path);
        }
        others.into_iter().try_for_each(GrowingFile::finish)?;
        drop((locks, busy));
        Ok(())
    }
}

/// A file with its text, on the disk for good.
fn filled(mut file: GrowingFile, text: &[u8]) -> Result<GrowingFile> {
    file.write(text)?;
    file.settle()?;
    Ok(file)
}
