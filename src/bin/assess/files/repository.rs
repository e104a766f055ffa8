//! Where a repository begins, and what its files are called in it.

use std::env;
use std::path::{Component, Path, PathBuf};

use super::reading::is_there;

/// The name of a policy.
pub const POLICY: &str = "assess.toml";

/// The nearest policy, from the working directory up to the root of the repository; outside one, that directory alone.
pub fn policy() -> Option<PathBuf> {
    // A broken link is a policy that cannot be read, and not none at all.
    policy_places().into_iter().find(|path| is_there(path))
}

/// The places in which a policy is looked for, the nearest first, as paths from the working directory.
pub fn policy_places() -> Vec<PathBuf> {
    let Ok(working) = env::current_dir() else { return Vec::new() };
    let root = root_of(&working).unwrap_or(&working);
    let folders = working.ancestors().take_while(|folder| folder.starts_with(root));
    folders.enumerate().map(|(up, _)| std::iter::repeat_n("..", up).chain([POLICY]).collect()).collect()
}

/// Whether a path leads out of the repository that the file `of` stands in, as it is written or by a link in it.
/// Outside any repository nothing does.
pub fn leads_out_of_repository(path: &Path, of: &Path) -> bool {
    let full = |path: &Path| std::path::absolute(path).ok().as_deref().and_then(plain);
    let (Some(written), Some(of)) = (full(path), full(of)) else { return false };
    let Some(root) = of.parent().and_then(root_of) else { return false };
    let real = path.canonicalize().ok().zip(root.canonicalize().ok());
    !written.starts_with(root) || real.is_some_and(|(path, root)| !path.starts_with(root))
}

/// The root of the repository that a folder, by its full path, stands in. An empty `.git` makes no repository.
pub(super) fn root_of(folder: &Path) -> Option<&Path> {
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
    let full = plain(&std::path::absolute(path).ok()?)?;
    let working = env::current_dir().ok()?;
    let own = root_of(&working).filter(|root| full.starts_with(root));
    let root = own.or_else(|| root_of(full.parent()?))?;
    Some((root.to_owned(), full.strip_prefix(root).ok()?.to_owned()))
}

/// Whether the working directory is in a repository.
pub fn is_working_in(root: &Path) -> bool {
    env::current_dir().is_ok_and(|working| root_of(&working) == Some(root))
}

/// The path of a file that is named as in `git:REV:PATH`, in the repository of another one; `None` if that is in none.
pub fn path_in_repository(beside: &Path, place: &str) -> Option<PathBuf> {
    if place.starts_with("./") || place.starts_with("../") {
        return Some(place.into());
    }
    place_in_repository(beside).map(|(root, _)| root.join(place))
}

/// A path from the root of a repository as it is named in the working directory.
pub fn from_working_folder(root: &Path, place: &Path) -> PathBuf {
    path_from(Path::new("."), &root.join(place)).into()
}

/// A path without `.` and `..`, which takes back the part before it; `None` if a relative one leads above its beginning.
pub fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            // Above the root of a full path there is the root.
            Component::ParentDir => {
                if !plain.pop() && path.is_relative() {
                    return None;
                }
            }
            part => plain.push(part),
        }
    }
    Some(plain)
}

/// A path as it is written in a file that lies in `folder`: relative to it, `/` between folders.
pub fn path_from(folder: &Path, path: &Path) -> String {
    let full = |path: &Path| std::path::absolute(path).ok().as_deref().and_then(plain);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let (Some(from), Some(to)) = (full(folder), full(path)) else { return path.to_string_lossy().into_owned() };
    let shared = from.iter().zip(to.iter()).take_while(|(one, other)| one == other).count();
    let up = from.iter().skip(shared).map(|_| "..".into());
    let down = to.iter().skip(shared).map(|part| part.to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// What a file is called from the root of its repository, `/` between folders; outside one, as it is named.
pub fn name_in_repository(path: &Path) -> String {
    let inside = place_in_repository(path).map(|(_, place)| place);
    let name = inside.or_else(|| path.is_relative().then(|| path.to_owned()));
    let name = name.unwrap_or_else(|| path.file_name().map(PathBuf::from).unwrap_or_default());
    let parts = name.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What others who read a document call a file: as it is named here, but never by where it is on this machine.
pub fn name_for_others(path: &Path) -> String {
    if path.is_absolute() { name_in_repository(path) } else { path.display().to_string() }
}
