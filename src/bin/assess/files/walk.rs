//! The answers files that a command line names: by themselves, by a folder, or by a list of names.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read as _};
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::text;
use ignore::{Walk, WalkBuilder};

use super::failures::{cannot_read, is_no_regular_file};
use super::git::tracked;
use super::places::DEFAULT;
use super::reading::{Identity, keep_from_writing, refuse_folder};
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

/// What stands between the names of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    LineEnd,
    Nul,
}

/// The names in a list that stands beside others: where it is empty, that is what is found in it.
///
/// # Errors
///
/// A list that cannot be opened.
pub fn names_beside(list: &Path, separator: Separator) -> Result<Names> {
    let (mut names, list, mut count) = (names_from(list, separator)?, list.to_owned(), 0_usize);
    let next = move || {
        count += 1;
        let is_empty = count == 1;
        names.next().or_else(|| is_empty.then(|| Err(names_nothing(&list).into())))
    };
    Ok(Box::new(std::iter::from_fn(next)))
}

/// That a list is empty.
pub fn names_nothing(list: &Path) -> Failure {
    let list = list.display();
    Failure::new(text!("the list `{list}` names no file", "列表 `{list}` 中没有文件名")).help(text!(
        "a line names an answers file or a folder of them; what writes the list may have found none",
        "每行写一个答案文件或其所在的目录；也可能是生成列表的命令没有找到文件"
    ))
}

/// The names in a list; `-` is standard input.
///
/// # Errors
///
/// A list that cannot be opened.
pub fn names_from(list: &Path, separator: Separator) -> Result<Names> {
    let name = list.display().to_string();
    let reader: Box<dyn BufRead + Send> = if list.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        keep_from_writing(list);
        refuse_folder(list)?;
        Box::new(BufReader::new(File::open(list).map_err(|error| cannot_read(&name, &error))?))
    };
    let byte = if separator == Separator::Nul { 0 } else { b'\n' };
    let mut has_failed = false;
    // What fails once fails each time it is asked again: a list ends there.
    let lines = Lines { reader, end: byte, name: name.clone() };
    let lines = lines.take_while(move |line| !std::mem::replace(&mut has_failed, line.is_err()));
    let names = lines.map(move |line| {
        let mut bytes = line?;
        if separator == Separator::LineEnd && bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if bytes.contains(&0) {
            return Err(is_of_nuls(&name).into());
        }
        Ok(PathBuf::from(OsString::from_vec(bytes)))
    });
    Ok(Box::new(names.filter(|name| name.as_ref().map_or(true, |name| !name.as_os_str().is_empty()))))
}

/// The longest name in a list, in bytes: no system opens a longer path.
const LONGEST_NAME: usize = 32 << 10;

/// The names of a list one by one, without the byte that ends each.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    end: u8,
    /// What the list is called.
    name: String,
}

impl Iterator for Lines {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let mut most = self.reader.by_ref().take(LONGEST_NAME as u64 + 1);
        if let Err(error) = most.read_until(self.end, &mut bytes) {
            return Some(Err(cannot_read(&self.name, &error).into()));
        }
        if bytes.last() == Some(&self.end) {
            bytes.pop();
        } else if bytes.is_empty() {
            return None;
        } else if bytes.len() > LONGEST_NAME {
            return Some(Err(is_no_list(&self.name, self.end).into()));
        }
        Some(Ok(bytes))
    }
}

/// That a NUL, which no name holds, stands in a line: it ends the names of another kind of list.
fn is_of_nuls(name: &str) -> Failure {
    let message =
        text!("a NUL ends the names in `{name}`: `-0` reads them", "`{name}` 中的名称以 NUL 结尾：请加 `-0` 读取");
    Failure::new(message).help(text!("add `-0`, or write a name a line", "请加 `-0`，或每行写一个名称"))
}

/// That what is read as a list holds no names, as a device without an end or a file of another kind.
fn is_no_list(name: &str, end: u8) -> Failure {
    let most = LONGEST_NAME >> 10;
    if end == 0 {
        let message = text!(
            "`{name}` is no list of files: more than {most} KiB without a NUL",
            "`{name}` 不是文件列表：连续 {most} KiB 以上没有 NUL"
        );
        return Failure::new(message)
            .help(text!("without `-0` a name a line is read", "去掉 `-0` 即按每行一个名称读取"));
    }
    let message = text!(
        "`{name}` is no list of files: more than {most} KiB without the end of a line",
        "`{name}` 不是文件列表：连续 {most} KiB 以上没有换行"
    );
    Failure::new(message).help(text!(
        "write a name a line; `-0` reads names that end with a NUL, as of `find -print0`",
        "请每行写一个名称；加 `-0` 则读取以 NUL 结尾的名称，如 `find -print0` 的输出"
    ))
}

/// Names of files and folders, one by one.
pub type Names = Box<dyn Iterator<Item = Result<PathBuf>> + Send>;

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
fn found_in(folder: &Path, entry: Result<ignore::DirEntry, ignore::Error>) -> Option<Found> {
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
