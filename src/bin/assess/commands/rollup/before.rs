//! How the same files stood before: at a revision, or in a folder of earlier ones.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::Result;
use assess::answers::Answers;
use assess::model::Model;
use assess::problem::{Refusal, Source};
use assess::text;

use crate::commands::diff::brought_over;
use crate::earlier::EarlierName;
use crate::failure::Failure;
use crate::files::{self, Found, Revisions, Unread};

/// What files are compared with, as the command line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BeforeName {
    Revision(String),
    Folder(PathBuf),
}

impl FromStr for BeforeName {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        match word.parse()? {
            EarlierName::Revision(name) => Ok(Self::Revision(name)),
            EarlierName::File(folder) => Ok(Self::Folder(folder)),
            EarlierName::FileAtRevision { revision, .. } => {
                let message = text!("`{word}` is one file", "`{word}` 只是一个文件");
                Err(Refusal::new(message).help(text!(
                    "write `git:{revision}`: each file is compared with what it was there",
                    "请写 `git:{revision}`：每个文件与它当时的内容对比"
                )))
            }
        }
    }
}

impl fmt::Display for BeforeName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Revision(name) => write!(out, "git:{name}"),
            Self::Folder(folder) => folder.display().fmt(out),
        }
    }
}

/// Where earlier answers are looked for.
pub enum Before {
    Revision(Revisions),
    Folder(PathBuf),
}

impl Before {
    /// # Errors
    ///
    /// A folder that is not there, or is one of those that are read.
    pub fn new(name: BeforeName, paths: &[PathBuf]) -> Result<Self> {
        let folder = match name {
            BeforeName::Revision(name) => return Ok(Self::Revision(Revisions::named(name))),
            BeforeName::Folder(folder) => folder,
        };
        let shown = folder.display();
        if !folder.is_dir() {
            let failure = if files::is_there(&folder) {
                files::is_no_folder(&folder)
            } else {
                Failure::new(text!("there is no folder `{shown}`", "目录 `{shown}` 不存在"))
            };
            return Err(failure
                .help(text!(
                    "name a folder with the earlier files, or a revision as `git:main`",
                    "请指定旧文件所在的目录，或写修订版本，如 `git:main`"
                ))
                .into());
        }
        let read = if paths.is_empty() { &[PathBuf::from(".")] } else { paths };
        if read.iter().any(|path| files::are_same(path, &folder)) {
            let failure = Failure::new(text!("`{shown}` would be compared with itself", "`{shown}` 将与自身比较"));
            return Err(failure.help(text!("name earlier answers", "请指定更早的答案")).into());
        }
        Ok(Self::Folder(folder))
    }

    /// What a file, which is this team's now, said before; `None` if there was no such file.
    ///
    /// # Errors
    ///
    /// No such revision, or earlier answers that cannot be read.
    pub fn answers(&self, found: &Found, model: &Model, team: Option<&str>) -> Result<Option<EarlierAnswers>> {
        let source = match self {
            Self::Revision(revisions) => read_at(revisions, &found.path)?,
            Self::Folder(folder) => read_in(&folder.join(&found.below))?,
        };
        let read = |source: &Source| brought_over(source, model).map(|(answers, _)| answers);
        match (source, self) {
            (Some(source), _) => Ok(Some(EarlierAnswers { answers: read(&source)?, was_called: None })),
            (None, Self::Revision(revisions)) => {
                let file = files::linked_file(&found.path);
                let renamed = revisions.read_renamed(file.as_deref().unwrap_or(&found.path))?;
                let Some((source, place)) = renamed else { return Ok(None) };
                // Answers of two teams are alike: where one file goes and another comes, git may take them for one.
                let renamed = read(&source).ok().filter(|answers| answers.assessment.team.as_deref() == team);
                let was_called = Some(place.to_string_lossy().into_owned());
                Ok(renamed.map(|answers| EarlierAnswers { answers, was_called }))
            }
            (None, Self::Folder(_)) => Ok(None),
        }
    }
}

/// What a file said before.
pub struct EarlierAnswers {
    pub answers: Answers,
    /// What it was called then, from the root of its repository, if it was renamed.
    pub was_called: Option<String>,
}

/// A file at a revision; of a link, which a revision does not follow, the file that it leads to now.
fn read_at(revisions: &Revisions, path: &Path) -> Result<Option<Source>> {
    match (revisions.read(path), files::linked_file(path)) {
        (Ok(None) | Err(_), Some(target)) => revisions.read(&target),
        (read, _) => read,
    }
}

fn read_in(path: &Path) -> Result<Option<Source>> {
    if !files::is_there(path) {
        return Ok(None);
    }
    match files::read_one_of_many(path, &[]) {
        Ok(source) => Ok(Some(source)),
        Err(Unread::Broken(error)) => Err(error),
        Err(Unread::IsWritten(failure)) => Err(failure.into()),
    }
}
