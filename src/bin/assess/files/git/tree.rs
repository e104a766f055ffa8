//! What a commit has at a place, and which of its files are no longer in the working tree.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::ask::answer;

/// What a commit has at a place.
pub(super) enum Entry {
    /// A regular file, by the name of its content.
    File(String),
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// Another repository: a submodule.
    Repository,
}

/// Returns the entry at a place; `None` if there is none. Folders that are not in this clone are an error, not `None`.
pub(super) fn entry(root: &Path, commit: &str, place: &Path) -> Result<Option<Entry>> {
    let arguments = ["--literal-pathspecs", "ls-tree", "--full-tree", "-z", commit, "--"].map(OsStr::new);
    let listed = answer(root, arguments.into_iter().chain([place.as_os_str()]))?;
    let listed = String::from_utf8_lossy(&listed);
    Ok(listed.split_once('\t').and_then(|(words, _)| read_entry(words)))
}

/// Reads `100644 blob 5716ca59…`: the mode, the kind and the name of the content.
fn read_entry(words: &str) -> Option<Entry> {
    let mut words = words.split_whitespace();
    match (words.next()?, words.next()?, words.next()?) {
        ("120000", ..) => Some(Entry::Link),
        (_, "commit", _) => Some(Entry::Repository),
        (_, "tree", _) => Some(Entry::Folder),
        (_, "blob", content) => Some(Entry::File(content.to_owned())),
        _ => None,
    }
}

/// Returns the TOML files of a commit that the working tree has no more, in the order of their names.
///
/// A link in the place of a file, or of a folder on the way, is not that file.
pub(super) fn removed_toml_files(root: &Path, commit: &str) -> Result<Vec<PathBuf>> {
    let listed = answer(root, ["ls-tree", "-r", "--full-tree", "-z", commit].map(OsStr::new))?;
    let entries = listed.split(|byte| *byte == 0).filter_map(|entry| std::str::from_utf8(entry).ok());
    let files = entries.filter_map(|entry| entry.split_once('\t'));
    let files = files.filter(|(words, _)| matches!(read_entry(words), Some(Entry::File(_))));
    let toml = files.map(|(_, name)| PathBuf::from(name)).filter(|name| {
        name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) && !is_in_working_tree(root, name)
    });
    Ok(toml.collect())
}

/// Returns the TOML files that were renamed between a commit and what git knows of the working tree: what each is called
/// now, and what it was called there.
///
/// The working tree itself is not read, since that may run programs that a repository names for it (filters).
pub(super) fn renamed_toml_files(root: &Path, commit: &str) -> Result<HashMap<PathBuf, PathBuf>> {
    let question = ["diff-index", "--cached", "-z", "--find-renames", "-l1000", "--diff-filter=R", "--name-status"];
    let arguments = question.into_iter().chain([commit, "--", "*.toml"]).map(OsStr::new);
    let listed = answer(root, arguments)?;
    // The kind of each change, then the old and the new name.
    let parts: Vec<_> = listed.split(|byte| *byte == 0).collect();
    let path = |name: &[u8]| PathBuf::from(OsString::from_vec(name.to_vec()));
    Ok(parts.chunks_exact(3).map(|change| (path(change[2]), path(change[1]))).collect())
}

/// Whether a regular file stands at a place, with real folders on the way.
pub(super) fn is_in_working_tree(root: &Path, place: &Path) -> bool {
    let mut path = root.to_owned();
    let mut parts = place.components().peekable();
    while let Some(part) = parts.next() {
        path.push(part);
        let Ok(metadata) = fs::symlink_metadata(&path) else { return false };
        let fits = if parts.peek().is_some() { metadata.is_dir() } else { metadata.is_file() };
        if !fits {
            return false;
        }
    }
    true
}
