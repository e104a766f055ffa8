//! Files that a later run knows as written by an earlier one: by the mark at their end.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use anyhow::Result;

use super::failures::{cannot_read, cannot_remove};
use super::reading::is_there;

/// Whether there is anything at a path but a file that ends with the mark.
pub fn is_foreign(path: &Path, mark: &str) -> bool {
    is_there(path) && !ends_with(path, mark.as_bytes())
}

/// What cannot be read is not known as written by an earlier run.
fn ends_with(path: &Path, mark: &[u8]) -> bool {
    let read = || -> io::Result<Vec<u8>> {
        let mut end = vec![0; mark.len()];
        // A pipe would be waited for.
        if fs::metadata(path)?.is_file() {
            let mut file = File::open(path)?;
            file.seek(SeekFrom::End(-i64::try_from(mark.len()).map_err(io::Error::other)?))?;
            file.read_exact(&mut end)?;
        }
        Ok(end)
    };
    read().is_ok_and(|end| end == mark)
}

/// The names in a folder that end so, in their order.
///
/// # Errors
///
/// A folder that cannot be read.
pub fn names_ending_with(folder: &Path, ending: &str) -> Result<Vec<String>> {
    let list = || -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            // A name that is not Unicode was not given by this program.
            names.extend(entry?.file_name().into_string().ok().filter(|name| name.ends_with(ending)));
        }
        names.sort();
        Ok(names)
    };
    Ok(list().map_err(|error| cannot_read(&folder.display().to_string(), &error))?)
}

/// Removes a file.
///
/// # Errors
///
/// What keeps it from being removed.
pub fn remove(path: &Path) -> Result<()> {
    Ok(fs::remove_file(path).map_err(|error| cannot_remove(path, &error))?)
}
