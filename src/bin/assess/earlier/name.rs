//! The name of earlier answers: a file, a revision, or a file at a revision.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::Result;
use assess::problem::Refusal;
use assess::text;
use clap::builder::{StringValueParser, TypedValueParser, ValueParserFactory};
use clap::{Arg, Command};

use crate::failure::Failure;
use crate::files;

/// The name of earlier answers on the command line: `FILE|git:REV|git:REV:PATH`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarlierName {
    /// A file.
    File(PathBuf),
    /// The answers file of the command, at this revision.
    Revision(String),
    /// A file at a revision: from the root of the repository, or with `./` from the working directory, as git has it.
    FileAtRevision { revision: String, path: String },
}

/// Reads such a name; that of a file need not be UTF-8, as anywhere on the command line.
#[derive(Clone)]
pub struct NameParser;

impl TypedValueParser for NameParser {
    type Value = EarlierName;

    fn parse_ref(&self, command: &Command, argument: Option<&Arg>, word: &OsStr) -> Result<EarlierName, clap::Error> {
        let is_file = !word.as_encoded_bytes().starts_with(b"git:");
        if is_file && word.to_str().is_none() {
            return Ok(EarlierName::File(word.into()));
        }
        let text = StringValueParser::new().try_map(|word| word.parse::<EarlierName>());
        text.parse_ref(command, argument, word)
    }
}

impl ValueParserFactory for EarlierName {
    type Parser = NameParser;

    fn value_parser() -> NameParser {
        NameParser
    }
}

impl FromStr for EarlierName {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        let Some(rest) = word.strip_prefix("git:") else {
            let is_empty = word.is_empty();
            return if is_empty {
                let help = text!("name one, or a revision as `git:main`", "请指定文件，或写修订版本，如 `git:main`");
                Err(Refusal::new(text!("a file is missing", "缺少文件")).help(help))
            } else {
                Ok(Self::File(word.into()))
            };
        };
        let (revision, path) = split_path(rest);
        match (revision, path) {
            ("", _) => Err(Refusal::new(text!("there is no revision after `git:`", "`git:` 后缺少修订版本"))
                .help(text!("write one after it, as `git:main`", "请在其后写明，如 `git:main`"))),
            (revision, Some("")) => {
                let message = text!("there is no path after `git:{revision}:`", "`git:{revision}:` 后缺少路径");
                Err(Refusal::new(message).help(text!(
                    "write one from the root of the repository, as `git:{revision}:answers.toml`, or `git:{revision}` alone",
                    "请写出自代码库根目录起的路径，如 `git:{revision}:answers.toml`，或只写 `git:{revision}`"
                )))
            }
            (revision, Some(path)) => Ok(Self::FileAtRevision { revision: revision.to_owned(), path: path.to_owned() }),
            (revision, None) => Ok(Self::Revision(revision.to_owned())),
        }
    }
}

/// Splits `REV:PATH` at the first colon, for no name of a branch has one; those within `main@{…}` and `HEAD^{/…}` belong
/// to the revision.
fn split_path(word: &str) -> (&str, Option<&str>) {
    let mut depth = 0_usize;
    for (at, letter) in word.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return (&word[..at], Some(&word[at + 1..])),
            _ => {}
        }
    }
    (word, None)
}

impl EarlierName {
    /// Refuses what can be compared with nothing: a file with itself, standard input with its own past or with itself.
    ///
    /// # Errors
    ///
    /// Why not, for current answers in the file `current`.
    pub fn check_against(&self, current: &Path) -> Result<()> {
        let is_stdin = |path: &Path| path.as_os_str() == "-";
        let (message, help) = match self {
            Self::File(file) if is_stdin(file) && is_stdin(current) => (
                text!("both are standard input", "两者都是标准输入"),
                text!("give one of them a file", "请为其中之一指定文件"),
            ),
            Self::File(file) if files::are_same(file, current) => return Err(is_itself(self).into()),
            Self::Revision(_) if is_stdin(current) => (
                text!("standard input has no revisions", "标准输入没有修订版本"),
                text!(
                    "name the answers file, or the one to compare with, as `{self}:answers.toml`",
                    "请指定答案文件，或指明用于比较的文件，如 `{self}:answers.toml`"
                ),
            ),
            _ => return Ok(()),
        };
        Err(Failure::new(message).help(help).into())
    }
}

/// That both sides of a comparison are the same.
pub fn is_itself(name: &EarlierName) -> Failure {
    let failure = Failure::new(text!("`{name}` would be compared with itself", "`{name}` 将与自身比较"));
    failure.help(text!("name earlier answers", "请指定更早的答案"))
}

impl fmt::Display for EarlierName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(out),
            Self::Revision(revision) => write!(out, "git:{revision}"),
            Self::FileAtRevision { revision, path } => write!(out, "git:{revision}:{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EarlierName, split_path};

    #[test]
    fn a_path_follows_the_first_colon_of_a_revision() {
        for (word, parts) in [
            ("main", ("main", None)),
            ("v1:answers.toml", ("v1", Some("answers.toml"))),
            ("v1:a:b.toml", ("v1", Some("a:b.toml"))),
            ("main@{2026-11-02 12:00}", ("main@{2026-11-02 12:00}", None)),
            ("HEAD^{/fix: it}:a.toml", ("HEAD^{/fix: it}", Some("a.toml"))),
            (":/fix", ("", Some("/fix"))),
        ] {
            assert_eq!(split_path(word), parts, "{word}");
        }
        for word in ["answers.toml", "git:main", "git:main:team/answers.toml"] {
            assert_eq!(word.parse::<EarlierName>().map(|name| name.to_string()).as_deref(), Ok(word));
        }
        for word in ["", "git:", "git::answers.toml", "git:main:"] {
            assert!(word.parse::<EarlierName>().is_err(), "{word}");
        }
    }
}
