//! A file put in place of another at once: written beside it as a temporary file, and renamed over it when it is whole.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{MetadataExt as _, fchown};
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::text;
use rustix::fs::{Access, access};
use tempfile::{NamedTempFile, TempPath};

use super::attributes::copy_attributes;
use super::failures::cannot_write;
use super::mounted::mounted_alone;
use super::places::{folder_of, target_of};
use super::temporary::{hidden, new_file_in};
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

    /// Ends it: it is on the disk for good, belongs to whom the old one does, and is open no longer.
    ///
    /// # Errors
    ///
    /// What keeps it from being written; the old file is then as it was.
    pub fn close(self) -> Result<WholeFile> {
        let (path, target, old, taking) = (self.path, self.target, self.old, self.taking);
        let Growing::Beside(file) = self.place else {
            return Ok(WholeFile { path, target, old, place: None, taking });
        };
        let settle = || {
            file.as_file().sync_data()?;
            if let (Taking::Any, Some(old)) = (taking, &old) {
                keep_owner_and_permissions(file.as_file(), old)?;
                if let Ok(old) = File::open(&target) {
                    copy_attributes(&old, file.as_file());
                }
            }
            Ok(())
        };
        settle().map_err(|error| explain(&path, old.as_ref(), &error))?;
        Ok(WholeFile { path, target, old, place: Some(file.into_temp_path()), taking })
    }

    /// Puts the whole in its place.
    ///
    /// # Errors
    ///
    /// Those of [`GrowingFile::close`] and [`WholeFile::put`].
    pub fn finish(self) -> Result<()> {
        self.close()?.put()
    }

    fn explain(&self, error: &io::Error) -> Failure {
        explain(&self.path, self.old.as_ref(), error)
    }
}

/// A file that is on the disk for good, and not yet in its place. Dropped before that it leaves nothing.
pub struct WholeFile {
    /// As it was named.
    path: PathBuf,
    target: PathBuf,
    old: Option<Metadata>,
    /// What it is called until then; `None` if it was written through.
    place: Option<TempPath>,
    taking: Taking,
}

impl WholeFile {
    /// Puts it in its place.
    ///
    /// # Errors
    ///
    /// What stands in the way; the old file is then as it was, and so is one that was begun meanwhile where there was none.
    pub fn put(self) -> Result<()> {
        let Some(file) = self.place else { return Ok(()) };
        if self.taking == Taking::Any {
            let put = file.persist(&self.target);
            return Ok(put.map_err(|error| explain(&self.path, self.old.as_ref(), &error.error))?);
        }
        match file.persist_noclobber(&self.target) {
            Ok(()) => Ok(()),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Err(begun_meanwhile(&self.path).into()),
            Err(error) => Err(cannot_write(&self.path, &error.error).into()),
        }
    }

    /// Keeps what stands in its place, so that it can be brought back once the file is there.
    pub(super) fn keep_old(&self) -> OldFile {
        let stood = match (&self.place, &self.old) {
            (None, _) => Stood::Stream,
            (Some(_), None) => Stood::Nothing,
            (Some(_), Some(_)) => {
                let second_name = hidden().make_in(folder_of(&self.target), |name| fs::hard_link(&self.target, name));
                second_name.map_or(Stood::Unkept, |name| Stood::Kept(name.into_temp_path()))
            }
        };
        OldFile { path: self.path.clone(), target: self.target.clone(), stood }
    }
}

/// What stood in the place of a file. Dropped it is gone, unless it is still there by its own name.
pub(super) struct OldFile {
    /// As it was named.
    pub path: PathBuf,
    target: PathBuf,
    stood: Stood,
}

enum Stood {
    /// What is written through cannot be taken back.
    Stream,
    Nothing,
    /// A file, by a second name: nothing is copied, and it comes back as it was.
    Kept(TempPath),
    /// A file where the file system knows no second names.
    Unkept,
}

impl OldFile {
    /// Brings it back in place of what was put there; gives its path where that cannot be done.
    pub fn bring_back(self) -> Result<(), PathBuf> {
        let is_back = match self.stood {
            Stood::Stream => true,
            Stood::Nothing => fs::remove_file(&self.target).is_ok(),
            Stood::Kept(name) => name.persist(&self.target).is_ok(),
            Stood::Unkept => false,
        };
        if is_back { Ok(()) } else { Err(self.path) }
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
