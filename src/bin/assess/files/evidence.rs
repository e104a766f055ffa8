//! Looks for what evidence names: a file in the repository, or an address elsewhere.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use assess::lang::Text;
use assess::policy::Evidence;
use assess::text;

use super::places::{folder_of, target_of};
use super::repository::{path_from, root_of};

/// Looks for the files that evidence names: relative to an answers file, and inside its repository.
pub struct EvidenceFinder {
    answers: PathBuf,
    folder: PathBuf,
    root: Option<PathBuf>,
}

impl EvidenceFinder {
    /// For the answers in a file; those of standard input stand in the working directory.
    pub fn beside(answers: &Path) -> Self {
        let folder = folder_beside(answers);
        let answers = target_of(answers);
        let root = root_of(&folder).map(Path::to_owned);
        Self { answers, folder, root }
    }

    /// What becomes of looking for one entry. Outside a repository the folder of the answers is the border.
    pub fn find(&self, entry: &str) -> Evidence {
        if is_link(entry) {
            return Evidence::Link;
        }
        let whole = self.look(Path::new(entry));
        match entry.split_once('#') {
            // A place within a document: `docs/branching.md#releases`.
            Some((path, _)) if whole == Evidence::Missing && !path.is_empty() => self.look(Path::new(path)),
            _ => whole,
        }
    }

    /// What to say of an entry that was just saved; `None` where it can be looked at.
    pub fn remark(&self, entry: &str) -> Option<Text> {
        match self.find(entry) {
            Evidence::Missing => Some(text!(
                "saved, but there is no `{entry}` beside the answers file",
                "已保存，但答案文件旁没有 `{entry}`"
            )),
            Evidence::Outside => Some(text!(
                "saved, but `{entry}` lies outside the repository: nobody else has it",
                "已保存，但 `{entry}` 位于代码库之外，其他人无法查看"
            )),
            Evidence::Found | Evidence::Link => None,
        }
    }

    /// A file or a folder shows something; the answers themselves, the folders around them and git's own do not.
    fn look(&self, path: &Path) -> Evidence {
        let border = self.root.as_ref().unwrap_or(&self.folder);
        if path.is_absolute() {
            return Evidence::Outside;
        }
        let Ok(found) = self.folder.join(path).canonicalize() else { return Evidence::Missing };
        if !found.starts_with(border) {
            return Evidence::Outside;
        }
        let is_of_git = found.strip_prefix(border).is_ok_and(|inside| inside.iter().any(is_git));
        let says_nothing = self.folder.starts_with(&found) || found == self.answers || is_of_git;
        if !says_nothing && (found.is_file() || has_file(&found)) { Evidence::Found } else { Evidence::Missing }
    }
}

/// The folder that evidence of answers in a file is relative to.
fn folder_beside(answers: &Path) -> PathBuf {
    let is_stdin = answers.as_os_str() == "-";
    let folder = if is_stdin { PathBuf::from(".") } else { folder_of(&target_of(answers)) };
    folder.canonicalize().unwrap_or(folder)
}

/// Where evidence is named, and where it is to be named.
pub struct EvidenceFolders {
    from: PathBuf,
    to: PathBuf,
}

impl EvidenceFolders {
    /// For answers that go from one file into another.
    pub fn between(from: &Path, to: &Path) -> Self {
        Self { from: folder_beside(from), to: folder_beside(to) }
    }

    /// How an entry is written in the other file; `None` where its path leads to nothing.
    pub fn moved(&self, entry: &str) -> Option<String> {
        if self.from == self.to || is_link(entry) || Path::new(entry).is_absolute() {
            return Some(entry.to_owned());
        }
        let moved = |path: &str| {
            let found = self.from.join(path);
            found.exists().then(|| path_from(&self.to, &found))
        };
        moved(entry).or_else(|| {
            let (path, place) = entry.split_once('#').filter(|(path, _)| !path.is_empty())?;
            Some(format!("{}#{place}", moved(path)?))
        })
    }
}

/// Whether a name is that of git's own folder, on file systems too that do not tell cases apart.
fn is_git(name: &OsStr) -> bool {
    name.eq_ignore_ascii_case(".git")
}

/// Whether a folder holds a file, at any depth. What git keeps is none, and no link is followed.
fn has_file(folder: &Path) -> bool {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| !is_git(&entry.file_name())) {
            match entry.file_type() {
                Ok(kind) if kind.is_file() => return true,
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => {}
            }
        }
    }
    false
}

/// What an address that stands elsewhere may begin with. Whatever else looks like one may be made up.
const SCHEMES: [&str; 16] = [
    "http",
    "https",
    "ftp",
    "ftps",
    "sftp",
    "ssh",
    "git",
    "git+https",
    "git+ssh",
    "ssh+git",
    "svn",
    "svn+ssh",
    "s3",
    "gs",
    "smb",
    "webdavs",
];

/// Whether an entry is an address that stands elsewhere: `https://wiki.example/a`, `mailto:team@example.org`.
fn is_link(entry: &str) -> bool {
    let is_scheme = |scheme: &str| SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme));
    let has_host = |rest: &str| rest.starts_with(char::is_alphanumeric);
    match entry.split_once("://") {
        Some((scheme, rest)) => is_scheme(scheme) && has_host(rest),
        None => entry.strip_prefix("mailto:").is_some_and(|address| address.contains('@')),
    }
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn links_are_addresses_elsewhere() {
        for link in ["https://wiki.example/a", "HTTP://wiki", "mailto:team@example.org", "ssh+git://host/x"] {
            assert!(is_link(link), "{link}");
        }
        for path in [
            "docs/a.md",
            "a.md:12",
            "todo: later",
            "C:\\a.md",
            "file:///etc",
            "https://",
            "javascript:x",
            "x://y",
            "wiki://a",
        ] {
            assert!(!is_link(path), "{path}");
        }
    }
}
