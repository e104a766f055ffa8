//! What every command has at hand: the general options, the model, the policy, and the file to work on.

pub mod people;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::{self, Answers, Carried, GoneAnswers};
use assess::lang::Text;
use assess::model::{Group, Model, source};
use assess::policy::{self, Policy};
use assess::problem::{FileProblems, Problems, Source};
use assess::report::Drawing;
use assess::report::html::Languages;
use assess::{embedded, text};

use crate::advice::{remember_file, shell_word};
use crate::arguments::Options;
use crate::failure::{Failure, repeat, show_remark};
use crate::ids::find;
use crate::{files, terminal};

/// What every command has at hand.
pub struct Session {
    pub options: Options,
    /// What the policy names, once it was asked for.
    paths: OnceCell<Option<LocatedPaths>>,
    /// The text of the policy, or why it cannot be read, once it was asked for.
    policy: OnceCell<Result<Source>>,
    /// Whether the command line names the answers.
    names_answers: Cell<bool>,
}

impl Session {
    /// The languages of a page: both, unless one is asked for by name.
    pub fn languages(&self) -> Languages {
        match self.options.lang {
            Some(_) => Languages::One(terminal::lang()),
            None => Languages::Both { first: terminal::lang() },
        }
    }

    /// The parser sees contradictions on one side of the command only.
    pub fn new(options: Options) -> Result<Self> {
        if options.quiet && options.verbose {
            let message =
                text!("`--quiet` and `--verbose` exclude each other", "`--quiet` 与 `--verbose` 不能同时使用");
            return Err(Failure::new(message).help(text!("keep one of them", "请只保留一个")).into());
        }
        Ok(Self { options, paths: OnceCell::new(), policy: OnceCell::new(), names_answers: Cell::new(false) })
    }

    #[expect(clippy::unused_self, reason = "what a command asks for, it asks its session for")]
    pub fn drawing(&self) -> Drawing {
        if terminal::is_plain() { Drawing::Plain } else { Drawing::Drawn }
    }

    /// The model to work with: that of `--model`, else that of the policy, else the embedded one.
    pub fn model(&self) -> Result<Cow<'static, Model>> {
        let of_policy = || self.policy_paths().and_then(|paths| paths.model.as_ref());
        let Some(folder) = self.options.model.as_ref().or_else(of_policy) else {
            return Ok(Cow::Borrowed(embedded::model()));
        };
        let name = folder.display();
        self.detail(&text!("model: {name}", "模型：{name}"));
        let loaded = source::load(files::read_model(folder)?);
        loaded.model.map(Cow::Owned).map_err(|problems| within(folder, problems).into())
    }

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

    /// Refuses a model that the policy names, and that is not inside the repository of the policy.
    ///
    /// What is judged is often written by others than those who judge. `--model` is consent.
    pub fn refuse_model_outside(&self) -> Result<()> {
        let of_policy = if self.options.model.is_some() { None } else { self.policy_paths() };
        let Some(LocatedPaths { policy, model: Some(folder), .. }) = of_policy else { return Ok(()) };
        if !files::leads_out_of_repository(folder, policy) {
            return Ok(());
        }
        let (name, policy) = (folder.display(), policy.display());
        let message = text!(
            "`model` of `{policy}` leads out of the repository: `{name}`",
            "`{policy}` 的 `model` 指向代码库之外：`{name}`"
        );
        Err(Failure::new(message)
            .help(text!("if it is meant: `--model {name}`", "如果确实要用：`--model {name}`"))
            .into())
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

    /// The file that a command works on: the one that is named, else the policy's, else `answers.toml`.
    pub fn path(&self, named: Option<&Path>, model: &Model) -> Result<PathBuf> {
        let is_needed = named.is_none() || self.options.config.is_some();
        let policy = if is_needed { self.policy_for(model, named)? } else { None };
        Ok(self.path_by(named, policy.as_ref()))
    }

    /// The same where the policy is known.
    pub fn path_by(&self, named: Option<&Path>, policy: Option<&LocatedPolicy>) -> PathBuf {
        self.names_answers.set(named.is_some());
        let of_policy = || policy.and_then(LocatedPolicy::answers);
        let path = named.map(Path::to_owned).or_else(of_policy).unwrap_or_else(|| PathBuf::from(files::DEFAULT));
        let name = path.display();
        self.detail(&text!("answers: {name}", "答案：{name}"));
        path
    }

    /// The answers in a file, or every problem of it; says which of them are not in scope.
    pub fn answers(&self, path: &Path, model: &Model) -> Result<Answers> {
        self.refuse_id(path, model)?;
        self.refuse_missing(path)?;
        let source = files::read(path)?;
        if self.names_answers.get() {
            remember_file(path);
        }
        let answers = answers::parse(&source, model)?;
        self.say_carried(answers.carried.as_ref(), &Reading::Read);
        self.say_out_of_scope(&answers, model);
        Ok(answers)
    }

    /// The answers file that the policy names and that is not there, with the policy.
    fn missing_answers(&self) -> Option<(&Path, &Path)> {
        let LocatedPaths { policy, answers, .. } = self.policy_paths()?;
        answers.as_deref().filter(|path| files::is_missing(path)).map(|path| (path, policy.as_path()))
    }

    /// Says, to those who named other answers, that those of the policy are not there.
    pub fn say_missing_answers(&self, named: &[&Path]) {
        let missing = self.missing_answers().filter(|(path, _)| !named.contains(path));
        if let Some((path, policy)) = missing {
            let (name, policy) = (path.display(), policy.display());
            self.note(&text!(
                "`answers` of `{policy}` names a file that is not there: `{name}`",
                "`{policy}` 的 `answers` 所指的文件不存在：`{name}`"
            ));
        }
    }

    /// Refuses a missing file by what names it, which nobody has typed.
    fn refuse_missing(&self, path: &Path) -> Result<()> {
        if !files::is_missing(path) {
            return Ok(());
        }
        let Some((missing, policy)) = self.missing_answers().filter(|(missing, _)| *missing == path) else {
            return Ok(());
        };
        let (name, policy) = (missing.display(), policy.display());
        let failure = Failure::new(text!(
            "there is no file `{name}`, which `{policy}` names as `answers`",
            "文件 `{name}` 不存在，而 `{policy}` 的 `answers` 指定了它"
        ));
        let help = text!(
            "`assess interview` asks for the answers; or name others in `{policy}`",
            "`assess interview` 通过访谈填写；也可在 `{policy}` 中改为其他文件"
        );
        Err(failure.help(help).into())
    }

    /// Says which answers are not in scope.
    pub fn say_out_of_scope(&self, answers: &Answers, model: &Model) {
        for (area, count) in answers.out_of_scope(model) {
            self.note(&not_in_scope(area, count));
        }
    }

    /// Says that a word is an id where a file is expected, and no such file is there.
    #[expect(clippy::unused_self, reason = "what a command asks for, it asks its session for")]
    pub fn refuse_id(&self, path: &Path, model: &Model) -> Result<()> {
        let word = path.display().to_string();
        if word == "-" || !files::is_missing(path) {
            return Ok(());
        }
        let Ok(node) = find(model, &word) else { return Ok(()) };
        let id = node.id();
        let message = text!("there is no file `{word}`", "文件 `{word}` 不存在");
        let help = text!(
            "it is an id: `assess explain {id}` shows it, `assess next --only {id}` what it still needs",
            "这是 id：`assess explain {id}` 说明其内容，`assess next --only {id}` 列出尚缺的要求"
        );
        Err(Failure::new(message).help(help).into())
    }

    /// Says what a file of an older version of the model says by this one, unless nothing is otherwise.
    pub fn say_carried(&self, carried: Option<&Carried>, reading: &Reading) {
        let Some(carried) = carried else { return };
        let gone = if matches!(reading, Reading::Imported) { GoneAnswers::LeftOut } else { GoneAnswers::Kept };
        let (from, to, lines) = (carried.from, carried.to, carried.lines(gone));
        match reading {
            Reading::Read if lines.is_empty() => return,
            Reading::Read => self.note(&text!(
                "these answers are to version {from} of the model and read as version {to}; the first change that is saved writes that, too",
                "这些答案针对模型版本 {from}，按版本 {to} 读取；首次保存更改时一并写入"
            )),
            Reading::Imported => self.note(&text!(
                "the questionnaire is to version {from} of the model and read as version {to}",
                "问卷针对模型版本 {from}，按版本 {to} 读取"
            )),
            Reading::Written => self.note(&text!(
                "the file is to version {to} of the model now, before to {from}",
                "文件现针对模型版本 {to}，此前为 {from}"
            )),
        }
        if !matches!(reading, Reading::Written) && lines.len() > LISTED && !self.options.verbose {
            let Text { en, zh, .. } = carried.summary();
            return self.note(&text!("{en}; `-v` lists them", "{zh}；加 `-v` 逐个列出"));
        }
        for line in &lines {
            self.note(line);
        }
    }

    /// Says something only when asked to be talkative.
    pub fn detail(&self, text: &Text) {
        if self.options.verbose {
            show_remark(text);
        }
    }

    /// Says something unless asked to be quiet.
    pub fn note(&self, text: &Text) {
        if !self.options.quiet {
            show_remark(text);
        }
    }
}

/// So many answers that are read otherwise are listed; more are counted.
const LISTED: usize = 8;

/// What was done with answers to an older version of the model.
pub enum Reading {
    /// They were read as answers to this one; the file is as it was.
    Read,
    /// They are those of a questionnaire, which go into another file.
    Imported,
    /// The file says it now.
    Written,
}

/// A policy and where it stands.
pub struct LocatedPolicy {
    pub path: PathBuf,
    pub policy: Policy,
}

impl LocatedPolicy {
    /// The answers file that it names, as a path from the working directory.
    fn answers(&self) -> Option<PathBuf> {
        Some(beside(&self.path, self.policy.paths.answers.as_ref()?))
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

/// A policy and the files that it names, as paths from the working directory.
pub struct LocatedPaths {
    pub policy: PathBuf,
    pub answers: Option<PathBuf>,
    pub model: Option<PathBuf>,
}

/// A path that a policy names, from the working directory.
fn beside(policy: &Path, named: &str) -> PathBuf {
    policy.parent().unwrap_or(Path::new("")).join(named)
}

/// Refuses answers that nobody named on the command line, and that are not inside the repository of the policy.
pub fn refuse_answers_outside(path: &Path, policy: Option<&LocatedPolicy>) -> Result<()> {
    let of = policy.map_or(path, |located| &located.path);
    if !files::leads_out_of_repository(path, of) {
        return Ok(());
    }
    let name = path.display();
    let message = text!("the answers `{name}` are not inside the repository", "答案 `{name}` 不在代码库之内");
    let help = text!(
        "a policy and a link may have been changed by others; if it is meant, name the file: `assess check {name}`",
        "策略和链接可能被他人改动；如果确实要用，请指明文件：`assess check {name}`"
    );
    Err(Failure::new(message).help(help).into())
}

/// Problems in the files of a folder, named by where they are for the reader.
pub fn within(folder: &Path, problems: Problems) -> Problems {
    let placed = problems.0.into_iter().map(|mut file: FileProblems| {
        file.source.name = folder.join(&file.source.name).display().to_string();
        file
    });
    Problems(placed.collect())
}

/// That an area is not in scope, and yet has answers.
fn not_in_scope(area: &Group, count: usize) -> Text {
    let (id, some) = (&area.id, if count == 1 { "answer" } else { "answers" });
    text!("{id}: {count} {some}, not in scope", "{id}：{count} 个答案，不在评估范围内")
}
