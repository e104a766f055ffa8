//! The policy of a run: found once, read once.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::lang::Text;
use assess::model::{Model, source};
use assess::policy;
use assess::problem::{Problem, Problems, Source};
use assess::{embedded, text};

use super::Session;
use super::located::{LocatedPaths, LocatedPolicy, beside};
use crate::advice::shell_word;
use crate::failure::{Failure, repeat};
use crate::files;

impl Session {
    /// The policy and the files that it names; `None` if there is no policy.
    ///
    /// What is wrong with the policy is said by the commands that go by it.
    pub fn policy_paths(&self) -> Option<&LocatedPaths> {
        let read = || {
            let policy = self.policy_path()?;
            let read = self.policy_source(&policy).ok().and_then(|source| policy::paths(&source.text));
            let paths = read.unwrap_or_default();
            let from_here = |path: Option<String>| path.map(|path| beside(&policy, &path));
            Some(LocatedPaths { answers: from_here(paths.answers), model: from_here(paths.model), policy })
        };
        self.paths.get_or_init(read).as_ref()
    }

    /// Where the policy is: what `--config` names, else the nearest one there is.
    fn policy_path(&self) -> Option<PathBuf> {
        self.options.config.clone().or_else(files::policy)
    }

    /// The text of the policy, which is read once: a pipe gives it no second time.
    fn policy_source(&self, path: &Path) -> Result<&Source> {
        self.policy.get_or_init(|| files::read_policy(path)).as_ref().map_err(repeat)
    }

    /// The policy and the folder of its model; `None` if it names none, or `--model` takes its place.
    fn policy_and_model(&self) -> Option<(&Path, &Path)> {
        let paths = if self.options.model.is_some() { None } else { self.policy_paths() }?;
        Some((&paths.policy, paths.model.as_deref()?))
    }

    /// The files of the model in the folder that [`Session::model_folder`] gives.
    pub fn read_model(&self, folder: &Path) -> Result<Vec<Source>> {
        self.refuse_no_model()?;
        files::read_model(folder)
    }

    /// Refuses a folder without a model where the policy names it, which nobody has typed.
    fn refuse_no_model(&self) -> Result<()> {
        let Some((policy, folder)) = self.policy_and_model() else { return Ok(()) };
        let Some(failure) = files::why_no_model(folder, &files::name_for_others(folder)) else { return Ok(()) };
        let source = self.policy_source(policy)?.clone();
        let name = policy.file_name().unwrap_or_default().display();
        let problem = failure.at(policy::place_of_model(&source.text).unwrap_or_default());
        let Text { en, zh, .. } = &problem.message;
        let message = text!("{en}, and `{name}` names it as `model`", "{zh}，而 `{name}` 的 `model` 指定了它");
        Err(Problems::in_file(source, vec![Problem { message, ..problem }]).into())
    }

    /// Refuses a model that the policy names, and that is not inside the repository of the policy with all its files.
    ///
    /// What is judged is often written by others than those who judge. `--model` is consent.
    pub fn refuse_model_outside(&self) -> Result<()> {
        let Some((policy, folder)) = self.policy_and_model() else { return Ok(()) };
        let leads_out = |path: &PathBuf| files::leads_out_of_repository(path, policy);
        let outside = if files::leads_out_of_repository(folder, policy) {
            Some(folder.to_owned())
        } else {
            self.refuse_no_model()?;
            files::model_files(folder)?.into_iter().map(|file| file.path).find(leads_out)
        };
        let Some(outside) = outside else { return Ok(()) };
        let (name, policy, word) = (outside.display(), policy.display(), shell_word(folder));
        let message = text!(
            "`model` of `{policy}` leads out of the repository: `{name}`",
            "`{policy}` 的 `model` 指向代码库之外：`{name}`"
        );
        let help = text!("if it is meant: `--model {word}`", "如果确实要用：`--model {word}`");
        Err(Failure::new(message).help(help).in_file(&policy.to_string()).into())
    }

    /// The policy of `--config`, else the nearest one there is.
    pub fn policy(&self, model: &Model) -> Result<Option<LocatedPolicy>> {
        self.policy_for(model, None)
    }

    /// The same for the answers that are named.
    pub fn policy_for(&self, model: &Model, answers: Option<&Path>) -> Result<Option<LocatedPolicy>> {
        let Some(path) = self.policy_path() else {
            self.detail(&text!("policy: none", "策略：无"));
            return Ok(None);
        };
        let name = path.display();
        self.detail(&text!("policy: {name}", "策略：{name}"));
        let source = self.policy_source(&path)?;
        match policy::parse(source, model) {
            Ok(policy) => Ok(Some(LocatedPolicy { path, policy })),
            Err(_) if self.is_of_another_model(source) => Err(of_another_model(&path, model, answers).into()),
            Err(problems) => Err(problems.into()),
        }
    }

    /// Whether a policy is right by the model that it is for, and `--model` names another one.
    fn is_of_another_model(&self, policy: &Source) -> bool {
        if self.options.model.is_none() {
            return false;
        }
        let load = |folder: &PathBuf| source::load(files::read_model(folder).ok()?).model.ok().map(Cow::Owned);
        let own = match self.policy_paths().and_then(|paths| paths.model.as_ref()) {
            None => Some(Cow::Borrowed(embedded::model())),
            Some(folder) => load(folder),
        };
        own.is_some_and(|own| policy::parse(policy, &own).is_ok())
    }

    /// Refuses what `--config` names where it is no policy at all, whether or not a command goes by it: a slip in its name
    /// would pass unseen, and with it the model and the answers that it names.
    pub fn refuse_config(&self) -> Result<()> {
        let Some(path) = &self.options.config else { return Ok(()) };
        let source = self.policy_source(path)?;
        if policy::paths(&source.text).is_none() {
            policy::parse(source, embedded::model())?;
        }
        Ok(())
    }
}

/// That a policy is for another model than the one which is used, and how one for this model is begun.
fn of_another_model(policy: &Path, model: &Model, answers: Option<&Path>) -> Failure {
    let (name, id) = (policy.display(), &model.id);
    let named = answers.filter(|path| path.as_os_str() != "-").map(|path| format!(" {}", shell_word(path)));
    let named = named.unwrap_or_default();
    let message = text!(
        "the policy `{name}` is for another model than `{id}`, which `--model` names",
        "策略 `{name}` 所属的模型不是 `--model` 指定的 `{id}`"
    );
    Failure::new(message).help(text!(
        "name one for this model with `--config`; `assess init{named} --policy --config {id}.assess.toml` writes one",
        "请用 `--config` 指定该模型的策略；`assess init{named} --policy --config {id}.assess.toml` 可生成一份"
    ))
}
