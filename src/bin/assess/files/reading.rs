//! Files as texts: their size, their bytes and their being there are checked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use anyhow::Result;
use assess::lang::Text;
use assess::problem::{Problem, Problems, Source};
use assess::text;

use super::failures::{cannot_read, is_a_folder, leads_nowhere, too_large};
use super::inputs::{Identity, keep_from_writing, would_be_overwritten};
use super::places::{DEFAULT, LIMIT};
use crate::advice::shell_word;
use crate::failure::Failure;

/// The largest questionnaire that is read, in bytes.
const FORM_LIMIT: u64 = 8 << 20;

/// Reads an answers file; `-` is standard input.
///
/// # Errors
///
/// A file that is not there, is no file, is too large, is not UTF-8, or cannot be read.
pub fn read(path: &Path) -> Result<Source> {
    if path.as_os_str() == "-" {
        return text_of("<stdin>".to_owned(), io::stdin().lock(), 0);
    }
    // The file that every command reads when none is named needs no name.
    let name = if path == Path::new(DEFAULT) { String::new() } else { format!(" {}", shell_word(path)) };
    let if_missing = if path.to_string_lossy().starts_with("git:") {
        text!(
            "`diff` and `trend` read revisions, and what compares with one by `--baseline` or `--compare`; here name a file",
            "修订版本可用于 `diff`、`trend`，以及用于对比的 `--baseline`、`--compare`；此处请指定文件"
        )
    } else {
        text!(
            "`assess interview{name}` asks for the answers, `assess init{name}` writes a file to fill in",
            "`assess interview{name}` 通过访谈填写，`assess init{name}` 生成一份供手工填写"
        )
    };
    read_file(path, if_missing)
}

/// Reads earlier answers, which nobody can give any more where they are missing; `-` is standard input.
///
/// # Errors
///
/// Those of [`read`]; of one that is missing, that it `is_revision` where it is.
pub fn read_earlier_file(path: &Path, is_revision: impl FnOnce() -> bool) -> Result<Source> {
    if path.as_os_str() == "-" {
        return read(path);
    }
    let word = path.display();
    let if_missing = if !is_there(path) && is_revision() {
        text!("a revision has `git:` before it: `git:{word}`", "修订版本前须加 `git:`：`git:{word}`")
    } else {
        text!(
            "name a file with earlier answers, or a revision as `git:main`",
            "请指定此前的答案文件，或写修订版本，如 `git:main`"
        )
    };
    read_file(path, if_missing)
}

/// Reads a policy.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_policy(path: &Path) -> Result<Source> {
    read_file(path, text!("name another one with `--config`", "请用 `--config` 指定其他策略文件"))
}

/// Refuses a folder where a file is to be named.
///
/// # Errors
///
/// That it is one.
pub fn refuse_folder(path: &Path) -> Result<()> {
    if path.is_dir() { Err(is_a_folder(&path.display().to_string()).into()) } else { Ok(()) }
}

fn read_file(path: &Path, if_missing: Text) -> Result<Source> {
    let name = path.display().to_string();
    let file = open(path, &name, if_missing)?;
    let metadata = file.metadata().map_err(|error| cannot_read(&name, &error).in_file(&name))?;
    if metadata.is_dir() {
        return Err(is_a_folder(&name).in_file(&name).into());
    }
    text_of(name, file, metadata.len())
}

/// Opens a file that a command was told to read.
fn open(path: &Path, name: &str, if_missing: Text) -> Result<File, Failure> {
    keep_from_writing(path);
    File::open(path).map_err(|error| {
        let failure = match error.kind() {
            io::ErrorKind::NotFound if is_there(path) => leads_nowhere(name),
            io::ErrorKind::NotFound => {
                Failure::new(text!("there is no file `{name}`", "文件 `{name}` 不存在")).help(if_missing)
            }
            _ => cannot_read(name, &error),
        };
        failure.in_file(name)
    })
}

/// Reads a questionnaire that was filled in, as the bytes it has; `-` is standard input.
///
/// # Errors
///
/// A file that is not there, is no file, is too large, or cannot be read.
pub fn read_form(path: &Path) -> Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        return bytes_of("<stdin>", io::stdin().lock(), 0, FORM_LIMIT);
    }
    let name = path.display().to_string();
    let file = open(path, &name, text!("name the questionnaire that was filled in", "请指定已填写的问卷"))?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(is_a_folder(&name).into());
    }
    bytes_of(&name, file, 0, FORM_LIMIT)
}

/// Reads all bytes of what holds about `size` of them, and at most `limit`.
pub(super) fn bytes_of(name: &str, reader: impl Read, size: u64, limit: u64) -> Result<Vec<u8>> {
    // One byte more, so that its end is found without making room for more.
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit) + 1).unwrap_or_default());
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(name, &error).in_file(name))?;
    if bytes.len() as u64 > limit {
        return Err(too_large(name, limit).in_file(name).into());
    }
    Ok(bytes)
}

/// Reads one of many answers files, which are not remembered one by one.
///
/// # Errors
///
/// A file that is gone meanwhile, is no file, is too large, is not UTF-8, or cannot be read; and one that a document is to
/// be written to, which ends the command.
pub fn read_one_of_many(path: &Path, written: &[Identity]) -> Result<Source, Unread> {
    if path.as_os_str() == "-" {
        return Ok(read(path)?);
    }
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound if is_there(path) => leads_nowhere(&name),
        _ => cannot_read(&name, &error),
    })?;
    let metadata = file.metadata().map_err(|error| cannot_read(&name, &error))?;
    if metadata.is_dir() {
        return Err(is_a_folder(&name).into());
    }
    if metadata.is_file() && written.contains(&Identity::of(&metadata)) {
        return Err(Unread::IsWritten(would_be_overwritten(path)));
    }
    Ok(text_of(name, file, metadata.len())?)
}

/// Why one of many files is not read.
pub enum Unread {
    /// It cannot be: the others are read all the same.
    Broken(anyhow::Error),
    /// A document is to be written over it: nothing is to go on.
    IsWritten(Failure),
}

impl<E: Into<anyhow::Error>> From<E> for Unread {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

/// Whether anything is at a path, be it a link that leads nowhere.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether nothing is at a path. What cannot be looked at, as behind a folder that is closed, may be there.
pub fn is_missing(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// Whether a link is at a path, and nothing where it leads.
pub(super) fn leads_to_nothing(path: &Path) -> bool {
    is_there(path) && fs::metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// The text of a file of about `size` bytes.
pub(super) fn text_of(name: String, reader: impl Read, size: u64) -> Result<Source> {
    let bytes = bytes_of(&name, reader, size, LIMIT)?;
    utf8(name, bytes)
}

/// Refuses a workbook and a page, which people name where a file made of them belongs.
fn of_another_kind(name: &str, bytes: &[u8]) -> Option<Failure> {
    let begins = |beginning: &str| {
        bytes.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning.as_bytes()))
    };
    if begins("PK\u{3}\u{4}") {
        let word = shell_word(Path::new(name));
        let failure = Failure::new(text!("`{name}` is a workbook", "`{name}` 是工作簿"));
        return Some(failure.help(text!(
            "`assess import {word}` reads a questionnaire that was filled in; here name a text file",
            "`assess import {word}` 读取已填写的问卷；此处请指定文本文件"
        )));
    }
    (begins("<!doctype html") || begins("<html")).then(|| {
        Failure::new(text!("`{name}` is a page", "`{name}` 是网页")).help(text!(
            "name a text file; a questionnaire saves one: open it in a browser and save the answers there",
            "请指定文本文件；问卷网页可保存答案：请在浏览器中打开并保存"
        ))
    })
}

/// The bytes of a file as its text.
pub(super) fn utf8(name: String, bytes: Vec<u8>) -> Result<Source> {
    if let Some(failure) = of_another_kind(&name, &bytes) {
        return Err(failure.in_file(&name).into());
    }
    String::from_utf8(bytes).map(|text| Source { name: name.clone(), text }).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let problem = Problem::new(start..start + 3, text!("not UTF-8", "不是 UTF-8"));
        let help = text!("save the file as UTF-8", "请将文件另存为 UTF-8 编码");
        Problems::in_file(Source { name, text }, vec![problem.help(help)]).into()
    })
}
