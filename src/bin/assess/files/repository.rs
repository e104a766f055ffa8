//! Where a repository begins, and what its files are called in it.

use std::env;
use std::path::{Component, Path, PathBuf};

use assess::policy::Evidence;

use super::places::{folder_of, target_of};
use super::reading::is_there;

/// The name of a policy.
const POLICY: &str = "assess.toml";

/// The nearest policy, from the working directory up to the root of the repository; outside one, that directory alone.
pub fn policy() -> Option<PathBuf> {
    let working = env::current_dir().ok()?;
    let root = root_of(&working).unwrap_or(&working);
    let folders = working.ancestors().take_while(|folder| folder.starts_with(root));
    let steps = folders.enumerate().map(|(up, folder)| (up, folder.join(POLICY)));
    // A broken link is a policy that cannot be read, and not none at all.
    let (up, _) = { steps }.find(|(_, path)| is_there(path))?;
    Some(std::iter::repeat_n("..", up).chain([POLICY]).collect())
}

/// The root of the repository that a folder, by its full path, stands in. An empty `.git` makes no repository.
fn root_of(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| {
        let git = folder.join(".git");
        git.is_file() || git.join("HEAD").exists()
    })
}

/// The root of the repository that a file belongs to, and its path from there, by its name as it is written.
///
/// It is the repository of the working directory where the file stands in that, even when a folder on the way is a
/// repository of its own, or a link: what was at that place in the history counts, and not where the place leads now.
pub(super) fn place_in_repository(path: &Path) -> Option<(PathBuf, PathBuf)> {
    let full = plain(&std::path::absolute(path).ok()?);
    let working = env::current_dir().ok()?;
    let own = root_of(&working).filter(|root| full.starts_with(root));
    let root = own.or_else(|| root_of(full.parent()?))?;
    Some((root.to_owned(), full.strip_prefix(root).ok()?.to_owned()))
}

/// A full path without `..`, which takes back the part before it.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// What a file is called from the root of its repository, `/` between folders; outside one, as it is named.
pub fn name_in_repository(path: &Path) -> String {
    let inside = place_in_repository(path).map(|(_, place)| place);
    let name = inside.or_else(|| path.is_relative().then(|| path.to_owned()));
    let name = name.unwrap_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default());
    let parts = name.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Looks for the files that evidence names: relative to an answers file, and inside its repository.
pub struct EvidenceFinder {
    answers: PathBuf,
    folder: PathBuf,
    root: Option<PathBuf>,
}

impl EvidenceFinder {
    /// For the answers in a file; those of standard input stand in the working directory.
    pub fn beside(answers: &Path) -> Self {
        let is_stdin = answers.as_os_str() == "-";
        let answers = target_of(answers);
        let folder = if is_stdin { PathBuf::from(".") } else { folder_of(&answers) };
        let folder = folder.canonicalize().unwrap_or(folder);
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
        let says_nothing = self.folder.starts_with(&found)
            || found == self.answers
            || found.strip_prefix(border).is_ok_and(|inside| inside.starts_with(".git"));
        if says_nothing || !(found.is_file() || found.is_dir()) { Evidence::Missing } else { Evidence::Found }
    }
}

/// Whether an entry is an address that stands elsewhere: `https://wiki.example/a`, `mailto:team@example.org`.
fn is_link(entry: &str) -> bool {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|other| other.is_ascii_alphanumeric() || matches!(other, '+' | '-' | '.'))
            && !scheme.eq_ignore_ascii_case("file")
    };
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
        for path in
            ["docs/a.md", "a.md:12", "todo: later", "C:\\a.md", "file:///etc", "https://", "javascript:x", "1a://b"]
        {
            assert!(!is_link(path), "{path}");
        }
    }
}
