//! Files that are written: whole or not at all, with whom they belong to, and said beforehand where they cannot be.

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::mem;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use assess::document::check_size;
use assess::lang::Text;
use assess::problem::Source;
use assess::text;

use super::failures::{cannot_read, cannot_write, is_a_folder, is_no_folder, is_no_regular_file, leads_nowhere};
use super::inputs::{was_read, would_be_overwritten};
use super::lock;
use super::mounted::{is_mounted_alone, mounted_alone};
use super::places::{LIMIT, folder_of, is_stream, target_of};
use super::reading::{is_there, read};
use super::replacing::{cannot_replace, check_writable, replace};
use super::temporary::{filled_file_in, new_file_in, new_folder_in};
use crate::failure::Failure;

/// What stands where answers are to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file that can be replaced.
    Taken,
    /// Nothing, and a file can be begun.
    Free,
}

/// Held while there may be a temporary file.
static BUSY: Mutex<()> = Mutex::new(());

pub(super) fn busy() -> MutexGuard<'static, ()> {
    BUSY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for a save that is under way, and lets none begin any more, for a program that ends before its main thread does.
pub fn block_saves() {
    mem::forget(busy());
    lock::release();
}

/// Whether answers can be kept at a place: said at the start of an interview, and not at its fortieth answer.
///
/// # Errors
///
/// What would keep a save from being written.
pub fn check_place(path: &Path) -> Result<Place> {
    let _busy = busy();
    let Some(metadata) = regular_file(path)? else {
        new_file_in(&folder_of(path)).map_err(|error| cannot_write(path, &error))?;
        return Ok(Place::Free);
    };
    let target = target_of(path);
    check_writable(&target, &metadata).map_err(|error| cannot_write(path, &error))?;
    if is_mounted_alone(&target) {
        return Err(mounted_alone(path).into());
    }
    new_file_in(&folder_of(&target)).map_err(|error| cannot_replace(path, &error))?;
    Ok(Place::Taken)
}

/// What to say of a file that has other names (hard links): a save puts a new file in place of this name alone.
pub fn other_names(path: &Path) -> Option<Text> {
    let others = fs::metadata(path).ok()?.nlink().checked_sub(1).filter(|others| *others > 0)?;
    let name = path.display();
    Some(if others == 1 {
        text!(
            "`{name}` has another name (hard link): it keeps the old text, a save changes this name alone",
            "`{name}` 另有一个名称（硬链接）：保存只更改此名称，另一名称保留旧内容"
        )
    } else {
        text!(
            "`{name}` has {others} other names (hard links): they keep the old text, a save changes this name alone",
            "`{name}` 另有 {others} 个名称（硬链接）：保存只更改此名称，其他名称保留旧内容"
        )
    })
}

/// Whether the path is standard input, which a command that writes cannot take.
pub fn refuse_stdin(path: &Path) -> Result<()> {
    if path.as_os_str() == "-" {
        let message = text!("`-` cannot be written to", "`-` 无法写入");
        return Err(Failure::new(message).help(text!("name a file", "请指定文件")).into());
    }
    Ok(())
}

/// Changes a file: reads it, and replaces it by what `change` makes of it, under a lock that every save holds.
/// The text that stands in it then.
///
/// # Errors
///
/// Those of reading, of `change`, and of writing; the file is then as it was.
pub fn edit(path: &Path, change: impl FnOnce(&Source) -> Result<String>) -> Result<String> {
    let _busy = busy();
    regular_file(path)?;
    let _lock = lock::lock(path)?;
    let source = read(path)?;
    let text = change(&source)?;
    check_size(&source.name, text.len()).map_err(Failure::from)?;
    if text != source.text {
        replace(path, text.as_bytes())?;
    }
    Ok(text)
}

/// Writes a file that must not be there yet.
///
/// # Errors
///
/// A file of that name, or what keeps it from being written.
pub fn create(path: &Path, text: &str) -> Result<()> {
    let _busy = busy();
    let write = || {
        if is_there(path) {
            // Whether or not the folder takes new files.
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let file = filled_file_in(&folder_of(path), text.as_bytes())?;
        file.persist_noclobber(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error: io::Error| not_created(path, &error))
}

fn not_created(path: &Path, error: &io::Error) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::AlreadyExists => is_there_already(path).into(),
        _ => cannot_write(path, error).into(),
    }
}

/// Writes files that must not be there yet into a folder, which is made where there is none: all of them or none.
///
/// # Errors
///
/// A file of such a name, or what keeps one from being written; nothing is there then that was not before.
pub fn create_all(folder: &Path, files: &[(&Path, &str)]) -> Result<()> {
    let _busy = busy();
    let new_folders: Vec<_> =
        folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !is_there(above)).collect();
    let mut written = Vec::new();
    let mut write = || {
        make_folder(folder)?;
        // All are on the disk before one has its name.
        let fill = |&(path, text): &(_, &str)| {
            let file = filled_file_in(folder, text.as_bytes()).map_err(|error| cannot_write(path, &error))?;
            Ok((path, file))
        };
        for (path, file) in files.iter().map(fill).collect::<Result<Vec<(&Path, _)>>>()? {
            file.persist_noclobber(path).map_err(|error| not_created(path, &error.error))?;
            written.push(path);
        }
        Ok(())
    };
    let outcome = write();
    if outcome.is_err() {
        // Why it failed is told already.
        for path in written {
            let _ = fs::remove_file(path);
        }
        for path in new_folders {
            let _ = fs::remove_dir(path);
        }
    }
    outcome
}

/// Makes a folder with these files, named by their paths in it: the whole folder at once, as a temporary one before.
///
/// # Errors
///
/// Anything of that name, or what keeps it from being written; there is no folder then.
pub fn create_folder(path: &Path, files: &[Source]) -> Result<()> {
    if is_there(path) {
        let help = text!("name a folder that is not there yet", "请指定尚不存在的目录");
        let name = path.display();
        return Err(Failure::new(text!("`{name}` is there already", "`{name}` 已存在")).help(help).into());
    }
    let _busy = busy();
    let write = || {
        let folder = new_folder_in(&folder_of(path))?;
        for Source { name, text } in files {
            let file = folder.path().join(name);
            if let Some(above) = file.parent() {
                fs::create_dir_all(above)?;
            }
            fs::write(file, text)?;
        }
        fs::rename(folder.path(), path)
    };
    Ok(write().map_err(|error| cannot_write(path, &error))?)
}

/// Why a file is not begun where one is.
pub fn is_there_already(path: &Path) -> Failure {
    let name = path.display();
    if path.is_dir() {
        let message = text!("`{name}` is a folder", "`{name}` 是目录");
        return Failure::new(message).help(text!("name a file in it", "请指定其中的文件"));
    }
    Failure::new(text!("`{name}` is there already", "`{name}` 已存在"))
        .help(text!("name another file, or remove it first", "请指定其他文件，或先将其删除"))
}

/// Refuses to write a document over a file that was read in this run.
///
/// # Errors
///
/// That it would be lost.
pub fn refuse_input(path: &Path) -> Result<()> {
    if was_read(path) { Err(would_be_overwritten(path).into()) } else { Ok(()) }
}

/// Writes a document to a file of its own, whole or not at all.
///
/// # Errors
///
/// What keeps it from being written; the old file is then as it was.
pub fn write_document(path: &Path, document: &[u8]) -> Result<()> {
    refuse_input(path)?;
    let _busy = busy();
    replace(path, document)
}

/// Makes a folder, and those above it, where there is none.
///
/// # Errors
///
/// What stands in the way.
pub fn make_folder(path: &Path) -> Result<()> {
    let Err(error) = fs::create_dir_all(path) else { return Ok(()) };
    let in_the_way = path.ancestors().find(|above| is_there(above)).filter(|above| !above.is_dir());
    let Some(in_the_way) = in_the_way else { return Err(cannot_write(path, &error).into()) };
    Err(is_no_folder(in_the_way).help(text!("name a folder", "请指定目录")).into())
}

/// What became of text that was to be put behind what a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appended {
    /// It stands there.
    Written,
    /// The whole would be larger than [`LIMIT`]; the file is as it was.
    TooLarge,
}

/// Puts text behind what a file holds, on lines of its own; the file is begun where there is none.
///
/// # Errors
///
/// What keeps it from being written.
pub fn append(path: &Path, text: &str) -> Result<Appended> {
    let add = || {
        if is_stream(path) {
            OpenOptions::new().write(true).open(path)?.write_all(text.as_bytes())?;
            return Ok(Appended::Written);
        }
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
        if file.metadata()?.len() + text.len() as u64 > LIMIT {
            return Ok(Appended::TooLarge);
        }
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(-1)).is_ok() {
            file.read_exact(&mut last)?;
        }
        let gap = if last == [b'\n'] { "" } else { "\n" };
        file.write_all(format!("{gap}{text}").as_bytes())?;
        Ok(Appended::Written)
    };
    add().map_err(|error| cannot_write(path, &error).into())
}

/// The file at a place where answers are to be kept, if there is one: no folder, no pipe, no link that leads nowhere.
pub(super) fn regular_file(path: &Path) -> Result<Option<Metadata>> {
    let name = path.display();
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Some(metadata)),
        Ok(metadata) if metadata.is_dir() => Err(is_a_folder(&name.to_string()).into()),
        Ok(_) => Err(is_no_regular_file(&name.to_string()).into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_there(path) => {
            Err(leads_nowhere(&name.to_string()).into())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot_read(&name.to_string(), &error).into()),
    }
}
