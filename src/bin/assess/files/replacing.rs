//! A file put in place of another at once: written beside it under a passing name, and renamed over it when it is whole.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};

use anyhow::Result;
use assess::text;
use rustix::fs::{Access, access};
use signal_hook::consts::SIGXFSZ;
use tempfile::{NamedTempFile, TempDir};

use super::attributes::copy_attributes;
use super::failures::cannot_write;
use super::mounted::mounted_alone;
use super::places::{folder_of, target_of};
use crate::failure::Failure;

/// A file that is written part by part, and is there when it is whole. Dropped before that it leaves nothing.
///
/// Whom it belongs to, permissions, extended attributes and symbolic links are kept; what is no regular file is written
/// through.
pub struct GrowingFile {
    /// As it was named.
    path: PathBuf,
    target: PathBuf,
    old: Option<Metadata>,
    place: Growing,
    taking: Taking,
}

/// Whose place a file may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taking {
    /// That of what stands there.
    Any,
    /// Nobody's: what another program begins there meanwhile stays.
    Free,
}

enum Growing {
    /// A pipe or a device.
    Through(File),
    Beside(NamedTempFile),
}

impl GrowingFile {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn begin(path: &Path) -> Result<Self> {
        let target = target_of(path);
        let old = fs::metadata(&target).ok();
        let unwritable = |error: io::Error| cannot_write(path, &error);
        let place = match &old {
            Some(old) if !old.is_file() => {
                Growing::Through(OpenOptions::new().write(true).open(&target).map_err(unwritable)?)
            }
            Some(old) => {
                check_writable(&target, old).map_err(unwritable)?;
                Growing::Beside(new_file_in(&folder_of(&target)).map_err(|error| cannot_replace(path, &error))?)
            }
            None => Growing::Beside(new_file_in(&folder_of(&target)).map_err(unwritable)?),
        };
        Ok(Self { path: path.to_owned(), target, old, place, taking: Taking::Any })
    }

    /// Begins a file where there is none, and takes nobody's place when it is finished.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn begin_new(path: &Path) -> Result<Self> {
        Ok(Self { taking: Taking::Free, ..Self::begin(path)? })
    }

    /// Writes the next part of it.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn write(&mut self, part: &[u8]) -> Result<()> {
        let written = match &mut self.place {
            Growing::Through(file) => file.write_all(part),
            Growing::Beside(file) => file.as_file_mut().write_all(part),
        };
        Ok(written.map_err(|error| self.explain(&error))?)
    }

    /// Has what was written be on the disk for good.
    ///
    /// # Errors
    ///
    /// What keeps it from being there, as a disk that turns out to be full.
    pub fn settle(&self) -> Result<()> {
        let Growing::Beside(file) = &self.place else { return Ok(()) };
        Ok(file.as_file().sync_data().map_err(|error| self.explain(&error))?)
    }

    /// Puts the whole in its place.
    ///
    /// # Errors
    ///
    /// What keeps it from being written; the old file is then as it was, and so is one that was begun meanwhile where there was
    /// none.
    pub fn finish(self) -> Result<()> {
        let (path, target, old) = (self.path, self.target, self.old);
        let Growing::Beside(file) = self.place else { return Ok(()) };
        if self.taking == Taking::Free {
            return match file.persist_noclobber(&target) {
                Ok(_) => Ok(()),
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(begun_meanwhile(&path).into()),
                Err(error) => Err(cannot_write(&path, &error.error).into()),
            };
        }
        let replace = || {
            file.as_file().sync_data()?;
            if let Some(old) = &old {
                keep_owner_and_permissions(file.as_file(), old)?;
                if let Ok(old) = File::open(&target) {
                    copy_attributes(&old, file.as_file());
                }
            }
            file.persist(&target).map_err(|error| error.error)?;
            Ok(())
        };
        Ok(replace().map_err(|error| explain(&path, old.as_ref(), &error))?)
    }

    fn explain(&self, error: &io::Error) -> Failure {
        explain(&self.path, self.old.as_ref(), error)
    }
}

/// That another program began a file where there was none.
fn begun_meanwhile(path: &Path) -> Failure {
    let name = path.display();
    let message = text!(
        "`{name}` was begun by another program meanwhile, and stays as that wrote it",
        "`{name}` 刚刚被其他程序创建，保持其写入的内容不变"
    );
    Failure::new(message).help(text!("run it again: then it is changed", "请重新运行，届时将在该文件上更改"))
}

/// Why a file, which may have stood there before, cannot be written.
fn explain(path: &Path, old: Option<&Metadata>, error: &io::Error) -> Failure {
    if old.is_some_and(Metadata::is_file) { cannot_replace(path, error) } else { cannot_write(path, error) }
}

/// Replaces a file at once.
///
/// # Errors
///
/// What keeps it from being written; the old file is then as it was.
pub(super) fn replace(path: &Path, document: &[u8]) -> Result<()> {
    let mut file = GrowingFile::begin(path)?;
    file.write(document)?;
    file.finish()
}

/// An administrator, too, is held to what the permissions of a file say.
pub(super) fn check_writable(target: &Path, metadata: &Metadata) -> io::Result<()> {
    if metadata.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    Ok(access(target, Access::WRITE_OK)?)
}

/// A file that may be written and yet not replaced: its folder, or a mount, is what stands in the way.
pub(super) fn cannot_replace(path: &Path, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::ResourceBusy {
        return mounted_alone(path);
    }
    let failure = cannot_write(path, error);
    if error.kind() != io::ErrorKind::PermissionDenied {
        return failure;
    }
    failure.help(text!(
        "a save puts a new file in place of the old one: make its folder writable",
        "保存时会以新文件替换旧文件：请使其所在目录可写"
    ))
}

/// Only an administrator gives files away; a group of one's own anybody may give. What is not allowed stays undone.
fn keep_owner_and_permissions(file: &File, old: &Metadata) -> io::Result<()> {
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        let _ = fchown(file, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(file, None, Some(old.gid())));
    }
    file.set_permissions(old.permissions())
}

/// A file of a passing name that holds a document for good.
pub(super) fn filled_file_in(folder: &Path, document: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = new_file_in(folder)?;
    file.as_file_mut().write_all(document)?;
    file.as_file().sync_data()?;
    Ok(file)
}

/// A file of a passing name, with the permissions that the system gives any new file, and not a private one's.
pub(super) fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    survive_limits();
    tempfile::Builder::new().prefix(".assess-").permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

/// A folder of a passing name, with the permissions that the system gives any new folder; taken away unless it was renamed.
pub(super) fn new_folder_in(folder: &Path) -> io::Result<TempDir> {
    survive_limits();
    tempfile::Builder::new().prefix(".assess-").permissions(fs::Permissions::from_mode(0o777)).tempdir_in(folder)
}

/// From now on a limit on the size of files is an error of the write, and does not end the program.
fn survive_limits() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    });
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::GrowingFile;

    #[test]
    fn a_new_file_takes_nobodys_place() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("answers.toml");
        let mut file = GrowingFile::begin_new(&path).expect("the place is free");
        file.write(b"ours").expect("it can be written");
        fs::write(&path, "theirs").expect("it can be written");
        let failure = file.finish().expect_err("the place is taken").to_string();
        assert!(failure.contains("was begun by another program meanwhile"), "{failure}");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "theirs");
        assert_eq!(fs::read_dir(folder.path()).expect("it is a folder").count(), 1, "nothing else is left");
    }
}
