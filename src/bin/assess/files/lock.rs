//! Who may work on a file: one interview for its whole session, and one save at a time.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::Result;
use assess::text;
use rustix::fs::OFlags;

use super::failures::cannot_write;
use super::places::{folder_of, target_of};
use crate::failure::Failure;

/// How often a save asks again while another one is under way, and how long it waits in between: for five seconds.
const TRIES: u32 = 1_000;
const PAUSE: Duration = Duration::from_millis(5);

/// The right to interview over a file, held until it is dropped: `.NAME.lock` beside it, with the holder's process id.
#[derive(Debug)]
pub struct Claimed;

impl Drop for Claimed {
    fn drop(&mut self) {
        release();
    }
}

/// The claim of this process, for whichever way it ends: the open file is the lock, its path leads others to it.
static HELD: Mutex<Option<(File, PathBuf)>> = Mutex::new(None);

/// Takes the lock file away, unless another stands in its place by now. One that is left behind is no lock.
pub(super) fn release() {
    // Kept until the file is gone: another thread that ends the program waits for it.
    let Ok(mut held) = HELD.lock() else { return };
    if let Some((_file, path)) = held.take().filter(|(file, path)| is_at(file, path)) {
        let _ = fs::remove_file(path);
    }
}

/// Claims a file for an interview.
///
/// # Errors
///
/// Another interview over the same file, named by its process; a lock file that cannot be made.
pub fn claim(path: &Path) -> Result<Claimed> {
    let target = target_of(path);
    let name = [".".as_ref(), target.file_name().unwrap_or_default(), ".lock".as_ref()];
    let place = folder_of(&target).join(OsString::from_iter(name));
    let mut file = loop {
        let file = open(&place)?;
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            return Err(is_running(path, &file).into());
        }
        // Who held it may have taken it away since it was opened.
        if is_at(&file, &place) {
            break file;
        }
    };
    let id = std::process::id().to_string();
    let written = file.set_len(0).and_then(|()| file.write_all(id.as_bytes()));
    written.map_err(|error| cannot_write(&place, &error))?;
    if let Ok(mut held) = HELD.lock() {
        *held = Some((file, place));
    }
    Ok(Claimed)
}

/// Opens or begins a lock file. What came with somebody's repository leads to no other file.
fn open(place: &Path) -> Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).custom_flags(flags.bits().cast_signed());
    let opened = options.open(place);
    if fs::symlink_metadata(place).is_ok_and(|metadata| !metadata.is_file()) {
        let name = place.display();
        let failure = Failure::new(text!("`{name}` is no regular file", "`{name}` 不是普通文件"));
        return Err(failure.help(text!("remove it: locks are kept there", "请将其删除：锁文件须放在此处")).into());
    }
    Ok(opened.map_err(|error| cannot_write(place, &error))?)
}

/// Whether a path still leads to this very file.
fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(own), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (own.dev(), own.ino()) == (there.dev(), there.ino())
}

fn is_running(path: &Path, lock: &File) -> Failure {
    let mut holder = String::new();
    let _ = lock.take(20).read_to_string(&mut holder);
    let (name, holder) = (path.display(), holder.trim());
    let message = text!(
        "another interview over `{name}` is running (process {holder})",
        "另一个访谈正在使用 `{name}`（进程 {holder}）"
    );
    Failure::new(message).help(text!("finish that one first", "请先结束那个访谈"))
}

/// A lock on the folder: it needs no file of its own and is gone with the process.
///
/// Where a folder cannot be opened or locked there is none; a save there is still atomic.
///
/// # Errors
///
/// Another save that does not come to its end.
pub(super) fn lock(path: &Path) -> Result<Option<File>> {
    let Ok(folder) = File::open(folder_of(&target_of(path))) else { return Ok(None) };
    for _ in 0..TRIES {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    let name = path.display();
    let failure = Failure::new(text!("another program is saving beside `{name}`", "另一个程序正在 `{name}` 旁保存"));
    Err(failure
        .help(text!("try again, or end that program if it hangs", "请重试；若该程序已停止响应，请将其结束"))
        .into())
}
