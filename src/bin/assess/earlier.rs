//! Earlier answers to compare with, as a command line names them.

use std::path::Path;

use anyhow::Result;
use assess::problem::Source;
use assess::text;

use crate::failure::Failure;
use crate::files::{self, AtRevision};

/// Earlier answers as a command line names them.
pub struct Earlier {
    /// Their text; nothing where the revision that is named has no such file.
    pub source: Option<Source>,
    /// Where they come from, for `--verbose`.
    pub origin: String,
}

/// Earlier answers: a file, or `git:REV` for the answers at `path` at that revision.
pub fn read_earlier(word: &str, path: &Path) -> Result<Earlier> {
    let Some(revision) = word.strip_prefix("git:") else {
        if files::are_same(Path::new(word), path) {
            let message = text!("`{word}` would be compared with itself", "`{word}` 将与自身比较");
            return Err(Failure::new(message).help(text!("name earlier answers", "请指定更早的答案")).into());
        }
        return Ok(Earlier { source: Some(files::read(Path::new(word))?), origin: word.to_owned() });
    };
    if path.as_os_str() == "-" {
        let message = text!("standard input has no revisions", "标准输入没有修订版本");
        let help = text!("name the answers file, or a file to compare with", "请指定答案文件，或指定用于比较的文件");
        return Err(Failure::new(message).help(help).into());
    }
    let AtRevision { commit, source } = files::read_at_revision(path, revision)?;
    Ok(Earlier { source, origin: format!("{word} ({commit})") })
}
