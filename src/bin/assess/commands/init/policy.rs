//! A commented policy for the answers that are there.

use std::path::Path;

use anyhow::Result;
use assess::model::Model;
use assess::policy::{Template, template};
use assess::{scoring, text};

use crate::files;
use crate::session::Session;
use crate::terminal::lang;

/// Writes a new policy for the answers in the file `answers`.
///
/// # Errors
///
/// Answers that cannot be read, or what keeps the policy from being written.
pub(super) fn write_policy(session: &Session, model: &Model, policy: &Path, answers: &Path) -> Result<()> {
    let given = session.answers(answers, model)?;
    let folder = policy.parent().unwrap_or(Path::new(""));
    let model_folder = session.options.model.as_ref().map(|model| files::path_from(folder, model));
    let options = Template {
        lang: lang(),
        answers: &files::path_from(folder, answers),
        model_folder: model_folder.as_deref(),
        outcome: &scoring::score(model, &given),
    };
    files::create(policy, &template(model, options))?;
    let name = policy.display();
    session.note(&text!("written: {name}", "已写入：{name}"));
    Ok(())
}
