//! Several files that are written together: all of them, or none.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use assess::document::check_size;
use assess::lang::Text;
use assess::problem::Source;
use assess::text;

use super::lock;
use super::reading::read;
use super::replacing::{GrowingFile, OldFile, WholeFile};
use super::saving::{busy, refuse_input, regular_file};
use crate::failure::{Failure, show_remark};

/// Files that are on the disk, and not yet in their places. Dropped before that they leave nothing.
pub struct StagedFiles {
    /// Those of which there was none before.
    new: Vec<WholeFile>,
    others: Vec<WholeFile>,
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

    /// Adds files that were written elsewhere.
    pub fn adopt(&mut self, files: impl IntoIterator<Item = WholeFile>) {
        self.others.extend(files);
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
                None => self.new.push(filled(GrowingFile::begin_new(path)?, text.as_bytes())?),
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
    /// What keeps one from being written; new files are then not there, and what others replaced is back, as it was. The first
    /// to be put there are those whose places may have been taken meanwhile.
    pub fn finish(self) -> Result<()> {
        let Self { new, others, locks, busy } = self;
        let mut files = new.into_iter().chain(others).peekable();
        let mut replaced = Vec::new();
        while let Some(file) = files.next() {
            // What the last one replaces is never wanted again.
            let old = files.peek().map(|_| file.keep_old());
            if let Err(error) = file.put() {
                bring_back(replaced);
                return Err(error);
            }
            replaced.extend(old);
        }
        drop((locks, busy));
        Ok(())
    }
}

/// Undoes what was put in place before a file that could not be. Why that failed is told by whoever asks.
fn bring_back(replaced: Vec<OldFile>) {
    let lost: Vec<_> = replaced.into_iter().rev().filter_map(|old| old.bring_back().err()).collect();
    if !lost.is_empty() {
        let Text { en, zh, .. } = Text::list_words(lost.iter().rev().map(|path| path.display()));
        show_remark(&text!("written already, and not taken back: {en}", "已写入且未能撤回：{zh}"));
    }
}

/// A file with its text, on the disk for good.
fn filled(mut file: GrowingFile, text: &[u8]) -> Result<WholeFile> {
    file.write(text)?;
    file.close()
}

/// Files that several threads write one by one, to be put in their places together. None is open, so there may be many.
#[derive(Default)]
pub struct GatheredFiles(Mutex<Gathered>);

enum Gathered {
    /// Each by its path.
    Open(BTreeMap<PathBuf, WholeFile>),
    /// Nothing is taken any more.
    GivenUp,
}

impl Default for Gathered {
    fn default() -> Self {
        Self::Open(BTreeMap::new())
    }
}

impl GatheredFiles {
    /// Adds a document, which is to take the place of what stands at a path.
    ///
    /// # Errors
    ///
    /// A file that was read in this run, or what keeps it from being written.
    pub fn add(&self, path: &Path, document: &[u8]) -> Result<()> {
        refuse_input(path)?;
        let mut gathered = self.lock();
        if let Gathered::Open(files) = &mut *gathered {
            files.insert(path.to_owned(), filled(GrowingFile::begin(path)?, document)?);
        }
        Ok(())
    }

    /// Takes all of them out, in the order of their paths.
    pub fn take(&self) -> Vec<WholeFile> {
        match std::mem::take(&mut *self.lock()) {
            Gathered::Open(files) => files.into_values().collect(),
            Gathered::GivenUp => Vec::new(),
        }
    }

    /// Leaves no file behind, and takes none any more.
    pub fn give_up(&self) {
        *self.lock() = Gathered::GivenUp;
    }

    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::MetadataExt as _;

    use super::StagedFiles;

    #[test]
    fn what_was_replaced_comes_back_where_a_later_file_cannot_be_put() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let [old, new, last] = ["old", "new", "last"].map(|name| folder.path().join(name));
        fs::write(&old, "what stood there").expect("it can be written");
        let number = fs::metadata(&old).expect("it is there").ino();
        let mut staged = StagedFiles::begin();
        for path in [&old, &new, &last] {
            staged.add(path, b"a document").expect("it can be written");
        }
        // As where another program has made a folder of that name meanwhile.
        fs::create_dir(&last).expect("there is room");
        let failure = staged.finish().expect_err("no file takes the place of a folder").to_string();
        assert!(failure.contains("last`"), "{failure}");
        assert_eq!(fs::read_to_string(&old).expect("it is there"), "what stood there");
        assert_eq!(fs::metadata(&old).expect("it is there").ino(), number, "it is the same file, and no copy of it");
        assert!(!new.exists(), "there was none before");
        assert_eq!(fs::read_dir(folder.path()).expect("it is a folder").count(), 2, "nothing else is left");
    }

    #[test]
    fn nothing_is_left_beside_files_that_were_put_in_their_places() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let paths = ["one", "two"].map(|name| folder.path().join(name));
        let mut staged = StagedFiles::begin();
        for path in &paths {
            fs::write(path, "before").expect("it can be written");
            staged.add(path, b"after").expect("it can be written");
        }
        staged.finish().expect("they can be put there");
        assert!(paths.iter().all(|path| fs::read_to_string(path).is_ok_and(|text| text == "after")));
        assert_eq!(fs::read_dir(folder.path()).expect("it is a folder").count(), 2);
    }
}
