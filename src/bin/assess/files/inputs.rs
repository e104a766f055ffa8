//! The files that are read in a run, and what a file is known by: no document is written over one that was read.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use assess::text;

use super::places::{is_stream, lead_to_one_place};
use crate::failure::Failure;

/// The files that were read in this run: no document is written over them.
static READ: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What a file is known by, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    device: u64,
    number: u64,
}

impl Identity {
    /// That of the regular file at a path; `None` if there is none.
    pub fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| Self::of(&metadata))
    }

    /// That of the file with this metadata.
    pub(super) fn of(metadata: &fs::Metadata) -> Self {
        Self { device: metadata.dev(), number: metadata.ino() }
    }
}

/// Why no document is written over a file that is read.
pub(super) fn would_be_overwritten(path: &Path) -> Failure {
    let name = path.display();
    let message = text!("`{name}` is what was read, and would be overwritten", "`{name}` 是本次读取的文件，将被覆盖");
    Failure::new(message).help(text!("name another file", "请指定其他文件"))
}

/// Remembers a file that a command was told to read, also where it comes not that far.
pub fn keep_from_writing(path: &Path) {
    if let Ok(mut read) = READ.lock() {
        read.push(path.to_owned());
    }
}

/// Whether a path, however it is written, leads to a file that was read in this run.
pub(super) fn was_read(path: &Path) -> bool {
    !is_stream(path) && READ.lock().is_ok_and(|read| read.iter().any(|other| lead_to_one_place(other, path)))
}
