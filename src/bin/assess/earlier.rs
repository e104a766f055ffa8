//! Earlier answers to compare with, as a command line names them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::Result;
use assess::problem::{Refusal, Source};
use assess::text;

use crate::failure::Failure;
use crate::files::{self, AtRevision};

/// The name of earlier answers on the command line: `FILE|git:REV`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarlierName {
    /// A file.
    File(PathBuf),
    /// The answers file of the command, at this revision.
    Revision(String),
}

impl FromStr for EarlierName {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        match word.strip_prefix("git:") {
            Some("") => Err(Refusal::new(text!("there is no revision after `git:`", "`git:` 后缺少修订版本"))
                .help(text!("write one after it, as `git:main`", "请在其后写明，如 `git:main`"))),
            Some(revision) => Ok(Self::Revision(revision.to_owned())),
            None if word.is_empty() => Err(Refusal::new(text!("a file is missing", "缺少文件"))),
            None => Ok(Self::File(word.into())),
        }
    }
}

impl fmt::Display for EarlierName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(out),
            Self::Revision(revision) => write!(out, "git:{revision}"),
        }
    }
}

/// Earlier answers, not parsed yet.
pub struct Earlier {
    /// Their text; `None` if the revision that is named has no such file.
    pub source: Option<Source>,
    /// Where they come from, for `--verbose`.
    pub origin: String,
}

/// Reads earlier answers: a file, or the answers at `path` at a revision.
///
/// # Errors
///
/// A file that is `path` itself or cannot be read, a revision that is not known.
pub fn read_earlier(name: &EarlierName, path: &Path) -> Result<Earlier> {
    match name {
        EarlierName::File(file) if files::are_same(file, path) => {
            let message = text!("`{name}` would be compared with itself", "`{name}` 将与自身比较");
            Err(Failure::new(message).help(text!("name earlier answers", "请指定更早的答案")).into())
        }
        EarlierName::File(file) => Ok(Earlier { source: Some(files::read(file)?), origin: name.to_string() }),
        EarlierName::Revision(_) if path.as_os_str() == "-" => {
            let message = text!("standard input has no revisions", "标准输入没有修订版本");
            let help =
                text!("name the answers file, or a file to compare with", "请指定答案文件，或指定用于比较的文件");
            Err(Failure::new(message).help(help).into())
        }
        EarlierName::Revision(revision) => {
            let AtRevision { commit, source } = files::read_at_revision(path, revision)?;
            Ok(Earlier { source, origin: format!("{name} ({commit})") })
        }
    }
}
