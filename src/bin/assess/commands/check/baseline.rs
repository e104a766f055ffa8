//! The baseline of a check: earlier answers that must not be undercut.

use std::path::Path;

use anyhow::Result;
use assess::answers::{self, Answers, Date};
use assess::model::{Model, Version};
use assess::report::{self, BaselineFile};
use assess::text;

use crate::advice::shell_word;
use crate::earlier::{Current, Earlier, EarlierName, read_earlier};
use crate::failure::Failure;
use crate::session::Session;

/// The earlier answers that `--baseline` names.
pub struct Baseline {
    /// As the command line names it.
    name: String,
    file: BaselineFile,
    /// `None` if the revision has no such file.
    answers: Option<Answers>,
}

impl Baseline {
    /// Reads them; that a revision has no such file is said.
    ///
    /// # Errors
    ///
    /// As [`read_earlier`]; answers that cannot be read, or are to another major version of the model.
    pub fn read(session: &Session, name: &EarlierName, current: &Current<'_>) -> Result<Self> {
        let Earlier { source, file, origin } = read_earlier(name, current)?;
        session.detail(&text!("baseline: {origin}", "基线：{origin}"));
        let Some(source) = source else {
            let path = current.path.display();
            session
                .note(&text!("no `{path}` at `{name}`: nothing to compare with", "`{name}` 处没有 `{path}`，无可比较"));
            return Ok(Self { name: name.to_string(), file, answers: None });
        };
        if let Some(migration) = answers::migrate(&source, current.model)? {
            return Err(other_major(name, current, migration.from).into());
        }
        let answers = answers::parse(&source, current.model)?;
        Ok(Self { name: name.to_string(), file, answers: Some(answers) })
    }

    /// The answers as they count on this day.
    pub fn answers_on(&self, day: Date, model: &Model) -> Option<Answers> {
        self.answers.clone().map(|answers| answers.on(day, model))
    }

    /// What documents say of it.
    pub fn named(&self) -> report::Baseline<'_> {
        report::Baseline { name: &self.name, file: &self.file }
    }
}

/// Answers to another major version are no measure: what a level asks is another thing there.
fn other_major(baseline: &EarlierName, current: &Current<'_>, from: Version) -> Failure {
    let (to, path) = (current.model.answers_version(), shell_word(current.path));
    let earlier = shell_word(Path::new(&baseline.to_string()));
    let message = text!(
        "the answers at `{baseline}` are to version {from} of the model, and this is version {to}",
        "`{baseline}` 处的答案基于模型版本 {from}，而当前为版本 {to}"
    );
    Failure::new(message).help(text!(
        "name answers to version {to}; `assess diff {earlier} {path}` shows what moved between the two",
        "请指定版本 {to} 的答案；`assess diff {earlier} {path}` 显示两者之间的变化"
    ))
}
