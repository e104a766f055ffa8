//! The lists of files that a command line names: a name a line, or names that end with a NUL.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::text;

use super::failures::cannot_read;
use super::inputs::keep_from_writing;
use super::reading::refuse_folder;
use crate::failure::Failure;

/// Names of files and folders, one by one.
pub type Names = Box<dyn Iterator<Item = Result<PathBuf>> + Send>;

/// What stands between the names of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    LineEnd,
    Nul,
}

/// The names in a list that stands beside others: where it is empty, that is what is found in it.
///
/// # Errors
///
/// A list that cannot be opened.
pub fn names_beside(list: &Path, separator: Separator) -> Result<Names> {
    let (mut names, list, mut count) = (names_from(list, separator)?, list.to_owned(), 0_usize);
    let next = move || {
        count += 1;
        let is_empty = count == 1;
        names.next().or_else(|| is_empty.then(|| Err(names_nothing(&list).into())))
    };
    Ok(Box::new(std::iter::from_fn(next)))
}

/// That a list is empty.
pub fn names_nothing(list: &Path) -> Failure {
    let list = list.display();
    Failure::new(text!("the list `{list}` names no file", "列表 `{list}` 中没有文件名")).help(text!(
        "a line names an answers file or a folder of them; what writes the list may have found none",
        "每行写一个答案文件或其所在的目录；也可能是生成列表的命令没有找到文件"
    ))
}

/// The names in a list; `-` is standard input.
///
/// # Errors
///
/// A list that cannot be opened.
pub fn names_from(list: &Path, separator: Separator) -> Result<Names> {
    let name = list.display().to_string();
    let reader: Box<dyn BufRead + Send> = if list.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        keep_from_writing(list);
        refuse_folder(list)?;
        Box::new(BufReader::new(File::open(list).map_err(|error| cannot_read(&name, &error))?))
    };
    let byte = if separator == Separator::Nul { 0 } else { b'\n' };
    let (mut has_failed, mut is_first) = (false, true);
    // What fails once fails each time it is asked again: a list ends there.
    let lines = Lines { reader, end: byte, name: name.clone() };
    let lines = lines.take_while(move |line| !std::mem::replace(&mut has_failed, line.is_err()));
    let names = lines.map(move |line| {
        let mut bytes = line?;
        // Some editors begin every file with a byte order mark.
        if std::mem::take(&mut is_first) && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        if separator == Separator::LineEnd && bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if bytes.contains(&0) {
            return Err(is_of_nuls(&name).into());
        }
        Ok(PathBuf::from(OsString::from_vec(bytes)))
    });
    Ok(Box::new(names.filter(|name| name.as_ref().map_or(true, |name| !name.as_os_str().is_empty()))))
}

/// The longest name in a list, in bytes: no system opens a longer path.
const LONGEST_NAME: usize = 32 << 10;

/// The names of a list one by one, without the byte that ends each.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    end: u8,
    /// What the list is called.
    name: String,
}

impl Iterator for Lines {
    type Item = Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let mut most = self.reader.by_ref().take(LONGEST_NAME as u64 + 1);
        if let Err(error) = most.read_until(self.end, &mut bytes) {
            return Some(Err(cannot_read(&self.name, &error).into()));
        }
        if bytes.last() == Some(&self.end) {
            bytes.pop();
        } else if bytes.is_empty() {
            return None;
        } else if bytes.len() > LONGEST_NAME {
            return Some(Err(is_no_list(&self.name, self.end).into()));
        }
        Some(Ok(bytes))
    }
}

/// That a NUL, which no name holds, stands in a line: it ends the names of another kind of list.
fn is_of_nuls(name: &str) -> Failure {
    let message =
        text!("a NUL ends the names in `{name}`: `-0` reads them", "`{name}` 中的名称以 NUL 结尾：请加 `-0` 读取");
    Failure::new(message).help(text!("add `-0`, or write a name a line", "请加 `-0`，或每行写一个名称"))
}

/// That what is read as a list holds no names, as a device without an end or a file of another kind.
fn is_no_list(name: &str, end: u8) -> Failure {
    let most = LONGEST_NAME >> 10;
    if end == 0 {
        let message = text!(
            "`{name}` is no list of files: more than {most} KiB without a NUL",
            "`{name}` 不是文件列表：连续 {most} KiB 以上没有 NUL"
        );
        return Failure::new(message)
            .help(text!("without `-0` a name a line is read", "去掉 `-0` 即按每行一个名称读取"));
    }
    let message = text!(
        "`{name}` is no list of files: more than {most} KiB without the end of a line",
        "`{name}` 不是文件列表：连续 {most} KiB 以上没有换行"
    );
    Failure::new(message).help(text!(
        "write a name a line; `-0` reads names that end with a NUL, as of `find -print0`",
        "请每行写一个名称；加 `-0` 则读取以 NUL 结尾的名称，如 `find -print0` 的输出"
    ))
}
