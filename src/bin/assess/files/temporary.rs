//! Temporary files and folders: what a save writes before it takes its place.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::{Arc, Once};

use signal_hook::consts::SIGXFSZ;
use tempfile::{NamedTempFile, TempDir};

/// A temporary file that holds a document, on the disk for good.
pub(super) fn filled_file_in(folder: &Path, document: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = new_file_in(folder)?;
    file.as_file_mut().write_all(document)?;
    file.as_file().sync_data()?;
    Ok(file)
}

/// A temporary file, with the permissions that the system gives any new file, and not a private one's.
pub(super) fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    survive_limits();
    hidden().permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

/// A temporary folder, with the permissions that the system gives any new folder; taken away unless it was renamed.
pub(super) fn new_folder_in(folder: &Path) -> io::Result<TempDir> {
    survive_limits();
    hidden().permissions(fs::Permissions::from_mode(0o777)).tempdir_in(folder)
}

/// Names of temporary files, which no command takes for answers or pages.
pub(super) fn hidden() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".assess-");
    builder
}

/// From now on a limit on the size of files is an error of the write, and does not end the program.
fn survive_limits() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    });
}
