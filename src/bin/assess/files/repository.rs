//! Where a repository begins, and what its files are called in it.

use std::env;
use std::fs;
use std::path::{Component, Path, PathBuf};

use assess::policy::Evidence;

use super::{folder_of, target_of};

/// The name of a policy.
const POLICY: &str = "assess.toml";

/// The nearest policy, from the working directory up to the root of the repository; outside one, that directory alone.
pub fn policy() -> Option<PathBuf> {
    let working = env::current_dir().ok()?;
    let root = root_of(&working).unwrap_or(&working);
    let folders = working.ancestors().take_while(|folder| folder.starts_with(root));
    let steps = folders.enumerate().map(|(up, folder)| (up, folder.join(POLICY)));
    // A broken link is a policy that cannot be read, and not none at all.
    let (up, _) = { steps }.find(|(_, path)| fs::symlink_metadata(path).is_ok())?;
    Some(std::iter::repeat_n("..", up).chain([POLICY]).collect())
}

/// The root of the repository that a folder, by its full path, stands in.
fn root_of(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").exists())
}

/// What a file is called from the root of its repository, `/` between folders; outside one, as it is named.
pub fn name_in_repository(path: &Path) -> String {
    let full = std::path::absolute(path).ok();
    let inside = full.as_deref().and_then(|full| {
        let folder = folder_of(full).canonicalize().ok()?;
        let own = folder.strip_prefix(root_of(&folder)?).ok()?.join(full.file_name()?);
        Some(own)
    });
    let name = inside.or_else(|| path.is_relative().then(|| path.to_owned()));
    let name = name.unwrap_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default());
    let parts = name.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Looks for the files that evidence names: relative to an answers file, and inside its repository.
pub struct EvidenceFinder {
    folder: PathBuf,
    root: Option<PathBuf>,
}

impl EvidenceFinder {
    /// For the answers in a file; those of standard input stand in the working directory.
    pub fn beside(answers: &Path) -> Self {
        let is_stdin = answers.as_os_str() == "-";
        let folder = if is_stdin { PathBuf::from(".") } else { folder_of(&target_of(answers)) };
        let folder = folder.canonicalize().unwrap_or(folder);
        let root = root_of(&folder).map(Path::to_owned);
        Self { folder, root }
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

    fn look(&self, path: &Path) -> Evidence {
        let border = self.root.as_ref().unwrap_or(&self.folder);
        if path.is_absolute() {
            return Evidence::Outside;
        }
        match self.folder.join(path).canonicalize() {
            Ok(found) if found.starts_with(border) => Evidence::Found,
            Ok(_) => Evidence::Outside,
            Err(_) => Evidence::Missing,
        }
    }
}

/// Whether an entry begins with a scheme, `https:` or `mailto:`; a single letter is a drive.
fn is_link(entry: &str) -> bool {
    let scheme = entry.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.len() > 1
            && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|other| other.is_ascii_alphanumeric() || matches!(other, '+' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn links_begin_with_a_scheme() {
        for link in ["https://wiki.example/a", "mailto:team@example.org", "ssh+git:x"] {
            assert!(is_link(link), "{link}");
        }
        for path in ["docs/a.md", "a b: c.md", "C:\\a.md", ":a", "1a:b", "docs/a:b.md"] {
            assert!(!is_link(path), "{path}");
        }
    }
}
