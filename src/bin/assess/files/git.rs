//! A repository as it was at a revision, by way of the program `git`, which is asked to read and nothing else.

mod ask;
mod contents;
mod history;
mod revision;
mod tree;

use std::collections::HashMap;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::Result;
use assess::problem::Source;
use assess::text;

use super::failures::too_large;
use super::places::LIMIT;
use super::reading::text_of;
use super::repository::place_in_repository;
use crate::failure::{Failure, repeat};
pub use contents::Contents;
pub use history::{Change, History, Kept};
use tree::Entry;

/// The files in a folder and below it that git knows, by their paths from there; none outside a repository.
pub fn tracked(folder: &Path) -> Vec<PathBuf> {
    let listed = ask::ask(folder, ["ls-files", "-z"].map(OsStr::new)).ok().filter(|output| output.status.success());
    let listed = listed.map(|output| output.stdout).unwrap_or_default();
    let names = listed.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    names.map(|name| PathBuf::from(OsStr::from_bytes(name))).collect()
}

/// A commit of a repository.
pub struct Revision {
    root: PathBuf,
    /// The word that named it, as `main`.
    pub name: String,
    /// Its full id.
    pub commit: String,
    /// What files are called now, and what they were called then; looked up when it is first asked for.
    renamed: OnceLock<Result<HashMap<PathBuf, PathBuf>>>,
}

impl Revision {
    /// Finds a revision in the repository of a file, which need not exist.
    ///
    /// # Errors
    ///
    /// No `git`, no repository or one that git does not trust, no such revision.
    pub fn find(file: &Path, name: &str) -> Result<Self> {
        let (root, _) = place_in_repository(file).ok_or_else(|| {
            let file = file.display();
            let failure = Failure::new(text!("`{file}` is in no git repository", "`{file}` 不在 git 代码库中"));
            failure.help(text!(
                "name earlier answers to compare with: a file, for `rollup` a folder",
                "请改为指定早先的答案文件，`rollup` 则指定存放它们的目录"
            ))
        })?;
        let commit = revision::find_commit(&root, name)?;
        Ok(Self { root, name: name.to_owned(), commit, renamed: OnceLock::new() })
    }

    /// Returns the path of a file from the root of the repository; `None` if it belongs to another one or to none.
    ///
    /// The name is taken as it is written, whatever it is now: a symbolic link in its place does not lead elsewhere.
    pub fn place(&self, file: &Path) -> Option<PathBuf> {
        let (root, place) = place_in_repository(file)?;
        (root == self.root).then_some(place)
    }

    /// Reads the file at a place, a path from the root of the repository; `None` if the revision has no such file.
    ///
    /// # Errors
    ///
    /// A symbolic link or another repository on the way, a part of the history that is not here, no text file.
    pub fn read(&self, place: &Path) -> Result<Option<Source>> {
        let name = format!("git:{}:{}", self.name, place.display());
        let mut content = None;
        for way in ways(place) {
            let here = format!("git:{}:{}", self.name, way.display());
            content = match tree::entry(&self.root, &self.commit, &way)? {
                None => return Ok(None),
                Some(Entry::Link) => return Err(is_link(&here).into()),
                Some(Entry::Repository) => return Err(is_repository(&here).into()),
                Some(Entry::Folder) => None,
                Some(Entry::File(content)) => Some(content),
            };
        }
        let Some(content) = content else { return Err(is_folder(&name).into()) };
        let size = ask::answer(&self.root, ["cat-file", "-s", &content].map(OsStr::new))?;
        if String::from_utf8_lossy(&size).trim().parse::<u64>().is_ok_and(|size| size > LIMIT) {
            return Err(too_large(&name, LIMIT).into());
        }
        let content = ask::answer(&self.root, ["cat-file", "blob", &content].map(OsStr::new))?;
        text_of(name, content.as_slice(), content.len() as u64).map(Some)
    }

    /// Returns the TOML files of the revision that the working tree has no more, in the order of their names.
    ///
    /// # Errors
    ///
    /// A part of the history that is not here.
    pub fn removed_toml_files(&self) -> Result<Vec<PathBuf>> {
        tree::removed_toml_files(&self.root, &self.commit)
    }

    /// Returns what the file at a place was called at the revision, if git takes it for renamed since then.
    ///
    /// # Errors
    ///
    /// A part of the history that is not here.
    pub fn earlier_place(&self, place: &Path) -> Result<Option<&Path>> {
        let renamed = self.renamed.get_or_init(|| tree::renamed_toml_files(&self.root, &self.commit));
        let renamed = renamed.as_ref().map_err(repeat)?;
        Ok(renamed.get(place).map(PathBuf::as_path))
    }

    /// Whether the working tree has a regular file at a place, with real folders on the way.
    pub fn is_still_there(&self, place: &Path) -> bool {
        tree::is_in_working_tree(&self.root, place)
    }
}

/// A revision in as many repositories as there are files to read from it.
pub struct Revisions {
    name: String,
    found: Mutex<HashMap<PathBuf, Arc<Revision>>>,
}

impl Revisions {
    /// The revisions of this name.
    pub fn named(name: String) -> Self {
        Self { name, found: Mutex::default() }
    }

    /// Reads a file as it was at the revision of its own repository; `None` if there was no such file.
    ///
    /// # Errors
    ///
    /// Those of [`Revision::find`] and [`Revision::read`].
    pub fn read(&self, file: &Path) -> Result<Option<Source>> {
        let Some((revision, place)) = self.of(file)? else { return Ok(None) };
        revision.read(&place)
    }

    /// Reads what git takes for a file under its earlier name, with that name from the root of the repository; `None` if the
    /// file was not renamed.
    ///
    /// # Errors
    ///
    /// Those of [`Revisions::read`].
    pub fn read_renamed(&self, file: &Path) -> Result<Option<(Source, PathBuf)>> {
        let Some((revision, place)) = self.of(file)? else { return Ok(None) };
        let Some(earlier) = revision.earlier_place(&place)? else { return Ok(None) };
        let source = revision.read(earlier)?;
        Ok(source.map(|source| (source, earlier.to_owned())))
    }

    /// The revision in the repository of a file, and the place of the file in that.
    fn of(&self, file: &Path) -> Result<Option<(Arc<Revision>, PathBuf)>> {
        let Some((root, place)) = place_in_repository(file) else {
            return Revision::find(file, &self.name).map(|_| None);
        };
        let known = self.found().get(&root).cloned();
        let revision = match known {
            Some(revision) => revision,
            None => Arc::clone(self.found().entry(root).or_insert(Arc::new(Revision::find(file, &self.name)?))),
        };
        Ok(Some((revision, place)))
    }

    fn found(&self) -> MutexGuard<'_, HashMap<PathBuf, Arc<Revision>>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folders on the way to a place from the root, and the place itself last.
fn ways(place: &Path) -> Vec<PathBuf> {
    let mut ways: Vec<_> = place.ancestors().filter(|way| !way.as_os_str().is_empty()).map(Path::to_owned).collect();
    ways.reverse();
    ways
}

fn is_link(name: &str) -> Failure {
    let failure = Failure::new(text!("`{name}` is a symbolic link there", "`{name}` 在该处是符号链接"));
    failure.help(text!("name the file that it leads to, as `git:REV:PATH`", "请用 `git:REV:PATH` 指定它所指向的文件"))
}

fn is_repository(name: &str) -> Failure {
    let failure = Failure::new(text!(
        "`{name}` is another repository there, a submodule",
        "`{name}` 在该处是另一个代码库（子模块）"
    ));
    failure.help(text!(
        "run `assess` inside it, with a revision of that repository, or name a file to compare with",
        "请进入该代码库运行 `assess` 并使用它自己的修订版本，或指定用于比较的文件"
    ))
}

fn is_folder(name: &str) -> Failure {
    let failure = Failure::new(text!("`{name}` is a folder there", "`{name}` 在该处是目录"));
    failure.help(text!("name a file in it, as `git:REV:PATH`", "请用 `git:REV:PATH` 指定其中的文件"))
}
