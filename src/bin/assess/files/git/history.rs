//! Every change of one file, by first parent and across its names, by a single `git log`.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::Date;
use assess::text;

use super::ask::{answer, ask};
use crate::failure::Failure;
use crate::files::repository::place_in_repository;

/// What became of one file.
pub struct History {
    /// The root of its repository.
    pub root: PathBuf,
    /// Its changes, the earliest first.
    pub changes: Vec<Change>,
    /// What the file is called now, from the root, where its last change was another name.
    pub renamed_to: Option<PathBuf>,
    /// Whether this clone has a part of the history only.
    pub is_shallow: bool,
}

/// One change of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The full id of the commit.
    pub commit: String,
    /// The day on which it was committed, where the committer was.
    pub day: Date,
    /// What the file was called then, from the root of the repository.
    pub place: PathBuf,
    /// What stood there.
    pub kept: Kept,
}

/// What a commit has in the place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A regular file, by the name of its content.
    File(String),
    /// Nothing any more.
    Nothing,
    /// A symbolic link.
    Link,
    /// Another repository: a submodule.
    Repository,
}

impl History {
    /// The history of a file, up to what is checked out.
    ///
    /// # Errors
    ///
    /// No `git`, no repository or one that git does not trust, and a file that was never committed.
    pub fn of(file: &Path) -> Result<Self> {
        let name = file.display();
        let (root, place) = place_in_repository(file).ok_or_else(|| {
            let failure = Failure::new(text!("`{name}` is in no git repository", "`{name}` 不在 git 代码库中"));
            failure.help(text!(
                "put it into one; or name several answers files of different dates to `assess trend`, which puts them in order",
                "请将其放入 git 代码库；或向 `assess trend` 指定多个日期不同的答案文件，将按日期排列"
            ))
        })?;
        // One process for two questions: whether the clone is shallow, then, by the exit code, whether anything is committed.
        let told = ["rev-parse", "--is-shallow-repository", "--verify", "--quiet", "HEAD"].map(OsStr::new);
        let told = ask(&root, told)?;
        // Git before 2.15 does not know the first of them: it says nothing and fails, whatever is committed.
        let is_known = matches!(told.stdout.trim_ascii(), b"true" | b"false");
        if is_known && !told.status.success() && told.stderr.trim_ascii().is_empty() {
            return Err(never_committed(&name.to_string()).into());
        }
        let listed = answer(&root, LOG.map(OsStr::new).into_iter().chain([place.as_os_str()]))?;
        let mut changes = read_log(&listed);
        changes.reverse();
        if changes.is_empty() {
            return Err(never_committed(&name.to_string()).into());
        }
        let renamed_to = match changes.last() {
            // What is below a folder that is gone has other names.
            Some(last) if last.place != place => return Err(never_committed(&name.to_string()).into()),
            Some(Change { kept: Kept::Nothing, commit, .. }) => new_name(&root, commit, &place)?,
            _ => None,
        };
        Ok(Self { root, changes, renamed_to, is_shallow: told.stdout.starts_with(b"true") })
    }
}

/// By no settings but these: what a user has set for reading must not change what is read.
const LOG: [&str; 22] = [
    "--literal-pathspecs",
    "-c",
    "log.showRoot=true",
    "-c",
    "diff.renames=true",
    "log",
    "--first-parent",
    "-m",
    "--follow",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-color",
    "--no-ext-diff",
    "--no-show-signature",
    "--no-notes",
    "--no-decorate",
    "--find-renames",
    "--format=%H %cs",
    "--end-of-options",
    "HEAD",
    "--",
];

fn never_committed(name: &str) -> Failure {
    let failure = Failure::new(text!("`{name}` was never committed", "`{name}` 从未提交"));
    failure.help(text!(
        "commit it, or name several answers files of different dates",
        "请先提交，或指定多个日期不同的答案文件"
    ))
}

/// What a file that a commit took away is called since then, if it was renamed.
fn new_name(root: &Path, commit: &str, place: &Path) -> Result<Option<PathBuf>> {
    let parent = format!("{commit}^1");
    let question = ["diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status", &parent, commit];
    let listed = answer(root, question.map(OsStr::new))?;
    // The kind of each change, then the old and the new name.
    let parts: Vec<_> = listed.split(|byte| *byte == 0).collect();
    let renamed = parts.chunks_exact(3).find(|change| change[1] == place.as_os_str().as_bytes());
    Ok(renamed.map(|change| PathBuf::from(OsString::from_vec(change[2].to_vec()))))
}

/// Reads what `git log` prints: a line for a commit, then a line with modes, contents and the kind of change, then the
/// place; of a renamed file the old one too. Everything ends in NUL.
fn read_log(listed: &[u8]) -> Vec<Change> {
    let mut parts = listed.split(|byte| *byte == 0);
    let (mut changes, mut commit) = (Vec::new(), None);
    while let Some(part) = parts.next() {
        let line = String::from_utf8_lossy(part);
        let line = line.trim();
        let Some(raw) = line.strip_prefix(':') else {
            commit = line.split_once(' ').and_then(|(id, day)| Some((id.to_owned(), day.parse::<Date>().ok()?)));
            continue;
        };
        let words: Vec<_> = raw.split(' ').collect();
        let [_, mode, _, content, kind] = words[..] else { continue };
        let mut place = parts.next();
        if kind.starts_with(['R', 'C']) {
            place = parts.next();
        }
        let Some((place, (commit, day))) = place.zip(commit.clone()) else { continue };
        let kept = match mode {
            "000000" => Kept::Nothing,
            "120000" => Kept::Link,
            "160000" => Kept::Repository,
            _ => Kept::File(content.to_owned()),
        };
        changes.push(Change { commit, day, place: PathBuf::from(OsString::from_vec(place.to_vec())), kept });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::{Kept, read_log};

    #[test]
    fn renames_removals_and_links_are_told_apart() {
        let listed = b"c2 2026-02-01\0\n:100644 100644 aa bb R090\0old name.toml\0new:name.toml\0c1 2026-01-31\0\n:000000 120000 00 aa A\0old name.toml\0c0 2026-01-30\0\n:100644 000000 aa 00 D\0old name.toml\0";
        let told: Vec<_> = read_log(listed)
            .into_iter()
            .map(|change| (change.commit, change.day.to_string(), change.place.display().to_string(), change.kept))
            .collect();
        let change = |commit: &str, day: &str, place: &str, kept| (commit.into(), day.into(), place.into(), kept);
        assert_eq!(
            told,
            [
                change("c2", "2026-02-01", "new:name.toml", Kept::File("bb".into())),
                change("c1", "2026-01-31", "old name.toml", Kept::Link),
                change("c0", "2026-01-30", "old name.toml", Kept::Nothing),
            ]
        );
    }
}
