//! Where paths lead.

use std::fs;
use std::path::{Path, PathBuf};

/// The largest file that is read or written, in bytes.
pub(super) const LIMIT: u64 = assess::document::SIZE_LIMIT as u64;

/// Where a symbolic link leads, be anything there or not; the path itself when it is none.
pub(super) fn target_of(path: &Path) -> PathBuf {
    let linked = || fs::read_link(path).ok().map(|target| folder_of(path).join(target));
    fs::canonicalize(path).ok().or_else(linked).unwrap_or_else(|| path.to_owned())
}

pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
