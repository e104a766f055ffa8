//! Where paths lead.

use std::fs;
use std::path::{Path, PathBuf};

/// The file that a command reads when none is named.
pub const DEFAULT: &str = "answers.toml";

/// The largest file that is read or written, in bytes.
pub(super) const LIMIT: u64 = assess::document::FILE_LIMIT as u64;

/// Where a symbolic link leads, be anything there or not; the path itself when it is none.
pub(super) fn target_of(path: &Path) -> PathBuf {
    let linked = || fs::read_link(path).ok().map(|target| folder_of(path).join(target));
    fs::canonicalize(path).ok().or_else(linked).unwrap_or_else(|| path.to_owned())
}

/// The file that a symbolic link leads to; `None` where a path is no link, or leads to nothing.
pub fn linked_file(path: &Path) -> Option<PathBuf> {
    fs::read_link(path).ok()?;
    fs::canonicalize(path).ok()
}

/// The folder that a name stands in: `.` for a name alone.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Whether two names lead to one thing that is there. `-`, standard input, is no name of any.
pub fn are_same(one: &Path, other: &Path) -> bool {
    let (one, other) = (fs::canonicalize(one), fs::canonicalize(other));
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

/// Whether two names lead to one place, be anything there or not.
pub fn lead_to_one_place(one: &Path, other: &Path) -> bool {
    place_of(one) == place_of(other)
}

/// The full path of where a name leads: of what is not there yet, that of its folder with the name.
fn place_of(path: &Path) -> PathBuf {
    let target = target_of(path);
    let folder = folder_of(&target);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    target.file_name().map_or_else(|| target.clone(), |name| folder.join(name))
}

/// Whether what stands at a path is written through, as a pipe or a device is, and holds nothing.
pub fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}
