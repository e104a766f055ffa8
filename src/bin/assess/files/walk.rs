//! The answers files at paths that are named: by themselves, or in a folder that is walked.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use assess::text;
use ignore::{DirEntry, Walk, WalkBuilder};

use super::failures::{cannot_read, is_no_regular_file};
use super::git::tracked;
use super::inputs::Identity;
use super::list::Names;
use super::places::DEFAULT;
use crate::failure::Failure;

/// The ending of answers files that are not called [`DEFAULT`].
const ENDING: &str = ".answers.toml";

/// An answers file that was found, or what could not be looked into.
pub struct Found {
    /// Its path from the working directory, or as it was named.
    pub path: PathBuf,
    /// Its path from the folder that was named; the file's own name for one that was named itself.
    pub below: PathBuf,
    /// Why it cannot be read.
    pub failure: Option<anyhow::Error>,
    /// Whether it came before, by this name or another one.
    pub came: Came,
    way: Way,
}

/// How a path leads to its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Itself,
    /// By a symbolic link, which was found in a folder and leads to a file.
    Link,
}

/// How often a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    First,
    Again,
}

/// The answers files at some paths: a path that is a file is one, of a folder all that are called so and that are neither
/// hidden nor ignored by git, in the order of their names; then those that links in it lead to, so that a file which is
/// reached by both is known by its own name.
pub struct AnswersFiles {
    paths: Names,
    folder: Option<(PathBuf, Walk)>,
    /// The links of the folder that is being walked.
    links: VecDeque<Found>,
    /// What was found: by several paths, and by links, one file may come more than once.
    seen: HashSet<Identity>,
}

impl AnswersFiles {
    /// Those at the paths of a command line, where several may lead to one file, and then those of a list.
    pub fn new(paths: Vec<PathBuf>, list: Option<Names>) -> Self {
        let paths = paths.into_iter().map(Ok);
        Self {
            paths: Box::new(paths.chain(list.into_iter().flatten())),
            folder: None,
            links: VecDeque::new(),
            seen: HashSet::new(),
        }
    }

    /// Marks a file that came before.
    fn marked(&mut self, found: Found) -> Found {
        let is_new = Identity::at(&found.path).is_none_or(|identity| self.seen.insert(identity));
        Found { came: if is_new { Came::First } else { Came::Again }, ..found }
    }

    /// The next in the folder that is being walked.
    fn next_in_folder(&mut self) -> Option<Found> {
        while let Some((folder, walk)) = self.folder.as_mut() {
            match walk.find_map(|entry| found_in(folder, entry)) {
                Some(link) if link.way == Way::Link => self.links.push_back(link),
                Some(found) => return Some(found),
                None => self.folder = None,
            }
        }
        self.links.pop_front()
    }
}

impl Iterator for AnswersFiles {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.next_in_folder() {
                return Some(self.marked(found));
            }
            match self.paths.next()? {
                Err(failure) => return Some(unreadable(PathBuf::new(), failure)),
                Ok(path) if path.is_dir() => self.folder = Some((path.clone(), walk(&path))),
                Ok(path) => return Some(self.marked(named(path))),
            }
        }
    }
}

/// What keeps a list or a folder from being read.
fn unreadable(path: PathBuf, failure: anyhow::Error) -> Found {
    Found { below: path.clone(), path, failure: Some(failure), came: Came::First, way: Way::Itself }
}

/// A path that is named is read, whatever it is called.
fn named(path: PathBuf) -> Found {
    let below = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
    Found { path: without_dot(path), below, failure: None, came: Came::First, way: Way::Itself }
}

/// Links are not followed, so that no walk goes round; git's rules alone say what is ignored.
fn walk(folder: &Path) -> Walk {
    let mut builder = WalkBuilder::new(folder);
    builder.ignore(false).follow_links(false).sort_by_file_name(Ord::cmp);
    builder.build()
}

/// An entry of a walk, if it is an answers file or keeps the walk from going on.
fn found_in(folder: &Path, entry: Result<DirEntry, ignore::Error>) -> Option<Found> {
    let below = |path: &Path| path.strip_prefix(folder).map_or_else(|_| path.to_owned(), PathBuf::from);
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = without_dot(place_of(&error).unwrap_or(folder).to_owned());
            let name = path.display().to_string();
            let failure = match error.io_error() {
                Some(error) => cannot_read(&name, error),
                None => Failure::new(text!("cannot read `{name}`: {error}", "无法读取 `{name}`：{error}"))
                    .help(text!("name the files themselves", "请直接指定文件")),
            };
            return Some(unreadable(path, failure.into()));
        }
    };
    if !is_called_answers(entry.path()) {
        return None;
    }
    let path = without_dot(entry.path().to_owned());
    // A link to a file is read, one to a folder is not entered; one that leads nowhere is said when it is opened.
    let metadata = fs::metadata(&path);
    let is_file = metadata.as_ref().is_ok_and(fs::Metadata::is_file);
    let way = if entry.path_is_symlink() && is_file { Way::Link } else { Way::Itself };
    let failure = match metadata {
        Ok(metadata) if metadata.is_dir() => return None,
        Ok(metadata) if !metadata.is_file() => Some(is_no_regular_file(&path.display().to_string()).into()),
        _ => None,
    };
    Some(Found { below: below(entry.path()), path, failure, came: Came::First, way })
}

/// Whether a file has a name by which answers are found.
fn is_called_answers(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == DEFAULT || name.ends_with(ENDING)
}

/// The answers files in a folder, and those below it that git knows.
pub fn known_answers(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = if folder.is_dir() { tracked(folder) } else { Vec::new() };
    let names = entries.map(|entry| PathBuf::from(entry.file_name())).chain(below);
    names.filter(|name| is_called_answers(name)).map(|name| without_dot(folder.join(name))).collect()
}

/// The path that an error of a walk is about.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

/// `./a` is called `a`.
fn without_dot(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(rest) if !rest.as_os_str().is_empty() => rest.to_owned(),
        _ => path,
    }
}
