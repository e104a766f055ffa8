//! Reads questionnaires: what is wrong with any of them is said, and nothing is written.

use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::questionnaire::{Questionnaire, read};
use assess::model::Model;
use assess::text;

use crate::failure::UnreadableForms;
use crate::files;
use crate::session::Session;

/// Every questionnaire with the file that it is in; of two files of the same bytes the first.
pub(super) fn read_all<'f>(
    session: &Session,
    files: &'f [PathBuf],
    model: &Model,
) -> Result<Vec<(&'f Path, Questionnaire)>> {
    let mut all: Vec<(&Path, Vec<u8>)> = Vec::new();
    let (mut read_ones, mut unread) = (Vec::new(), Vec::new());
    for path in files {
        let bytes = files::read_form(path)?;
        let name = path.display();
        if let Some((first, _)) = all.iter().find(|(_, other)| *other == bytes) {
            let first = first.display();
            session.note(&text!(
                "`{name}` is the same file as `{first}`: it is read once",
                "`{name}` 与 `{first}` 是同一份文件，只读取一次"
            ));
            continue;
        }
        match read(&bytes, model) {
            Ok(questionnaire) => read_ones.push((path.as_path(), questionnaire)),
            Err(unreadable) => unread.push((name.to_string(), unreadable)),
        }
        all.push((path, bytes));
    }
    if unread.is_empty() { Ok(read_ones) } else { Err(UnreadableForms(unread).into()) }
}
