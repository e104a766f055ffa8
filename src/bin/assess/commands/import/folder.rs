//! Questionnaires of several people, each a file of its own in a folder: `NAME.answers.toml`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::questionnaire::{Questionnaire, file_name};
use assess::model::Model;
use assess::text;

use super::write::{compose, tell};
use crate::advice::shell_word;
use crate::failure::Failure;
use crate::files;
use crate::session::Session;

/// Whether a target is a folder for so many questionnaires.
pub(super) fn is_one(target: &Path, count: usize) -> bool {
    let is_named_so = target.as_os_str().to_string_lossy().ends_with('/');
    // A name that ends as a file of answers does is none of a folder, unless there is one.
    let is_named_as_file = target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    target.as_os_str() != "-" && (count > 1 && !is_named_as_file || is_named_so || target.is_dir())
}

/// Writes every questionnaire to a file that was not there; none if one of them cannot be written, or would take another's
/// place.
pub(super) fn write(session: &Session, model: &Model, read: &[(&Path, Questionnaire)], folder: &Path) -> Result<()> {
    let targets: Vec<PathBuf> = read.iter().map(|(file, it)| folder.join(name_of(file, it))).collect();
    for (at, target) in targets.iter().enumerate() {
        let is_same =
            |other: &PathBuf| other.to_string_lossy().to_lowercase() == target.to_string_lossy().to_lowercase();
        if let Some(first) = targets[..at].iter().position(is_same) {
            return Err(two_of_one_name(read[first].0, read[at].0, target).into());
        }
        if files::is_there(target) {
            return Err(is_there(read[at].0, target).into());
        }
    }
    let names: Vec<_> = targets.iter().map(|target| target.display().to_string()).collect();
    let filled = read.iter().zip(&names).map(|((_, questionnaire), name)| compose(name, model, questionnaire));
    let filled = filled.collect::<Result<Vec<_>>>()?;
    let texts = filled.iter().map(|filled| filled.saved.text.as_str());
    files::create_all(folder, &targets.iter().map(PathBuf::as_path).zip(texts).collect::<Vec<_>>())?;
    for (((_, questionnaire), filled), name) in read.iter().zip(&filled).zip(&names) {
        tell(session, model, questionnaire, filled, name);
    }
    Ok(())
}

/// By who filled it in, else by the name of its file.
fn name_of(file: &Path, questionnaire: &Questionnaire) -> String {
    let person = questionnaire.about.assessors.first().and_then(|name| file_name(name));
    let stem = || file_name(&file.file_stem()?.to_string_lossy());
    person.or_else(stem).unwrap_or_else(|| "form.answers.toml".to_owned())
}

fn two_of_one_name(first: &Path, second: &Path, target: &Path) -> Failure {
    let (first, second, target) = (first.display(), second.display(), target.display());
    let message = text!(
        "`{first}` and `{second}` would both become `{target}`; nothing is written",
        "`{first}` 和 `{second}` 都将写入 `{target}`，因此未写入任何文件"
    );
    Failure::new(message).help(text!(
        "if they are one person's, import the one that counts; else tell their names apart in the questionnaires",
        "若出自同一人，请只导入有效的一份；否则请在问卷中用不同的姓名区分"
    ))
}

fn is_there(file: &Path, target: &Path) -> Failure {
    let (name, file, target) = (target.display(), shell_word(file), shell_word(target));
    Failure::new(text!("`{name}` is there already; nothing is written", "`{name}` 已存在，因此未写入任何文件")).help(
        text!(
            "`assess import {file} -o {target}` sets in it what was filled in",
            "`assess import {file} -o {target}` 将填写的内容写入该文件"
        ),
    )
}
