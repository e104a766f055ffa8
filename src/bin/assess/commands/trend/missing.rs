//! What is said of a file that a trend is to be of, and that is not there: which answers there are.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::Error;
use assess::lang::Text;
use assess::problem::did_you_mean;
use assess::text;

use crate::failure::Failure;
use crate::files;

/// How many of the answers that are known are named where one is missing.
const MOST_KNOWN: usize = 3;

/// The answers in the folders of files that are missing; every folder is looked into once.
#[derive(Default)]
pub struct KnownAnswers(HashMap<PathBuf, Vec<String>>);

impl KnownAnswers {
    /// Why a file was not read: of one that is missing with the answers that there are, since to begin them is no way to
    /// a history.
    pub fn instead(&mut self, path: &Path, error: Error) -> Error {
        if path.as_os_str() == "-" || !files::is_missing(path) {
            return error;
        }
        let name = path.display().to_string();
        let folder = files::folder_of(path);
        let known = self
            .0
            .entry(folder.clone())
            .or_insert_with(|| files::known_answers(&folder).iter().map(|path| path.display().to_string()).collect());
        let help = did_you_mean(&name, known.iter().map(String::as_str)).unwrap_or_else(|| known_in(&folder, known));
        Failure::new(text!("there is no file `{name}`", "文件 `{name}` 不存在")).help(help).into()
    }
}

fn known_in(folder: &Path, known: &[String]) -> Text {
    let named = known.len().min(MOST_KNOWN);
    let Text { en, zh, .. } = Text::list_words(&known[..named]);
    match (named, known.len() - named) {
        (0, _) => nothing_in(folder),
        (_, 0) => text!("there are answers in {en}", "现有答案文件：{zh}"),
        (_, more) => text!("there are answers in {en} and {more} more", "现有答案文件：{zh}，另有 {more} 个"),
    }
}

fn nothing_in(folder: &Path) -> Text {
    let name = folder.display();
    if !folder.is_dir() {
        return text!("there is no folder `{name}`: name a file elsewhere", "目录 `{name}` 不存在：请指定别处的文件");
    }
    let Text { en, zh, .. } =
        if folder == Path::new(".") { text!("this folder", "此目录") } else { text!("`{name}`", "`{name}` ") };
    text!(
        "there are no answers in {en}, and git knows none below it: name a file elsewhere",
        "{zh}中没有答案文件，其下也没有 git 跟踪的答案文件：请指定别处的文件"
    )
}

/// Why there is no history of a file: first what keeps the file itself from being found.
pub fn unread(path: &Path, error: Error) -> Error {
    if files::is_there(path) { error } else { files::read(path).err().unwrap_or(error) }
}
