//! Who may work on a file: one interview for its whole session, and one save at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::Result;
use assess::text;

use super::{cannot_write, folder_of, target_of};
use crate::failure::Failure;

/// The right to interview over a file, held until it is dropped: `.NAME.lock` beside it, with the holder's process id.
#[derive(Debug)]
pub struct Claimed {
    _file: File,
}

/// The lock file of this process, for whichever way it ends.
static LOCK: Mutex<Option<PathBuf>> = Mutex::new(None);

impl Drop for Claimed {
    fn drop(&mut self) {
        release();
    }
}

/// Takes the lock file away. One that is left behind is no lock: it is the open file that counts.
pub fn release() {
    let lock = LOCK.lock().ok().and_then(|mut lock| lock.take());
    if let Some(path) = lock {
        let _ = fs::remove_file(path);
    }
}

/// Claims a file for an interview.
///
/// # Errors
///
/// Another interview over the same file, named by its process.
pub fn claim(path: &Path) -> Result<Claimed> {
    let target = target_of(path);
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let lock = folder_of(&target).join(format!(".{name}.lock"));
    let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&lock);
    let mut file = open.map_err(|error| cannot_write(path, &error))?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        let mut holder = String::new();
        let _ = file.read_to_string(&mut holder);
        let (name, holder) = (path.display(), holder.trim());
        let message = text!(
            "another interview over `{name}` is running (process {holder})",
            "另一个访谈正在使用 `{name}`（进程 {holder}）"
        );
        return Err(Failure::new(message).help(text!("finish that one first", "请先结束那个访谈")).into());
    }
    let id = std::process::id().to_string();
    let write = file.set_len(0).and_then(|()| file.write_all(id.as_bytes()));
    write.map_err(|error| cannot_write(path, &error))?;
    if let Ok(mut own) = LOCK.lock() {
        *own = Some(lock);
    }
    Ok(Claimed { _file: file })
}

/// A lock on the folder: it needs no file of its own and is gone with the process.
///
/// Where a folder cannot be opened or locked there is none; a save there is still atomic.
pub(super) fn lock(path: &Path) -> Result<Option<File>> {
    let Ok(folder) = File::open(folder_of(&target_of(path))) else { return Ok(None) };
    match folder.lock() {
        Ok(()) => Ok(Some(folder)),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(error) => Err(cannot_write(path, &error).into()),
    }
}
