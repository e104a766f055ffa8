//! What every command has at hand: the general options, the model, the policy, and the file to work on.

mod located;
pub mod people;
mod policy;

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::{self, Answers, Carried, GoneAnswers};
use assess::lang::Text;
use assess::model::{Group, Model, source};
use assess::problem::{FileProblems, Problems, Source};
use assess::report::Drawing;
use assess::report::html::Languages;
use assess::{embedded, text};

use crate::advice::remember_file;
use crate::arguments::Options;
use crate::failure::{Failure, show_remark};
use crate::ids::find;
use crate::{files, terminal};

pub use located::{LocatedPaths, LocatedPolicy, refuse_answers_outside};

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

    /// The folder of the model to work with: that of `--model`, else that of the policy; `None` is the embedded one.
    pub fn model_folder(&self) -> Option<&PathBuf> {
        let of_policy = || self.policy_paths().and_then(|paths| paths.model.as_ref());
        let folder = self.options.model.as_ref().or_else(of_policy)?;
        let name = folder.display();
        self.detail(&text!("model: {name}", "模型：{name}"));
        Some(folder)
    }

    /// The model to work with.
    pub fn model(&self) -> Result<Cow<'static, Model>> {
        let Some(folder) = self.model_folder() else { return Ok(Cow::Borrowed(embedded::model())) };
        let loaded = source::load(self.read_model(folder)?);
        loaded.model.map(Cow::Owned).map_err(|problems| within(folder, problems).into())
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
